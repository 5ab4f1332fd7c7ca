"""What happened to tickets, in one order; written in the transaction in which it happened; it wakes the technicians' pages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select

from server_stub.store.tables import tickets, timeline
from server_stub.store.writer import DESK, Work

EMPLOYEE, TECHNICIAN, BACKEND = "employee", "technician", "backend"

RECEIVED, MESSAGE, NOTE, TAKEN, RELEASED, READ = "received", "message", "note", "taken", "released", "read"
"""Kinds of entries about the ticket itself; a session of remote help has its own. "read": a technician saw what the employee said last."""

SIGNALS = ("assist-signal",)
"""Kinds that only wake pages, and that no person reads."""


def add(work: Work, ticket: int, at: datetime, side: str, actor: str, kind: str, **detail: Any) -> None:
    """One entry on a ticket's timeline. `kind` is a word such as "received", "message" or "taken"; `detail` plain values."""
    told = msgspec.json.encode({name: value for name, value in detail.items() if value}).decode()
    work.connection.execute(insert(timeline).values(ticket=ticket, at=at, side=side, actor=actor, kind=kind, detail=told))
    work.news.add(DESK)


def last(connection: Connection) -> int:
    """The key of the newest entry of all, 0 without any."""
    return connection.scalar(select(func.max(timeline.c.key))) or 0


def after(connection: Connection, key: int, most: int) -> Sequence[Row[Any]]:
    """The next entries of all tickets, each with its ticket's `number`."""
    query = select(timeline, tickets.c.number).join(tickets, tickets.c.key == timeline.c.ticket)
    return connection.execute(query.where(timeline.c.key > key).order_by(timeline.c.key).limit(most)).all()


def of_ticket(connection: Connection, ticket: int, after_key: int = 0) -> Sequence[Row[Any]]:
    """A ticket's entries in order, from after one on, without signals."""
    mine = (timeline.c.ticket == ticket, timeline.c.key > after_key, timeline.c.kind.not_in(SIGNALS))
    return connection.execute(select(timeline).where(*mine).order_by(timeline.c.key)).all()
