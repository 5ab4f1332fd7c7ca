"""Several ways to learn the same, tried side by side; the first that succeeds is enough."""

import queue
import threading
import time
from collections.abc import Callable, Mapping

_SLICE_S = 0.1


def first_of(limit_s: float, ways: Mapping[str, Callable[[], object]], stopped: threading.Event) -> str:
    """The name of the first way that returns something true; "" when none does in time. The others end by their own limits."""
    answers: queue.SimpleQueue[tuple[str, bool]] = queue.SimpleQueue()

    def go(name: str, way: Callable[[], object]) -> None:
        try:
            answers.put((name, bool(way())))
        except OSError:
            answers.put((name, False))

    for name, way in ways.items():
        threading.Thread(target=go, args=(name, way), name=f"way {name}", daemon=True).start()
    waiting, deadline = len(ways), time.monotonic() + limit_s
    while waiting and not stopped.is_set() and (left := deadline - time.monotonic()) > 0:
        try:
            name, success = answers.get(timeout=min(left, _SLICE_S))
        except queue.Empty:
            continue
        if success:
            return name
        waiting -= 1
    return ""
