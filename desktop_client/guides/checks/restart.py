"""Whether the system itself asks for a restart."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.machine.pending_restart import pending

_DAY_S = 86400


@dataclass(frozen=True, kw_only=True)
class RestartCheck:
    """How long it has been running is evidence, no finding."""

    name: str = "restart"
    limit_s: float = 1.0
    after: tuple[str, ...] = ()
    read: Callable[[], str] = pending

    def look(self, question: Question) -> Seen:
        """One look; nothing is asked of anybody else."""
        del question  # nothing here waits
        why = self.read()
        running = Evidence(name="running", value=round(_running_s() / _DAY_S, 1), unit="d")
        return found("pending", Evidence(name="asks", value=why), running) if why else ok(running)


def _running_s() -> float:
    import psutil  # noqa: PLC0415 - only when asked

    return max(0.0, time.time() - psutil.boot_time())
