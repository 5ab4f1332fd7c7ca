"""What the article reader shows: an article of the knowledge base as plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from contract.articles import Article, ArticleKind

LETTERS, LINE_LETTERS, LINES, CELLS, COLUMNS, MARKS = 60_000, 10_000, 2_000, 1_400, 60, 4_000
"""What is laid out of one article: its letters, those of one line, its lines, cells and columns of tables, and letters that mark emphasis,
code and links. Qt's own layout takes quadratic time for tables and for long lines full of emphasis; of 2,403 real articles all fit."""


@dataclass(frozen=True, kw_only=True)
class RelatedRow:
    """Another article or guide to go on with."""

    id: str
    title: str
    kind: ArticleKind = ArticleKind.ARTICLE


@dataclass(frozen=True, kw_only=True)
class ArticleView:
    """An article as it is read. `category` is its name in words; `body` Markdown, `pictures` the names of the article's own images.

    `other_language` is "en" or "id" where the article exists in it too, else "". `from_results`: Back leads to a search's results.
    `answered`: "Did this help?" was answered already.
    """

    id: str
    title: str
    lang: str = "en"
    kind: ArticleKind = ArticleKind.ARTICLE
    category: str = ""
    updated: date | None = None
    body: str = ""
    pictures: tuple[str, ...] = ()
    other_language: str = ""
    related: tuple[RelatedRow, ...] = ()
    from_results: bool = True
    answered: bool = False


def article_view(
    article: Article,
    *,
    category: str = "",
    languages: Mapping[str, str] | None = None,
    related: Iterable[Article] = (),
    from_results: bool = True,
    answered: bool = False,
) -> ArticleView:
    """The view of an article.

    `languages` are the ids of the same article by language; `related` those that exist here, the article itself left out.
    """
    others = [lang for lang in languages or {} if lang != article.lang]
    rows: dict[str, RelatedRow] = {}
    for other in related:
        if other.id != article.id:
            rows.setdefault(other.id, RelatedRow(id=other.id, title=other.title, kind=other.kind))
    return ArticleView(
        id=article.id,
        title=article.title,
        lang=article.lang,
        kind=article.kind,
        category=category,
        updated=_date(article.updated),
        body=article.body,
        pictures=tuple(image.name for image in article.images),
        other_language=others[0] if others else "",
        related=tuple(rows.values()),
        from_results=from_results,
        answered=answered,
    )


def _date(text: str) -> date | None:
    """The day of an author's date, however much else stands behind it; None where it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def readable(body: str) -> tuple[str, bool]:
    """The part of a body that is laid out, cut between two lines, and whether that is all of it.

    Characters that can't be shown, and NUL, are left out.
    """
    text = body.replace("\0", "").encode("utf-8", "replace").decode()
    letters = cells = marks = 0
    kept: list[str] = []
    for number, line in enumerate(text.splitlines()):
        letters += len(line) + 1
        columns = line.count("|")
        cells += columns
        marks += sum(line.count(mark) for mark in "*_`[")
        if letters > LETTERS or number >= LINES or max(cells / CELLS, columns / COLUMNS) > 1 or (marks > MARKS and kept):
            return "\n".join(kept) if any(kept) else line[:LINE_LETTERS], False
        if len(line) > LINE_LETTERS or marks > MARKS:
            return "\n".join((*kept, line[:LINE_LETTERS])), False
        kept.append(line)
    return "\n".join(kept), True
