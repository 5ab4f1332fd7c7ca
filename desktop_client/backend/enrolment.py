"""How this computer becomes known to a backend, idempotent through any crash.

    make id and token ─▶ keep both (pending) ─▶ PUT ─▶ keep the answer ─▶ token into its store ─▶ enrolment file ─▶ pending is gone

A crash before the answer: the next try with the same address sends the same id and token, which is answered alike although the code is
used up. A crash after it: `current_enrolment` finishes the rest without the network. Until then the earlier enrolment stays as it was.
"""

import hashlib
import logging
import secrets
from pathlib import Path

import msgspec

from contract.endpoints import ENROL, FEED
from contract.enrolment import TOKEN_PREFIX, Enrolled, PutEnrolment, normal_code
from contract.ids import new_id
from desktop_client.backend.session import AnsweredError, Session
from desktop_client.reasons import Cause, RefusedError, refused, unwritable
from desktop_client.system.durable import flush_folder, replace_file
from desktop_client.system.failpoints import passing
from desktop_client.system.folders import Profile
from desktop_client.system.secrets import TokenStore

log = logging.getLogger(__name__)


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks: claims of the operating system."""

    account: str
    display_name: str
    computer: str


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """One person on one computer. `owner` names the person through renewed enrolments: it changes when the backend sees somebody new.

    `token_digest` ties it to its token, so that no token ever goes to an address that it wasn't made for.
    """

    id: str
    address: str
    person: str
    computer: str
    company: str
    owner: str
    token_digest: str


class _Pending(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    address: str
    token: str
    owner: str
    answer: Enrolled | None = None

    def __repr__(self) -> str:
        return f"_Pending({self.id})"


def current_enrolment(profile: Profile, tokens: TokenStore) -> Enrolment | None:
    """Whom this computer is enrolled as, None when it isn't; finishes an enrolment that a crash interrupted after its answer."""
    pending = _read_pending(profile)
    if pending and pending.answer:
        return _settle(profile, tokens, pending)
    return read_enrolment(profile)


def read_enrolment(profile: Profile) -> Enrolment | None:
    """The enrolment as it is kept, without its token."""
    try:
        return msgspec.json.decode(profile.enrolment_file.read_bytes(), type=Enrolment)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        log.info("The enrolment can't be read: %s", type(error).__name__)
        return None


def open_session(profile: Profile, tokens: TokenStore) -> Session | None:
    """A way to the backend that this computer is enrolled to, None when it isn't. RefusedError: KEYRING_LOCKED."""
    enrolment = current_enrolment(profile, tokens)
    if enrolment is None:
        return None
    token = tokens.read()
    if token is None or _digest(token) != enrolment.token_digest:
        return None
    return Session(enrolment.address, lambda: token)


def enrol(profile: Profile, tokens: TokenStore, address: str, code: str, who: Who) -> Enrolment:
    """Registers this computer with a code from the help desk; `address` is a normal address. Nothing is changed unless it succeeds.

    To the same backend the person is kept while the token is good. RefusedError: CODE_WRONG, CODE_USED, CODE_EXPIRED, TOO_MANY_TRIES,
    everything that a connection can meet, and what the profile and the keyring can.
    """
    if not normal_code(code):
        raise refused(Cause.CODE_WRONG)
    earlier = current_enrolment(profile, tokens)
    same_backend = earlier is not None and earlier.address == address
    vouching = tokens.read() if same_backend else None
    if vouching and earlier and _digest(vouching) != earlier.token_digest:
        vouching = None
    pending = _read_pending(profile)
    if pending is None or pending.address != address:
        pending = _new_pending(address)
    with Session(address) as session:
        owner = earlier.owner if earlier and vouching and _is_good(address, vouching) else ""
        try:
            answer = _put(profile, session, pending, code, who, vouching)
        except AnsweredError as error:
            if error.reason.cause not in {Cause.CONFLICT, Cause.REVOKED}:
                raise
            # The id and token kept from an earlier try are of no use any more: it ended, or was somebody else's.
            pending = _new_pending(address)
            answer = _put(profile, session, pending, code, who, vouching)
    passing("enrol-answered")
    done = _Pending(id=pending.id, address=address, token=pending.token, owner=owner or pending.id, answer=answer)
    _keep(_pending_file(profile), msgspec.json.encode(done))
    return _settle(profile, tokens, done)


def _put(profile: Profile, session: Session, pending: _Pending, code: str, who: Who, vouching: str | None) -> Enrolled:
    _keep(_pending_file(profile), msgspec.json.encode(pending))
    passing("enrol-stored")
    request = PutEnrolment(
        code=normal_code(code)[:64], token=pending.token, account=who.account, display_name=who.display_name, computer=who.computer
    )
    headers = {"Authorization": f"Bearer {vouching}"} if vouching else {}
    answer = session.call(ENROL, path={"enrolment_id": pending.id}, body=msgspec.json.encode(request), headers=headers).read(Enrolled)
    if answer.id != pending.id:
        raise refused(Cause.NOT_OURS, host=session.host)
    return answer


def _settle(profile: Profile, tokens: TokenStore, done: _Pending) -> Enrolment:
    assert done.answer is not None  # noqa: S101 - both callers have it
    enrolment = Enrolment(
        id=done.id,
        address=done.address,
        person=done.answer.person,
        computer=done.answer.computer,
        company=done.answer.company,
        owner=done.owner,
        token_digest=_digest(done.token),
    )
    tokens.write(done.token)
    passing("enrol-token-written")
    _keep(profile.enrolment_file, msgspec.json.encode(enrolment))
    try:
        _pending_file(profile).unlink(missing_ok=True)
        flush_folder(profile.root)
    except OSError as error:
        raise unwritable(error, profile.root) from error
    return enrolment


def _is_good(address: str, token: str) -> bool:
    """Whether the backend still knows the person by this token; without an answer nobody is taken for somebody new."""
    try:
        with Session(address, lambda: token) as session:
            session.call(FEED, query={"after": 0})
    except RefusedError as error:
        return error.reason.cause not in {Cause.REVOKED, Cause.NOT_ENROLLED}
    return True


def _new_pending(address: str) -> _Pending:
    new = new_id()
    return _Pending(id=new, address=address, token=TOKEN_PREFIX + secrets.token_urlsafe(32), owner=new)


def _pending_file(profile: Profile) -> Path:
    return profile.enrolment_file.with_name("enrolment.pending.json")


def _read_pending(profile: Profile) -> _Pending | None:
    try:
        return msgspec.json.decode(_pending_file(profile).read_bytes(), type=_Pending)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _keep(path: Path, data: bytes) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        raise unwritable(error, path.parent) from error


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
