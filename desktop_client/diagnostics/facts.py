"""What a collector is: what it may say, declared as data, and how it is asked.

The declarations are the allowlist. A fact that no declaration of its collector describes does not leave, however it came to be.
"""

import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from contract.diagnostics import Fact
from desktop_client.system.commands import Run
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.front_program import FrontProgram


class Group(StrEnum):
    """Under which heading people find a fact, in the order in which headings are shown."""

    SYSTEM = "System"
    PROCESSOR = "Processor"
    MEMORY = "Memory"
    DISK = "Disk"
    BATTERY = "Battery"
    DISPLAY = "Display"
    NETWORK = "Network"
    CONNECTION = "Connection"
    CLOCK = "Clock"
    PROGRAMS = "Programs"
    PRINTING = "Printing"
    ERRORS = "Recent errors"


class System(StrEnum):
    """Where a collector works; the values are those of `sys.platform`."""

    LINUX = "linux"
    WINDOWS = "win32"
    MACOS = "darwin"


EVERYWHERE = (System.LINUX, System.WINDOWS, System.MACOS)


class NotCollectedReason(StrEnum):
    """The first word of `NotCollected.reason`; after a colon and a blank may follow a few more, such as "slow: no answer in 2 s"."""

    SLOW = "slow"
    FAILED = "failed"
    REDACTION = "redaction"


@dataclass(frozen=True)
class FactKind:
    """A fact that a collector may bring. A name in braces, such as "{disk} free", stands for what is found.

    `value` is the type; a number may always be whole. `unit` is exact. A text is cut after `letters`, once it is redacted.
    """

    name: str
    explanation: str
    unit: str = ""
    value: type[str] | type[float] | type[bool] = str
    letters: int = 500

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"\{[^}]*\}", self.name)
        return re.compile(".+".join(re.escape(part) for part in parts), re.DOTALL)

    def allows(self, fact: Fact) -> bool:
        """Whether the fact is one of this kind."""
        if fact.unit != self.unit or not self._pattern.fullmatch(fact.name):
            return False
        if self.value is float:
            return isinstance(fact.value, int | float) and not isinstance(fact.value, bool)
        return isinstance(fact.value, self.value)


@dataclass(frozen=True)
class Question:
    """What a collector is given. `run` starts commands that end with the collector; `limit_s` is its own limit."""

    run: Run
    limit_s: float
    address: str | None = None
    hosts: tuple[str, ...] = ()
    front: FrontProgram | NotKnown | None = None
    stopped: threading.Event = field(default_factory=threading.Event)


class Collector(Protocol):
    """A source of facts. It says what it can, fact by fact: what it has said counts, even if it fails or hangs later.

    It raises `NotKnownError` where it can't go on, and may yield a `NotKnown` for a part; any other error is told as "failed".
    """

    @property
    def name(self) -> str:
        """Stable, English, for people: "Printers"."""

    @property
    def group(self) -> Group:
        """The group of every fact it brings."""

    @property
    def explanation(self) -> str:
        """What it looks at, and why a technician wants to know."""

    @property
    def limit_s(self) -> float:
        """Seconds until it is left alone."""

    @property
    def systems(self) -> tuple[System, ...]:
        """Where it works."""

    @property
    def kinds(self) -> tuple[FactKind, ...]:
        """All that it may say."""

    def collect(self, question: Question) -> Iterable[Fact | NotKnown]:
        """The facts."""
