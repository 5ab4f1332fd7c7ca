"""A damaged outbox: set aside, never deleted; everything that can still be read goes into a new one.

Two things are read: the rows of the damaged database, and the promises that lie beside their files. What only the second knows is
sent again, which is harmless, because the same id is the same thing.
"""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_client.help_desk import promise
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.outbox_schema import COLUMNS, DATABASE, SCHEMA, VERSION, Row, connect, insert_row, read_row
from desktop_client.help_desk.promise import Promise
from desktop_client.reasons import Cause, Reason
from desktop_client.system.durable import flush_folder


def parts(folder: Path) -> tuple[Path, ...]:
    """The database and the files that SQLite keeps beside it."""
    return tuple(folder / f"{DATABASE}{ending}" for ending in ("", "-wal", "-shm", "-journal"))


def copy_parts(folder: Path, target: Path) -> Path:
    """A copy of the database and what SQLite keeps beside it, save the shared memory, which it makes itself; gives the database's copy."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700)
    for part in parts(folder):
        if part.exists() and not part.name.endswith("-shm"):
            shutil.copyfile(part, target / part.name)
    return target / DATABASE


def has_its_files(folder: Path, kept: Promise) -> bool:
    """Whether every file of the promise lies beside it in its full size."""
    try:
        return all((folder / file.upload).stat().st_size == file.size_bytes for file in kept.attachments())
    except OSError:
        return False


def mend(folder: Path, files: Path) -> Reason:
    """Makes a new database from what can be read, and says how many promises were rescued and lost. Needs the outbox for itself."""
    aside = _set_aside(folder)
    rows, broken = _read_rows(aside)
    rescued: dict[str, tuple[Promise, str, Row | None]] = {row.promise.id: (row.promise, row.folder, row) for row in rows}
    lost = set(broken)
    for place in sorted(path for path in files.iterdir() if path.is_dir()):
        beside = promise.read_side_file(place)
        if beside and beside.id not in rescued:
            rescued[beside.id] = (beside, place.name, None)
        elif not beside and not (place / promise.TAKEN_FILE).exists() and place.name not in {at for _, at, _ in rescued.values()}:
            # Its pictures and files may still help a person.
            lost.add(place.name.rpartition("-")[0])
            place.rename(aside / place.name)
    lost -= set(rescued)
    with closing(connect(folder / DATABASE)) as connection:
        connection.pragma("journal_mode", "wal")
        connection.pragma("synchronous", "full")
        with connection:
            connection.execute(SCHEMA)
            connection.pragma("user_version", VERSION)
            for kept, place_name, row in sorted(rescued.values(), key=lambda found: (found[0].since, found[2].seq if found[2] else 0)):
                insert_row(connection, kept, place_name)
                if row:
                    _bring_along(connection, row)
    flush_folder(folder)
    waiting = sum(1 for _, _, row in rescued.values() if row is None or row.state is not DeliveryState.DELIVERED)
    return Reason(Cause.OUTBOX_DAMAGED, {"rescued": waiting, "lost": len(lost), "folder": str(aside).encode("utf-8", "replace").decode()})


def _set_aside(folder: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for number in range(1000):
        aside = folder / f"quarantine-{stamp}{f'-{number}' if number else ''}"
        if not aside.exists():
            break
    aside.mkdir(mode=0o700)
    # The log goes last: without its database it still says that something was here.
    for part in parts(folder):
        if part.exists():
            part.rename(aside / part.name)
    flush_folder(aside)
    flush_folder(folder)
    return aside


def _read_rows(aside: Path) -> tuple[list[Row], set[str]]:
    """What can be read, from both ends, of a copy: SQLite would change what it opens. And the ids of rows that are there but not whole."""
    work = aside / "reading"
    whole: dict[str, Row] = {}
    broken: set[str] = set()
    try:
        _read_from(copy_parts(aside, work), work, whole, broken)
    except OSError:
        # No room for a copy: the promises beside their files are all there is.
        pass
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return list(whole.values()), broken - set(whole)


def _read_from(path: Path, work: Path, whole: dict[str, Row], broken: set[str]) -> None:
    for with_log in (True, False):
        if not with_log:
            for part in parts(work)[1:]:
                part.unlink(missing_ok=True)
        for order in ("ASC", "DESC"):
            try:
                with closing(connect(path)) as connection:
                    connection.pragma("writable_schema", "ON")
                    for values in connection.execute(f"SELECT {COLUMNS} FROM promises ORDER BY seq {order}"):  # noqa: S608 - our own words
                        row = read_row(values)
                        if row:
                            whole.setdefault(row.promise.id, row)
                        elif isinstance(values[1], str):
                            broken.add(values[1])
            except (apsw.Error, OSError, ValueError, MemoryError):
                continue


def _bring_along(connection: apsw.Connection, row: Row) -> None:
    """How far it was. Uploads are asked for anew: the backend knows what it has."""
    state = DeliveryState.WAITING if row.state is DeliveryState.SENDING else row.state
    connection.execute(
        "UPDATE promises SET state = ?, attempts = ?, tried = ?, number = ?, answer = ?, delivered = ?, owner = ? WHERE id = ?",
        (state.value, row.attempts, int(row.tried), row.number, row.answer, row.delivered, row.owner, row.promise.id),
    )
