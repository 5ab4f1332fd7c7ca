"""What the system's log complains about."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine.system_log import HOURS, read_errors
from desktop_client.system.not_known import known

SHOWN_LETTERS = 300


@dataclass(frozen=True)
class SystemLogCollector:
    """Errors that the system and its services wrote down."""

    name: str = "Recent errors"
    group: Group = Group.ERRORS
    explanation: str = (
        f"Errors of the last {HOURS} hours in the system's log, the same ones counted together. Their texts are free words of any program: "
        "they are cut at 300 letters, and passwords, keys, names and addresses in them are hidden. On Windows the event's number stands "
        "for its text, on macOS the person's own crash reports are listed."
    )
    limit_s: float = 3.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Kinds of errors", f"How many different ones in {HOURS} hours, at most 12.", value=float),
        FactKind("Error {number}", "Who wrote it and what, newest first.", letters=SHOWN_LETTERS),
        FactKind("Error {number} times", "How often, where more than once.", value=float),
        FactKind("Error {number} last", "When last, in local time."),
    )

    def collect(self, question: Question) -> Iterator[Fact]:
        """The facts."""
        found = known(read_errors(question.run))
        yield Fact(group=self.group, name="Kinds of errors", value=len(found))
        for number, one in enumerate(found, 1):
            yield Fact(group=self.group, name=f"Error {number}", value=f"{one.program}: {one.text}" if one.program else one.text)
            if one.times > 1:
                yield Fact(group=self.group, name=f"Error {number} times", value=one.times)
            if one.last is not None:
                yield Fact(group=self.group, name=f"Error {number} last", value=one.last.astimezone().isoformat(" ", "seconds"))
