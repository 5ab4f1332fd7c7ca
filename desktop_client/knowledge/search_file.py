"""The file of the search index and its two connections: one writes, one reads meanwhile. What is damaged is made anew, empty."""

import contextlib
import logging
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import apsw

from desktop_client.knowledge.schema import TABLE_NAMES, TABLES, VERSION

log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[apsw.Connection], T]

DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, apsw.MismatchError, apsw.ConstraintError, zlib.error, UnicodeDecodeError)
"""An index that is not what we wrote. An SQLError is a table that is missing or another."""
UNKEPT = (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError)
"""The disk's trouble: this run keeps its index in memory, and the file stays as it is."""


class SearchFile:
    """Usable by any thread and several processes. `rebuilt`: what was in the file is gone, because it was damaged or of another version."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._writing = threading.RLock()
        self._reading = threading.RLock()
        self.rebuilt = False
        self.made_anew: Callable[[], object] = lambda: None
        """Called, in any thread, when what was in the file is gone: all of it has to be written again."""
        try:
            self._open(str(file))
        except UNKEPT as error:
            self._in_memory(error)
        except DAMAGED as error:
            self._anew(error)

    def write(self, work: Work[T]) -> T:
        """Runs the work in one transaction."""
        with self._writing:
            try:
                return self._transaction(work)
            except UNKEPT as error:
                with self._reading:
                    self._in_memory(error)
            except DAMAGED as error:
                with self._reading:
                    self._anew(error)
            return self._transaction(work)

    def read(self, work: Work[T]) -> T:
        """Runs the work; others may write meanwhile, and it sees what was committed last."""
        with self._reading:
            broken = self._reader
            try:
                return work(self._reader)
            except (*DAMAGED, *UNKEPT) as error:
                damage: Exception = error
        # Whoever writes holds the other lock first: so do we, and look whether somebody has mended it meanwhile.
        with self._writing, self._reading:
            if self._reader is broken:
                self._in_memory(damage) if isinstance(damage, UNKEPT) else self._anew(damage)
            return work(self._reader)

    def close(self) -> None:
        """Lets go of the file."""
        with self._writing, self._reading:
            self._reader.close()
            self._writer.close()

    def _transaction(self, work: Work[T]) -> T:
        # In memory there is one connection for both.
        with self._reading if self._reader is self._writer else contextlib.nullcontext():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                done = work(self._writer)
                self._writer.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(apsw.Error):
                    self._writer.execute("ROLLBACK")
                raise
            return done

    def _open(self, place: str) -> None:
        writer = apsw.Connection(place)
        try:
            writer.set_busy_timeout(10_000)
            writer.pragma("journal_mode", "wal")
            writer.pragma("synchronous", "normal")
            with writer:
                _make_tables(writer)
            reader = writer
            if place != ":memory:":
                reader = apsw.Connection(place, flags=apsw.SQLITE_OPEN_READWRITE)
                reader.set_busy_timeout(10_000)
                reader.pragma("query_only", True)
        except BaseException:
            writer.close()
            raise
        self._writer, self._reader = writer, reader

    def _close_quietly(self) -> None:
        with contextlib.suppress(AttributeError, apsw.Error):
            self._reader.close()
        with contextlib.suppress(AttributeError, apsw.Error):
            self._writer.close()

    def _anew(self, error: Exception) -> None:
        log.info("The search index is made anew: %s", type(error).__name__)
        self.rebuilt = True
        self._close_quietly()
        try:
            for ending in ("", "-wal", "-shm", "-journal"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
            self._open(str(self._file))
        except (apsw.Error, OSError) as unkept:
            self._in_memory(unkept)
        else:
            self.made_anew()

    def _in_memory(self, error: Exception) -> None:
        log.info("The search index can't be kept: %s", type(error).__name__)
        self.rebuilt = True
        self._close_quietly()
        self._open(":memory:")
        self.made_anew()


def _make_tables(connection: apsw.Connection) -> None:
    version = connection.pragma("user_version")
    names = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if version == 0 and not names:
        connection.execute(TABLES)
        connection.pragma("user_version", VERSION)
    elif version != VERSION or not names >= TABLE_NAMES:
        raise apsw.CorruptError("an index of another version, or half of one")
