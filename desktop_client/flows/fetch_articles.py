"""Fetch help articles: what changed, page by page, each findable at once; then send what waits about them, then fetch their pictures."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop_client.backend.articles import fetch_image, fetch_page, is_article_id, put_help_use, put_opinion
from desktop_client.backend.session import Session
from desktop_client.knowledge.feeding import follow
from desktop_client.knowledge.images import MissingImage
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.library import Library
from desktop_client.reasons import Cause, RefusedError

log = logging.getLogger(__name__)

MOST_ARTICLES = 100_000
"""A backend that tells of more is not believed: what is here by then stays."""

FAULTY_IN_A_ROW = 3
"""One picture may be wrong; so many in a row are something else than pictures."""

NEVER = {Cause.REFUSED, Cause.CONFLICT}
"""What the backend says to an opinion or to counts that it will not take."""

LATER = {Cause.LIMIT_REACHED, Cause.SERVER_FULL}
"""What says nothing about the articles: they come all the same."""

Told = Callable[[int, int], object]
"""Hears how many articles can be found, and how many there are."""


@dataclass
class Faulty:
    """Pictures whose bytes were others than their article said: not asked for again in this run."""

    hashes: set[str]


def fetch_articles(session: Session, library: Library, index: Index, told: Told, stopped: Callable[[], bool]) -> None:
    """Asks for everything that changed, and makes it findable. RefusedError; what came before it is kept."""
    started_anew = False
    while not stopped():
        epoch, number = library.position()
        page = fetch_page(session, number)
        library.apply(page)
        make_findable(library, index, told, stopped, total=page.total)
        if page.epoch != epoch and number and not started_anew:
            # Its numbers are another backend's: what was asked for by the old ones means nothing.
            started_anew = True
            continue
        if not page.more or library.position() == (epoch, number):
            return
        if library.count() >= MOST_ARTICLES:
            log.warning("The server has more than %d articles; the others are left out", MOST_ARTICLES)
            return


def make_findable(library: Library, index: Index, told: Told, stopped: Callable[[], bool], *, total: int = 0) -> None:
    """Brings the index to where the library is; it goes on where it was interrupted."""

    def left(count: int) -> None:
        here = library.count()
        told(max(0, here - count), max(total, here))

    follow(library, index, left, stopped)


def send_opinions(session: Session, library: Library) -> None:
    """Sends what waits. RefusedError where it has to wait on; what is never taken, such as of an article that is gone, is dropped."""
    for opinion in library.opinions.waiting():
        if is_article_id(opinion.article):
            try:
                put_opinion(session, opinion.article, opinion.id, opinion.request)
            except RefusedError as error:
                if error.reason.cause in LATER:
                    return
                if error.reason.cause not in NEVER:
                    raise
                log.info("An opinion is not taken: %s", error.reason.cause.value)
        library.opinions.done(opinion.id)


def send_counts(session: Session, library: Library, *, consent: bool) -> None:
    """Sends the counts of each day; without consent they are forgotten. RefusedError where they have to wait."""
    waiting = library.counts.waiting()
    if not consent:
        if waiting:
            library.counts.forget()
        return
    for day, counts in waiting.items():
        try:
            put_help_use(session, day, counts)
        except RefusedError as error:
            if error.reason.cause in LATER:
                return
            if error.reason.cause not in NEVER:
                raise
            log.info("The counts of a day are not taken: %s", error.reason.cause.value)
            library.counts.refused(day)
        else:
            library.counts.told(day, counts, today())


def fetch_images(session: Session, library: Library, faulty: Faulty, stopped: Callable[[], bool]) -> None:
    """Fetches the pictures that are missing, and removes those that nothing shows any more. RefusedError."""
    in_a_row = 0
    for missing in library.images.missing():
        if stopped():
            return
        if missing.image.sha256 in faulty.hashes:
            continue
        try:
            fetch_missing(session, library, missing)
            in_a_row = 0
        except RefusedError as error:
            in_a_row += 1
            if error.reason.cause not in {Cause.REFUSED, Cause.NOT_OURS} or in_a_row >= FAULTY_IN_A_ROW:
                raise
            log.info("A picture is not what its article says: %s", error.reason.cause.value)
            faulty.hashes.add(missing.image.sha256)
    library.images.sweep()


def fetch_missing(session: Session, library: Library, missing: MissingImage) -> bytes:
    """Fetches one picture and keeps it. RefusedError."""
    data = fetch_image(session, missing.article, missing.image)
    library.images.keep(missing.image, data)
    return data


def today() -> str:
    """The day here (ISO 8601)."""
    return datetime.now().astimezone().date().isoformat()
