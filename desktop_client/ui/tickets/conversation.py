"""One ticket: its head, what was said, and what the person can do now, which is to reply, to answer, or to mend what has not arrived."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.reasons import Reason
from desktop_client.screens.assist_lines import AssistLine, Wish
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.screens.tickets import Answer, Bubble, ConversationView, Entry, LineKind, RowKind
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.kept_focus import kept_focus
from desktop_client.ui.parts.parts import Button, IconLabel, Pill, Text, box, emptied, frame
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.tickets.answer_card import AnswerCard
from desktop_client.ui.tickets.assist_piece import assist_piece
from desktop_client.ui.tickets.bubble import BubbleWidget, NewLine, StateLine
from desktop_client.ui.tickets.held_box import HeldActions, HeldBox
from desktop_client.ui.tickets.reply_box import ReplyBox, ReplyDraft
from desktop_client.ui.tickets.ticket_words import held_words, state_words
from desktop_client.ui.words import say, when

READ_AFTER_MS = 2000
MARGIN = 24
SHOWN = 60
"""Messages that are shown at first; the earlier ones on request."""
PILL_TONES = {"success": "success", "accent_text": "accent", "warning": "warning", "danger": "danger"}


@dataclass(frozen=True, kw_only=True)
class ConversationActions:
    """What a conversation does, by ticket id; each returns at once. `send` gets the words, and what a click said besides."""

    send: Callable[[str, ReplyDraft, Answer | None], object]
    keep_draft: Callable[[str, ReplyDraft], object]
    mark_read: Callable[[str], object]
    back: Callable[[], object]
    held: HeldActions
    open_article: Callable[[str], object] = lambda _article: None


class Conversation(Worded):
    """The right side of My tickets. Fill it with `show_view`."""

    def __init__(self, theme: Theme, actions: ConversationActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view: ConversationView | None = None
        self._desk = UNKNOWN
        self._reopening = False
        self._most = SHOWN
        self._bubbles: list[BubbleWidget] = []
        self.setObjectName("conversation")
        column = box(theme, self, spacing=0)
        column.addWidget(self._head())
        self._scroll = QScrollArea()
        self._scroll.setObjectName("messages")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner = QWidget()
        self._talk = box(theme, inner, margins=(MARGIN, 12, MARGIN, 12), spacing=8)
        self._scroll.setWidget(inner)
        self._scroll.viewport().installEventFilter(self)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot())
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(READ_AFTER_MS)
        self._read.timeout.connect(self._has_been_read)

    # What others call

    def show_view(self, view: ConversationView, desk: Desk, draft: ReplyDraft | None = None) -> None:
        """Another ticket, or the same one as it is now. `draft` is what was being written (None: leave what is there)."""
        other = self._view is None or self._view.id != view.id
        if not other and draft is None and (view, desk) == (self._view, self._desk):
            return
        grown = other or self._view is None or len(view.entries) > len(self._view.entries)
        at_end = self._scroll.verticalScrollBar().value() >= self._scroll.verticalScrollBar().maximum() - self._theme.px(24)
        self._view, self._desk = view, desk
        if other:
            self._reopening = False
            self._most = SHOWN
            self.reply.set_busy(busy=False)
            self._refusal.hide()
        if other or draft is not None:
            self.reply.show_draft(draft or ReplyDraft())
        self._render()
        if grown and (other or at_end):
            QTimer.singleShot(0, self, self._scroll_to_news)
        self._watch()

    def sent(self, ticket: str) -> None:
        """The reply is saved: the box is empty again."""
        if self._view is not None and self._view.id == ticket:
            self._reopening = False
            self._refusal.hide()
            self.reply.set_busy(busy=False)
            self.reply.show_draft(ReplyDraft())
            self._show_foot()
            self.reply.focus()

    def not_sent(self, ticket: str, reason: Reason) -> None:
        """The reply could not be saved: it stays in the box, with the reason above it."""
        if self._view is not None and self._view.id == ticket:
            self.reply.set_busy(busy=False)
            said = say(reason, help_desk=self._desk.help_desk, company=self._desk.company)
            self._refusal.setText(said.whole())
            self._refusal.show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Whether the list is hidden, so that a way back is needed, and room is short."""
        self._back.setVisible(narrow)
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._beside.setAlignment(self._works_again, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def retranslate(self) -> None:
        self._render()

    # Construction

    def _head(self) -> QFrame:
        theme = self._theme
        head, column = frame(theme, "header", margins=(MARGIN, 12, 16, 12), spacing=6)
        top = box(theme, spacing=8, across=True)
        self._back = Button(theme, "", "icon", "arrow-left", self._actions.back)
        self._back.setObjectName("back")
        self._back.hide()
        self._subject = Text(theme, tier="heading", wrap=True, selectable=True)
        self._subject.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._subject.setObjectName("subject")
        self._works_again = Button(theme, "", icon_name="check", on_click=lambda: self._answer(Answer.WORKS_AGAIN))
        self._works_again.setObjectName("works_again")
        top.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=4)
        words.addWidget(self._subject)
        self._facts = FlowLayout(gap=theme.px(8), line_gap=theme.px(4))
        self._number = Text(theme, ink="muted", selectable=True)
        self._number.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._number.setObjectName("number")
        self._copy = Button(theme, "", "icon", "copy", self._copy_number)
        self._copy.setObjectName("copy_number")
        self._copy.setFixedSize(theme.px(26), theme.px(26))
        self._pill = Pill(theme)
        self._pill.setObjectName("state")
        self._since = Text(theme, tier="small", ink="muted")
        for part in (self._number, self._copy, self._pill, self._since):
            self._facts.addWidget(part)
        words.addLayout(self._facts)
        self._beside = box(theme, spacing=8, across=True)
        self._beside.addLayout(words, 1)
        self._beside.addWidget(self._works_again, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(self._beside, 1)
        column.addLayout(top)
        self._held = HeldBox(theme, self._actions.held)
        column.addWidget(self._held)
        return head

    def _foot(self) -> QWidget:
        theme = self._theme
        foot = QWidget()
        column = box(theme, foot, margins=(MARGIN, 0, MARGIN, MARGIN), spacing=8)
        self._refusal = Text(theme, ink="danger", wrap=True)
        self._refusal.setObjectName("reply_refusal")
        self._refusal.hide()
        column.addWidget(self._refusal)
        self._opens_again = QWidget()
        row = box(theme, self._opens_again, spacing=8, across=True)
        row.addWidget(IconLabel(theme, "rotate", "muted", 16))
        self._opens_again_words = Text(theme, tier="small", ink="muted", wrap=True)
        row.addWidget(self._opens_again_words, 1)
        self._not_now = Button(theme, "", "quiet", on_click=self._keep_solved)
        self._not_now.setObjectName("not_now")
        row.addWidget(self._not_now)
        column.addWidget(self._opens_again)
        self.reply = ReplyBox(theme, self._send, self._draft_changed, self._ask_for_help)
        column.addWidget(self.reply)
        self._card = AnswerCard(theme, self._answer)
        column.addWidget(self._card)
        return foot

    # What is shown

    def _render(self) -> None:
        view = self._view
        self._back.setAccessibleName(self.tr("Back to the list"))
        self._back.setToolTip(self.tr("Back to the list"))
        self._copy.setAccessibleName(self.tr("Copy number"))
        self._copy.setToolTip(self.tr("Copy number"))
        self._works_again.setText(self.tr("It works again"))
        self._not_now.setText(self.tr("Not now"))
        self._opens_again_words.setText(self.tr("Sending this opens the ticket again."))
        self._scroll.setAccessibleName(self.tr("Messages"))
        if view is None:
            return
        self._subject.setText(view.subject)
        self._number.setText(view.number)
        for part in (self._number, self._copy):
            part.setVisible(bool(view.number))
        says = state_words(view.state, view.technician) if view.report is None else held_words(_row_kind(view.report))
        self._pill.setText(says.text)
        self._pill.set_tone(PILL_TONES.get(says.ink, "neutral"))
        self._pill.updateGeometry()
        self._since.setText(self.tr("Reported {when}").format(when=when(view.created)))
        self._held.show_delivery(_worst(view), self._desk)
        self._fill_talk(view)
        self._show_foot()

    def _fill_talk(self, view: ConversationView) -> None:
        talk = emptied(self._talk)
        self._bubbles = []
        hidden = max(0, len(view.entries) - self._most)
        if hidden:
            earlier = Button(self._theme, self.tr("Earlier messages"), "quiet", on_click=self._show_earlier)
            earlier.setObjectName("earlier")
            talk.addWidget(earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        for entry in view.entries[hidden:]:
            talk.addWidget(self._piece(entry))
        talk.addStretch(1)
        self._fit_bubbles()

    def _piece(self, entry: Entry) -> QWidget:
        if isinstance(entry, Bubble):
            bubble = BubbleWidget(self._theme, entry, self._desk, self._actions.open_article)
            self._bubbles.append(bubble)
            return bubble
        if isinstance(entry, AssistLine):
            return assist_piece(self._theme, entry, self._desk)
        if entry.kind is LineKind.NEW:
            return NewLine(self._theme, entry.count)
        return StateLine(self._theme, entry)

    def _show_earlier(self) -> None:
        """More of the beginning, with what was at the top still in view."""
        bar = self._scroll.verticalScrollBar()
        below = bar.maximum() - bar.value()
        self._most += SHOWN
        if self._view is not None:
            with kept_focus(self):
                self._fill_talk(self._view)
            self._scroll.widget().layout().activate()
            QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum() - below))

    def _show_foot(self) -> None:
        view = self._view
        if view is None:
            return
        solved = bool({Answer.STILL_BROKEN, Answer.REOPEN} & set(view.answers))
        writes = view.report is None and (not solved or self._reopening)
        self.reply.setVisible(writes)
        self.reply.set_may_be_empty(may=self._reopening)
        self.reply.show_wish(view.wish if writes and not self._reopening else Wish.NONE)
        self._opens_again.setVisible(writes and self._reopening)
        self._card.setVisible(view.report is None and solved and not self._reopening)
        self._card.show_answers(view.answers)
        self._works_again.setVisible(not solved and Answer.WORKS_AGAIN in view.answers)

    def _fit_bubbles(self) -> None:
        room = self._scroll.viewport().width() - 2 * self._theme.px(MARGIN)
        for bubble in self._bubbles:
            bubble.fit(max(room, self._theme.px(120)))

    def _scroll_to_news(self) -> None:
        """To the line above what is new, else to the end."""
        self._scroll.widget().layout().activate()
        bar = self._scroll.verticalScrollBar()
        news = self._scroll.widget().findChild(NewLine)
        bar.setValue(min(bar.maximum(), news.y() - self._theme.px(12)) if news is not None else bar.maximum())

    # What the person does

    def _send(self, draft: ReplyDraft) -> None:
        if self._view is not None:
            self.reply.set_busy(busy=True)
            answer = None
            if self._reopening:
                answer = Answer.STILL_BROKEN if Answer.STILL_BROKEN in self._view.answers else Answer.REOPEN
            self._actions.send(self._view.id, draft, answer)

    def _ask_for_help(self, draft: ReplyDraft) -> None:
        if self._view is not None:
            self.reply.set_busy(busy=True)
            self._actions.send(self._view.id, draft, Answer.REMOTE_HELP)

    def _answer(self, answer: Answer) -> None:
        if self._view is None:
            return
        if answer is Answer.WORKS_AGAIN:
            self.reply.set_busy(busy=True)
            self._actions.send(self._view.id, self.reply.draft() if self.reply.isVisible() else ReplyDraft(), answer)
            return
        self._reopening = True
        self._show_foot()
        self.reply.focus()

    def _keep_solved(self) -> None:
        self._reopening = False
        self._show_foot()

    def _draft_changed(self, draft: ReplyDraft) -> None:
        self._refusal.hide()
        if self._view is not None:
            self._actions.keep_draft(self._view.id, draft)

    def _copy_number(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setText(self._view.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.colour("surface"))

    # Read after two seconds in view

    def _watch(self) -> None:
        """Starts or stops the time after which what is in view counts as read."""
        unread = self._view is not None and self._view.unread > 0
        if unread and self.isVisible() and self.isActiveWindow():
            if not self._read.isActive():
                self._read.start()
        else:
            self._read.stop()

    def _has_been_read(self) -> None:
        if self._view is not None:
            self._actions.mark_read(self._view.id)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}:
            self._watch()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_bubbles()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bubbles()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._actions.back()
        else:
            super().keyPressEvent(event)


def _row_kind(delivery: Delivery) -> RowKind:
    return {DeliveryState.REFUSED: RowKind.REFUSED, DeliveryState.SENDING: RowKind.SENDING}.get(delivery.state, RowKind.WAITING)


def _worst(view: ConversationView) -> Delivery | None:
    """What the box above the conversation speaks of: the report, else a refused reply, else one that waits."""
    if view.report is not None:
        return view.report
    held = [entry.held for entry in view.entries if isinstance(entry, Bubble) and entry.held is not None]
    refused = [delivery for delivery in held if delivery.state is DeliveryState.REFUSED]
    waiting = [delivery for delivery in held if delivery.state is DeliveryState.WAITING]
    return next(iter(refused or waiting), None)
