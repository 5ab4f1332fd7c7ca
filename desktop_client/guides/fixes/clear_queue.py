"""Sets aside the document that holds a print queue up, so that the next one goes on; deleting it is another, final choice."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from contract.guides import Evidence
from desktop_client.guides.fix import Applied, Choice, Doing, FixQuestion, NotHere, Plan
from desktop_client.guides.verdict import Verdict
from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import print_jobs, print_queues
from desktop_client.system.printing.print_jobs import Order
from desktop_client.system.printing.print_queues import IN_PROCESS, Document

SET_ASIDE, DELETE = "set-aside", "delete"
SETTLED_S = 5.0
_LOOK_S = 1.0

Documents = tuple[Document, ...] | NotKnown


@dataclass(frozen=True, kw_only=True)
class ClearQueueFix:
    """Own documents only. `next_s`: how long the next document is watched, so that nobody is told "fixed" of a queue that sticks again."""

    name: str = "clear-queue"
    limit_s: float = 60.0
    mends: tuple[str, ...] = ("queue:stuck",)
    next_s: float = 40.0
    documents: Callable[[], Documents] = print_queues.read_documents
    give: Callable[[Order, int], str] = print_jobs.give

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """The document by its name, pages and age, which only its owner reads."""
        documents = self.documents()
        if isinstance(documents, NotKnown):
            return NotHere("not on this system")
        document = _the_one(documents, question.verdicts.get("queue"))
        if document is None:
            return NotHere("nothing to do")
        if not document.own:
            return NotHere("rights")
        actions = [Doing("set-aside", {"document": document.title or str(document.number), "printer": document.queue})]
        if document.pages:
            actions.append(Doing("pages", {"n": document.pages}))
        since = document.processing or document.created
        if since is not None:
            actions.append(Doing("since", {"n": max(1, round((datetime.now(UTC) - since).total_seconds() / 60))}))
        return Plan(
            actions=(*actions, Doing("next")),
            warnings=(Doing("from-page-1"),),
            choices=(
                Choice(SET_ASIDE, "", says=Doing("choice-set-aside")),
                Choice(DELETE, "", ticked=False, says=Doing("choice-delete")),
            ),
            one_choice=True,
            can_put_back=True,
            takes_s=round(self.next_s),
            target={"job": str(document.number), "printer": document.queue},
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Holds or deletes it, and watches the next one for a while."""
        job, printer = int(plan.target["job"]), plan.target["printer"]
        delete = DELETE in question.chosen
        undo = {"job": str(job), "printer": printer}
        if not delete:
            question.keep(undo)
        trouble = self.give(Order.DELETE if delete else Order.HOLD, job)
        if trouble:
            return Applied(done=False, why=trouble if trouble in {"rights", "time"} else "failed")
        self._until(question, SETTLED_S, lambda documents: not _at_work(documents, job))
        self._watch_next(question, printer)
        return Applied(done=True, undo=None if delete else undo, evidence=(Evidence(name="document", value=job),))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """Releases it: it prints from its first page. One that was released already, or printed meanwhile, is as it was."""
        del question  # one short question to the print service
        return self.give(Order.RELEASE, int(undo["job"])) in {"", "late"}

    def _watch_next(self, question: FixQuestion, printer: str) -> None:
        """Until the next document in the queue moves or is through; at once when none waits."""
        first: dict[int, tuple[int, ...]] = {}

        def moves(documents: tuple[Document, ...]) -> bool:
            here = {one.number: one.progress for one in documents if one.queue == printer and one.state in {3, IN_PROCESS}}
            if not first:
                first.update(here)
            return not here or any(here.get(number) != progress for number, progress in first.items())

        self._until(question, self.next_s, moves)

    def _until(self, question: FixQuestion, limit_s: float, reached: Callable[[tuple[Document, ...]], bool]) -> None:
        until = time.monotonic() + limit_s
        while time.monotonic() < until:
            documents = self.documents()
            if not isinstance(documents, NotKnown) and reached(documents):
                return
            if question.wait(_LOOK_S):
                return


def _at_work(documents: tuple[Document, ...], job: int) -> bool:
    return any(one.number == job and one.state == IN_PROCESS for one in documents)


def _the_one(documents: tuple[Document, ...], verdict: Verdict | None) -> Document | None:
    """The document that the check named, else the first of this person's that is in process."""
    named = {one.value for one in verdict.evidence if one.name == "document"} if verdict is not None else set()
    at_work = [document for document in documents if document.state == IN_PROCESS]
    return next((one for one in at_work if one.number in named), None) or next((one for one in at_work if one.own), None)
