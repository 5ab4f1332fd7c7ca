"""Help articles and what is said about them: pages of changes, pictures, opinions, and counts of a day.

A page may be a newer backend's: an article with a part that this client doesn't know (a new kind of step) is passed over, and the others
of its page are read.
"""

import hashlib
import logging
import re
from dataclasses import replace
from urllib.parse import quote

import msgspec

from contract.articles import ARTICLE_ID, IMAGE_BYTES, Article, ArticleImage, ArticlesPage, PutHelpUse
from contract.endpoints import ARTICLE_IMAGE, ARTICLES, PUT_HELP_USE, PUT_OPINION
from contract.wire import Reply
from desktop_client.backend import refusals
from desktop_client.backend.session import Session
from desktop_client.reasons import Cause, RefusedError

log = logging.getLogger(__name__)

MOST_PAGE_BYTES = 48_000_000
"""A full page and one article of the largest size, in which JSON writes each letter as six."""

PAGE_S = 300.0
"""What a page may take: its two million bytes, uncompressed, on a line that carries 7 kB/s."""

_ID = re.compile(ARTICLE_ID)
_IMAGE_NAME = re.compile(r"(?=.{1,300}\Z)(?!\.{1,2}(/|\Z))[^/\\\x00-\x1f\x7f?#]+(/(?!\.{1,2}(/|\Z))[^/\\\x00-\x1f\x7f?#]+)*")
"""A file, perhaps in folders beside its article: no part of the path leads upwards."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class _LoosePage(Reply, frozen=True, kw_only=True):
    """`ArticlesPage`, whose articles are read one by one."""

    epoch: str
    articles: tuple[msgspec.Raw, ...] = ()
    gone: tuple[str, ...] = ()
    last: int
    more: bool = False
    total: int = 0


_LOOSE = replace(ARTICLES, reply=_LoosePage)
_READER = msgspec.json.Decoder(Article)


def fetch_page(session: Session, after: int) -> ArticlesPage:
    """The changes above a number, compressed on their way. RefusedError; a page that isn't whole, or isn't ours, is refused whole."""
    told = session.call(
        _LOOSE, query={"after": after}, headers={"Accept-Encoding": "gzip"}, total_s=PAGE_S, most_bytes=MOST_PAGE_BYTES
    ).read(_LoosePage)
    articles = tuple(article for raw in told.articles if (article := _read(raw)))
    if len(articles) < len(told.articles):
        log.info("%d articles are not understood by this version", len(told.articles) - len(articles))
    return ArticlesPage(epoch=told.epoch, articles=articles, gone=told.gone, last=told.last, more=told.more, total=told.total)


def fetch_image(session: Session, article: str, image: ArticleImage) -> bytes:
    """The bytes of a picture, as many and with the hash that the article says. RefusedError; NOT_OURS where they are others."""
    if not may_be_fetched(article, image):
        raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=session.host))
    path = {"article_id": quote(article, safe=""), "image_name": quote(image.name)}
    data = session.call(ARTICLE_IMAGE, path=path, total_s=PAGE_S, most_bytes=image.size_bytes).body
    if len(data) != image.size_bytes or hashlib.sha256(data).hexdigest() != image.sha256:
        raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=session.host))
    return data


def is_article_id(text: str) -> bool:
    """Whether this may be an article's id, or the key that languages share."""
    return _ID.fullmatch(text) is not None


def may_be_fetched(article: str, image: ArticleImage) -> bool:
    """Whether a picture is one that can be: of a size that is allowed, and with names that lead nowhere else."""
    named = is_article_id(article) and _IMAGE_NAME.fullmatch(image.name) and _SHA256.fullmatch(image.sha256)
    return bool(named) and 0 < image.size_bytes <= IMAGE_BYTES


def put_opinion(session: Session, article: str, opinion: str, request: bytes) -> None:
    """Says whether an article helped (`PutOpinion` as JSON); the same again is harmless. RefusedError."""
    session.call(PUT_OPINION, path={"article_id": quote(article, safe=""), "opinion_id": opinion}, body=request)


def put_help_use(session: Session, day: str, counts: PutHelpUse) -> None:
    """Replaces the counts of a day (ISO 8601). RefusedError."""
    session.call(PUT_HELP_USE, path={"day": day}, body=msgspec.json.encode(counts))


def _read(raw: msgspec.Raw) -> Article | None:
    try:
        return _READER.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
