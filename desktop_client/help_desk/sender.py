"""The sender: brings what waits in the outbox to the backend, in order, until it is there. It never gives up by itself.

One sender runs per profile, kept apart by a file lock. The tray runs it as a thread; the command line drains the outbox itself when no
tray runs, and wakes the tray's sender otherwise.
"""

import contextlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_client.backend import refusals
from desktop_client.backend.session import Session, StoppedError
from desktop_client.backend.uploads import Pace
from desktop_client.help_desk.backoff import Backoff
from desktop_client.help_desk.deliver import deliver
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.outgoing import Job, Outgoing
from desktop_client.help_desk.promise import Promise
from desktop_client.reasons import Cause, Cure, Reason, RefusedError
from desktop_client.system.file_lock import FileLock

log = logging.getLogger(__name__)

HEALTH_EVERY_S = 60.0
IDLE_S = 60.0
"""How often the outbox is looked at when nobody said that something is new."""

OTHER_SENDER_S = 2.0
WATCH_S = 0.1
PERSON_S = 900.0
"""When only a person can help (register again), it is looked at this often all the same."""

ITS_OWN = {Cause.SERVER_PROBLEM, Cause.NOT_OURS}
"""Trouble that one report alone may cause; a second one in a row is the backend's."""

EVERYBODYS = {Cause.NOT_ENROLLED, Cause.REVOKED, Cause.KEYRING_LOCKED, Cause.DISK_FULL, Cause.PROFILE_READ_ONLY}
"""What needs a person, but is wrong with no report."""


class Sender:
    """`run` belongs to a thread of its own; everything else may be called by any thread."""

    def __init__(
        self,
        outbox: Outbox,
        session_factory: Callable[[], Session | None],
        lock_file: Path,
        on_change: Callable[[], None] = lambda: None,
        *,
        delivered: Callable[[Promise, bytes], None] = lambda _promise, _answer: None,
        ring: Callable[[], None] = lambda: None,
        health_every_s: float = HEALTH_EVERY_S,
        backoff: Backoff | None = None,
    ) -> None:
        """`session_factory` gives None while this computer isn't enrolled. `on_change` hears, in the sender's thread, that a delivery
        changed; `delivered` gets each promise that arrived, with the answer. `ring` wakes the sender of another process.
        """
        self._outbox = outbox
        self._outgoing = Outgoing(outbox.database)
        self._session_factory = session_factory
        self._lock_file = lock_file
        self._on_change = on_change
        self._delivered = delivered
        self._ring = ring
        self._health_every_s = health_every_s
        self._backoff = backoff or Backoff()
        self._own_backoff: dict[str, Backoff] = {}
        self._pace = Pace()
        self._woken = threading.Condition()
        self._wake_wanted = False
        self._closed = False
        self._draining = False
        self._put_off = False
        self._session: Session | None = None
        self._health_next = 0.0
        self._health_helps = True
        self.reason: Reason | None = None
        """What holds everything up, None when nothing does."""

    def run(self) -> None:
        """Sends until `close`, waiting meanwhile for whichever other process is sending."""
        lock = FileLock(self._lock_file)
        while not self._closed:
            if not self._take(lock):
                self._wait(OTHER_SENDER_S)
                continue
            try:
                self._start()
                # Another process may have sent something meanwhile.
                self._on_change()
                while not self._closed:
                    self._wait(self._pass(None))
            finally:
                with contextlib.suppress(RefusedError):
                    self._outgoing.nobody_tries()
                lock.release()

    @staticmethod
    def _take(lock: FileLock) -> bool:
        try:
            return lock.acquire()
        except OSError as error:
            log.info("The sender's lock can't be opened: %s", type(error).__name__)
            return False

    def wake(self) -> None:
        """Something was promised, or a person, the network or the computer gives cause to try at once."""
        with self._woken:
            self._wake_wanted = True
            self._woken.notify_all()

    def close(self) -> None:
        """Ends the sender, in the middle of a call too; what it was sending waits for the next start."""
        with self._woken:
            self._closed = True
            self._woken.notify_all()
        session = self._session
        if session:
            session.stop()

    def drain(self, until: str | None, seconds: float) -> None:
        """Sends all that waits, oldest first, until the delivery `until` has arrived or is refused, or the seconds are over.

        When another process sends already, that one is rung and watched. A sender that drained is not used again.
        """
        deadline = time.monotonic() + seconds
        lock = FileLock(self._lock_file)
        rung = False
        while not self._is_done(until):
            if time.monotonic() < deadline and self._take(lock):
                try:
                    self._drain_alone(until, deadline)
                finally:
                    with contextlib.suppress(RefusedError):
                        self._outgoing.nobody_tries()
                    lock.release()
                return
            if not rung:
                self._ring()
                rung = True
            if time.monotonic() >= deadline:
                return
            time.sleep(WATCH_S)

    def _drain_alone(self, until: str | None, deadline: float) -> None:
        self._draining = True
        self._start()
        timer = threading.Timer(max(deadline - time.monotonic(), 0.0), self.close)
        timer.daemon = True
        timer.start()
        try:
            while not self._closed and not self._is_done(until):
                wait = self._pass(until)
                if self.reason and self.reason.cause in EVERYBODYS:
                    return
                if not self._is_done(until):
                    self._wait(min(wait, max(deadline - time.monotonic(), 0.0)))
        finally:
            timer.cancel()

    def _is_done(self, until: str | None) -> bool:
        if until is None:
            return not self._outgoing.order()
        found = self._outbox.delivery(until)
        return found is None or found.state in {DeliveryState.DELIVERED, DeliveryState.REFUSED}

    def _start(self) -> None:
        try:
            self._outgoing.recover()
            self._outbox.sweep()
        except RefusedError as error:
            self._hold(error.reason)

    def _wait(self, seconds: float) -> None:
        with self._woken:
            if not self._wake_wanted and not self._closed:
                self._woken.wait(seconds)
            if self._wake_wanted:
                self._wake_wanted = False
                self._backoff.hurry()
                for own in self._own_backoff.values():
                    own.hurry()
                self._health_helps = True

    def _pass(self, until: str | None) -> float:
        """Tries what may be tried now; gives the seconds until there is cause for another pass."""
        try:
            order = self._outgoing.order()
            if not order:
                self._settle()
                return IDLE_S
            if self._backoff.wait_s > 0 and not self._is_healthy_again():
                return self._until_next()
            with self._open_session() as session:
                return self._send_all(session, order, until)
        except StoppedError:
            return 0.0
        except RefusedError as error:
            return self._hold(error.reason)
        except Exception:
            # A fault of ours must not end the sender: what waits would wait for the next start.
            ref = secrets.token_hex(4)
            log.exception("The sender failed (%s)", ref)
            return self._hold(refusals.in_time(Cause.UNEXPECTED, ref=ref))
        finally:
            self._session = None

    @contextlib.contextmanager
    def _open_session(self) -> Iterator[Session]:
        session = self._session_factory()
        if session is None:
            raise RefusedError(Reason(Cause.NOT_ENROLLED))
        with session:
            self._session = session
            if self._closed:
                session.stop()
            yield session

    def _send_all(self, session: Session, order: list[str], until: str | None) -> float:
        passed: set[str] = set()
        failures = 0
        while order and not self._closed:
            job_id = order[0]
            passed.add(job_id)
            own = self._own_backoff.get(job_id)
            if not own or own.wait_s == 0:
                self._put_off = False
                reason = self._try(session, job_id)
                if self._put_off:
                    passed.discard(job_id)
                failures = failures + 1 if reason else 0
                if reason and (failures > 1 or reason.cause not in ITS_OWN):
                    return self._hold(reason)
                if reason is None:
                    self._settle()
                if until and self._is_done(until):
                    return 0.0
            order = [one for one in self._outgoing.order() if one not in passed]
        # One whose own wait ended while others were sent is due now.
        return min([IDLE_S, *(self._own_backoff[one].wait_s for one in self._outgoing.order() if one in self._own_backoff)])

    def _try(self, session: Session, job_id: str) -> Reason | None:
        """Tries one promise; the reason if it has to be tried again, None when it arrived or waits for a person."""
        job = self._outgoing.take(job_id)
        if job is None:
            return None
        self._on_change()
        arrived = self._pace.arrived
        try:
            answer = deliver(job, self._outgoing, session, self._pace, self._on_change)
        except StoppedError:
            if not self._closed:
                self._outgoing.let_go(job)
                self._put_off = True
                return None
            self._note_stop(job)
            raise
        except RefusedError as error:
            if self._pace.arrived > arrived:
                # A line that breaks again and again brings a big file over all the same, if the waits don't grow meanwhile.
                self._backoff.worked()
            return self._failed(job, error.reason)
        except BaseException:
            self._outgoing.let_go(job)
            raise
        self._own_backoff.pop(job_id, None)
        try:
            self._delivered(job.promise, answer.body)
        except Exception:
            # It has arrived, whatever the list of tickets makes of it.
            log.exception("A delivered promise can't be listed")
        self._on_change()
        return None

    def _failed(self, job: Job, reason: Reason) -> Reason | None:
        job_id = job.promise.id
        if reason.cure is Cure.PERSON and reason.cause not in EVERYBODYS:
            self._outgoing.refused(job, reason)
            self._own_backoff.pop(job_id, None)
            self._on_change()
            return None
        own = self._own_backoff.setdefault(job_id, Backoff())
        wait = own.failed(reason.retry_after_s) if reason.cause in ITS_OWN else 0.0
        self._outgoing.failed(job, reason, time.time() + wait)
        self._on_change()
        return reason

    def _note_stop(self, job: Job) -> None:
        if not self._draining:
            self._outgoing.let_go(job)
            return
        # The seconds that were given are over: that is a reason which a person can be told.
        found = self._outbox.delivery(job.promise.parent or job.promise.id)
        percent = found.sent_bytes * 100 // max(found.total_bytes, 1) if found else 0
        self._outgoing.failed(job, refusals.in_time(Cause.SLOW, percent=percent), None)

    def _hold(self, reason: Reason) -> float:
        """Nothing goes out for a while; gives the seconds."""
        wait = self._backoff.failed(reason.retry_after_s)
        by_person = reason.cause in {Cause.NOT_ENROLLED, Cause.REVOKED}
        self.reason = reason
        self._health_next = time.monotonic() + self._health_every_s * (1 + secrets.randbelow(250) / 1000)
        log.info("Nothing goes out for %d s: %s", wait, reason.cause.value)
        with contextlib.suppress(RefusedError):
            self._outgoing.hold(reason, None if by_person else time.time() + wait)
        self._on_change()
        return PERSON_S if by_person else self._until_next()

    def _settle(self) -> None:
        self._backoff.worked()
        self._health_helps = True
        if self.reason:
            self.reason = None
            self._on_change()

    def _until_next(self) -> float:
        wait = self._backoff.wait_s
        if self._health_helps and self.reason and self.reason.retry_after_s is None:
            wait = min(wait, max(self._health_next - time.monotonic(), 0.0))
        return wait

    def _is_healthy_again(self) -> bool:
        """While the backend is away, asks at most once a minute whether it is back, instead of sending everything again."""
        if not self._health_helps or not self.reason or self.reason.retry_after_s is not None or time.monotonic() < self._health_next:
            return False
        self._health_next = time.monotonic() + self._health_every_s * (1 + secrets.randbelow(250) / 1000)
        try:
            with self._open_session() as session:
                session.check_health()
        except RefusedError:
            return False
        # If sending fails all the same, only the longer waits help.
        self._health_helps = False
        return True
