"""What a report or reply may hold: the company's limits, and characters that no screen or engine can keep."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from contract.about import Limits
from contract.problems import Code
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from server_stub.refusals import RefusalError

LARGEST_INT = 2**63 - 1


def check_ticket(request: PutTicket, limits: Limits) -> None:
    """Raises a `RefusalError` that names the field for a report that isn't taken."""
    check_values(request)
    if not request.subject.strip():
        raise RefusalError(Code.INVALID, "The subject is empty.", field="subject")
    check_letters("subject", request.subject, limits.subject_letters)
    check_letters("details", request.details, limits.text_letters)
    check_attachments(request.attachments, limits)
    if request.diagnostics and len(request.diagnostics.facts) + len(request.diagnostics.not_collected) > limits.facts:
        raise RefusalError(Code.INVALID, f"More than {limits.facts} facts.", field="diagnostics.facts", limit=limits.facts)


def check_message(request: PutMessage, limits: Limits) -> None:
    """Raises a `RefusalError` that names the field for a reply that isn't taken."""
    check_values(request)
    if not request.text.strip() and request.action is None and not request.attachments:
        raise RefusalError(Code.INVALID, "The message says nothing.", field="text")
    check_letters("text", request.text, limits.text_letters)
    check_attachments(request.attachments, limits)


def check_letters(field: str, text: str, limit: int) -> None:
    """Raises a `RefusalError` for a text that is too long."""
    if len(text) > limit:
        raise RefusalError(Code.INVALID, f"More than {limit} letters.", field=field, limit=limit)


def check_attachments(refs: tuple[AttachmentRef, ...], limits: Limits) -> None:
    """Raises a `RefusalError` for too many files, too large ones, or one that is named twice."""
    if len(refs) > limits.attachments:
        raise RefusalError(Code.INVALID, f"More than {limits.attachments} files.", field="attachments", limit=limits.attachments)
    if len({ref.upload for ref in refs}) < len(refs):
        raise RefusalError(Code.INVALID, "An upload is named twice.", field="attachments")
    for position, ref in enumerate(refs):
        if ref.size_bytes > limits.file_bytes:
            raise RefusalError(Code.TOO_LARGE, "A file is too large.", field=f"attachments[{position}].size_bytes", limit=limits.file_bytes)
    if sum(ref.size_bytes for ref in refs) > limits.report_bytes:
        raise RefusalError(Code.TOO_LARGE, "The files together are too large.", field="attachments", limit=limits.report_bytes)


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
