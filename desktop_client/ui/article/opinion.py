"""At the foot of an article: did this help, and the way to a report."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, Text, box
from desktop_client.ui.parts.worded import Worded

MISSING_LETTERS = 2000


class Opinion(Worded):
    """`on_opinion` gets whether it helped and what was missing, once an article. "No" first opens one line that may stay empty."""

    def __init__(self, theme: Theme, on_opinion: Callable[[bool, str], object], on_report: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._on_opinion = theme, on_opinion
        self.setObjectName("opinion")
        whole = box(theme, self, spacing=0)
        ground = QFrame()
        ground.setProperty("role", "footer")
        whole.addWidget(ground)
        self._row = box(theme, ground, margins=(32, 11, 32, 11), spacing=10, across=True)
        self._asking = box(theme, spacing=10, across=True)
        self._row.addLayout(self._asking, 1)
        self._question = Text(theme, tier="label")
        self._yes = Button(theme, icon_name="thumb-up", on_click=lambda: self._answer(helped=True))
        self._no = Button(theme, icon_name="thumb-down", on_click=self._ask_missing)
        self._missing = QLineEdit()
        self._missing.setMaxLength(MISSING_LETTERS)
        self._missing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._send = Button(theme, icon_name="send", on_click=lambda: self._answer(helped=False))
        for widget, name in (
            (self._question, "did_this_help"),
            (self._yes, "helped"),
            (self._no, "not_helped"),
            (self._missing, "missing"),
            (self._send, "send_opinion"),
        ):
            widget.setObjectName(name)
            self._asking.addWidget(widget, 1 if widget is self._missing else 0)
        self._asking.addStretch(1)
        self._report = Button(theme, icon_name="camera", on_click=on_report)
        self._report.setObjectName("report")
        self._row.addWidget(self._report, 0, Qt.AlignmentFlag.AlignRight)
        self._answered, self._open = False, False
        self.retranslate()
        self._show()

    def ask(self, *, answered: bool) -> None:
        """Another article; `answered`: it was asked before."""
        self._answered, self._open = answered, False
        self._missing.clear()
        self._show()

    def controls(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches, from left to right."""
        return self._yes, self._no, self._missing, self._send, self._report

    def retranslate(self) -> None:
        self._yes.setText(self.tr("Yes"))
        self._no.setText(self.tr("No"))
        self._send.setText(self.tr("Send"))
        self._missing.setPlaceholderText(self.tr("What was missing? (optional)"))
        self._missing.setAccessibleName(self.tr("What was missing? (optional)"))
        self._report.setText(self.tr("Report a problem"))
        self._show()

    def _show(self) -> None:
        self._question.setText(self.tr("Thank you. This helps the next reader.") if self._answered else self.tr("Did this help?"))
        asking = not self._answered
        self._question.setVisible(not self._open or self._answered)
        self._yes.setVisible(asking and not self._open)
        self._no.setVisible(asking and not self._open)
        self._missing.setVisible(asking and self._open)
        self._send.setVisible(asking and self._open)
        self._arrange()

    def _ask_missing(self) -> None:
        self._open = True
        self._show()
        self._missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, *, helped: bool) -> None:
        if self._answered:
            return
        missing = " ".join(self._missing.text().split())
        self._answered, self._open = True, False
        had_focus = self._missing.hasFocus() or self._send.hasFocus() or self._yes.hasFocus()
        self._show()
        if had_focus:
            self._report.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_opinion(helped, missing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._open and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._answer(helped=False)
        elif self._open and event.key() == Qt.Key.Key_Escape:
            self._open = False
            self._show()
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        # What it needs when it is narrowest; with less than in one line it takes more lines.
        return QSize(self._theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One row, or two where the words have no room beside each other."""
        asking = [w for w in (self._question, self._yes, self._no, self._missing, self._send) if not w.isHidden()]
        wide = self._theme.px(280)
        used = sum(wide if w is self._missing else w.sizeHint().width() for w in asking) + len(asking) * self._asking.spacing()
        room = self.width() - self._row.contentsMargins().left() * 2 - self._report.sizeHint().width() - self._row.spacing()
        below = used > room
        # The line to write in takes what room there is; without it the buttons stay at the left.
        self._asking.setStretch(self._asking.count() - 1, 0 if self._open else 1)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
