"""The program in the tray: icon, panel and windows, each filled anew whenever something has changed.

Windows are made when they are first asked for, and their code is loaded then: a tray at rest holds none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer

from desktop_client.backend.enrolment import Enrolment
from desktop_client.help_desk.news import News
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.desk import desk_of
from desktop_client.screens.now import Now
from desktop_client.screens.panel import panel_view
from desktop_client.screens.settings_page import Registration, settings_view
from desktop_client.screens.tray import tray_view
from desktop_client.settings import Preferences, Settings
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.announcing import Announcing
from desktop_client.ui.tray.panel import Panel, PanelActions
from desktop_client.ui.tray.tray import Tray, TrayActions

if TYPE_CHECKING:
    from desktop_client.ui.computer.checking import Checking
    from desktop_client.ui.main_window import MainWindow
    from desktop_client.ui.notices.quit_question import QuitQuestion
    from desktop_client.ui.notices.saying import Saying
    from desktop_client.ui.report.reporting import Reporting
    from desktop_client.ui.settings.registering import Registering
    from desktop_client.ui.tickets.following import Following

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
    """Belongs to Qt's thread. `reporting`, `following` and `checking` make their part when it is first needed."""

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
    ) -> None:
        self._theme, self._pool, self._preferences, self._work, self._announcing = theme, pool, preferences, work, announcing
        self._make_reporting, self._make_following, self._make_checking = reporting, following, checking
        self._reporting: Reporting | None = None
        self._following: Following | None = None
        self._checking: Checking | None = None
        self._registering: Registering | None = None
        self._main: MainWindow | None = None
        self._quit_question: QuitQuestion | None = None
        self._saying: Saying | None = None
        self._now: Now | None = None
        self._connected = False
        self._looking = self._look_again = False
        self._show_first = ""
        self._closing = False
        self.panel: Panel | None = None
        self.tray = Tray(
            theme,
            TrayActions(
                report=self.report,
                open_panel=self.toggle_panel,
                open_tickets=self.open_tickets,
                open_computer=self.open_computer,
                open_settings=self.open_settings,
                quit=self.ask_to_quit,
            ),
            appeared=self._tray_appeared,
        )
        self._clock = QTimer()
        self._clock.setInterval(TYPE_AGAIN_MS)
        self._clock.timeout.connect(self._show_now)

    # the start and the end

    def start(self, show: str) -> None:
        """Shows the icon; `show` is "panel", "report", or "" for the icon alone. Without a tray the panel is a window."""
        self._show_first = show
        self.tray.start()
        self.look()

    def close(self) -> None:
        """Closes every window; what was being written is kept."""
        self._closing = True
        if self._following is not None:
            self._following.keep_now()
        for part in (self._reporting, self._checking, self._registering):
            if part is not None:
                part.close()
        if self._saying is not None:
            self._saying.end()
        for window in (self._main, self._quit_question, self.panel):
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
        if self._main is None or not self._main.isActiveWindow():
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

    def settings_changed(self, now: Settings) -> None:
        """A setting has another value; with the language, everything says it anew."""
        self._show_settings(now)
        self._show_now()
        if self._reporting is not None:
            self._reporting.settings_changed()

    def rung(self, message: str) -> None:
        """Another process of this profile rang."""
        if message == "panel":
            self.open_panel()
        elif message == "report":
            self.report()
        elif message == "enrolled":
            self._pool.run(self._work.enrolled, lambda _nothing: self.look(), self._work.unexpected)
        else:
            self._work.wake()
            self.look()

    # what a person opens

    def report(self) -> None:
        """Begins a report."""
        self.reporting().start()

    def toggle_panel(self, icon: QRect) -> None:
        """A click on the icon."""
        self._panel().toggle_at(icon)

    def open_panel(self) -> None:
        """Opens the panel, or the window that stands for it."""
        self._panel().open_at(self.tray.geometry())

    def open_tickets(self, ticket: str = "") -> None:
        """Opens My tickets, at a ticket."""
        from desktop_client.ui.main_window import Page  # noqa: PLC0415 - when a window is wanted

        self._hide_panel()
        self._window().open_at(Page.TICKETS, ticket)

    def open_newest_unread(self, ticket: str) -> None:
        """A click on a notification."""
        self.open_tickets((self._now.newest_unread() if self._now else "") or ticket)

    def open_computer(self) -> None:
        """Opens This computer."""
        from desktop_client.ui.main_window import Page  # noqa: PLC0415 - when a window is wanted

        self._hide_panel()
        self._window().open_at(Page.COMPUTER)

    def open_settings(self) -> None:
        """Opens Settings."""
        from desktop_client.ui.main_window import Page  # noqa: PLC0415 - when a window is wanted

        self._hide_panel()
        self._window().open_at(Page.SETTINGS)

    def register(self) -> None:
        """Opens the window with address and code."""
        from desktop_client.ui.settings.registering import Registering  # noqa: PLC0415 - when it is wanted

        self._hide_panel()
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
        self.tray.show_view(tray_view(unread=now.unread, waiting=now.waiting, refused=now.refused, next_try=now.next_try))
        self._announcing.seen(frozenset(row.ticket.id for row in now.tickets if row.unread))
        if self.panel is not None:
            self.panel.show_view(
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
            self._following.show_now(now)
            self._main.show_unread(now.unread)
            self._main.show_desk(desk_of(now.about), connected=self._connected)
            self._show_settings(self._preferences.values())
        if now.waiting and not self._clock.isActive():
            self._clock.start()
        elif not now.waiting:
            self._clock.stop()

    def _show_settings(self, values: Settings) -> None:
        if self._main is None:
            return
        now = self._now
        registration = Registration(
            company=now.company if now else "",
            address=now.address if now else "",
            person=now.person if now else "",
            locked=bool(values.backend_address),
        )
        self._main.settings.show_view(settings_view(values, self._preferences.source, registration))

    def _change_setting(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a setting's value
        def change() -> None:
            self._preferences.change(key, value)
            if key == "start_at_sign_in":
                self._work.set_autostart(bool(value))

        def failed(error: Exception) -> None:
            self._main.settings.refused(error.reason if isinstance(error, RefusedError) else self._work.unexpected(error))

        self._pool.run(change, None, failed)

    def _enrolled(self, _enrolment: Enrolment) -> None:
        self._pool.run(self._work.enrolled, lambda _nothing: self._after_enrolling(), self._work.unexpected)

    def _after_enrolling(self) -> None:
        self.look()
        if self._main is None or not self._main.isVisible():
            self.open_panel()

    def _panel(self) -> Panel:
        if self.panel is None:
            actions = PanelActions(
                report=self.report,
                try_now=self._work.wake,
                open_ticket=self.open_tickets,
                open_tickets=self.open_tickets,
                open_computer=self.open_computer,
                open_settings=self.open_settings,
                register=self.register,
                closed=self._window_closed,
            )
            self.panel = Panel(self._theme, actions, as_window=not self.tray.shown())
            self._show_now()
        return self.panel

    def _hide_panel(self) -> None:
        if self.panel is not None and self.tray.shown():
            self.panel.hide()

    def _window_closed(self) -> None:
        """The window that stands for the tray was closed: that is quitting, where nothing else is left to click on."""
        # A window that is just closing can't be opened.
        QTimer.singleShot(0, self._clock, self._quit_without_tray)

    def _quit_without_tray(self) -> None:
        if self.tray.shown() or self._closing:
            return
        if self._now and self._now.deliveries:
            # Behind the question: whoever stays finds it again.
            self.open_panel()
        self.ask_to_quit()

    def _tray_appeared(self) -> None:
        """A tray came: the window that stood for it becomes a panel."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _window(self) -> "MainWindow":
        if self._main is None:
            from desktop_client.ui.main_window import MainWindow  # noqa: PLC0415 - a tray at rest has no window
            from desktop_client.ui.settings.settings_page import SettingsActions  # noqa: PLC0415 - the same

            self._following = self._make_following(self)
            self._checking = self._make_checking(self)
            settings = SettingsActions(change=self._change_setting, register=self.register)
            self._main = MainWindow(self._theme, self._following.actions, self._checking.actions, settings)
            self._following.attach(self._main.tickets)
            self._checking.attach(self._main.computer)
            self._show_now()
        return self._main
