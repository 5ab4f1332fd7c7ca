"""A step of remote help in a conversation: a small line in the middle, or the receipt as a card that can be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop_client.screens.assist import ReceiptView
from desktop_client.screens.assist_lines import AssistLine
from desktop_client.screens.desk import Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import allowed, elapsed, end_words, in_order, span_of, step
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import IconLabel, Text, box
from desktop_client.ui.words import desk as desk_name
from desktop_client.ui.words import listed, translate, when

ENTRY_LETTERS = 12
"""Of the record's entry: enough to find it and to compare."""


def assist_piece(theme: Theme, line: AssistLine, desk: Desk) -> QWidget:
    """The widget for a step."""
    if line.receipt is not None:
        return ReceiptCard(theme, line.receipt, desk)
    words = Text(theme, f"{step(line, desk_name(desk.help_desk))} · {when(line.at)}", "small", "muted", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setObjectName(f"assist_{line.key}")
    return words


class ReceiptCard(QFrame):
    """Who, when, which tool, what was allowed, how it ended, and to which text the person agreed."""

    def __init__(self, theme: Theme, receipt: ReceiptView, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("receipt_card")
        row = box(theme, self, margins=(12, 10, 12, 10), spacing=10, across=True)
        row.addWidget(IconLabel(theme, "receipt", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        column = box(theme, spacing=2)
        row.addLayout(column, 1)
        lines = receipt_words(receipt, desk)
        for number, words in enumerate(lines):
            column.addWidget(Text(theme, words, "small" if number else "label", "muted" if number else "", wrap=True, selectable=True))
        self.setAccessibleName(" ".join(lines))


def receipt_words(receipt: ReceiptView, desk: Desk) -> tuple[str, ...]:
    """The receipt in a few lines; the first is its title."""
    name, tool = shown(receipt.asker.name), shown(receipt.tool)
    title = translate("Receipt", "Remote help by {name}").format(name=name)
    if receipt.elapsed_s is not None:
        title = translate("Receipt", "Remote help by {name}, {elapsed}").format(name=name, elapsed=elapsed(receipt.elapsed_s))
    end = end_words(receipt.end, tool=receipt.tool, name=receipt.asker.first, desk=desk_name(desk.help_desk))
    agreed = translate("Receipt", "Agreed to: consent text {n}").format(n=receipt.consent_version)
    if receipt.audit:
        agreed = translate("Receipt", "Agreed to: consent text {n}. Entry in the record: {entry}").format(
            n=receipt.consent_version, entry=receipt.audit[:ENTRY_LETTERS]
        )
    return (
        title,
        f"{span_of(receipt)} · {tool}",
        translate("Receipt", "Allowed: {list}").format(list=listed([allowed(ability) for ability in in_order(receipt.allowed)])),
        translate("Receipt", "Ended by: {end}").format(end=end),
        agreed,
    )
