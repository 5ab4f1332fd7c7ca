"""What the employee's client does: its key, the answer, how far the tool is, codes, signs of life."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from contract.assist import (
    BY_CLIENT,
    CONSENT_VERSION,
    LIVE,
    Answer,
    AssistSession,
    AssistState,
    End,
    PutAssistAnswer,
    PutAssistCode,
    PutAssistKey,
    PutAssistStep,
)
from contract.ids import is_id
from contract.problems import Code
from server_stub.assist.asking import refuse_over
from server_stub.assist.keys import check_key, check_sealed
from server_stub.assist.living import Living
from server_stub.blobs import Blobs, StoredFile
from server_stub.refusals import RefusalError
from server_stub.store import assist, tables, timeline
from server_stub.store.assist import Actor
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.writer import Work
from server_stub.wire_checks import check_values

STEPS = frozenset({AssistState.STARTING, AssistState.RUNNING, AssistState.ENDED})
"""States that a client may report."""

_sessions = tables.assist_sessions.c


@dataclass(frozen=True)
class Answering:
    """The employee's side. Every function raises `RefusalError` not-found for another person's session as for none."""

    store: Store
    blobs: Blobs
    living: Living
    clock: Any = field(default=lambda: datetime.now(UTC))

    def own(self, who: Who, session_id: str) -> AssistSession:
        """How a session stands."""
        return assist.for_employee(self.store.read(lambda connection: self._own(connection, who, session_id)), who.enrolment)

    def picture(self, who: Who, session_id: str) -> StoredFile:
        """The picture of the technician who asks. Raises `RefusalError` not-found where there is none."""
        row = self.store.read(lambda connection: self._own(connection, who, session_id))
        size = self.blobs.size(row.picture) if row.picture else 0
        if size <= 0:
            raise RefusalError(Code.NOT_FOUND)
        return StoredFile("picture", size, row.picture_sha256, self.blobs.path(row.picture))

    def key(self, who: Who, session_id: str, request: PutAssistKey) -> AssistSession:
        """The computer's public key, once: from then on the session is this computer's."""
        check_key(request.key)

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, who, session_id)
            now = self.clock()
            refuse_over(row, now)
            if row.enrolment == who.enrolment and row.client_key == request.key:
                return assist.for_employee(row, who.enrolment)
            if row.client_key:
                raise RefusalError(Code.CONFLICT, "A key was sent already.", field="key")
            row = assist.change(work, row, client_key=request.key, enrolment=who.enrolment)
            assist.signal(work, row, actor(who), now, "client-key")
            return assist.for_employee(row, who.enrolment)

        return self._heard(session_id, self.store.write(run))

    def answer(self, who: Who, session_id: str, request: PutAssistAnswer) -> AssistSession:
        """The one answer. Consent comes from the computer whose words were shown; a no from any of the person's.

        "This is not our help desk" counts at every moment: it ends whatever is live, and raises the alarm even when the session is over,
        so that nobody gets around it by withdrawing first.
        """
        check_values(request)
        content = digest(request)

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, who, session_id)
            now = self.clock()
            if request.answer is Answer.NOT_OUR_HELP_DESK:
                return assist.for_employee(self._alarmed(work, row, who, now, content), who.enrolment)
            state = AssistState(row.state)
            if row.answer == content and state is not AssistState.ENDED:
                return assist.for_employee(row, who.enrolment)
            if state not in LIVE:
                raise assist.over()
            if row.answer is not None:
                raise RefusalError(Code.CONFLICT, "Another answer was given.", field="answer")
            if request.answer is Answer.DECLINE:
                row = assist.finish(work, row, End.DECLINED, actor(who), now, answer=content)
                return assist.for_employee(row, who.enrolment)
            refuse_over(row, now)
            agreed = consent(row, who, request) | {"consented": now, "answer": content}
            row = assist.step(work, row, AssistState.CONSENTED, actor(who), now, **agreed)
            return assist.for_employee(row, who.enrolment)

        return self._heard(session_id, self.store.write(run))

    def step(self, who: Who, session_id: str, request: PutAssistStep) -> AssistSession:
        """How far the tool is. The same again is answered alike."""
        if request.state not in STEPS:
            raise RefusalError(Code.INVALID, "A client says starting, running or ended.", field="state")
        if (request.state is AssistState.ENDED) != (request.end is not None) or (request.end and request.end not in BY_CLIENT):
            raise RefusalError(Code.INVALID, "What has ended has an end that a client may report, and nothing else has.", field="end")

        def run(work: Work) -> AssistSession:
            row = self._own(work.connection, who, session_id)
            now = self.clock()
            if request.end is End.NOT_OUR_HELP_DESK:
                return assist.for_employee(self._alarmed(work, row, who, now, None), who.enrolment)
            refuse_other_computer(row, who)
            if row.state == request.state.value and row.end == (request.end and request.end.value):
                return assist.for_employee(row, who.enrolment)
            started = {"started": now} if request.state is AssistState.RUNNING else {}
            row = assist.step(work, row, request.state, actor(who), now, end=request.end, **started)
            return assist.for_employee(row, who.enrolment)

        return self._heard(session_id, self.store.write(run))

    def code(self, who: Who, session_id: str, request: PutAssistCode) -> AssistSession:
        """The tool's code or id, sealed for the technician; a later one replaces it."""
        check_sealed(request.code)

        def run(work: Work) -> tuple[AssistSession, bool]:
            row = self._own(work.connection, who, session_id)
            now = self.clock()
            refuse_over(row, now)
            refuse_other_computer(row, who)
            if row.state == AssistState.ASKED.value:
                raise RefusalError(Code.CONFLICT, "There is no consent yet.", field="code")
            if row.code_for_technician == request.code:
                return assist.for_employee(row, who.enrolment), False
            self.living.refuse_too_many_codes(session_id)
            row = assist.change(work, row, code_for_technician=request.code)
            assist.signal(work, row, actor(who), now, "code-for-technician")
            return assist.for_employee(row, who.enrolment), True

        session, new = self.store.write(run)
        self.living.count_code(session_id, new)
        return self._heard(session_id, session)

    def alive(self, who: Who, session_id: str) -> AssistSession:
        """A sign of life. It writes nothing, and answers how the session stands, after its end too."""
        row = self.store.read(lambda connection: self._own(connection, who, session_id))
        if row.enrolment is not None:
            refuse_other_computer(row, who)
        return self._heard(session_id, assist.for_employee(row, who.enrolment))

    def _heard(self, session_id: str, session: AssistSession) -> AssistSession:
        if session.state in LIVE:
            self.living.sign(session_id, self.clock())
        return session

    def _own(self, connection: Connection, who: Who, session_id: str) -> Row[Any]:
        found = assist.find(connection, _sessions.id == session_id, _sessions.person == who.person) if is_id(session_id) else ()
        if not found:
            raise RefusalError(Code.NOT_FOUND)
        return found[0]

    def _alarmed(self, work: Work, row: Row[Any], who: Who, now: datetime, content: bytes | None) -> Row[Any]:
        if AssistState(row.state) in LIVE:
            return assist.finish(work, row, End.NOT_OUR_HELP_DESK, actor(who), now, **({"answer": content} if content else {}))
        assist.raise_alarm(work, row, End.NOT_OUR_HELP_DESK, actor(who), now)
        return row


def actor(who: Who) -> Actor:
    """An employee, as timeline and audit name them."""
    return Actor(timeline.EMPLOYEE, who.name, who.account)


def digest(request: PutAssistAnswer) -> bytes:
    """32 bytes by which the same answer is recognised. Only consent has more to it than the answer."""
    said: PutAssistAnswer | str = request if request.answer is Answer.CONSENT else request.answer.value
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).digest()


def consent(row: Row[Any], who: Who, request: PutAssistAnswer) -> dict[str, Any]:
    """The columns that consent fills. Raises `RefusalError` for what nobody can have agreed to."""
    if row.enrolment != who.enrolment or not row.technician_key:
        raise RefusalError(Code.CONFLICT, "Consent needs the two words, shown on this computer.", field="answer")
    if not 1 <= request.consent_version <= CONSENT_VERSION:
        raise RefusalError(Code.INVALID, "This text of consent is not known here.", field="consent_version", limit=CONSENT_VERSION)
    if not request.tool or "\n" in request.tool:  # the form's $ lets a line end pass
        raise RefusalError(Code.INVALID, "Consent names its tool.", field="tool")
    if not request.can or len(set(request.can)) < len(request.can):
        raise RefusalError(Code.INVALID, "Consent names what the tool can do, each thing once.", field="can")
    if not request.tool_name.isprintable():
        raise RefusalError(Code.INVALID, "The tool's name is one line.", field="tool_name")
    return {
        "tool": request.tool,
        "tool_name": request.tool_name.strip() or request.tool,
        "can": assist.encoded(request.can),
        "consent_version": request.consent_version,
    }


def refuse_other_computer(row: Row[Any], who: Who) -> None:
    """Raises a `RefusalError` for another computer of the same person than the one that sent its key."""
    if row.enrolment != who.enrolment:
        raise RefusalError(Code.CONFLICT, "This session belongs to another computer of this person.")
