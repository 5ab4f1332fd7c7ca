"""SIGTERM and SIGINT inside Qt's loop, where Python's own handlers don't run: the wake-up descriptor tells of them at once."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier

ENDING = (signal.SIGTERM, signal.SIGINT)


class EndSignals:
    """From now on each such signal calls `ended`, in Qt's thread. Make it in the main thread, with a QCoreApplication there."""

    def __init__(self, ended: Callable[[], object]) -> None:
        self._ended = ended
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._before = {number: signal.signal(number, lambda _number, _frame: None) for number in ENDING}
        self._wakeup_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._caught)

    def close(self) -> None:
        """Puts everything back as it was."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._read.close()
        self._write.close()

    def _caught(self) -> None:
        try:
            caught = self._read.recv(64)
        except BlockingIOError:
            return
        if set(ENDING) & set(caught):
            self._ended()
