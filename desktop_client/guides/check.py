"""What a check is. It looks and changes nothing; none needs an administrator."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from desktop_client.guides.company import NOTHING_KNOWN, Company
from desktop_client.guides.verdict import Seen, Verdict
from desktop_client.system.commands import Run


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a check is given.

    `run` starts commands that end with the check. `parameter` is what stands in brackets: "mail" in "answers(mail)". `earlier` are the
    verdicts of this run, by reference. `guide` is the `article` key of the guide that asks, "" for none: some findings count in one only.
    `past` are this check's own measurements here before, by name, oldest first; `keep` adds one. `say` tells what is being done.
    """

    run: Run
    limit_s: float
    company: Company = NOTHING_KNOWN
    parameter: str = ""
    earlier: Mapping[str, Verdict] = field(default_factory=dict)
    guide: str = ""
    past: Callable[[str], tuple[float, ...]] = lambda _name: ()
    keep: Callable[[str, float], object] = lambda _name, _value: None
    stopped: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> bool:
        """Waits; True when the check was stopped meanwhile."""
        return self.stopped.wait(seconds)


class Check(Protocol):
    """Looks at one thing. It may raise `NotKnownError` (told as not possible: not here, rights or time); any other error is "failed"."""

    @property
    def name(self) -> str:
        """As in `contract.guides.CHECKS`."""

    @property
    def limit_s(self) -> float:
        """Seconds until it is left alone."""

    @property
    def after(self) -> tuple[str, ...]:
        """Checks whose findings make this one meaningless, as "check" or "check:code"; they run before it when both are asked."""

    def look(self, question: Question) -> Seen:
        """The verdict. Blocks; returns soon after `question.stopped` is set."""
