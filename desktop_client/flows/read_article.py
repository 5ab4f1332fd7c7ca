"""Read an article: with the languages that it has, what is related, its pictures, and the reader's opinion. Offline too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from contract.articles import Article, PutOpinion
from desktop_client.backend.session import StoppedError
from desktop_client.flows.count_help import count_solved
from desktop_client.flows.fetch_articles import fetch_missing
from desktop_client.flows.instance import Instance
from desktop_client.flows.report_contents import clean_text
from desktop_client.knowledge.heads import Head
from desktop_client.knowledge.images import MissingImage
from desktop_client.reasons import RefusedError

MISSING_LETTERS = 2000
"""What the contract takes of a sentence about what was missing."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article to be read. `languages`: the ids of its files by language, its own among them. `answered`: this version was judged."""

    article: Article
    languages: Mapping[str, str]
    related: tuple[Head, ...] = ()
    answered: bool = False


def read_article(instance: Instance, name: str, language: str) -> Reading | None:
    """The article that a file's id or an article's key names, None when it isn't here. A key is read in the person's language first."""
    library = instance.library
    article = library.named(name, language)
    if article is None:
        return None
    return Reading(
        article=article,
        languages=library.languages(article.article) or {article.lang: article.id},
        related=library.related(article, language),
        answered=library.opinions.answered(article.id, article.version),
    )


def article_image(instance: Instance, article: str, name: str) -> bytes | None:
    """The bytes of a picture of an article; one that isn't here yet is fetched, None when that can't be done now. Blocks on the network."""
    images = instance.library.images
    data = images.bytes_of(article, name)
    image = images.image(article, name)
    if data is not None or image is None:
        return data
    try:
        session = instance.session()
        if session is None:
            return None
        with session:
            return fetch_missing(session, instance.library, MissingImage(article=article, image=image))
    except (RefusedError, StoppedError):
        return None


def give_opinion(instance: Instance, article: Article, *, helped: bool, missing: str = "") -> None:
    """Keeps whether it helped, with one sentence about what was missing; it is sent with the next look at the backend: wake the sync."""
    opinion = PutOpinion(
        helped=helped, missing=clean_text(missing).strip()[:MISSING_LETTERS], version=article.version, written=datetime.now(UTC)
    )
    instance.library.opinions.keep(article.id, opinion)
    if helped:
        count_solved(instance, article.id)
