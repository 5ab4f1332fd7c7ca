"""What a report or reply may hold: the company's limits."""

import msgspec

from contract.about import Limits
from contract.problems import Code
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from server_stub.refusals import RefusalError
from server_stub.wire_checks import check_values

TRIED_VALUES = 5_000
"""Most measured values behind what was tried: of no company's choosing, since the client can't ask a person to try less."""


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
    if request.tried is not msgspec.UNSET and sum(len(one.evidence) for one in request.tried) > TRIED_VALUES:
        raise RefusalError(Code.INVALID, f"More than {TRIED_VALUES} values of what was tried.", field="tried", limit=TRIED_VALUES)


def check_message(request: PutMessage, limits: Limits) -> None:
    """Raises a `RefusalError` that names the field for a reply that isn't taken."""
    check_values(request)
    silent = request.action is None and request.wants is msgspec.UNSET and not request.attachments
    if silent and not request.text.strip():
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
