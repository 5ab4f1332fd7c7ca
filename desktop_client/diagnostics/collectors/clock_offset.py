"""Whether this computer's clock is right."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from contract.endpoints import HEALTH
from desktop_client.backend.clock import clock_difference_s
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.machine import clock
from desktop_client.system.network.connections import Trouble, ask
from desktop_client.system.network.proxy import proxy_for
from desktop_client.system.not_known import NotKnown, Why


@dataclass(frozen=True)
class ClockOffsetCollector:
    """The clock against the help desk's server."""

    name: str = "Clock"
    group: Group = Group.CLOCK
    explanation: str = "A clock that is minutes off breaks sign-ins and certificates. It is compared with the Date of the server's answer."
    limit_s: float = 3.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("Local time", "With its offset from UTC."),
        FactKind("Time zone", "Its short name and offset."),
        FactKind("Set automatically", "Whether the kernel is kept right by a time service (Linux).", value=bool),
        FactKind("Ahead of the server", "Seconds; behind when negative, 0 when it agrees within a second and a half.", "s", float),
    )

    def collect(self, question: Question) -> Iterator[Fact | NotKnown]:
        """The facts."""
        yield Fact(group=self.group, name="Local time", value=clock.local_time().isoformat(" ", "seconds"))
        yield Fact(group=self.group, name="Time zone", value=clock.zone())
        if (kept := clock.kept_right()) is not None:
            yield Fact(group=self.group, name="Set automatically", value=kept)
        if not question.address:
            return
        url = question.address.rstrip("/") + HEALTH.path
        answer = ask(url, question.limit_s * 0.8, proxy_for(url))
        if answer is Trouble.CERTIFICATE and (behind := clock_difference_s(question.address)) is not None:
            # A clock that is off makes good certificates look bad, and is just what must be known then.
            yield Fact(group=self.group, name="Ahead of the server", value=round(-behind, 1), unit="s")
            return
        if isinstance(answer, Trouble):
            yield NotKnown(Why.TIMEOUT if answer is Trouble.TIMEOUT else Why.UNREACHED)
            return
        offset = clock.offset_s(answer.headers.get("date", ""), answer.asked, answer.answered)
        if offset is None:
            yield NotKnown(Why.UNREADABLE)
        else:
            yield Fact(group=self.group, name="Ahead of the server", value=offset, unit="s")
