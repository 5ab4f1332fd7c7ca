"""Passwords: kept so that nobody can read them, compared so that nobody learns more, and never so many at once that memory ends."""

import threading
from typing import Any

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from contract.problems import Code
from server_stub.identity import passwords
from server_stub.identity.passwords import AT_ONCE, WAITING, hash_password, is_outdated, is_right, nobodys, refuse_weak
from server_stub.refusals import RefusalError, ServerRefused
from tests.server_stub.identity.room import CHEAP


def test_a_password_is_kept_with_the_parameters_of_the_standard() -> None:
    """RFC 9106, section 4: the second recommended option."""
    kept = hash_password("kucing hitam 9")
    made = extract_parameters(kept)
    assert (made.type, made.memory_cost, made.time_cost, made.parallelism) == (Type.ID, 64 * 1024, 3, 4)
    assert "kucing" not in kept
    assert is_right("kucing hitam 9", kept)
    assert not is_outdated(kept)
    assert extract_parameters(nobodys()) == made


@pytest.mark.usefixtures("cheap")
def test_only_the_same_password_is_right() -> None:
    kept = hash_password("kucing hitam 9")
    assert kept != hash_password("kucing hitam 9")
    for wrong in ("", "kucing hitam", "Kucing hitam 9", "kucing hitam 9 ", "x" * 1_000_000, "kucing\0hitam 9", "\ud800"):
        assert not is_right(wrong, kept)
        assert not is_right(wrong, None)


@pytest.mark.usefixtures("cheap")
def test_an_accent_is_the_same_however_a_keyboard_makes_it() -> None:
    assert is_right("cafe\u0301 di ujung jalan", hash_password("caf\u00e9 di ujung jalan"))


def test_what_is_no_hash_fits_no_password() -> None:
    for kept in ("", "x", "$argon2id$v=19$m=1,t=1,p=1$x$y", "\0"):
        assert not is_right("kucing hitam 9", kept)


def test_a_hash_of_other_parameters_is_outdated() -> None:
    assert is_outdated(CHEAP.hash("kucing hitam 9"))
    assert is_right("kucing hitam 9", CHEAP.hash("kucing hitam 9"))


class Slow(PasswordHasher):
    """Computes until it may go on, and counts."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.may_go_on = threading.Event()
        self.lock = threading.Lock()
        self.running = self.most = self.done = 0

    def verify(self, *args: Any) -> Any:
        with self.lock:
            self.running += 1
            self.most = max(self.most, self.running)
        assert self.may_go_on.wait(20)
        with self.lock:
            self.running -= 1
            self.done += 1
        return super().verify(*args)


def test_a_flood_waits_in_a_short_queue_and_the_rest_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow()
    monkeypatch.setattr(passwords, "_hasher", slow)
    kept = CHEAP.hash("kucing hitam 9")
    answers: list[object] = []

    def comes() -> None:
        try:
            answers.append(is_right("kucing hitam 9", kept))
        except RefusalError as refusal:
            answers.append(refusal.code)

    crowd = [threading.Thread(target=comes) for _ in range(40)]
    for one in crowd:
        one.start()
    turned_away = 40 - AT_ONCE - WAITING
    while len(answers) < turned_away:
        crowd[0].join(0.01)
    slow.may_go_on.set()
    for one in crowd:
        one.join()
    assert slow.most == AT_ONCE
    assert answers.count(Code.UNAVAILABLE) == turned_away
    assert answers.count(True) == AT_ONCE + WAITING == slow.done
    assert is_right("kucing hitam 9", kept), "the places are free again"


@pytest.mark.parametrize(
    ("password", "login", "said"),
    [
        ("", "budi", "at least 10"),
        ("kucing h", "budi", "at least 10"),
        ("x1y2z3" * 100, "budi", "at most 500"),
        ("kucing\nhitam 9", "budi", "one line"),
        ("kucing\0hitam 9", "budi", "one line"),
        ("kucing hitam \ud800", "budi", "one line"),
        ("BudiSantoso", "budisantoso", "almost the login"),
        ("budi.santoso1", "budi.santoso", "almost the login"),
        ("budibudibudi", "budi", "almost the login"),
        ("budi12345!", "budi", ""),
        ("aaaaaaaaaaaaaa", "budi", "different letters"),
        ("ababababababab", "budi", "different letters"),
        ("kucing hitam 9", "budi", ""),
        ("四つの猫が庭で眠っている", "budi", ""),
    ],
)
def test_weak_passwords_are_refused_with_a_sentence(password: str, login: str, said: str) -> None:
    if not said:
        refuse_weak(password, login)
        return
    with pytest.raises(ServerRefused, match=said):
        refuse_weak(password, login)
