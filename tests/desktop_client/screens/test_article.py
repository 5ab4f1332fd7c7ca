"""The article reader's values: what is shown of an article, and how much of it."""

from datetime import date

import pytest

from contract.articles import Article, ArticleImage, ArticleKind
from contract.guides import EndOutcome, EndStep, Guide
from desktop_client.screens.article import CELLS, LETTERS, LINE_LETTERS, LINES, article_view, readable

ARTICLE = Article(
    id="a-en",
    article="a",
    lang="en",
    title="Wi-Fi",
    body="Text",
    updated="2026-11-03",
    images=(ArticleImage(name="a.png", type="image/png", size_bytes=10, sha256="0"),),
)


def test_view_of_an_article() -> None:
    view = article_view(ARTICLE, category="Network", languages={"en": "a-en", "id": "a-id"}, from_results=False)
    assert (view.title, view.category, view.updated, view.other_language) == ("Wi-Fi", "Network", date(2026, 11, 3), "id")
    assert (view.kind, view.pictures, view.from_results) == (ArticleKind.ARTICLE, ("a.png",), False)


def test_no_other_language_and_a_guide() -> None:
    end = EndStep(id="end", title="End", outcome=EndOutcome.SOLVED)
    view = article_view(Article(id="g", lang="en", title="G", body="", guide=Guide(first="end", steps=(end,))), languages={"en": "g"})
    assert view.other_language == ""
    assert view.kind is ArticleKind.GUIDE


def test_related_are_there_once_and_never_the_article_itself() -> None:
    other = Article(id="b", lang="en", title="B", body="")
    view = article_view(ARTICLE, related=(other, ARTICLE, other))
    assert [row.id for row in view.related] == ["b"]


@pytest.mark.parametrize("updated", ["", "soon", "2026-13-40", "0000-00-00"])
def test_date_that_is_none_is_not_shown(updated: str) -> None:
    article = Article(id="x", lang="en", title="X", body="", updated=updated)
    assert article_view(article).updated is None


def test_time_behind_the_date_is_left_out() -> None:
    assert article_view(Article(id="x", lang="en", title="X", body="", updated="2026-11-03T10:00:00Z")).updated == date(2026, 11, 3)


def test_ordinary_article_is_readable_whole() -> None:
    body = "# Title\n\nText\n" * 500
    assert readable(body) == (body.rstrip("\n"), True)


@pytest.mark.parametrize(
    "body",
    [
        "word " * 1_000_000,
        "line\n\n" * 10_000,
        "[" * 50_000,
        ">" * 20_000,
        "|" + "a|" * 200 + "\n" + ("|" + "a|" * 200 + "\n") * 200,
        "".join("  " * depth + "- x\n" for depth in range(2_000)),
        "x\n" * 5_000,
        "x" * 500_000,
    ],
    ids=["5 MB in one line", "many lines", "50,000 brackets", "20,000 quotes", "huge table", "2,000 lists", "5,000 lines", "one word"],
)
def test_what_would_hold_everything_up_is_cut(body: str) -> None:
    text, whole = readable(body)
    assert not whole
    assert 0 < len(text) <= LETTERS
    assert text.count("\n") < LINES
    assert text.count("|") <= CELLS
    assert all(len(line) <= LINE_LETTERS for line in text.splitlines())
    assert body.replace("\0", "").startswith(text[:LINE_LETTERS].rstrip("\n"))


def test_characters_that_cant_be_shown() -> None:
    assert readable("a\0b\ud800c") == ("ab?c", True)
