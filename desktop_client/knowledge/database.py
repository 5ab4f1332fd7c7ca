"""A database that can be made anew from what the backend tells: a damaged file is set aside, and one that can't be kept is in memory."""

import contextlib
import logging
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import apsw
import msgspec

log = logging.getLogger(__name__)

UNKEPT = (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError)
"""The disk's trouble, not the file's: this run goes on in memory with what the file holds, and the file stays as it is."""

ENDINGS = ("-wal", "-shm", "-journal")
BUSY_MS = 10_000

T = TypeVar("T")


class Database:
    """Usable by any thread and several processes."""

    def __init__(self, file: Path, schema: str, version: int, made_anew: Callable[[apsw.Connection, apsw.Connection | None], None]) -> None:
        """`made_anew` is called in the transaction that begins a new file, with what can still be opened of the one before it, if any."""
        self._file, self._schema, self._version, self._made_anew = file, schema, version, made_anew
        self.followed: Callable[[], object] = lambda: None
        """Called, in any thread, when another process has put a new file in the place of this one."""
        self._lock = threading.RLock()
        self._inode = 0
        self._kept = True
        self._connection = self._open()

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def read(self, work: Callable[[apsw.Connection], T]) -> T:
        """What `work` finds, all of it from one moment."""
        return self._run(work, "BEGIN")

    def write(self, work: Callable[[apsw.Connection], T]) -> T:
        """Does `work` whole or not at all. It may be done again, on a new file, after damage was found."""
        return self._run(work, "BEGIN IMMEDIATE")

    def rest(self) -> None:
        """Gives back the memory that it doesn't need while nobody asks."""
        with self._lock, contextlib.suppress(apsw.Error):
            self._connection.execute("PRAGMA shrink_memory")

    def _run(self, work: Callable[[apsw.Connection], T], begin: str) -> T:
        with self._lock:
            self._follow()
            try:
                return self._transaction(work, begin)
            except apsw.BusyError:
                raise
            except UNKEPT as error:
                self._connection = self._in_memory(error)
                return self._transaction(work, begin)
            except (apsw.Error, msgspec.DecodeError, UnicodeDecodeError, zlib.error) as error:
                log.info("The articles are made anew: %s", type(error).__name__)
                self._connection = self._anew()
                return self._transaction(work, begin)

    def _transaction(self, work: Callable[[apsw.Connection], T], begin: str) -> T:
        connection = self._connection
        connection.execute(begin)
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with contextlib.suppress(apsw.Error):
                    connection.execute("ROLLBACK")
            raise
        return result

    def _follow(self) -> None:
        """Another process may have set the file aside; its new one is everybody's."""
        if self._inode and self._inode != self._inode_there():
            self._let_go()
            self._connection = self._open()
            self.followed()

    def _inode_there(self) -> int:
        try:
            return self._file.stat().st_ino
        except OSError:
            return 0

    def _open(self) -> apsw.Connection:
        try:
            return self._connect()
        except apsw.BusyError:
            raise
        except UNKEPT as error:
            return self._in_memory(error)
        except apsw.Error as error:
            log.info("The articles are made anew: %s", type(error).__name__)
            return self._anew()

    def _anew(self) -> apsw.Connection:
        """A new file in the place of the damaged one, which is set aside; an older one that was is given up."""
        self._let_go()
        if not self._kept:
            return self._connect(":memory:")
        aside = _beside(self._file, ".damaged")
        try:
            if not self._inode or self._inode == self._inode_there():
                for ending in ("", *ENDINGS):
                    with contextlib.suppress(FileNotFoundError):
                        _beside(self._file, ending).replace(_beside(aside, ending))
            return self._connect(before=aside)
        except (apsw.Error, OSError) as error:
            return self._in_memory(error)

    def _in_memory(self, error: Exception) -> apsw.Connection:
        """Read-only or full: this run goes on in memory, from what can be read of the file, which stays as it is."""
        log.info("The articles can't be kept: %s", type(error).__name__)
        self._inode, self._kept = 0, False
        memory = self._copied(self._connected) or self._copied(self._connected_by_file_alone)
        self._let_go()
        return memory or self._connect(":memory:")

    def _copied(self, source: Callable[[], apsw.Connection]) -> apsw.Connection | None:
        """Everything of a connection in memory, None where it can't be read."""
        memory = apsw.Connection(":memory:")
        try:
            connection = source()
            with memory.backup("main", connection, "main") as copying:
                copying.step()
            if connection is not getattr(self, "_connection", None):
                connection.close()
            memory.pragma("journal_mode", "memory")
            if memory.pragma("user_version") == self._version and memory.pragma("quick_check") == "ok":
                return memory
        except (apsw.Error, AttributeError) as unreadable:
            log.info("Nor can they be read: %s", type(unreadable).__name__)
        memory.close()
        return None

    def _connected(self) -> apsw.Connection:
        return self._connection

    def _connected_by_file_alone(self) -> apsw.Connection:
        """Where its log can't be opened: as it was when that was last taken over."""
        place = f"{self._file.absolute().as_uri()}?immutable=1"
        return apsw.Connection(place, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)

    def _let_go(self) -> None:
        with contextlib.suppress(AttributeError, apsw.Error):
            self._connection.close()

    def _connect(self, place: str = "", before: Path | None = None) -> apsw.Connection:
        connection = apsw.Connection(place or str(self._file))
        try:
            connection.set_busy_timeout(BUSY_MS)
            connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "normal")
            connection.execute("BEGIN IMMEDIATE")
            found = connection.pragma("user_version")
            if found not in {0, self._version}:
                raise apsw.CorruptError("the articles of another version")  # noqa: TRY301 - made anew like a damaged one
            if not found:
                connection.execute(self._schema)
                connection.pragma("user_version", self._version)
                self._begin(connection, before)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        self._inode = 0 if place else self._inode_there()
        return connection

    def _begin(self, connection: apsw.Connection, before: Path | None) -> None:
        damaged = None
        if before is not None and before.exists():
            with contextlib.suppress(apsw.Error):
                damaged = apsw.Connection(str(before), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            self._made_anew(connection, damaged)
        finally:
            if damaged:
                damaged.close()


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)
