"""The operating system, its kernel, and since when it runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine import operating_system


@dataclass(frozen=True)
class OperatingSystemCollector:
    """What this computer runs."""

    name: str = "Operating system"
    group: Group = Group.SYSTEM
    explanation: str = "Which system, on which model, and since when without a restart: many problems are known for one version only."
    limit_s: float = 2.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("System", "Name and version, as the system says it."),
        FactKind("Build", "The exact build, on Windows."),
        FactKind("Kernel", "The kernel's release."),
        FactKind("Architecture", "The kind of processor that the system was made for."),
        FactKind("Model", "Maker and model of the computer, where the firmware tells them."),
        FactKind("Started", "When the system was started, in local time."),
        FactKind("Running for", "How long ago that was.", "h", float),
        FactKind("Restart pending", "An update waits for a restart (Debian and Ubuntu say so).", value=bool),
        FactKind("Desktop", "Desktop environment and kind of session, on Linux."),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = operating_system.read_operating_system()
        yield Fact(group=self.group, name="System", value=told.name)
        if told.build:
            yield Fact(group=self.group, name="Build", value=told.build)
        yield Fact(group=self.group, name="Kernel", value=told.kernel)
        yield Fact(group=self.group, name="Architecture", value=told.architecture)
        if model := operating_system.model():
            yield Fact(group=self.group, name="Model", value=model)
        since = operating_system.running_since()
        yield Fact(group=self.group, name="Started", value=since.astimezone().isoformat(" ", "minutes"))
        yield Fact(group=self.group, name="Running for", value=round((datetime.now(UTC) - since).total_seconds() / 3600, 1), unit="h")
        if (pending := operating_system.restart_pending()) is not None:
            yield Fact(group=self.group, name="Restart pending", value=pending)
        if desktop := operating_system.desktop():
            yield Fact(group=self.group, name="Desktop", value=desktop)
