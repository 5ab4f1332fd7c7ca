"""Calls that may never return are left alone in time, and do not pile up."""

import threading

import pytest

from desktop_client.system.limited import together, within
from desktop_client.system.not_known import NotKnown, NotKnownError, Why, known


def test_an_answer_in_time_is_the_answer() -> None:
    assert within(5, "quick", lambda: 42) == 42


def test_nothing_is_an_answer_too() -> None:
    assert within(5, "nothing", lambda: None) is None


def test_an_error_is_raised_to_whoever_asked() -> None:
    def broken() -> int:
        raise FileNotFoundError("gone")

    with pytest.raises(FileNotFoundError):
        within(5, "broken", broken)


def test_a_call_that_hangs_is_left_and_not_asked_again_until_it_ends() -> None:
    release, entered = threading.Event(), []

    def hangs() -> str:
        entered.append(1)
        release.wait(60)
        return "late"

    assert within(0.05, "mount", hangs) == NotKnown(Why.TIMEOUT)
    assert within(0.05, "mount", hangs) == NotKnown(Why.TIMEOUT)
    assert len(entered) == 1
    assert within(5, "another mount", lambda: "fine") == "fine"
    release.set()
    for thread in threading.enumerate():
        if thread.name == "limited mount":
            thread.join(10)
    assert within(5, "mount", lambda: "back") == "back"


def test_one_that_hangs_does_not_hold_the_others_up() -> None:
    release = threading.Event()
    answers = together(1.0, {"hangs": lambda: release.wait(60), "quick": lambda: True})
    release.set()
    assert answers["quick"].result() is True
    assert answers["hangs"].result() == NotKnown(Why.TIMEOUT)


def test_known_gives_the_value_or_raises_the_reason() -> None:
    assert known(3) == 3
    with pytest.raises(NotKnownError) as caught:
        known(NotKnown(Why.DENIED))
    assert caught.value.reason == NotKnown(Why.DENIED)
