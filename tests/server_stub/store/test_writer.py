import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store.engine import create_file, open_engine
from server_stub.store.writer import Work, Writer


class Bench:
    """A writer on a table of its own, with a reader beside it."""

    def __init__(self, folder: Path) -> None:
        create_file(folder / "x.db")
        self.engine = open_engine(folder / "x.db", writes=True)
        self.reading = open_engine(folder / "x.db", writes=False)
        with self.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE kept (value TEXT NOT NULL UNIQUE)")
        self.told: list[str] = []
        self.commits = count_commits(self.engine)
        self.writer = Writer(self.engine, self.told.append)

    def add(self, value: str, then: Callable[[Work], None] = lambda _work: None) -> Future[str]:
        def run(work: Work) -> str:
            work.connection.execute(text("INSERT INTO kept VALUES (:value)"), {"value": value})
            work.news.add(value)
            then(work)
            return value

        return self.writer.submit(run)

    def kept(self) -> list[str]:
        with self.reading.connect() as connection:
            return list(connection.scalars(text("SELECT value FROM kept ORDER BY value")))


def count_commits(engine: Engine) -> list[int]:
    from sqlalchemy import event  # noqa: PLC0415 - only here

    commits = [0]

    @event.listens_for(engine, "commit")
    def counted(_connection: object) -> None:
        commits[0] += 1

    return commits


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    one = Bench(tmp_path)
    yield one
    if one.writer.is_alive():
        one.writer.close()
    one.engine.dispose()
    one.reading.dispose()


def no(_work: Work) -> None:
    raise RefusalError(Code.INVALID, "no")


def test_a_result_comes_after_the_commit(bench: Bench) -> None:
    bench.writer.start()
    for n in range(20):
        assert bench.add(f"{n:02d}").result() == f"{n:02d}"
        assert bench.kept()[-1] == f"{n:02d}", "another connection sees it"
    assert bench.told == [f"{n:02d}" for n in range(20)]


def test_what_waits_together_is_committed_together(bench: Bench) -> None:
    waiting = [bench.add(f"{n:03d}") for n in range(100)]
    bench.writer.start()
    wait(waiting)
    assert bench.commits[0] == 1
    assert len(bench.kept()) == 100


def test_a_refusal_undoes_its_own_part_alone(bench: Bench) -> None:
    waiting = [bench.add("a"), bench.add("b", no), bench.add("c")]
    bench.writer.start()
    wait(waiting)
    assert isinstance(waiting[1].exception(), RefusalError)
    assert bench.kept() == ["a", "c"]
    assert sorted(bench.told) == ["a", "c"]


def test_an_error_of_ours_does_too(bench: Bench) -> None:
    waiting = [bench.add("a"), bench.add("b", lambda _work: 1 // 0), bench.add("c"), bench.add("a")]  # type: ignore[arg-type]
    bench.writer.start()
    wait(waiting)
    assert isinstance(waiting[1].exception(), ZeroDivisionError)
    assert "UNIQUE" in str(waiting[3].exception())
    assert bench.kept() == ["a", "c"]
    assert bench.add("d").result() == "d", "the writer goes on"


def test_a_full_disk_refuses_what_does_not_fit_and_keeps_the_rest(bench: Bench) -> None:
    def limit(work: Work) -> None:
        work.connection.exec_driver_sql("PRAGMA max_page_count = 20")

    bench.writer.start()
    bench.writer.submit(limit).result()
    entered, go_on = threading.Event(), threading.Event()

    def hold(_work: Work) -> None:
        entered.set()
        assert go_on.wait(20)

    first = bench.add("first", hold)
    assert entered.wait(20)
    waiting = [bench.add("small"), bench.add("x" * 1_000_000), bench.add("also small")]
    go_on.set()
    wait([first, *waiting])
    refusal = waiting[1].exception()
    assert isinstance(refusal, RefusalError)
    assert refusal.code is Code.STORAGE_FULL
    assert bench.kept() == ["also small", "first", "small"]
    assert sorted(bench.told) == ["also small", "first", "small"]


def test_closing_finishes_what_was_submitted(bench: Bench) -> None:
    waiting = [bench.add(str(n)) for n in range(50)]
    bench.writer.start()
    bench.writer.close()
    assert all(one.done() for one in waiting)
    assert len(bench.kept()) == 50
    late = bench.add("late").exception()
    assert isinstance(late, RefusalError)
    assert late.code is Code.UNAVAILABLE
    bench.writer.close()


def test_many_threads_at_once(bench: Bench) -> None:
    bench.writer.start()

    def work(name: int) -> None:
        for n in range(50):
            bench.add(f"{name}-{n}").result()

    threads = [threading.Thread(target=work, args=(name,)) for name in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(bench.kept()) == 800
    assert bench.commits[0] < 800, "some were committed together"
