"""What can be published and retired by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.app import Backend, open_backend
from server_stub.knowledge.states import published_guides
from server_stub.refusals import ServerRefused
from server_stub.settings.rows import Settings
from tests.server_stub.knowledge.written import END, article, put, take_in


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    for lang in ("en", "id"):
        put(tmp_path, f"in/second.{lang}.md", END.format(lang))
    put(tmp_path, "in/a.md", article("a"))
    take_in(backend, tmp_path / "in")
    yield backend
    backend.close()


def test_one_file_or_all_languages_are_retired_and_published(backend: Backend) -> None:
    assert backend.library.set_state("second-en", "retired") == ["second-en"]
    assert set(backend.library.guides()) == {"second-id"}
    assert backend.library.set_state("second", "retired") == ["second-id"], "the other one is already"
    assert backend.store.read(published_guides) == {}
    assert backend.library.set_state("second", "published") == ["second-en", "second-id"]
    assert set(backend.library.guides()) == {"second-en", "second-id"}


@pytest.mark.parametrize(
    ("article_id", "state", "said"),
    [
        ("nothing", "retired", "no article nothing"),
        ("", "retired", "no article"),
        ("a", "published", "a is published already"),
        ("a", "burnt", "can't be burnt"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(backend: Backend, article_id: str, state: str, said: str) -> None:
    with pytest.raises(ServerRefused, match=said):
        backend.library.set_state(article_id, state)


def test_a_draft_guide_is_published_when_it_is_whole(backend: Backend, tmp_path: Path) -> None:
    draft = "state: draft\n---\n"
    put(tmp_path, "in/third.en.md", END.format("en").replace("second", "third").replace("---\n", draft).replace(draft, "---\n", 1))
    kept, reading = take_in(backend, tmp_path / "in")
    assert (kept.imported, reading.refused) == (1, [])
    with pytest.raises(ServerRefused, match=r"third-en can't be published yet\. Missing translation"):
        backend.library.set_state("third", "published")
    put(tmp_path, "in/third.id.md", END.format("id").replace("second", "third").replace("---\n", draft).replace(draft, "---\n", 1))
    take_in(backend, tmp_path / "in")
    with pytest.raises(ServerRefused, match="Missing translation"):
        backend.library.set_state("third-en", "published")
    assert backend.library.set_state("third", "published") == ["third-en", "third-id"]
