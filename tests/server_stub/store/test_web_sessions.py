"""Rows of sessions: whoever looks for open ones never gets one that has ended."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from contract.ids import new_id
from server_stub.store import accounts, web_sessions
from server_stub.store.accounts import Account, Preferences, Role
from server_stub.store.database import Store
from server_stub.store.tables import web_sessions as table
from server_stub.store.web_sessions import WebSession

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
BUDI = Account(
    id=new_id(),
    login="budi",
    name="Budi Santoso",
    title="Service Desk",
    role=Role.LEAD,
    picture="",
    picture_sha256="",
    disabled=False,
    preferences=Preferences(language="id", single_keys=False),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    one = Store(tmp_path, lambda _person: None)
    one.write(lambda work: accounts.add(work, BUDI, "hashed", NOON))
    yield one
    one.close()


def session(store: Store, secret_hash: bytes, created: datetime = NOON, last_seen: datetime = NOON) -> WebSession:
    one = WebSession(id=new_id(), account=BUDI.id, created=created, last_seen=last_seen, agent="Firefox", address="10.0.0.7")
    store.write(lambda work: web_sessions.add(work, one, secret_hash))
    return one


def test_a_session_is_found_by_its_secret_until_it_ends(store: Store) -> None:
    one, other = session(store, b"1" * 32), session(store, b"2" * 32)
    assert store.read(lambda c: web_sessions.find_secret(c, b"1" * 32)) == (one, BUDI)
    assert store.read(lambda c: web_sessions.find(c, one.id)) == (one, "budi")
    store.write(lambda work: web_sessions.mark_ended(work, [one.id], NOON))
    assert store.read(lambda c: web_sessions.find_secret(c, b"1" * 32)) is None
    assert store.read(lambda c: web_sessions.find(c, one.id)) is None
    assert store.read(lambda c: web_sessions.of_account(c, BUDI.id)) == (other,)
    store.write(lambda work: web_sessions.mark_seen(work, one.id, NOON + timedelta(hours=1)))
    store.write(lambda work: web_sessions.mark_ended(work, [one.id], NOON + timedelta(hours=2)))
    (row,) = store.read(lambda c: c.execute(select(table).where(table.c.id == one.id)).all())
    assert (row.last_seen, row.ended) == (NOON, NOON), "an end stays as it was"


def test_which_are_over(store: Store) -> None:
    hour = timedelta(hours=1)
    fresh = session(store, b"1" * 32)
    old = session(store, b"2" * 32, created=NOON - 12 * hour)
    idle = session(store, b"3" * 32, created=NOON - hour, last_seen=NOON - hour)
    found = store.read(lambda c: web_sessions.over(c, NOON - 12 * hour, NOON - hour))
    assert {one.id for one, login in found if login == "budi"} == {old.id, idle.id}
    assert [one.id for one in store.read(lambda c: web_sessions.of_account(c, BUDI.id))][-1] == idle.id
    store.write(lambda work: web_sessions.mark_ended(work, [old.id, idle.id], NOON))
    assert store.read(lambda c: web_sessions.over(c, NOON - 12 * hour, NOON - hour)) == []
    store.write(lambda work: web_sessions.forget(work, NOON))
    assert store.read(lambda c: len(c.execute(select(table)).all())) == 3
    store.write(lambda work: web_sessions.forget(work, NOON + hour))
    assert [row.id for row in store.read(lambda c: c.execute(select(table)).all())] == [fresh.id]


def test_where_somebody_was_before(store: Store) -> None:
    one = session(store, b"1" * 32)
    store.write(lambda work: web_sessions.mark_ended(work, [one.id], NOON))
    assert store.read(lambda c: web_sessions.was_at(c, BUDI.id, "10.0.0.7"))
    assert not store.read(lambda c: web_sessions.was_at(c, BUDI.id, "10.0.0.8"))
    assert not store.read(lambda c: web_sessions.was_at(c, new_id(), "10.0.0.7"))
