"""Commands as an administrator, by the system's own dialog (polkit's `pkexec`). A refusal is an answer, not an error.

Only after the person was told that an administrator is needed. Followed: pkexec(1), "Return value".
"""

import os
import shutil
import sys
from enum import StrEnum

from desktop_client.system.commands import CommandResult, Outcome, Run, system_path

DIALOG_S = 120.0
"""How long a person may take to answer the dialog."""

_DISMISSED, _NOT_AUTHORISED = 126, 127


class Became(StrEnum):
    """What became of it. The values are those of `Applied.why`, save `DONE`."""

    DONE = "done"
    RIGHTS = "rights"
    TIME = "time"
    FAILED = "failed"
    STOPPED = "stopped"


def is_administrator() -> bool:
    """Whether this process may do everything already."""
    return sys.platform != "win32" and os.geteuid() == 0


def can_ask() -> bool:
    """Whether an administrator's rights can be asked for here."""
    return sys.platform == "linux" and (is_administrator() or shutil.which("pkexec", path=system_path()) is not None)


def as_administrator(run: Run, argv: tuple[str, ...], limit_s: float) -> Became:
    """Runs one command as an administrator; its own time is `limit_s`, the dialog's comes on top."""
    if is_administrator():
        return became(run(argv, limit_s))
    told = run(("pkexec", *argv), limit_s + DIALOG_S)
    if told.outcome is Outcome.MISSING or told.exit in {_DISMISSED, _NOT_AUTHORISED}:
        return Became.RIGHTS
    return became(told)


def became(told: CommandResult) -> Became:
    """What a command's end says."""
    if told.outcome is Outcome.OK:
        return Became.DONE if told.exit == 0 else Became.FAILED
    return {Outcome.TIMEOUT: Became.TIME, Outcome.STOPPED: Became.STOPPED}.get(told.outcome, Became.FAILED)
