"""Which SQLite is used and how: the only place that knows the engine. Elsewhere the SQL is portable."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError

from contract.problems import Code
from server_stub.refusals import DataError, RefusalError

try:
    import pysqlite3.dbapi2 as brought
except ImportError:  # no wheel for this platform
    brought = None

FILE_NAME = "store.db"
BUSY_MS = 5_000
READERS = 16


def chosen() -> tuple[ModuleType, tuple[str, ...]]:
    """The driver, and the pragmas that make an acknowledged commit survive a power cut with it.

    The operating system's SQLite may have the WAL-reset bug, and with a rollback journal FULL can lose the newest commit: hence EXTRA.
    Raises `DataError` when the SQLite that came along has that bug.
    """
    if brought is None:
        return sqlite3, ("journal_mode=DELETE", "synchronous=EXTRA")
    if not wal_is_safe(tuple(int(part) for part in brought.sqlite_version.split("."))):
        raise DataError(f"SQLite {brought.sqlite_version} can damage its database (the WAL-reset bug): install pysqlite3 0.6.1 or newer.")
    return brought, ("journal_mode=WAL", "synchronous=FULL")


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether a SQLite is free of the WAL-reset bug: fixed in 3.51.3, and in 3.50.7 and 3.44.6 for those series."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def open_engine(file: Path, *, writes: bool) -> Engine:
    """An engine on the database file: one connection that writes, or several that only read."""
    driver, pragmas = chosen()
    size = {"pool_size": 1 if writes else READERS, "max_overflow": 0}
    engine = create_engine(
        f"sqlite:///{file}",
        module=driver,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # what people wrote stays out of error texts, and so out of the log
        **size,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin below, where BEGIN can be IMMEDIATE
        # FAST: what is taken out of a page is overwritten with it, such as a code of remote help when its session ends
        for pragma in (*pragmas, "foreign_keys=ON", f"busy_timeout={BUSY_MS}", "secure_delete=FAST" if writes else "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def create_file(file: Path) -> None:
    """Makes the empty database file, readable by this account only, and its entry in the folder durable."""
    descriptor = os.open(file, os.O_CREAT | os.O_WRONLY, 0o600)
    os.fsync(descriptor)
    os.close(descriptor)
    if os.name != "nt":
        folder = os.open(file.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def copy_to(engine: Engine, target: Path) -> None:
    """A whole copy of the database, flushed, in one file that is there complete or not at all. Raises `DataError`."""
    driver, _ = chosen()
    unfinished = target.with_suffix(".unfinished")
    try:
        create_file(unfinished)
        with engine.connect() as connection:
            copy = driver.connect(str(unfinished))
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.close()
        with unfinished.open("r+b") as written:
            os.fsync(written.fileno())
        shutil.move(unfinished, target)
        create_file(target)  # it exists: flushes it and its folder
    except (OSError, DBAPIError, driver.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise DataError(f"The old data could not be copied to {target} ({error}), so nothing was changed.") from error


@contextmanager
def refusals() -> Iterator[None]:
    """Turns the engine's troubles into refusals: no space left, or not available now. Errors of our own SQL pass."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise refusal_for(error) from error


def refusal_for(error: DBAPIError) -> Exception:
    """The refusal that fits an engine's error; the error itself when it is ours."""
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    said = str(error.orig)
    if name.startswith("SQLITE_FULL") or "is full" in said:
        return RefusalError(Code.STORAGE_FULL, "The backend's disk is full.", retry_after_s=300)
    if name.startswith(("SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return RefusalError(Code.UNAVAILABLE, "The backend's store doesn't answer.", retry_after_s=30)
    return error
