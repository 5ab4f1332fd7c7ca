"""Uploads as rows: where the bytes are, how many arrived, until when they wait for a ticket, and what a person sent lately."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from server_stub.store.tables import EPOCH, attachments, uploads, used

HOUR = timedelta(hours=1)
DAY_H = 24


def find(connection: Connection, person: str, upload_id: str) -> Row[Any] | None:
    """The row of a person's upload, `blob` None when it is gone."""
    return connection.execute(select(uploads).where(uploads.c.person == person, uploads.c.id == upload_id)).one_or_none()


def add(connection: Connection, person: str, upload_id: str, *, blob: str, length: int, sha256: str, expires: datetime) -> None:
    """A new upload, in the place of one of the same id that is gone."""
    connection.execute(delete(uploads).where(uploads.c.person == person, uploads.c.id == upload_id))
    held = {"blob": blob, "length": length, "received": 0, "sha256": sha256, "owned": False, "expires": expires}
    connection.execute(insert(uploads).values(person=person, id=upload_id, **held))


def change(connection: Connection, key: int, **values: Any) -> None:
    """Changes columns of one upload."""
    connection.execute(update(uploads).where(uploads.c.key == key).values(**values))


def open_count(connection: Connection, person: str, now: datetime) -> int:
    """How many uploads of a person no ticket has taken yet."""
    mine = (uploads.c.person == person, uploads.c.owned.is_(False), uploads.c.blob.is_not(None), uploads.c.expires > now)
    return connection.scalar(select(func.count()).select_from(uploads).where(*mine)) or 0


def let_go(connection: Connection, now: datetime, forget_after: timedelta) -> list[str]:
    """Marks every expired upload as gone, forgets those long gone, and answers the files that nobody needs any more."""
    expired = connection.execute(select(uploads.c.key, uploads.c.blob).where(uploads.c.expires <= now, uploads.c.blob.is_not(None))).all()
    for row in expired:
        change(connection, row.key, blob=None)
    connection.execute(delete(uploads).where(uploads.c.expires <= now - forget_after))
    return [row.blob for row in expired if not needed(connection, row.blob)]


def needed(connection: Connection, blob: str) -> bool:
    """Whether an attachment or an upload that is not gone has these bytes."""
    return any(connection.scalar(select(table.c.key).where(table.c.blob == blob).limit(1)) for table in (attachments, uploads))


def count_used(connection: Connection, person: str, now: datetime, *, reports: int = 0, sent_bytes: int = 0) -> None:
    """Adds to what a person sent in this hour."""
    this = (used.c.person == person, used.c.hour == (now - EPOCH) // HOUR)
    added = {"reports": used.c.reports + reports, "bytes": used.c.bytes + sent_bytes}
    if not connection.execute(update(used).where(*this).values(**added)).rowcount:
        connection.execute(insert(used).values(person=person, hour=(now - EPOCH) // HOUR, reports=reports, bytes=sent_bytes))


def used_lately(connection: Connection, person: str, now: datetime) -> tuple[int, int, int]:
    """Reports and bytes that a person sent in the last 24 hours, and after how many seconds the first of them no longer count."""
    first_hour = (now - EPOCH) // HOUR - DAY_H + 1
    query = select(func.sum(used.c.reports), func.sum(used.c.bytes), func.min(used.c.hour))
    reports, sent_bytes, oldest = connection.execute(query.where(used.c.person == person, used.c.hour >= first_hour)).one()
    free_at = EPOCH + ((oldest or first_hour) + DAY_H) * HOUR
    return reports or 0, sent_bytes or 0, max(1, int((free_at - now).total_seconds()))


def forget_used(connection: Connection, now: datetime) -> None:
    """Removes hours that count no more."""
    connection.execute(delete(used).where(used.c.hour < (now - EPOCH) // HOUR - DAY_H))
