"""The two kinds of value that cross the wire, and how strict each is.

A request with a field that the backend doesn't know is refused, so that nothing a person wrote is dropped in silence.
A reply with a field that the client doesn't know is read without it, so that either side may be newer.
"""

from datetime import datetime
from typing import Annotated

import msgspec

Utc = Annotated[datetime, msgspec.Meta(tz=True)]
"""A point in time; always written with its offset (RFC 3339)."""

MEDIA_TYPE = "application/json"


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the client sends."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the backend answers."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A value inside requests and replies alike."""
