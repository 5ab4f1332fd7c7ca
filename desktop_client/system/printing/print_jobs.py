"""What a person may do with their own documents in a queue: hold, release, delete, and move them to another printer."""

import time
from enum import IntEnum

from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import ipp, print_service
from desktop_client.system.printing.print_queues import Find

LIMIT_S = 5.0
_FIRST_REFUSAL = 0x0400
_MEANING = {0x0401: "rights", 0x0402: "rights", 0x0403: "rights", 0x0404: "late", ipp.NOT_FOUND: "gone"}


class Order(IntEnum):
    """Operations of IPP (RFC 8011) and of CUPS."""

    HOLD = ipp.HOLD_JOB
    RELEASE = ipp.RELEASE_JOB
    DELETE = ipp.CANCEL_JOB
    MOVE = ipp.CUPS_MOVE_JOB


def give(order: Order, job: int, destination: str = "", find: Find = print_service.find) -> str:
    """Does it to one document. "" when done; "rights", "gone" (no such document), "late" (not in this state), "time" or "failed"."""
    place = find()
    if isinstance(place, NotKnown):
        return "failed"
    user = print_service.user()
    body = ipp.request_about_job(order, job, user, destination)
    try:
        status, _ = ipp.answer(print_service.post(place, body, time.monotonic() + LIMIT_S, user))
    except (OSError, ipp.IppError) as error:
        return "time" if isinstance(error, TimeoutError) else "rights" if isinstance(error, ipp.RefusedError) else "failed"
    return "" if status < _FIRST_REFUSAL else _MEANING.get(status, "failed")
