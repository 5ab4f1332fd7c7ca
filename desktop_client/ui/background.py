"""Work beside Qt's thread: the only place where a result crosses back into it."""

import logging
import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
log = logging.getLogger(__name__)

WORKERS = 4


class Running:
    """A piece of work that was asked for. After `forget()` neither `done` nor `failed` is called; the work itself goes on."""

    def __init__(self) -> None:
        self.forgotten = False

    def forget(self) -> None:
        """Nobody waits for it any more."""
        self.forgotten = True


class Background(QObject):
    """A small pool of threads. Make it in Qt's thread; its threads never hold up the end of the program."""

    _crossing = Signal(object)

    def __init__(self, workers: int = WORKERS) -> None:
        super().__init__()
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._most = workers
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._lock = threading.Lock()
        self._closed = False
        self._crossing.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], object] | None = None, failed: Callable[[Exception], object] | None = None
    ) -> Running:
        """Runs `work` in another thread, then `done` with its result, or `failed` with its exception, in Qt's thread.

        Without `failed` an exception is logged.
        """
        running = Running()

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - handed to `failed`, or logged
                self._answer(running, failed or self._unexpected, error)
            else:
                if done is not None:
                    self._answer(running, done, result)

        with self._lock:
            if self._idle == 0 and len(self._threads) < self._most:
                thread = threading.Thread(target=self._serve, name=f"background-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            else:
                self._idle = max(0, self._idle - 1)
        self._work.put(job)
        return running

    def post(self, call: Callable[[], object]) -> None:
        """Calls it soon in Qt's thread; may itself be called from any thread."""
        if not self._closed:
            self._crossing.emit(call)

    def finish(self, limit_s: float) -> bool:
        """Waits until everything that was asked for so far is done, for a pool of one thread; False when the seconds are over."""
        reached = threading.Event()
        self.run(reached.set)
        return reached.wait(limit_s)

    def close(self) -> None:
        """Nothing crosses any more; what runs is left to end by itself."""
        self._closed = True
        for _thread in self._threads:
            self._work.put(None)

    def _serve(self) -> None:
        while (job := self._work.get()) is not None:
            job()
            with self._lock:
                self._idle += 1

    def _answer(self, running: Running, take: Callable[[object], object], value: object) -> None:
        self.post(lambda: None if running.forgotten else take(value))

    @Slot(object)
    def _arrive(self, call: Callable[[], object]) -> None:
        if not self._closed:
            call()

    @staticmethod
    def _unexpected(error: Exception) -> None:
        log.error("work in the background failed", exc_info=error)
