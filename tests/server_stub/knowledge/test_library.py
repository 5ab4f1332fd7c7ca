"""What the command line does with articles that are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.app import Backend, open_backend
from server_stub.knowledge import library
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from tests.server_stub.knowledge.written import END, article, png, put, take_in


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    for lang in ("en", "id"):
        put(tmp_path, f"in/second.{lang}.md", END.format(lang))
    put(tmp_path, "in/a.md", article("a", "![x](x.png)"))
    put(tmp_path, "in/x.png", png())
    take_in(backend, tmp_path / "in")
    yield backend
    backend.close()


def test_the_list_says_what_each_is(backend: Backend) -> None:
    one, guide, other = backend.library.lines()
    assert (one.id, one.lang, one.title, one.kind, one.state, one.audience) == ("a", "en", "About a", "article", "published", "everyone")
    assert (one.version, one.change, one.helped, one.not_helped) == (1, 1, 0, 0)
    assert (guide.id, guide.article, guide.kind) == ("second-en", "second", "guide")
    assert other.id == "second-id"


def test_whole_articles_come_a_few_at_a_time(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "EXPORT_LETTERS", 1)
    (first,) = backend.library.held("")
    assert first.article.id == "a"
    assert Path(first.pictures[0].source).read_bytes() == png()
    assert [one.article.id for one in backend.library.held("a")] == ["second-en"]
    assert backend.library.held("second-id") == []


@pytest.mark.parametrize(("article_id", "name"), [("a", "y.png"), ("b", "x.png"), ("a", "../a.md"), ("", "")])
def test_a_picture_that_is_not_there(backend: Backend, article_id: str, name: str) -> None:
    assert backend.library.image("a", "x.png").size_bytes == len(png())
    with pytest.raises(RefusalError):
        backend.library.image(article_id, name)


def test_pictures_of_what_employees_do_not_have_are_not_there(backend: Backend) -> None:
    backend.library.set_state("a", "retired")
    with pytest.raises(RefusalError):
        backend.library.image("a", "x.png")
