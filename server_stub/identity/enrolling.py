"""How a computer becomes known: idempotent, with a code, and with the person kept where a live token vouches for them."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from contract.enrolment import Enrolled, PutEnrolment
from contract.problems import Code
from server_stub.identity.attempts import Attempts
from server_stub.identity.codes import hash_code
from server_stub.identity.tokens import TOKEN, hash_token
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import people
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.writer import Work


@dataclass(frozen=True)
class Enrolling:
    """Takes enrolments."""

    store: Store
    settings: Settings
    attempts: Attempts

    def enrol(self, enrolment_id: str, request: PutEnrolment, address: str, vouching: str | None) -> tuple[Enrolled, bool]:
        """The enrolment, and whether it is new. Raises `RefusalError`.

        The same id and token again is answered alike, also when the code is used up by now. `vouching` is the token of an earlier
        enrolment that the client still holds: while it is not revoked, the new enrolment is the same person, and replaces the earlier
        one as soon as the new token is first used.
        """
        for field in ("account", "display_name", "computer"):
            if "\0" in getattr(request, field):
                raise RefusalError(Code.INVALID, "The text holds a NUL character.", field=field)
        if not request.account.strip() or not request.computer.strip():
            field = "computer" if request.account.strip() else "account"
            raise RefusalError(Code.INVALID, "The name is empty.", field=field)
        if not TOKEN.fullmatch(request.token):  # the contract's pattern lets a line end pass
            raise RefusalError(Code.INVALID, "This is not a device token.", field="token")
        token_hash = hash_token(request.token)
        known = self.store.read(lambda connection: people.enrolment(connection, enrolment_id))
        if known is not None:
            return self.again(known, token_hash), False
        if wait_s := self.attempts.begin(address):
            raise RefusalError(Code.TOO_MANY_TRIES, "Too many codes were tried.", retry_after_s=wait_s)
        code_hash = hash_code(request.code, self.store.pepper)
        answer = self.store.write(lambda work: self.add(work, enrolment_id, request, code_hash, token_hash, vouching))
        self.attempts.forgive(address)
        return answer

    def add(
        self, work: Work, enrolment_id: str, request: PutEnrolment, code_hash: bytes, token_hash: bytes, vouching: str | None
    ) -> tuple[Enrolled, bool]:
        """Inside the transaction: uses the code, and adds the enrolment."""
        known = people.enrolment(work.connection, enrolment_id)
        if known is not None:
            return self.again(known, token_hash), False
        now = datetime.now(UTC)
        code: Any = people.code_by_hash(work.connection, code_hash)
        refuse_code(code, now)
        if people.enrolment_by_token(work.connection, token_hash) is not None:
            raise RefusalError(Code.CONFLICT, "This token belongs to another enrolment: make a new one.", field="token")
        earlier: Any = vouching and people.enrolment_by_token(work.connection, hash_token(vouching))
        kept = earlier if earlier and earlier.revoked is None else None
        who = Who(
            enrolment=enrolment_id,
            person=kept.person if kept else people.add_person(work.connection, now),
            account=request.account,
            display_name=request.display_name,
            computer=request.computer,
            replaces=kept.id if kept else None,
        )
        people.add_enrolment(work.connection, who, token_hash, code.id, now)
        people.mark_code_used(work.connection, code.id, now)
        return self.enrolled(who), True

    def again(self, known: Row[Any], token_hash: bytes) -> Enrolled:
        """The answer to an enrolment that is there already. Raises `RefusalError` when it is another's, or has ended."""
        if not hmac.compare_digest(known.token_hash, token_hash):
            raise RefusalError(Code.CONFLICT, "This id was used by another enrolment.")
        if known.revoked is not None:
            raise RefusalError(Code.REVOKED, "This enrolment was ended by the help desk.")
        return self.enrolled(people.who_of(known))

    def enrolled(self, who: Who) -> Enrolled:
        """An enrolment as the client hears of it."""
        return Enrolled(id=who.enrolment, person=who.name, computer=who.computer, company=self.settings.company)


def refuse_code(code: Any, now: datetime) -> None:
    """Raises a `RefusalError` unless the code is one that can be used now."""
    if code is None:
        raise RefusalError(Code.CODE_WRONG, "There is no such code.", field="code")
    if code.used is not None and not code.reusable:
        raise RefusalError(Code.CODE_USED, "The code was used already.", field="code")
    if code.expires is not None and code.expires <= now:
        raise RefusalError(Code.CODE_EXPIRED, "The code has expired.", field="code")
