from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server_stub.store import people, uploads
from server_stub.store.database import Store

NOON = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    one = Store(tmp_path, lambda _person: None)
    yield one
    one.close()


def test_a_day_is_the_last_24_hours(store: Store) -> None:
    person = store.write(lambda work: people.add_person(work.connection, NOON))

    def count(at: datetime, reports: int, sent_bytes: int) -> None:
        store.write(lambda work: uploads.count_used(work.connection, person, at, reports=reports, sent_bytes=sent_bytes))

    def lately(at: datetime) -> tuple[int, int, int]:
        return store.read(lambda connection: uploads.used_lately(connection, person, at))

    assert lately(NOON)[:2] == (0, 0)
    count(NOON, 1, 100)
    count(NOON + timedelta(minutes=10), 1, 50)
    count(NOON + timedelta(hours=20), 2, 0)
    assert lately(NOON + timedelta(hours=20)) == (4, 150, int(timedelta(hours=3, minutes=30).total_seconds()))
    assert lately(NOON + timedelta(hours=24))[:2] == (2, 0)
    assert lately(NOON + timedelta(hours=50))[:2] == (0, 0)
    store.write(lambda work: uploads.forget_used(work.connection, NOON + timedelta(hours=30)))
    assert lately(NOON + timedelta(hours=20))[:2] == (2, 0)
