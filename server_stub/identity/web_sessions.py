"""Who is signed in at the technician's page: sessions on the server, each under a secret of which only the hash is kept."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from server_stub.events import Events
from server_stub.identity.ending import Ended, end_sessions
from server_stub.identity.session_secrets import SECRET, csrf_of, hash_secret
from server_stub.identity.signing_in import SigningIn
from server_stub.settings.rows import Settings
from server_stub.store import accounts, web_sessions
from server_stub.store.accounts import Account
from server_stub.store.database import Store
from server_stub.store.web_sessions import WebSession
from server_stub.store.writer import Work

SEEN_EVERY = timedelta(seconds=20)
"""How exactly it is noted when somebody last did something."""
KEPT = timedelta(days=30)
"""How long an ended session is remembered, as a place where somebody signs in."""


class SignedIn(NamedTuple):
    """Who asks. `csrf` is what a form of this session sends along."""

    account: Account
    session_id: str
    csrf: str


class WebSessions:
    """All sessions. Functions block until what they answer is durable, and may be called from any thread."""

    def __init__(self, store: Store, events: Events, settings: Settings, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store = store
        self._events = events
        self._clock = clock
        self._idle = timedelta(minutes=settings.session_idle_min)
        self._longest = timedelta(hours=settings.session_hours)
        self._signing_in = SigningIn(store, settings.sign_in_tries, clock)

    def sign_in(self, login: str, password: str, address: str, agent: str) -> tuple[str, WebSession]:
        """A new session, with its secret for the cookie. Raises `RefusalError`: code-wrong alike for an unknown login, a disabled one and a
        wrong password; too-many-tries; unavailable when too many sign in at once.
        """
        begun = self._signing_in.sign_in(login, password, address, agent)
        self._close(begun.ended)
        return begun.secret, begun.session

    def who(self, secret: str, *, active: bool = True) -> SignedIn | None:
        """Whose secret this is; None for an unknown one, and when the session has ended. With `active` False, for what a page asks by
        itself, a session that nobody uses still ends.
        """
        if not SECRET.fullmatch(secret):
            return None
        found = self._store.read(lambda connection: web_sessions.find_secret(connection, hash_secret(secret)))
        if found is None:
            return None
        session, account = found
        now = self._clock()
        if account.disabled or self._is_over(session, now):
            return None
        if active and now - session.last_seen >= SEEN_EVERY:
            self._store.submit(lambda work: web_sessions.mark_seen(work, session.id, now))
        return SignedIn(account, session.id, csrf_of(secret))

    def list(self, account_id: str) -> tuple[WebSession, ...]:
        """An account's open sessions, the one that was seen last first."""
        now = self._clock()
        found = self._store.read(lambda connection: web_sessions.of_account(connection, account_id))
        return tuple(one for one in found if not self._is_over(one, now))

    def is_open(self, session_id: str) -> bool:
        """Whether a session has not ended. A stream asks when it listens already, so that no end falls between."""
        return self._store.read(lambda connection: web_sessions.find(connection, session_id)) is not None

    def end(self, session_id: str, why: Ended = Ended.SIGNED_OUT) -> None:
        """Ends a session and its open streams; one that has ended stays so."""
        now = self._clock()

        def run(work: Work) -> Iterable[str]:
            found = web_sessions.find(work.connection, session_id)
            return [] if found is None else end_sessions(work, found[1], [found[0]], now, why)

        self._close(self._store.write(run))

    def end_others(self, account_id: str, keep: str) -> None:
        """Ends all sessions of an account but one."""
        now = self._clock()

        def run(work: Work) -> Iterable[str]:
            account = accounts.find(work.connection, account_id)
            others = [one for one in web_sessions.of_account(work.connection, account_id) if one.id != keep]
            return [] if account is None else end_sessions(work, account.login, others, now, Ended.BY_OWNER)

        self._close(self._store.write(run))

    def end_old(self) -> None:
        """Ends sessions that were idle for too long or are too old, with their open streams. To be called every few seconds."""
        now = self._clock()

        def old(connection: Connection) -> Iterable[tuple[WebSession, str]]:
            return web_sessions.over(connection, now - self._longest, now - self._idle)

        def run(work: Work) -> Iterable[str]:
            web_sessions.forget(work, now - KEPT)
            ended: Iterable[str] = []
            for one, login in old(work.connection):
                why = Ended.TOO_OLD if one.created <= now - self._longest else Ended.IDLE
                ended = [*ended, *end_sessions(work, login, [one], now, why)]
            return ended

        if self._store.read(old):
            self._close(self._store.write(run))

    def _is_over(self, session: WebSession, now: datetime) -> bool:
        return session.created <= now - self._longest or session.last_seen <= now - self._idle

    def _close(self, ended: Iterable[str]) -> None:
        for session in ended:
            self._events.revoke(session)
