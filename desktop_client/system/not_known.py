"""What a reading gives instead of a value: a reason, never a made-up value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeVar

from desktop_client.system.commands import CommandResult, Outcome

Value = TypeVar("Value")


class Why(StrEnum):
    """Why something is not known. The value is what a person reads."""

    MISSING = "not installed"
    OFF = "service is off"
    DENIED = "not permitted"
    TIMEOUT = "no answer in time"
    UNREADABLE = "answer not understood"
    UNSUPPORTED = "not possible on this system"
    ABSENT = "not present"
    UNREACHED = "server not reached"


_MEANING = {
    Outcome.OK: Why.UNREADABLE,
    Outcome.MISSING: Why.MISSING,
    Outcome.TIMEOUT: Why.TIMEOUT,
    Outcome.STOPPED: Why.TIMEOUT,
    Outcome.FAILED: Why.DENIED,
}


@dataclass(frozen=True)
class NotKnown:
    """No value, and why."""

    why: Why

    @classmethod
    def of(cls, result: CommandResult) -> Self:
        """What a command that gave no usable answer means."""
        return cls(_MEANING[result.outcome])


class NotKnownError(Exception):
    """The same, where a caller can't go on without the value."""

    def __init__(self, reason: NotKnown) -> None:
        super().__init__(reason.why.value)
        self.reason = reason


def known(value: Value | NotKnown) -> Value:
    """The value itself; raises NotKnownError when there is none."""
    if isinstance(value, NotKnown):
        raise NotKnownError(value)
    return value
