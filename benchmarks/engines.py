"""The engines that are measured side by side: ours, plain FTS5, and tantivy where it is installed."""

import importlib.util
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import apsw

from contract.articles import Article
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.search import search

BATCH = 200
"""Articles put at once: about what a page of the backend brings."""
WORD = re.compile(r"\w+")


class Engine(Protocol):
    """One way to search. `build` is called once, with a folder of its own."""

    name: str

    def build(self, folder: Path, articles: Sequence[Article]) -> None:
        """Stores them all."""

    def find(self, words: str, lang: str, limit: int) -> list[str]:
        """The ids, best first. The last word may be unfinished."""

    def close(self) -> None:
        """Lets go of the folder."""


class Sigap:
    """Ours, whole: with snippets and marks."""

    name = "sigap"

    def build(self, folder: Path, articles: Sequence[Article]) -> None:
        """As the client does it, page by page."""
        self._index = Index(folder / "search.db")
        for place in range(0, len(articles), BATCH):
            self._index.put(articles[place : place + BATCH])

    def find(self, words: str, lang: str, limit: int) -> list[str]:
        """As the search page asks, without a language: which one the person reads is not in the queries."""
        del lang
        return [result.id for result in search(self._index, words, limit=limit).results]

    def close(self) -> None:
        """Closes the file."""
        self._index.close()


class PlainFts5:
    """SQLite's full text search as one would use it at first: Porter's stems, a weight for the title, all words with OR."""

    name = "fts5"

    def build(self, folder: Path, articles: Sequence[Article]) -> None:
        """One table that keeps its text."""
        self._ids = [article.id for article in articles]
        self._connection = apsw.Connection(str(folder / "fts5.db"))
        self._connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
        self._connection.execute("CREATE VIRTUAL TABLE text USING fts5 (title, keys, body, tokenize='porter unicode61')")
        rows = [(i, a.title, " ".join([*a.tags, a.summary]), a.body) for i, a in enumerate(articles)]
        for place in range(0, len(rows), BATCH):
            with self._connection:
                self._connection.executemany("INSERT INTO text (rowid, title, keys, body) VALUES (?, ?, ?, ?)", rows[place : place + BATCH])

    def find(self, words: str, lang: str, limit: int) -> list[str]:
        """With the last word as a prefix, too."""
        del lang
        terms = [f'"{word}"' for word in WORD.findall(words)]
        if not terms:
            return []
        unfinished = f" OR {terms[-1]}*" if words[-1:].isalnum() else ""
        query = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 10, 3, 1) LIMIT ?"
        rows: list[Any] = self._connection.execute(query, (" OR ".join(terms) + unfinished, limit)).fetchall()
        return [self._ids[number] for (number,) in rows]

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


class Tantivy:
    """The search library of the Rust world, by its Python binding: English stems, titles with one slip, a weight for the title."""

    name = "tantivy"

    @staticmethod
    def installed() -> bool:
        """Whether it can be measured here."""
        return importlib.util.find_spec("tantivy") is not None

    def build(self, folder: Path, articles: Sequence[Article]) -> None:
        """One commit."""
        import tantivy  # noqa: PLC0415 - only for this measurement

        place = folder / "tantivy"
        place.mkdir()
        schema = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("title", "keys", "body"):
            schema.add_text_field(name, tokenizer_name="en_stem")
        self._index = tantivy.Index(schema.build(), path=str(place))
        writer = self._index.writer(num_threads=1)
        for article in articles:
            keys = " ".join([*article.tags, article.summary])
            writer.add_document(tantivy.Document(id=article.id, title=article.title, keys=keys, body=article.body))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, words: str, lang: str, limit: int) -> list[str]:
        """Words only: its query language is not for people."""
        del lang
        plain = " ".join(WORD.findall(words)).lower()
        if not plain:
            return []
        fields = ["title", "keys", "body"]
        boosts = {"title": 4.0, "keys": 1.5, "body": 1.0}
        query = self._index.parse_query(plain, fields, field_boosts=boosts, fuzzy_fields={"title": (False, 1, True)})
        hits = self._searcher.search(query, limit).hits
        return [str(self._searcher.doc(address)["id"][0]) for _, address in hits]

    def close(self) -> None:
        """Nothing is held open for writing."""


def engines() -> list[Engine]:
    """Those that can be measured here, ours first."""
    return [Sigap(), PlainFts5(), *([Tantivy()] if Tantivy.installed() else [])]
