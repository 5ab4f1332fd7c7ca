"""Sigap's own links, such as `sigap://article/ID`. One may come from anywhere: a mail, a chat, a web page."""

import re

from contract.articles import ARTICLE_ID

_ARTICLE = re.compile(rf"(?i:sigap://article)/({ARTICLE_ID})")
"""The only link there is. What isn't wholly of this form, such as one with a query, is none."""


def message_of_link(url: str) -> str | None:
    """What the tray's bell says for a link ("article:ID"), None for everything else."""
    found = _ARTICLE.fullmatch(url)
    return f"article:{found.group(1)}" if found else None
