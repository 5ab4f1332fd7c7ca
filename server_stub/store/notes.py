"""What technicians write for each other, as rows. No function of the employee's side reads them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Row, Table, insert, select

from contract.uploads import Attachment, Kind
from server_stub.store import ticket_search
from server_stub.store.tables import note_files, notes

SHOWN = ("id", "name", "type", "size_bytes", "sha256")
"""The columns of a note's or draft's file that are shown."""
FILE = "file_"
"""Stands before their names where a query has other columns beside them."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """An internal note; `account` is who wrote it."""

    id: str
    account: str
    name: str
    text: str
    created: datetime
    attachments: tuple[Attachment, ...] = ()


def add(connection: Connection, ticket: int, note: Note, files: Sequence[Row[Any]]) -> None:
    """A new note with the files of its draft, which keep their ids."""
    held = {name: getattr(note, name) for name in ("id", "account", "name", "text", "created")}
    key = connection.execute(insert(notes).values(ticket=ticket, **held)).inserted_primary_key
    assert key is not None  # noqa: S101 - an insert of one row has one
    rows = [{"note": key[0], **{name: getattr(file, name) for name in (*SHOWN, "blob")}} for file in files]
    if rows:
        connection.execute(insert(note_files), rows)
    ticket_search.add_words(connection, ticket, note.text)


def of_ticket(connection: Connection, ticket: int) -> dict[str, Note]:
    """A ticket's notes by id."""
    query = select(notes, *file_columns(note_files)).outerjoin(note_files, note_files.c.note == notes.c.key).where(notes.c.ticket == ticket)
    found: dict[str, Note] = {}
    for row in connection.execute(query.order_by(notes.c.key, note_files.c.key)):
        one = found.get(row.id) or note(row)
        found[row.id] = one if row.file_id is None else replace(one, attachments=(*one.attachments, attachment(row, FILE)))
    return found


def find(connection: Connection, ticket: int, note_id: str) -> Row[Any] | None:
    """A note's row."""
    return connection.execute(select(notes).where(notes.c.ticket == ticket, notes.c.id == note_id)).one_or_none()


def find_file(connection: Connection, ticket: int, file_id: str) -> Row[Any] | None:
    """The row of a file of a ticket's notes."""
    query = select(note_files).join(notes, notes.c.key == note_files.c.note)
    return connection.execute(query.where(notes.c.ticket == ticket, note_files.c.id == file_id)).one_or_none()


def note(row: Row[Any]) -> Note:
    """A note's row as a value, without its files."""
    return Note(id=row.id, account=row.account, name=row.name, text=row.text, created=row.created)


def file_columns(held: Table) -> list[ColumnElement[Any]]:
    """What is shown of a file, for a query that has other columns too."""
    return [held.c[name].label(f"{FILE}{name}") for name in SHOWN]


def attachment(row: Row[Any], before: str = "") -> Attachment:
    """A note's or draft's file as a value. Its type was read from its bytes, so a picture is one."""
    held = {name: getattr(row, f"{before}{name}") for name in SHOWN}
    return Attachment(**held, kind=Kind.SCREENSHOT if held["type"].startswith("image/") else Kind.FILE)
