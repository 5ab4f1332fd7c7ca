"""How it ended: a receipt of a session that consent was given to, or one sentence where there is nothing to account for."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_client.screens.assist import ReceiptView, SentenceView
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import ABILITY_ICONS, allowed, elapsed, end_words, in_order, span_of, told, who
from desktop_client.ui.assist.broken_text import BrokenText
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied, frame, line
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import desk as desk_name

WIDTH = 540
LABELS = 116
PASSING_MS = 8000
SENTENCE_ICONS = {
    "not-ours": ("shield-check", "success"),
    "not-ours-yet": ("shield-check", "warning"),
    "tool-failed": ("alert-triangle", "warning"),
}


@dataclass(frozen=True, kw_only=True)
class ReceiptActions:
    """What the window does; each returns at once. `open_ticket` gets the ticket's id, `wrong` the receipt of which something was wrong."""

    open_ticket: Callable[[str], object]
    wrong: Callable[[ReceiptView], object]
    done: Callable[[str], object]


class ReceiptWindow(Window):
    """Fill it with `show_receipt` or `show_sentence`. It takes no keyboard from what one is doing; `done` hears that it was closed."""

    def __init__(self, theme: Theme, actions: ReceiptActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: ReceiptView | SentenceView | None = None
        self._desk = UNKNOWN
        self.setObjectName("receipt_window")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(self._body()), 1)
        whole.addWidget(self._foot())
        self._passes = QTimer(self)
        self._passes.setSingleShot(True)
        self._passes.setInterval(PASSING_MS)
        self._passes.timeout.connect(self.close)

    def show_receipt(self, view: ReceiptView, desk: Desk) -> None:
        """A receipt."""
        self._show(view, desk)

    def show_sentence(self, view: SentenceView, desk: Desk) -> None:
        """One sentence. What the person has just done goes by itself."""
        self._show(view, desk)
        if view.passing:
            self._passes.start()

    def _body(self) -> QWidget:
        theme = self.theme
        inner = QWidget()
        body = box(theme, inner, margins=(24, 20, 24, 20), spacing=16)
        top = box(theme, spacing=16, across=True)
        self._disc = Disc(theme)
        top.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        said = box(theme, spacing=2)
        said.addStretch(1)
        self._title = Text(theme, tier="title", wrap=True)
        self._title.setObjectName("title")
        self._text = BrokenText(theme, ink="muted")
        self._text.setObjectName("text")
        said.addWidget(self._title)
        said.addWidget(self._text)
        said.addStretch(1)
        top.addLayout(said, 1)
        body.addLayout(top)
        self._card, self._rows = frame(theme, "card", margins=0, spacing=0)
        body.addWidget(self._card)
        self._both_row = QWidget()
        both = box(theme, self._both_row, spacing=8, across=True)
        both.addWidget(IconLabel(theme, "receipt", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        self._both = Text(theme, tier="small", ink="muted", wrap=True)
        both.addWidget(self._both, 1)
        body.addWidget(self._both_row)
        body.addStretch(1)
        return inner

    def _foot(self) -> QWidget:
        theme = self.theme
        foot, answers = frame(theme, "footer", margins=(16, 12, 24, 12), spacing=12, across=True)
        self.wrong = Button(theme, kind="quiet", icon_name="flag", on_click=self._something_was_wrong)
        self.wrong.setObjectName("something_was_wrong")
        self.ticket = Button(theme, on_click=self._open_ticket)
        self.ticket.setObjectName("see_receipt")
        self.done = Button(theme, kind="primary", on_click=self.close)
        self.done.setObjectName("done")
        self.done.setAutoDefault(True)
        answers.addWidget(self.wrong)
        answers.addStretch(1)
        for button in (self.ticket, self.done):
            answers.addWidget(button)
        return foot

    def take_away(self) -> None:
        """The program ends."""
        self._view = None
        self.close()

    def _show(self, view: ReceiptView | SentenceView, desk: Desk) -> None:
        if (view, desk) == (self._view, self._desk):
            return
        fresh = self._view is None or self._view.session != view.session or not self.isVisible()
        self._passes.stop()
        self._view, self._desk = view, desk
        self.retranslate()
        self.fit(WIDTH)
        if fresh:
            self.show()
            self.raise_()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Remote help"))
        self.wrong.setText(self.tr("Something was wrong"))
        self.ticket.setText(self.tr("See receipt"))
        self.done.setText(self.tr("Done"))
        view = self._view
        receipt = isinstance(view, ReceiptView)
        for part in (self._card, self._both_row, self.wrong):
            part.setVisible(receipt)
        if isinstance(view, ReceiptView):
            self._say_receipt(view)
        elif view is not None:
            self._disc.show_icon(*SENTENCE_ICONS.get(view.key, ("screen-share-off", "accent")))
            title, text = told(view)
            self._title.setText(title)
            self._text.setText(text)
            self._text.setVisible(bool(text))

    def _say_receipt(self, view: ReceiptView) -> None:
        tool, name = shown(view.tool), shown(view.asker.first)
        self._disc.show_icon("eye-off", "success")
        self._title.setText(self.tr("Nobody sees your screen now") if view.sure else self.tr("Remote help has ended"))
        if view.elapsed_s is not None:
            words = self.tr("Remote help by {name} ended after {elapsed}.").format(name=name, elapsed=elapsed(view.elapsed_s))
        else:
            words = self.tr("{tool} was not in use yet.").format(tool=tool)
        if not view.sure:
            words = self.tr("{sentence} You said that {tool} is closed.").format(sentence=words, tool=tool)
        self._text.setText(words)
        self._text.show()
        both = self.tr("This receipt is on {number}. You and {name} both have it.")
        self._both.setText(both.format(number=shown(view.number), name=name))
        self._fill(view)

    def _fill(self, view: ReceiptView) -> None:
        rows = emptied(self._rows)
        person = ", ".join(part for part in (shown(view.asker.name), who(view.asker)) if part)
        end = end_words(view.end, tool=view.tool, name=view.asker.first, desk=desk_name(self._desk.help_desk))
        for number, (label, value) in enumerate(
            (
                (self.tr("Who"), BrokenText(self.theme, person)),
                (self.tr("When"), BrokenText(self.theme, span_of(view))),
                (self.tr("Tool"), BrokenText(self.theme, shown(view.tool))),
                (self.tr("Allowed"), self._abilities(view)),
                (self.tr("Ended by"), BrokenText(self.theme, end)),
                (self.tr("Agreed to"), BrokenText(self.theme, self.tr("Consent text {n}").format(n=view.consent_version))),
            )
        ):
            if number:
                rows.addWidget(line())
            holder = QWidget()
            row = box(self.theme, holder, margins=(16, 8, 16, 8), spacing=16, across=True)
            name = Text(self.theme, label, ink="muted", wrap=True)
            name.setFixedWidth(self.theme.px(LABELS))
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(value, 1)
            rows.addWidget(holder)

    def _abilities(self, view: ReceiptView) -> QWidget:
        holder = QWidget()
        column = box(self.theme, holder, spacing=4)
        for ability in in_order(view.allowed):
            row = box(self.theme, spacing=8, across=True)
            row.addWidget(IconLabel(self.theme, ABILITY_ICONS[ability], "text"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(self.theme, allowed(ability), wrap=True), 1)
            column.addLayout(row)
        return holder

    def _open_ticket(self) -> None:
        if self._view is not None:
            ticket = self._view.ticket
            self.close()
            self._actions.open_ticket(ticket)

    def _something_was_wrong(self) -> None:
        if isinstance(self._view, ReceiptView):
            view = self._view
            self.close()
            self._actions.wrong(view)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._passes.stop()
        view, self._view = self._view, None
        if view is not None:
            self._actions.done(view.session)
