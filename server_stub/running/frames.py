"""What is said between a word of the command line and the running backend: one question, one answer, each JSON in a frame."""

from typing import Any, Protocol

import msgspec

QUESTION_BYTES = 100_000_000
"""An article of 5 MB whose every letter is escaped, with all its pictures in base64."""
ANSWER_BYTES = 256_000_000
PATIENCE_S = 30.0
AT_ONCE = 16


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word with its arguments."""

    word: str
    args: dict[str, Any] = {}


class Told(msgspec.Struct, frozen=True):
    """A value, or the sentence that says why there is none."""

    value: msgspec.Raw = msgspec.Raw(b"null")
    refused: str | None = None


class FrameError(Exception):
    """The other side said nothing, too little or too much, or is not who may speak."""


class Channel(Protocol):
    """One connection. Both raise `FrameError` or OSError."""

    def read_frame(self, most: int) -> bytes:
        """The next frame, refused when it is longer than `most` bytes."""
        ...

    def write_frame(self, body: bytes) -> None:
        """Sends one frame."""
        ...

    def close(self) -> None:
        """Ends the connection."""
        ...


class Ear(Protocol):
    """The listening end."""

    def accept(self) -> Channel:
        """Waits for the next connection; raises OSError once closed, `FrameError` for one that may not speak."""
        ...

    def close(self) -> None:
        """Listens no more, and removes what it left in the data folder."""
        ...
