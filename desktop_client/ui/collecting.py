"""Python's garbage collector runs in whatever thread allocates next; a window in a circle of references must be destroyed in Qt's."""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

LOOK_MS = 5000


class CollectingInQtThread(QObject):
    """Make it in Qt's thread: from then on circles are collected there alone, when as many have come together as Python would wait for."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        # What was loaded for the start stays: there is no need to look through it again and again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()

    def close(self) -> None:
        """As it was before."""
        self._timer.stop()
        gc.enable()


def collect_if_due() -> None:
    """Collects the oldest generation that is due, as the collector itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
