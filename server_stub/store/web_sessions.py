"""Who is signed in at the technician's page. Of a session's secret only the hash is here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from server_stub.store.accounts import Account, account_of
from server_stub.store.tables import accounts, web_sessions
from server_stub.store.writer import Work

_alive = web_sessions.c.ended.is_(None)


class WebSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session as its owner sees it. `agent` is what the browser says that it is."""

    id: str
    account: str
    created: datetime
    last_seen: datetime
    agent: str
    address: str


def session_of(row: Row[Any]) -> WebSession:
    """A row of `web_sessions` as a value."""
    return WebSession(**{name: getattr(row, name) for name in WebSession.__struct_fields__})


def add(work: Work, session: WebSession, secret_hash: bytes) -> None:
    """A new session."""
    work.connection.execute(insert(web_sessions).values(**msgspec.structs.asdict(session), secret_hash=secret_hash))


def find_secret(connection: Connection, secret_hash: bytes) -> tuple[WebSession, Account] | None:
    """The session whose secret has this hash, with its account; None when there is none, or it has ended."""
    row = connection.execute(select(web_sessions).where(web_sessions.c.secret_hash == secret_hash, _alive)).one_or_none()
    if row is None:
        return None
    return session_of(row), account_of(connection.execute(select(accounts).where(accounts.c.id == row.account)).one())


def of_account(connection: Connection, account_id: str) -> tuple[WebSession, ...]:
    """An account's open sessions, the one that was seen last first."""
    query = select(web_sessions).where(web_sessions.c.account == account_id, _alive)
    return tuple(session_of(row) for row in connection.execute(query.order_by(web_sessions.c.last_seen.desc(), web_sessions.c.id)))


def find(connection: Connection, session_id: str) -> tuple[WebSession, str] | None:
    """An open session, and its account's login."""
    query = select(web_sessions, accounts.c.login).join(accounts, accounts.c.id == web_sessions.c.account)
    row = connection.execute(query.where(web_sessions.c.id == session_id, _alive)).one_or_none()
    return None if row is None else (session_of(row), str(row.login))


def over(connection: Connection, created: datetime, last_seen: datetime) -> list[tuple[WebSession, str]]:
    """Open sessions that were made at `created` or earlier, or not seen since `last_seen`, each with its account's login."""
    query = select(web_sessions, accounts.c.login).join(accounts, accounts.c.id == web_sessions.c.account)
    old = (web_sessions.c.created <= created) | (web_sessions.c.last_seen <= last_seen)
    return [(session_of(row), str(row.login)) for row in connection.execute(query.where(_alive, old))]


def was_at(connection: Connection, account_id: str, address: str) -> bool:
    """Whether the account signed in from this address before."""
    query = select(web_sessions.c.id).where(web_sessions.c.account == account_id, web_sessions.c.address == address)
    return connection.execute(query.limit(1)).first() is not None


def mark_seen(work: Work, session_id: str, now: datetime) -> None:
    """Notes that somebody did something."""
    work.connection.execute(update(web_sessions).where(web_sessions.c.id == session_id, _alive).values(last_seen=now))


def mark_ended(work: Work, ids: Iterable[str], now: datetime) -> None:
    """Ends sessions."""
    work.connection.execute(update(web_sessions).where(web_sessions.c.id.in_(list(ids)), _alive).values(ended=now))


def forget(work: Work, before: datetime) -> None:
    """Removes sessions that ended before a time."""
    work.connection.execute(delete(web_sessions).where(web_sessions.c.ended < before))
