"""The queue's statements: each is answered from an index, so that none reads what it doesn't show."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from server_stub.store import queue
from server_stub.store.database import Store
from server_stub.store.queue import View

BOUNDED = ("SCAN CONSTANT ROW", "SCAN anon", "SCAN (subquery", "SCAN (join", "SCAN ticket_search VIRTUAL TABLE INDEX")
"""Steps that go through what was found or limited before. The index of words stops by itself."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store"), lambda _person: None)
    yield store
    store.close()


def plans(store: Store, view: View, after: tuple[int, int] | None, words: str) -> list[str]:
    """How SQLite goes about the page, the counts and what rows show."""
    said: list[tuple[str, tuple[object, ...]]] = []

    def keep(*told: object) -> None:
        if str(told[2]).startswith("SELECT"):
            said.append((str(told[2]), told[3]))  # type: ignore[arg-type]

    event.listen(store._reading, "before_cursor_execute", keep)
    store.read(lambda connection: queue.page(connection, view, "me", after, words, 51))
    store.read(lambda connection: queue.counts(connection, "me"))
    for ask in (queue.last_messages, queue.wanting_help, queue.assist_of):
        store.read(lambda connection, ask=ask: ask(connection, [1, 2, 3]))  # type: ignore[misc]
    event.remove(store._reading, "before_cursor_execute", keep)
    assert len(said) == 6
    return [
        str(row.detail)
        for statement, values in said
        for row in store.read(lambda c, s=statement, v=values: c.exec_driver_sql(f"EXPLAIN QUERY PLAN {s}", v).all())  # type: ignore[misc]
    ]


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("after", [None, (3, 40)])
@pytest.mark.parametrize("words", ["", "printer"])
def test_no_page_reads_a_whole_table(store: Store, view: View, after: tuple[int, int] | None, words: str) -> None:
    steps = plans(store, view, after, words)
    scans = [step for step in steps if step.startswith("SCAN") and not step.startswith(BOUNDED) and "USING" not in step]
    newest_first = view is View.ALL and not words and after is None
    assert scans == (["SCAN tickets"] if newest_first else []), steps
    if not words:  # a search sorts what it found among the tickets that are not resolved
        assert not [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step], steps


def test_the_indexes_of_open_tickets_are_used(store: Store) -> None:
    for view, index in (
        (View.OPEN, "tickets_open"),
        (View.MINE, "tickets_open_by_assignee"),
        (View.UNASSIGNED, "tickets_open_by_assignee"),
    ):
        steps = plans(store, view, None, "")
        assert steps[0].endswith(f"USING INDEX {index}") or f"USING INDEX {index} (" in steps[0], steps
