"""Alarms of remote help: somebody said that this was not the help desk, or that the words differ. One a session, until a lead confirms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from contract.assist import End
from contract.ids import new_id
from server_stub.store.tables import accounts, alarms, assist_sessions, enrolments, tickets

REASONS = frozenset({End.NOT_OUR_HELP_DESK, End.WORDS_DIFFER})
RAISED, CONFIRMED = "alarm", "alarm-confirmed"
"""Kinds of timeline entries, both with `session`."""


def add(connection: Connection, session: int, reason: End, now: datetime) -> bool:
    """Raises an alarm; False when the session has one already."""
    if connection.scalar(select(alarms.c.id).where(alarms.c.session == session)) is not None:
        return False
    connection.execute(insert(alarms).values(id=new_id(), session=session, reason=reason.value, raised=now))
    return True


def find(connection: Connection, *conditions: Any) -> Sequence[Row[Any]]:
    """The alarms that fit, oldest first, each with its session, ticket and technician."""
    query = (
        select(
            alarms,
            assist_sessions.c.id.label("session_id"),
            tickets.c.key.label("ticket"),
            tickets.c.number,
            tickets.c.subject,
            tickets.c.person_name,
            func.coalesce(enrolments.c.computer, tickets.c.computer).label("computer"),
            accounts.c.name.label("technician"),
        )
        .join(assist_sessions, assist_sessions.c.key == alarms.c.session)
        .join(tickets, tickets.c.key == assist_sessions.c.ticket)
        .join(accounts, accounts.c.id == assist_sessions.c.account)
        .outerjoin(enrolments, enrolments.c.id == assist_sessions.c.enrolment)
        .where(*conditions)
        .order_by(alarms.c.raised, alarms.c.id)
    )
    return connection.execute(query).all()


def confirm(connection: Connection, alarm: str, account: str, now: datetime) -> bool:
    """Notes who has seen to it; False when somebody had already."""
    still = (alarms.c.id == alarm, alarms.c.confirmed.is_(None))
    return bool(connection.execute(update(alarms).where(*still).values(confirmed=now, confirmed_by=account)).rowcount)
