"""Notifications of the desktop, for Qt's thread: shown without waiting, a click comes back as a call in Qt's thread."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_client.system.notification_service import Note, NotificationService


class Notifications(QObject):
    """`on_click` hears the key of a notification that was clicked; `on_refused` hears key, title and text of one that no service took.

    Only desktops after freedesktop.org's specification have the service; elsewhere `available` stays False.
    """

    _was_clicked = Signal(str)
    _was_refused = Signal(str, str, str)

    def __init__(self, on_click: Callable[[str], None], on_refused: Callable[[str, str, str], None] | None = None) -> None:
        super().__init__()
        self._on_click = on_click
        self._on_refused = on_refused
        self._was_clicked.connect(self._clicked, Qt.ConnectionType.QueuedConnection)
        self._was_refused.connect(self._refused, Qt.ConnectionType.QueuedConnection)
        self._service: NotificationService | None = None
        if sys.platform == "linux":
            self._service = NotificationService(
                self._was_clicked.emit, lambda note: self._was_refused.emit(note.key, note.title, note.text)
            )

    def available(self) -> bool:
        """Whether a service has answered so far; asked for in the background from the start."""
        return self._service is not None and self._service.available()

    def show(self, key: str, title: str, text: str) -> None:
        """Shows a notification, in the place of an earlier one with the same key."""
        self._send(Note(key, title, text))

    def show_until_answered(self, key: str, title: str, text: str) -> None:
        """Shows one that stays until somebody takes it away."""
        self._send(Note(key, title, text, stays=True))

    def _send(self, note: Note) -> None:
        if self._service is None:
            self._was_refused.emit(note.key, note.title, note.text)
        else:
            self._service.show(note)

    def close(self, key: str) -> None:
        """Takes the notification away, where it is still shown."""
        if self._service is not None:
            self._service.withdraw(key)

    def end(self) -> None:
        """Ends the way to the service, for the program's end; nothing is called back afterwards."""
        self._on_click, self._on_refused = _nothing, None
        if self._service is not None:
            self._service.stop()
            self._service = None

    @Slot(str)
    def _clicked(self, key: str) -> None:
        self._on_click(key)

    @Slot(str, str, str)
    def _refused(self, key: str, title: str, text: str) -> None:
        if self._on_refused is not None:
            self._on_refused(key, title, text)


def _nothing(_key: str) -> None:
    pass
