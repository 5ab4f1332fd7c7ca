"""Search beside Qt's thread while somebody types: only the newest words are looked for, one search at a time, answers in order."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer

from desktop_client.ui.background import Background

T = TypeVar("T")
DEBOUNCE_MS = 20
"""Letters that come faster than this are one search."""


class Searching(Generic[T]):
    """`ask` looks for words and `found` gets the words with what they gave, in Qt's thread; `failed` gets an error."""

    def __init__(
        self, pool: Background, find: Callable[[str], T], found: Callable[[str, T], object], failed: Callable[[Exception], object]
    ) -> None:
        """`find` blocks and runs beside Qt's thread."""
        self._pool, self._find, self._found, self._failed = pool, find, found, failed
        self._wanted: str | None = None
        self._busy = self._dropped = False
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.setInterval(DEBOUNCE_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, words: str) -> None:
        """Looks for these words soon; what was asked before and not begun is forgotten."""
        self._wanted = words
        if not self._busy and not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """Nothing is wanted any more; an answer that still comes is dropped."""
        self._wanted = None
        self._soon.stop()
        self._dropped = True

    def _begin(self) -> None:
        words, self._wanted = self._wanted, None
        if words is None or self._busy:
            return
        self._busy, self._dropped = True, False
        self._pool.run(lambda: self._find(words), lambda result: self._ended(words, result), self._broke)

    def _ended(self, words: str, result: T) -> None:
        self._busy = False
        if self._wanted is not None:
            self._soon.start()
        elif not self._dropped:
            self._found(words, result)

    def _broke(self, error: Exception) -> None:
        self._busy = False
        if self._wanted is not None:
            self._soon.start()
        self._failed(error)
