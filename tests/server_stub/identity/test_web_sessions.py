"""Sessions end when they must, at once and with their open pages, and nothing but the secret opens one."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, select

from contract.ids import new_id
from server_stub.identity.ending import Ended
from server_stub.identity.session_secrets import csrf_of, hash_secret
from server_stub.identity.web_sessions import KEPT
from server_stub.store import tables
from server_stub.store.writer import DESK
from tests.server_stub.identity.room import Room, random_secret


def is_open(room: Room, secret: str) -> bool:
    return room.web_sessions.who(secret) is not None


def test_only_the_hash_of_a_secret_is_kept(room: Room) -> None:
    room.technician()
    secret, session = room.sign_in()
    rows = room.store.read(lambda connection: connection.execute(select(tables.web_sessions)).all())
    assert [(row.id, row.secret_hash) for row in rows] == [(session, hash_secret(secret))]
    found = room.web_sessions.who(secret)
    assert found is not None
    assert found.csrf == csrf_of(secret)
    assert secret not in str(rows) + str(room.audited()) + str(room.web_sessions.list(found.account.id))


def test_nothing_else_opens_a_session(room: Room) -> None:
    account = room.technician()
    secret, session = room.sign_in()
    guesses = [
        "",
        session,
        account.id,
        secret[:-1],
        f"{secret}x",
        secret.swapcase(),
        f" {secret}",
        f"{secret}\n",
        random_secret(),
        "%",
        "\0",
    ]
    guesses += [hash_secret(secret).hex(), csrf_of(secret), "x" * 43, "\ud800" * 43, "é" * 43, "x" * 1_000_000]
    assert [guess for guess in guesses if is_open(room, guess)] == []
    assert is_open(room, secret)


def test_a_secret_that_somebody_else_chose_never_becomes_a_session(room: Room) -> None:
    """Session fixation: signing in always makes a new one."""
    room.technician()
    planted = random_secret()
    assert not is_open(room, planted)
    secret, _ = room.sign_in()
    assert secret != planted
    assert not is_open(room, planted)


def test_a_session_that_nobody_uses_ends_after_half_an_hour(room: Room) -> None:
    room.technician()
    secret, _ = room.sign_in()
    for _ in range(5):
        room.clock.go(minutes=29)
        assert is_open(room, secret)
        room.written()
    room.clock.go(minutes=30)
    assert not is_open(room, secret)
    room.clock.go(minutes=-30)
    room.web_sessions.end_old()
    assert is_open(room, secret), "nothing ends early"


def test_a_session_ends_after_twelve_hours_whatever_is_done(room: Room) -> None:
    account = room.technician()
    secret, _ = room.sign_in()
    for _ in range(12 * 3 - 1):
        room.clock.go(minutes=20)
        assert is_open(room, secret)
        room.written()
    assert len(room.web_sessions.list(account.id)) == 1
    room.clock.go(minutes=20)
    assert not is_open(room, secret)
    assert room.web_sessions.list(account.id) == ()


def test_what_a_page_asks_by_itself_keeps_no_session_alive(room: Room) -> None:
    room.technician()
    secret, session = room.sign_in()
    for _ in range(6):
        room.clock.go(minutes=4)
        assert room.web_sessions.who(secret, active=False) is not None
        room.written()
    room.clock.go(minutes=6)
    assert room.web_sessions.who(secret, active=False) is None
    room.web_sessions.end_old()
    assert [one.detail for one in room.audited("session-ended")] == [f'{{"session":"{session}","why":"idle"}}']


def test_old_ones_are_ended_once_each_with_its_reason_and_forgotten_later(room: Room) -> None:
    room.technician()
    room.sign_in()
    room.clock.go(minutes=31)
    fresh, _ = room.sign_in()
    room.web_sessions.end_old()
    room.web_sessions.end_old()
    assert [one.detail.count("idle") for one in room.audited("session-ended")] == [1]
    for _ in range(40):
        room.clock.go(minutes=19)
        room.web_sessions.who(fresh)
        room.written()
    room.web_sessions.end_old()
    assert [one.detail.count("too-old") for one in room.audited("session-ended")] == [0, 1]
    room.clock.go(seconds=KEPT.total_seconds() + 1)
    room.sign_in()
    room.clock.go(hours=13)
    room.web_sessions.end_old()
    assert room.store.read(lambda connection: len(connection.execute(select(tables.web_sessions)).all())) == 1


def test_it_is_noted_seldom_when_somebody_was_there(room: Room) -> None:
    account = room.technician()
    secret, _ = room.sign_in()
    begun = room.web_sessions.list(account.id)[0].last_seen
    room.clock.go(seconds=10)
    is_open(room, secret)
    room.written()
    assert room.web_sessions.list(account.id)[0].last_seen == begun
    room.clock.go(seconds=10)
    is_open(room, secret)
    room.written()
    assert room.web_sessions.list(account.id)[0].last_seen == room.clock.now.replace(microsecond=begun.microsecond)


Ends = Callable[[Room, str, str], object]
"""What somebody does with a session and its account."""

ENDS: dict[str, Ends] = {
    "signed out": lambda room, session, _: room.web_sessions.end(session),
    "ended by its owner": lambda room, session, _: room.web_sessions.end(session, Ended.BY_OWNER),
    "ended from elsewhere": lambda room, _, account: room.web_sessions.end_others(account, new_id()),
    "disabled": lambda room, _session, _: room.accounts.disable("budi"),
    "new password": lambda room, _session, _: room.accounts.set_password("budi", "another one 12"),
    "idle": lambda room, _session, _: (room.clock.go(minutes=30), room.web_sessions.end_old()),
    "too old": lambda room, _session, _: (room.clock.go(hours=12), room.web_sessions.end_old()),
}


@pytest.mark.parametrize("how", ENDS)
def test_however_it_ends_its_open_pages_close_at_once(room: Room, how: str) -> None:
    account = room.technician()
    room.technician("dewi")
    secret, session = room.sign_in()
    other_secret, other = room.sign_in("dewi")

    async def look() -> tuple[bool, bool]:
        listener, others = room.events.subscribe(DESK, session), room.events.subscribe(DESK, other)
        await asyncio.get_running_loop().run_in_executor(None, ENDS[how], room, session, account.id)
        await asyncio.wait_for(listener.ended.wait(), 20)
        return listener.ended.is_set(), others.ended.is_set()

    assert asyncio.run(look())[0]
    assert not is_open(room, secret)
    if how not in {"idle", "too old"}:
        assert is_open(room, other_secret)
    ended = [one for one in room.audited("session-ended") if session in one.detail]
    assert [one.actor for one in ended] == ["budi"]
    before = len(room.audited())
    room.web_sessions.end(session)
    assert len(room.audited()) == before, "what has ended isn't ended again"


def test_all_others_end_and_this_one_stays(room: Room) -> None:
    account = room.technician()
    room.technician("dewi")
    mine, here = room.sign_in()
    signs = [room.sign_in() for _ in range(3)]
    hers, _ = room.sign_in("dewi")
    room.web_sessions.end_others(account.id, here)
    assert [is_open(room, one) for one in (mine, hers, *(secret for secret, _ in signs))] == [True, True, False, False, False]
    assert [one.id for one in room.web_sessions.list(account.id)] == [here]
    room.web_sessions.end_others(new_id(), here)
    room.web_sessions.end(new_id())
    room.web_sessions.end("' OR 1=1 --")
    assert is_open(room, hers)


def test_an_account_made_by_hand_can_not_be_signed_in_to(room: Room) -> None:
    row: dict[str, Any] = {"id": new_id(), "login": "x1", "name": "X", "title": "", "role": "lead", "password": "", "preferences": "{}"}
    room.store.write(lambda work: work.connection.execute(insert(tables.accounts).values(row | {"created": datetime.now(UTC)})))
    with pytest.raises(Exception, match="wrong"):
        room.sign_in("x1", "")


def test_a_session_is_there_after_a_restart(room: Room) -> None:
    room.technician()
    secret, session = room.sign_in()
    room.web_sessions = type(room.web_sessions)(room.store, room.events, room.settings, room.clock)
    found = room.web_sessions.who(secret)
    assert found is not None
    assert found.session_id == session


def test_a_stream_can_ask_whether_its_session_is_still_there(room: Room) -> None:
    room.technician()
    _, session = room.sign_in()
    assert room.web_sessions.is_open(session)
    room.web_sessions.end(session)
    assert [room.web_sessions.is_open(one) for one in (session, new_id(), "")] == [False] * 3
