"""A lock between processes that is waited for: held by many who work side by side, or by one who tidies up alone."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def shared_lock(path: Path, *, alone: bool = False) -> Iterator[None]:
    """Holds the lock on the file, made where it is missing, for the length of the block; it ends with the process in any case.

    Not to be nested in one thread. Windows locks for one holder only, so that there everybody waits for everybody.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _wait_for(handle, alone=alone)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, *, alone: bool) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        while True:
            # LK_LOCK gives up after ten seconds by itself.
            with contextlib.suppress(OSError):
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return
    else:
        import fcntl  # noqa: PLC0415 - everywhere but on Windows

        fcntl.flock(handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
