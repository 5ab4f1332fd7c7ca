"""A lock that ends with the process that holds it, however that process ends: the truth about who is running."""

import os
import sys
from pathlib import Path
from typing import BinaryIO


class FileLock:
    """One process at a time may hold the lock on the file, which stays; `create` makes it where it is missing."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._path = path
        self._flags = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | (os.O_CREAT if create else 0)
        self._held: BinaryIO | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._held is not None

    def acquire(self) -> bool:
        """Takes the lock without waiting; False where another process or object holds it. OSError where the file can't be opened."""
        if self._held is not None:
            return True
        opened = os.fdopen(os.open(self._path, self._flags, 0o600), "r+b")
        if not _lock(opened):
            opened.close()
            return False
        self._held = opened
        return True

    def release(self) -> None:
        """Gives it back."""
        if self._held is not None:
            self._held.close()
            self._held = None


def _lock(opened: BinaryIO) -> bool:
    """By flock, or on Windows by locking the first byte; both end with the process."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - everywhere but on Windows

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
