"""How the same report is recognised when it comes again: a digest of its values, not of its bytes.

Order of fields, spelling of numbers and time zones don't matter, everything that the person sent does, `written` too. An attachment counts
by name, type, size, hash and kind: its upload may have been made anew. Empty values count as absent, so that a field which a later version
adds doesn't change the digest of what was sent before.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec

from contract.tickets import PutMessage, PutTicket


def digest(request: PutTicket | PutMessage) -> bytes:
    """32 bytes, equal for equal content."""
    plain: dict[str, Any] = msgspec.to_builtins(request, builtin_types=(datetime,))
    for attachment in plain["attachments"]:
        del attachment["upload"]
    return hashlib.sha256(msgspec.json.encode(normal(plain), order="deterministic")).digest()


def normal(value: Any) -> Any:
    """A value in the one form in which it is compared."""
    if isinstance(value, dict):
        return {key: one for key, held in value.items() if (one := normal(held)) not in ("", None, [])}
    if isinstance(value, list | tuple):
        return [normal(one) for one in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value.astimezone(UTC) if isinstance(value, datetime) else value
