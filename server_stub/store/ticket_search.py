"""By which words technicians find a ticket: what it says, who reported it, where, the conversation, and their own notes.

Each ticket has a row of its words, folded (no capitals, no accents) and each once, beginning with a mark while it is not resolved. On
SQLite triggers keep an index of these rows (FTS5, https://sqlite.org/fts5.html#external_content_tables), so that it can't fall behind;
another engine looks through the rows.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Select, and_, column, insert, select, table, text, update

from server_stub.store.tables import messages, ticket_words, tickets

WORD = re.compile(r"[^\W_]+")
WORD_LETTERS = 40
"""A longer word is cut, in the index and in what is asked."""
MOST_WORDS = 10_000
"""Different words of one ticket; what comes after them is not found. Each message rewrites the row, so it must not grow without end."""
MOST_ASKED = 12
OPEN = "\u2022open"
"""The mark of a ticket that is not resolved. No letter of a word, and yet none that FTS5's tokenizer "ascii" would cut at."""
RESOLVED = "resolved"
PAGE = 500

_index = table("ticket_search", column("rowid"), column("ticket_search"))

INDEX = (
    """CREATE VIRTUAL TABLE ticket_search USING fts5(
        words, content='ticket_words', content_rowid='ticket', tokenize='ascii', detail='none', columnsize=0, prefix='1 2 3'
    )""",
    "INSERT INTO ticket_search(ticket_search) VALUES ('rebuild')",
    """CREATE TRIGGER ticket_words_added AFTER INSERT ON ticket_words BEGIN
        INSERT INTO ticket_search(rowid, words) VALUES (new.ticket, new.words);
    END""",
    """CREATE TRIGGER ticket_words_changed AFTER UPDATE ON ticket_words BEGIN
        INSERT INTO ticket_search(ticket_search, rowid, words) VALUES ('delete', old.ticket, old.words);
        INSERT INTO ticket_search(rowid, words) VALUES (new.ticket, new.words);
    END""",
    """CREATE TRIGGER ticket_words_removed AFTER DELETE ON ticket_words BEGIN
        INSERT INTO ticket_search(ticket_search, rowid, words) VALUES ('delete', old.ticket, old.words);
    END""",
)


def words_of(text_: str) -> list[str]:
    """The words of a text as they are kept and asked for: "Café RL-0142" is cafe, rl, 0142."""
    return [word[:WORD_LETTERS] for word in WORD.findall(folded(text_))]


def folded(text_: str) -> str:
    """A text without capitals, accents and other marks."""
    if text_.isascii():
        return text_.lower()  # the same, and many times as quick
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text_) if unicodedata.category(letter)[0] != "M")
    return unicodedata.normalize("NFKC", plain.casefold())


def add(connection: Connection, ticket: int, texts: Iterable[str], state: str) -> None:
    """Makes a ticket findable by these texts."""
    connection.execute(insert(ticket_words).values(ticket=ticket, words=row_of(state, texts)))


def add_words(connection: Connection, ticket: int, *texts: str) -> None:
    """Makes it findable by more texts."""
    before = kept(connection, ticket)
    keep(connection, ticket, before, [*before, *(word for one in texts for word in words_of(one))])


def mark(connection: Connection, ticket: int, state: str) -> None:
    """Notes whether it is resolved."""
    before = kept(connection, ticket)
    keep(connection, ticket, before, [*marks(state), *(word for word in before if word != OPEN)])


def marks(state: str) -> list[str]:
    """What stands before a ticket's words."""
    return [] if state == RESOLVED else [OPEN]


def kept(connection: Connection, ticket: int) -> list[str]:
    """The words of a ticket, with its mark."""
    return str(connection.scalar(select(ticket_words.c.words).where(ticket_words.c.ticket == ticket)) or "").split()


def keep(connection: Connection, ticket: int, before: list[str], after: list[str]) -> None:
    """Writes the row again, where something is new in it."""
    if (words := spaced(after)) != spaced(before):
        connection.execute(update(ticket_words).where(ticket_words.c.ticket == ticket).values(words=words))


def row_of(state: str, texts: Iterable[str]) -> str:
    """A ticket's row: its mark, then the words of the texts."""
    return spaced([*marks(state), *(word for one in texts for word in words_of(one))])


def spaced(words: Iterable[str]) -> str:
    """A row: each word once and with a space before it, so that " pri" finds where one begins."""
    return "".join(f" {word}" for word in list(dict.fromkeys(words))[:MOST_WORDS])


def found(connection: Connection, asked: str, *, only_open: bool) -> Select[tuple[int]] | None:
    """A query for the keys of the tickets that have every word, or words that begin like it; None when nothing is asked in words.

    Whoever asks adds bounds, order and a limit to it: `key` is its one column.
    """
    words = list(dict.fromkeys(words_of(asked)))[:MOST_ASKED]
    if not words:
        return None
    if connection.dialect.name == "sqlite":
        terms = [f'"{OPEN}"'] if only_open else []
        match = " AND ".join([*terms, *(f'"{word}"*' for word in words)])
        return select(_index.c.rowid.label("key")).where(_index.c.ticket_search.op("MATCH")(match))
    like = [ticket_words.c.words.like(f"% {word}%") for word in words]
    return select(ticket_words.c.ticket.label("key")).where(and_(*like))


def create_index(connection: Connection) -> None:
    """Makes the index on an engine that has one, over the rows that are there, all at once: many times as quick as row by row."""
    if connection.dialect.name == "sqlite":
        for statement in INDEX:
            connection.execute(text(statement))


def fill(connection: Connection) -> None:
    """Makes every ticket findable that is here already."""
    held, last = tickets.c, 0
    page = select(held.key, held.state, held.subject, held.details, held.person_name, held.account, held.computer, held.place).limit(PAGE)
    while rows := connection.execute(page.where(held.key > last).order_by(held.key)).all():
        said: dict[int, list[str]] = defaultdict(list)
        first, last = rows[0].key, rows[-1].key
        for message in connection.execute(select(messages.c.ticket, messages.c.text).where(messages.c.ticket.between(first, last))):
            said[message.ticket].append(message.text)
        words = [{"ticket": row.key, "words": row_of(row.state, [*row[2:], *said[row.key]])} for row in rows]
        connection.execute(insert(ticket_words), words)
