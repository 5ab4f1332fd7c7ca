"""My tickets: the list on the left, the conversation on the right, or one of them at a time where the window is narrow."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_client.reasons import Reason
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.screens.tickets import Answer, ConversationView, TicketLists
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Segments
from desktop_client.ui.parts.empty_page import EmptyPage
from desktop_client.ui.parts.parts import Text, box, line
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.tickets.conversation import Conversation, ConversationActions
from desktop_client.ui.tickets.held_box import HeldActions
from desktop_client.ui.tickets.reply_box import ReplyDraft
from desktop_client.ui.tickets.ticket_list import TicketList

LIST_WIDTH = 304
NARROW = 660
OPEN, SOLVED = "open", "solved"


@dataclass(frozen=True, kw_only=True)
class TicketsActions:
    """What My tickets does; each returns at once.

    `select` asks for a ticket's conversation: `show_conversation` answers. `send` asks to save a reply: `sent` or `not_sent` answers.
    `keep_draft` is called at every change of a reply. `try_now`, `edit` and `save_as_file` get a delivery's id, `open_article` what a
    message names.
    """

    report: Callable[[], object]
    select: Callable[[str], object]
    mark_read: Callable[[str], object]
    send: Callable[[str, ReplyDraft, Answer | None], object]
    keep_draft: Callable[[str, ReplyDraft], object]
    try_now: Callable[[str], object]
    edit: Callable[[str], object]
    save_as_file: Callable[[str], object]
    open_article: Callable[[str], object]


class TicketsPage(Worded):
    """The page. State flows in through `show_lists` and `show_conversation`; `open_ticket` goes to a ticket."""

    def __init__(self, theme: Theme, actions: TicketsActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._lists = TicketLists()
        self._desk = UNKNOWN
        self._chosen = ""
        self._narrow = False
        self._reading = False
        self.setObjectName("tickets_page")
        self._stack = QStackedLayout(self)
        self._empty = EmptyPage(theme, "inbox", actions.report, "camera")
        self._empty.button.setObjectName("report")
        self._stack.addWidget(self._empty)
        both = QWidget()
        row = box(theme, both, spacing=0, across=True)
        row.addWidget(self._list_side())
        self._line = line(upright=True)
        row.addWidget(self._line)
        self._right = self._conversation_side()
        row.addWidget(self._right, 1)
        self._stack.addWidget(both)
        self.retranslate()
        self._show_lists()

    # What others call

    def show_lists(self, lists: TicketLists, desk: Desk) -> None:
        """The tickets as they are now; the chosen one stays chosen, wherever it stands."""
        if (lists, desk) != (self._lists, self._desk):
            self._lists, self._desk = lists, desk
            self._show_lists()

    def show_conversation(self, view: ConversationView, draft: ReplyDraft | None = None) -> None:
        """The conversation that was asked for, with the reply that was being written (None: leave what is there).

        One that nobody looks at any more is left out.
        """
        if view.id == self._chosen:
            self.conversation.show_view(view, self._desk, draft)
            self._pages.setCurrentWidget(self.conversation)

    def open_ticket(self, ticket: str) -> None:
        """Goes to a ticket, and waits for it when it isn't in the list yet."""
        self._reading = True
        self._choose(ticket)
        self._follow()
        self._arrange()

    def chosen(self) -> str:
        """The id of the ticket that is shown, "" for none."""
        return self._chosen

    def sent(self, ticket: str) -> None:
        """The reply is saved."""
        self.conversation.sent(ticket)

    def not_sent(self, ticket: str, reason: Reason) -> None:
        """The reply could not be saved."""
        self.conversation.not_sent(ticket, reason)

    def focus(self) -> None:
        """The keyboard goes to the list, or to the one button when there is none."""
        if self._stack.currentWidget() is self._empty:
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.setText(self.tr("My tickets"))
        self._tabs.name(OPEN, self.tr("Open"))
        self._tabs.name(SOLVED, self.tr("Solved"))
        self._list.setAccessibleName(self.tr("My tickets"))
        self._empty.say(
            self.tr("No reports yet"),
            self.tr("If something doesn't work, report it here. You then see who has it and what they answer."),
            self.tr("Report a problem"),
        )
        self._show_lists()

    # Construction

    def _list_side(self) -> QWidget:
        theme = self._theme
        self._left = QWidget()
        column = box(theme, self._left, margins=(0, 20, 0, 8), spacing=12)
        self._title = Text(theme, tier="title")
        self._title.setContentsMargins(theme.px(16), 0, 0, 0)
        column.addWidget(self._title)
        tabs = box(theme, margins=(12, 0, 12, 0), across=True)
        self._tabs = Segments(theme, (OPEN, SOLVED), lambda _key: self._tab_changed())
        self._tabs.choose(OPEN)
        tabs.addWidget(self._tabs, 1)
        column.addLayout(tabs)
        self._nothing = Text(theme, ink="muted", wrap=True)
        self._nothing.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        column.addWidget(self._nothing)
        self._list = TicketList(theme, self._choose_by_person, self._open_by_person)
        column.addWidget(self._list, 1)
        return self._left

    def _conversation_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("conversation_side")
        self._pages = QStackedLayout(side)
        self._pages.addWidget(QWidget())
        actions = self._actions
        self.conversation = Conversation(
            self._theme,
            ConversationActions(
                send=actions.send,
                keep_draft=actions.keep_draft,
                mark_read=actions.mark_read,
                back=self._back,
                open_article=actions.open_article,
                held=HeldActions(try_now=actions.try_now, edit=actions.edit, save_as_file=actions.save_as_file),
            ),
        )
        self._pages.addWidget(self.conversation)
        return side

    # What is shown

    def _show_lists(self) -> None:
        lists = self._lists
        anything = bool(lists.open or lists.solved)
        self._stack.setCurrentIndex(1 if anything else 0)
        if anything and not self._chosen and not self._narrow:
            first = next((row for row in lists.open if row.unread), None) or next(iter(lists.open or lists.solved))
            self._choose(first.id)
        self._follow()

    def _follow(self) -> None:
        """The tab on which the chosen ticket is, and its row."""
        here = self._tabs.chosen() or OPEN
        if not self._holds(here, self._chosen):
            here = next((tab for tab in (OPEN, SOLVED) if self._holds(tab, self._chosen)), here)
            self._tabs.choose(here)
        self._show_tab()

    def _show_tab(self) -> None:
        rows = self._lists.solved if self._tabs.chosen() == SOLVED else self._lists.open
        self._list.show_rows(rows, self._desk, self._chosen)
        self._nothing.setVisible(not rows)
        self._nothing.setText(self.tr("No solved tickets.") if self._tabs.chosen() == SOLVED else self.tr("No open tickets."))

    def _holds(self, tab: str, ticket: str) -> bool:
        return any(row.id == ticket for row in (self._lists.solved if tab == SOLVED else self._lists.open))

    def _arrange(self) -> None:
        """Both sides, or the one that is being looked at."""
        self._left.setVisible(not self._narrow or not self._reading)
        self._line.setVisible(not self._narrow)
        self._right.setVisible(not self._narrow or self._reading)
        self._left.setMinimumWidth(0 if self._narrow else self._theme.px(LIST_WIDTH))
        self._left.setMaximumWidth(16777215 if self._narrow else self._theme.px(LIST_WIDTH))
        self.conversation.set_narrow(narrow=self._narrow)

    # What the person does

    def _tab_changed(self) -> None:
        self._show_tab()
        rows = self._lists.solved if self._tabs.chosen() == SOLVED else self._lists.open
        if rows and not self._narrow and not self._holds(self._tabs.chosen(), self._chosen):
            self._choose(rows[0].id)
            self._show_tab()

    def _choose_by_person(self, ticket: str) -> None:
        if not self._narrow:
            self._choose(ticket)

    def _open_by_person(self, ticket: str) -> None:
        self._reading = True
        self._choose(ticket)
        self._arrange()

    def _choose(self, ticket: str) -> None:
        if ticket and ticket != self._chosen:
            self._chosen = ticket
            self._pages.setCurrentIndex(0)
            self._actions.select(ticket)

    def _back(self) -> None:
        self._reading = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        if narrow != self._narrow or event.oldSize().width() < 0:
            self._narrow = narrow
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
