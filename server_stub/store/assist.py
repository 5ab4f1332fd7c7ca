"""Sessions of remote help as rows, and the one way in which they take a step: row, audit, timeline and feed in one transaction.

No code, key or secret goes into timeline, feed or audit. Codes are sealed text that the backend can't open; they are emptied in the
transaction that ends the session.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from contract.assist import LIVE, NEXT, Ability, AssistSession, AssistState, End, ShownTechnician
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store import assist_alarms, audit, feed, tickets, timeline
from server_stub.store.tables import accounts, assist_sessions, enrolments
from server_stub.store.tables import tickets as ticket_rows
from server_stub.store.writer import Work

STEP = "assist"
"""The kind of timeline entries that are a step: `session`, `state`, and where known `end` and `tool`."""

(SIGNAL,) = timeline.SIGNALS
"""The kind of timeline entries that only wake the technician's page: `session` and `what` (a key or code is there)."""

BEFORE_CONSENT = {
    End.DECLINED: AssistState.DECLINED,
    End.NOT_OUR_HELP_DESK: AssistState.DECLINED,
    End.EXPIRED: AssistState.EXPIRED,
}
"""How a request that is still asked is over; by any other end it is withdrawn."""

_held = assist_sessions.c
_LIVING = _held.live_ticket > 0
"""As a range, since SQLite looks through all rows for "is not null"."""

_query = (
    select(
        assist_sessions,
        ticket_rows.c.id.label("ticket_id"),
        ticket_rows.c.number,
        ticket_rows.c.subject,
        ticket_rows.c.person_name,
        ticket_rows.c.account.label("person_account"),
        func.coalesce(enrolments.c.computer, ticket_rows.c.computer).label("computer"),
        accounts.c.login,
        accounts.c.name.label("technician"),
        accounts.c.title,
        accounts.c.role,
        accounts.c.picture,
        accounts.c.picture_sha256,
    )
    .join(ticket_rows, ticket_rows.c.key == _held.ticket)
    .join(accounts, accounts.c.id == _held.account)
    .outerjoin(enrolments, enrolments.c.id == _held.enrolment)
)


class Actor(NamedTuple):
    """Who takes a step: on which side, the name on the timeline, and the one in the audit."""

    side: str
    name: str
    audited: str


BACKEND = Actor(timeline.BACKEND, "", "backend")


def find(connection: Connection, *conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The sessions that fit, oldest first, each with its ticket, technician and computer."""
    return connection.execute(_query.where(*conditions).order_by(_held.key)).all()


def live(connection: Connection) -> Sequence[Row[Any]]:
    """Every session that is not over."""
    return find(connection, _LIVING)


def add(work: Work, ticket: Row[Any], by: Actor, now: datetime, session: str, **values: Any) -> Row[Any]:
    """A new session, asked. The caller has looked that none is live; the engine makes sure of it."""
    empty = dict.fromkeys(("client_key", "technician_key", "tool", "tool_name", "code_for_technician", "code_for_employee", "audit"), "")
    work.connection.execute(
        insert(assist_sessions).values(
            id=session,
            ticket=ticket.key,
            person=ticket.person,
            state=AssistState.ASKED.value,
            can="[]",
            consent_version=0,
            asked=now,
            live_ticket=ticket.key,
            live_person=ticket.person,
            **empty,
            **values,
        )
    )
    (row,) = find(work.connection, _held.id == session)
    return _record(work, row, by, now)


def change(work: Work, row: Row[Any], **values: Any) -> Row[Any]:
    """The session with other values. Never for its state: that is `step`."""
    work.connection.execute(update(assist_sessions).where(_held.key == row.key).values(**values))
    return find(work.connection, _held.key == row.key)[0]


def step(work: Work, row: Row[Any], state: AssistState, by: Actor, now: datetime, *, end: End | None = None, **values: Any) -> Row[Any]:
    """Takes a session to its next state, and writes that down wherever it must stand.

    Raises `RefusalError` assist-over for one that is over, conflict for a state that may not follow.
    """
    before = AssistState(row.state)
    if before not in LIVE:
        raise over()
    if state not in NEXT[before]:
        raise RefusalError(Code.CONFLICT, f"The session is {before.value}, so it can't be {state.value} now.", field="state")
    if state not in LIVE:
        wiped = {"code_for_technician": "", "code_for_employee": "", "live_ticket": None, "live_person": None}
        values |= {"end": end and end.value, "ended": now, **wiped}
    return _record(work, change(work, row, state=state.value, **values), by, now)


def finish(work: Work, row: Row[Any], end: End, by: Actor, now: datetime, **values: Any) -> Row[Any]:
    """Ends a live session, in the way that fits where it stands; an end that is an alarm raises it."""
    asked = row.state == AssistState.ASKED.value
    state = BEFORE_CONSENT.get(end, AssistState.WITHDRAWN) if asked else AssistState.ENDED
    ended = step(work, row, state, by, now, end=end, **values)
    if end in assist_alarms.REASONS:
        raise_alarm(work, ended, end, by, now)
    return ended


def end_live(work: Work, ticket_key: int, end: End, now: datetime) -> None:
    """Ends a ticket's live session if there is one, such as when the ticket is resolved."""
    for row in find(work.connection, _held.live_ticket == ticket_key):
        finish(work, row, end, BACKEND, now)


def end_of_enrolment(work: Work, enrolment: str, now: datetime) -> None:
    """Ends the live session of a computer that is cut off: no sign of it can come any more."""
    for row in find(work.connection, _LIVING, _held.enrolment == enrolment):
        finish(work, row, End.SILENT, BACKEND, now)


def end_of_account(work: Work, account: str, now: datetime) -> None:
    """Ends what a technician has going who may not work here any more."""
    for row in find(work.connection, _LIVING, _held.account == account):
        finish(work, row, End.TECHNICIAN, BACKEND, now)


def raise_alarm(work: Work, row: Row[Any], reason: End, by: Actor, now: datetime) -> None:
    """Tells every lead, once a session."""
    if assist_alarms.add(work.connection, row.key, reason, now):
        audit.add(work, now, by.audited, "assist-alarm", tickets.shown_number(row.number), session=row.id, reason=reason.value)
        timeline.add(work, row.ticket, now, by.side, by.name, assist_alarms.RAISED, session=row.id, reason=reason.value)


def signal(work: Work, row: Row[Any], by: Actor, now: datetime, what: str) -> None:
    """Wakes the technician's page, and for what the technician did the employee's client too: both then ask how it stands."""
    timeline.add(work, row.ticket, now, by.side, by.name, SIGNAL, session=row.id, what=what)
    if by.side == timeline.TECHNICIAN:
        _tell_employee(work, row, now)


def over() -> RefusalError:
    """The refusal of everything that comes after the end."""
    return RefusalError(Code.ASSIST_OVER, "This session of remote help is over.")


def receipt(row: Row[Any]) -> AssistSession:
    """A session as everybody who may see its ticket may see it: without keys and codes."""
    return AssistSession(
        **{name: getattr(row, name) for name in ("id", "subject", "commitment", "language", "tool", "tool_name", "consent_version")},
        **{name: getattr(row, name) for name in ("asked", "expires", "consented", "started", "ended", "audit")},
        ticket=row.ticket_id,
        number=tickets.shown_number(row.number),
        technician=ShownTechnician(name=row.technician, title=row.title, role=row.role, picture=row.picture_sha256 or ""),
        state=AssistState(row.state),
        wanted=_abilities(row.wanted),
        can=_abilities(row.can),
        end=End(row.end) if row.end else None,
    )


def for_employee(row: Row[Any], enrolment: str) -> AssistSession:
    """A session as the person's own client sees it: with both keys and the technician's sealed code. Another computer of the same person
    than the one that sent its key sees by that key that the session is not its own, and no more.
    """
    if row.enrolment not in {None, enrolment}:
        return msgspec.structs.replace(receipt(row), client_key=row.client_key)
    return _with_keys(row, row.code_for_employee)


def for_technician(row: Row[Any]) -> AssistSession:
    """A session as the technician who asked sees it: with both keys and the computer's sealed code."""
    return _with_keys(row, row.code_for_technician)


def of_ticket(connection: Connection, ticket_key: int) -> tuple[AssistSession, ...]:
    """Every session of a ticket, oldest first, as `receipt`."""
    return tuple(receipt(row) for row in find(connection, _held.ticket == ticket_key))


def encoded(abilities: Sequence[Ability]) -> str:
    """Abilities as their column holds them."""
    return msgspec.json.encode(abilities).decode()


def _abilities(column: str) -> tuple[Ability, ...]:
    return msgspec.json.decode(column, type=tuple[Ability, ...])


def _with_keys(row: Row[Any], code: str) -> AssistSession:
    return msgspec.structs.replace(receipt(row), client_key=row.client_key, technician_key=row.technician_key, code=code)


def _record(work: Work, row: Row[Any], by: Actor, now: datetime) -> Row[Any]:
    """Writes a step down. The last one's entry in the audit is the receipt, so the session keeps its hash."""
    number = tickets.shown_number(row.number)
    entry = audit.add(work, now, by.audited, f"assist-{row.state}", number, **_audited(row))
    recorded = row if AssistState(row.state) in LIVE else change(work, row, audit=entry)
    timeline.add(work, row.ticket, now, by.side, by.name, STEP, session=row.id, state=row.state, end=row.end, tool=row.tool)
    _tell_employee(work, recorded, now)
    return recorded


def _audited(row: Row[Any]) -> dict[str, Any]:
    """What an entry of the audit says of a session."""
    times = {name: at.isoformat() for name in ("asked", "consented", "started", "ended") if (at := getattr(row, name)) is not None}
    return {
        "session": row.id,
        "technician": row.technician,
        "login": row.login,
        "person": row.person_name,
        "account": row.person_account,
        "computer": row.computer,
        "tool": row.tool,
        "tool_name": row.tool_name,
        "can": ", ".join(_abilities(row.can)),
        "wanted": ", ".join(_abilities(row.wanted)),
        "consent_version": row.consent_version,
        "end": row.end or "",
        **times,
    }


def _tell_employee(work: Work, row: Row[Any], now: datetime) -> None:
    (ticket,) = tickets.find(work.connection, ticket_rows.c.key == row.ticket)
    feed.add(work, row.person, now, tickets.summary(ticket), assist=receipt(row))
