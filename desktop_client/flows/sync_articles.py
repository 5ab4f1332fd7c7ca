"""Keeps the help articles on this computer what they are at the backend: at the start, when there is cause, and every few minutes.

One process of a profile does it at a time, by a lock: the tray, or `sigap search --sync`. Nothing of the library is imported, and none of
its files opened, before the first look, so that a start stays light.
"""

import logging
import math
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_client.backend.session import Session, StoppedError
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.backoff import Backoff
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.system.file_lock import FileLock
from desktop_client.system.machine.spare_memory import give_back

if TYPE_CHECKING:
    from desktop_client.flows.fetch_articles import Faulty

log = logging.getLogger(__name__)

EVERY_S = 300.0
"""More or less: what is retired disappears from every computer within minutes. With nothing new an answer has 200 bytes."""

FIRST_S = 20.0
"""A start has better things to do; who looks for help wakes it earlier."""

SPREAD_S = 20.0
"""When articles change, all computers hear it at once, and ask within so long."""

OTHER_S = 5.0
"""When another process fetches, it is looked at so soon whether it has ended."""

OTHER_ENDS_S = 60.0
"""So long a command waits for another process that fetches; beyond that both do."""

PERSON_S = 900.0
"""When only a person can help (register), it is looked at this often all the same."""


@dataclass(frozen=True, kw_only=True)
class SyncProgress:
    """`done` of `total` articles can be found; both are 0 before anything is known. `running`: there is something to fetch or to read in.

    `reason`: why the backend couldn't be asked, None when it could.
    """

    done: int = 0
    total: int = 0
    running: bool = False
    reason: Reason | None = None


class ArticleSync:
    """`run` belongs to a thread of its own; everything else may be called by any."""

    def __init__(
        self,
        instance: Instance,
        *,
        every_s: float = EVERY_S,
        first_s: float = FIRST_S,
        spread_s: float = SPREAD_S,
        backoff: Backoff | None = None,
    ) -> None:
        """`first_s` is how long it waits at the start, unless somebody looks for help."""
        self._instance = instance
        self._listeners: list[Callable[[SyncProgress], object]] = []
        self._every_s, self._first_s, self._spread_s = every_s, first_s, spread_s
        self._due = math.inf
        self._backoff = backoff or Backoff()
        self._told = threading.Condition()
        self._wanted = False
        self._starting = True
        self._closed = False
        self._session: Session | None = None
        self._progress = SyncProgress()
        self._faulty: Faulty | None = None

    def run(self) -> None:
        """Fetches until `close`."""
        self._wait(self._first_s)
        self._starting = False
        while not self._closed:
            self._wait(self._look())

    def wake(self) -> None:
        """There is cause to look at once, such as that the network came back. A start that has just begun looks soon anyway."""
        with self._told:
            self._backoff.hurry()
            self._wanted = self._wanted or not self._starting
            self._told.notify_all()

    def changed(self) -> None:
        """Articles changed at the backend, for everybody."""
        with self._told:
            self._due = min(self._due, time.monotonic() + self._spread_s * random.random())  # noqa: S311 - spreads clients out
            self._told.notify_all()

    def look_now(self) -> None:
        """Somebody looks for help, or said whether an article helped: it looks at once, also in the first moments."""
        with self._told:
            self._backoff.hurry()
            self._wanted = True
            self._told.notify_all()

    def listen(self, callback: Callable[[SyncProgress], object]) -> None:
        """Calls back, in the thread of `run`, whenever `progress` has changed, or what can be found."""
        self._listeners.append(callback)

    def close(self) -> None:
        """Ends it, in the middle of a page too; what is whole is kept."""
        with self._told:
            self._closed = True
            self._told.notify_all()
        session = self._session
        if session:
            session.stop()

    def progress(self) -> SyncProgress:
        """How far it is."""
        return self._progress

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        with self._told:
            while not (self._closed or self._wanted) and (left := min(until, self._due) - time.monotonic()) > 0:
                self._told.wait(left)
            # Whatever gives cause, the backend's own wish to be left alone is kept.
            while not self._closed and self._backoff.wait_s > 0:
                self._told.wait(self._backoff.wait_s)
            self._wanted, self._due = False, math.inf

    def _look(self) -> float:
        """One look; gives the seconds until the next."""
        reason: Reason | None = None
        wait = self._every_s * (0.75 + random.random() / 2)  # noqa: S311 - spreads clients out, keeps nothing secret
        try:
            with articles_lock(self._instance) as alone:
                if not alone:
                    return OTHER_S
                self._fetch()
            self._backoff.worked()
        except StoppedError:
            wait = 0.0
        except RefusedError as error:
            reason = error.reason
            log.info("No articles: %s", reason.cause.value)
            if reason.cause in {Cause.NOT_ENROLLED, Cause.REVOKED}:
                wait = PERSON_S
            elif reason.cause is not Cause.REFUSED:
                wait = self._backoff.failed(reason.retry_after_s)
        except Exception:
            # A fault of ours must not leave the person without articles until the next start.
            log.exception("Fetching articles failed")
            wait = self._backoff.failed()
        finally:
            self._session = None
        self._say(running=False, reason=reason)
        return wait

    def _fetch(self) -> None:
        from desktop_client.flows import fetch_articles as fetching  # noqa: PLC0415 - see this module's first lines
        from desktop_client.knowledge import feeding  # noqa: PLC0415 - the same

        library, index = self._instance.library, self._instance.index
        change, followed = (library.mark(), library.last_change()), feeding.follows(library, index)
        library.made_anew = self.wake
        index.when_made_anew(self.wake)
        self._faulty = self._faulty or fetching.Faulty(set())
        fetching.make_findable(library, index, self._count, self._stopped)
        if not followed:
            self._tell()
        session = self._instance.session()
        if session is None:
            raise RefusedError(Reason(Cause.NOT_ENROLLED))
        with session:
            self._session = session
            if self._closed:
                raise StoppedError
            self._instance.claim_articles()
            fetching.fetch_articles(session, library, index, self._count, self._stopped)
            fetching.send_opinions(session, library)
            fetching.send_counts(session, library, consent=self._instance.preferences.values().count_help)
            fetching.fetch_images(session, library, self._faulty, self._stopped)
        if (library.mark(), library.last_change()) != change:
            self._tell()
            library.rest()
            give_back()

    def _stopped(self) -> bool:
        return self._closed

    def _count(self, done: int, total: int) -> None:
        self._say(done=done, total=total, running=done < total)

    def _say(self, *, running: bool, done: int | None = None, total: int | None = None, reason: Reason | None = None) -> None:
        before = self._progress
        self._progress = SyncProgress(
            done=before.done if done is None else done, total=before.total if total is None else total, running=running, reason=reason
        )
        if self._progress != before:
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self._progress)


def sync_now(
    instance: Instance,
    session: Session,
    told: Callable[[int, int], object] = lambda _done, _total: None,
    *,
    wait_s: float = OTHER_ENDS_S,
) -> None:
    """Fetches what changed and returns when all of it can be found; waits a while for another process that fetches. RefusedError."""
    from desktop_client.flows import fetch_articles as fetching  # noqa: PLC0415 - see this module's first lines

    until = time.monotonic() + wait_s
    while True:
        with articles_lock(instance) as alone:
            if alone or time.monotonic() > until:
                instance.claim_articles()
                fetching.make_findable(instance.library, instance.index, told, _never)
                fetching.fetch_articles(session, instance.library, instance.index, told, _never)
                return
        time.sleep(0.1)


def read_in(instance: Instance) -> None:
    """Makes findable what was fetched before the program ended, unless another process is at it."""
    from desktop_client.flows import fetch_articles as fetching  # noqa: PLC0415 - see this module's first lines

    with articles_lock(instance) as alone:
        if alone:
            fetching.make_findable(instance.library, instance.index, lambda _done, _total: None, _never)


def _never() -> bool:
    return False


@contextmanager
def articles_lock(instance: Instance) -> Iterator[bool]:
    """Whether this process is the one that fetches, for the length of the block. Where no lock can be made, everybody may."""
    lock = FileLock(instance.profile.articles_lock)
    try:
        alone = lock.acquire()
    except OSError:
        alone = True
    try:
        yield alone
    finally:
        lock.release()
