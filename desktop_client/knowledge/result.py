"""What a search gives, as plain values."""

from dataclasses import dataclass

from contract.articles import ArticleKind

Span = tuple[int, int]
"""Letters from (with) to (without), to be shown in bold."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """One article that answers. `id` is its file's own; `article` the key that its languages share, "" when it stands alone."""

    id: str
    article: str = ""
    title: str
    lang: str
    kind: ArticleKind = ArticleKind.ARTICLE
    category: str = ""
    product: str = ""
    snippet: str = ""
    title_marks: tuple[Span, ...] = ()
    snippet_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Found:
    """The answer to `words`, best first. `complete` is False while articles are still being read into the index."""

    words: str
    results: tuple[Result, ...] = ()
    complete: bool = True
