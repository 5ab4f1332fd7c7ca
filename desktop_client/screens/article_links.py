"""Articles that a message names: `kb:ID` as in an article's own text, and `sigap://article/ID`."""

import re
from dataclasses import dataclass

LINK = re.compile(r"(?<![\w/])(?:kb:|sigap://article/)([^\W_](?:[\w.\-]{0,198}\w)?)", re.IGNORECASE)
"""The mark that ends a sentence is no part of an id."""


@dataclass(frozen=True)
class ArticleLink:
    """An article's id, and the letters from (with) to (without) that name it."""

    article: str
    start: int
    end: int


def article_links(text: str) -> tuple[ArticleLink, ...]:
    """Every article that the text names, in order."""
    return tuple(ArticleLink(found.group(1), found.start(), found.end()) for found in LINK.finditer(text))
