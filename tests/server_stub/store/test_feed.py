from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contract.tickets import State, TicketSummary
from server_stub.store import feed, people
from server_stub.store.database import Store
from server_stub.store.writer import Work

NOW = datetime(2026, 3, 1, 8, 30, 0, 123456, tzinfo=UTC)
TICKET = TicketSummary(id="x", number="INC-000001", subject="S", state=State.NEW, priority=2, created=NOW, updated=NOW)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, told: list[str]) -> Iterator[Store]:
    one = Store(tmp_path, told.append)
    yield one
    one.close()


def test_each_person_has_numbers_of_their_own(store: Store, told: list[str]) -> None:
    ana, budi = (store.write(lambda work: people.add_person(work.connection, NOW)) for _ in range(2))
    for person in (ana, budi, ana):
        store.write(lambda work, person=person: feed.add(work, person, NOW, TICKET))  # type: ignore[misc]
    assert told == [ana, budi, ana]
    assert store.read(lambda connection: (feed.last(connection, ana), feed.last(connection, budi))) == (2, 1)
    assert feed_numbers(store, ana, 0, 10) == ([1, 2], False)
    assert feed_numbers(store, ana, 1, 10) == ([2], False)
    assert feed_numbers(store, ana, 0, 1) == ([1], True)
    assert feed_numbers(store, ana, 2, 10) == ([], False)
    entry = store.read(lambda connection: feed.entries_after(connection, ana, 0, 1))[0][0]
    assert (entry.at, entry.kind, entry.ticket) == (NOW, "ticket", TICKET)


def feed_numbers(store: Store, person: str, after: int, most: int) -> tuple[list[int], bool]:
    entries, more = store.read(lambda connection: feed.entries_after(connection, person, after, most))
    return [entry.number for entry in entries], more


def test_what_was_undone_is_not_told(store: Store, told: list[str]) -> None:
    ana = store.write(lambda work: people.add_person(work.connection, NOW))

    def run(work: Work) -> None:
        feed.add(work, ana, NOW, TICKET)
        raise ValueError

    with pytest.raises(ValueError):
        store.write(run)
    assert told == []
    assert feed_numbers(store, ana, 0, 10) == ([], False)
    store.write(lambda work: feed.add(work, ana, NOW, TICKET))
    assert feed_numbers(store, ana, 0, 10) == ([1], False), "no number was skipped"
