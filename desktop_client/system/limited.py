"""Calls into the system that may never return (a dead network drive, a name server that doesn't answer), each with a limit.

Such a call can't be ended, only left: it goes on in a daemon thread. While it does, the same question is not asked again, so that no
number of checks piles threads up.
"""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from desktop_client.system.not_known import NotKnown, Why

Value = TypeVar("Value")


class _Call(Generic[Value]):
    def __init__(self, function: Callable[[], Value], question: Hashable) -> None:
        self.ended = threading.Event()
        self.value: Value | None = None
        self.error: Exception | None = None
        self._function = function
        self._question = question

    def run(self) -> None:
        try:
            self.value = self._function()
        except Exception as error:  # noqa: BLE001 - raised again in the asking thread
            self.error = error
        finally:
            self.ended.set()
            with _lock:
                if _left.get(self._question) is self:
                    del _left[self._question]


_lock = threading.Lock()
_left: dict[Hashable, _Call[object]] = {}


def within(limit_s: float, question: Hashable, function: Callable[[], Value]) -> Value | NotKnown:
    """What `function` returns or raises; not known (timeout) when it takes longer, or the same `question` is still unanswered."""
    return together(limit_s, {question: function})[question].result()


class Answer(Generic[Value]):
    """The end of one call of several."""

    def __init__(self, value: Value | NotKnown | None, error: Exception | None) -> None:
        self._value = value
        self._error = error

    def result(self) -> Value | NotKnown:
        """The value, or not known; raises what the call raised."""
        if self._error is not None:
            raise self._error
        return self._value  # type: ignore[return-value] # None only where the function itself returned it


def together(limit_s: float, functions: dict[Hashable, Callable[[], Value]]) -> dict[Hashable, Answer[Value]]:
    """Several such calls side by side, `limit_s` for all of them."""
    calls: dict[Hashable, _Call[Value] | None] = {}
    for question, function in functions.items():
        call = _Call(function, question)
        with _lock:
            if question in _left:
                calls[question] = None
                continue
        threading.Thread(target=call.run, name=f"limited {question}", daemon=True).start()
        calls[question] = call
    deadline = time.monotonic() + limit_s
    return {question: _end(question, call, deadline) for question, call in calls.items()}


def _end(question: Hashable, call: _Call[Value] | None, deadline: float) -> Answer[Value]:
    if call is None:
        return Answer(NotKnown(Why.TIMEOUT), None)
    if not call.ended.wait(max(0.0, deadline - time.monotonic())):
        with _lock:
            if not call.ended.is_set():
                _left[question] = call  # type: ignore[assignment] # only asked whether it is there
                return Answer(NotKnown(Why.TIMEOUT), None)
    return Answer(call.value, call.error)
