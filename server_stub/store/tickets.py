"""Tickets, messages and attachments as rows, written and read back as the contract's values."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from contract.diagnostics import Diagnostics
from contract.ids import new_id
from contract.tickets import Action, By, Impact, Message, PutTicket, State, Ticket, TicketSummary, Urgency
from contract.uploads import Attachment, AttachmentRef, Kind
from server_stub.store import facts, ticket_search, tried
from server_stub.store.people import Who
from server_stub.store.tables import attachments, messages, sequences, tickets


class TicketLine(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as the administrator's list shows it."""

    id: str
    number: str
    subject: str
    state: State
    priority: int
    person: str
    computer: str
    created: datetime


def shown_number(number: int) -> str:
    """A number as people say it, such as INC-000123."""
    return f"INC-{number:06d}"


def read_number(typed: str) -> int | None:
    """The number that somebody typed, such as INC-000123, inc-123 or 123; None for anything else."""
    match = re.fullmatch(r"(?:INC-)?0*([0-9]{1,12})", typed.strip(), re.IGNORECASE | re.ASCII)
    return int(match[1]) if match else None


def next_number(connection: Connection) -> int:
    """The next number of the one sequence. It is taken back when the transaction is, so none is skipped."""
    ticket = sequences.c.name == "ticket"
    connection.execute(update(sequences).where(ticket).values(last=sequences.c.last + 1))
    return connection.scalar(select(sequences.c.last).where(ticket)) or 0


def add(connection: Connection, who: Who, ticket_id: str, request: PutTicket, *, priority: int, content: bytes, now: datetime) -> int:
    """A new ticket with its facts; its key."""
    number = next_number(connection)
    checked = request.diagnostics
    words = {name: getattr(request, name) for name in ("subject", "details", "category", "telephone", "place", "written")}
    row = insert(tickets).values(
        person=who.person,
        id=ticket_id,
        number=number,
        enrolment=who.enrolment,
        impact=request.impact.value,
        urgency=request.urgency.value,
        priority=priority,
        state=State.NEW.value,
        technician="",
        person_name=who.name,
        account=who.account,
        computer=who.computer,
        created=now,
        updated=now,
        collected=checked.collected if checked else None,
        took_s=checked.took_s if checked else None,
        content=content,
        unread=True,
        said=now,
        **words,
    )
    key = connection.execute(row).inserted_primary_key
    assert key is not None  # noqa: S101 - an insert of one row has one
    if checked:
        facts.add(connection, key[0], checked)
    if request.tried is not msgspec.UNSET:
        tried.add(connection, key[0], request.tried)
    findable = (request.subject, request.details, who.name, who.account, who.computer, request.place)
    ticket_search.add(connection, key[0], findable, State.NEW.value)
    return int(key[0])


def find(connection: Connection, *conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The ticket rows that fit, oldest first."""
    return connection.execute(select(tickets).where(*conditions).order_by(tickets.c.number)).all()


def find_own(connection: Connection, person: str, ticket_id: str) -> Row[Any] | None:
    """A person's own ticket; None for somebody else's as for none."""
    return next(iter(find(connection, tickets.c.person == person, tickets.c.id == ticket_id)), None)


def change(connection: Connection, key: int, **values: Any) -> None:
    """Changes columns of one ticket."""
    connection.execute(update(tickets).where(tickets.c.key == key).values(**values))
    if "state" in values:
        ticket_search.mark(connection, key, values["state"])


def summary(row: Row[Any]) -> TicketSummary:
    """A ticket's row as lists and the feed show it."""
    return TicketSummary(
        id=row.id,
        number=shown_number(row.number),
        subject=row.subject,
        state=State(row.state),
        priority=row.priority,
        technician=row.technician,
        created=row.created,
        updated=row.updated,
    )


def lines(connection: Connection) -> list[TicketLine]:
    """Every ticket as the administrator's list shows it, oldest first."""
    held = tickets.c
    shown = (held.id, held.number, held.subject, held.state, held.priority, held.person_name, held.computer, held.created)
    return [
        TicketLine(
            id=row.id,
            number=shown_number(row.number),
            subject=row.subject,
            state=State(row.state),
            priority=row.priority,
            person=row.person_name,
            computer=row.computer,
            created=row.created,
        )
        for row in connection.execute(select(*shown).order_by(held.number))
    ]


def add_message(
    connection: Connection, ticket: int, message: Message, *, written: datetime, content: bytes | None, account: str | None = None
) -> int:
    """An entry of the conversation; its key. `account` is the technician who wrote it at the page."""
    row = insert(messages).values(
        ticket=ticket,
        id=message.id,
        by=message.by.value,
        name=message.name,
        text=message.text,
        action=message.action.value if message.action else None,
        written=written,
        created=message.created,
        content=content,
        wants=message.wants,
        account=account,
    )
    key = connection.execute(row).inserted_primary_key
    assert key is not None  # noqa: S101 - an insert of one row has one
    ticket_search.add_words(connection, ticket, message.text)
    return int(key[0])


def find_message(connection: Connection, ticket: int, message_id: str) -> Row[Any] | None:
    """A message's row."""
    return connection.execute(select(messages).where(messages.c.ticket == ticket, messages.c.id == message_id)).one_or_none()


def attach(
    connection: Connection, ticket: int, message: int | None, refs: Sequence[AttachmentRef], blobs: Sequence[str]
) -> tuple[Attachment, ...]:
    """Gives a ticket, or one of its messages, the files that arrived; `blobs` says where the bytes of each are."""
    made = tuple(
        Attachment(id=new_id(), name=ref.name, type=ref.type, size_bytes=ref.size_bytes, sha256=ref.sha256, kind=ref.kind) for ref in refs
    )
    for position, (one, blob) in enumerate(zip(made, blobs, strict=True)):
        held = {"name": one.name, "type": one.type, "size_bytes": one.size_bytes, "sha256": one.sha256, "kind": one.kind.value}
        connection.execute(insert(attachments).values(id=one.id, ticket=ticket, message=message, position=position, blob=blob, **held))
    return made


def find_attachment(connection: Connection, *conditions: ColumnElement[bool]) -> Row[Any] | None:
    """An attachment's row, with `blob`."""
    return connection.execute(select(attachments).where(*conditions)).one_or_none()


def whole(connection: Connection, row: Row[Any]) -> Ticket:
    """A ticket with its conversation, attachments and diagnostics."""
    held: dict[int | None, list[Attachment]] = defaultdict(list)
    for one in connection.execute(select(attachments).where(attachments.c.ticket == row.key).order_by(attachments.c.key)):
        value = Attachment(id=one.id, name=one.name, type=one.type, size_bytes=one.size_bytes, sha256=one.sha256, kind=Kind(one.kind))
        held[one.message].append(value)
    said = connection.execute(select(messages).where(messages.c.ticket == row.key).order_by(messages.c.key)).all()
    checked = None if row.collected is None else facts.read(connection, row.key)
    return Ticket(
        **{name: getattr(row, name) for name in ("id", "subject", "details", "category", "priority", "technician", "account")},
        **{name: getattr(row, name) for name in ("computer", "telephone", "place", "written", "created", "updated")},
        number=shown_number(row.number),
        impact=Impact(row.impact),
        urgency=Urgency(row.urgency),
        state=State(row.state),
        person=row.person_name,
        attachments=tuple(held[None]),
        messages=tuple(message(one, tuple(held[one.key])) for one in said),
        diagnostics=checked and Diagnostics(facts=checked[0], not_collected=checked[1], collected=row.collected, took_s=row.took_s),
        tried=tried.read(connection, row.key),
    )


def message(row: Row[Any], files: tuple[Attachment, ...]) -> Message:
    """A message's row as the contract's value."""
    return Message(
        id=row.id,
        by=By(row.by),
        name=row.name,
        text=row.text,
        action=Action(row.action) if row.action else None,
        created=row.created,
        attachments=files,
        wants=row.wants,
    )
