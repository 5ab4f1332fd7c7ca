"""The one place that builds the tray program: every row is known here, and each part is handed only the functions that it needs.

The order of a start: profile, log, Qt, the lock of the one instance, the icon; then, beside Qt's thread, outbox and tickets; then sender
and listener in threads of their own. It ends in the opposite order.
"""

import logging
import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from contract.tickets import TicketStored
from desktop_client.backend.listener import Listener
from desktop_client.flows.enrol_by_policy import PolicyEnrolment
from desktop_client.flows.follow_tickets import follow_tickets, my_tickets
from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import ArticleSync
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.news import News
from desktop_client.help_desk.promise import Promise
from desktop_client.help_desk.sender import Sender
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.now import Now
from desktop_client.sentences.reasons import sentence
from desktop_client.settings import Settings
from desktop_client.system import crash_note
from desktop_client.system.autostart import set_autostart
from desktop_client.system.desktop.end_signals import EndSignals
from desktop_client.system.desktop.link_events import LinkEvents
from desktop_client.system.desktop.network_changes import NetworkChanges
from desktop_client.system.desktop.notifications import Notifications
from desktop_client.system.desktop.one_instance import OneInstance
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.log import start_log, unexpected, watch_uncaught
from desktop_client.system.machine.identity import account, computer_name, display_name
from desktop_client.system.machine.screen import has_screen
from desktop_client.ui import words
from desktop_client.ui.background import Background
from desktop_client.ui.collecting import CollectingInQtThread
from desktop_client.ui.instance_assist import InstanceAssist
from desktop_client.ui.instance_parts import InstanceParts
from desktop_client.ui.look.appearance import Appearance
from desktop_client.ui.look.theme import Theme, system_text_size
from desktop_client.ui.program import Program, ProgramWork
from desktop_client.ui.tray.announcing import ASKED, Announcing
from desktop_client.version import client_version

if TYPE_CHECKING:
    from desktop_client.ui.notices.after_crash import AfterCrash

log = logging.getLogger(__name__)

END_S = 2.0
"""What sender and listener get to put down what they hold."""


class Options(Protocol):
    """How the tray was started. `quiet`: at sign-in, with the icon alone."""

    quiet: bool


def run(folder: Path | None, show: str, options: Options) -> int:
    """The tray, until it is quit. `show` is "panel" or "report". Gives the exit code; RefusedError where the profile can't be used."""
    if not has_screen():
        raise RefusedError(Reason(Cause.NO_SCREEN))
    profile = open_profile(folder)
    instance = OneInstance(profile)
    if not instance.first():
        instance.ring(show)
        print(sentence(Reason(Cause.ALREADY_RUNNING), desk="", company="").whole(), file=sys.stderr)  # noqa: T201 - a person started it
        return 0
    written = start_log(profile, _redact)
    watch_uncaught()
    try:
        return _run(profile, instance, "" if options.quiet else show)
    finally:
        instance.close()
        written.close()


def _run(profile: Profile, instance: OneInstance, show: str) -> int:
    app = QApplication(["sigap"])
    app.setApplicationName("sigap")
    app.setApplicationDisplayName("Sigap")
    app.setDesktopFileName("sigap")
    app.setQuitOnLastWindowClosed(False)
    crashed = crash_note.begin(profile)
    log.info(
        "Sigap %s starts on %s %s%s",
        client_version(),
        platform.system(),
        platform.release(),
        "; the run before had ended by itself" if crashed else "",
    )
    collecting = CollectingInQtThread()
    client = Client(profile, app)
    signals = EndSignals(lambda: _end(app))
    if sys.platform == "darwin":
        LinkEvents(app, client.rung)
    try:
        instance.on_ring(client.rung)
        client.start(show, crashed=crashed)
        return app.exec()
    finally:
        client.close()
        signals.close()
        collecting.close()
        crash_note.end(profile)


def _end(app: QApplication) -> None:
    """A log-off: letters that were typed before it, and are still on their way to a window, are not lost."""
    app.processEvents()
    app.quit()


def self_test(folder: Path | None, *, as_json: bool) -> int:
    """Checks this installation, screen and tray too, and says what works; the exit code is 1 when something doesn't."""
    from desktop_client.commands.command import Output  # noqa: PLC0415 - only when it is asked for
    from desktop_client.commands.self_test import Check, basic_checks, run_checks  # noqa: PLC0415 - the same

    checks = (*basic_checks(folder), Check("capture", _capture_works), Check("tray", _tray_works))
    return run_checks(checks, Output(as_json=as_json))


def _capture_works() -> str:
    from desktop_client.capture.screens import capture  # noqa: PLC0415 - only for the self-test
    from desktop_client.commands.self_test import SkippedError  # noqa: PLC0415 - the same

    if not has_screen():
        raise SkippedError("there is no screen")
    pictures = [f"{picture.width} × {picture.height}" for picture in capture()]
    return ", ".join(pictures)


def _tray_works() -> str:
    from PySide6.QtWidgets import QSystemTrayIcon  # noqa: PLC0415 - only for the self-test

    from desktop_client.commands.self_test import SkippedError  # noqa: PLC0415 - the same

    if not has_screen():
        raise SkippedError("there is no screen")
    app = QApplication.instance() or QApplication(["sigap"])
    if not QSystemTrayIcon.isSystemTrayAvailable():
        raise SkippedError("this desktop has no tray: Sigap opens as a window")
    return f"there is one, on {QGuiApplication.platformName()}" if app else ""


def _redact(text: str) -> str:
    from desktop_client.diagnostics.redaction.redact import redact_text  # noqa: PLC0415 - rules are loaded with the first line

    return redact_text(text)


class Client:
    """Everything that runs for one profile, and the wires between."""

    def __init__(self, profile: Profile, app: QApplication) -> None:
        self._profile, self._app = profile, app
        self._pool = Background()
        self._disk = Background(workers=1)
        self._theme = Theme(size=system_text_size(app))
        self._appearance = Appearance(app, self._theme)
        self._instance: Instance | None = None
        self._program: Program | None = None
        self._sender: Sender | None = None
        self._listener: Listener | None = None
        self._policy: PolicyEnrolment | None = None
        self._articles: ArticleSync | None = None
        self._assist: InstanceAssist | None = None
        self._threads: list[threading.Thread] = []
        self._network: NetworkChanges | None = None
        self._after_crash: AfterCrash | None = None
        self._rung: list[str] = []
        self._notifications = Notifications(self._notification_clicked, self._notification_refused)

    def start(self, show: str, *, crashed: bool) -> None:
        """Opens the profile beside Qt's thread; the icon is there before anything else is loaded."""
        words.use_language("system")
        self._appearance.use("system")
        self._pool.run(lambda: Instance(self._profile), lambda opened: self._opened(opened, show, crashed=crashed), self._not_opened)

    def close(self) -> None:
        """Ends everything, in order: windows, threads, files."""
        if self._after_crash is not None:
            self._after_crash.close()
        if self._assist is not None:
            # A tool that was started for a technician goes before everything else.
            self._assist.remote.close()
            self._assist.close_windows()
        if self._program is not None:
            self._program.close()
        if self._network is not None:
            self._network.close()
        watch = self._assist.watch if self._assist else None
        for part in (watch, self._policy, self._articles, self._listener, self._sender):
            if part is not None:
                part.close()
        self._notifications.end()
        # What a window just handed over is on the disk before the outbox closes.
        self._disk.finish(END_S)
        self._pool.close()
        for thread in self._threads:
            thread.join(END_S)
        if self._instance is not None and not any(thread.is_alive() for thread in self._threads):
            self._instance.close()

    def rung(self, message: str) -> None:
        """Another process of this profile rang; before everything is open it is remembered."""
        if self._program is None:
            self._rung.append(message)
        else:
            self._program.rung(message)

    # the start

    def _not_opened(self, error: Exception) -> None:
        reason = error.reason if isinstance(error, RefusedError) else Reason(Cause.UNEXPECTED, {"ref": unexpected(error)})
        said = words.say(reason)
        print(said.whole(), file=sys.stderr)  # noqa: T201 - nothing else is there to say it with
        self._app.exit(1)

    def _opened(self, instance: Instance, show: str, *, crashed: bool) -> None:
        self._instance = instance
        values = instance.preferences.values()
        self._apply(values)
        instance.preferences.listen(lambda now: self._pool.post(lambda: self._apply(now)))
        self._sender = Sender(
            instance.outbox,
            instance.session,
            self._profile.sender_lock,
            self._changed,
            delivered=self._delivered,
        )
        self._articles = ArticleSync(instance)
        self._assist = InstanceAssist(
            self._theme,
            self._pool,
            instance,
            lambda: self._program,
            notify=self._notifications.show_until_answered,
            notified=self._notifications.close,
            unexpected=_unexpected,
        )
        self._listener = follow_tickets(
            cache=instance.cache,
            session_factory=instance.session,
            on_news=self._news,
            on_state=self._connected,
            on_articles=self._articles.changed,
            on_assist=self._assist.heard,
        )
        self._policy = PolicyEnrolment(instance, self._enrolled)
        parts = InstanceParts(
            self._theme,
            self._pool,
            self._disk,
            instance,
            send=self._sender.wake,
            wake=self._wake,
            unexpected=_unexpected,
            articles=self._articles,
        )
        self._program = Program(
            self._theme,
            self._pool,
            instance.preferences,
            ProgramWork(
                look=self._look,
                wake=self._wake,
                enrol=lambda address, code, elsewhere: instance.enrol(address, code, confirmed=elsewhere),
                enrolled=self._enrolled,
                set_autostart=lambda on: set_autostart(self._profile, on),
                unexpected=_unexpected,
                quit=self._app.quit,
            ),
            Announcing(self._notifications, lambda: instance.preferences.values().notify_replies),
            reporting=parts.reporting,
            following=parts.following,
            checking=parts.checking,
            helping=parts.helping,
        )
        self._program.start(show)
        self._network = NetworkChanges(self._wake)
        self._pool.run(lambda: self._settle(values), lambda _nothing: self._go(), self._settle_failed)
        parts.resume_guide(self._program)
        if crashed:
            self._tell_of_crash(parts)
        for message in self._rung:
            self._program.rung(message)

    def _settle(self, values: Settings) -> None:
        """What a start puts in order on the disk: whose outbox it is, and whether Sigap starts at sign-in."""
        self._opened_instance().settle()
        set_autostart(self._profile, values.start_at_sign_in)

    def _settle_failed(self, error: Exception) -> None:
        _unexpected(error)
        self._go()

    def _go(self) -> None:
        """Sender and listener begin, and articles come; a computer that the company registers by itself is registered."""
        assist = self._opened_assist()
        parts = (
            ("sender", self._sender),
            ("listener", self._listener),
            ("policy", self._policy),
            ("articles", self._articles),
            ("remote-help", assist.remote),
            ("remote-tools", assist.watch),
        )
        for name, part in parts:
            if part is not None:
                thread = threading.Thread(target=part.run, name=name, daemon=True)
                thread.start()
                self._threads.append(thread)

    def _tell_of_crash(self, parts: InstanceParts) -> None:
        from desktop_client.system.log import recent_log  # noqa: PLC0415 - rare

        if self._program is not None:
            self._after_crash = parts.after_crash(self._program, lambda: recent_log(self._profile))

    # settings and looks

    def _apply(self, values: Settings) -> None:
        words.use_language(values.language)
        self._appearance.use(values.appearance, values.accent)
        if self._program is not None:
            self._program.settings_changed(values)

    # what the threads tell; each is called in theirs

    def _tell(self, call: Callable[[Program], object]) -> None:
        """Something for the program, in Qt's thread."""
        program = self._program
        if program is not None:
            self._pool.post(lambda: call(program))

    def _changed(self) -> None:
        self._tell(lambda program: program.look())

    def _delivered(self, promise: Promise, answer: bytes) -> None:
        self._opened_instance().delivered(promise, answer)
        if promise.kind is DeliveryKind.REPORT:
            number = msgspec.json.decode(answer, type=TicketStored).number
            self._tell(lambda program: program.received(promise.ticket, number, promise.subject))

    def _news(self, told: tuple[News, ...]) -> None:
        self._tell(lambda program: program.news(told))

    def _connected(self, connected: bool) -> None:  # noqa: FBT001 - a state
        if connected and self._instance is not None:
            self._pool.run(self._instance.learn, lambda _about: self._changed(), lambda _error: None)
            if self._articles is not None:
                self._articles.wake()
        self._tell(lambda program: program.connected(connected))

    def _opened_instance(self) -> Instance:
        assert self._instance is not None  # noqa: S101 - windows come after it
        return self._instance

    def _opened_assist(self) -> InstanceAssist:
        assert self._assist is not None  # noqa: S101 - made with the instance
        return self._assist

    # what windows ask for

    def _look(self) -> Now:
        enrolment = self._opened_instance().enrolment()
        return Now(
            person=display_name() or account(),
            computer=computer_name(),
            about=self._opened_instance().about(),
            company=enrolment.company if enrolment else "",
            address=enrolment.address if enrolment else "",
            deliveries=self._opened_instance().outbox.waiting(),
            tickets=my_tickets(cache=self._opened_instance().cache, outbox=self._opened_instance().outbox),
            told=self._to_tell(),
        )

    def _to_tell(self) -> tuple[Reason, ...]:
        """What went wrong with what is kept here, or is kept otherwise than one would think."""
        instance = self._opened_instance()
        damage = instance.outbox.damage
        return ((damage,) if damage else ()) + ((Reason(Cause.NO_KEYRING),) if instance.tokens.in_file() else ())

    def _wake(self) -> None:
        for part in (self._sender, self._listener, self._policy, self._articles, self._assist.remote if self._assist else None):
            if part is not None:
                part.wake()

    def _enrolled(self) -> None:
        """This computer was registered, here or by another process. Blocks."""
        self._opened_instance().settle()
        self._wake()
        self._changed()

    def _notification_clicked(self, key: str) -> None:
        if key.startswith(ASKED) and self._assist is not None:
            self._assist.front()
        elif self._program is not None:
            self._program.open_newest_unread(key)

    def _notification_refused(self, key: str, title: str, text: str) -> None:
        """No notification service: Qt's own balloon says it."""
        if self._program is not None:
            self._program.tray.message(title, text, key, self._notification_clicked)


def _unexpected(error: Exception) -> Reason:
    """Nobody foresaw it: it is in the log, and the person is told where."""
    if isinstance(error, RefusedError):
        return error.reason
    return Reason(Cause.UNEXPECTED, {"ref": unexpected(error)})
