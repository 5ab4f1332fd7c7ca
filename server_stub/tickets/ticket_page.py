"""A ticket as the technician's page shows it, read in a few statements: the ticket, everything that happened in one order, and drafts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from contract.tickets import Message, State, Ticket
from server_stub.store import drafts, notes, tables, tickets, timeline
from server_stub.store.drafts import Draft, DraftKind
from server_stub.store.notes import Note
from server_stub.tickets.queue import Technician, technician

EARLIER = 5
"""Other tickets of the person that are shown, the newest ones."""

_detail = msgspec.json.Decoder(dict[str, Any])


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened: at most one of `message` and `note` is there. Kinds today: received, message, note, taken, released, read,
    assist and what else stands on the timeline; `detail` are its plain values. `account` is the technician's, "" for the command line.
    """

    id: str
    at: datetime
    side: str
    actor: str
    kind: str
    account: str
    detail: dict[str, Any]
    message: Message | None = None
    note: Note | None = None


class OtherTicket(msgspec.Struct, frozen=True, kw_only=True):
    """Another ticket of the same person."""

    number: str
    subject: str
    state: State
    created: datetime


class TicketPage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page shows. `last` is the newest entry's id: what a reply names as `expected`.

    `person` is the id of who reported it; `last_seen` when that computer last spoke to the backend, None for never; `others` are the
    newest other tickets of the person, of `others_count`.
    """

    ticket: Ticket
    technician: Technician | None
    person: str
    unread: bool
    said: datetime
    last_seen: datetime | None
    entries: tuple[Entry, ...]
    last: str
    drafts: dict[DraftKind, Draft]
    others: tuple[OtherTicket, ...]
    others_count: int


def read(connection: Connection, row: Row[Any], account: str) -> TicketPage:
    """The page of a ticket's row, with the drafts of this account."""
    ticket = tickets.whole(connection, row)
    said = {message.id: message for message in ticket.messages}
    happened = tuple(entries(timeline.of_ticket(connection, row.key), said, notes.of_ticket(connection, row.key)))
    name, last_seen, count = connection.execute(beside(row)).one()
    return TicketPage(
        ticket=ticket,
        technician=technician(row.assignee, name),
        person=row.person,
        unread=row.unread,
        said=row.said,
        last_seen=last_seen,
        entries=happened,
        last=happened[-1].id if happened else "0",
        drafts=drafts.both(connection, account, row.key),
        others=others(connection, row),
        others_count=count - 1,
    )


def written_by_others(connection: Connection, row: Row[Any], account: str, after: int) -> tuple[Entry, ...]:
    """What other technicians said or noted on a ticket after an entry."""
    newer = timeline.of_ticket(connection, row.key, after)
    written = [one for one in newer if one.side == timeline.TECHNICIAN and one.kind in {timeline.MESSAGE, timeline.NOTE}]
    if not any(account_of(one) != account for one in written):
        return ()
    said = {message.id: message for message in tickets.whole(connection, row).messages}
    found = entries(written, said, notes.of_ticket(connection, row.key))
    return tuple(entry for entry in found if entry.account != account)


def account_of(row: Row[Any]) -> str:
    """Whose entry a timeline row is, "" for the command line's."""
    return str(_detail.decode(row.detail).get("account", ""))


def who_has(connection: Connection, row: Row[Any]) -> Technician | None:
    """Whose the ticket is."""
    return technician(row.assignee, connection.scalar(select(tables.accounts.c.name).where(tables.accounts.c.id == row.assignee)))


def entries(rows: Sequence[Row[Any]], said: Mapping[str, Message], noted: Mapping[str, Note]) -> list[Entry]:
    """Timeline rows with the messages and notes that they name."""
    found = []
    for row in rows:
        detail = _detail.decode(row.detail)
        message = said.get(detail.get("message", "")) if row.kind == timeline.MESSAGE else None
        note = noted.get(detail.get("note", "")) if row.kind == timeline.NOTE else None
        account = str(detail.get("account", ""))
        about = {"at": row.at, "side": row.side, "actor": row.actor, "kind": row.kind, "account": account, "detail": detail}
        found.append(Entry(id=str(row.key), message=message, note=note, **about))
    return found


def beside(row: Row[Any]) -> Any:
    """A query for the assignee's name, when the computer was last seen, and how many tickets the person has."""
    assignee = select(tables.accounts.c.name).where(tables.accounts.c.id == row.assignee).scalar_subquery()
    seen = select(tables.enrolments.c.last_seen).where(tables.enrolments.c.id == row.enrolment).scalar_subquery()
    count = select(func.count()).select_from(tables.tickets).where(tables.tickets.c.person == row.person).scalar_subquery()
    return select(assignee, seen, count)


def others(connection: Connection, row: Row[Any]) -> tuple[OtherTicket, ...]:
    """The newest other tickets of the person."""
    held = tables.tickets.c
    query = select(held.number, held.subject, held.state, held.created).where(held.person == row.person, held.key != row.key)
    return tuple(
        OtherTicket(number=tickets.shown_number(one.number), subject=one.subject, state=State(one.state), created=one.created)
        for one in connection.execute(query.order_by(held.number.desc()).limit(EARLIER))
    )
