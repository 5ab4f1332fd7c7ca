"""All help articles on this computer, as they came, with what belongs to them: pictures, and opinions and counts that wait to be sent.

Everything that the backend told can be fetched again, so a damaged file is set aside and made anew; opinions and counts are taken over
from it as far as they can be read.
"""

import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import msgspec

from contract.articles import Article, ArticleKind, ArticlesPage
from desktop_client.knowledge import heads as listing
from desktop_client.knowledge.counts import Counts
from desktop_client.knowledge.database import Database
from desktop_client.knowledge.heads import Head, tongue
from desktop_client.knowledge.images import Images
from desktop_client.knowledge.opinions import Opinions

VERSION = 1
"""Of the file's form. It grows also when the contract's article does, so that what an older client passed over is fetched again."""

SCHEMA = """
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, lang TEXT NOT NULL, tongue TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
    part INTEGER NOT NULL, category TEXT NOT NULL, summary TEXT NOT NULL, tags TEXT NOT NULL,
    change INTEGER NOT NULL, stale INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX articles_of_key ON articles (article, tongue);
CREATE INDEX articles_of_category ON articles (category, tongue);
CREATE INDEX articles_by_change ON articles (change);
CREATE TABLE texts (id TEXT PRIMARY KEY, whole BLOB NOT NULL);
CREATE TABLE gone (id TEXT PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE images (
    article TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE opinions (id TEXT PRIMARY KEY, article TEXT NOT NULL, request BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE answered (article TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE days (
    day TEXT PRIMARY KEY, searches INTEGER NOT NULL DEFAULT 0, found_nothing INTEGER NOT NULL DEFAULT 0, waits INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
CREATE TABLE uses (
    day TEXT NOT NULL, article TEXT NOT NULL, opened INTEGER NOT NULL DEFAULT 0, solved INTEGER NOT NULL DEFAULT 0,
    ignored INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (day, article)
) WITHOUT ROWID;
"""
"""`change` numbers what was put and what is gone in the order of arrival, for who follows it, such as the search index; `stale` is what
the backend has not told again since its numbers began anew; `waits`: the day has counts that the backend doesn't know.
"""

BATCH_BYTES = 1_000_000
BATCH_ARTICLES = 250


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What a page changed here: ids of articles that are new or others than before, and of those that are gone."""

    put: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Changes in the order of arrival. `last` is the number to ask from next; `left` counts what comes after it."""

    articles: tuple[Article, ...] = ()
    gone: tuple[str, ...] = ()
    last: int
    left: int = 0


class Library:
    """Usable by any thread and several processes. `file` is the database; pictures are in the folder `articles` beside it."""

    def __init__(self, file: Path) -> None:
        self.made_anew: Callable[[], object] = lambda: None
        """Called, in any thread, when the file was damaged, here or in another process: everything has to be fetched again."""
        self._opened = False
        self._database = Database(file, SCHEMA, VERSION, self._begun)
        self._opened = True
        self._database.followed = self._followed
        self.images = Images(self._database, file.with_name("articles"))
        self.opinions = Opinions(self._database)
        self.counts = Counts(self._database)

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def rest(self) -> None:
        """Gives back the memory that it doesn't need while nobody asks."""
        self._database.rest()

    def begin(self, backend: str, owner: str) -> bool:
        """Says from which backend the articles are, and who reads them. Articles of another are forgotten, which is answered with True;
        and so are opinions and counts that somebody else has not sent.
        """

        def work(connection: apsw.Connection) -> bool:
            known = (_state(connection, "backend"), _state(connection, "owner"))
            other = known[0] not in {backend, ""}
            if other:
                for table in ("articles", "texts", "gone", "images", "state"):
                    connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
                _mark(connection)
            if known not in {(backend, owner), ("", "")}:
                connection.execute("DELETE FROM opinions; DELETE FROM answered; DELETE FROM days; DELETE FROM uses")
            if known != (backend, owner):
                _set_state(connection, "backend", backend)
                _set_state(connection, "owner", owner)
            return other

        return self._database.write(work)

    def position(self) -> tuple[str, int]:
        """Epoch and number from which to ask on; "" and 0 before the first answer."""
        return self._database.read(_position)

    def whole(self) -> bool:
        """Whether everything that the backend had to tell is here; changes since then aside."""
        return self._database.read(lambda connection: _state(connection, "whole") == "1")

    def apply(self, page: ArticlesPage) -> Changed:
        """Takes over a page, whole or not at all. The same page again changes nothing.

        Another epoch begins anew: its first page must be asked for from 0, and one that was asked for otherwise is left alone; what is not
        told again is gone with the last page.
        """
        packed = [(article, zlib.compress(msgspec.json.encode(article), 6)) for article in page.articles]

        def work(connection: apsw.Connection) -> Changed:
            epoch, number = _position(connection)
            if page.epoch != epoch:
                connection.execute("UPDATE articles SET stale = 1")
                _set_state(connection, "epoch", page.epoch)
                _set_state(connection, "number", "0")
                if epoch and number:
                    return Changed()
            put = tuple(article.id for article, whole in packed if _put(connection, article, whole))
            gone = [id_ for id_ in page.gone if _remove(connection, id_)]
            if page.last > _position(connection)[1]:
                _set_state(connection, "number", str(page.last))
            if not page.more:
                stale = [str(id_) for (id_,) in connection.execute("SELECT id FROM articles WHERE stale").fetchall()]
                gone += [id_ for id_ in stale if _remove(connection, id_)]
                _set_state(connection, "whole", "1")
            return Changed(put=put, gone=tuple(gone))

        return self._database.write(work)

    def article(self, id_: str) -> Article | None:
        """The article with this file id."""
        return self._database.read(lambda connection: _article(connection, id_))

    def by_key(self, article: str, lang: str) -> Article | None:
        """The article with this key in the person's language, else in another."""

        def work(connection: apsw.Connection) -> Article | None:
            found = listing.named(connection, (article,), lang) if article else ()
            return next((_article(connection, head.id) for head in found if head.article == article), None)

        return self._database.read(work)

    def named(self, name: str, lang: str) -> Article | None:
        """The article that a link names, by a file's id or by a key."""
        return self.article(name) or self.by_key(name, lang)

    def languages(self, article: str) -> dict[str, str]:
        """The languages that an article has by its key, with the ids of their files."""
        query = "SELECT lang, id FROM articles WHERE article = ? AND article != '' ORDER BY lang, id DESC"
        return self._database.read(lambda connection: {str(lang): str(id_) for lang, id_ in connection.execute(query, (article,))})

    def heads(self, lang: str, *, category: str | None = None, kind: ArticleKind | None = None, limit: int = 1000) -> tuple[Head, ...]:
        """One of each article, in the person's language where it has it and those first, by title; parts of guides stay out."""
        return self._database.read(lambda connection: listing.heads(connection, lang, category, kind, limit))

    def categories(self) -> tuple[tuple[str, int], ...]:
        """Categories with how many articles each has, the biggest first; "" for those without."""
        return self._database.read(listing.categories)

    def related(self, article: Article, lang: str) -> tuple[Head, ...]:
        """What it names as related, by id or key; where it names nothing that is here, others of its category and tags."""

        def work(connection: apsw.Connection) -> tuple[Head, ...]:
            named = listing.without(listing.named(connection, article.related[:50], lang), article)
            return named[: listing.RELATED] or listing.alike(connection, article, lang)

        return self._database.read(work)

    def count(self) -> int:
        """How many files are here: articles, each in each language."""
        return self._database.read(lambda connection: int(_one(connection, "SELECT count(*) FROM articles")))

    def findable(self) -> int:
        """How many of them are found by themselves: all but parts of guides."""
        return self._database.read(lambda connection: int(_one(connection, "SELECT count(*) FROM articles WHERE NOT part")))

    def mark(self) -> str:
        """Names this collection: it is another after the file was made anew or the backend is another, and `changes` begin at 0."""
        return self._database.read(lambda connection: _state(connection, "mark"))

    def changes(self, after: int) -> Changes:
        """What came after this number, as much of it as is convenient at a time."""

        def work(connection: apsw.Connection) -> Changes:
            last, articles, size = after, [], 0
            query = "SELECT change, id, whole FROM articles JOIN texts USING (id) WHERE change > ? ORDER BY change LIMIT ?"
            full = False
            for change, _, whole in connection.execute(query, (after, BATCH_ARTICLES)):
                text = zlib.decompress(whole)
                articles.append(_read(text))
                last, size = int(change), size + len(text)
                full = size > BATCH_BYTES or len(articles) == BATCH_ARTICLES
                if full:
                    break
            if not full:
                last = max(last, int(_one(connection, "SELECT max(coalesce(max(change), 0), ?) FROM gone", after)))
            rows = connection.execute("SELECT id FROM gone WHERE change > ? AND change <= ?", (after, last)).fetchall()
            left = _one(connection, "SELECT count(*) FROM articles WHERE change > ?", last)
            return Changes(articles=tuple(articles), gone=tuple(str(id_) for (id_,) in rows), last=last, left=int(left))

        return self._database.read(work)

    def last_change(self) -> int:
        """The number of the last change; who has followed up to it knows everything."""
        return self._database.read(lambda connection: _number(_state(connection, "change")))

    def _followed(self) -> None:
        self.made_anew()

    def _begun(self, connection: apsw.Connection, damaged: apsw.Connection | None) -> None:
        _mark(connection)
        if damaged is not None:
            Opinions.rescue(damaged, connection)
            Counts.rescue(damaged, connection)
        if self._opened:
            self.made_anew()


def _state(connection: apsw.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def _set_state(connection: apsw.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (key, value))


def _mark(connection: apsw.Connection) -> None:
    _set_state(connection, "mark", secrets.token_hex(8))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _position(connection: apsw.Connection) -> tuple[str, int]:
    return _state(connection, "epoch"), _number(_state(connection, "number"))


def _one(connection: apsw.Connection, query: str, *values: Any) -> Any:
    return next(iter(connection.execute(query, values)))[0]


def _read(text: bytes) -> Article:
    return msgspec.json.decode(text, type=Article)


def _article(connection: apsw.Connection, id_: str) -> Article | None:
    row = connection.execute("SELECT whole FROM texts WHERE id = ?", (id_,)).fetchone()
    return _read(zlib.decompress(row[0])) if row else None


def _next_change(connection: apsw.Connection) -> int:
    change = _number(_state(connection, "change")) + 1
    _set_state(connection, "change", str(change))
    return change


def _put(connection: apsw.Connection, article: Article, whole: bytes) -> bool:
    """Keeps it; False when it was here just so."""
    known = connection.execute("SELECT whole FROM texts WHERE id = ?", (article.id,)).fetchone()
    if known and known[0] == whole:
        connection.execute("UPDATE articles SET stale = 0 WHERE id = ? AND stale", (article.id,))
        return False
    part = article.guide is not None and article.guide.part
    connection.execute(
        "INSERT OR REPLACE INTO articles (id, article, lang, tongue, title, kind, part, category, summary, tags, change)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article.id, article.article, article.lang, tongue(article.lang), article.title, article.kind.value, part),
            *(article.category, article.summary, "\n".join(article.tags), _next_change(connection)),
        ),
    )
    connection.execute("INSERT OR REPLACE INTO texts (id, whole) VALUES (?, ?)", (article.id, whole))
    connection.execute("DELETE FROM gone WHERE id = ?", (article.id,))
    Images.put(connection, article)
    return True


def _remove(connection: apsw.Connection, id_: str) -> bool:
    """Forgets it; False when it wasn't here."""
    if not connection.execute("SELECT 1 FROM articles WHERE id = ?", (id_,)).fetchone():
        return False
    for query in ("DELETE FROM articles WHERE id = ?", "DELETE FROM texts WHERE id = ?", "DELETE FROM images WHERE article = ?"):
        connection.execute(query, (id_,))
    connection.execute("INSERT OR REPLACE INTO gone (id, change) VALUES (?, ?)", (id_, _next_change(connection)))
    return True
