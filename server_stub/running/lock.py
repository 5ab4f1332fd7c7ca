"""The lock on the data folder: whoever holds it is the only process that works on the data."""

import os
import sys
from pathlib import Path

FILE_NAME = "backend.lock"


class RunningError(Exception):
    """Something about the data folder or the running backend stands in the way; the text is one sentence for the administrator."""


class LockedError(RunningError):
    """Another process works on the data folder. `pid` is that process, 0 where it isn't known."""

    def __init__(self, data: Path, pid: int) -> None:
        who = f"Another sigap-server (process {pid})" if pid else "Another sigap-server"
        super().__init__(f"{who} works on {data}: one at a time, or data could be damaged.")
        self.pid = pid


class DataLock:
    """An exclusive lock that the operating system lets go of when the process ends, however it ends."""

    def __init__(self, data: Path) -> None:
        """Takes the lock at once, or raises `LockedError`."""
        try:
            self._file = os.open(data / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise RunningError(f"{data} can't be written to: {error.strerror}.") from None
        try:
            lock_file(self._file)
        except OSError:
            pid = os.pread(self._file, 20, 0) if hasattr(os, "pread") else b""
            os.close(self._file)
            raise LockedError(data, int(pid) if pid.strip().isdigit() else 0) from None
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def close(self) -> None:
        """Lets go. The file stays, because removing it would let two processes lock two files of one name."""
        os.ftruncate(self._file, 0)
        os.close(self._file)


if sys.platform == "win32":
    import msvcrt

    def lock_file(file: int) -> None:
        """Locks one byte far behind the text, without waiting (Windows; untested there)."""
        os.lseek(file, 2**20, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
else:
    import fcntl

    def lock_file(file: int) -> None:
        """Locks the whole file, without waiting."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
