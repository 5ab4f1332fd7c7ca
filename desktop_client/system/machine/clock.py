"""The clock: its zone, whether something keeps it right, and how far it is off against somebody else's."""

import ctypes
import sys
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_UNSYNCHRONISED = 0x40
_TIME_ERROR = 5


def local_time() -> datetime:
    """Now, with this computer's offset."""
    return datetime.now().astimezone()


def zone() -> str:
    """The zone's short name and offset, such as "WIB, UTC+07:00"."""
    now = local_time()
    offset = now.strftime("%z")
    return f"{now.tzname()}, UTC{offset[:3]}:{offset[3:]}"


def kept_right() -> bool | None:
    """Whether a time service keeps the clock right; None where the kernel isn't asked (Windows, macOS)."""
    if sys.platform != "linux":
        return None
    # struct timex is 208 bytes on every 64-bit Linux; `modes` 0 only reads, `status` is the int behind five longs (one of them padding).
    buffer = ctypes.create_string_buffer(512)
    try:
        state = ctypes.CDLL(None).adjtimex(buffer)
    except AttributeError:
        return None
    if state < 0:
        return None
    long = ctypes.sizeof(ctypes.c_long)
    status = ctypes.c_int.from_buffer(buffer, 5 * long).value
    return state != _TIME_ERROR and not status & _UNSYNCHRONISED


def offset_s(date_header: str, asked: datetime, answered: datetime) -> float | None:
    """How far this clock is ahead of a server's (negative: behind), from the Date of its answer and our times around it.

    The header counts whole seconds, so half a second is added; less than a second and a half between the two tells nothing: 0.
    None when the header is no date.
    """
    try:
        theirs = parsedate_to_datetime(date_header)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    theirs = theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)
    try:
        ahead = asked + (answered - asked) / 2 - (theirs + timedelta(seconds=0.5))
    except OverflowError:
        return None
    seconds = round(ahead.total_seconds(), 1)
    slack = 1.5 + (answered - asked).total_seconds() / 2
    return 0.0 if abs(seconds) < slack else seconds
