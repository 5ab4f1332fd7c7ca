"""What an import changes, what it leaves alone, and what stays of the old."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from contract.problems import Code
from server_stub.app import Backend, open_backend
from server_stub.knowledge import keeping
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import articles
from server_stub.store.writer import Work
from tests.server_stub.knowledge.written import article, png, put, take_in


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    yield backend
    backend.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


def rows(backend: Backend, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in backend.store.read(lambda connection: connection.execute(text(query)).all())]


def state_of(backend: Backend) -> list[tuple[object, ...]]:
    return rows(backend, "SELECT id, state, version, change FROM articles ORDER BY id")


def counts(backend: Backend, folder: Path) -> tuple[int, int]:
    kept, _ = take_in(backend, folder)
    return kept.imported, kept.unchanged


def test_the_same_again_changes_nothing_and_a_change_makes_a_version(backend: Backend, folder: Path) -> None:
    for name in "abc":
        put(folder, f"{name}.md", article(name))
    assert counts(backend, folder) == (3, 0)
    assert state_of(backend) == [("a", "published", 1, 1), ("b", "published", 1, 2), ("c", "published", 1, 3)]
    assert counts(backend, folder) == (0, 3)
    put(folder, "b.md", article("b", "New words."))
    assert counts(backend, folder) == (1, 2)
    assert state_of(backend)[1] == ("b", "published", 2, 4)
    assert rows(backend, "SELECT version, change, state FROM article_versions") == [(1, 2, "published")]
    old = rows(backend, "SELECT content FROM article_versions")[0][0]
    assert "Look at the tray" in str(old)
    assert backend.store.read(articles.last_change) == 4


def test_a_file_that_says_the_same_in_another_spelling_is_no_change(backend: Backend, folder: Path) -> None:
    put(folder, "a.md", article("a", tags="one, two"))
    take_in(backend, folder)
    put(folder, "a.md", article("a", tags="[one, two]").replace("\n", "\r\n"))
    assert counts(backend, folder) == (0, 1)
    assert counts(backend, folder) == (0, 1), "and it is known from now on"
    assert state_of(backend) == [("a", "published", 1, 1)]


def test_another_state_or_audience_is_a_change_but_no_version(backend: Backend, folder: Path) -> None:
    put(folder, "a.md", article("a"))
    take_in(backend, folder)
    put(folder, "a.md", article("a", state="draft"))
    assert counts(backend, folder) == (1, 0)
    assert state_of(backend) == [("a", "draft", 1, 2)]
    put(folder, "a.md", article("a", audience="technicians"))
    assert counts(backend, folder) == (1, 0)
    assert rows(backend, "SELECT first_shown, audience, version FROM articles") == [(1, "technicians", 1)]


def test_unknown_keys_are_kept_and_count_as_content(backend: Backend, folder: Path) -> None:
    put(folder, "a.md", article("a", owner="{team: desk, since: 2024-01-31, level: 3}"))
    take_in(backend, folder)
    assert rows(backend, "SELECT extra FROM articles") == [('{"owner":{"team":"desk","since":"2024-01-31","level":3}}',)]
    put(folder, "a.md", article("a"))
    assert counts(backend, folder) == (1, 0)
    assert state_of(backend) == [("a", "published", 2, 2)]


def test_what_was_retired_by_hand_stays_so_until_the_file_changes(backend: Backend, folder: Path) -> None:
    put(folder, "a.md", article("a"))
    take_in(backend, folder)
    backend.library.set_state("a", "retired")
    assert counts(backend, folder) == (0, 1)
    assert state_of(backend) == [("a", "retired", 1, 2)]
    put(folder, "a.md", article("a", "Written anew."))
    assert counts(backend, folder) == (1, 0)
    assert state_of(backend) == [("a", "published", 2, 3)]


def test_pictures_follow_their_article_and_old_ones_stay(backend: Backend, folder: Path) -> None:
    put(folder, "a.md", article("a", "![x](x.png) ![again](x.png) ![y](y.png)"))
    put(folder, "x.png", png(1))
    put(folder, "y.png", png(2))
    take_in(backend, folder)
    assert backend.library.image("a", "x.png").path.read_bytes() == png(1)
    put(folder, "x.png", png(3))
    assert counts(backend, folder) == (1, 0)
    assert backend.library.image("a", "x.png").path.read_bytes() == png(3)
    assert rows(backend, "SELECT name, current FROM article_images ORDER BY key") == [("x.png", 0), ("y.png", 1), ("x.png", 1)]
    put(folder, "x.png", png(1))
    assert counts(backend, folder) == (1, 0)
    assert backend.library.image("a", "x.png").path.read_bytes() == png(1)
    assert len(list(backend.blobs.folder.glob("??/*"))) == 3
    put(folder, "a.md", article("a", "No picture."))
    take_in(backend, folder)
    with pytest.raises(RefusalError):
        backend.library.image("a", "x.png")
    assert backend.desk.uploads.sweep(alone=True) == 0, "the sweep leaves pictures alone"
    assert len(list(backend.blobs.folder.glob("??/*"))) == 3


def test_a_full_disk_leaves_no_picture_behind(backend: Backend, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "a.md", article("a", "![x](x.png)"))
    put(folder, "x.png", png(1))

    def fail(*_: object) -> None:
        raise RefusalError(Code.STORAGE_FULL, "The backend's disk is full.")

    monkeypatch.setattr(articles, "add", fail)
    with pytest.raises(RefusalError, match="disk is full"):
        take_in(backend, folder)
    assert list(backend.blobs.folder.glob("??/*")) == []
    assert state_of(backend) == []
    assert backend.store.read(articles.last_change) == 0


def test_pictures_stay_when_the_wait_is_broken_off_before_the_write(
    backend: Backend, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "a.md", article("a", "![x](x.png)"))
    put(folder, "x.png", png(1))
    waiting: list[Callable[[Work], object]] = []

    def interrupted(function: Callable[[Work], object]) -> None:
        waiting.append(function)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(backend.store, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            take_in(backend, folder)
    backend.store.write(waiting[0])
    assert backend.library.image("a", "x.png").path.read_bytes() == png(1)


def test_a_big_import_lets_others_write_between_its_parts(backend: Backend, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "TOGETHER", 2)
    for place in range(20):
        put(folder, f"{place:02}.md", article(f"a{place:02}"))
    seen: list[int] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.is_set():
            seen.append(backend.store.write(lambda work: articles.last_change(work.connection)))

    other = threading.Thread(target=look)
    other.start()
    assert counts(backend, folder) == (20, 0)
    ended.set()
    other.join()
    assert set(seen) <= set(range(0, 21, 2))
    assert [change for *_, change in state_of(backend)] == list(range(1, 21)), "no number is skipped"
