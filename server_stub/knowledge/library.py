"""Everything that can be done with help articles, in one place for the faces: HTTP for employees, the command line for technicians.

All functions block until what they answer is durable, and may be called from any thread.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from contract.articles import Article, HelpUseStored, OpinionStored, PutHelpUse, PutOpinion
from contract.problems import Code
from server_stub.blobs import Blobs, StoredFile
from server_stub.knowledge.held import ArticleLine, HeldArticle, HeldPicture
from server_stub.knowledge.keeping import keep
from server_stub.knowledge.opinions import Opinions
from server_stub.knowledge.pages import Pages
from server_stub.knowledge.states import article_of, published_guides, set_state
from server_stub.knowledge.taken import Kept, TakenFile
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import article_feedback, articles
from server_stub.store.database import Store
from server_stub.store.people import Who

EXPORT_LETTERS = 4_000_000


class Library:
    """The help articles."""

    def __init__(self, store: Store, blobs: Blobs, settings: Settings, changed: Callable[[], object] = lambda: None) -> None:
        """`changed` is called, in any thread, when articles are others than before."""
        self._store = store
        self._blobs = blobs
        self._changed = changed
        self._pages = Pages(store)
        self._opinions = Opinions(store, settings)

    def page(self, after: int, *, zipped: bool) -> bytes:
        """Changes for employees; see `Pages.page`."""
        return self._pages.zipped_page(after) if zipped else self._pages.page(after)

    def image(self, article_id: str, name: str) -> StoredFile:
        """A picture of an article that employees have. Raises `RefusalError` not-found for anything else."""
        row = self._store.read(lambda connection: articles.image(connection, article_id, name))
        if row is None:
            raise RefusalError(Code.NOT_FOUND)
        return StoredFile(name=row.name, size_bytes=row.size_bytes, sha256=row.sha256, path=self._blobs.path(row.blob))

    def put_opinion(self, who: Who, article_id: str, opinion_id: str, told: PutOpinion) -> tuple[OpinionStored, bool]:
        """Stores an opinion; see `Opinions.put_opinion`."""
        return self._opinions.put_opinion(who, article_id, opinion_id, told)

    def put_help_use(self, who: Who, day: str, told: PutHelpUse) -> tuple[HelpUseStored, bool]:
        """Stores the counts of a day; see `Opinions.put_help_use`."""
        return self._opinions.put_help_use(who, day, told)

    def keep(self, files: Sequence[TakenFile]) -> Kept:
        """Keeps imported files; see `keeping.keep`."""
        kept = keep(self._store, self._blobs, files)
        if kept.imported:
            self._changed()
        return kept

    def guides(self) -> dict[str, Article]:
        """The published guides by id: what new ones may lead to."""
        return self._store.read(published_guides)

    def lines(self) -> list[ArticleLine]:
        """Every article, by id."""

        def run(connection: Connection) -> list[ArticleLine]:
            counts = article_feedback.opinion_counts(connection)
            names = ("id", "article", "lang", "title", "kind", "state", "audience", "version", "change", "changed")
            return [
                ArticleLine(
                    **{name: getattr(row, name) for name in names},
                    helped=counts.get(row.key, (0, 0))[0],
                    not_helped=counts.get(row.key, (0, 0))[1],
                )
                for row in articles.lines(connection)
            ]

        return self._store.read(run)

    def held(self, after: str) -> list[HeldArticle]:
        """Whole articles above an id, the next few megabytes of them by id."""

        def run(connection: Connection) -> list[HeldArticle]:
            rows = articles.after_id(connection, after, EXPORT_LETTERS)
            blobs = {(row.id, row.name, row.sha256): row.blob for row in articles.images(connection, [row.key for row in rows])}
            return [self._held(row, blobs) for row in rows]

        return self._store.read(run)

    def set_state(self, article_id: str, state: str) -> list[str]:
        """Publishes or retires; see `states.set_state`."""
        ids = set_state(self._store, article_id, state)
        self._changed()
        return ids

    def _held(self, row: Row[Any], blobs: dict[tuple[str, str, str], str]) -> HeldArticle:
        article = article_of(row)
        pictures = tuple(
            HeldPicture(name=one.name, source=str(self._blobs.path(blobs[row.id, one.name, one.sha256]))) for one in article.images
        )
        return HeldArticle(article=article, state=row.state, audience=row.audience, extra=msgspec.json.decode(row.extra), pictures=pictures)
