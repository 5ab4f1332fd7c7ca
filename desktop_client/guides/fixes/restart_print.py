"""Restarts the print service, with an administrator's rights by the system's own dialog. A refusal there is an answer."""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_client.guides.fix import Applied, Doing, FixQuestion, NotHere, Plan
from desktop_client.system.commands import Outcome, system_path
from desktop_client.system.not_known import NotKnown
from desktop_client.system.printing import print_queues
from desktop_client.system.printing.print_queues import Queues

COMMAND = ("pkexec", "systemctl", "restart", "cups.service")
BOOTED_BY_SYSTEMD = Path("/run/systemd/system")
_REFUSED = frozenset({126, 127})
"""pkexec(1): the dialog was dismissed, or there is no permission."""


def restarts_here() -> bool:
    """Whether there is a service manager to ask, and a dialog to ask with."""
    return BOOTED_BY_SYSTEMD.is_dir() and all(shutil.which(word, path=system_path()) for word in COMMAND[:2])


@dataclass(frozen=True, kw_only=True)
class RestartPrintFix:
    """Nothing is to be put back."""

    name: str = "restart-print"
    limit_s: float = 60.0
    mends: tuple[str, ...] = ("queue:service", "queue:stuck")
    answers_s: float = 10.0
    command: tuple[str, ...] = COMMAND
    here: Callable[[], bool] = restarts_here
    queues: Callable[[], Queues | NotKnown] = print_queues.read_queues

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """Everybody who prints from this computer waits."""
        if not self.here():
            return NotHere("not on this system")
        verdict = question.verdicts.get("queue")
        sticks = (Doing("set-aside-first"),) if verdict is not None and verdict.code == "stuck" else ()
        return Plan(actions=(Doing("restart"),), warnings=(Doing("everybody-waits"), *sticks), needs_administrator=True, takes_s=10)

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Asks the system, and waits until the service answers."""
        del plan  # there is nothing to choose
        told = question.run(self.command, question.limit_s)
        if told.outcome is Outcome.TIMEOUT:
            return Applied(done=False, why="time")
        if told.outcome is Outcome.STOPPED:
            return Applied(done=False, why="stopped")
        if told.exit != 0:
            return Applied(done=False, why="rights" if told.exit in _REFUSED else "failed")
        until = time.monotonic() + self.answers_s
        while isinstance(self.queues(), NotKnown) and time.monotonic() < until and not question.wait(0.5):
            pass
        return Applied(done=True)

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """A restart can't be taken back, and needs not."""
        del question, undo
        return False
