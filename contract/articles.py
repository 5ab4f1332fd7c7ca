"""Help articles as they cross the wire: each client holds all of them that are meant for employees, and asks only for what changed.

`GET /api/v1/articles?after=N` answers the changes whose number is above N, the oldest first; a client that asks from 0 gets everything
that is published and nothing that is gone. When the epoch is another than the client's, its numbers mean nothing any more: it starts
again at 0 and drops what is not told again. An article that is withdrawn, or no longer meant for employees, is told as gone.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from contract.guides import Guide
from contract.wire import Part, Reply, Request, Utc

PAGE_BYTES = 2_000_000
"""About this much of articles is in one page, before compression; one larger article still comes whole."""
ARTICLE_BYTES = 5_000_000
"""Largest article with its front matter; larger ones are refused on import."""
IMAGE_BYTES = 10_000_000

ARTICLE_ID = r"(?!\.{1,2}\Z)[A-Za-z0-9_.-]{1,200}"
"""The form of ids and of the keys that languages share, where one stands in an address: none leads out of its place."""

ArticleId = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class ArticleKind(StrEnum):
    """What a result is; a kind that a newer backend adds is read as an article."""

    ARTICLE = "article"
    GUIDE = "guide"

    @classmethod
    def _missing_(cls, _value: object) -> "ArticleKind":
        return cls.ARTICLE


class ArticleImage(Part, frozen=True, kw_only=True):
    """A picture that the text shows by `name`, such as `![](name)`."""

    name: str
    type: str
    size_bytes: int
    sha256: str


class Article(Part, frozen=True, kw_only=True):
    """One file of the knowledge base: one article in one language.

    Files that share `article` are the same article in several languages; "" stands alone. `body` is Markdown (CommonMark with tables)
    without front matter; links to other articles are `kb:ID`. `also` are other words under which people look for it. `updated` is the
    author's date (ISO 8601), "" unknown. `version` counts the changes of this file. `guide` makes it a guide.
    """

    id: ArticleId
    article: str = ""
    lang: str
    title: str
    summary: str = ""
    body: str
    product: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    updated: str = ""
    version: int = 1
    images: tuple[ArticleImage, ...] = ()
    guide: Guide | None = None

    @property
    def kind(self) -> ArticleKind:
        """Whether it has steps."""
        return ArticleKind.GUIDE if self.guide else ArticleKind.ARTICLE


class ArticlesPage(Reply, frozen=True, kw_only=True):
    """Changes in order. `last` is the number to ask from next, `more`: there is more at once, `total`: how many there are in all."""

    epoch: str
    articles: tuple[Article, ...] = ()
    gone: tuple[str, ...] = ()
    last: int
    more: bool = False
    total: int = 0


class PutOpinion(Request, frozen=True, kw_only=True):
    """The answer to "Did this help?", with one optional sentence about what was missing. `version` is that of the article as read."""

    helped: bool
    missing: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    version: int
    written: Utc


class OpinionStored(Reply, frozen=True, kw_only=True):
    """The answer to an opinion."""

    id: str
    article: str


class ArticleUse(Part, frozen=True, kw_only=True):
    """How often an article was opened from a suggestion, solved the problem, and was shown and passed over."""

    article: ArticleId
    opened: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    solved: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    ignored: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0


class PutHelpUse(Request, frozen=True, kw_only=True):
    """Counts of one day on one computer, sent only with consent; never what was typed. The same day again replaces what was told."""

    searches: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    found_nothing: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0
    articles: Annotated[tuple[ArticleUse, ...], msgspec.Meta(max_length=500)] = ()


class HelpUseStored(Reply, frozen=True, kw_only=True):
    """The answer to the counts of a day (ISO 8601)."""

    day: str
