"""Who looks at which ticket: what wakes the pages, and that nobody looks for ever."""

import pytest

from server_stub.events import Events
from server_stub.store.accounts import Account, Preferences, Role
from server_stub.store.writer import DESK
from server_stub.tickets.presence import FORGET_S, TABS, Presence

ONE, TWO = "INC-000001", "INC-000002"


class Woken(Events):
    """Events that count who was woken."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def wake(self, person: str) -> None:
        assert person == DESK
        self.times += 1
        super().wake(person)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def events() -> Woken:
    return Woken()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def presence(events: Woken, clock: Clock) -> Presence:
    return Presence(events, clock)


def account(name: str) -> Account:
    return Account(
        id=name, login=name, name=name, role=Role.LEAD, title="", picture="", picture_sha256="", disabled=False, preferences=Preferences()
    )


BUDI, DEWI = account("Budi Santoso"), account("Dewi Lestari")


def test_only_a_change_wakes_the_pages(presence: Presence, events: Woken, clock: Clock) -> None:
    presence.looking(BUDI, "s1", ONE, None)
    assert events.times == 1
    clock.now += 10
    presence.looking(BUDI, "s1", ONE, None)
    assert events.times == 1
    presence.looking(BUDI, "s1", ONE, "internal")
    assert events.times == 2
    (one,) = presence.on(ONE)
    assert (one.account, one.name, one.initials, one.writing) == ("Budi Santoso", "Budi Santoso", "BS", "internal")
    assert presence.on(TWO) == ()
    presence.gone("s1", ONE)
    assert (events.times, presence.on(ONE), presence.everywhere()) == (3, (), {})
    presence.gone("s1", ONE)
    presence.gone("unknown")
    assert events.times == 3


def test_everybody_once_and_who_writes_first(presence: Presence) -> None:
    presence.looking(BUDI, "s1", ONE, None)
    presence.looking(DEWI, "s2", ONE, None)
    presence.looking(DEWI, "s3", ONE, "public")
    presence.looking(DEWI, "s3", TWO, None)
    assert [(one.name, one.writing) for one in presence.on(ONE)] == [("Dewi Lestari", "public"), ("Budi Santoso", None)]
    presence.gone("s3")
    assert [(one.name, one.writing) for one in presence.on(ONE)] == [("Budi Santoso", None), ("Dewi Lestari", None)]
    assert list(presence.everywhere()) == [ONE]


def test_whoever_gives_no_sign_is_forgotten_and_the_pages_hear_of_it(presence: Presence, events: Woken, clock: Clock) -> None:
    presence.looking(BUDI, "s1", ONE, "public")
    presence.looking(DEWI, "s2", ONE, None)
    clock.now += FORGET_S - 1
    presence.looking(DEWI, "s2", ONE, None)
    before = events.times
    clock.now += 2
    assert [one.name for one in presence.on(ONE)] == ["Dewi Lestari"]
    presence.looking(BUDI, "s1", TWO, None)
    clock.now += FORGET_S + 1
    presence.looking(DEWI, "s2", ONE, None)
    assert events.times > before
    assert list(presence.everywhere()) == [ONE]


def test_a_session_looks_at_so_many_tickets_and_no_more(presence: Presence) -> None:
    for number in range(TABS + 5):
        presence.looking(BUDI, "s1", f"INC-{number:06d}", None)
    assert sorted(presence.everywhere()) == [f"INC-{number:06d}" for number in range(5, TABS + 5)]
