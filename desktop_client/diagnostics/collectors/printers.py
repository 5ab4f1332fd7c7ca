"""Printers and what waits for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing.printers import Job, Printer, read_printing


@dataclass(frozen=True)
class PrintersCollector:
    """The print service, its printers and their queues."""

    name: str = "Printers"
    group: Group = Group.PRINTING
    explanation: str = (
        "Which printer stands still, and why. Never a document's title, who printed it, or a printer's address. "
        "On Windows names only, for now."
    )
    limit_s: float = 2.5
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Print service", '"running", or why it says nothing.'),
        FactKind("Default printer", 'Its name, or "none".'),
        FactKind("{printer} state", "Idle, printing or stopped. A printer that can't be reached counts as printing: see its message."),
        FactKind("{printer} problem", "What it reports, in the print service's own keywords, such as media-empty."),
        FactKind("{printer} message", "What the print service says about it."),
        FactKind("{printer} accepts jobs", "Whether new documents are taken.", value=bool),
        FactKind("{printer} waiting", "How many documents wait.", value=float),
        FactKind("{printer} job {number}", "A document that isn't printed yet: state, size and age."),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = read_printing()
        if isinstance(told, NotKnown):
            yield Fact(group=self.group, name="Print service", value=told.why.value)
            return
        yield Fact(group=self.group, name="Print service", value="running")
        yield Fact(group=self.group, name="Default printer", value=told.default or "none")
        for printer in told.printers:
            yield from self._printer(printer)
        now = datetime.now(UTC)
        for job in told.jobs:
            yield Fact(group=self.group, name=f"{job.printer} job {job.number}", value=job_line(job, now))

    def _printer(self, printer: Printer) -> Iterator[Fact]:
        yield Fact(group=self.group, name=f"{printer.name} state", value=printer.state)
        if printer.reasons:
            yield Fact(group=self.group, name=f"{printer.name} problem", value=", ".join(printer.reasons))
        if printer.message:
            yield Fact(group=self.group, name=f"{printer.name} message", value=printer.message)
        if not printer.accepts_jobs:
            yield Fact(group=self.group, name=f"{printer.name} accepts jobs", value=False)
        yield Fact(group=self.group, name=f"{printer.name} waiting", value=printer.jobs)


def job_line(job: Job, now: datetime) -> str:
    """A job in a few words: "held, 1.2 MB, for 5 min"."""
    parts = [job.state, f"{job.size_bytes / 10**6:.1f} MB"]
    if job.created is not None:
        parts.append(f"for {max(0, round((now - job.created).total_seconds() / 60))} min")
    return ", ".join(parts)
