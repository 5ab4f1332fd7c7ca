"""Signing in: right ones come in, wrong ones learn nothing, and guessing ends soon."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from contract.problems import Code
from server_stub.identity import passwords, signing_in
from server_stub.identity.passwords import is_outdated
from server_stub.identity.signing_in import MOST_SESSIONS, folded, one_line
from server_stub.refusals import RefusalError
from tests.server_stub.identity.room import CHEAP, PASSWORD, Room


def refused(room: Room, *what: str) -> RefusalError:
    with pytest.raises(RefusalError) as raised:
        room.sign_in(*what)
    return raised.value


@pytest.fixture
def strict(blank: Path, tmp_path: Path, cheap: None) -> Iterator[Room]:
    """Three wrong tries, and no more."""
    one = Room(blank, tmp_path, sign_in_tries=3)
    yield one
    one.store.close()


def test_each_sign_in_is_a_new_session_with_a_new_secret(room: Room) -> None:
    room.technician()
    signs = [room.sign_in(login) for login in ("budi", "BUDI", "  Budi ", "budi")]
    assert len({secret for secret, _ in signs}) == len({session for _, session in signs}) == 4
    for secret, session in signs:
        found = room.web_sessions.who(secret)
        assert found is not None
        assert (found.session_id, found.account.login) == (session, "budi")
    assert [one.actor for one in room.audited("sign-in")] == ["budi"] * 4
    assert '"address":"10.0.0.7"' in room.audited("sign-in")[0].detail


def test_unknown_disabled_and_wrong_are_refused_alike(room: Room) -> None:
    room.technician()
    room.technician("dewi")
    room.accounts.disable("dewi")
    told = [refused(room, *pair) for pair in (("budi", "wrong"), ("nobody", PASSWORD), ("dewi", PASSWORD), ("dewi", "wrong"), ("", ""))]
    assert {(one.code, one.detail, one.field, one.retry_after_s) for one in told} == {
        (Code.CODE_WRONG, "The login or the password is wrong.", None, None)
    }


def test_each_refusal_takes_one_comparison(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.technician()
    room.technician("dewi")
    room.accounts.disable("dewi")
    compared = []

    class Counting(PasswordHasher):
        def verify(self, hash: Any, password: Any) -> Any:  # noqa: A002 - the library's own name
            compared.append(password)
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting(time_cost=1, memory_cost=8, parallelism=1))
    for place, pair in enumerate((("budi", "wrong"), ("nobody", "wrong"), ("dewi", PASSWORD), ("' OR 1=1 --", "\0")), 1):
        refused(room, *pair)
        assert len(compared) == place


def test_a_login_that_nobody_has_is_not_written_down(room: Room) -> None:
    room.technician()
    refused(room, "budi", "wrong")
    refused(room, PASSWORD, "")
    entries = room.audited("sign-in-failed")
    assert [one.actor for one in entries] == ["budi", ""]
    assert PASSWORD not in str(room.audited())


def test_hostile_logins_and_passwords_are_only_wrong(room: Room) -> None:
    room.technician()
    for hostile in ("x" * 100_000, "\0", "budi\0", "budi%", "\ud800", "💥" * 500, "../../etc/passwd", "budi\r\nSet-Cookie: x"):
        assert refused(room, hostile, hostile, f"10.1.0.{len(hostile) % 200}").code is Code.CODE_WRONG


def test_what_a_browser_says_of_itself_is_cut_and_shown_harmlessly(room: Room) -> None:
    account = room.technician()
    room.sign_in(agent="Fire\x1b[2J\r\nfox" + "x" * 10_000, address="fe80::1%\n" + "y" * 500)
    (one,) = room.web_sessions.list(account.id)
    assert one.agent.startswith("Fire?[2J??fox")
    assert (len(one.agent), len(one.address)) == (200, 60)
    assert one.address.isprintable()


def test_guessing_a_login_ends_soon_wherever_it_comes_from(strict: Room) -> None:
    strict.technician()
    for place in range(3):
        assert refused(strict, "budi", "wrong", f"10.0.1.{place}").code is Code.CODE_WRONG
    told = refused(strict, "budi", PASSWORD, "10.0.2.1")
    assert told.code is Code.TOO_MANY_TRIES
    assert told.retry_after_s is not None
    assert 0 < told.retry_after_s <= 900


def test_a_login_that_nobody_has_is_limited_alike(strict: Room) -> None:
    codes = [refused(strict, "nobody", "wrong", f"10.0.1.{place}").code for place in range(4)]
    assert codes == [Code.CODE_WRONG] * 3 + [Code.TOO_MANY_TRIES]


def test_an_address_is_limited_whatever_logins_it_tries_and_counts_against_none_then(strict: Room) -> None:
    strict.technician()
    codes = [refused(strict, login, "wrong", "10.0.1.1").code for login in ("a", "b", "budi", "budi", "budi", "budi", "budi")]
    assert codes == [Code.CODE_WRONG] * 3 + [Code.TOO_MANY_TRIES] * 4
    strict.sign_in(address="10.0.1.2")


def test_right_ones_are_never_counted(strict: Room) -> None:
    strict.technician()
    for _ in range(8):
        strict.sign_in()


def test_who_was_turned_away_in_a_crowd_did_nothing_wrong(strict: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    strict.technician()
    with monkeypatch.context() as crowd:
        crowd.setattr(passwords, "_queue", threading.BoundedSemaphore(1))
        with passwords.turn():
            assert {refused(strict).code for _ in range(8)} == {Code.UNAVAILABLE}
    strict.sign_in()


def test_who_guesses_elsewhere_locks_nobody_out_of_their_own_place(strict: Room) -> None:
    strict.technician()
    strict.sign_in(address="10.0.0.7")
    for place in range(4):
        refused(strict, "budi", "wrong", f"192.0.2.{place}")
    assert refused(strict, "budi", PASSWORD, "192.0.2.9").code is Code.TOO_MANY_TRIES
    strict.sign_in(address="10.0.0.7")
    codes = [refused(strict, "budi", "wrong", "10.0.0.7").code for _ in range(4)]
    assert codes == [Code.CODE_WRONG] * 3 + [Code.TOO_MANY_TRIES]


def test_many_made_up_logins_push_no_real_one_out_of_memory(strict: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_stub.identity.attempts.ADDRESSES", 5)
    strict.technician()
    for place in range(3):
        refused(strict, "budi", "wrong", f"10.0.1.{place}")
    for place in range(12):
        refused(strict, f"made-up-{place}", "wrong", f"10.0.3.{place}")
    assert refused(strict, "budi", PASSWORD, "10.0.4.1").code is Code.TOO_MANY_TRIES


def test_a_password_kept_with_other_parameters_is_kept_anew(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.technician()
    before = room.kept_password()
    room.sign_in()
    assert room.kept_password() == before
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert is_outdated(before)
    refused(room, "budi", "wrong")
    assert room.kept_password() == before
    room.sign_in()
    assert room.kept_password() != before
    assert not is_outdated(room.kept_password())
    room.sign_in()


@pytest.mark.parametrize("meanwhile", ["disable", "password"])
def test_what_changes_while_a_password_is_compared_counts(room: Room, monkeypatch: pytest.MonkeyPatch, meanwhile: str) -> None:
    account = room.technician()
    comparing, changed = threading.Event(), threading.Event()
    real = signing_in.is_right

    def slow(*args: Any) -> bool:
        right = real(*args)
        comparing.set()
        assert changed.wait(20)
        return right

    monkeypatch.setattr(signing_in, "is_right", slow)
    told: list[Code] = []
    asking = threading.Thread(target=lambda: told.append(refused(room).code))
    asking.start()
    assert comparing.wait(20)
    room.accounts.disable("budi") if meanwhile == "disable" else room.accounts.set_password("budi", "another one 12")
    changed.set()
    asking.join()
    assert told == [Code.CODE_WRONG]
    assert room.web_sessions.list(account.id) == ()


def test_one_session_too_many_ends_the_one_seen_longest_ago(room: Room) -> None:
    account = room.technician()
    signs = []
    for _ in range(MOST_SESSIONS + 2):
        signs.append(room.sign_in())
        room.clock.go(seconds=1)
    assert [room.web_sessions.who(secret) is None for secret, _ in signs] == [True] * 2 + [False] * MOST_SESSIONS
    assert len(room.web_sessions.list(account.id)) == MOST_SESSIONS
    assert [one.detail for one in room.audited("session-ended")] == [
        f'{{"session":"{session}","why":"too-many"}}' for _, session in signs[:2]
    ]


def test_names_are_folded_and_lines_are_lines() -> None:
    assert folded("  BÚDI ") == "búdi"
    assert one_line("a\nb\u202ec\0", 10) == "a?b?c?"
    assert CHEAP.verify(CHEAP.hash("x"), "x")
