"""Who waits for news: streams that are open now, and how they are woken or ended from any thread.

A listener holds no entries, only the fact that there are some: it reads them from the store at its own pace, so a slow one costs nothing.
"""

import asyncio
import threading
from collections import defaultdict

STREAMS = 8
"""Open streams of one enrolment; a further one ends the oldest."""


class Listener:
    """One open stream. Belongs to the event loop in which it was made."""

    def __init__(self, person: str, enrolment: str) -> None:
        self.person = person
        self.enrolment = enrolment
        self.ended = asyncio.Event()
        self._news = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._articles = False

    async def wait(self, seconds: float) -> bool:
        """Waits for news or the end; False when neither came in time."""
        waits = [asyncio.ensure_future(self._news.wait()), asyncio.ensure_future(self.ended.wait())]
        try:
            done, _ = await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        self._news.clear()
        return bool(done)

    def wake(self) -> None:
        """There is something to read. From any thread."""
        self._call(self._news)

    def tell_of_articles(self) -> None:
        """Help articles changed. From any thread."""
        self._articles = True
        self.wake()

    def take_articles(self) -> bool:
        """Whether help articles changed since this was asked last."""
        changed, self._articles = self._articles, False
        return changed

    def end(self) -> None:
        """The stream must close now. From any thread."""
        self._call(self.ended)

    def _call(self, event: asyncio.Event) -> None:
        try:
            self._loop.call_soon_threadsafe(event.set)
        except RuntimeError:  # the loop is closed, and the stream with it
            return


class Events:
    """All open streams."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, list[Listener]] = defaultdict(list)
        self._closed = False

    def subscribe(self, person: str, enrolment: str) -> Listener:
        """A new listener; subscribe before reading what is there, so that nothing falls between."""
        listener = Listener(person, enrolment)
        with self._lock:
            mine = [other for other in self._listeners[person] if other.enrolment == enrolment]
            self._listeners[person].append(listener)
            closed = self._closed
        # Those that were told to end may still be here: in a burst, more than one is too many.
        for oldest in mine[: max(len(mine) + 1 - STREAMS, 0)]:
            oldest.end()
        if closed:
            listener.ended.set()
        return listener

    def unsubscribe(self, listener: Listener) -> None:
        """Forgets a listener."""
        with self._lock:
            self._listeners[listener.person].remove(listener)
            if not self._listeners[listener.person]:
                del self._listeners[listener.person]

    def wake(self, person: str) -> None:
        """A person's feed grew."""
        for listener in self._of(person):
            listener.wake()

    def articles_changed(self) -> None:
        """Everybody's help articles are others than before."""
        for listener in self._of(None):
            listener.tell_of_articles()

    def revoke(self, enrolment: str) -> None:
        """Ends the streams of one enrolment."""
        for listener in self._of(None):
            if listener.enrolment == enrolment:
                listener.end()

    def close(self) -> None:
        """Ends all streams, and every one that is opened later."""
        with self._lock:
            self._closed = True
        for listener in self._of(None):
            listener.end()

    def count(self) -> int:
        """How many streams are open."""
        return len(self._of(None))

    def _of(self, person: str | None) -> list[Listener]:
        with self._lock:
            if person is not None:
                return list(self._listeners.get(person, ()))
            return [listener for listeners in self._listeners.values() for listener in listeners]
