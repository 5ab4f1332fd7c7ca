"""The one thread that writes: functions that wait together are run in one transaction, each in a savepoint of its own.

A future resolves only after COMMIT, so what is answered is on disk. One writer instead of many connections, since SQLite's
busy wait is unfair, and a transaction that reads first and writes later fails at once under WAL.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store.engine import refusal_for
from server_stub.store.failpoints import pass_by

Result = TypeVar("Result")
GROUP = 256
DESK = "desk"
"""Stands among the persons in `Work.news` for every technician's page."""


@dataclass
class Work:
    """What a function gets: the connection inside the transaction, and `news`: persons whose feed grew, and `DESK`."""

    connection: Connection
    news: set[str] = field(default_factory=set)


@dataclass
class Job(Generic[Result]):
    """A function that waits for the writer. It may run twice, so it changes nothing but the store."""

    function: Callable[[Work], Result]
    future: Future[Result] = field(default_factory=Future)


class Writer(threading.Thread):
    """Takes functions from any thread; `tell` hears of each person whose feed grew, after the commit."""

    def __init__(self, engine: Engine, tell: Callable[[str], None]) -> None:
        super().__init__(name="store-writer", daemon=True)
        self._engine = engine
        self._tell = tell
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, function: Callable[[Work], Result]) -> Future[Result]:
        """The function's result, once it is durable. Refusals and errors come out of the future; that function then changed nothing."""
        job = Job(function)
        with self._lock:
            if self._closed:
                job.future.set_exception(RefusalError(Code.UNAVAILABLE, "The backend is stopping.", retry_after_s=5))
            else:
                self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Finishes what was submitted, then ends the thread."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._jobs.put(None)
        self.join()

    def run(self) -> None:
        """The thread's life."""
        ending = False
        while not ending:
            taken = [self._jobs.get()]
            while taken[-1] is not None and len(taken) < GROUP and not self._jobs.empty():
                taken.append(self._jobs.get())
            ending = taken[-1] is None
            if group := [job for job in taken if job is not None]:
                self._commit(group)

    def _commit(self, group: list[Job[Any]]) -> None:
        """One transaction for all. When the engine fails, nothing of it counts and each is tried by itself: one may be too big for a
        disk on which the others still fit.
        """
        news: set[str] = set()
        outcomes: list[tuple[Any, Exception | None]] = []
        committed = False
        try:
            with self._engine.connect() as connection:
                with connection.begin():
                    outcomes = [run_in_savepoint(connection, job, news) for job in group]
                    pass_by("store-before-commit")
                committed = True
        except Exception as error:  # noqa: BLE001 - the thread must go on, and those who wait must hear of it
            if not committed:
                self._failed(group, error)
                return
        pass_by("store-after-commit")
        for job, (result, refusal) in zip(group, outcomes, strict=True):
            if refusal is None:
                job.future.set_result(result)
            else:
                job.future.set_exception(refusal)
        for person in news:
            self._tell(person)

    def _failed(self, group: list[Job[Any]], error: Exception) -> None:
        if len(group) == 1:
            group[0].future.set_exception(refusal_for(error) if isinstance(error, DBAPIError) else error)
        else:
            for job in group:
                self._commit([job])


def run_in_savepoint(connection: Connection, job: Job[Result], news: set[str]) -> tuple[Result | None, Exception | None]:
    """The function's result, or its refusal with its changes undone. An error of the engine is raised: it ends the transaction."""
    work = Work(connection)
    savepoint = connection.begin_nested()
    try:
        result = job.function(work)
        savepoint.commit()
    except SQLAlchemyError:
        raise  # the engine may have rolled back everything already, so the savepoint isn't touched
    except Exception as refusal:  # noqa: BLE001 - goes to the one who asked
        savepoint.rollback()
        return None, refusal
    news |= work.news
    return result, None
