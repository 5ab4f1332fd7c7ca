"""The heaviest programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.programs.processes import read_programs

SHOWN = 5
IDLE_PERCENT = 1.0
SMALL_BYTES = 50 * 2**20
"""Below both, a program keeps nothing busy."""


@dataclass(frozen=True)
class ProcessesCollector:
    """What keeps the processor and the memory busy."""

    name: str = "Heaviest programs"
    group: Group = Group.PROGRAMS
    explanation: str = (
        "The five programs that use the processor most and the five that use memory most, processes of one name counted together. "
        "Names only: no command line, no environment, no window's title."
    )
    limit_s: float = 3.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Processes", "How many run.", value=float),
        FactKind("{program} processor", "Its share of all cores, watched for a third of a second.", "%", float),
        FactKind("{program} memory", "In GB of 2³⁰ bytes; what several processes share is counted in each.", "GB", float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        programs = read_programs()
        yield Fact(group=self.group, name="Processes", value=sum(one.processes for one in programs))
        busiest = programs[:SHOWN]
        largest = sorted(programs, key=lambda one: one.memory_bytes, reverse=True)[:SHOWN]
        for one in dict.fromkeys((*busiest, *largest)):
            if one.busy_percent < IDLE_PERCENT and one.memory_bytes < SMALL_BYTES:
                continue
            yield Fact(group=self.group, name=f"{one.name} processor", value=one.busy_percent, unit="%")
            yield Fact(group=self.group, name=f"{one.name} memory", value=round(one.memory_bytes / 2**30, 2), unit="GB")
