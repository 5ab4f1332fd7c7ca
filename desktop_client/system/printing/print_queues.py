"""Print queues as their checks need them: where each points, and the documents of this person that are not done.

For the checks and fixes on this computer only: what is sent with a report is in `printers.py`, without addresses and titles.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import ipp, print_service
from desktop_client.system.printing.default_printer import chosen_default
from desktop_client.system.printing.print_service import Place

LIMIT_S = 3.0
MOST_QUEUES = 50
MOST_DOCUMENTS = 100

_QUEUE_WORDS = (
    *("printer-name", "printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs"),
    *("device-uri", "printer-make-and-model", "printer-location"),
)
_DOCUMENT_WORDS = (
    *("job-id", "job-state", "job-name", "job-originating-user-name", "job-printer-uri", "job-k-octets", "job-media-sheets"),
    *("job-impressions", "time-at-creation", "time-at-processing", "time-at-completed"),
    *("job-k-octets-processed", "job-impressions-completed", "job-media-sheets-completed"),
)
_PROGRESS = ("job-k-octets-processed", "job-impressions-completed", "job-media-sheets-completed")

IDLE, PRINTING, STOPPED = 3, 4, 5
WAITS, HELD, IN_PROCESS, HALTED = 3, 4, 5, 6
"""States of queues and of documents (RFC 8011)."""


@dataclass(frozen=True, kw_only=True)
class Queue:
    """One queue. `uri` is where it points, `place` the room; reasons as in RFC 8011, without "none"."""

    name: str
    state: int = IDLE
    reasons: tuple[str, ...] = ()
    message: str = ""
    accepts: bool = True
    uri: str = ""
    make: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document in a queue. Of other people's, CUPS tells no title. `progress` changes when a part of it got through."""

    number: int
    queue: str
    state: int
    own: bool
    title: str = ""
    pages: int = 0
    size_bytes: int = 0
    created: datetime | None = None
    processing: datetime | None = None
    progress: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Queues:
    """All of them, and the one that this person's programs take by themselves ("" for none)."""

    default: str = ""
    queues: tuple[Queue, ...] = ()

    def named(self, name: str) -> Queue | None:
        """The queue with this name."""
        return next((queue for queue in self.queues if queue.name == name), None)


Find = Callable[[], Place | NotKnown]


def read_queues(find: Find = print_service.find) -> Queues | NotKnown:
    """The queues of this computer, or why the print service doesn't tell."""
    answers = _asked(find, (ipp.request(ipp.CUPS_GET_PRINTERS, _QUEUE_WORDS), ipp.request(ipp.CUPS_GET_DEFAULT, ("printer-name",))))
    if isinstance(answers, NotKnown):
        return answers
    told, default = answers
    servers = _text(default[0], "printer-name") if default else ""
    return Queues(default=chosen_default() or servers, queues=tuple(_queue(group) for group in told[:MOST_QUEUES]))


def read_documents(find: Find = print_service.find) -> tuple[Document, ...] | NotKnown:
    """The documents that are not done, everybody's, in the order in which they came."""
    user = print_service.user()
    answers = _asked(find, (ipp.request_for_jobs(_DOCUMENT_WORDS, user, most=MOST_DOCUMENTS),))
    return answers if isinstance(answers, NotKnown) else documents_in(answers[0], user)


def last_printed(find: Find = print_service.find) -> datetime | None:
    """When a document of this person was last done with, None when there is none on record."""
    words = ("job-id", "time-at-completed", "time-at-creation")
    answers = _asked(find, (ipp.request_for_jobs(words, print_service.user(), completed=True, own=True, most=1),))
    if isinstance(answers, NotKnown):
        return None
    times = [_time(group, "time-at-completed") or _time(group, "time-at-creation") for group in answers[0]]
    return max((at for at in times if at is not None), default=None)


def _asked(find: Find, requests: tuple[bytes, ...]) -> list[list[ipp.Group]] | NotKnown:
    place = find()
    if isinstance(place, NotKnown):
        return place
    deadline = time.monotonic() + LIMIT_S
    try:
        return [ipp.answer(print_service.post(place, body, deadline))[1] for body in requests]
    except (OSError, ipp.IppError) as error:
        return NotKnown(print_service.why(error))


def _queue(group: ipp.Group) -> Queue:
    return Queue(
        name=_text(group, "printer-name"),
        state=_number(group, "printer-state") or IDLE,
        reasons=tuple(str(reason) for reason in group.get("printer-state-reasons", ()) if reason != "none"),
        message=_text(group, "printer-state-message"),
        accepts=group.get("printer-is-accepting-jobs", (True,))[0] is not False,
        uri=_text(group, "device-uri"),
        make=_text(group, "printer-make-and-model"),
        place=_text(group, "printer-location"),
    )


def documents_in(groups: list[ipp.Group], user: str) -> tuple[Document, ...]:
    """The documents of an answer to Get-Jobs; those of `user` are their own."""
    documents = (
        Document(
            number=_number(group, "job-id"),
            queue=_text(group, "job-printer-uri").rpartition("/")[2],
            state=_number(group, "job-state"),
            own=bool(user) and _text(group, "job-originating-user-name") == user,
            title=_text(group, "job-name"),
            pages=max(0, _number(group, "job-impressions"), _number(group, "job-media-sheets")),
            size_bytes=1024 * max(0, _number(group, "job-k-octets")),
            created=_time(group, "time-at-creation"),
            processing=_time(group, "time-at-processing"),
            progress=tuple(_number(group, name) for name in _PROGRESS),
        )
        for group in groups
    )
    return tuple(sorted((one for one in documents if one.number > 0), key=lambda document: document.number))


def _text(group: ipp.Group, name: str) -> str:
    value = group.get(name, ("",))[0]
    return value.strip() if isinstance(value, str) else ""


def _number(group: ipp.Group, name: str) -> int:
    value = group.get(name, (0,))[0]
    return value if isinstance(value, int) else 0


def _time(group: ipp.Group, name: str) -> datetime | None:
    seconds = _number(group, name)
    return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
