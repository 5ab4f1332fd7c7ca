"""What a fix is: it explains, is asked for, applies, and puts back where that is possible. Looking again is the check's part.

Between `plan` and `apply` a person agrees. What is needed to put it back is kept on the disk before anything changes (`keep`), so that a
log-off in between is undone or said at the next start.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from contract.guides import Evidence
from desktop_client.guides.company import NOTHING_KNOWN, Company
from desktop_client.guides.verdict import Verdict
from desktop_client.system.commands import Run


@dataclass(frozen=True)
class Doing:
    """One line of what will be done or of what to know, by a key of `sentences`, with the values that it names."""

    key: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """Something that the person may tick or choose among, such as a program to end; `ticked` says how it begins.

    `title` is a name as it is. With `says` the choice is a sentence of the fix's words instead, as an action is.
    """

    key: str
    title: str
    size_bytes: int = 0
    ticked: bool = True
    says: Doing | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What applying it would do here and now. `target` is for the fix itself.

    `warnings` are told before: "~10 s off, calls end". `choices` are ticked by the person, `one_choice`: exactly one of them.
    """

    actions: tuple[Doing, ...]
    warnings: tuple[Doing, ...] = ()
    choices: tuple[Choice, ...] = ()
    one_choice: bool = False
    can_put_back: bool = False
    needs_administrator: bool = False
    takes_s: int = 10
    target: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NotHere:
    """It can't be done: "not here", "rights", "refused by company", "nothing to do", "in use", "not on this system"."""

    why: str


@dataclass(frozen=True, kw_only=True)
class Applied:
    """What became of it. `done` False with `why`: "rights" (refused by the person or the system), "time", "failed", "stopped".

    `undo` is what `put_back` needs, None where it can't be put back. `evidence` says what changed, such as the bytes freed.
    """

    done: bool
    why: str = ""
    undo: Mapping[str, str] | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FixQuestion:
    """What a fix is given. `verdicts` by reference are why it is offered; `chosen` the keys of the choices that are ticked.

    `keep` puts what `put_back` needs on the disk; call it before the first change.
    """

    run: Run
    limit_s: float
    company: Company = NOTHING_KNOWN
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    keep: Callable[[Mapping[str, str]], object] = lambda _undo: None
    stopped: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> bool:
        """Waits; True when it was stopped meanwhile."""
        return self.stopped.wait(seconds)


class Fix(Protocol):
    """Mends one thing. Never an administrator's rights unless its plan says so first; then through the system's own dialog."""

    @property
    def name(self) -> str:
        """As in `contract.guides.FIXES`."""

    @property
    def limit_s(self) -> float:
        """Seconds that `apply` may take; the system's dialog for an administrator not counted."""

    @property
    def mends(self) -> tuple[str, ...]:
        """The findings for which it is offered, as "check:code"; their checks look again afterwards."""

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """What it would do. Changes nothing."""

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Does it. Blocks."""

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """Puts it back as it was; False when that failed. May be called in another process than `apply`, and twice."""
