"""What is exported is imported without a change, whatever the articles are called and hold."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.app import Backend, open_backend
from server_stub.knowledge.exporting import export, file_name
from server_stub.knowledge.held import HeldArticle
from server_stub.refusals import ServerRefused
from server_stub.settings.rows import Settings
from tests.server_stub.knowledge.written import article, png, put, take_in

STARTER = Path(__file__).parents[3] / "server_stub" / "starter_articles"


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    yield backend
    backend.close()


def everything(backend: Backend) -> Iterator[HeldArticle]:
    after = ""
    while some := backend.library.held(after):
        yield from some
        after = some[-1].article.id


def odd_articles(folder: Path) -> int:
    put(folder, "a.md", article("a", "![x](pictures/x.png)\n\n---\n\n```\n---\n```\n", tags="['yes', '2024-01-01', 'a: b']"))
    put(folder, "pictures/x.png", png(1))
    put(folder, "b/b.md", article("b", "![x](pictures/x.png)", state="retired", audience="technicians"))
    put(folder, "b/pictures/x.png", png(2))
    put(folder, "upper.md", article("A", "Another A.", owner="{team: [1, 2.5, true, null, 'no']}", title="'yes'"))
    put(folder, "con.md", article("con", ""))
    put(folder, "long.md", article("x" * 200, "Ω 印 😀 \u2028 \ttab  \n", lang="id", updated="2024-02-29"))
    put(folder, "d.md", article("d", state="draft", summary="'# no comment: really'"))
    return 6


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_export_then_import_changes_nothing(backend: Backend, tmp_path: Path, target: str) -> None:
    count = odd_articles(tmp_path / "in")
    kept, reading = take_in(backend, tmp_path / "in")
    assert (kept.imported, reading.refused) == (count, [])
    assert export(everything(backend), tmp_path / target) == count
    again, reading = take_in(backend, tmp_path / target)
    assert (again.imported, again.unchanged, reading.refused, reading.warnings) == (0, count, [], [])
    (tmp_path / "fresh").mkdir()
    other = open_backend(tmp_path / "fresh", Settings())
    take_in(other, tmp_path / target)
    before, after = list(everything(backend)), list(everything(other))
    assert [(one.article, one.state, one.audience, one.extra) for one in before] == [
        (one.article, one.state, one.audience, one.extra) for one in after
    ]
    assert [Path(picture.source).read_bytes() for one in after for picture in one.pictures] == [png(1), png(2)]
    other.close()


def test_the_articles_that_come_with_sigap_survive_it_too(backend: Backend, tmp_path: Path) -> None:
    kept, reading = take_in(backend, STARTER)
    assert reading.refused == []
    assert kept.imported > 0
    export(everything(backend), tmp_path / "out.zip")
    again, _ = take_in(backend, tmp_path / "out.zip")
    assert (again.imported, again.unchanged) == (0, kept.imported)


def test_a_folder_with_something_in_it_is_left_alone(backend: Backend, tmp_path: Path) -> None:
    put(tmp_path, "out/mine.txt", "mine")
    with pytest.raises(ServerRefused, match="not empty"):
        export(everything(backend), tmp_path / "out")
    with pytest.raises(ServerRefused, match=r"mine\.txt.* can't be written"):
        export(everything(backend), tmp_path / "out/mine.txt")


def test_a_zip_takes_the_place_of_an_older_one_only_when_it_is_whole(backend: Backend, tmp_path: Path) -> None:
    put(tmp_path, "in/a.md", article("a"))
    take_in(backend, tmp_path / "in")
    target = put(tmp_path, "out/all.zip", "old")

    def broken() -> Iterator[HeldArticle]:
        yield from everything(backend)
        raise OSError(28, "No space left on device")

    with pytest.raises(ServerRefused, match="No space left"):
        export(broken(), target)
    assert target.read_text() == "old"
    assert [file.name for file in target.parent.iterdir()] == ["all.zip"]
    export(everything(backend), target)
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == ["a.md"]


def test_every_id_has_a_file_name_of_its_own_on_every_system() -> None:
    ids = ["a", "A", "a.b", "con", "con.md", "nul", "-", "x" * 100, "x" * 200, "x" * 199, "a.", "_.md"]
    names = [file_name(one) for one in ids]
    assert names[0] == "a"
    assert len({name.lower() for name in names}) == len(ids)
    assert not {"con", "con.md", "nul"} & set(names)
    assert all(len(name) <= 100 and not name.startswith(".") and not name.endswith(".") for name in names)
