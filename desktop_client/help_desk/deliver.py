"""One promise on its way: its files first, then its request, then the note that it arrived. Each step may be repeated without harm."""

import time
from collections.abc import Callable
from functools import partial

from contract.endpoints import PUT_MESSAGE, PUT_TICKET
from contract.problems import Code
from contract.tickets import MessageStored, TicketStored
from desktop_client.backend import refusals
from desktop_client.backend.session import Answer, AnsweredError, Session
from desktop_client.backend.uploads import Pace, upload
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.outgoing import Job, Outgoing
from desktop_client.reasons import Cause, Cure, Reason, RefusedError
from desktop_client.system.failpoints import passing

ROUNDS = 3
NOTE_EVERY_S = 0.25


def deliver(job: Job, outgoing: Outgoing, session: Session, pace: Pace, changed: Callable[[], None]) -> Answer:
    """Brings the promise to the backend and notes that it is there; RefusedError says why not, StoppedError that the program ends.

    If its request may have arrived before, it goes first: then no file is sent twice for an answer that was lost.
    """
    passing("send-started")
    for round_ in range(ROUNDS):
        if not (job.tried and round_ == 0):
            _send_files(job, outgoing, session, pace, changed, anew=round_ > 0)
        outgoing.trying(job)
        passing("put-before")
        try:
            answer, number = _put(job, session)
        except AnsweredError as error:
            if error.problem and error.problem.code in {Code.UPLOAD_GONE.value, Code.UPLOAD_INCOMPLETE.value}:
                outgoing.uploads_gone(job.promise.id)
                continue
            raise RefusedError(_reason(job, error)) from error
        passing("put-answered")
        outgoing.delivered(job, number, answer.body)
        passing("delivered-marked")
        return answer
    raise RefusedError(refusals.in_time(Cause.SERVER_PROBLEM, ref=""))


def _send_files(job: Job, outgoing: Outgoing, session: Session, pace: Pace, changed: Callable[[], None], *, anew: bool) -> None:
    done = 0
    # A big file that follows a report steps aside for words, and goes on where it was.
    put_off = partial(outgoing.has_words_after, outgoing.newest()) if job.promise.parent else _never
    for file, path in job.files:
        if not anew and file.upload in job.complete:
            done += file.size_bytes
            continue
        noted = _Noted(partial(outgoing.upload_at, job.promise.id, file.upload), changed)
        try:
            upload(session, path, file.upload, file.size_bytes, file.sha256, progress=noted, cancelled=put_off, pace=pace)
        except RefusedError as error:
            raise _of_file(error, file.name, file.size_bytes, (done + noted.sent) * 100 // job.total_bytes) from error
        outgoing.upload_at(job.promise.id, file.upload, file.size_bytes, complete=True)
        done += file.size_bytes
        changed()


def _never() -> bool:
    return False


class _Noted:
    """Progress that is written down at most four times a second."""

    def __init__(self, note: Callable[[int], None], changed: Callable[[], None]) -> None:
        self._note = note
        self._changed = changed
        self._next = 0.0
        self.sent = 0

    def __call__(self, sent: int) -> None:
        self.sent = sent
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + NOTE_EVERY_S
            self._note(sent)
            self._changed()


def _put(job: Job, session: Session) -> tuple[Answer, str]:
    promise = job.promise
    if promise.kind is DeliveryKind.REPORT:
        answer = session.call(PUT_TICKET, path={"ticket_id": promise.ticket}, body=promise.request)
        ticket = answer.read(TicketStored)
        fits, number = ticket.id == promise.id, ticket.number
    else:
        path = {"ticket_id": promise.ticket, "message_id": promise.id}
        answer = session.call(PUT_MESSAGE, path=path, body=promise.request)
        message = answer.read(MessageStored)
        fits, number = (message.id, message.ticket) == (promise.id, promise.ticket), message.number
    if not fits:
        raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=session.host))
    return answer, number


def _reason(job: Job, error: AnsweredError) -> Reason:
    code = error.problem.code if error.problem else ""
    if code == Code.NOT_FOUND and job.promise.kind is DeliveryKind.MESSAGE:
        return Reason(Cause.NO_SUCH_TICKET, {"ticket": job.promise.subject})
    if error.status == 413 and not error.problem:
        # Something between takes less than the backend does, and doesn't say how much.
        return Reason(Cause.REPORT_TOO_LARGE if job.promise.kind is DeliveryKind.REPORT else Cause.TEXT_TOO_LONG)
    return error.reason


def _of_file(error: RefusedError, name: str, size_bytes: int, percent: int) -> RefusedError:
    """The same reason in the person's terms: the file's own name, and the share of the whole report that arrived."""
    reason = error.reason
    data = dict(reason.data)
    if "file" in data:
        data["file"] = name
    if "percent" in data:
        data["percent"] = percent
    if isinstance(error, AnsweredError) and error.status == 413 and reason.cure is Cure.PERSON:
        limit = data.get("limit", size_bytes)
        return RefusedError(Reason(Cause.FILE_TOO_LARGE, {"file": name, "size_bytes": size_bytes, "limit_bytes": limit}))
    return RefusedError(Reason(reason.cause, data, reason.cure, reason.retry_after_s))
