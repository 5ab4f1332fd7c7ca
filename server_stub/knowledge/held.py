"""Articles as they are kept, for those who look after them."""

from datetime import datetime
from typing import Any

import msgspec

from contract.articles import Article


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the administrator's list shows it. `helped` and `not_helped` count what people answered."""

    id: str
    article: str
    lang: str
    title: str
    kind: str
    state: str
    audience: str
    version: int
    change: int
    changed: datetime
    helped: int
    not_helped: int


class HeldPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of an article: its name there, and the file of the data folder that it is."""

    name: str
    source: str


class HeldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article, whole, as it is exported."""

    article: Article
    state: str
    audience: str
    extra: dict[str, Any]
    pictures: tuple[HeldPicture, ...] = ()
