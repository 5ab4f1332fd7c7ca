"""Lists in the guide player: what was checked so far, and what was tried."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from desktop_client.screens.guide_view import SaidVerdict, Tone, TriedRow
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Text, box, line
from desktop_client.ui.parts.verdict_mark import VerdictMark

INKS = {Tone.OK: "success", Tone.FOUND: "warning", Tone.FAILED: "danger", Tone.PLAIN: "muted"}


class CheckedCard(QFrame):
    """Each check with its verdict, and one value that tells most."""

    def __init__(self, theme: Theme, verdicts: Sequence[SaidVerdict]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("checked")
        if theme.high_contrast:
            self.setFrameShape(QFrame.Shape.Box)
        column = box(theme, self, margins=(16, 2, 16, 2), spacing=0)
        for number, verdict in enumerate(verdicts):
            if number:
                column.addWidget(line())
            row = box(theme, margins=(0, 10, 0, 10), spacing=12, across=True)
            row.addWidget(VerdictMark(theme, verdict.tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(theme, verdict.title, wrap=True), 3, Qt.AlignmentFlag.AlignTop)
            value = verdict.rows[0].value if verdict.rows else ""
            if value and value not in verdict.title:
                aside = Text(theme, value, ink="muted", wrap=True)
                aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                row.addWidget(aside, 2, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)


class TriedCard(QFrame):
    """What was tried, each with what became of it."""

    def __init__(self, theme: Theme, title: str, rows: Sequence[TriedRow]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("tried")
        if theme.high_contrast:
            self.setFrameShape(QFrame.Shape.Box)
        column = box(theme, self, margins=(16, 12, 16, 6), spacing=0)
        column.addWidget(Text(theme, title, tier="label", wrap=True))
        for number, tried in enumerate(rows):
            if number:
                column.addWidget(line())
            row = box(theme, margins=(0, 9, 0, 9), spacing=12, across=True)
            row.addWidget(VerdictMark(theme, tried.tone), 0, Qt.AlignmentFlag.AlignTop)
            words = box(theme, spacing=1)
            words.addWidget(Text(theme, tried.title, tier="label", wrap=True))
            if tried.text:
                words.addWidget(Text(theme, tried.text, ink="muted", wrap=True))
            row.addLayout(words, 3)
            result = Text(theme, tried.result, tier="label", ink=INKS[tried.tone], wrap=True)
            row.addWidget(result, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
