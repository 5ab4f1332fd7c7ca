"""The outbox's tables, and how its database is reached and judged."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import msgspec

from desktop_client.help_desk import promise
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.promise import Promise
from desktop_client.reasons import Reason

DATABASE = "outbox.db"
VERSION = 1
BUSY_MS = 10_000

SCHEMA = """
CREATE TABLE IF NOT EXISTS promises (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    ticket TEXT NOT NULL,
    parent TEXT NOT NULL DEFAULT '',
    payload BLOB NOT NULL,
    digest TEXT NOT NULL,
    folder TEXT NOT NULL,
    total_bytes INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0,
    tried INTEGER NOT NULL DEFAULT 0,
    reason BLOB,
    next_try REAL,
    number TEXT,
    answer BLOB,
    delivered REAL,
    owner TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS uploads (
    id TEXT NOT NULL,
    upload TEXT NOT NULL,
    sent_bytes INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (id, upload)
);
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
"""`payload` and `digest` are the promise; `tried` says that its request may have arrived; times are Unix seconds. `owner` is the person,
as the enrolment names them, who promised.
"""

COLUMNS = (
    "seq, id, ticket, parent, payload, digest, folder, total_bytes, state, attempts, tried,"
    " reason, next_try, number, answer, delivered, owner"
)
SENT = "(SELECT coalesce(sum(sent_bytes), 0) FROM uploads WHERE uploads.id = promises.id)"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A promise and how far it is."""

    seq: int
    promise: Promise
    folder: str
    total_bytes: int
    state: DeliveryState
    attempts: int
    tried: bool
    reason: Reason | None
    next_try: float | None
    number: str | None
    answer: bytes | None
    delivered: float | None
    owner: str
    sent_bytes: int = 0


def connect(path: Path) -> apsw.Connection:
    """A connection that waits for others and runs nothing that a foreign file may have put into its schema."""
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(BUSY_MS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    return connection


def read_row(values: Sequence[Any], sent_bytes: int = 0) -> Row | None:
    """A row of `COLUMNS`, or None when it isn't whole. A reason that can't be read is no reason to drop the row."""
    seq, id_, ticket, parent, payload, digest, folder, total, state, attempts, tried = values[:11]
    reason, next_try, number, answer, delivered, owner = values[11:17]
    if not isinstance(payload, bytes) or not isinstance(digest, str):
        return None
    found = promise.decode(payload, digest)
    if found is None or (found.id, found.ticket, found.parent) != (id_, ticket, parent):
        return None
    if not _are(str, folder, owner) or not _are(int, total, attempts, tried) or state not in set(DeliveryState):
        return None
    return Row(
        seq=seq,
        promise=found,
        folder=folder,
        total_bytes=total,
        state=DeliveryState(state),
        attempts=attempts,
        tried=bool(tried),
        reason=_reason(reason),
        next_try=next_try if isinstance(next_try, float) and _is_time(next_try) else None,
        number=number if isinstance(number, str) else None,
        answer=answer if isinstance(answer, bytes) else None,
        delivered=delivered if isinstance(delivered, float) and _is_time(delivered) else None,
        owner=owner,
        sent_bytes=sent_bytes,
    )


def insert_row(connection: apsw.Connection, new: Promise, folder: str) -> None:
    """A promise that waits for its first try."""
    payload, digest = promise.encode(new)
    connection.execute(
        "INSERT INTO promises (id, ticket, parent, payload, digest, folder, total_bytes, owner)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, coalesce((SELECT value FROM state WHERE key = 'owner'), ''))",
        (new.id, new.ticket, new.parent, payload, digest, folder, new.total_bytes()),
    )


def select(connection: apsw.Connection, where: str, *values: Any) -> list[Row]:
    """The rows that fit; one that is not whole is `apsw.CorruptError`, so that the outbox mends itself."""
    found = []
    for line in connection.execute(f"SELECT {COLUMNS}, {SENT} FROM promises {where}", values):  # noqa: S608 - our own words
        row = read_row(line, line[17])
        if row is None:
            raise apsw.CorruptError("a row of the outbox is not as it was written")
        found.append(row)
    return found


def delete(connection: apsw.Connection, rows: Sequence[Row]) -> None:
    """Takes the rows out."""
    for row in rows:
        connection.execute("DELETE FROM uploads WHERE id = ?", (row.promise.id,))
        connection.execute("DELETE FROM promises WHERE seq = ?", (row.seq,))


def rows_are_whole(connection: apsw.Connection) -> bool:
    """Whether every row can be read and is as it was written."""
    connection.execute("SELECT id, upload, sent_bytes, complete FROM uploads").fetchall()
    connection.execute("SELECT key, value FROM state").fetchall()
    return all(read_row(row) for row in connection.execute(f"SELECT {COLUMNS} FROM promises"))  # noqa: S608 - our own columns


def _are(kind: type, *values: object) -> bool:
    return all(isinstance(value, kind) for value in values)


def _is_time(seconds: float) -> bool:
    try:
        datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return False
    return True


def _reason(value: object) -> Reason | None:
    if not isinstance(value, bytes):
        return None
    try:
        return msgspec.json.decode(value, type=Reason)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
