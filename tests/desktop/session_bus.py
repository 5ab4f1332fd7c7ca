"""A session bus of a test's own, with the two services that a desktop has on it: a StatusNotifier host and a notification service.

Both are real D-Bus services in a thread of the test (jeepney); what the tray program says to them is kept, and the test acts on it as a
person would: activates the icon, chooses from its menu, clicks a notification.
Followed: freedesktop.org's StatusNotifierItem draft, Canonical's dbusmenu, and the Desktop Notifications Specification 1.2.
"""

import contextlib
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_call, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import Properties

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
NOTIFICATIONS = "org.freedesktop.Notifications"


@contextlib.contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """Starts a bus and yields its address; ends it afterwards."""
    config = folder / "bus.conf"
    config.write_text(
        '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" '
        '"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">'
        f"<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>',
        "utf-8",
    )
    read, write = os.pipe()
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", f"--print-address={write}"], pass_fds=(write,), stderr=subprocess.DEVNULL
    ) as daemon:
        os.close(write)
        with os.fdopen(read, encoding="utf-8") as answer:
            address = answer.readline().strip()
        assert address, "dbus-daemon did not start"
        try:
            yield address
        finally:
            daemon.terminate()


@dataclass
class Notification:
    """One notification as the program asked for it."""

    id: int
    title: str
    text: str
    actions: tuple[str, ...]
    urgency: int = 1
    shown_ms: int = -1


@dataclass
class Desktop:
    """The services' side of the bus; `items` and `notifications` are what the program told them so far."""

    address: str
    items: list[str] = field(default_factory=list)
    notifications: "queue.Queue[Notification]" = field(default_factory=queue.Queue)
    closed: list[int] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _connection: DBusConnection | None = None
    _thread: threading.Thread | None = None
    _count: int = 0

    def start(self, *names: str) -> None:
        """Takes the names on the bus, and answers from a thread."""
        self._connection = open_dbus_connection(bus=self.address)
        for name in names:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, name="desktop services", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Gives the names back."""
        self._stop.set()
        if self._thread:
            self._thread.join()
        if self._connection:
            self._connection.close()

    def click(self, notification: Notification) -> None:
        """Clicks the notification: its default action."""
        self._signal("ActionInvoked", "us", (notification.id, "default"))

    def _signal(self, name: str, signature: str, body: tuple[object, ...]) -> None:
        assert self._connection
        self._connection.send(new_signal(DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS), name, signature, body))

    def _serve(self) -> None:
        assert self._connection
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                message = self._connection.receive(timeout=0.1)
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        member, interface = fields[HeaderFields.member], fields.get(HeaderFields.interface, "")
        answers: dict[tuple[str, str], Callable[[], Message]] = {
            (WATCHER, "RegisterStatusNotifierItem"): lambda: self._registered(message),
            (WATCHER, "RegisterStatusNotifierHost"): lambda: new_method_return(message),
            ("org.freedesktop.DBus.Properties", "Get"): lambda: self._property(message),
            ("org.freedesktop.DBus.Properties", "GetAll"): lambda: new_method_return(message, "a{sv}", (self._properties(),)),
            (NOTIFICATIONS, "Notify"): lambda: self._notified(message),
            (NOTIFICATIONS, "GetCapabilities"): lambda: new_method_return(message, "as", (["body", "actions"],)),
            (NOTIFICATIONS, "GetServerInformation"): lambda: new_method_return(message, "ssss", ("test", "sigap", "1", "1.2")),
            (NOTIFICATIONS, "CloseNotification"): lambda: self._close(message),
        }
        answer = answers.get((interface, member))
        return answer() if answer else new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (member,))

    def _properties(self) -> dict[str, tuple[str, object]]:
        return {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", list(self.items)),
        }

    def _property(self, message: Message) -> Message:
        return new_method_return(message, "v", (self._properties()[message.body[1]],))

    def _registered(self, message: Message) -> Message:
        service = message.body[0]
        self.items.append(service if not service.startswith("/") else message.header.fields[HeaderFields.sender])
        return new_method_return(message)

    def _notified(self, message: Message) -> Message:
        _program, replaces, _icon, title, text, actions, hints, shown_ms = message.body
        self._count += 1
        number = replaces or self._count
        self.notifications.put(Notification(number, title, text, tuple(actions), hints["urgency"][1], shown_ms))
        return new_method_return(message, "u", (number,))

    def _close(self, message: Message) -> Message:
        self.closed.append(message.body[0])
        return new_method_return(message)


class Icon:
    """A tray icon as the host's side sees it: its looks, a click, and its menu."""

    def __init__(self, address: str, service: str) -> None:
        self._connection = open_dbus_connection(bus=address)
        self._item = DBusAddress("/StatusNotifierItem", bus_name=service, interface=ITEM)
        self._service = service

    def close(self) -> None:
        self._connection.close()

    def activate(self) -> None:
        """A left click."""
        self._call(new_method_call(self._item, "Activate", "ii", (10, 10)))

    def property(self, name: str) -> Any:
        """A property of the item, such as "Status", "ToolTip" or "IconPixmap"."""
        return self._call(Properties(self._item).get(name))[0][1]

    def menu(self) -> dict[str, int]:
        """The menu's entries by their words (accelerators and tabs as they come), with their numbers."""
        address = DBusAddress(self.property("Menu"), bus_name=self._service, interface=MENU)
        _revision, layout = self._call(new_method_call(address, "GetLayout", "iias", (0, -1, [])))
        return {child[1][1]["label"][1]: child[1][0] for child in layout[2] if "label" in child[1][1]}

    def choose(self, words: str) -> None:
        """Chooses the entry that contains the words."""
        number = next(number for label, number in self.menu().items() if words in label.replace("_", ""))
        address = DBusAddress(self.property("Menu"), bus_name=self._service, interface=MENU)
        self._call(new_method_call(address, "Event", "isvu", (number, "clicked", ("s", ""), int(time.time()) & 0xFFFFFFFF)))

    def _call(self, message: Message) -> Any:
        reply = self._connection.send_and_get_reply(message, timeout=5)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body
