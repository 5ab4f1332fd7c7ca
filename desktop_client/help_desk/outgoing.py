"""The outbox as the sender sees it: what goes next, and how far each promise is."""

import time
from pathlib import Path
from typing import Any

import apsw
import msgspec

from contract.uploads import AttachmentRef
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.outbox_database import OutboxDatabase
from desktop_client.help_desk.outbox_schema import select
from desktop_client.help_desk.promise import Promise
from desktop_client.reasons import Reason


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One promise to be tried now. `tried`: its request may have arrived already; `complete`: the uploads that have.

    `seq` tells it from another promise that took its id meanwhile, when a person edited it.
    """

    seq: int
    promise: Promise
    attempts: int
    tried: bool
    total_bytes: int
    files: tuple[tuple[AttachmentRef, Path], ...]
    complete: frozenset[str]


class Outgoing:
    """Usable by any thread, like the outbox itself."""

    def __init__(self, database: OutboxDatabase) -> None:
        self._database = database

    def recover(self) -> None:
        """What a process that died was sending waits again."""
        self._execute("UPDATE promises SET state = 'waiting' WHERE state = 'sending'")

    def order(self) -> list[str]:
        """The ids that may be tried, in order: of each ticket the oldest first, its messages after its report, big files last of all."""

        def look(connection: apsw.Connection) -> list[tuple[Any, ...]]:
            return connection.execute(
                "SELECT id, ticket, parent, state FROM promises WHERE state != 'delivered' ORDER BY parent != '', seq"
            ).fetchall()

        ready: list[str] = []
        busy: set[str] = set()
        for id_, ticket, parent, state in self._database.run(look):
            if state == DeliveryState.REFUSED:
                # What follows a refused report waits for it; after a refused reply the talk goes on.
                if id_ == ticket:
                    busy.add(ticket)
                continue
            if ticket in busy:
                continue
            ready.append(id_)
            if not parent:
                busy.add(ticket)
        return ready

    def take(self, promise_id: str) -> Job | None:
        """Marks it as being sent; None when it was taken back meanwhile."""

        def work(connection: apsw.Connection) -> Job | None:
            rows = select(connection, "WHERE id = ? AND state IN ('waiting', 'sending')", promise_id)
            if not rows:
                return None
            row = rows[0]
            connection.execute("UPDATE promises SET state = 'sending' WHERE seq = ?", (row.seq,))
            complete = connection.execute("SELECT upload FROM uploads WHERE id = ? AND complete", (promise_id,)).fetchall()
            folder = self._database.files / row.folder
            return Job(
                seq=row.seq,
                promise=row.promise,
                attempts=row.attempts,
                tried=row.tried,
                total_bytes=row.total_bytes,
                files=tuple((file, folder / file.upload) for file in row.promise.attachments()),
                complete=frozenset(str(upload) for (upload,) in complete),
            )

        return self._database.run(work)

    def newest(self) -> int:
        """Counts promises: what is promised later has a higher number."""
        found = self._database.run(lambda connection: connection.execute("SELECT max(seq) FROM promises").fetchone())
        return int(found[0] or 0) if found else 0

    def has_words_after(self, newest: int) -> bool:
        """Whether something else than a big file was promised since: it must not wait for one."""
        words = "SELECT 1 FROM promises WHERE seq > ? AND state = 'waiting' AND parent = '' LIMIT 1"
        return self._database.run(lambda connection: connection.execute(words, (newest,)).fetchone()) is not None

    def let_go(self, job: Job) -> None:
        """It was not tried to the end, and nothing is wrong with it."""
        self._execute("UPDATE promises SET state = 'waiting' WHERE seq = ? AND state = 'sending'", job.seq)

    def trying(self, job: Job) -> None:
        """Its request is about to leave: from now on it may have arrived."""
        self._execute("UPDATE promises SET tried = 1 WHERE seq = ? AND NOT tried", job.seq)

    def upload_at(self, promise_id: str, upload: str, sent_bytes: int, *, complete: bool = False) -> None:
        """So much of a file has arrived."""
        self._execute(
            "INSERT INTO uploads (id, upload, sent_bytes, complete) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id, upload) DO UPDATE SET sent_bytes = excluded.sent_bytes, complete = excluded.complete",
            promise_id,
            upload,
            sent_bytes,
            int(complete),
        )

    def uploads_gone(self, promise_id: str) -> None:
        """The backend no longer has all of its files: each is asked for anew."""
        self._execute("DELETE FROM uploads WHERE id = ?", promise_id)

    def delivered(self, job: Job, number: str, answer: bytes) -> None:
        """It has arrived."""
        self._execute(
            "UPDATE promises SET state = 'delivered', attempts = attempts + 1, reason = NULL, next_try = NULL,"
            " number = ?, answer = ?, delivered = ? WHERE seq = ?",
            number,
            answer,
            time.time(),
            job.seq,
        )

    def failed(self, job: Job, reason: Reason, next_try: float | None) -> None:
        """It has not arrived, and is tried again at that time (Unix seconds)."""
        self._execute(
            "UPDATE promises SET state = 'waiting', attempts = attempts + 1, reason = ?, next_try = ? WHERE seq = ? AND state = 'sending'",
            msgspec.json.encode(reason),
            next_try,
            job.seq,
        )

    def refused(self, job: Job, reason: Reason) -> None:
        """It waits for a person."""
        self._execute(
            "UPDATE promises SET state = 'refused', attempts = attempts + 1, reason = ?, next_try = NULL"
            " WHERE seq = ? AND state = 'sending'",
            msgspec.json.encode(reason),
            job.seq,
        )

    def hold(self, reason: Reason, next_try: float | None) -> None:
        """Nothing goes out before that time, for a reason that all share."""
        self._execute("UPDATE promises SET reason = ?, next_try = ? WHERE state = 'waiting'", msgspec.json.encode(reason), next_try)

    def nobody_tries(self) -> None:
        """The sender ends: there is no next try until one runs again."""
        self._execute("UPDATE promises SET next_try = NULL WHERE state = 'waiting'")

    def _execute(self, statement: str, *values: Any) -> None:
        self._database.run(lambda connection: connection.execute(statement, values).fetchall())
