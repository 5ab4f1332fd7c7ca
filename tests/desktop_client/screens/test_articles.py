"""What the search page shows for what was found, for nothing typed, and for a library that is on its way."""

import pytest

from contract.articles import ArticleKind
from contract.guides import Answer, AskStep, CheckStep, EndOutcome, EndStep, Guide, ReadStep
from desktop_client.knowledge.result import Found, Result
from desktop_client.screens.articles import (
    ArticleRow,
    Filter,
    HeadingRow,
    LibraryState,
    Showing,
    articles_view,
    guide_minutes,
    topic_name,
)

HERE = LibraryState(articles=4, whole=True)


def result(article: str, kind: ArticleKind = ArticleKind.ARTICLE, category: str = "") -> Result:
    return Result(id=article, title=article.title(), lang="en", kind=kind, category=category, snippet="s")


HEADS = (
    result("zip", category="apps"),
    result("guide-b", ArticleKind.GUIDE),
    result("alone"),
    result("excel", category="apps"),
    result("guide-a", ArticleKind.GUIDE),
    result("wifi", category="network"),
)
TOPICS = {"apps": "Programs", "network": "Internet and Wi-Fi"}


def names(rows: tuple[ArticleRow | HeadingRow, ...]) -> list[str]:
    return [f"# {'guides' if row.guides else row.name}" if isinstance(row, HeadingRow) else row.id for row in rows]


def test_nothing_typed_shows_guides_first_and_articles_by_topic() -> None:
    view = articles_view(found=None, heads=HEADS, show=Filter.ALL, library=HERE, topics=TOPICS)
    expected = ["# guides", "guide-a", "guide-b", "# Internet and Wi-Fi", "wifi", "# Programs", "excel", "zip", "# ", "alone"]
    assert names(view.rows) == expected
    assert (view.showing, view.count, view.more) == (Showing.BROWSE, 6, False)


@pytest.mark.parametrize(
    ("show", "expected"),
    [(Filter.GUIDES, ["# guides", "guide-a", "guide-b"]), (Filter.ARTICLES, ["# Programs", "excel", "zip", "# ", "alone"])],
)
def test_one_kind_alone(show: Filter, expected: list[str]) -> None:
    view = articles_view(found=None, heads=HEADS[:5], show=show, library=HERE, topics=TOPICS)
    assert names(view.rows) == expected


def test_a_long_list_says_that_there_is_more() -> None:
    assert articles_view(found=None, heads=HEADS, show=Filter.ALL, library=HERE, topics={}, listed=6).more


@pytest.mark.parametrize(
    ("show", "expected", "showing"),
    [
        (Filter.ALL, ["zip", "guide-a"], Showing.ANSWERS),
        (Filter.GUIDES, ["guide-a"], Showing.ANSWERS),
        (Filter.ARTICLES, ["zip"], Showing.ANSWERS),
    ],
)
def test_answers_keep_their_order(show: Filter, expected: list[str], showing: Showing) -> None:
    found = Found(words="z", results=(HEADS[0], HEADS[4]))
    view = articles_view(found=found, heads=HEADS, show=show, library=HERE, topics=TOPICS, minutes={"guide-a": 3})
    assert (names(view.rows), view.showing, view.count, view.words) == (expected, showing, len(expected), "z")
    assert {row.id: row.minutes for row in view.rows if isinstance(row, ArticleRow)}.get("guide-a", 3) == 3


def test_nothing_found() -> None:
    view = articles_view(found=Found(words="plotter"), heads=HEADS, show=Filter.ALL, library=HERE, topics=TOPICS)
    assert (view.showing, view.rows, view.words) == (Showing.NOTHING, (), "plotter")


@pytest.mark.parametrize(
    ("library", "showing"),
    [
        (LibraryState(), Showing.NOT_YET),
        (LibraryState(total=2400), Showing.FETCHING),
        (LibraryState(whole=True), Showing.NONE),
        (LibraryState(articles=10, done=10, total=2400), Showing.BROWSE),
    ],
)
def test_what_an_empty_library_says(library: LibraryState, showing: Showing) -> None:
    view = articles_view(found=None, heads=(), show=Filter.ALL, library=library, topics={})
    assert (view.showing, view.fetching) == (showing, library.total > 0)


def test_words_in_an_empty_library_are_not_said_to_be_found_nowhere() -> None:
    view = articles_view(found=Found(words="vpn"), heads=(), show=Filter.ALL, library=LibraryState(), topics={})
    assert (view.showing, view.words) == (Showing.NOT_YET, "vpn")


def test_a_topic_has_the_backend_s_name_or_its_own_word() -> None:
    assert topic_name("apps", TOPICS) == "Programs"
    assert topic_name("shared-drives", {}) == "Shared drives"
    assert topic_name("", TOPICS) == ""


def test_a_guide_takes_as_long_as_its_longest_way() -> None:
    steps = (
        AskStep(id="a", title="", answers=(Answer(text="", go="b"), Answer(text="", go="end")), unknown="b"),
        CheckStep(id="b", title="", checks=("dns",), ok="c", found={"first-dead": "end"}),
        *(ReadStep(id=letter, title="", go=after) for letter, after in ("cd", "de", "ef", "fg")),
        ReadStep(id="g", title="", go="end"),
        EndStep(id="end", title="", outcome=EndOutcome.SOLVED),
    )
    assert guide_minutes(Guide(first="a", steps=steps)) == 3
    assert guide_minutes(Guide(first="end", steps=steps[-1:])) == 1
