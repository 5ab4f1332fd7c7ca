"""The audit on a real database: whatever somebody does to it behind the backend's back is found, at the right place."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import StaticPool, create_engine, text
from sqlalchemy.exc import DBAPIError

from server_stub.store import audit
from server_stub.store.database import Store
from server_stub.store.engine import FILE_NAME
from server_stub.store.writer import Work

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
COLUMNS = ("actor", "what", "ticket", "detail", "before", "hash")
WRITTEN: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("sigap-server", "user-added", "", {"login": "budi", "role": "lead"}),
    ("budi", "sign-in", "", {"address": "10.0.0.7", "session": "s-1"}),
    ("", "sign-in-failed", "", {"address": "2001:db8::1"}),
    (
        "ana\0'; DROP TABLE audit;--",
        "assist-asked",
        "INC-000431",
        {"can": ["view", "files"], "left": None, "none": "", "ok": False, "n": 0},
    ),
    ("Bénédicte 印刷 \u202e", "assist-ended", "INC-000431", {"how": "stopped", "nested": {"a": [1, 2, {"b": "c"}]}}),
)


def quiet(_person: str) -> None:
    return


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    one = Store(tmp_path, quiet)
    yield one
    one.close()


def write(store: Store, count: int = 1) -> list[str]:
    made = []
    for place in range(count):
        actor, what, ticket, detail = WRITTEN[place % len(WRITTEN)]
        at = NOON + timedelta(microseconds=place)
        made.append(store.write(lambda work, a=actor, w=what, t=ticket, d=detail, at=at: audit.add(work, at, a, w, t, **d)))
    return made


class Copy:
    """A whole audit in memory, without the triggers, for somebody to change. Each change is undone after it was looked at."""

    def __init__(self, folder: Path) -> None:
        self.engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        raw = self.engine.raw_connection()
        assert raw.driver_connection is not None
        with sqlite3.connect(folder / FILE_NAME) as source:
            source.backup(raw.driver_connection)
        source.close()
        raw.close()
        with self.engine.begin() as connection:
            for name in ("audit_no_update", "audit_no_delete"):
                connection.execute(text(f"DROP TRIGGER {name}"))

    def verified(self, *statements: str, noted: str = "", **values: object) -> audit.Verified:
        with self.engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement), values)
            return audit.verify(connection, noted)

    def all(self, query: str) -> list[tuple[object, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]


def stored(column: str, number: int) -> str:
    return f"SELECT CAST({column} AS BLOB) FROM audit WHERE number = {number}"  # noqa: S608 - our own names


def put(column: str) -> str:
    return f"UPDATE OR IGNORE audit SET {column} = CAST(:value AS TEXT) WHERE number = :number"  # noqa: S608 - our own names


def as_bytes(column: str) -> str:
    return f"UPDATE audit SET {column} = CAST({column} AS BLOB) WHERE number = 3"  # noqa: S608 - our own names


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    folder = tmp_path_factory.mktemp("audit")
    store = Store(folder, quiet)
    write(store, 12)
    store.close()
    one = Copy(folder)
    yield one
    one.engine.dispose()


def test_what_was_written_is_whole_and_can_be_read(store: Store) -> None:
    assert store.read(audit.verify) == audit.Verified(count=0, last_hash=audit.FIRST)
    made = write(store, 7)
    told = store.read(audit.verify)
    assert (told.count, told.last_hash, told.broken, told.why) == (7, made[-1], None, "")
    found = store.read(lambda connection: audit.entries(connection, 2, 3))
    assert [one.number for one in found] == [3, 4, 5]
    assert (found[1].actor, found[1].ticket, found[1].at) == (WRITTEN[3][0], "INC-000431", NOON + timedelta(microseconds=3))
    assert found[1].detail == '{"can":["view","files"],"n":0,"ok":false}'
    assert [store.read(lambda c, h=one: audit.verify(c, h)).noted for one in made] == [1, 2, 3, 4, 5, 6, 7]


def test_the_hash_is_the_one_that_is_written_down() -> None:
    """Anybody can compute it again, by the first lines of `server_stub/store/audit.py`."""
    made = audit.chained(1, 1_795_521_600_000_000, "budi", "sign-in", "", '{"a":"é"}', audit.FIRST)
    assert made == "cf060dc03d853fcbd1432c5197aa2a98fb497af308e64ab92ec65443fa45e2c5"


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x' WHERE number = 1", "DELETE FROM audit"])
def test_the_database_itself_refuses_changes(store: Store, statement: str) -> None:
    write(store, 2)
    with pytest.raises(DBAPIError, match="the audit only grows"):
        store.write(lambda work: work.connection.execute(text(statement)))
    assert store.read(audit.verify).count == 2


def test_a_refused_function_leaves_no_entry(store: Store) -> None:
    write(store, 1)

    def fails(work: Work) -> None:
        audit.add(work, NOON, "budi", "sign-in")
        raise ValueError

    with pytest.raises(ValueError):
        store.write(fails)
    assert store.read(audit.verify).count == 1


def test_many_at_once_make_one_chain(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: write(store, 5)[-1], range(8)))) == 8
    assert store.read(audit.verify).count == 40


def test_more_than_a_page_is_verified(store: Store) -> None:
    count = audit.PAGE + 3

    def many(work: Work) -> str:
        return [audit.add(work, NOON, "budi", "sign-in", session=str(place)) for place in range(count)][-1]

    last = store.write(many)
    assert store.read(audit.verify) == audit.Verified(count=count, last_hash=last)
    assert len(store.read(lambda connection: audit.entries(connection, 0))) == audit.PAGE


def test_every_byte_of_every_text_counts(copy: Copy) -> None:
    for number in (1, 4, 12):
        for column in COLUMNS:
            ((value,),) = copy.all(stored(column, number))
            assert isinstance(value, bytes)
            for place in range(len(value)):
                for changed in (value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :], value[:place] + value[place + 1 :]):
                    told = copy.verified(put(column), value=changed, number=number)
                    assert told.broken == number, (number, column, place)


@settings(max_examples=150, deadline=None)
@given(number=st.integers(1, 12), column=st.sampled_from(COLUMNS), value=st.one_of(st.binary(max_size=80), st.integers(0, 99), st.none()))
def test_whatever_stands_in_a_row_instead_is_found(copy: Copy, number: int, column: str, value: object) -> None:
    ((before,),) = copy.all(stored(column, number))
    statement = put(column)
    if value is not None and value != before:
        assert copy.verified(statement, value=value, number=number).broken == number


@settings(max_examples=60, deadline=None)
@given(number=st.integers(1, 12), by=st.integers(-(2**40), 2**40).filter(bool))
def test_another_time_is_found(copy: Copy, number: int, by: int) -> None:
    assert copy.verified("UPDATE audit SET at = at + :by WHERE number = :number", by=by, number=number).broken == number


def test_the_same_bytes_of_another_kind_are_found(copy: Copy) -> None:
    for column in COLUMNS:
        assert copy.verified(as_bytes(column)).broken == 3
    assert copy.verified("UPDATE audit SET at = 'yesterday' WHERE number = 3").broken == 3


def test_removed_entries_are_missed(copy: Copy) -> None:
    for number in range(1, 13):
        told = copy.verified("DELETE FROM audit WHERE number = :number", number=number)
        assert (told.count, told.broken) == (number - 1, number)
        assert f"Entry {number} is missing" in told.why
    assert copy.verified("DELETE FROM audit").broken == 1
    assert copy.verified("DELETE FROM audit WHERE number < 5").broken == 1


def test_a_gap_that_was_closed_is_found(copy: Copy) -> None:
    for number in range(1, 12):
        move = "UPDATE audit SET number = -number WHERE number > :number", "UPDATE audit SET number = -number - 1 WHERE number < 0"
        assert copy.verified("DELETE FROM audit WHERE number = :number", *move, number=number).broken == number


def test_entries_that_changed_places_are_found(copy: Copy) -> None:
    for one in range(1, 12):
        for other in range(one + 1, 13):
            swap = (
                "UPDATE audit SET number = -1 WHERE number = :one",
                "UPDATE audit SET number = :one WHERE number = :other",
                "UPDATE audit SET number = :other WHERE number = -1",
            )
            assert copy.verified(*swap, one=one, other=other).broken == one


PUT_IN = (
    "INSERT INTO audit (number, at, actor, what, ticket, detail, before, hash) "
    "SELECT :number, at, actor, what, ticket, detail, before, 'x' FROM audit WHERE number = 2"
)


def test_entries_that_were_put_in_are_found(copy: Copy) -> None:
    for number in (-5, 0, 13, 99):
        assert copy.verified(PUT_IN, number=number).broken == (13 if number > 12 else number)


def test_a_forged_entry_at_the_end_is_found(copy: Copy) -> None:
    ((last,),) = copy.all("SELECT hash FROM audit WHERE number = 12")
    assert isinstance(last, str)
    made = audit.chained(13, 0, "x", "sign-in", "", "{}", last)
    forged = "INSERT INTO audit VALUES (13, 0, 'x', 'sign-in', '', '{}', :last, :made)"
    told = copy.verified(forged, last=last, made=made)
    assert (told.broken, told.why) == (13, "Entry 13 was put in: the newest one is 12.")


def test_a_tail_that_was_cut_off_is_missed(copy: Copy) -> None:
    for number in range(1, 13):
        told = copy.verified("DELETE FROM audit WHERE number >= :number", number=number)
        assert (told.count, told.broken) == (number - 1, number)


def test_a_tail_cut_off_with_its_mark_is_found_by_a_hash_that_was_written_down(copy: Copy) -> None:
    ((last,),) = copy.all("SELECT hash FROM audit WHERE number = 12")
    cut = (
        "DELETE FROM audit WHERE number > 9",
        "UPDATE meta SET value = (SELECT number || ' ' || hash FROM audit WHERE number = 9) WHERE name = 'audit'",
    )
    assert copy.verified(*cut).why == ""
    told = copy.verified(*cut, noted=str(last))
    assert (told.count, told.broken, told.noted) == (9, 10, None)


def test_a_chain_that_was_written_anew_is_found_by_a_hash_that_was_written_down(copy: Copy) -> None:
    ((noted,),) = copy.all("SELECT hash FROM audit WHERE number = 7")
    with copy.engine.connect() as connection:
        connection.execute(text("DELETE FROM audit"))
        connection.execute(text("DELETE FROM meta WHERE name = 'audit'"))
        for place in range(15):
            audit.add(Work(connection), NOON, "x", f"what-{place}")
        assert audit.verify(connection).why == ""
        told = audit.verify(connection, str(noted))
        assert (told.count, told.broken) == (15, 16)
        assert "written anew" in told.why


def test_a_changed_mark_is_found(copy: Copy) -> None:
    ((mark,),) = copy.all("SELECT value FROM meta WHERE name = 'audit'")
    assert isinstance(mark, str)
    changed = [mark[:place] + "7" + mark[place + 1 :] for place in range(len(mark)) if mark[place] != "7"]
    for value in ("", " ", "12", f" {mark}", f"{mark} ", f"+{mark}", "12 ", "9" * 5_000 + " x", *changed):
        told = copy.verified("UPDATE meta SET value = :value WHERE name = 'audit'", value=value)
        assert told.why, value
        assert told.broken is not None
    assert copy.verified("DELETE FROM meta WHERE name = 'audit'").broken == 13


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("DELETE FROM audit WHERE number > 9", 10),
        ("DELETE FROM audit WHERE number = 4", 4),
        ("DELETE FROM audit", 1),
        ("UPDATE meta SET value = '3 x' WHERE name = 'audit'", 13),
        ("UPDATE meta SET value = 'x' WHERE name = 'audit'", 13),
        ("UPDATE audit SET number = 400 WHERE number = 12", 12),
    ],
)
def test_what_is_written_afterwards_hides_nothing(copy: Copy, statement: str, broken: int) -> None:
    with copy.engine.connect() as connection:
        connection.execute(text(statement))
        assert audit.verify(connection).why
        for place in range(5):
            audit.add(Work(connection), NOON, "budi", f"later-{place}")
        assert audit.verify(connection).broken == broken


def test_what_is_no_text_any_more_is_found_where_it_is(copy: Copy) -> None:
    for number in (1, 6, 12):
        with copy.engine.connect() as connection:
            connection.execute(text("UPDATE audit SET actor = CAST(X'ff' AS TEXT) WHERE number = :number"), {"number": number})
            told = audit.verify(connection)
            assert (told.count, told.broken) == (number - 1, number)
            assert "not text" in told.why
