"""What technicians have begun to write, as rows: one text of each kind for each technician and ticket, with its files."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, func, insert, select, update

from contract.uploads import Attachment
from server_stub.store.notes import FILE, attachment, file_columns
from server_stub.store.tables import draft_files, drafts


class DraftKind(StrEnum):
    """For whom it is written."""

    PUBLIC = "public"
    """A reply to the employee."""
    INTERNAL = "internal"
    """A note for technicians."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is not sent; `updated` is None where there is none yet."""

    text: str = ""
    files: tuple[Attachment, ...] = ()
    updated: datetime | None = None


def keep(connection: Connection, account: str, ticket: int, kind: DraftKind, text: str, now: datetime) -> None:
    """Keeps a text in the place of the one before."""
    mine = _mine(drafts, account, ticket, kind)
    if not connection.execute(update(drafts).where(mine).values(text=text, updated=now)).rowcount:
        connection.execute(insert(drafts).values(account=account, ticket=ticket, kind=kind.value, text=text, updated=now))


def touch(connection: Connection, account: str, ticket: int, kind: DraftKind, now: datetime) -> None:
    """Notes that a draft's files changed, and makes it if there is none."""
    mine = _mine(drafts, account, ticket, kind)
    if not connection.execute(update(drafts).where(mine).values(updated=now)).rowcount:
        connection.execute(insert(drafts).values(account=account, ticket=ticket, kind=kind.value, text="", updated=now))


def both(connection: Connection, account: str, ticket: int) -> dict[DraftKind, Draft]:
    """A technician's drafts on a ticket, empty ones too."""
    own, file = drafts.c, draft_files.c
    same = and_(file.account == own.account, file.ticket == own.ticket, file.kind == own.kind)
    query = select(drafts, *file_columns(draft_files)).outerjoin(draft_files, same).where(own.account == account, own.ticket == ticket)
    found = {kind: Draft() for kind in DraftKind}
    for row in connection.execute(query.order_by(file.key)):
        held = () if row.file_id is None else (attachment(row, FILE),)
        kind = DraftKind(row.kind)
        found[kind] = Draft(text=row.text, files=(*found[kind].files, *held), updated=row.updated)
    return found


def files(connection: Connection, account: str, ticket: int, kind: DraftKind) -> Sequence[Row[Any]]:
    """The rows of a draft's files, in their order."""
    return connection.execute(select(draft_files).where(_mine(draft_files, account, ticket, kind)).order_by(draft_files.c.key)).all()


def weight(connection: Connection, account: str, ticket: int, kind: DraftKind) -> tuple[int, int]:
    """How many files a draft has, and how many bytes together."""
    query = select(func.count(), func.coalesce(func.sum(draft_files.c.size_bytes), 0))
    count, size_bytes = connection.execute(query.where(_mine(draft_files, account, ticket, kind))).one()
    return int(count), int(size_bytes)


def find_file(connection: Connection, account: str, ticket: int, file_id: str) -> Row[Any] | None:
    """The row of a file of a technician's own drafts on a ticket."""
    mine = (draft_files.c.account == account, draft_files.c.ticket == ticket, draft_files.c.id == file_id)
    return connection.execute(select(draft_files).where(*mine)).one_or_none()


def add_file(connection: Connection, account: str, ticket: int, kind: DraftKind, file: Attachment, blob: str) -> None:
    """Gives a draft a file whose bytes are there."""
    held = {name: getattr(file, name) for name in ("id", "name", "type", "size_bytes", "sha256")}
    connection.execute(insert(draft_files).values(account=account, ticket=ticket, kind=kind.value, blob=blob, **held))


def remove_file(connection: Connection, key: int) -> None:
    """Takes a file from its draft."""
    connection.execute(delete(draft_files).where(draft_files.c.key == key))


def empty(connection: Connection, account: str, ticket: int, kind: DraftKind) -> None:
    """Nothing is begun any more: it was sent, or thrown away."""
    for held in (drafts, draft_files):
        connection.execute(delete(held).where(_mine(held, account, ticket, kind)))


def _mine(held: Table, account: str, ticket: int, kind: DraftKind) -> ColumnElement[bool]:
    return and_(held.c.account == account, held.c.ticket == ticket, held.c.kind == kind.value)
