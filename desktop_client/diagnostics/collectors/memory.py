"""Memory, and whether it is enough."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine.memory import read_memory

GB = 2**30
"""Memory is sold, and shown by every system, in this GB; disks are not."""


@dataclass(frozen=True)
class MemoryCollector:
    """How much memory there is, and how much is left."""

    name: str = "Memory"
    group: Group = Group.MEMORY
    explanation: str = (
        "A computer without free memory is slow, and its programs close by themselves. A GB is 2³⁰ bytes here, as memory is sold."
    )
    limit_s: float = 1.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Total", "Built in.", "GB", float),
        FactKind("Available", "What programs can still get without swapping.", "GB", float),
        FactKind("In use", "The rest, as a share of the total.", "%", float),
        FactKind("Swap total", "Room on the disk that stands in for memory.", "GB", float),
        FactKind("Swap in use", "How much of it is taken.", "GB", float),
        FactKind("Waiting for memory", "Share of the last ten seconds in which programs waited for memory (Linux).", "%", float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = read_memory()
        yield Fact(group=self.group, name="Total", value=round(told.total_bytes / GB, 1), unit="GB")
        yield Fact(group=self.group, name="Available", value=round(told.available_bytes / GB, 1), unit="GB")
        if told.total_bytes:
            used = 100 * (told.total_bytes - told.available_bytes) / told.total_bytes
            yield Fact(group=self.group, name="In use", value=round(used, 1), unit="%")
        yield Fact(group=self.group, name="Swap total", value=round(told.swap_total_bytes / GB, 1), unit="GB")
        if told.swap_total_bytes:
            yield Fact(group=self.group, name="Swap in use", value=round(told.swap_used_bytes / GB, 1), unit="GB")
        if told.waiting_percent is not None:
            yield Fact(group=self.group, name="Waiting for memory", value=told.waiting_percent, unit="%")
