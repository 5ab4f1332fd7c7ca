"""What an import hands over: files that were read, with their pictures, as values that fit a message."""

from typing import Any

import msgspec

from contract.articles import Article


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture of an article; name, type and hash are among the article's `images`."""

    name: str
    type: str
    sha256: str
    data: bytes


class TakenFile(msgspec.Struct, frozen=True, kw_only=True):
    """An article file as it is to be kept. `source` is the digest of the file and its pictures, `extra` the front matter's other keys."""

    article: Article
    state: str
    audience: str
    extra: dict[str, Any]
    source: str
    pictures: tuple[Picture, ...] = ()


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something about a file that the administrator should know; `line` counts from 1, 0 where none is meant."""

    file: str
    line: int = 0
    reason: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles an import changed, and how many were there already."""

    imported: int = 0
    unchanged: int = 0
