"""The words of tickets: folded alike when they are kept and when they are asked for, in the index and without one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from contract.ids import new_id
from contract.tickets import By, Message, PutTicket
from server_stub.store import people, ticket_search, tickets
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.ticket_search import MOST_WORDS, OPEN, WORD_LETTERS, found, words_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OTHER_ENGINE: Any = SimpleNamespace(dialect=SimpleNamespace(name="postgresql"))


def add_ticket(connection: Connection, who: Who, subject: str, details: str = "") -> int:
    request = PutTicket(subject=subject, details=details, written=NOW)
    return tickets.add(connection, who, new_id(), request, priority=3, content=b"", now=NOW)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store"), lambda _person: None)
    yield store
    store.close()


@pytest.fixture(scope="module")
def who(store: Store) -> Who:
    def run(connection: Connection) -> Who:
        person = people.add_person(connection, NOW)
        who = Who(enrolment=new_id(), person=person, account="rina", display_name="Rina", computer="PC-1")
        people.add_code(connection, b"c", reusable=True, now=NOW, expires=None)
        code = people.code_by_hash(connection, b"c")
        assert code is not None
        people.add_enrolment(connection, who, b"t", code._mapping["id"], NOW)
        return who

    return store.write(lambda work: run(work.connection))


def keys(store: Store, asked: str, *, only_open: bool = False, engine: Any = None) -> list[int]:
    """The keys of what is found, by the index or as another engine finds it."""

    def run(connection: Connection) -> list[int]:
        query = found(engine or connection, asked, only_open=only_open)
        return [] if query is None else sorted(connection.scalars(query))

    return store.read(run)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Café RL-0142", ["cafe", "rl", "0142"]),
        ("snake_case", ["snake", "case"]),
        ("Straße İstanbul ﬁle ２", ["strasse", "istanbul", "file", "2"]),
        ("\u2022open", ["open"]),
        ("Тест 打印机 เครื่อง", ["тест", "打印机", "เครอง"]),
        ("\0 \ud800 ' \" * ( ) %", []),
        ("x" * 50, ["x" * WORD_LETTERS]),
    ],
)
def test_words(written: str, words: list[str]) -> None:
    assert words_of(written) == words


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60))
def test_whatever_is_written_is_found_by_it_on_both_ways(store: Store, who: Who, written: str) -> None:
    key = store.write(lambda work: add_ticket(work.connection, who, "x", written))
    asked = " ".join(words_of(written)[: ticket_search.MOST_ASKED])
    for engine in (None, OTHER_ENGINE):
        assert (key in keys(store, asked, engine=engine)) == bool(asked)
        assert (key in keys(store, written, engine=engine)) == bool(asked)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_nothing_that_is_asked_breaks_a_query(store: Store, who: Who, asked: str) -> None:
    del who
    assert keys(store, asked) == keys(store, asked, engine=OTHER_ENGINE)


def test_words_come_with_messages_and_the_mark_goes_with_the_state(store: Store, who: Who) -> None:
    key = store.write(lambda work: add_ticket(work.connection, who, "Zirkon"))
    message = Message(id=new_id(), by=By.EMPLOYEE, name="Rina", text="Wolfram, zirkon", created=NOW)
    store.write(lambda work: tickets.add_message(work.connection, key, message, written=NOW, content=None))
    for asked in ("zirkon", "zir", "wolf zirk", "WOLFRAM", "rina pc wolfram"):
        assert keys(store, asked) == keys(store, asked, only_open=True) == [key]
    assert keys(store, "ircon") == keys(store, "wolframs") == []
    for state, is_open in (("resolved", False), ("resolved", False), ("open", True), ("new", True), ("resolved", False)):
        store.write(lambda work, state=state: tickets.change(work.connection, key, state=state))  # type: ignore[misc]
        assert keys(store, "zirkon", only_open=True) == ([key] if is_open else [])
        assert keys(store, "zirkon") == [key]


def test_a_ticket_keeps_so_many_words_and_its_mark(store: Store, who: Who) -> None:
    key = store.write(lambda work: add_ticket(work.connection, who, "Long", " ".join(f"w{place}" for place in range(7_000))))
    store.write(lambda work: ticket_search.add_words(work.connection, key, " ".join(f"v{place}" for place in range(7_000))))
    words = "SELECT words FROM ticket_words WHERE ticket = :key"
    kept = str(store.read(lambda connection: connection.scalar(text(words), {"key": key}))).split()
    assert (len(kept), kept[0]) == (MOST_WORDS, OPEN)
    assert keys(store, "v100") == [key]
    assert keys(store, "v6999") == []


def test_the_index_says_what_the_rows_say(store: Store, who: Who) -> None:
    del who
    check = "INSERT INTO ticket_search(ticket_search, rank) VALUES ('integrity-check', 1)"
    store.write(lambda work: work.connection.execute(text(check)))


def test_words_that_were_not_kept_are_filled_in(tmp_path: Path) -> None:
    store = Store(tmp_path, lambda _person: None)

    def run(connection: Connection) -> None:
        person = people.add_person(connection, NOW)
        who = Who(enrolment=new_id(), person=person, account="rina", display_name="", computer="PC-1")
        people.add_code(connection, b"c", reusable=True, now=NOW, expires=None)
        code = people.code_by_hash(connection, b"c")
        assert code is not None
        people.add_enrolment(connection, who, b"t", code._mapping["id"], NOW)
        for place in range(ticket_search.PAGE + 3):
            add_ticket(connection, who, f"Subject{place}")
        connection.execute(text("DELETE FROM ticket_words"))

    store.write(lambda work: run(work.connection))
    assert keys(store, "subject") == []
    store.write(lambda work: ticket_search.fill(work.connection))
    assert len(keys(store, "subject", only_open=True)) == ticket_search.PAGE + 3
    assert keys(store, "subject501") == [502]
    store.close()
