"""The desktop's notification service, spoken to from threads of its own (Desktop Notifications Specification 1.2).

By jeepney, which keyring brings along on Linux, and not by QtDBus: PySide6 turns every Python number into an `i` or an `x`, and Notify
wants a `u`; and its blocking calls hold Python's lock, so that a service which hangs would hang the whole program.
"""

import html
import logging
import os
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney import Message  # type: ignore[import-untyped] # it has no types
    from jeepney.io.threading import DBusConnection  # type: ignore[import-untyped] # the same

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ANSWER_S = 2.0
LOOK_AGAIN_S = 30.0
LONGEST_TEXT = 400

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Note:
    """What is to be shown; a later one with the same key takes its place. `stays`: until it is answered (critical, never expiring)."""

    key: str
    title: str
    text: str
    stays: bool = False


@dataclass
class Call:
    """A call that waits for its reply; `failed` is told of an error, and of no answer in time."""

    until: float
    done: "Callable[[tuple[object, ...]], None]"
    failed: Callable[[], None]


@dataclass
class _State:
    """What only the working thread touches."""

    connection: "DBusConnection | None" = None
    receiver: threading.Thread | None = None
    calls: dict[int, Call] = field(default_factory=dict)
    held: list[Note] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    capabilities: frozenset[str] = frozenset()
    early: set[object] = field(default_factory=set)
    """Numbers that were clicked before the reply that gives them."""


class NotificationService:
    """Its callbacks come from the working thread: `clicked` with the note's key, `refused` with a note that could not be shown."""

    def __init__(self, clicked: Callable[[str], None], refused: Callable[[Note], None], *, answer_s: float | None = None) -> None:
        self._clicked = clicked
        self._refused = refused
        self._answer_s = ANSWER_S if answer_s is None else answer_s
        self._todo: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._state = _State()
        self._available = False
        self._looked = time.monotonic()
        self._thread = threading.Thread(target=self._work, name="notifications", daemon=True)
        self._thread.start()
        self._todo.put(self._look)

    def available(self) -> bool:
        """Whether a service has answered. Never waits; where none has, one that came up meanwhile is looked for."""
        if not self._available and time.monotonic() - self._looked > LOOK_AGAIN_S:
            self._looked = time.monotonic()
            self._todo.put(self._look)
        return self._available

    def show(self, note: Note) -> None:
        """Shows it, or hands it to `refused`."""
        self._todo.put(lambda: self._show(note))

    def withdraw(self, key: str) -> None:
        """Takes the note away, if it is still shown."""
        self._todo.put(lambda: self._withdraw(key))

    def stop(self) -> None:
        """Ends the threads; nothing is called back any more. What is shown stays."""
        self._todo.put(None)
        self._thread.join(self._answer_s)

    def _work(self) -> None:
        """One thing after the other. Sleeps without a limit while no reply is awaited."""
        while True:
            deadlines = [call.until for call in self._state.calls.values()]
            try:
                todo = self._todo.get(timeout=max(0.0, min(deadlines) - time.monotonic()) if deadlines else None)
            except queue.Empty:
                self._give_up_late_calls()
                continue
            if todo is None:
                break
            try:
                todo()
            except Exception as error:  # noqa: BLE001 - a notification is never worth the thread that shows them
                log.info("The notification service: %s", type(error).__name__)
                self._disconnect()
                self._lost()
        self._clicked = lambda _key: None
        self._refused = lambda _note: None
        self._disconnect()

    def _look(self) -> None:
        """Connects where that is still to do, and asks what the service can."""
        if self._state.connection is None:
            self._connect()
        self._call("GetCapabilities", "", (), self._found, self._lost)

    def _connect(self) -> None:
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - in its own thread, after the start
        from jeepney.io.threading import open_dbus_connection  # noqa: PLC0415 - the same

        connection = open_dbus_connection(bus=_address())
        self._state.connection = connection
        self._state.receiver = threading.Thread(target=self._receive, args=(connection,), name="notifications in", daemon=True)
        self._state.receiver.start()
        for signal in ("ActionInvoked", "NotificationClosed"):
            connection.send(message_bus.AddMatch(MatchRule(type="signal", sender=NAME, interface=NAME, member=signal, path=PATH)))

    def _receive(self, connection: "DBusConnection") -> None:
        """The second thread: hands every message to the first."""
        while True:
            try:
                message = connection.receive()
            except Exception:  # noqa: BLE001 - stopped, or the bus is gone: either way there is nothing more to receive
                self._todo.put(lambda: self._ended(connection))
                return
            self._todo.put(lambda message=message: self._heard(message))  # type: ignore[misc] # bound now

    def _ended(self, connection: "DBusConnection") -> None:
        if self._state.connection is connection:
            self._disconnect()
            self._lost()

    def _heard(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415 - loaded by _connect already

        header = message.header
        if header.message_type is MessageType.signal:
            self._signalled(str(header.fields.get(HeaderFields.member)), message.body)
        elif call := self._state.calls.pop(int(header.fields.get(HeaderFields.reply_serial, 0)), None):
            if header.message_type is MessageType.method_return:
                call.done(message.body)
            else:
                call.failed()

    def _signalled(self, member: str, body: tuple[object, ...]) -> None:
        key = next((key for key, number in self._state.numbers.items() if body and number == body[0]), None)
        if key is None:
            if member == "ActionInvoked" and body and self._state.calls:
                self._state.early.add(body[0])
            return
        if member == "ActionInvoked":
            self._clicked(key)
        elif member == "NotificationClosed":
            del self._state.numbers[key]

    def _found(self, body: tuple[object, ...]) -> None:
        self._state.capabilities = frozenset(str(name) for name in body[0]) if body and isinstance(body[0], list) else frozenset()
        self._available = True
        held, self._state.held = self._state.held, []
        for note in held:
            self._show(note)

    def _lost(self) -> None:
        """No service, or no more: what was to be shown goes back. The bus may still be there, and a service come up."""
        self._available = False
        held, self._state.held = self._state.held, []
        for note in held:
            self._refused(note)

    def _show(self, note: Note) -> None:
        if not self._available:
            self._state.held.append(note)
            if not self._state.calls:
                self._look()
            return
        actions = ["default", "Open"] if "actions" in self._state.capabilities else []
        text = note.text if len(note.text) <= LONGEST_TEXT else f"{note.text[: LONGEST_TEXT - 1]}…"
        if "body-markup" in self._state.capabilities:
            text = html.escape(text, quote=False)
        hints = {"desktop-entry": ("s", "sigap"), "category": ("s", "im.received"), "urgency": ("y", 2 if note.stays else 1)}
        replaces = self._state.numbers.get(note.key, 0)
        body = ("Sigap", replaces, "sigap", _sendable(note.title), _sendable(text), actions, hints, 0 if note.stays else -1)

        def failed() -> None:
            self._refused(note)
            self._lost()

        self._call("Notify", "susssasa{sv}i", body, lambda answer: self._shown(note.key, answer), failed)

    def _shown(self, key: str, answer: tuple[object, ...]) -> None:
        if answer and isinstance(answer[0], int):
            self._state.numbers[key] = answer[0]
            if answer[0] in self._state.early:
                self._clicked(key)
        if not self._state.calls:
            self._state.early.clear()

    def _withdraw(self, key: str) -> None:
        number = self._state.numbers.pop(key, None)
        if number is not None:
            self._call("CloseNotification", "u", (number,), lambda _answer: None, lambda: None)

    def _call(
        self, member: str, signature: str, body: tuple[object, ...], done: Callable[[tuple[object, ...]], None], failed: Callable[[], None]
    ) -> None:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - loaded by _connect already

        if self._state.connection is None:
            self._connect()
        connection = self._state.connection
        assert connection is not None  # noqa: S101 - _connect raises otherwise
        serial = next(connection.outgoing_serial)
        self._state.calls[serial] = Call(time.monotonic() + self._answer_s, done, failed)
        connection.send(new_method_call(DBusAddress(PATH, bus_name=NAME, interface=NAME), member, signature or None, body), serial=serial)

    def _give_up_late_calls(self) -> None:
        now = time.monotonic()
        for serial, call in list(self._state.calls.items()):
            if call.until <= now:
                self._state.calls.pop(serial, None)
                call.failed()

    def _disconnect(self) -> None:
        connection, self._state.connection = self._state.connection, None
        calls, self._state.calls = self._state.calls, {}
        self._state.numbers.clear()
        if connection is not None and self._state.receiver is not None:
            connection.interrupt()
            self._state.receiver.join()
            connection.close()
            # The library leaves the pipe open by which it is interrupted.
            for end in (connection._stop_r, connection._stop_w):  # noqa: SLF001 - there is no other way to them
                os.close(end)
        for call in calls.values():
            call.failed()


def _address() -> str:
    """The session bus: as the environment says, else where systemd puts it."""
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return told or f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/nonexistent')}/bus"


def _sendable(text: str) -> str:
    """D-Bus carries UTF-8 without NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
