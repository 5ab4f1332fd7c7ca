import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from desktop_client.knowledge.index import Index
from desktop_client.knowledge.search import search
from tests.desktop_client.knowledge.searched import LIBRARY, article, guide, ids, library


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = library(tmp_path)
    yield made
    made.close()


def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    index = Index(tmp_path / "search.db")
    assert index.position() == ""
    index.put(LIBRARY, position="page 1")
    index.close()
    again = Index(tmp_path / "search.db")
    assert not again.rebuilt
    assert again.position() == "page 1"
    assert again.count() == len(LIBRARY)
    assert ids(again, "paper jam")[0] == "paper-jam"
    again.close()


def test_the_same_id_replaces(index: Index) -> None:
    index.put([article("paper-jam", "Envelope feeder", "Something else.")])
    assert index.count() == len(LIBRARY)
    assert "paper-jam" not in ids(index, "tray sheet")
    assert ids(index, "envelope feeder")[0] == "paper-jam"


def test_what_is_removed_is_not_found_and_its_words_are_forgotten(index: Index) -> None:
    assert index.word_count("tray") == 1
    index.remove(["paper-jam", "never-there"], position="7")
    assert "paper-jam" not in ids(index, "paper jam")
    assert index.word_count("tray") == 0
    assert index.position() == "7"


def test_words_are_counted_by_article(index: Index) -> None:
    before = index.word_count("printer")
    index.put([article("paper-jam", "Paper jam", "Open the printer. The printer is open.")])
    assert index.word_count("printer") == before
    index.put([article("other", "Printer printer", "printer")])
    assert index.word_count("printer") == before + 1


def test_a_part_of_guides_is_not_found(index: Index) -> None:
    index.put([article("net", "Sockets", guide=guide(part=True)), article("whole", "Other sockets", guide=guide())])
    assert ids(index, "sockets") == ["whole"]
    index.put([article("whole", "Other sockets", guide=guide(part=True))])
    assert ids(index, "sockets") == []


def test_clear_forgets_the_articles_and_keeps_the_companys_words(index: Index) -> None:
    index.use_synonyms({"kulkas": "printer"})
    index.set_position("9")
    index.clear()
    assert index.count() == 0
    assert index.position() == ""
    assert ids(index, "printer") == []
    index.put(LIBRARY)
    assert "printer-silent" in ids(index, "kulkas")


def test_the_companys_words_are_replaced_as_a_whole(index: Index) -> None:
    index.use_synonyms({"kulkas": "printer", "": "x", "y": " "})
    index.use_synonyms({"The Beast": "Slow Wi-Fi"})
    assert "printer-silent" not in ids(index, "kulkas")
    assert ids(index, "the beast")[:1] == ["wifi-slow"]


def test_searching_goes_on_while_articles_are_put(tmp_path: Path) -> None:
    index = library(tmp_path)
    wrong: list[object] = []
    done = threading.Event()

    def type_words() -> None:
        while not done.is_set():
            found = ids(index, "paper jam")
            if found[:1] != ["paper-jam"]:
                wrong.append(found)

    typists = [threading.Thread(target=type_words) for _ in range(2)]
    for typist in typists:
        typist.start()
    for page in range(15):
        index.put([article(f"more-{page}-{n}", f"Scanner {page}", "Glass and lamp. " * 40) for n in range(30)], position=str(page))
    done.set()
    for typist in typists:
        typist.join()
    assert wrong == []
    assert index.position() == "14"
    assert index.count() == len(LIBRARY) + 450
    index.close()


def test_another_process_sees_what_was_put(index: Index, tmp_path: Path) -> None:
    other = Index(tmp_path / "search.db")
    assert ids(other, "envelope") == []
    index.put([article("new", "Envelope")])
    assert ids(other, "envelope") == ["new"]
    other.close()


def test_a_process_killed_while_it_puts_leaves_whole_pages(tmp_path: Path) -> None:
    code = f"""
import os, sys, threading
from pathlib import Path
from desktop_client.knowledge.index import Index
from tests.desktop_client.knowledge.searched import article
index = Index(Path({str(tmp_path / "search.db")!r}))
for page in range(10_000):
    index.put([article(f"{{page}}-{{n}}", f"Page {{page}}", "words " * 50) for n in range(10)], position=str(page))
    if page == 2:
        print("two", flush=True)
"""
    root = Path(__file__).parents[3]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"two\n"
        process.kill()
    index = Index(tmp_path / "search.db")
    assert not index.rebuilt
    assert index.count() == 10 * (int(index.position()) + 1)
    index.close()


def spoil_header(file: Path) -> None:
    file.write_bytes(b"not a database at all" + file.read_bytes()[21:])


def spoil_middle(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place : place + 200] = b"\xff" * 200
    file.write_bytes(data)


def spoil_version(file: Path) -> None:
    connection = apsw.Connection(str(file))
    connection.pragma("user_version", 999)
    connection.close()


def spoil_tables(file: Path) -> None:
    connection = apsw.Connection(str(file))
    connection.execute("DROP TABLE word")
    connection.close()


def spoil_bodies(file: Path) -> None:
    connection = apsw.Connection(str(file))
    connection.execute("UPDATE article SET body = x'00112233'")
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_header,
        spoil_middle,
        spoil_version,
        spoil_tables,
        spoil_bodies,
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
    ],
    ids=["header", "middle", "version", "table", "bodies", "cut"],
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    library(tmp_path).close()
    spoil(tmp_path / "search.db")
    index = Index(tmp_path / "search.db")
    # Damage inside is noticed when it is met.
    assert search(index, "paper jam").words == "paper jam"
    assert index.rebuilt
    assert index.position() == ""
    index.put(LIBRARY)
    assert ids(index, "paper jam")[0] == "paper-jam"
    index.close()
    again = Index(tmp_path / "search.db")
    assert not again.rebuilt
    assert again.count() == len(LIBRARY)
    again.close()


@pytest.mark.parametrize("left", [b"", b"x"])
def test_an_empty_file_is_a_new_index(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "search.db").write_bytes(left)
    index = library(tmp_path)
    assert not index.rebuilt
    assert index.count() == len(LIBRARY)
    index.close()


def test_where_nothing_can_be_written_the_index_is_in_memory(tmp_path: Path) -> None:
    index = Index(tmp_path / "nowhere" / "search.db")
    assert index.rebuilt
    index.put(LIBRARY, position="1")
    assert ids(index, "paper jam")[0] == "paper-jam"
    assert index.position() == "1"
    index.close()


def test_a_very_long_article(tmp_path: Path) -> None:
    index = library(tmp_path, [*LIBRARY, article("long", "Long", "kettle " * 700_000 + "\n\nzyzzyva at the end")])
    assert ids(index, "zyzzyva") == ["long"]
    assert search(index, "zyzzyva").results[0].snippet
    index.put([article("long", "Short now")])
    assert ids(index, "zyzzyva") == []
    index.close()
