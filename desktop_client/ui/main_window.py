"""Sigap's main window: Home, My tickets, Help articles, This computer, Settings."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QStackedWidget

from desktop_client.screens.desk import Desk
from desktop_client.ui.computer.computer_page import ComputerActions, ComputerPage
from desktop_client.ui.help.help_page import HelpPage
from desktop_client.ui.help.search_page import SearchActions
from desktop_client.ui.home.home_page import HomeActions, HomePage
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.navigation import Navigation
from desktop_client.ui.parts.parts import box, line
from desktop_client.ui.parts.window import Window
from desktop_client.ui.settings.settings_page import SettingsActions, SettingsPage
from desktop_client.ui.tickets.tickets_page import TicketsActions, TicketsPage

WIDTH, HEIGHT = 1040, 700
ICONS_ONLY = 800
NARROWEST, LOWEST = 400, 320


class Page(IntEnum):
    """The pages, in the order of the navigation and of Ctrl+1 to Ctrl+5."""

    HOME = 0
    TICKETS = 1
    HELP = 2
    COMPUTER = 3
    SETTINGS = 4


@dataclass(frozen=True, kw_only=True)
class MainActions:
    """What the pages do."""

    home: HomeActions
    tickets: TicketsActions
    help: SearchActions
    computer: ComputerActions
    settings: SettingsActions


class MainWindow(Window):
    """The window; its pages are `home`, `tickets`, `help`, `computer` and `settings`, and take their state through their own setters."""

    def __init__(self, theme: Theme, actions: MainActions) -> None:
        super().__init__(theme)
        self.setObjectName("main_window")
        self.setWindowTitle("Sigap")
        row = box(theme, self, spacing=0, across=True)
        # The pages rearrange themselves when it gets narrow, which a minimum from their wide layout would prevent.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(theme.px(NARROWEST), theme.px(LOWEST))
        self._navigation = Navigation(theme, lambda number: self.go(Page(number)))
        row.addWidget(self._navigation)
        row.addWidget(line(upright=True))
        self._pages = QStackedWidget()
        self.home = HomePage(theme, actions.home)
        self.tickets = TicketsPage(theme, actions.tickets)
        self.help = HelpPage(theme, actions.help)
        self.computer = ComputerPage(theme, actions.computer)
        self.settings = SettingsPage(theme, actions.settings)
        for page in (self.home, self.tickets, self.help, self.computer, self.settings):
            self._pages.addWidget(page)
        row.addWidget(self._pages, 1)
        for page in Page:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{page + 1}"), self)
            shortcut.activated.connect(lambda page=page: self.go(page, focus=True))
        self.go(Page.HOME)
        self.fit(WIDTH, HEIGHT)
        self.ring.raise_()

    def open_at(self, page: Page, ticket: str = "") -> None:
        """Shows the window at a page, with a ticket if one is named."""
        self.go(page)
        if ticket:
            self.tickets.open_ticket(ticket)
        self.open()
        self._pages.currentWidget().focus()

    def go(self, page: Page, *, focus: bool = False) -> None:
        """Goes to a page; `focus` takes the keyboard along."""
        self._pages.setCurrentIndex(page)
        self._navigation.choose(page)
        if focus:
            self._pages.currentWidget().focus()

    def page(self) -> Page:
        """The page that is shown."""
        return Page(self._pages.currentIndex())

    def show_unread(self, unread: int) -> None:
        """How many messages are new."""
        self._navigation.show_unread(unread)

    def show_desk(self, desk: Desk, *, connected: bool) -> None:
        """Whom to call, and whether the backend is reached; for the foot of the navigation and for This computer."""
        self._navigation.show_desk(desk, connected=connected)
        self.computer.show_desk(desk)
        self.help.show_desk(desk)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.set_icons_only(only=self.width() < self.theme.px(ICONS_ONLY))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("canvas"))
