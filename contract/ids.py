"""Ids that the client makes itself: UUID version 7 (RFC 9562, section 5.7), so that creating a thing twice is creating it once."""

import secrets
import time
import uuid
from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
"""Canonical lower-case text of a UUID."""


def new_id() -> str:
    """A fresh id: 48 bits of Unix milliseconds, then 74 random bits; ids made later sort later."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def is_id(text: str) -> bool:
    """Whether the text is an id in the one spelling that the wire allows."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
