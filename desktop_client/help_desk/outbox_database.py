"""The outbox's database: opened by several threads and processes, checked at each start, and mended when it is damaged."""

import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import apsw

from desktop_client.help_desk import promise, salvage
from desktop_client.help_desk.outbox_schema import (
    DATABASE,
    SCHEMA,
    VERSION,
    connect,
    insert_row,
    rows_are_whole,
    select,
)
from desktop_client.reasons import ROOM_TO_FREE_BYTES, Cause, Reason, refused, unwritable
from desktop_client.system.durable import flush_folder, make_folder
from desktop_client.system.shared_lock import shared_lock

T = TypeVar("T")

STAGING = "staging-"
"""How folders begin whose files nobody was promised yet."""

LOOKING = "looking"
"""Where the copy lies that is looked at while the outbox opens."""

DAMAGED = (
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.SchemaChangeError,
    apsw.SQLError,
    apsw.FormatError,
    apsw.MismatchError,
    apsw.TooBigError,
    apsw.InternalError,
    UnicodeDecodeError,
)
"""What SQLite says of a file that isn't the database it should be. SQLError: a table or column is not there."""


class OutboxDatabase:
    """One process's connection. `damage` is what was found, rescued and lost when it had to be mended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = folder / "files"
        self.damage: Reason | None = None
        self._path = folder / DATABASE
        self._lock = threading.RLock()
        self._inode: tuple[int, int] | None = None
        self._connection: apsw.Connection | None = None
        with self.answering_for_the_disk():
            make_folder(self.files)
            with self._alone():
                self._open()

    def run(self, work: Callable[[apsw.Connection], T]) -> T:
        """Does the work in one transaction that is on the disk when this returns, and mends the database first if it must."""
        with self._lock, self.answering_for_the_disk():
            try:
                return self._run(work)
            except DAMAGED:
                with self._alone():
                    self._open()
                return self._run(work)

    def present(self) -> contextlib.AbstractContextManager[None]:
        """Keeps other processes from tidying up while files are written that no row names yet. Not to be held while calling `run`."""
        return shared_lock(self.folder / "outbox.lock")

    @contextlib.contextmanager
    def answering_for_the_disk(self) -> Iterator[None]:
        """Turns what the disk says into a reason that a person reads."""
        try:
            yield
        except OSError as error:
            raise unwritable(error, self.folder) from error
        except apsw.FullError:
            raise refused(Cause.DISK_FULL, size_bytes=ROOM_TO_FREE_BYTES) from None
        except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, apsw.AuthError, apsw.IOError, apsw.BusyError):
            raise refused(Cause.PROFILE_READ_ONLY, folder=str(self.folder)) from None

    def close(self) -> None:
        """Lets go of the database."""
        # Closing the last connection takes the log into the database, which must not happen while another process copies both.
        with self._lock, contextlib.suppress(OSError), self.present():
            self._close()

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def _run(self, work: Callable[[apsw.Connection], T]) -> T:
        with self.present():
            if self._connection is None or self._inode != _inode(self._path):
                # Another process mended the database: this connection still looks at the one set aside.
                self._close()
                self._connect()
            connection = self._connection
            assert connection is not None  # noqa: S101 - _connect gives one or raises
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    with contextlib.suppress(apsw.Error):
                        connection.execute("ROLLBACK")
                raise
            return result

    def _alone(self) -> contextlib.AbstractContextManager[None]:
        return shared_lock(self.folder / "outbox.lock", alone=True)

    def _open(self) -> None:
        self._close()
        if not self._is_whole():
            self.damage = salvage.mend(self.folder, self.files)
        self._connect()
        connection = self._connection
        assert connection is not None  # noqa: S101 - _connect gives one or raises
        with connection:
            _adopt(connection, self.files)
        for staging in self.folder.glob(f"{STAGING}*"):
            # Another process may be copying right now; nobody copies for a day.
            if staging.stat().st_mtime < time.time() - 24 * 3600:
                shutil.rmtree(staging, ignore_errors=True)

    def _connect(self) -> None:
        connection = connect(self._path)
        try:
            found = connection.pragma("user_version")
            _check_version(found)
            connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "full")
            if found < VERSION:
                self._path.chmod(0o600)
                with connection:
                    connection.execute(SCHEMA)
                    connection.pragma("user_version", VERSION)
                self._make_durable()
        except BaseException:
            connection.close()
            raise
        self._connection, self._inode = connection, _inode(self._path)

    def _make_durable(self) -> None:
        """A new database is no more durable than the names that lead to it."""
        for place in (self.folder, self.folder.parent, self.folder.parent.parent):
            # The last may be nobody's business of ours, such as the home folder of a locked-down account.
            with contextlib.suppress(PermissionError):
                flush_folder(place)

    def _is_whole(self) -> bool:
        """Whether the database is there and sound. A copy is looked at, so that a damaged one is set aside as it was found."""
        new = not any(self.files.iterdir())
        if not self._path.exists():
            # Without its database a log or a promise beside it is a remnant of one.
            return new and not any(path.exists() for path in salvage.parts(self.folder))
        work = self.folder / LOOKING
        try:
            try:
                copied = salvage.copy_parts(self.folder, work)
            except OSError:
                # No room for a copy is no reason not to open.
                copied = self._path
            return _is_sound(copied, new=new)
        except DAMAGED:
            return False
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _is_sound(path: Path, *, new: bool) -> bool:
    with contextlib.closing(connect(path)) as connection:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        if connection.pragma("integrity_check") != "ok":
            return False
        version = connection.pragma("user_version")
        # A flipped bit can look like a newer version; a newer version's database is sound.
        _check_version(version)
        return new if version == 0 else rows_are_whole(connection)


def _check_version(found: int) -> None:
    if found > VERSION:
        raise refused(Cause.PROFILE_NEWER)


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _adopt(connection: apsw.Connection, files: Path) -> None:
    """Brings folders and rows together again after a crash between the two.

    A whole promise without a row was promised, or was about to be: it goes out, under its own id. What isn't whole never was promised,
    and a big file whose report isn't there neither: the report is written last.
    """
    known = dict(connection.execute("SELECT folder, id FROM promises"))
    ids = set(known.values())
    found: list[tuple[str, Path, promise.Promise | None]] = []
    for folder in sorted(path for path in files.iterdir() if path.is_dir()):
        if folder.name in known:
            if not (folder / promise.SIDE_FILE).exists():
                kept = select(connection, "WHERE folder = ?", folder.name)[0].promise
                promise.write_side_file(folder, *promise.encode(kept))
                flush_folder(folder)
            continue
        new = promise.read_side_file(folder)
        found.append((new.parent if new else "", folder, new))
    for parent, folder, new in sorted(found, key=lambda each: each[0] != ""):
        if new and new.id not in ids and (not parent or parent in ids) and salvage.has_its_files(folder, new):
            insert_row(connection, new, folder.name)
            ids.add(new.id)
        else:
            shutil.rmtree(folder, ignore_errors=True)
