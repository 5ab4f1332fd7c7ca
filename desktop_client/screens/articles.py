"""What Help articles and every search show: rows of answers, or everything to browse, or why there is nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contract.guides import Guide
    from desktop_client.knowledge.result import Found, Result, Span

SECONDS_A_STEP = 20
"""What a step of a guide takes, about: a check is quicker, reading what to do and doing it is slower."""
QUICK_ANSWERS = 4
"""Answers that are shown in place, in the panel and on Home."""
SUGGESTIONS = 3


class Filter(StrEnum):
    """What is shown of the answers."""

    ALL = "all"
    GUIDES = "guides"
    ARTICLES = "articles"


class Showing(StrEnum):
    """What the page is about now. `NOT_YET`: articles will come once the backend is reached; `NONE`: it has none."""

    BROWSE = "browse"
    ANSWERS = "answers"
    NOTHING = "nothing"
    FETCHING = "fetching"
    NOT_YET = "not-yet"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class LibraryState:
    """How many articles this computer holds, and how far fetching is (`total` 0: nothing is fetched).

    `whole` says that everything the backend has was here once.
    """

    articles: int = 0
    done: int = 0
    total: int = 0
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """One answer. `minutes` is about how long a guide takes, 0 not known. Marks are shown in bold. `key`: what its languages share."""

    id: str
    key: str = ""
    title: str
    snippet: str = ""
    title_marks: "tuple[Span, ...]" = ()
    snippet_marks: "tuple[Span, ...]" = ()
    guide: bool = False
    minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class HeadingRow:
    """A line above rows to browse: a topic's name, "" for articles of none; `guides` for the guides."""

    name: str = ""
    guides: bool = False


@dataclass(frozen=True, kw_only=True)
class ArticlesView:
    """All that the page shows. `words` is what the rows answer; `count` how many answers there are with this filter.

    `more`: there are more to browse than are listed.
    """

    words: str = ""
    filter: Filter = Filter.ALL
    showing: Showing = Showing.NOT_YET
    rows: tuple[ArticleRow | HeadingRow, ...] = ()
    count: int = 0
    done: int = 0
    total: int = 0
    more: bool = False

    @property
    def fetching(self) -> bool:
        """Whether articles are being fetched."""
        return self.total > 0


@dataclass(frozen=True, kw_only=True)
class QuickAnswers:
    """The first answers to `words`, `count` of how many; `here`: this computer holds articles at all."""

    words: str = ""
    rows: tuple[ArticleRow, ...] = ()
    count: int = 0
    here: bool = True


def article_row(result: "Result", minutes: Mapping[str, int] | None = None) -> ArticleRow:
    """A result as a row; `minutes` tells how long guides take, by their id."""
    return ArticleRow(
        id=result.id,
        key=result.article or result.id,
        title=result.title,
        snippet=result.snippet,
        title_marks=result.title_marks,
        snippet_marks=result.snippet_marks,
        guide=result.kind == "guide",
        minutes=(minutes or {}).get(result.id, 0),
    )


def articles_view(
    *,
    found: "Found | None",
    heads: "Iterable[Result]",
    show: Filter,
    library: LibraryState,
    topics: Mapping[str, str],
    minutes: Mapping[str, int] | None = None,
    listed: int = 0,
) -> ArticlesView:
    """The page with what was `found`, or with all `heads` while nothing is typed (None).

    `topics` are the names of categories in the person's language; `library` says what is here; no more than `listed` heads were read.
    """
    heads = tuple(heads)
    if found is not None and library.articles:
        return _answers(found, show, library, minutes)
    rows = tuple(_browse(heads, show, topics, minutes))
    if library.articles:
        showing = Showing.BROWSE
    elif library.total:
        showing = Showing.FETCHING
    else:
        showing = Showing.NONE if library.whole else Showing.NOT_YET
    return ArticlesView(
        words=found.words if found else "",
        filter=show,
        showing=showing,
        rows=rows if showing is Showing.BROWSE else (),
        count=sum(isinstance(row, ArticleRow) for row in rows),
        done=library.done,
        total=library.total,
        more=0 < listed <= len(heads),
    )


def _answers(found: "Found", show: Filter, library: LibraryState, minutes: Mapping[str, int] | None) -> ArticlesView:
    rows = tuple(row for row in (article_row(result, minutes) for result in found.results) if _wanted(row, show))
    return ArticlesView(
        words=found.words,
        filter=show,
        showing=Showing.ANSWERS if rows else Showing.NOTHING,
        rows=rows,
        count=len(rows),
        done=library.done,
        total=library.total,
    )


def _wanted(row: ArticleRow, show: Filter) -> bool:
    return show is Filter.ALL or row.guide == (show is Filter.GUIDES)


def _browse(
    heads: "Iterable[Result]", show: Filter, topics: Mapping[str, str], minutes: Mapping[str, int] | None
) -> Iterable[ArticleRow | HeadingRow]:
    """Guides first, then articles by topic; each group by title, topics by name and those without one last."""
    guides: list[ArticleRow] = []
    groups: dict[str, list[ArticleRow]] = {}
    for head in heads:
        row = article_row(head, minutes)
        if row.guide:
            guides.append(row)
        else:
            groups.setdefault(topic_name(head.category, topics), []).append(row)
    if guides and show is not Filter.ARTICLES:
        yield HeadingRow(guides=True)
        yield from sorted(guides, key=_title)
    if show is Filter.GUIDES:
        return
    for name in sorted(groups, key=lambda name: (not name, name.casefold())):
        yield HeadingRow(name=name)
        yield from sorted(groups[name], key=_title)


def _title(row: ArticleRow) -> str:
    return row.title.casefold()


def topic_name(category: str, topics: Mapping[str, str]) -> str:
    """A category's name: the backend's for one that it has, else its own word, as the beginning of a line."""
    known = topics.get(category, "")
    word = category.replace("-", " ").replace("_", " ").strip()
    return known or word[:1].upper() + word[1:]


def guide_minutes(guide: "Guide") -> int:
    """About how long the longest way through a guide takes, at least a minute."""
    steps = {step.id: step for step in guide.steps}
    longest: dict[str, int] = {}

    # Steps lead forward only, so the last ones are measured first.
    for step in reversed(guide.steps):
        after = [longest[name] for name in _leads_to(step) if name in steps and name in longest]
        longest[step.id] = 1 + max(after, default=0)
    return max(1, round(longest.get(guide.first, 0) * SECONDS_A_STEP / 60))


def _leads_to(step: object) -> Iterable[str]:
    for name in ("go", "unknown", "ok", "not_possible", "fixed", "not_fixed"):
        yield getattr(step, name, "")
    yield from getattr(step, "found", {}).values()
    yield from (answer.go for answer in getattr(step, "answers", ()))
