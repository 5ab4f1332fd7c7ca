"""What no request may hold: characters, numbers and times that no screen or engine can keep."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from contract.problems import Code
from server_stub.refusals import RefusalError

LARGEST_INT = 2**63 - 1


def check_values(request: msgspec.Struct) -> None:
    """Raises a `RefusalError` with the field's path for NUL, half of a surrogate pair, or a number or time that no engine keeps."""
    waiting: list[tuple[str, Any]] = [("", msgspec.to_builtins(request, builtin_types=(datetime,)))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}" if path else key, one) for key, one in value.items()]
        elif isinstance(value, list | tuple):
            waiting += [(f"{path}[{position}]", one) for position, one in enumerate(value)]
        elif isinstance(value, str):
            check_characters(path, value)
        elif isinstance(value, int) and abs(value) > LARGEST_INT:
            raise RefusalError(Code.INVALID, "The number is too large.", field=path, limit=LARGEST_INT)
        elif isinstance(value, datetime):
            check_time(path, value)


def check_time(path: str, value: datetime) -> None:
    """Raises a `RefusalError` for a time whose offset takes it out of the years 1 to 9999."""
    try:
        value.astimezone(UTC)
    except OverflowError:
        raise RefusalError(Code.INVALID, "There is no such time in UTC.", field=path) from None


def check_characters(path: str, text: str) -> None:
    """Raises a `RefusalError` for a text that can't be kept as it is."""
    if "\0" in text:
        raise RefusalError(Code.INVALID, "The text holds a NUL character.", field=path)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise RefusalError(Code.INVALID, "The text holds half of a surrogate pair.", field=path)
