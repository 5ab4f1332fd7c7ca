"""Opinions wait until the backend has them, also through damage of the file."""

from pathlib import Path

import apsw

from desktop_client.knowledge.library import Library
from desktop_client.knowledge.opinions import Opinions
from tests.desktop_client.knowledge.told import OPINION, article, page


def test_opinions_wait_until_they_are_sent_and_are_remembered(library: Library) -> None:
    id_ = library.opinions.keep("vpn", OPINION)
    (waiting,) = library.opinions.waiting()
    assert (waiting.id, waiting.article) == (id_, "vpn")
    library.opinions.done(id_)
    assert library.opinions.waiting() == ()
    assert [library.opinions.answered("vpn", version) for version in (3, 4)] == [True, False]


def test_a_damaged_file_is_set_aside_told_and_gives_up_what_was_said(tmp_path: Path, library: Library) -> None:
    library.apply(page(*(article(f"a{number}", body="x" * 3000) for number in range(40))))
    id_ = library.opinions.keep("a1", OPINION)
    library.counts.searched("2026-11-24", found_nothing=True)
    told: list[str] = []
    library.made_anew = lambda: told.append("anew")
    connection = apsw.Connection(str(tmp_path / "knowledge.db"))
    connection.execute("UPDATE texts SET whole = x'00'")
    connection.close()
    assert library.article("a1") is None
    assert told == ["anew"]
    assert (library.count(), library.position()) == (0, ("", 0))
    assert [opinion.id for opinion in library.opinions.waiting()] == [id_]
    assert library.counts.waiting()["2026-11-24"].found_nothing == 1
    assert (tmp_path / "knowledge.db.damaged").exists()


def test_what_is_damaged_itself_is_left_behind(library: Library, tmp_path: Path) -> None:
    kept = library.opinions.keep("a1", OPINION)
    fresh = Library(tmp_path / "fresh.db")
    with apsw.Connection(str(tmp_path / "knowledge.db")) as damaged, apsw.Connection(str(tmp_path / "fresh.db")) as target:
        damaged.execute("INSERT INTO opinions (id, article, request) VALUES ('not an id', 'a', '{}'), (?, 'b', 'torn {')", ("~",))
        Opinions.rescue(damaged, target)
    assert [opinion.id for opinion in fresh.opinions.waiting()] == [kept]
    fresh.close()
