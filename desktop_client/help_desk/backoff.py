"""When the backend is tried again: later each time, never at the same moment as everybody else, and as late as it asked to."""

import random
import time
from collections.abc import Callable

FIRST_S = 2.0
LONGEST_S = 900.0


class Backoff:
    """Counts by the monotonic clock, which no change of the computer's time moves. `chance` gives numbers from 0 to 1."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random.random) -> None:
        self._clock = clock
        self._chance = chance
        self._failures = 0
        self._until = 0.0
        self._asked_until = 0.0

    @property
    def wait_s(self) -> float:
        """Seconds until the next try, 0 when it may be now."""
        return max(0.0, self._until - self._clock())

    def failed(self, retry_after_s: float | None = None) -> float:
        """Another try failed; gives the seconds until the next one, half to whole of a time that doubles, at least what was asked for."""
        longest = min(FIRST_S * 2**self._failures, LONGEST_S)
        self._failures = min(self._failures + 1, 30)
        now = self._clock()
        if retry_after_s is not None:
            self._asked_until = now + min(max(retry_after_s, 0.0), LONGEST_S)
        self._until = max(now + longest * (0.5 + self._chance() / 2), self._asked_until)
        return self.wait_s

    def worked(self) -> None:
        """A try succeeded."""
        self._failures = 0
        self._until = self._asked_until = 0.0

    def hurry(self, *, forget: bool = False) -> None:
        """There is cause to try at once, though not before the backend asked for; with `forget` the next failure counts as the first."""
        self._until = self._asked_until
        if forget:
            self._failures = 0
