"""Several ways to learn the same, tried side by side; the first that succeeds is enough."""

import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

Value = TypeVar("Value")

_SLICE_S = 0.1


def first_of(limit_s: float, ways: Mapping[str, Callable[[], Value]], stopped: threading.Event) -> tuple[str, Value] | None:
    """The first way that returns something true, by its name; None when none does in time. The others end by their own limits."""
    answers: queue.SimpleQueue[tuple[str, Value | None]] = queue.SimpleQueue()

    def go(name: str, way: Callable[[], Value]) -> None:
        try:
            answers.put((name, way()))
        except OSError:
            answers.put((name, None))

    for name, way in ways.items():
        threading.Thread(target=go, args=(name, way), name=f"way {name}", daemon=True).start()
    waiting, deadline = len(ways), time.monotonic() + limit_s
    while waiting and not stopped.is_set() and (left := deadline - time.monotonic()) > 0:
        try:
            name, value = answers.get(timeout=min(left, _SLICE_S))
        except queue.Empty:
            continue
        if value:
            return name, value
        waiting -= 1
    return None
