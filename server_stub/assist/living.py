"""Whether sessions still live: requests expire, silent computers end, and nothing lasts longer than it may.

Signs of life are kept in memory, since a client gives one every few seconds: after a start of the backend each count begins anew.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from contract.assist import LONGEST_S, SILENT_S, AssistState, End
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store import assist, tables
from server_stub.store.database import Store
from server_stub.store.writer import Work

CODES = 30
"""Most codes of one session, both directions together."""

GRACE = timedelta(seconds=60)
"""The client ends a session after `LONGEST_S` itself, and says so; the backend does when that didn't come."""


class Living:
    """Watches the sessions that are not over. Everything may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._signs: dict[str, datetime] = {}
        self._codes: dict[str, int] = {}
        self._lives = threading.Event()
        self._lives.set()

    def something_lives(self) -> None:
        """A session was asked for: from now on `tick` looks."""
        self._lives.set()

    def sign(self, session_id: str, now: datetime) -> None:
        """The computer spoke."""
        with self._lock:
            self._signs[session_id] = now

    def last_sign(self, session_id: str) -> datetime | None:
        """When the computer spoke last, or the count began."""
        with self._lock:
            return self._signs.get(session_id)

    def refuse_too_many_codes(self, session_id: str) -> None:
        """Raises a `RefusalError` when a session has had as many codes as it may."""
        with self._lock:
            if self._codes.get(session_id, 0) >= CODES:
                raise RefusalError(Code.LIMIT_REACHED, f"More than {CODES} codes in one session.", limit=CODES)

    def count_code(self, session_id: str, new: bool) -> None:  # noqa: FBT001 - a count of one or none
        """A code was taken."""
        with self._lock:
            self._codes[session_id] = self._codes.get(session_id, 0) + new

    def tick(self, now: datetime) -> None:
        """Ends what is due. Called every second; while nothing lives, it costs nothing.

        An unanswered request expires at its time. A session that was consented to ends as silent after `SILENT_S` without a sign. Each
        ends as time-up at the latest `LONGEST_S` and a minute after it started, or after consent when it never did: the backend can't
        know of a tool whether it can be closed, so this bound holds for all of them. Raises what the store raises, after all were tried.
        """
        if not self._lives.is_set():
            return
        self._lives.clear()  # before looking, so that one who asks meanwhile sets it again
        rows = self._store.read(assist.live)
        if rows:
            self._lives.set()
        self._forget({row.id for row in rows})
        endings = [self._store.submit(self._ending(row.id, now)) for row in rows if self._due(row, now) is not None]
        if failed := [error for ending in endings if (error := ending.exception()) is not None]:
            raise failed[0]

    def _ending(self, session_id: str, now: datetime) -> Callable[[Work], None]:
        def run(work: Work) -> None:
            for row in assist.find(work.connection, tables.assist_sessions.c.id == session_id):
                if row.live_ticket is not None and (end := self._due(row, now)) is not None:
                    assist.finish(work, row, end, assist.BACKEND, now)

        return run

    def _due(self, row: Row[Any], now: datetime) -> End | None:
        if row.state == AssistState.ASKED.value:
            return End.EXPIRED if now >= row.expires else None
        if now >= (row.started or row.consented) + timedelta(seconds=LONGEST_S) + GRACE:
            return End.TIME_UP
        with self._lock:
            last = min(self._signs.get(row.id, now), now)  # a clock that was set back counts from now
            self._signs[row.id] = last
        return End.SILENT if now - last > timedelta(seconds=SILENT_S) else None

    def _forget(self, live: set[str]) -> None:
        with self._lock:
            for held in (self._signs, self._codes):
                for gone in held.keys() - live:
                    del held[gone]
