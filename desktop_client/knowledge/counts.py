"""How often articles were opened, helped and were passed over, and how many searches found nothing: counts of a day, never words."""

import contextlib
import re
from typing import Any

import apsw

from contract.articles import ArticleUse, PutHelpUse
from desktop_client.knowledge.database import Database

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LARGEST = 1_000_000
MOST_ARTICLES = 500
"""Of a day, those that were used most; the contract takes no more."""

MOST_DAYS = 60
"""A computer that never reaches its backend doesn't count for ever."""


class Counts:
    """Usable by any thread, like its database. Days are ISO 8601. Whoever counts has asked for consent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def searched(self, day: str, *, found_nothing: bool) -> None:
        """One more search."""
        self._database.write(lambda connection: _add_day(connection, day, searches=1, found_nothing=int(found_nothing)))

    def used(self, day: str, article: str, *, opened: int = 0, solved: int = 0, ignored: int = 0) -> None:
        """An article was opened, solved the problem, or was shown and passed over."""

        def work(connection: apsw.Connection) -> None:
            _add_day(connection, day)
            connection.execute(
                "INSERT INTO uses (day, article, opened, solved, ignored) VALUES (?, ?, ?, ?, ?) ON CONFLICT (day, article)"
                " DO UPDATE SET opened = opened + excluded.opened, solved = solved + excluded.solved, ignored = ignored + excluded.ignored",
                (day, article, opened, solved, ignored),
            )

        self._database.write(work)

    def waiting(self) -> dict[str, PutHelpUse]:
        """The days with counts that the backend doesn't know, the oldest first."""

        def work(connection: apsw.Connection) -> dict[str, PutHelpUse]:
            days = connection.execute("SELECT day, searches, found_nothing FROM days WHERE waits ORDER BY day").fetchall()
            return {
                str(day): PutHelpUse(searches=_count(searches), found_nothing=_count(nothing), articles=_uses(connection, str(day)))
                for day, searches, nothing in days
                if DAY.fullmatch(str(day))
            }

        return self._database.read(work)

    def told(self, day: str, counts: PutHelpUse, today: str) -> None:
        """The backend knows these counts of a day. A day that is over is forgotten then."""

        def work(connection: apsw.Connection) -> None:
            row = connection.execute("SELECT searches, found_nothing FROM days WHERE day = ?", (day,)).fetchone()
            if row is None:
                return
            now = PutHelpUse(searches=_count(row[0]), found_nothing=_count(row[1]), articles=_uses(connection, day))
            if now == counts:
                connection.execute("UPDATE days SET waits = 0 WHERE day = ?", (day,))
            _forget(connection, "day < ? AND NOT waits", today)

        self._database.write(work)

    def refused(self, day: str) -> None:
        """The backend never takes these."""
        self._database.write(lambda connection: _forget(connection, "day = ?", day))

    def forget(self) -> None:
        """No consent any more: nothing that was counted stays."""
        self._database.write(lambda connection: _forget(connection, "? = ''", ""))

    @staticmethod
    def rescue(damaged: apsw.Connection, fresh: apsw.Connection) -> None:
        """Takes over from a damaged file what can still be read."""
        with contextlib.suppress(apsw.Error, UnicodeDecodeError):
            for day, searches, nothing in damaged.execute("SELECT day, searches, found_nothing FROM days"):
                _add_day(fresh, str(day), searches=_count(searches), found_nothing=_count(nothing))
            for day, article, *counts in damaged.execute("SELECT day, article, opened, solved, ignored FROM uses"):
                fresh.execute(
                    "INSERT OR IGNORE INTO uses (day, article, opened, solved, ignored) VALUES (?, ?, ?, ?, ?)",
                    (str(day), str(article), *(_count(count) for count in counts)),
                )


def _add_day(connection: apsw.Connection, day: str, searches: int = 0, found_nothing: int = 0) -> None:
    connection.execute(
        "INSERT INTO days (day, searches, found_nothing) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET waits = 1,"
        " searches = searches + excluded.searches, found_nothing = found_nothing + excluded.found_nothing",
        (day, searches, found_nothing),
    )
    _forget(connection, "day NOT IN (SELECT day FROM days ORDER BY day DESC LIMIT ?)", MOST_DAYS)


def _uses(connection: apsw.Connection, day: str) -> tuple[ArticleUse, ...]:
    rows = connection.execute(
        "SELECT article, opened, solved, ignored FROM uses WHERE day = ? AND article != '' AND length(article) <= 200"
        " ORDER BY opened + solved DESC, ignored DESC, article LIMIT ?",
        (day, MOST_ARTICLES),
    )
    return tuple(
        ArticleUse(article=str(article), opened=_count(opened), solved=_count(solved), ignored=_count(ignored))
        for article, opened, solved, ignored in rows
    )


def _forget(connection: apsw.Connection, which: str, value: object) -> None:
    connection.execute(f"DELETE FROM days WHERE {which}", (value,))  # noqa: S608 - a constant of this module
    connection.execute("DELETE FROM uses WHERE day NOT IN (SELECT day FROM days)")


def _count(value: Any) -> int:
    return min(max(value, 0), LARGEST) if isinstance(value, int) else 0
