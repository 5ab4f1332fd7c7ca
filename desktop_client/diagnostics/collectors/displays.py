"""The screens of this session."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine.displays import read_displays
from desktop_client.system.not_known import known


@dataclass(frozen=True)
class DisplaysCollector:
    """How many screens, how large, and where."""

    name: str = "Displays"
    group: Group = Group.DISPLAY
    explanation: str = "Which screens the system sees: a missing one, a wrong size, text that is too small."
    limit_s: float = 2.5
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Screens", "How many.", value=float),
        FactKind("Screen {number} size", "Width and height in pixels."),
        FactKind("Screen {number} position", "Left and top on the desktop, in pixels."),
        FactKind("Screen {number} connector", "The output that it hangs on, where the system tells it."),
        FactKind("Text scale", "How much text is enlarged, where it is one number.", "%", float),
    )

    def collect(self, question: Question) -> Iterator[Fact]:  # noqa: ARG002 - asks nothing of it
        """The facts."""
        told = known(read_displays())
        yield Fact(group=self.group, name="Screens", value=len(told.displays))
        for number, one in enumerate(told.displays, 1):
            yield Fact(group=self.group, name=f"Screen {number} size", value=f"{one.width} × {one.height}")
            yield Fact(group=self.group, name=f"Screen {number} position", value=f"{one.left}, {one.top}")
            if one.name:
                yield Fact(group=self.group, name=f"Screen {number} connector", value=one.name)
        if told.text_percent is not None:
            yield Fact(group=self.group, name="Text scale", value=told.text_percent, unit="%")
