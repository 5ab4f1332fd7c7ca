"""Somebody asks to see the screen: who, why, the two words, what the tool can do; and two answers of which none is the easy one.

The keyboard starts on Decline and nothing is a default button, so Enter never grants. For a moment after the window came to the front keys
are taken for what was being typed elsewhere, and answer nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from contract.assist import Answer
from desktop_client.screens.assist import AskView
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.broken_text import BrokenText
from desktop_client.ui.assist.technician_card import TechnicianCard
from desktop_client.ui.assist.tool_choice import ToolChoice
from desktop_client.ui.assist.two_words import TwoWords
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.announced import announce
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import desk as desk_name

WIDTH = 600
DEAF_MS = 800
"""How long keys answer nothing after the window came to the front."""
LEAST = 132
MINUTE_S = 60
PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, kw_only=True)
class AskActions:
    """What the window does; each returns at once. `answer` gets session, answer and the tool's key; `download` an address."""

    answer: Callable[[str, Answer, str], object]
    download: Callable[[str], object]


class AskWindow(Window):
    """Fill it with `show_view`. A person who closes it declines; `dismiss` takes it away without an answer."""

    def __init__(self, theme: Theme, actions: AskActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: AskView | None = None
        self._desk = UNKNOWN
        self._answered = ""
        self._minutes_told = -1
        self._marks_decline = False
        self.setObjectName("ask_window")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        inner = QWidget()
        body = box(theme, inner, margins=(24, 4, 24, 20), spacing=16)
        self._who = TechnicianCard(theme)
        self._words = TwoWords(theme)
        self._tools = ToolChoice(theme, actions.download)
        self._tools.chose.connect(self._grow_soon)
        self._offline = Text(theme, tier="small", ink="warning", wrap=True)
        self._offline.setObjectName("ask_offline")
        for part in (self._who, self._words, self._offline, self._tools):
            body.addWidget(part)
        body.addStretch(1)
        self._body = Scrolled(inner)
        whole.addWidget(self._body, 1)
        whole.addWidget(self._foot())
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(DEAF_MS)
        self._deaf.timeout.connect(self.hear_keys)
        self.retranslate()

    def show_view(self, view: AskView, desk: Desk) -> None:
        """The request as it is now. A new one comes to the front, once, with the keyboard on Decline."""
        fresh = self._view is None or self._view.session != view.session
        if fresh:
            self._answered, self._minutes_told = "", -1
        same_shape = not fresh and self._view is not None and (view.tools, view.words) == (self._view.tools, self._view.words)
        ticks = not fresh and self._view is not None and (replace(self._view, left_s=view.left_s), self._desk) == (view, desk)
        self._view, self._desk = view, desk
        if self._answered:
            return
        if ticks:
            self._show_left(view.left_s)
            return
        self.retranslate()
        if not same_shape and not self.isVisible():
            self.fit(WIDTH)
        if fresh:
            self._deaf.start()
            self._show_buttons()
            self._marks_decline = True
            self.open()
            self.decline.setFocus(Qt.FocusReason.TabFocusReason)
        elif not same_shape:
            self._grow_soon()

    def hear_keys(self) -> None:
        """From now on what is pressed was meant for this window."""
        self._deaf.stop()
        self._show_buttons()

    def dismiss(self) -> None:
        """The window goes, and nothing is answered."""
        self._answered = self._answered or "dismissed"
        self._deaf.stop()
        self.close()

    def retranslate(self) -> None:
        view = self._view
        self.not_ours.setText(self.tr("This is not {desk}").format(desk=desk_name(self._desk.help_desk)))
        self.decline.setText(self.tr("Decline"))
        self.share.setText(self.tr("Share screen"))
        self._offline.setText(self.tr("Not connected right now. Your answer goes out as soon as Sigap is connected again."))
        if view is None:
            return
        title = self.tr("{name} would like to see your screen").format(name=shown(view.asker.first))
        self.setWindowTitle(title)
        self._title.setText(title)
        self._who.show_asker(view.asker, view.number, view.subject)
        self._words.show_words(view.asker.first, view.words)
        # The tools are looked for before the words are made.
        self._tools.show_tools(view.tools, view.asker.first, self._desk, known=view.words is not None)
        self._offline.setVisible(view.offline)
        self._show_left(view.left_s)
        self._show_buttons()

    def _head(self) -> QWidget:
        theme = self.theme
        head = QWidget()
        self._head_row = row = box(theme, head, margins=(24, 20, 24, 12), spacing=8, across=True)
        self._title = BrokenText(theme, tier="title")
        self._title.setObjectName("title")
        row.addWidget(self._title, 1)
        self._left_row = QWidget()
        left = box(theme, self._left_row, spacing=6, across=True)
        left.addWidget(IconLabel(theme, "clock", "muted"))
        self._left = Text(theme, ink="muted")
        self._left.setObjectName("time_left")
        left.addWidget(self._left)
        left.addStretch(1)
        row.addWidget(self._left_row)
        return head

    def _foot(self) -> QWidget:
        theme = self.theme
        foot, self._answers = frame(theme, "footer", margins=(16, 12, 24, 12), spacing=12, across=True)
        self.not_ours = Button(theme, kind="alarm", icon_name="flag", on_click=lambda: self._answer(Answer.NOT_OUR_HELP_DESK))
        self.not_ours.setObjectName("not_our_help_desk")
        self.decline = Button(theme, on_click=lambda: self._answer(Answer.DECLINE))
        self.decline.setObjectName("decline")
        self.share = Button(theme, on_click=lambda: self._answer(Answer.CONSENT))
        self.share.setObjectName("share")
        self._answers.addWidget(self.not_ours)
        self._answers.addStretch(1)
        for button in (self.decline, self.share):
            self._answers.addWidget(button)
        for button in (self.not_ours, self.decline, self.share):
            button.installEventFilter(self)
        return foot

    def _show_left(self, seconds: int) -> None:
        minutes, rest = divmod(seconds, MINUTE_S)
        self._left.setText(self.tr("{time} left to answer").format(time=f"{minutes}:{rest:02}"))
        told = -(-seconds // MINUTE_S)
        if self._minutes_told not in {-1, told}:
            announce(self, self.tr("%n minute(s) left to answer", "", told))
        self._minutes_told = told

    def _show_buttons(self) -> None:
        open_to_answer = not self._answered
        may = self._view is not None and self._view.may_share
        self.share.setEnabled(open_to_answer and may and not self._deaf.isActive())
        for button in (self.decline, self.not_ours):
            button.setEnabled(open_to_answer)
        same = max(button.sizeHint().width() for button in (self.decline, self.share))
        for button in (self.decline, self.share):
            button.setMinimumWidth(max(same, self.theme.px(LEAST)))
        self._place()

    def _place(self) -> None:
        """Title and time, and the answers, beside each other where the words leave room for it, else below."""
        row = self._head_row
        room = self.width() - row.contentsMargins().left() - row.contentsMargins().right() - row.spacing()
        wide = self._title.fontMetrics().horizontalAdvance(self._title.text()) + self._left_row.sizeHint().width()
        row.setDirection(QBoxLayout.Direction.TopToBottom if wide > room else QBoxLayout.Direction.LeftToRight)
        margins = self._answers.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 3 * self._answers.spacing()
        wide = self.not_ours.sizeHint().width() + self.decline.minimumWidth() + self.share.minimumWidth()
        below = wide > room
        self._answers.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def _answer(self, answer: Answer) -> None:
        if self._view is None or self._answered:
            return
        self._answered = answer.value
        tool = self._tools.chosen() if answer is Answer.CONSENT else ""
        if answer is Answer.CONSENT:
            self._show_buttons()
        else:
            self.close()
        self._actions.answer(self._view.session, answer, tool)

    def _grow_soon(self) -> None:
        """Once Qt has shown what is new in a window that stands."""
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """More words have come: the window becomes as high as they need, and moves only as far as the screen's end asks for."""
        tall = self.needed(self.width())
        if tall > self.height():
            self.stretch(self.width(), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.WindowActivate and self._marks_decline:
            self._marks_decline = False
            # Once Qt has given the keyboard to the window, which takes the ring away.
            QTimer.singleShot(0, self, self._mark_decline)
        return done

    def _mark_decline(self) -> None:
        """Where the keyboard is has to be seen at once, though nobody pressed Tab."""
        if QApplication.focusWidget() is self.decline:
            self.ring.mark(self.decline)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key that was meant for another window, which this one has just covered."""
        return isinstance(event, QKeyEvent) and event.key() in PRESSING and self._deaf.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # A key that closes other windows answers nothing here.
            event.accept()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        # The end of the program closes every window too, and is no answer.
        if event.spontaneous() and not self._answered and self._view is not None:
            self._answered = Answer.DECLINE.value
            self._actions.answer(self._view.session, Answer.DECLINE, "")
