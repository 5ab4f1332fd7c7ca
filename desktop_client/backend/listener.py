"""Listens to the feed: pages until everything is known, then a live stream; pages again and again where streams don't come through."""

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Any

import msgspec

from contract.endpoints import FEED
from contract.feed import HEARTBEAT_S, FeedEntry, FeedHello, FeedPage
from desktop_client.backend import refusals
from desktop_client.backend.events import Event, EventReader, TooLongError
from desktop_client.backend.session import Session, StoppedError
from desktop_client.reasons import Cause, Reason, RefusedError

log = logging.getLogger(__name__)

SILENCE_S = HEARTBEAT_S * 2 + 5.0
"""A stream that is silent for longer than two heartbeats is dead, whatever the operating system says about the connection."""

HELLO_S = 10.0
"""A stream says hello at once; where it doesn't, something on the way collects it."""

POLL_S = 30.0
STREAM_AGAIN_S = 600.0
"""After so long it is tried again whether streams come through."""

FIRST_S, LONGEST_S = 1.0, 60.0
KINDS = frozenset({"ticket", "message", "assist"})
SHORT_S = 5.0
NOT_ENROLLED_S = 900.0


class _BufferedError(Exception):
    """The stream doesn't come through as one."""


class Listener:
    """`run` belongs to a thread of its own; `wake` and `close` may be called by any."""

    def __init__(
        self,
        session_factory: Callable[[], Session | None],
        after: Callable[[], tuple[str, int]],
        on_page: Callable[[FeedPage], None],
        on_state: Callable[[bool], None] = lambda _connected: None,
        *,
        on_articles: Callable[[], object] = lambda: None,
        poll_s: float = POLL_S,
        hello_s: float = HELLO_S,
        silence_s: float = SILENCE_S,
    ) -> None:
        """`after` gives epoch and number of the last entry known; `on_page` takes entries over, in order, in the listener's thread.

        `on_state` hears whether the backend can be reached, when that changes; `on_articles` that help articles changed there.
        """
        self._session_factory = session_factory
        self._after = after
        self._on_page = on_page
        self._on_state = on_state
        self._on_articles = on_articles
        self._poll_s, self._hello_s, self._silence_s = poll_s, hello_s, silence_s
        self._woken = threading.Condition()
        self._wake_wanted = False
        self._closed = False
        self._session: Session | None = None
        self._connected: bool | None = None
        self._failures = 0
        self._stream_from = 0.0
        self._short_streams = 0
        self.reason: Reason | None = None
        """Why the backend can't be reached, None while it can."""

    def run(self) -> None:
        """Listens until `close`."""
        while not self._closed:
            wait = self._listen()
            with self._woken:
                if not self._closed and not self._wake_wanted:
                    self._woken.wait(wait)
                if self._wake_wanted:
                    self._failures = 0
                self._wake_wanted = False

    def wake(self) -> None:
        """The network changed, the computer woke up, or it was enrolled: begins again at once."""
        with self._woken:
            self._wake_wanted = True
            self._woken.notify_all()
        self._stop_session()

    def close(self) -> None:
        """Ends the listener, in the middle of a silent stream too."""
        with self._woken:
            self._closed = True
            self._woken.notify_all()
        self._stop_session()

    def _stop_session(self) -> None:
        session = self._session
        if session:
            session.stop()

    def _listen(self) -> float:
        """One connection's life; gives the seconds until the next."""
        wait = self._poll_s
        try:
            session = self._session_factory()
            if session is None:
                return self._lost(Reason(Cause.NOT_ENROLLED))
            with session:
                self._session = session
                if not (self._closed or self._wake_wanted):
                    wait = self._follow(session)
        except StoppedError:
            wait = 0.0
        except _BufferedError:
            log.info("The feed doesn't come through as a stream; asking every %d s", self._poll_s)
            self._stream_from = time.monotonic() + STREAM_AGAIN_S
        except RefusedError as error:
            wait = self._lost(error.reason)
        except Exception:
            # A fault of ours must not leave the person without news until the next start.
            log.exception("The listener failed")
            wait = self._lost(refusals.in_time(Cause.UNEXPECTED, ref=""))
        finally:
            self._session = None
        return wait

    def _follow(self, session: Session) -> float:
        read_pages(session, self._after, self._on_page)
        self._found()
        if time.monotonic() < self._stream_from:
            return self._poll_s
        started = time.monotonic()
        self._stream(session)
        return self._ended(time.monotonic() - started)

    def _stream(self, session: Session) -> None:
        epoch, number = self._after()
        reader = EventReader()
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        hello = False
        watch = threading.Timer(self._hello_s, session.stop)
        watch.daemon = True
        watch.start()
        try:
            with session.stream(FEED, query={"after": number}, headers=headers, read_s=self._silence_s) as (answer, pieces):
                if not answer.headers.get("content-type", "").startswith("text/event-stream"):
                    raise _BufferedError
                for piece in pieces:
                    events = list(reader.feed(piece))
                    if events and not hello:
                        hello = True
                        watch.cancel()
                        if not self._is_same_feed(events[0], epoch):
                            return
                        events = events[1:]
                    self._pass_on(epoch, events)
        except StoppedError:
            if hello or self._closed or self._wake_wanted:
                raise
            raise _BufferedError from None
        except RefusedError as error:
            if error.reason.cause is Cause.SLOW and not hello:
                raise _BufferedError from None
            raise
        except TooLongError:
            raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=session.host)) from None
        finally:
            watch.cancel()

    def _is_same_feed(self, event: Event, epoch: str) -> bool:
        """Whether the numbers that this client knows still mean something; otherwise the pages are read from the start."""
        if event.kind != "hello":
            raise _BufferedError
        hello: FeedHello = _decode(event.data, FeedHello)
        return hello.epoch == epoch

    def _pass_on(self, epoch: str, events: list[Event]) -> None:
        entries = tuple(_decode(event.data, FeedEntry) for event in events if event.kind in KINDS)
        if any(event.kind == "articles" for event in events):
            self._on_articles()
        if entries:
            self._on_page(FeedPage(epoch=epoch, entries=entries, last=entries[-1].number))

    def _ended(self, lasted_s: float) -> float:
        """The stream ended without a fault, as streams do; one that always ends at once is not opened again at once."""
        self._short_streams = self._short_streams + 1 if lasted_s < SHORT_S else 0
        return self._jittered(min(FIRST_S * 2 ** min(self._short_streams, 10), LONGEST_S))

    def _found(self) -> None:
        self._failures = 0
        self.reason = None
        if self._connected is not True:
            self._connected = True
            self._on_state(True)

    def _lost(self, reason: Reason) -> float:
        self.reason = reason
        if self._connected is not False:
            self._connected = False
            self._on_state(False)
        if reason.cause in {Cause.NOT_ENROLLED, Cause.REVOKED}:
            return NOT_ENROLLED_S
        self._failures = min(self._failures + 1, 10)
        wait = self._jittered(min(FIRST_S * 2**self._failures, LONGEST_S))
        return max(wait, reason.retry_after_s or 0.0)

    @staticmethod
    def _jittered(seconds: float) -> float:
        return seconds * (0.5 + random.random() / 2)  # noqa: S311 - spreads clients out, keeps nothing secret


def read_pages(session: Session, after: Callable[[], tuple[str, int]], on_page: Callable[[FeedPage], None]) -> None:
    """Reads everything that is new, page by page. RefusedError."""
    started_anew = False
    while True:
        epoch, number = after()
        page = session.call(FEED, query={"after": number}).read(FeedPage)
        on_page(page)
        if page.epoch != epoch and number and not started_anew:
            # Its numbers are another feed's: what was asked for by the old ones means nothing.
            started_anew = True
            continue
        if not page.more or after() == (epoch, number):
            return


def _decode(data: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusedError(refusals.in_time(Cause.NOT_OURS, host="")) from None
