"""How often an address may try enrolment codes: a count of wrong ones within a quarter of an hour, in memory."""

import ipaddress
import threading
import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 15 * 60
ADDRESSES = 10_000
"""More addresses than this are not remembered at once; the longest quiet one is forgotten."""


class Attempts:
    """Wrong tries by address. An IPv6 network of 64 bits counts as one address, as one customer has at least that."""

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: dict[str, deque[float]] = {}

    def begin(self, address: str) -> int:
        """Counts a try as wrong until `forgive`; 0 when it may go on, else the seconds to wait."""
        now = self._clock()
        key = counted_as(address)
        with self._lock:
            tries = self._tries.pop(key, deque())
            self._tries[key] = tries
            while tries and tries[0] <= now - WINDOW_S:
                tries.popleft()
            if len(tries) >= self._limit:
                return max(1, int(tries[0] + WINDOW_S - now))
            tries.append(now)
            while len(self._tries) > ADDRESSES:
                del self._tries[next(iter(self._tries))]
        return 0

    def forgive(self, address: str) -> None:
        """The last try was a right one, so it doesn't count."""
        with self._lock:
            if tries := self._tries.get(counted_as(address)):
                tries.pop()


def counted_as(address: str) -> str:
    """The part of an address that stands for one household or office."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
