"""Server-sent events (WHATWG HTML, section 9.2) from pieces of bytes as they come."""

from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Event:
    """One event; `kind` is "message" where the stream names none."""

    kind: str
    data: bytes


class TooLongError(Exception):
    """An event without an end: not ours."""


class EventReader:
    """Collects bytes until events are whole."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []
        self._kind = ""
        self._data: list[bytes] = []
        self._size = 0

    def feed(self, piece: bytes) -> Iterator[Event]:
        """The events that the piece completes. TooLongError."""
        self._size += len(piece)
        if self._size > LONGEST_BYTES:
            raise TooLongError
        self._rest.append(piece)
        if b"\n" not in piece and b"\r" not in piece and not self._rest[0].startswith(b"\r"):
            return
        rest = b"".join(self._rest)
        # A carriage return at the very end may be half of a line end.
        whole = rest.removesuffix(b"\r")
        lines = whole.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self._rest = [lines.pop() + rest[len(whole) :]]
        self._size = len(self._rest[0]) + sum(map(len, self._data))
        for line in lines:
            yield from self._take(line)

    def _take(self, line: bytes) -> Iterator[Event]:
        if not line:
            if self._data:
                yield Event(self._kind or "message", b"\n".join(self._data))
            self._kind, self._data = "", []
            return
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"event":
            self._kind = value.decode("utf-8", "replace")
        elif field == b"data":
            self._data.append(value)
            self._size += len(value)
