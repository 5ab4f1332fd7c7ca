"""Articles that a message names: `kb:ID` as in an article's own text, and `sigap://article/ID`."""

import re
from dataclasses import dataclass

ADDRESS = "sigap://article/"
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


def linked_article(address: str) -> str:
    """The article of a whole address such as `sigap://article/ID`, "" for any other."""
    found = LINK.fullmatch(address.strip().rstrip("/"))
    return found.group(1) if found and address.strip().lower().startswith(ADDRESS) else ""
