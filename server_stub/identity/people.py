"""Everything about who is who, in one place for the faces: codes, enrolments, tokens, and taking them back."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from contract.enrolment import Enrolled, PutEnrolment, shown_code
from contract.problems import Code
from server_stub.events import Events
from server_stub.identity.attempts import Attempts
from server_stub.identity.codes import hash_code, random_code
from server_stub.identity.enrolling import Enrolling
from server_stub.identity.tokens import hash_token
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.rows import Settings
from server_stub.store import assist, people
from server_stub.store.database import Store
from server_stub.store.people import Computer, Who
from server_stub.store.writer import Work

SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is noted when a computer last spoke: often enough to be of use, seldom enough to cost nothing."""

LONGEST_DAYS = 3650


class People:
    """All enrolments. Functions block until what they answer is durable, and may be called from any thread."""

    def __init__(self, store: Store, events: Events, settings: Settings) -> None:
        self._store = store
        self._events = events
        self._enrolling = Enrolling(store, settings, Attempts(settings.code_tries))
        self._lock = threading.Lock()
        self._known: dict[bytes, Who] = {}
        self._generation = 0
        self._seen: dict[str, datetime] = {}

    def make_code(self, reusable: bool = False, expires_days: int | None = None) -> str:  # noqa: FBT001, FBT002 - the agreed seam
        """A new enrolment code in the form that is read out; kept hashed, so it can't be shown again. Raises `ServerRefused`."""
        if expires_days is not None and not 1 <= expires_days <= LONGEST_DAYS:
            raise ServerRefused(f"A code can be good for 1 to {LONGEST_DAYS} days, not {expires_days}.")
        code = random_code()
        code_hash = hash_code(code, self._store.pepper)
        now = datetime.now(UTC)
        expires = None if expires_days is None else now + timedelta(days=expires_days)
        self._store.write(lambda work: people.add_code(work.connection, code_hash, reusable=reusable, now=now, expires=expires))
        return shown_code(code)

    def enrol(self, enrolment_id: str, request: PutEnrolment, address: str, vouching: str | None) -> tuple[Enrolled, bool]:
        """Registers a person on a computer; see `Enrolling.enrol`."""
        return self._enrolling.enrol(enrolment_id, request, address, vouching)

    def who(self, token: str | None) -> Who:
        """Whose token this is. Raises `RefusalError` not-enrolled for none or an unknown one, revoked for one that was taken back."""
        if token is None:
            raise RefusalError(Code.NOT_ENROLLED, "A device token is needed.")
        token_hash = hash_token(token)
        with self._lock:
            who = self._known.get(token_hash)
        if who is None:
            who = self._look_up(token_hash)
        self._note_seen(who)
        return who

    def computers(self) -> list[Computer]:
        """Every enrolment, oldest first."""
        return self._store.read(people.computers)

    def revoke(self, computer: str) -> list[str]:
        """Ends an enrolment by its id, or all of a computer's by its name, and their open streams; their ids. Raises `ServerRefused`."""
        now = datetime.now(UTC)

        def run(work: Work) -> list[str]:
            found = people.computers(work.connection)
            meant = [one for one in found if one.id == computer] or [one for one in found if one.computer.lower() == computer.lower()]
            if not meant:
                raise ServerRefused(f"No enrolled computer has the id or name {computer[:60]}.")
            ended = [one.id for one in meant if people.mark_revoked(work.connection, one.id, now)]
            for one in ended:
                assist.end_of_enrolment(work, one, now)
            if not ended:
                raise ServerRefused(f"{computer[:60]} was revoked already.")
            return ended

        ended = self._store.write(run)
        self._forget(ended)
        return ended

    def _look_up(self, token_hash: bytes) -> Who:
        def run(connection: Connection) -> Who:
            row: Any = people.enrolment_by_token(connection, token_hash)
            if row is None:
                raise RefusalError(Code.NOT_ENROLLED, "This device token is not known.")
            if row.revoked is not None:
                raise RefusalError(Code.REVOKED, "This enrolment was ended by the help desk.")
            return people.who_of(row)

        with self._lock:
            generation = self._generation
        who = self._store.read(run)
        if who.last_seen is None and who.replaces is not None:
            self._replace(who, who.replaces)
        with self._lock:
            if generation == self._generation:  # else one was revoked meanwhile, perhaps this one
                self._known[token_hash] = who
        return who

    def _replace(self, who: Who, earlier: str) -> None:
        """The first use of a new token proves that the client keeps it, so the one that it replaces ends."""
        now = datetime.now(UTC)

        def run(work: Work) -> None:
            people.mark_seen(work.connection, who.enrolment, now)
            people.mark_revoked(work.connection, earlier, now)
            assist.end_of_enrolment(work, earlier, now)

        self._store.write(run)
        self._forget([earlier])

    def _forget(self, enrolments: list[str]) -> None:
        with self._lock:
            self._generation += 1
            self._known = {token_hash: who for token_hash, who in self._known.items() if who.enrolment not in enrolments}
        for enrolment in enrolments:
            self._events.revoke(enrolment)

    def _note_seen(self, who: Who) -> None:
        now = datetime.now(UTC)
        with self._lock:
            if now - self._seen.get(who.enrolment, datetime.min.replace(tzinfo=UTC)) < SEEN_EVERY:
                return
            self._seen[who.enrolment] = now
        self._store.submit(lambda work: people.mark_seen(work.connection, who.enrolment, now))
