"""What a technician does: ask, reveal the key, send a code, withdraw, end, say that the words differ."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select

from contract.assist import ASKED_S, LIVE, Ability, AssistSession, AssistState, End
from contract.ids import is_id, new_id
from contract.problems import Code
from contract.tickets import By, State
from server_stub.assist.keys import check_commitment, check_key, check_sealed, is_what_was_promised
from server_stub.assist.living import Living
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import assist, tables, tickets, timeline
from server_stub.store.accounts import Account
from server_stub.store.assist import Actor
from server_stub.store.database import Store
from server_stub.store.writer import Work

ASKS = 5
ASKS_WITHIN = timedelta(minutes=30)
"""So often an employee may be asked within so long, whatever the ticket: who asks again and again wears people down."""

WHY_NOT = {
    "resolved": "The ticket is resolved.",
    "live": "A session of remote help is live on this ticket.",
    "elsewhere": "A session of remote help is live on another ticket of this person.",
    "declined": "The employee declined, and has not written since.",
    "unreachable": "No computer of this person is enrolled.",
    "often": f"This employee was asked {ASKS} times within {int(ASKS_WITHIN.total_seconds() // 60)} minutes.",
}
"""Why nobody may ask on a ticket now, by the key that a page has its own words for."""

_sessions, _messages = tables.assist_sessions.c, tables.messages.c


@dataclass(frozen=True)
class Asking:
    """The technician's side."""

    store: Store
    settings: Settings
    living: Living
    clock: Any = field(default=lambda: datetime.now(UTC))

    def ask(self, by: Account, number: str, commitment: str, wanted: Sequence[Ability] = (Ability.VIEW,)) -> AssistSession:
        """Asks the ticket's employee. Of technicians who ask at once, exactly one does.

        Raises `RefusalError` not-found; invalid; conflict, or limit-reached with `retry_after_s`, with a key of `WHY_NOT` as `field`.
        """
        check_commitment(commitment)
        if not wanted or len(set(wanted)) < len(wanted):
            raise RefusalError(Code.INVALID, "What is wanted is named once, and at least one thing is.", field="wanted")
        session = new_id()

        def run(work: Work) -> AssistSession:
            ticket = the_ticket(work.connection, number)
            now = self.clock()
            refuse_while(obstacle(work.connection, ticket, now), work.connection, ticket, now)
            asked = {"account": by.id, "commitment": commitment, "wanted": assist.encoded(tuple(wanted))}
            expires = now + timedelta(seconds=ASKED_S)
            row = assist.add(work, ticket, actor(by), now, session, language=self.settings.words_language, expires=expires, **asked)
            return assist.for_technician(row)

        made = self.store.write(run)
        self.living.something_lives()
        return made

    def why_not(self, number: str) -> str | None:
        """A key of `WHY_NOT`, or None where a technician may ask. Raises `RefusalError` not-found."""
        return self.store.read(lambda connection: obstacle(connection, the_ticket(connection, number), self.clock()))

    def reveal(self, by: Account, session_id: str, key: str) -> AssistSession:
        """Shows the page's key, after the computer has sent its own. Raises `RefusalError` for one that was not promised."""
        raw = check_key(key)

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, by, session_id)
            now = self.clock()
            refuse_over(row, now)
            if row.technician_key == key:
                return assist.for_technician(row)
            if row.technician_key or row.state != AssistState.ASKED.value:
                raise RefusalError(Code.CONFLICT, "Another key was revealed already.", field="key")
            if not row.client_key:
                raise RefusalError(Code.CONFLICT, "The computer has not sent its key yet.", field="key")
            if not is_what_was_promised(raw, row.commitment):
                raise RefusalError(Code.INVALID, "This is not the key that was promised.", field="key")
            row = assist.change(work, row, technician_key=key)
            assist.signal(work, row, actor(by), now, "technician-key")
            return assist.for_technician(row)

        return self.store.write(run)

    def end(self, by: Account, session_id: str) -> AssistSession:
        """Ends the session, or withdraws the request. The same again is answered alike. Raises `RefusalError`."""

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, by, session_id)
            if row.end == End.TECHNICIAN.value:
                return assist.for_technician(row)
            if AssistState(row.state) not in LIVE:
                raise assist.over()
            return assist.for_technician(assist.finish(work, row, End.TECHNICIAN, actor(by), self.clock()))

        return self.store.write(run)

    def words_differ(self, by: Account, session_id: str) -> AssistSession:
        """The employee says other words than the page shows: ends everything and tells every lead, also when it is over already."""

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, by, session_id)
            if not row.technician_key:
                raise RefusalError(Code.CONFLICT, "There are no words yet.")
            if AssistState(row.state) in LIVE:
                row = assist.finish(work, row, End.WORDS_DIFFER, actor(by), self.clock())
            else:
                assist.raise_alarm(work, row, End.WORDS_DIFFER, actor(by), self.clock())
            return assist.for_technician(row)

        return self.store.write(run)

    def send_code(self, by: Account, session_id: str, sealed: str) -> AssistSession:
        """A code that the technician made, sealed for the computer; a later one replaces it. Raises `RefusalError`."""
        check_sealed(sealed)

        def run(work: Work) -> tuple[AssistSession, bool]:
            row = self._own(work.connection, by, session_id)
            refuse_over(row, self.clock())
            if row.state == AssistState.ASKED.value:
                raise RefusalError(Code.CONFLICT, "The employee has not consented.", field="code")
            if row.code_for_employee == sealed:
                return assist.for_technician(row), False
            self.living.refuse_too_many_codes(session_id)
            row = assist.change(work, row, code_for_employee=sealed)
            assist.signal(work, row, actor(by), self.clock(), "code-for-employee")
            return assist.for_technician(row), True

        session, new = self.store.write(run)
        self.living.count_code(session_id, new)
        return session

    def of_technician(self, by: Account, session_id: str) -> AssistSession:
        """A session that this technician asked for. Raises `RefusalError` not-found for anybody else's as for none."""
        return assist.for_technician(self.store.read(lambda connection: self._own(connection, by, session_id)))

    def on_ticket(self, number: str) -> tuple[AssistSession, ...]:
        """A ticket's sessions, the newest first, without keys and codes. Raises `RefusalError` not-found."""
        return self.store.read(lambda connection: assist.of_ticket(connection, the_ticket(connection, number).key))[::-1]

    def receipt(self, session_id: str) -> AssistSession:
        """A session as everybody may see it who may see its ticket. Raises `RefusalError` not-found."""
        found = self.store.read(lambda connection: assist.find(connection, _sessions.id == session_id))
        if not found:
            raise RefusalError(Code.NOT_FOUND)
        return assist.receipt(found[0])

    def _own(self, connection: Connection, by: Account, session_id: str) -> Row[Any]:
        found = assist.find(connection, _sessions.id == session_id, _sessions.account == by.id) if is_id(session_id) else ()
        if not found:
            raise RefusalError(Code.NOT_FOUND)
        return found[0]


def actor(by: Account) -> Actor:
    """A technician, as timeline and audit name them."""
    return Actor(timeline.TECHNICIAN, by.name, by.login)


def the_ticket(connection: Connection, number: str) -> Row[Any]:
    """The ticket with a number. Raises `RefusalError` not-found."""
    read = tickets.read_number(number)
    found = () if read is None else tickets.find(connection, tables.tickets.c.number == read)
    if not found:
        raise RefusalError(Code.NOT_FOUND)
    return found[0]


def refuse_over(row: Row[Any], now: datetime) -> None:
    """Raises `RefusalError` for a session that is over, or a request whose time is."""
    if AssistState(row.state) not in LIVE or (row.state == AssistState.ASKED.value and now >= row.expires):
        raise assist.over()


def obstacle(connection: Connection, ticket: Row[Any], now: datetime) -> str | None:
    """Why nobody may ask on a ticket now: a key of `WHY_NOT`, None for no reason."""
    if ticket.state == State.RESOLVED.value:
        return "resolved"
    if connection.scalar(select(_sessions.key).where(_sessions.live_ticket == ticket.key)) is not None:
        return "live"
    if connection.scalar(select(_sessions.key).where(_sessions.live_person == ticket.person)) is not None:
        return "elsewhere"
    if declined_since_said(connection, ticket.key):
        return "declined"
    enrolments = tables.enrolments.c
    if connection.scalar(select(enrolments.id).where(enrolments.person == ticket.person, enrolments.revoked.is_(None)).limit(1)) is None:
        return "unreachable"
    return "often" if len(lately(connection, ticket.person, now)) >= ASKS else None


def declined_since_said(connection: Connection, ticket_key: int) -> bool:
    """Whether the employee said no, and has written nothing after that."""
    no = _sessions.end.in_((End.DECLINED.value, End.NOT_OUR_HELP_DESK.value))
    declined = connection.scalar(select(func.max(_sessions.ended)).where(_sessions.ticket == ticket_key, no))
    written = select(func.max(_messages.created)).where(_messages.ticket == ticket_key, _messages.by == By.EMPLOYEE.value)
    said = connection.scalar(written)
    return declined is not None and (said is None or said <= declined)


def lately(connection: Connection, person: str, now: datetime) -> Sequence[datetime]:
    """When this employee was asked within `ASKS_WITHIN`, oldest first."""
    theirs = select(tables.tickets.c.key).where(tables.tickets.c.person == person)  # sessions are indexed by their ticket
    recent = (_sessions.ticket.in_(theirs), _sessions.asked > now - ASKS_WITHIN)
    return connection.scalars(select(_sessions.asked).where(*recent).order_by(_sessions.asked)).all()


def refuse_while(why: str | None, connection: Connection, ticket: Row[Any], now: datetime) -> None:
    """Raises the `RefusalError` for an obstacle."""
    if why is None:
        return
    if why == "often":
        free = lately(connection, ticket.person, now)[-ASKS] + ASKS_WITHIN - now
        wait_s = int(free.total_seconds()) + 1
        raise RefusalError(Code.LIMIT_REACHED, WHY_NOT[why], field=why, limit=ASKS, retry_after_s=wait_s)
    raise RefusalError(Code.CONFLICT, WHY_NOT[why], field=why, number=tickets.shown_number(ticket.number))
