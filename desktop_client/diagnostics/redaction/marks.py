"""Marks of hidden values inside a text, each as one letter while the text is worked on.

A mark that an earlier redaction left must survive a second one as it is, and must not end a password early or start one. As single
letters from Unicode's private use area, of which a cleaned text holds none, marks are just letters of whatever stands around them.
"""

import re

from contract.diagnostics import Hidden

LETTERS = {kind: chr(0xE000 + number) for number, kind in enumerate(Hidden)}
"""The letter that stands for a mark of each kind."""

ALL = "".join(LETTERS.values())
_WRITTEN = {ord(letter): kind.mark() for kind, letter in LETTERS.items()}
_FOREIGN = dict.fromkeys(map(ord, ALL), "\N{REPLACEMENT CHARACTER}")
_MARK = re.compile("|".join(re.escape(kind.mark()) for kind in Hidden))
_BY_MARK = {kind.mark(): letter for kind, letter in LETTERS.items()}

NOTHING_LEFT = re.compile(rf"[{ALL}\s\"'`.,;:&()\[\]{{}}<>\\…⏎-]*")
"""A piece in which nothing is left to hide."""


def folded(text: str) -> str:
    """The text with each mark as one letter."""
    return _MARK.sub(lambda found: _BY_MARK[found[0]], text.translate(_FOREIGN))


def written(text: str) -> str:
    """The text with its marks written out again."""
    return text.translate(_WRITTEN)
