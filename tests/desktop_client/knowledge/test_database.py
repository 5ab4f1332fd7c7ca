"""The file: whole transactions, damage set aside, another process' new file followed, and memory where nothing can be kept."""

import threading
from pathlib import Path

import apsw
import pytest

from desktop_client.knowledge.database import Database
from desktop_client.knowledge.library import Library
from tests.desktop_client.knowledge.told import article, page


def test_another_process_that_made_it_anew_is_followed(tmp_path: Path, library: Library) -> None:
    library.apply(page(article("vpn")))
    for ending in ("", "-wal", "-shm"):
        file = tmp_path / f"knowledge.db{ending}"
        file.rename(tmp_path / f"aside{ending}")
    other = Library(tmp_path / "knowledge.db")
    other.apply(page(article("mouse")))
    assert [head.id for head in library.heads("en")] == ["mouse"]


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "knowledge.db").mkdir()
    library = Library(tmp_path / "knowledge.db")
    library.apply(page(article("vpn")))
    assert library.article("vpn") is not None


def test_threads_read_while_pages_come(library: Library) -> None:
    wrong: list[object] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            count = library.count()
            if count % 50:
                wrong.append(count)
            library.heads("en", limit=5)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for start in range(0, 500, 50):
        library.apply(page(*(article(f"a{start + number}") for number in range(50)), last=start + 50, more=True))
    ended.set()
    for reader in readers:
        reader.join(20)
    assert wrong == []
    assert library.count() == 500


def rows(database: Database) -> list[int]:
    return database.read(lambda connection: [int(n) for (n,) in connection.execute("SELECT n FROM t ORDER BY n").fetchall()])  # type: ignore[arg-type]


@pytest.fixture
def begun() -> list[bool]:
    return []


@pytest.fixture
def database(tmp_path: Path, begun: list[bool]) -> Database:
    return Database(tmp_path / "t.db", "CREATE TABLE t (n INTEGER)", 1, lambda _fresh, damaged: begun.append(damaged is not None))


def test_work_that_fails_changes_nothing(database: Database, begun: list[bool]) -> None:
    def work(connection: apsw.Connection) -> None:
        connection.execute("INSERT INTO t VALUES (2)")
        raise RuntimeError("ours")

    database.write(lambda connection: connection.execute("INSERT INTO t VALUES (1)"))
    with pytest.raises(RuntimeError, match="ours"):
        database.write(work)
    assert (rows(database), begun) == ([1], [False])


def test_another_version_is_made_anew_with_what_was_before_at_hand(database: Database, tmp_path: Path, begun: list[bool]) -> None:
    database.close()
    newer = Database(tmp_path / "t.db", "CREATE TABLE t (n INTEGER)", 2, lambda _fresh, damaged: begun.append(damaged is not None))
    assert (rows(newer), begun) == ([], [False, True])
    assert (tmp_path / "t.db.damaged").exists()


FILL = "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO t SELECT i FROM n"


def test_a_full_disk_costs_only_the_keeping(database: Database, tmp_path: Path, begun: list[bool]) -> None:
    database.write(lambda connection: connection.execute("INSERT INTO t VALUES (1)"))
    database.read(lambda connection: connection.pragma("max_page_count", 1))  # from now on it is full
    database.write(lambda connection: connection.execute(FILL))
    assert len(rows(database)) == 9000
    again = Database(tmp_path / "t.db", "", 1, lambda *_: begun.append(True))
    assert (rows(again), begun) == ([1], [False])


def test_in_a_folder_that_cannot_be_written_what_is_there_is_read(database: Database, tmp_path: Path) -> None:
    database.write(lambda connection: connection.execute("INSERT INTO t VALUES (1)"))
    database.close()
    place = tmp_path / "t.db"
    locked = tmp_path / "locked"
    locked.mkdir()
    place.rename(locked / "t.db")
    (locked / "t.db-wal").mkdir()  # nothing can be written beside it, not even by root
    again = Database(locked / "t.db", "", 1, lambda *_: None)
    again.write(lambda connection: connection.execute("INSERT INTO t VALUES (2)"))
    assert rows(again) == [1, 2]


def test_closed_and_opened_again_everything_is_there(database: Database, tmp_path: Path, begun: list[bool]) -> None:
    database.write(lambda connection: connection.execute("INSERT INTO t VALUES (1)"))
    database.rest()
    database.close()
    again = Database(tmp_path / "t.db", "CREATE TABLE t (n INTEGER)", 1, lambda *_: begun.append(True))
    assert (rows(again), begun) == ([1], [False])
