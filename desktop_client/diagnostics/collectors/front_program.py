"""The program that was in front when the person reported."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.not_known import known
from desktop_client.system.programs.front_program import read_front_program


@dataclass(frozen=True)
class FrontProgramCollector:
    """Which program the report is probably about."""

    name: str = "Program in front"
    group: Group = Group.PROGRAMS
    explanation: str = (
        "The program whose window was in front before Sigap's. Its name only, never the window's title. Not known under Wayland, where no "
        "program may see another's windows."
    )
    limit_s: float = 1.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Program in front", "Its own name for itself."),
        FactKind("Program in front, process", "The name of its process, where that is another."),
    )

    def collect(self, question: Question) -> Iterator[Fact]:
        """The facts; what was asked before our own window showed comes with the question."""
        told = known(question.front if question.front is not None else read_front_program())
        yield Fact(group=self.group, name="Program in front", value=told.name)
        if told.process:
            yield Fact(group=self.group, name="Program in front, process", value=told.process)
