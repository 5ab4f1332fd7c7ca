"""When the backend is tried again."""

from desktop_client.help_desk.backoff import Backoff


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_waits_double_up_to_a_quarter_of_an_hour_and_begin_anew() -> None:
    clock = Clock()
    backoff = Backoff(clock, lambda: 1.0)
    assert backoff.wait_s == 0
    assert [backoff.failed() for _ in range(11)] == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    backoff.worked()
    assert backoff.wait_s == 0
    assert backoff.failed() == 2
    clock.now += 1.5
    assert backoff.wait_s == 0.5
    clock.now += 100
    assert backoff.wait_s == 0


def test_no_two_clients_wait_alike_and_none_less_than_half() -> None:
    assert [Backoff(Clock(), lambda share=share: share).failed() for share in (0.0, 0.5, 1.0)] == [1.0, 1.5, 2.0]
    waits = {Backoff().failed() for _ in range(50)}
    assert len(waits) > 40


def test_what_was_asked_for_is_the_least_and_bounded() -> None:
    clock = Clock()
    backoff = Backoff(clock, lambda: 1.0)
    assert backoff.failed(60) == 60
    backoff.hurry()
    assert backoff.wait_s == 60
    clock.now += 60
    assert backoff.failed(10**9) == 900
    backoff.worked()
    assert backoff.failed(-5) == 2
    backoff.hurry()
    assert backoff.wait_s == 0


def test_hurrying_does_not_forget_how_long_it_is_away_unless_told() -> None:
    backoff = Backoff(Clock(), lambda: 1.0)
    for _ in range(5):
        backoff.failed()
    backoff.hurry()
    assert backoff.wait_s == 0
    assert backoff.failed() == 64
    backoff.hurry(forget=True)
    assert backoff.failed() == 2
