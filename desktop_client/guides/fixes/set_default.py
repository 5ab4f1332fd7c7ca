"""Makes another printer this person's default, one that answers; on request their waiting documents move there.

Paper in a room where nobody expects it is a leak, so the room is told and nothing moves without being chosen.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from contract.guides import Evidence
from desktop_client.guides.checks.printer import prints_no_paper
from desktop_client.guides.fix import Applied, Choice, Doing, FixQuestion, NotHere, Plan
from desktop_client.system.limited import together
from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import print_jobs, print_queues
from desktop_client.system.printing.default_printer import choose_default, chosen_default, own_default
from desktop_client.system.printing.print_jobs import Order
from desktop_client.system.printing.print_queues import HELD, IN_PROCESS, STOPPED, WAITS, Document, Queue, Queues
from desktop_client.system.printing.printer_connection import GONE, Way, connect

USE, MOVE = "use:", "move:"
CONNECT_S = 3.0
MOST_OFFERED = 8


@dataclass(frozen=True, kw_only=True)
class SetDefaultFix:
    """Per person, as programs read it (lpoptions). What is printed elsewhere already stays printed."""

    name: str = "set-default"
    limit_s: float = 30.0
    mends: tuple[str, ...] = ("printer:no-default", "printer:wrong", "printer:gone")
    queues: Callable[[], Queues | NotKnown] = print_queues.read_queues
    documents: Callable[[], tuple[Document, ...] | NotKnown] = print_queues.read_documents
    give: Callable[[Order, int, str], str] = print_jobs.give

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """The printers that answer just now; the first is ticked."""
        del question  # the computer is looked at, not the verdicts
        queues = self.queues()
        if isinstance(queues, NotKnown):
            return NotHere("not on this system")
        answering = _answering([queue for queue in queues.queues if queue.name != queues.default and _usable(queue)])
        if not answering:
            return NotHere("nothing to do")
        waiting = self._waiting(queues.default)
        choices = [Choice(f"{USE}{queue.name}", _titled(queue), ticked=queue is answering[0]) for queue in answering]
        if waiting:
            for queue in answering:
                says = Doing("choice-move", {"printer": _titled(queue), "n": len(waiting)})
                choices.append(Choice(f"{MOVE}{queue.name}", _titled(queue), ticked=False, says=says))
        before = (Doing("before", {"printer": queues.default}),) if queues.default else ()
        return Plan(
            actions=(Doing("choose"), *before),
            warnings=(Doing("other-room"), *((Doing("printed-stays"),) if waiting else ())),
            choices=tuple(choices),
            one_choice=True,
            can_put_back=True,
            takes_s=5,
            target={"old": queues.default},
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """The choice, and the documents where that was chosen."""
        chosen = next((key for key in question.chosen if key.startswith((USE, MOVE))), "")
        printer = chosen.partition(":")[2]
        if not printer:
            return Applied(done=False, why="stopped")
        moving = self._waiting(plan.target["old"]) if chosen.startswith(MOVE) else []
        undo = {"default": own_default(), "set": printer, "from": plan.target["old"], "moved": json.dumps([one.number for one in moving])}
        question.keep(undo)
        try:
            choose_default(printer)
        except OSError:
            return Applied(done=False, why="rights")
        if chosen_default() != printer:
            # Something else decides, such as the session's environment: then this changes nothing.
            return Applied(done=False, why="failed")
        moved = sum(self.give(Order.MOVE, document.number, printer) == "" for document in moving)
        return Applied(done=True, undo=undo, evidence=(Evidence(name="printer", value=printer), Evidence(name="moved", value=moved)))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """The old choice, if nobody made another since; and what still waits moves back."""
        del question  # a few short questions to the print service
        if own_default() == undo["set"]:
            try:
                choose_default(undo["default"])
            except OSError:
                return False
        documents = self.documents()
        moved = set(json.loads(undo["moved"])) if undo.get("from") else set()
        if moved and isinstance(documents, NotKnown):
            return False
        there = [one for one in documents if one.queue == undo["set"]] if not isinstance(documents, NotKnown) else []
        ends = [self.give(Order.MOVE, document.number, undo["from"]) for document in there if document.number in moved]
        # What is printed by now can't come back; what still waits in a strange room must not be said to.
        return all(end in {"", "gone", "late"} for end in ends)

    def _waiting(self, printer: str) -> list[Document]:
        documents = self.documents()
        if not printer or isinstance(documents, NotKnown):
            return []
        return [one for one in documents if one.own and one.queue == printer and one.state in {WAITS, HELD, IN_PROCESS}]


def _usable(queue: Queue) -> bool:
    return queue.accepts and queue.state != STOPPED and not prints_no_paper(queue)


def _answering(queues: list[Queue]) -> list[Queue]:
    """Those that can be reached just now, in the order of their names."""
    tried = sorted(queues, key=lambda queue: queue.name)[:MOST_OFFERED]
    answers = together(CONNECT_S + 1, {("printer", queue.name): partial(connect, queue.uri, CONNECT_S) for queue in tried})
    ways = {queue.name: answers["printer", queue.name].result() for queue in tried}
    return [queue for queue in tried if isinstance(ways[queue.name], Way) and ways[queue.name] not in GONE]


def _titled(queue: Queue) -> str:
    return f"{queue.name} ({queue.place})" if queue.place else queue.name
