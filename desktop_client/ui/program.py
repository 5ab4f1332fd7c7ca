"""The program in the tray: icon, panel and windows, each filled anew whenever something has changed.

Windows are made when they are first asked for, and their code is loaded then: a tray at rest holds none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_client.backend.enrolment import Enrolment
from desktop_client.help_desk.news import News
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.desk import desk_of
from desktop_client.screens.now import Now
from desktop_client.screens.panel import panel_view
from desktop_client.screens.tray import tray_view
from desktop_client.settings import Preferences, Settings
from desktop_client.ui.background import Background
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.announcing import Announcing
from desktop_client.ui.tray.panel import Panel, PanelActions
from desktop_client.ui.tray.panel_at_work import PanelAtWork
from desktop_client.ui.tray.tray import Tray, TrayActions

if TYPE_CHECKING:
    from desktop_client.ui.computer.checking import Checking
    from desktop_client.ui.help.help_page import HelpPage
    from desktop_client.ui.help.helping import Helping
    from desktop_client.ui.main_parts import MainParts
    from desktop_client.ui.notices.quit_question import QuitQuestion
    from desktop_client.ui.notices.saying import Saying
    from desktop_client.ui.report.reporting import Reporting
    from desktop_client.ui.settings.changing import Changing
    from desktop_client.ui.settings.registering import Registering
    from desktop_client.ui.tickets.following import Following

ARTICLE = "article:"
"""Before an article's id: what another process rings, and how a start is told to show one."""
TYPE_AGAIN_MS = 30_000
"""How often "in 5 minutes" is told anew while something waits."""


@dataclass(frozen=True, kw_only=True)
class ProgramWork:
    """What the program has done for it. Functions block and are called beside Qt's thread, unless they say otherwise.

    `look` reads everything that is shown. `wake` lets what waits be tried at once (answers at once). `enrolled` is called when this
    computer was registered, here or by another process. `quit` ends the program (at once).
    `unexpected` writes an error down and gives a reason to show (at once).
    """

    look: Callable[[], Now]
    wake: Callable[[], object]
    enrol: Callable[[str, str, bool], Enrolment]
    enrolled: Callable[[], object]
    set_autostart: Callable[[bool], object]
    unexpected: Callable[[Exception], Reason]
    quit: Callable[[], object]


class Program:
    """Belongs to Qt's thread. `reporting`, `following`, `checking` and `helping` make their part when it is first needed."""

    def __init__(
        self,
        theme: Theme,
        pool: Background,
        preferences: Preferences,
        work: ProgramWork,
        announcing: Announcing,
        *,
        reporting: Callable[["Program"], "Reporting"],
        following: Callable[["Program"], "Following"],
        checking: Callable[["Program"], "Checking"],
        helping: Callable[["Program"], "Helping"],
    ) -> None:
        self._theme, self._pool, self._preferences, self._work, self._announcing = theme, pool, preferences, work, announcing
        self._make_reporting, self._make_following, self._make_checking = reporting, following, checking
        self._make_helping = helping
        self._reporting: Reporting | None = None
        self._following: Following | None = None
        self._checking: Checking | None = None
        self._helping: Helping | None = None
        self._changing: Changing | None = None
        self._registering: Registering | None = None
        self._main: MainParts | None = None
        self._quit_question: QuitQuestion | None = None
        self._saying: Saying | None = None
        self._now: Now | None = None
        self._connected = False
        self._viewer = ""
        self._stop_help: Callable[[], object] = lambda: None
        self._looking = self._look_again = False
        self._show_first = ""
        self._closing = False
        self._panel = PanelAtWork(theme, lambda: self.tray, self._panel_actions(), self._show_now, self._quit_without_tray)
        self.tray = Tray(
            theme,
            TrayActions(
                report=self.report,
                open_panel=self._panel.toggle,
                find_help=self.open_help,
                open_home=self.open_home,
                open_tickets=self.open_tickets,
                open_computer=self.open_computer,
                open_settings=self.open_settings,
                quit=self.ask_to_quit,
                stop_help=self._stop_remote_help,
            ),
            appeared=self._panel.tray_appeared,
        )
        self._clock = QTimer()
        self._clock.setInterval(TYPE_AGAIN_MS)
        self._clock.timeout.connect(self._show_now)

    # the start and the end

    def start(self, show: str) -> None:
        """Shows the icon; `show` is "panel", "report", "article:ID", or "" for the icon alone.

        Without a tray the panel is a window.
        """
        self._show_first = show
        self.tray.start()
        self.look()

    def close(self) -> None:
        """Closes every window; what was being written is kept."""
        self._closing = True
        if self._following is not None:
            self._following.keep_now()
        if self._saying is not None:
            self._saying.end()
        for part in (self._reporting, self._checking, self._helping, self._registering):
            if part is not None:
                part.close()
        for window in (self._main.window if self._main else None, self._quit_question, self._panel):
            if window is not None:
                window.close()
        self._clock.stop()
        self.tray.close()

    def ask_to_quit(self) -> None:
        """Quits, after a question only while something waits."""
        waiting = len(self._now.deliveries) if self._now else 0
        if not waiting:
            self._work.quit()
            return
        from desktop_client.ui.notices.quit_question import QuitQuestion  # noqa: PLC0415 - when it is asked

        if self._quit_question is None:
            self._quit_question = QuitQuestion(self._theme, self._work.quit)
        self._quit_question.ask(waiting)

    @property
    def panel(self) -> Panel | None:
        """The panel, None before it was opened."""
        return self._panel.panel

    # what changes

    def look(self) -> None:
        """Something may have changed: everything shown is read anew, once for any number of calls meanwhile."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        self._pool.run(self._work.look, self._looked, self._not_looked)

    def news(self, told: tuple[News, ...]) -> None:
        """The feed brought something."""
        if self._main is None or not self._main.window.isActiveWindow():
            self._announcing.news(told)
        self.look()

    def received(self, ticket: str, number: str, subject: str) -> None:
        """A report arrived; told on the desktop unless a window of ours tells it already."""
        if self._reporting is None or not self._reporting.tells_of(ticket):
            self._announcing.received(ticket, number, subject)
        self.look()

    def connected(self, connected: bool) -> None:  # noqa: FBT001 - a state
        """Whether the backend is reached."""
        self._connected = connected
        self.look()

    def viewed(self, name: str, stop: Callable[[], object]) -> None:
        """Who sees the screen now, "" for nobody, and what ends it."""
        self._viewer, self._stop_help = name, stop
        self._show_now()

    def _stop_remote_help(self) -> None:
        self._stop_help()

    def settings_changed(self, now: Settings) -> None:
        """A setting has another value; with the language, everything says it anew."""
        if self._changing is not None:
            self._changing.show(now, self._now)
        self._show_now()
        if self._reporting is not None:
            self._reporting.settings_changed()
        if self._helping is not None:
            self._helping.look()

    def rung(self, message: str) -> None:
        """Another process of this profile rang."""
        if message == "panel":
            self.open_panel()
        elif message == "report":
            self.report()
        elif message.startswith(ARTICLE):
            self.open_article(message.removeprefix(ARTICLE))
        elif message == "enrolled":
            self._pool.run(self._work.enrolled, lambda _nothing: self.look(), self._work.unexpected)
        else:
            self._work.wake()
            self.look()

    # what a person opens

    def report(self) -> None:
        """Begins a report."""
        self.reporting().start()

    def open_panel(self) -> None:
        """Opens the panel, or the window that stands for it."""
        self._panel.open()

    def open_home(self) -> None:
        """Opens Sigap at Home."""
        self._open_page("HOME")

    def open_tickets(self, ticket: str = "") -> None:
        """Opens My tickets, at a ticket."""
        self._open_page("TICKETS", ticket)

    def open_newest_unread(self, ticket: str) -> None:
        """A click on a notification."""
        self.open_tickets((self._now.newest_unread() if self._now else "") or ticket)

    def open_help(self, words: str = "") -> None:
        """Opens Help articles with the keyboard in the search, and with words if there are any."""
        self._panel.hide()
        page = self.help_page()
        page.show_search()
        if words:
            page.search.look_for(words)
        page.focus()

    def open_article(self, article: str, *, from_report: bool = False) -> None:
        """Opens an article or a guide, by its id or key."""
        self._panel.hide()
        self.helping().open(article, from_report=from_report)

    def open_computer(self) -> None:
        """Opens This computer."""
        self._open_page("COMPUTER")

    def open_settings(self) -> None:
        """Opens Settings."""
        self._open_page("SETTINGS")

    def register(self) -> None:
        """Opens the window with address and code."""
        from desktop_client.ui.settings.registering import Registering  # noqa: PLC0415 - when it is wanted

        self._panel.hide()
        if self._registering is None:
            self._registering = Registering(self._theme, self._pool, self._work.enrol, self._enrolled, self._work.unexpected)
        self._registering.open(self._now)

    def say(self, reason: Reason) -> None:
        """Tells what could not be done where no window of ours is about it."""
        self._notices().say(reason)

    def reporting(self) -> "Reporting":
        """Everything about writing a report."""
        if self._reporting is None:
            self._reporting = self._make_reporting(self)
        return self._reporting

    def helping(self) -> "Helping":
        """Everything about finding help, reading and guides."""
        if self._helping is None:
            self._helping = self._make_helping(self)
        return self._helping

    def help_page(self) -> "HelpPage":
        """Help articles, in front."""
        return self._parts().help_page()

    # inside

    def _looked(self, now: Now) -> None:
        again, self._looking, self._look_again = self._look_again, False, False
        if again:
            self.look()
        self._now = now
        self._show_now()
        first, self._show_first = self._show_first, ""
        if first == "report":
            self.report()
        elif first.startswith(ARTICLE):
            self.open_article(first.removeprefix(ARTICLE))
        elif first and not now.enrolled and not self._preferences.values().backend_address:
            self.register()
        elif first or (not self.tray.shown() and self.panel is None):
            self.tray.when_docked(self.open_panel)
        for reason in now.told:
            # Where a token would be kept is of no interest before there is one.
            if reason.cause is not Cause.NO_KEYRING or now.enrolled:
                self._notices().say_once(reason)

    def _notices(self) -> "Saying":
        if self._saying is None:
            from desktop_client.ui.notices.saying import Saying  # noqa: PLC0415 - rare

            self._saying = Saying(self._theme, self.open_tickets, lambda: self._now.about if self._now else None)
        return self._saying

    def _not_looked(self, error: Exception) -> None:
        self._looking = self._look_again = False
        self.say(error.reason if isinstance(error, RefusedError) else self._work.unexpected(error))

    def _show_now(self) -> None:
        now = self._now
        if now is None:
            return
        self.tray.show_view(
            tray_view(unread=now.unread, waiting=now.waiting, refused=now.refused, next_try=now.next_try, viewer=self._viewer)
        )
        self._announcing.seen(frozenset(row.ticket.id for row in now.tickets if row.unread))
        self._panel.show_view(
            panel_view(
                person=now.person,
                computer=now.computer,
                enrolled=now.enrolled,
                deliveries=now.deliveries,
                tickets=now.tickets,
                desk=desk_of(now.about),
            )
        )
        if self._reporting is not None:
            self._reporting.show_now(now)
        if self._main is not None:
            self._main.show_now(now, connected=self._connected)
            self._changing.show(self._preferences.values(), now)
        if now.waiting and not self._clock.isActive():
            self._clock.start()
        elif not now.waiting:
            self._clock.stop()

    def _enrolled(self, _enrolment: Enrolment) -> None:
        self._pool.run(self._work.enrolled, lambda _nothing: self._after_enrolling(), self._work.unexpected)

    def _after_enrolling(self) -> None:
        self.look()
        if self._main is None or not self._main.window.isVisible():
            self.open_panel()

    def _panel_actions(self) -> PanelActions:
        """The panel is there long before anybody looks for help: what finds it is made with the first letter."""
        find = QuickFindActions(
            ask=lambda words, show: self.helping().ask_quickly(words, show), open=self.open_article, open_all=self.open_help
        )
        return PanelActions(
            report=self.report,
            try_now=self._work.wake,
            open_ticket=self.open_tickets,
            open_tickets=self.open_tickets,
            open_computer=self.open_computer,
            open_settings=self.open_settings,
            register=self.register,
            open_home=self.open_home,
            find=find,
        )

    def _quit_without_tray(self) -> None:
        """The window that stands for the tray was closed: that is quitting, where nothing else is left to click on."""
        if self.tray.shown() or self._closing:
            return
        if self._now and self._now.deliveries:
            # Behind the question: whoever stays finds it again.
            self.open_panel()
        self.ask_to_quit()

    def _parts(self) -> "MainParts":
        if self._main is None:
            from desktop_client.ui.main_parts import MainParts, Pages  # noqa: PLC0415 - a tray at rest has no window
            from desktop_client.ui.settings.changing import Changing  # noqa: PLC0415 - the same

            self._following = self._make_following(self)
            self._checking = self._make_checking(self)
            self._changing = Changing(self._pool, self._preferences, self._work.set_autostart, self.register, self._work.unexpected)
            pages = Pages(following=self._following, helping=self.helping(), checking=self._checking, changing=self._changing)
            self._main = MainParts(self._theme, pages, self.report)
            self._show_now()
        return self._main

    def _open_page(self, name: str, ticket: str = "") -> None:
        """Shows the main window at a page."""
        from desktop_client.ui.main_window import Page  # noqa: PLC0415 - when a window is wanted

        self._panel.hide()
        self._parts().window.open_at(Page[name], ticket)
