"""Whether an article helped, as the person said it: kept here until the backend has it."""

import contextlib
from dataclasses import dataclass

import apsw
import msgspec

from contract.articles import PutOpinion
from contract.ids import is_id, new_id
from desktop_client.knowledge.database import Database


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """One that waits. `request` is a `PutOpinion` as JSON, which never changes, so that sending it again is harmless."""

    id: str
    article: str
    request: bytes


class Opinions:
    """Usable by any thread, like its database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, article: str, opinion: PutOpinion) -> str:
        """Keeps an opinion to be sent, and gives its id."""
        id_ = new_id()

        def work(connection: apsw.Connection) -> None:
            row = (id_, article, msgspec.json.encode(opinion))
            connection.execute("INSERT INTO opinions (id, article, request) VALUES (?, ?, ?)", row)
            connection.execute("INSERT OR REPLACE INTO answered (article, version) VALUES (?, ?)", (article, opinion.version))

        self._database.write(work)
        return id_

    def answered(self, article: str, version: int) -> bool:
        """Whether this person was asked about this version, and answered."""
        query = "SELECT 1 FROM answered WHERE article = ? AND version >= ?"
        return self._database.read(lambda connection: connection.execute(query, (article, version)).fetchone()) is not None

    def waiting(self) -> tuple[Opinion, ...]:
        """Those that the backend doesn't have, the oldest first."""
        rows = self._database.read(
            lambda connection: connection.execute("SELECT id, article, request FROM opinions ORDER BY id").fetchall()
        )
        return tuple(Opinion(id=str(id_), article=str(article), request=_bytes(request)) for id_, article, request in rows)

    def done(self, id_: str) -> None:
        """The backend has it, or never takes it."""
        self._database.write(lambda connection: connection.execute("DELETE FROM opinions WHERE id = ?", (id_,)))

    @staticmethod
    def rescue(damaged: apsw.Connection, fresh: apsw.Connection) -> None:
        """Takes over from a damaged file what can still be read."""
        with contextlib.suppress(apsw.Error, msgspec.DecodeError, UnicodeDecodeError):
            for id_, article, request in damaged.execute("SELECT id, article, request FROM opinions"):
                msgspec.json.decode(_bytes(request), type=PutOpinion)
                if is_id(str(id_)):
                    fresh.execute("INSERT OR IGNORE INTO opinions (id, article, request) VALUES (?, ?, ?)", (id_, str(article), request))


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
