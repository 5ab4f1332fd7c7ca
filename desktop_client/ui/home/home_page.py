"""Home: what can we help with, my open tickets, and this computer in one line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_client.screens.home import HomeView
from desktop_client.screens.tickets import ListRow
from desktop_client.ui.help.quick_find import QuickFind, QuickFindActions
from desktop_client.ui.help.search_field import typed_letters
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Pill, Text, box, emptied, frame, line
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.parts.wrapping_row import WrappingRow
from desktop_client.ui.tickets.ticket_list import row_foot, row_state
from desktop_client.ui.words import translate, when

FIELD = 44
NARROW = 620


@dataclass(frozen=True, kw_only=True)
class HomeActions:
    """What Home does; each returns at once. `open_ticket` gets a ticket's id."""

    report: Callable[[], object]
    find: QuickFindActions
    open_ticket: Callable[[str], object]
    open_tickets: Callable[[], object]
    open_computer: Callable[[], object]


class TallButton(Button):
    """The button beside the field, as high as that."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(FIELD)))


class HomePage(Worded):
    """State flows in through `show_view`."""

    def __init__(self, theme: Theme, actions: HomeActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._view = HomeView()
        self.setObjectName("home_page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._scroll = Scrolled(self._content)
        outer.addWidget(self._scroll)
        self._column = box(theme, self._content, margins=(32, 24, 32, 24), spacing=16)
        self._below = QWidget()
        self._column.addWidget(self._question())
        self._column.addWidget(self._below)
        below = box(theme, self._below, spacing=16)
        below.addWidget(self._ticket_card())
        below.addWidget(self._computer_card())
        self._column.addStretch(1)
        self.retranslate()

    def show_view(self, view: HomeView) -> None:
        """Another state of things."""
        if view != self._view:
            self._view = view
            self._render()

    def focus(self) -> None:
        """The keyboard goes to *Report a problem*; letters go to the search."""
        self._report.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.finder.retranslate()
        self._report.setText(self.tr("Report a problem"))
        self._sentence.setText(
            self.tr("A report adds pictures of your screens and details of this computer. You check everything before it is sent.")
        )
        self._heading.setText(self.tr("My open tickets"))
        self._all.setText(self.tr("See all"))
        self._look.setText(self.tr("Look"))
        self._look.setAccessibleName(self.tr("Look at this computer"))
        self._render()

    # Construction

    def _question(self) -> QFrame:
        theme = self._theme
        card, column = frame(theme, "card", margins=(24, 16, 24, 16), spacing=8)
        self._greeting = Text(theme, tier="title", wrap=True)
        self._greeting.setObjectName("greeting")
        column.addWidget(self._greeting)
        self._row = box(theme, spacing=12, across=True)
        self.finder = QuickFind(theme, self._actions.find, place=self._below, tall=FIELD)
        self._report = TallButton(theme, "", "primary", "camera", self._actions.report)
        self._report.setObjectName("report")
        self._row.addWidget(self.finder, 1)
        self._row.addWidget(self._report, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._row)
        self._sentence = Text(theme, tier="small", ink="muted", wrap=True)
        column.addWidget(self._sentence)
        return card

    def _ticket_card(self) -> QFrame:
        theme = self._theme
        card, column = frame(theme, "card", margins=(0, 12, 0, 8), spacing=4)
        head = box(theme, margins=(16, 0, 8, 0), across=True)
        self._heading = Text(theme, tier="label")
        head.addWidget(self._heading)
        head.addStretch(1)
        self._all = Button(theme, "", "quiet", on_click=self._actions.open_tickets)
        self._all.setObjectName("see_all")
        head.addWidget(self._all)
        column.addLayout(head)
        self._rows = box(theme, margins=(4, 0, 4, 0), spacing=0)
        column.addLayout(self._rows)
        return card

    def _computer_card(self) -> QFrame:
        theme = self._theme
        card, self._computer_row = frame(theme, "card", margins=(16, 12, 16, 12), spacing=12, across=True)
        card.setObjectName("this_computer")
        self._computer_row.addWidget(IconLabel(theme, "device-laptop", "muted", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        said = box(theme, spacing=0)
        self._computer = Text(theme, tier="label", wrap=True)
        self._checked = Text(theme, ink="muted", wrap=True)
        self._checked.setObjectName("checked")
        said.addWidget(self._computer)
        said.addWidget(self._checked)
        self._computer_row.addLayout(said, 1)
        self._look = Button(theme, on_click=self._actions.open_computer)
        self._look.setObjectName("open_computer")
        self._computer_row.addWidget(self._look, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    # What is shown

    def _render(self) -> None:
        view = self._view
        name = view.name
        self._greeting.setText(
            self.tr("Hello, {name}. What can we help with?").format(name=name) if name else self.tr("Hello. What can we help with?")
        )
        self._computer.setText(self.tr("This computer: {name}").format(name=view.computer) if view.computer else self.tr("This computer"))
        checked = self.tr("Last checked {when}.").format(when=when(view.checked)) if view.checked else self.tr("Not checked yet.")
        self._checked.setText(checked)
        self._all.setVisible(view.known)
        with kept_focus(self):
            rows = emptied(self._rows)
            for number, ticket in enumerate(view.tickets):
                if number:
                    rows.addWidget(line())
                rows.addWidget(self._ticket(ticket))
            if not view.tickets:
                rows.addWidget(self._none())
            order_tabs(self)

    def _none(self) -> Text:
        said = self.tr("No open tickets.") if self._view.known else self.tr("No reports yet. If something doesn't work, report it here.")
        none = Text(self._theme, said, ink="muted", wrap=True)
        none.setObjectName("no_tickets")
        px = self._theme.px
        none.setContentsMargins(px(12), px(4), px(12), px(12))
        return none

    def _ticket(self, ticket: ListRow) -> WrappingRow:
        theme = self._theme
        state = row_state(ticket)
        row = WrappingRow(theme, lambda: self._actions.open_ticket(ticket.id), (12, 12, 12, 12))
        row.setObjectName(f"ticket_{ticket.id}")
        row.content.setSpacing(theme.px(12))
        row.content.addWidget(IconLabel(theme, state.icon, state.ink, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = box(theme, spacing=1)
        words.addWidget(Text(theme, ticket.subject, "label" if ticket.unread else "text", wrap=True))
        foot = row_foot(ticket, self._view.desk)
        words.addWidget(Text(theme, f"{state.text} · {foot}", "small", "muted", wrap=True))
        row.content.addLayout(words, 1)
        spoken = [ticket.subject, state.text, foot]
        if ticket.unread:
            row.content.addWidget(Pill(theme, str(ticket.unread), "count"), 0, Qt.AlignmentFlag.AlignVCenter)
            spoken.append(translate("TicketWords", "%n unread", "", ticket.unread))
        row.content.addWidget(IconLabel(theme, "chevron-right", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.setAccessibleName(", ".join(spoken))
        row.setSizePolicy(QSizePolicy.Policy.Expanding, row.sizePolicy().verticalPolicy())
        return row

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = typed_letters(event)
        if letters:
            self.finder.field.begin(letters)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        narrow = self.width() < px(NARROW)
        side = px(16 if narrow else 32)
        self._column.setContentsMargins(side, px(24), side, px(24))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if narrow else across)
