"""Which technicians look at which ticket now, and who of them is writing. Kept in memory: it is true for half a minute."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import msgspec

from server_stub.events import Events
from server_stub.store.accounts import Account
from server_stub.store.writer import DESK

FORGET_S = 30
"""Without a sign for so long, nobody looks any more."""

TABS = 20
"""Tickets that one session looks at; with a further one the longest unseen is forgotten."""

Writing = Literal["public", "internal"] | None


class Looking(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who looks at a ticket; `writing` is what they are writing, if they are."""

    account: str
    name: str
    initials: str
    writing: Writing


@dataclass
class Sign:
    """The last sign of one page."""

    who: Looking
    at: float


class Presence:
    """Everybody who looks. A page gives a sign when it is opened, when writing begins and ends, and every 10 s; from any thread."""

    def __init__(self, events: Events, clock: Callable[[], float] = time.monotonic) -> None:
        self._events = events
        self._clock = clock
        self._lock = threading.Lock()
        self._signs: dict[str, dict[str, Sign]] = defaultdict(dict)

    def looking(self, by: Account, session_id: str, number: str, writing: Writing) -> None:
        """A sign that a session's page shows a ticket. It wakes all pages where something is other than before."""
        who = Looking(account=by.id, name=by.name, initials=by.initials, writing=writing)
        with self._lock:
            changed = self._forget()
            mine = self._signs[session_id]
            before = mine.pop(number, None)
            mine[number] = Sign(who, self._clock())
            while len(mine) > TABS:
                del mine[next(iter(mine))]
        if changed or before is None or before.who != who:
            self._events.wake(DESK)

    def gone(self, session_id: str, number: str | None = None) -> None:
        """A page was closed, or all of a session's pages."""
        with self._lock:
            mine = self._signs.get(session_id, {})
            left = [mine.pop(one, None) for one in ([number] if number is not None else list(mine))]
            changed = self._forget() or any(left)
        if changed:
            self._events.wake(DESK)

    def on(self, number: str) -> tuple[Looking, ...]:
        """Who looks at a ticket, each account once, those who write first."""
        return self.everywhere().get(number, ())

    def everywhere(self) -> dict[str, tuple[Looking, ...]]:
        """Who looks at which ticket."""
        found: dict[str, dict[str, Looking]] = defaultdict(dict)
        with self._lock:
            self._forget()
            for signs in self._signs.values():
                for number, sign in signs.items():
                    there = found[number].get(sign.who.account)
                    if there is None or there.writing is None:
                        found[number][sign.who.account] = sign.who
        return {number: tuple(sorted(people.values(), key=lambda one: (one.writing is None, one.name))) for number, people in found.items()}

    def _forget(self) -> bool:
        """Drops those without a sign; whether there were some."""
        oldest = self._clock() - FORGET_S
        changed = False
        for session_id, signs in list(self._signs.items()):
            for number in [number for number, sign in signs.items() if sign.at < oldest]:
                del signs[number]
                changed = True
            if not signs:
                del self._signs[session_id]
        return changed
