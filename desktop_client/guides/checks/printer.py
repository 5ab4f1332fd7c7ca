"""Whether this person's default printer is there and may print. Our own connection tells, not the queue's word.

CUPS says "processing" and gives no reasons of a printer that refuses every connection; Windows says "offline" of one that prints.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.known_queues import remember, were_here
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.commands import Run
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from desktop_client.system.printing.print_queues import IN_PROCESS, STOPPED, Document, Queue, Queues
from desktop_client.system.printing.printer_connection import GONE, Way, connect, scheme_of, target_of
from desktop_client.system.printing.printing_here import Printing, printing_of

GUIDES = frozenset({"printer-does-not-print"})
"""In which somebody misses a printer."""
NO_PRINTER_URIS = frozenset({"cups-pdf", "file", "fax", "hpfax", "portprompt", "shrfax", "xpsport", "nul", "nulport"})
_NO_PAPER = re.compile(r"^(cups-)?pdf\b|\bto[ _-]pdf\b|\bxps\b|\bonenote\b|^fax\b", re.IGNORECASE)
_HAND = (
    *("media-empty", "media-needed", "media-jam", "cover-open", "door-open", "interlock-open", "input-tray-missing"),
    *("output-tray-missing", "output-area-full", "toner-empty", "marker-supply-empty", "marker-waste-full", "developer-empty"),
)


@dataclass(frozen=True, kw_only=True)
class PrinterCheck:
    """`apart_s` lies between two connections, since a sleeper wakes by the first; `unused_days` without a page make "none" no finding."""

    name: str = "printer"
    limit_s: float = 25.0
    after: tuple[str, ...] = ()
    apart_s: float = 10.0
    connect_s: float = 4.0
    unused_days: float = 90.0
    printing: Callable[[Run], Printing] = printing_of

    def look(self, question: Question) -> Seen:
        """The default printer, where it points, whether it can be reached."""
        printing = self.printing(question.run)
        queues = printing.queues()
        if isinstance(queues, NotKnown):
            if queues.why is Why.MISSING or not were_here(question, printing):
                return self._without("none", question, printing)
            raise NotKnownError(queues)
        remember(question, queues)
        if not queues.queues:
            return self._without("none", question, printing)
        queue = queues.named(queues.default)
        if queue is None:
            missing = (Evidence(name="printer", value=queues.default),) if queues.default else ()
            return self._without("no-default", question, printing, *missing, _others(queues, ""))
        return self._of(queue, queues, question, printing)

    def _without(self, code: str, question: Question, printing: Printing, *evidence: Evidence) -> Seen:
        if question.guide in GUIDES:
            return found(code, *evidence)
        last = printing.last_printed()
        used = last is not None and (datetime.now(UTC) - last).total_seconds() < 86400 * self.unused_days
        return found(code, *evidence) if used else ok(*evidence, code="unused")

    def _of(self, queue: Queue, queues: Queues, question: Question, printing: Printing) -> Seen:
        evidence = _about(queue)
        if prints_no_paper(queue):
            return found("wrong", *evidence, _others(queues, queue.name))
        before = _progress(printing.documents(), queue.name)
        way = connect(queue.uri, self.connect_s)
        hand = reason_for_a_hand(queue.reasons)
        if (code := _stands(queue)) and not (hand and way not in GONE):
            return found(code, *evidence, *_word(queue), _connection(way))
        if way in GONE and not question.wait(self.apart_s):
            way = connect(queue.uri, self.connect_s)
            after = _progress(printing.documents(), queue.name)
            if way in GONE and before and after != before:
                way = Way.ANSWERS  # it takes one connection only, and something got through it
        if way in GONE:
            return found("gone", *evidence, *_word(queue), _connection(way), _others(queues, queue.name))
        if hand:
            return found("needs-hand", *evidence, hand, _connection(way))
        return ok(*evidence, _connection(way))


def _stands(queue: Queue) -> str:
    """Whether somebody, or a problem, stopped it: "paused", "rejecting", "" for neither."""
    if queue.state == STOPPED or "paused" in queue.reasons:
        return "paused"
    return "" if queue.accepts else "rejecting"


def prints_no_paper(queue: Queue) -> bool:
    """Whether what goes there becomes a file or a fax. A real printer whose language is PDF is none."""
    return scheme_of(queue.uri) in NO_PRINTER_URIS or bool(_NO_PAPER.search(queue.name))


def reason_for_a_hand(reasons: tuple[str, ...]) -> Evidence | None:
    """The first reason that somebody at the printer can end. An empty second tray is a warning, a report is for the record."""
    for reason in reasons:
        plain = reason.removesuffix("-error")
        if plain.removesuffix("-warning") in {"media-needed", "media-jam", "cover-open", "door-open"}:
            return Evidence(name="reason", value=plain.removesuffix("-warning"))
        if plain in _HAND:
            return Evidence(name="reason", value=plain)
    return None


def _about(queue: Queue) -> tuple[Evidence, ...]:
    told = [Evidence(name="printer", value=queue.name)]
    if queue.place:
        told.append(Evidence(name="location", value=queue.place))
    if (target := target_of(queue.uri)) is not None:
        told.append(Evidence(name="address", value=f"{target.host}:{target.port}"))
    return tuple(told)


def _word(queue: Queue) -> tuple[Evidence, ...]:
    """What the print service says of it, as it says it."""
    return (Evidence(name="reason", value=queue.message[:200]),) if queue.message else ()


def _connection(way: Way) -> Evidence:
    return Evidence(name="connection", value=str(way))


def _others(queues: Queues, without: str) -> Evidence:
    names = [queue.name for queue in queues.queues if queue.name != without and not prints_no_paper(queue)]
    return Evidence(name="others", value=", ".join(names[:5]))


def _progress(documents: tuple[Document, ...] | NotKnown, name: str) -> tuple[object, ...]:
    """What changes when something gets through to a printer: the document at work, and how far it is; () where nothing is at work."""
    if isinstance(documents, NotKnown):
        return ()
    return tuple((one.number, one.progress) for one in documents if one.queue == name and one.state == IN_PROCESS)
