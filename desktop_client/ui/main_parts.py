"""The main window with what fills its pages: made together when the window is first asked for; a tray at rest holds none of it."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_client.screens.desk import desk_of
from desktop_client.screens.home import home_view
from desktop_client.screens.now import Now
from desktop_client.ui.computer.checking import Checking
from desktop_client.ui.help.help_page import HelpPage
from desktop_client.ui.help.helping import Helping
from desktop_client.ui.home.home_page import HomeActions
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_window import MainActions, MainWindow, Page
from desktop_client.ui.settings.changing import Changing
from desktop_client.ui.tickets.following import Following


@dataclass(frozen=True, kw_only=True)
class Pages:
    """What fills the pages."""

    following: Following
    helping: Helping
    checking: Checking
    changing: Changing


class MainParts:
    """Belongs to Qt's thread."""

    def __init__(self, theme: Theme, pages: Pages, report: Callable[[], object]) -> None:
        self._pages = pages
        self._now: Now | None = None
        home = HomeActions(
            report=report,
            find=pages.helping.quick(),
            open_ticket=lambda ticket: self.window.open_at(Page.TICKETS, ticket),
            open_tickets=lambda: self.window.open_at(Page.TICKETS),
            open_computer=lambda: self.window.open_at(Page.COMPUTER),
        )
        actions = MainActions(
            home=home,
            tickets=pages.following.actions,
            help=pages.helping.actions,
            computer=pages.checking.actions,
            settings=pages.changing.actions,
        )
        self.window = MainWindow(theme, actions)
        pages.following.attach(self.window.tickets)
        pages.helping.attach(self.window.help)
        pages.checking.attach(self.window.computer)
        pages.changing.attach(self.window.settings)
        pages.checking.when_checked(self._show_home)

    def show_now(self, now: Now, *, connected: bool) -> None:
        """Fills every page that tells how things are; Settings are shown when a setting changes."""
        self._now = now
        self._pages.following.show_now(now)
        self.window.show_unread(now.unread)
        self.window.show_desk(desk_of(now.about), connected=connected)
        self._show_home()

    def help_page(self) -> HelpPage:
        """Help articles, in front."""
        self.window.open_at(Page.HELP)
        return self.window.help

    def _show_home(self) -> None:
        now = self._now
        if now is not None:
            self.window.home.show_view(
                home_view(
                    person=now.person,
                    computer=now.computer,
                    tickets=now.tickets,
                    deliveries=now.deliveries,
                    desk=desk_of(now.about),
                    checked=self._pages.checking.checked(),
                )
            )
