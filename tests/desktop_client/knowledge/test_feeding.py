"""The index follows the library through interruptions and damage of either, and says when it is whole."""

from pathlib import Path

import pytest

from contract.articles import Article, ArticlesPage
from contract.guides import EndOutcome, EndStep, Guide
from desktop_client.knowledge.feeding import follow, follows
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.library import Library


def article(number: int, body: str = "Connect.") -> Article:
    return Article(id=f"a{number}", lang="en", title=f"Article {number}", body=body)


def page(*articles: Article, last: int = 1, gone: tuple[str, ...] = ()) -> ArticlesPage:
    return ArticlesPage(epoch="one", articles=articles, gone=gone, last=last)


def ids(index: Index) -> set[str]:
    return {card.id for card in index.cards(range(1, 5000)).values()}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "knowledge.db")
    library.apply(page(*(article(number) for number in range(600))))
    return library


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "search.db")


def test_everything_is_put_in_batches_and_told(library: Library, index: Index) -> None:
    left: list[int] = []
    assert not follows(library, index)
    follow(library, index, left.append)
    assert (index.count(), left[-1], follows(library, index)) == (600, 0, True)
    assert left == sorted(left, reverse=True)
    assert len(left) > 2
    library.apply(page(article(3, "Scanner."), gone=("a4", "a5"), last=2))
    assert not follows(library, index)
    follow(library, index)
    assert follows(library, index)
    assert ids(index) == {f"a{number}" for number in range(600)} - {"a4", "a5"}


def test_interrupted_it_goes_on_where_it_was(library: Library, index: Index) -> None:
    left: list[int] = []
    follow(library, index, left.append, stopped=lambda: bool(left))
    assert index.count() == 600 - left[-1]
    assert not follows(library, index)
    again: list[int] = []
    follow(library, index, again.append)
    assert len(again) < 3
    assert follows(library, index)


def test_an_index_of_another_library_begins_anew(library: Library, index: Index, tmp_path: Path) -> None:
    index.put([Article(id="foreign", lang="en", title="Foreign", body="")], "elsewhere:7")
    follow(library, index)
    assert "foreign" not in ids(index)
    assert index.count() == 600


def test_an_index_that_lost_articles_is_made_anew(library: Library, index: Index) -> None:
    follow(library, index)
    index.remove(["a1", "a2"])
    follow(library, index)
    assert index.count() == 600


def test_an_index_that_is_damaged_while_it_grows_is_whole_in_the_end(library: Library, tmp_path: Path) -> None:
    index = Index(tmp_path / "search.db")
    damaged: list[int] = []

    def damage(left: int) -> None:
        if not damaged:
            damaged.append(left)
            index.clear()

    follow(library, index, damage)
    assert index.count() == 600
    assert follows(library, index)


def test_a_library_made_anew_meanwhile_is_followed(library: Library, index: Index) -> None:
    library.begin("https://help.example", "siti")

    def elsewhere(_left: int) -> None:
        if library.count() == 600:
            library.begin("https://other.example", "siti")
            library.apply(page(article(9000)))

    follow(library, index, elsewhere)
    assert ids(index) == {"a9000"}


def test_parts_of_guides_are_kept_and_not_found_and_a_guide_that_becomes_one_disappears(tmp_path: Path, index: Index) -> None:
    library = Library(tmp_path / "other.db")
    end = EndStep(id="end", title="End", outcome=EndOutcome.SOLVED)

    def guide(*, part: bool) -> Article:
        return Article(id="net", lang="en", title="Network", body="", guide=Guide(first="end", part=part, steps=(end,)))

    library.apply(page(guide(part=False)))
    follow(library, index)
    assert ids(index) == {"net"}
    library.apply(page(guide(part=True), last=2))
    follow(library, index)
    assert ids(index) == set()
    assert follows(library, index)
    assert library.article("net") is not None
