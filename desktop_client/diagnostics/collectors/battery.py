"""The battery and its wear."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine.battery import read_battery


@dataclass(frozen=True)
class BatteryCollector:
    """Charge, mains and wear."""

    name: str = "Battery"
    group: Group = Group.BATTERY
    explanation: str = "Why a laptop goes off early, or runs slowly on its battery."
    limit_s: float = 1.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Battery", '"none" on computers without one.'),
        FactKind("Charge", "How full it is.", "%", float),
        FactKind("On mains", "Whether it is plugged in.", value=bool),
        FactKind("Time left", "By the system's own guess.", "min", float),
        FactKind("Health", "What it holds when full, as a share of what it held when new (Linux).", "%", float),
        FactKind("Charge cycles", "How often it was charged (Linux).", value=float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = read_battery()
        if told is None:
            yield Fact(group=self.group, name="Battery", value="none")
            return
        yield Fact(group=self.group, name="Charge", value=told.percent, unit="%")
        if told.on_mains is not None:
            yield Fact(group=self.group, name="On mains", value=told.on_mains)
        if told.left_s is not None:
            yield Fact(group=self.group, name="Time left", value=told.left_s // 60, unit="min")
        if told.health_percent is not None:
            yield Fact(group=self.group, name="Health", value=told.health_percent, unit="%")
        if told.cycles is not None:
            yield Fact(group=self.group, name="Charge cycles", value=told.cycles)
