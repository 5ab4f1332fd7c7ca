"""Tells when it is worth trying again: the network came back or changed, or the computer woke up."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QNetworkInformation

LOOK_MS = 20_000
ASLEEP_S = 15.0
"""The clocks differ by this much only after the computer slept (or its time was set, which is as good a cause)."""


class NetworkChanges(QObject):
    """Belongs to Qt's thread. `on_change` is called there; where the system tells nothing of its network, waking up is still noticed."""

    def __init__(self, on_change: Callable[[], object]) -> None:
        super().__init__()
        self._on_change = on_change
        self._ahead = _wall_ahead()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._network = QNetworkInformation.instance() if QNetworkInformation.loadDefaultBackend() else None
        if self._network is not None:
            self._network.reachabilityChanged.connect(self._reached)

    def look(self) -> None:
        """Compares the clock that stands still while the computer sleeps with the one that doesn't."""
        ahead = _wall_ahead()
        if abs(ahead - self._ahead) > ASLEEP_S:
            self._on_change()
        self._ahead = ahead

    def close(self) -> None:
        """Tells nothing any more."""
        self._timer.stop()
        if self._network is not None:
            self._network.reachabilityChanged.disconnect(self._reached)
            self._network = None

    def _reached(self, how: QNetworkInformation.Reachability) -> None:
        if how is not QNetworkInformation.Reachability.Disconnected:
            self._on_change()


def _wall_ahead() -> float:
    return time.time() - time.monotonic()
