"""What is searched: the terms of every article, in a file of its own that can always be made again from the articles."""

import contextlib
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import apsw

from contract.articles import Article
from desktop_client.knowledge.plain_text import headings, plain_text
from desktop_client.knowledge.search_file import SearchFile
from desktop_client.knowledge.words import Terms, fold, joined_word, parts, plain_language, tokens

T = TypeVar("T")

INDONESIAN = "id"
_SHOWN_LETTERS = 60_000
"""Of an article's text, kept for snippets. All of it is searched."""
_WORD_LETTERS = range(2, 25)
"""Of a word that completes or repairs what is typed."""
_REMEMBERED_ANSWERS = 5_000
_REMEMBERED_SCORES = 250_000
"""Of 16 bytes each."""
_COMPRESSION = 1
FIELDS = "title, keys, head, body"


class Card(NamedTuple):
    """What is kept of an article to order and show it. `keys` are its tags, product and other words."""

    number: int
    id: str
    article: str
    lang: str
    kind: str
    title: str
    category: str
    product: str
    summary: str
    title_terms: str


class Scores(NamedTuple):
    """Articles by number, and the score of each."""

    numbers: "array[int]"
    values: "array[float]"


class _Fields(NamedTuple):
    title: str
    keys: str
    head: str
    body: str


class Index:
    """Usable from any thread: searching goes on while articles are put.

    `rebuilt` is True when the file was damaged, of another version, or can't be written: it is empty then, `position()` is "", and every
    article has to be put again. That can also happen later, during any call.
    """

    def __init__(self, file: Path) -> None:
        self._file = SearchFile(file)
        self._scores: dict[str, Scores] = {}
        self._remembered: dict[tuple[str, str], Any] = {}
        self._rows = 0
        self._seen = (0, 0)
        self._own_writes = 0

    @property
    def rebuilt(self) -> bool:
        """Whether what was in the file is gone."""
        return self._file.rebuilt

    def when_made_anew(self, told: Callable[[], object]) -> None:
        """`told` is called, in any thread, when that happens from now on."""
        self._file.made_anew = told

    # Writing

    def put(self, articles: Sequence[Article], position: str | None = None) -> None:
        """Stores articles in one transaction, and the position with them; one with the same id is replaced."""

        def work(connection: apsw.Connection) -> None:
            _remove(connection, [article.id for article in articles])
            _put(connection, [article for article in articles if not (article.guide and article.guide.part)])
            _set_position(connection, position)

        self._write(work)

    def remove(self, ids: Sequence[str], position: str | None = None) -> None:
        """Forgets articles, in one transaction with the position; ids that are not there are no error."""

        def work(connection: apsw.Connection) -> None:
            _remove(connection, ids)
            _set_position(connection, position)

        self._write(work)

    def use_synonyms(self, synonyms: Mapping[str, str]) -> None:
        """Replaces the company's own list: as people type it, and as articles say it."""
        rows = [(fold(typed).strip(), fold(said).strip()) for typed, said in synonyms.items()]

        def work(connection: apsw.Connection) -> None:
            connection.execute("DELETE FROM synonym")
            connection.executemany("INSERT OR REPLACE INTO synonym VALUES (?, ?)", [row for row in rows if all(row)])

        self._write(work)

    def position(self) -> str:
        """How far the articles have been put, in the words of whoever puts them; "" at the beginning."""
        row = self._file.read(lambda reader: reader.execute("SELECT value FROM state WHERE name = 'position'").fetchone())
        return str(row[0]) if row else ""

    def set_position(self, text: str) -> None:
        """Keeps the position by itself; `put` and `remove` can keep it with their articles."""
        self._write(lambda connection: _set_position(connection, text))

    def clear(self) -> None:
        """Forgets all articles and the position; the company's synonyms stay."""

        def work(connection: apsw.Connection) -> None:
            connection.execute("DELETE FROM article; DELETE FROM word; DELETE FROM state")
            connection.execute("INSERT INTO term (term) VALUES ('delete-all')")

        self._write(work)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    # Reading, for the search

    def look_again(self) -> None:
        """Forgets what is remembered when something was put since, here or by another process; each search begins with it."""
        now = (self._file.read(lambda reader: int(reader.pragma("data_version"))), self._own_writes)
        if now != self._seen or len(self._remembered) > _REMEMBERED_ANSWERS:
            self._seen = now
            self._scores.clear()
            self._remembered.clear()
            self._rows = 0

    def count(self) -> int:
        """How many articles are in it."""
        return int(self._one("SELECT count(*) FROM article", ()))

    def scores(self, expression: str, weights: Sequence[float]) -> Scores:
        """The articles that match an FTS5 expression, each with its BM25 score (higher is better) under the weights of the fields.

        They are remembered until something is put: with each letter that is typed, all words but the last are the same.
        """
        wanted = f"bm25({', '.join(map(str, weights))})"

        if known := self._scores.get(expression):
            return known

        def work(reader: apsw.Connection) -> Scores:
            rows: list[Any] = reader.execute(
                "SELECT rowid, -rank FROM term WHERE term MATCH ? AND rank MATCH ?", (expression, wanted)
            ).fetchall()
            found = Scores(array("q", [number for number, _ in rows]), array("d", [score for _, score in rows]))
            self._rows += len(rows)
            if self._rows > _REMEMBERED_SCORES:
                self._scores.clear()
                self._rows = len(rows)
            self._scores[expression] = found
            return found

        return self._file.read(work)

    def term_count(self, term: str) -> int:
        """How many articles have a term."""
        return self.remember(("term", term), lambda: int(self._one("SELECT doc FROM term_count WHERE term = ?", (term,)) or 0))

    def remember(self, key: tuple[str, str], work: Callable[[], T]) -> T:
        """What the work gives, without doing it again until something is put. One key always stands for one type."""
        if key in self._remembered:
            with contextlib.suppress(KeyError):  # forgotten by another thread just now
                known: T = self._remembered[key]
                return known
        found = self._remembered[key] = work()
        return found

    def word_count(self, word: str) -> int:
        """How many articles have a word as it is written."""
        return int(self._one("SELECT articles FROM word WHERE word = ?", (word,)) or 0)

    def words_that_begin(self, begin: str, limit: int) -> list[str]:
        """The words in most articles that begin so, the word itself among them."""
        query = "SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY articles DESC, word LIMIT ?"
        return [str(word) for (word,) in self._all(query, (begin, begin + "\U0010ffff", limit))]

    def terms_that_begin(self, begin: str, limit: int) -> list[str]:
        """Stored terms that begin so, in their order: for codes."""
        query = "SELECT term FROM term_count WHERE term >= ? AND term < ? LIMIT ?"
        return [str(term) for (term,) in self._all(query, (begin, begin + "\U0010ffff", limit))]

    def words_like(self, begin: str, shortest: int, longest: int) -> list[tuple[str, int]]:
        """Words of so many letters that begin so, with how many articles have each."""
        query = "SELECT word, articles FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
        return [(str(w), int(n)) for w, n in self._all(query, (begin, begin + "\U0010ffff", shortest, longest))]

    def known_words(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """Those of the words that some article has, with how many have each."""
        some = list(words)
        query = f"SELECT word, articles FROM word WHERE word IN ({', '.join('?' * len(some))})"  # noqa: S608 - only question marks
        return [(str(w), int(n)) for w, n in self._all(query, some)]

    def synonym(self, typed: str) -> str:
        """What articles say for it, by the company's own list; "" when it is not there."""
        return str(self._one("SELECT said FROM synonym WHERE typed = ?", (typed,)) or "")

    def cards(self, numbers: Sequence[int]) -> dict[int, Card]:
        """The articles by number; one that has just been removed is missing."""
        columns = ", ".join(Card._fields)
        query = f"SELECT {columns} FROM article WHERE number IN ({', '.join('?' * len(numbers))})"  # noqa: S608 - only question marks
        return {card.number: card for card in (Card(*row) for row in self._all(query, numbers))}

    def in_language(self, article: str, lang: str) -> Card | None:
        """The file of an article in a language."""
        query = f"SELECT {', '.join(Card._fields)} FROM article WHERE article = ? AND article <> '' AND (lang = ? OR lang LIKE ?)"  # noqa: S608
        rows = self._all(query, (article, lang, f"{lang}-%"))
        return Card(*rows[0]) if rows else None

    def body(self, number: int) -> str:
        """The plain text of an article, one paragraph a line; "" when it is gone."""

        def work(reader: apsw.Connection) -> str:
            row = reader.execute("SELECT body FROM article WHERE number = ?", (number,)).fetchone()
            return zlib.decompress(row[0]).decode() if row else ""

        return self._file.read(work)

    def _one(self, query: str, bindings: Sequence[Any]) -> Any:
        rows = self._all(query, bindings)
        return rows[0][0] if rows else None

    def _all(self, query: str, bindings: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._file.read(lambda reader: reader.execute(query, tuple(bindings)).fetchall())

    def _write(self, work: Callable[[apsw.Connection], None]) -> None:
        self._file.write(work)
        self._own_writes += 1


def _set_position(connection: apsw.Connection, text: str | None) -> None:
    if text is not None:
        connection.execute("INSERT OR REPLACE INTO state VALUES ('position', ?)", (text,))


def _put(connection: apsw.Connection, articles: Sequence[Article]) -> None:
    of = {False: Terms(indonesian=False), True: Terms(indonesian=True)}
    words: Counter[str] = Counter()
    for article in articles:
        fields = _fields(article)
        terms = of[plain_language(article.lang) == INDONESIAN]
        found = [tokens(fold(text)) for text in fields]
        title, *others = [terms.of(some) for some in found]
        connection.execute(
            f"INSERT INTO article ({_COLUMNS}) VALUES ({', '.join('?' * 11)})",  # noqa: S608 - the columns above
            (
                *(article.id, article.article, article.lang, article.kind.value, article.title, article.category, article.product),
                *(
                    " ".join(plain_text(article.summary).split()),
                    fields.keys,
                    title,
                    zlib.compress(fields.body[:_SHOWN_LETTERS].encode(), _COMPRESSION),
                ),
            ),
        )
        connection.execute(
            f"INSERT INTO term (rowid, {FIELDS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - the columns above
            (connection.last_insert_rowid(), title, *others),
        )
        words.update(_written(found))
    connection.executemany(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles", sorted(words.items())
    )


def _remove(connection: apsw.Connection, ids: Iterable[str]) -> None:
    words: Counter[str] = Counter()
    for id_ in ids:
        row = connection.execute("DELETE FROM article WHERE id = ? RETURNING number, title, keys, summary, body", (id_,)).fetchone()
        if row is None:
            continue
        number, title, keys, summary, body = row
        connection.execute("DELETE FROM term WHERE rowid = ?", (number,))
        words.update(_written([tokens(fold(text)) for text in (title, keys, summary, zlib.decompress(body).decode())]))
    # An article of more text than is kept leaves some of its words behind: they only complete and repair what is typed.
    connection.executemany("UPDATE word SET articles = articles - ? WHERE word = ?", [(n, word) for word, n in sorted(words.items())])
    if words:
        connection.execute("DELETE FROM word WHERE articles <= 0")


_COLUMNS = "id, article, lang, kind, title, category, product, summary, keys, title_terms, body"


def _fields(article: Article) -> _Fields:
    """The texts to search. A guide's steps are its body too."""
    body = [plain_text(article.body)]
    if article.guide:
        for step in article.guide.steps:
            body += [step.title, plain_text(step.text)]
    keys = [*article.also, *article.tags, article.product, article.category]
    return _Fields(article.title, "\n".join(keys), f"{article.summary}\n{headings(article.body)}", "\n".join(filter(None, body)))


def _written(found: Iterable[Iterable[str]]) -> Iterator[str]:
    """The words among the tokens as they are written, each once: letters only, and joined where something stands between (wifi)."""
    words: set[str] = set()
    for token in set().union(*found):
        if token.isalpha():
            words.add(token)
        else:
            words.update(part for part in (*parts(token), joined_word(token)) if part.isalpha())
    return (word for word in words if len(word) in _WORD_LETTERS)
