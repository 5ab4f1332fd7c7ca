import pytest

from server_stub.identity.attempts import ADDRESSES, WINDOW_S, Attempts, counted_as


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_tries_are_counted_within_the_window() -> None:
    clock = Clock()
    attempts = Attempts(3, clock)
    for _ in range(3):
        assert attempts.begin("10.0.0.1") == 0
        clock.now += 10
    assert attempts.begin("10.0.0.1") == WINDOW_S - 30
    assert attempts.begin("10.0.0.2") == 0
    clock.now += WINDOW_S - 30
    assert attempts.begin("10.0.0.1") == 0
    assert attempts.begin("10.0.0.1") > 0


def test_a_right_code_is_forgiven() -> None:
    attempts = Attempts(2, Clock())
    for _ in range(10):
        assert attempts.begin("10.0.0.1") == 0
        attempts.forgive("10.0.0.1")


def test_a_refused_try_does_not_make_the_wait_longer() -> None:
    clock = Clock()
    attempts = Attempts(1, clock)
    attempts.begin("a")
    clock.now += WINDOW_S - 1
    assert attempts.begin("a") == 1
    clock.now += 1
    assert attempts.begin("a") == 0


def test_memory_is_bounded() -> None:
    attempts = Attempts(1, Clock())
    for n in range(ADDRESSES + 10):
        attempts.begin(f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    assert len(attempts._tries) == ADDRESSES


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_what_counts_as_one_address(address: str, key: str) -> None:
    assert counted_as(address) == key
