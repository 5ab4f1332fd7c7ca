"""A window that outlives its program for a moment is not a program that hangs."""

import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop_client.guides.checks import hung
from desktop_client.guides.checks.hung import HungCheck
from desktop_client.system.programs.windows_of_person import Window
from tests.desktop_client.guides.plugins import until


@dataclass(frozen=True)
class Asked:
    """As much of a question as the check needs; the program is ended while it waits between its two looks."""

    program: "subprocess.Popen[bytes]"
    stopped: threading.Event = field(default_factory=threading.Event)

    def wait(self, _seconds: float) -> bool:
        self.program.kill()
        # It is not waited for: it stays as what proc(5) calls a zombie.
        until(lambda: os.waitid(os.P_PID, self.program.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None)
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="windows of X11 and states of Linux")
@pytest.mark.parametrize("ends", [True, False])
def test_only_what_still_runs_hangs(ends: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a parameter
    monkeypatch.setattr(hung, "silent_windows", lambda windows, _wait_s: frozenset(window.number for window in windows))
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        window = Window(7, program.pid, "Surat", asks=True)
        question: Any = Asked(program)
        if not ends:
            monkeypatch.setattr(Asked, "wait", lambda _self, _seconds: False)
        seen = HungCheck(apart_s=0.0, windows=lambda: (window,)).look(question)
        assert (str(seen.outcome), seen.code) == (("ok", "") if ends else ("found", "silent"))
    finally:
        program.kill()
        program.wait()
