"""Whether this person's documents get through their print queues. An empty queue says that they were handed over, not printed."""

import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.known_queues import remember, were_here
from desktop_client.guides.verdict import AFTER, NotPossible, Seen, found, not_possible, ok
from desktop_client.system.commands import Run
from desktop_client.system.limited import together
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from desktop_client.system.printing.print_queues import HALTED, HELD, IN_PROCESS, STOPPED, WAITS, Document, Queue, Queues
from desktop_client.system.printing.printer_connection import GONE, Way, connect
from desktop_client.system.printing.printing_here import Printing, printing_of

SILENT = frozenset({Why.OFF, Why.TIMEOUT})


@dataclass(frozen=True, kw_only=True)
class QueueCheck:
    """A document sticks when it is in process for longer than `stuck_s`, nothing changes within `watch_s`, and its printer is there."""

    name: str = "queue"
    limit_s: float = 25.0
    after: tuple[str, ...] = ()
    stuck_s: float = 180.0
    watch_s: float = 20.0
    again_s: float = 600.0
    connect_s: float = 3.0
    printing: Callable[[Run], Printing] = printing_of

    def look(self, question: Question) -> Seen:
        """The queues in which documents of this person wait."""
        printing = self.printing(question.run)
        queues = printing.queues()
        if isinstance(queues, NotKnown):
            return self._silent(queues, question, printing)
        remember(question, queues)
        documents = printing.documents()
        if isinstance(documents, NotKnown):
            return self._silent(documents, question, printing)
        own = [document for document in documents if document.own]
        if not own:
            return ok(Evidence(name="waiting", value=0))
        stopped = next((document for document in own if _is_stopped(document, queues)), None)
        if stopped is not None:
            return found("stopped", *about(stopped, queues.named(stopped.queue)))
        mine = {document.queue for document in own}
        late = [one for one in in_front(documents) if one.queue in mine and is_late(one, self._patience_s(one.queue, question))]
        if late:
            return self._stuck(late, queues, question, printing)
        waiting = [document for document in own if document.state != HELD]
        held = Evidence(name="held", value=len(own) - len(waiting))
        return ok(Evidence(name="waiting", value=len(waiting)), held, code="" if waiting else "held")

    def _patience_s(self, queue: str, question: Question) -> float:
        """A queue that stuck a moment ago gets no three minutes more: a fix that only brought the next document there didn't help."""
        stuck = question.past(f"stuck {queue}")
        return 0.0 if stuck and 0 <= time.time() - stuck[-1] < self.again_s else self.stuck_s

    @staticmethod
    def _silent(trouble: NotKnown, question: Question, printing: Printing) -> Seen:
        if trouble.why in SILENT and were_here(question, printing):
            return found("service", Evidence(name="answer", value=str(trouble.why)))
        if trouble.why in {Why.OFF, Why.MISSING}:
            return ok(Evidence(name="waiting", value=0))
        raise NotKnownError(trouble)

    def _stuck(self, late: Sequence[Document], queues: Queues, question: Question, printing: Printing) -> Seen:
        """Watches those that are late; a printer that can't be reached is the check "printer"'s to tell."""
        ways = self._ways({one.queue: _uri(queues, one.queue) for one in late})
        if question.wait(self.watch_s):
            return not_possible(NotPossible.STOPPED)
        again = printing.documents()
        if isinstance(again, NotKnown):
            return self._silent(again, question, printing)
        same = {document.number: document for document in again}
        unmoved = [one for one in late if (now := same.get(one.number)) and (now.state, now.progress) == (one.state, one.progress)]
        here = [one for one in unmoved if ways[one.queue] not in GONE]
        if here:
            question.keep(f"stuck {here[0].queue}", time.time())
            behind = sum(one.own and one.queue == here[0].queue and one.number != here[0].number for one in again)
            evidence = about(here[0], queues.named(here[0].queue))
            return found("stuck", *evidence, Evidence(name="behind", value=behind))
        if unmoved:
            lost = unmoved[0]
            connection = Evidence(name="connection", value=str(ways[lost.queue]))
            return not_possible(f"{AFTER}printer", *about(lost, queues.named(lost.queue)), connection)
        return ok(Evidence(name="waiting", value=sum(one.own for one in again)))

    def _ways(self, uris: dict[str, str]) -> dict[str, Way]:
        """How each printer can be reached, all tried at once."""
        tries: dict[Hashable, Callable[[], Way]] = {("queue", name): partial(connect, uri, self.connect_s) for name, uri in uris.items()}
        answers = together(self.connect_s + 0.5, tries)
        ways = {name: answers["queue", name].result() for name in uris}
        return {name: Way.SILENT if isinstance(way, NotKnown) else way for name, way in ways.items()}


def in_front(documents: Sequence[Document]) -> list[Document]:
    """The first document in process of each queue: behind it the others wait."""
    first: dict[str, Document] = {}
    for document in documents:
        if document.state == IN_PROCESS:
            first.setdefault(document.queue, document)
    return list(first.values())


def is_late(document: Document, stuck_s: float) -> bool:
    """Whether it is at work for longer than that."""
    return document.processing is not None and (datetime.now(UTC) - document.processing).total_seconds() > stuck_s


def about(document: Document, queue: Queue | None) -> tuple[Evidence, ...]:
    """The document without its title, which is nobody's business but its owner's."""
    told = [Evidence(name="printer", value=document.queue)]
    if queue is not None and queue.place:
        told.append(Evidence(name="location", value=queue.place))
    told += [Evidence(name="document", value=document.number), Evidence(name="own", value=document.own)]
    since = document.processing or document.created
    if since is not None:
        minutes = max(0, round((datetime.now(UTC) - since).total_seconds() / 60))
        told.append(Evidence(name="since", value=minutes, unit="min"))
    if document.size_bytes:
        told.append(Evidence(name="size", value=round(document.size_bytes / 1000), unit="kB"))
    if document.pages:
        told.append(Evidence(name="pages", value=document.pages))
    if queue is not None and queue.message:
        told.append(Evidence(name="reason", value=queue.message[:200]))
    return tuple(told)


def _is_stopped(document: Document, queues: Queues) -> bool:
    queue = queues.named(document.queue)
    halted = queue is not None and queue.state == STOPPED
    return document.state == HALTED or (halted and document.state in {WAITS, IN_PROCESS})


def _uri(queues: Queues, name: str) -> str:
    queue = queues.named(name)
    return queue.uri if queue is not None else ""
