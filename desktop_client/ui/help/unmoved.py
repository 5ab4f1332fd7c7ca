"""Nothing jumps under the pointer: what comes while somebody types waits as long as the pointer rests on the place that would change."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

QUIET_MS = 300
"""So long after the last letter, what is under the pointer may change."""
HELD_MS = 50
"""While a button of the mouse is down, it is asked again so often."""


class Unmoved:
    """For one place in a window. Tell it each letter with `typed`; `put` shows what came, at once or as soon as it may."""

    def __init__(self, place: QWidget) -> None:
        self._place = place
        self._quiet = QElapsedTimer()
        self._waiting: Callable[[], object] | None = None
        self._later = QTimer(place)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._try)

    def typed(self) -> None:
        """A letter was typed just now."""
        self._quiet.start()

    def put(self, show: Callable[[], object]) -> None:
        """Shows it when it may be shown; something newer takes its place until then."""
        self._waiting = show
        self._try()

    def forget(self) -> None:
        """What waited is not wanted any more."""
        self._waiting = None
        self._later.stop()

    def _try(self) -> None:
        if self._waiting is None:
            return
        wait = self._wait_ms()
        if wait:
            self._later.start(wait)
            return
        show, self._waiting = self._waiting, None
        self._later.stop()
        show()

    def _wait_ms(self) -> int:
        """How long it has to wait, 0 not at all."""
        if not self._under_pointer():
            return 0
        if QGuiApplication.mouseButtons():
            return HELD_MS
        since = self._quiet.elapsed() if self._quiet.isValid() else QUIET_MS
        return max(0, QUIET_MS - since)

    def _under_pointer(self) -> bool:
        place = self._place
        return place.isVisible() and place.rect().contains(place.mapFromGlobal(QCursor.pos()))
