import threading
from pathlib import Path

import apsw
import pytest

from desktop_client.knowledge.search_file import SearchFile


def count(connection: apsw.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM synonym").get)


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    file = SearchFile(tmp_path / "search.db")

    def fail(connection: apsw.Connection) -> None:
        connection.execute("INSERT INTO synonym VALUES ('a', 'b')")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        file.write(fail)
    assert file.read(count) == 0
    file.write(lambda connection: connection.execute("INSERT INTO synonym VALUES ('a', 'b')"))
    assert file.read(count) == 1
    file.close()


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    file = SearchFile(tmp_path / "search.db")
    with pytest.raises(apsw.ReadOnlyError):
        file._reader.execute("DELETE FROM synonym")
    file.close()


def test_reading_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    file = SearchFile(tmp_path / "search.db")
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: apsw.Connection) -> None:
        connection.execute("INSERT INTO synonym VALUES ('a', 'b')")
        begun.set()
        assert go_on.wait(30)

    writer = threading.Thread(target=file.write, args=(slow,))
    writer.start()
    assert begun.wait(30)
    assert file.read(count) == 0
    go_on.set()
    writer.join()
    assert file.read(count) == 1
    file.close()


def test_a_question_that_is_wrong_by_itself_is_asked_twice_and_no_more(tmp_path: Path) -> None:
    file = SearchFile(tmp_path / "search.db")
    asked = []

    def wrong(connection: apsw.Connection) -> None:
        asked.append(1)
        connection.execute("SELECT * FROM nowhere")

    with pytest.raises(apsw.SQLError):
        file.read(wrong)
    assert len(asked) == 2
    assert file.rebuilt
    file.close()


def test_a_full_disk_leaves_the_file_and_goes_on_in_memory(tmp_path: Path) -> None:
    place = tmp_path / "search.db"
    file = SearchFile(place)
    file.write(lambda connection: connection.execute("INSERT INTO synonym VALUES ('kept', 'b')"))
    attempts = []

    def full(connection: apsw.Connection) -> None:
        attempts.append(1)
        if len(attempts) == 1:
            raise apsw.FullError
        connection.execute("INSERT INTO synonym VALUES ('new', 'b')")

    file.write(full)
    assert file.rebuilt
    assert file.read(count) == 1
    file.close()
    again = SearchFile(place)
    assert [row[0] for row in again.read(lambda reader: reader.execute("SELECT typed FROM synonym").fetchall())] == ["kept"]
    again.close()
