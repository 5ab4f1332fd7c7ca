"""The processor and how busy it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine.processor import read_processor


@dataclass(frozen=True)
class ProcessorCollector:
    """How strong the processor is, and what is left of it."""

    name: str = "Processor"
    group: Group = Group.PROCESSOR
    explanation: str = "Whether the computer is slow because it is small, or because something keeps it busy."
    limit_s: float = 2.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Processor", "Its maker's name for it."),
        FactKind("Cores", "Real cores.", value=float),
        FactKind("Threads", "Programs that can run at the same moment.", value=float),
        FactKind("In use", "Over all cores, watched for a third of a second.", "%", float),
        FactKind("Load", "Programs that ran or waited to run, mean of one minute; not on Windows.", value=float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = read_processor()
        if told.name:
            yield Fact(group=self.group, name="Processor", value=told.name)
        for name, value in (("Cores", told.cores), ("Threads", told.threads), ("Load", told.load)):
            if value is not None:
                yield Fact(group=self.group, name=name, value=value)
        yield Fact(group=self.group, name="In use", value=told.busy_percent, unit="%")
