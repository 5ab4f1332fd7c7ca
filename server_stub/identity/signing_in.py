"""A login and a password become a session, or are refused without telling which of them was wrong."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, NoReturn

from sqlalchemy import Connection, Row

from contract.ids import new_id
from contract.problems import Code
from server_stub.identity.attempts import Attempts
from server_stub.identity.ending import Ended, end_sessions
from server_stub.identity.passwords import hash_password, is_outdated, is_right
from server_stub.identity.session_secrets import hash_secret, new_secret
from server_stub.refusals import RefusalError
from server_stub.store import accounts, audit, web_sessions
from server_stub.store.database import Store
from server_stub.store.web_sessions import WebSession
from server_stub.store.writer import Work

MOST_SESSIONS = 20
"""Of one account; a further one ends the one that was seen longest ago."""
LOGIN_LETTERS = 100
AGENT_LETTERS = 200
ADDRESS_LETTERS = 60


class Begun(NamedTuple):
    """A session that has just begun, its secret for the cookie, and the ids of those that ended for it."""

    secret: str
    session: WebSession
    ended: list[str]


class SigningIn:
    """Takes logins and passwords, and counts wrong ones by address and by login."""

    def __init__(self, store: Store, tries: int, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._addresses = Attempts(tries)
        self._logins = Attempts(tries)
        self._unknown_logins = Attempts(tries)  # apart, so that made-up ones push no real one out of memory

    def sign_in(self, login: str, password: str, address: str, agent: str) -> Begun:
        """See `WebSessions.sign_in`."""
        login, address = folded(login), one_line(address, ADDRESS_LETTERS)

        def known(connection: Connection) -> tuple[Row[Any] | None, bool]:
            row = accounts.find_login(connection, login)
            return row, row is not None and web_sessions.was_at(connection, row.id, address)

        row, was_here = self._store.read(known)
        # Who guesses elsewhere locks nobody out of the place where they sign in.
        counted = f"{login} at {address}" if was_here else login
        tries = ((self._addresses, address), (self._unknown_logins if row is None else self._logins, counted))
        for attempts, key in tries:
            if wait_s := attempts.begin(key):
                raise RefusalError(Code.TOO_MANY_TRIES, "Signing in failed too often.", retry_after_s=wait_s)
        usable = row if row is not None and row.disabled is None else None
        try:
            right = is_right(password, None if usable is None else usable.password)
        except RefusalError:  # nothing was compared, so nothing was wrong
            for attempts, key in tries:
                attempts.forgive(key)
            raise
        if usable is None or not right:
            self._refuse("" if row is None else login, address)
        begun = self._begin(usable, password, address, one_line(agent, AGENT_LETTERS))
        for attempts, key in tries:
            attempts.forgive(key)
        return begun

    def _begin(self, row: Row[Any], password: str, address: str, agent: str) -> Begun:
        kept = hash_password(password) if is_outdated(row.password) else row.password
        now = self._clock()
        secret = new_secret()
        session = WebSession(id=new_id(), account=row.id, created=now, last_seen=now, agent=agent, address=address)

        def run(work: Work) -> Begun | None:
            again = accounts.find_login(work.connection, row.login)
            if again is None or again.disabled is not None or again.password != row.password:
                return None  # disabled, or given a new password, while this one was being compared
            if kept != row.password:
                accounts.change(work, row.id, password=kept)
            others = web_sessions.of_account(work.connection, row.id)
            web_sessions.add(work, session, hash_secret(secret))
            audit.add(work, now, row.login, "sign-in", session=session.id, address=address)
            ended = end_sessions(work, row.login, others[MOST_SESSIONS - 1 :], now, Ended.TOO_MANY)
            return Begun(secret, session, ended)

        begun = self._store.write(run)
        if begun is None:
            self._refuse(row.login, address)
        return begun

    def _refuse(self, known: str, address: str) -> NoReturn:
        """A login that nobody has is not written down: it may be a password, typed into the wrong field."""
        now = self._clock()
        self._store.write(lambda work: audit.add(work, now, known, "sign-in-failed", address=address))
        raise RefusalError(Code.CODE_WRONG, "The login or the password is wrong.")


def folded(login: str) -> str:
    """A login in the form in which it is kept; what is none becomes something that nobody has."""
    return login[:LOGIN_LETTERS].strip().casefold().encode(errors="replace").decode()


def one_line(text: str, most: int) -> str:
    """What others say of themselves, fit for a list."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:most])
