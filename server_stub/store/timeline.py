"""What happened to tickets, in one order; written in the transaction in which it happened; it wakes the technicians' pages."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import insert

from server_stub.store.tables import timeline
from server_stub.store.writer import DESK, Work

EMPLOYEE, TECHNICIAN, BACKEND = "employee", "technician", "backend"


def add(work: Work, ticket: int, at: datetime, side: str, actor: str, kind: str, **detail: Any) -> None:
    """One entry on a ticket's timeline. `kind` is a word such as "received", "message" or "taken"; `detail` plain values."""
    told = msgspec.json.encode({name: value for name, value in detail.items() if value}).decode()
    work.connection.execute(insert(timeline).values(ticket=ticket, at=at, side=side, actor=actor, kind=kind, detail=told))
    work.news.add(DESK)
