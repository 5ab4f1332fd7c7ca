"""A program with everything that it starts, however it does that, and the end of all of them (Linux and macOS).

Linux: this process takes in what loses its parent (PR_SET_CHILD_SUBREAPER of prctl(2)), so everything stays below it. macOS has no such
thing: what was once seen below the program is remembered (written from the documented form, not run). For a process that does nothing else.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time

from desktop_client.system.programs.process_names import Named, below, read_named

ASK_S = 1.2
"""What programs get to end when they are asked to; then they are made to."""
END_S = 3.0
"""All of them have to be gone by then."""
_LOOK_S = 0.05
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36


class StartedTree:
    """One program; for one thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._code = 0
        self._seen: set[Named] = set()
        if sys.platform == "linux":
            _prctl(_PR_SET_CHILD_SUBREAPER, 1)

    def start(self, argv: list[str], cwd: str) -> int:
        """Starts it and gives its process id. Raises OSError."""
        self._process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=cwd,
            start_new_session=True,
            # Should somebody kill this process, the program itself ends with it. There is one thread here, so this is safe.
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - see above
        )
        return self._process.pid

    def alive(self) -> bool:
        """Whether anything of it still runs. Those that have ended are put away."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return bool(self._remembered())
            if not pid:
                self._remembered()
                return True
            if self._process is not None and pid == self._process.pid:
                self._code = os.waitstatus_to_exitcode(status)

    def code(self) -> int:
        """What the program itself ended with, negative for a signal."""
        return self._code

    def end(self) -> bool:
        """Ends all of it: asked first, then made to. False if something is left."""
        begun = time.monotonic()
        asked: set[int] = set()
        while self.alive() and time.monotonic() - begun < END_S:
            forced = time.monotonic() - begun >= ASK_S
            for process in {*below(os.getpid()), *self._remembered()}:
                if forced or process.pid not in asked:
                    asked.add(process.pid)
                    with contextlib.suppress(ProcessLookupError, PermissionError):
                        os.kill(process.pid, signal.SIGKILL if forced else signal.SIGTERM)
            time.sleep(_LOOK_S)
        return not self.alive()

    def _remembered(self) -> set[Named]:
        """On macOS, what was seen below the program and is still there, whoever its parent is now."""
        if sys.platform == "darwin":
            self._seen |= set(below(os.getpid()))
            for process in tuple(self._seen):
                self._seen |= set(below(process.pid))
            self._seen = {process for process in self._seen if _is_there(process)}
        return self._seen


def _is_there(process: Named) -> bool:
    """Whether it still runs, and is no later one with its number."""
    now = read_named(process.pid)
    return now is not None and now.started == process.started


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(option, ctypes.c_ulong(value), 0, 0, 0)


def _end_with_parent() -> None:
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
