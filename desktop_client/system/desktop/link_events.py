"""macOS gives a link that was clicked to the program that runs, as an event; elsewhere it is an argument of a new process.

Written from Qt's documentation of QFileOpenEvent, not tried on a real Mac yet.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from desktop_client.system.links import message_of_link


class LinkEvents(QObject):
    """Calls back with what the bell would say. Belongs to Qt's thread, and to the application, with which it ends."""

    def __init__(self, app: QCoreApplication, opened: Callable[[str], object]) -> None:
        super().__init__(app)
        self._opened = opened
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes the links out of the application's events; one that Sigap doesn't know opens nothing."""
        if event.type() is not QEvent.Type.FileOpen:
            return super().eventFilter(watched, event)
        # QFileOpenEvent's class is QtGui's, which this row doesn't import; PySide gives the event as what it is.
        message = message_of_link(event.url().toString())  # type: ignore[attr-defined]
        if message is not None:
            self._opened(message)
        return True
