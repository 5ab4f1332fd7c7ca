"""Starts a remote tool below a warden (`assist/warden.py`), and knows how it is doing.

The warden holds the other end of a pipe: when Sigap ends, however it does, the pipe closes and the tool is ended with all that it started.
"""

import contextlib
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import desktop_client
from desktop_client.reasons import Cause, refused
from desktop_client.system.tool_environment import tool_environment

log = logging.getLogger(__name__)

STARTED_S = 15.0
"""What a warden gets to say that the tool runs."""
EARLY_S = 0.4
"""A tool that fails within this didn't start."""
CLOSED_S = 6.0
"""What a warden gets to end everything: it needs three seconds itself."""
WARDEN = "--warden"
"""The word that makes the frozen program a warden (`packaging/sigap_program.py`)."""


def warden_command() -> list[str]:
    """What starts a warden of this Sigap."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WARDEN]
    return [sys.executable, "-m", "desktop_client.assist.warden"]


class Launched:
    """A tool that runs below a warden. `pid` is the tool's own process."""

    def __init__(self, warden: subprocess.Popen[bytes]) -> None:
        self._warden = warden
        self._told = threading.Event()
        self._over = threading.Event()
        self._closing = threading.Lock()
        self._closed: bool | None = None
        self.pid = 0
        self.failed = ""
        self.code: int | None = None
        threading.Thread(target=self._listen, name="remote tool", daemon=True).start()

    def ended(self) -> bool:
        """Whether nothing of it runs any more."""
        return self._over.is_set()

    def close(self) -> bool:
        """Ends it and everything that it started, within six seconds; False if something is left."""
        with self._closing:
            if self._closed is None:
                self._closed = self._close()
            return self._closed

    def wait_started(self) -> bool:
        """Whether it runs, after the first moments; what has ended well by then did start."""
        if not self._told.wait(STARTED_S) or self.failed:
            return False
        return not self._over.wait(EARLY_S) or self.code == 0

    def _let_go(self) -> None:
        with contextlib.suppress(OSError):
            if self._warden.stdin:
                self._warden.stdin.close()

    def _close(self) -> bool:
        self._let_go()
        try:
            closed = self._warden.wait(CLOSED_S) == 0
        except subprocess.TimeoutExpired:
            log.warning("The warden of a remote tool doesn't end")
            return False
        if not closed:
            log.warning("Something that a remote tool started couldn't be ended")
        return closed

    def _listen(self) -> None:
        if self._warden.stdout is not None:
            with self._warden.stdout as lines, contextlib.suppress(OSError, ValueError):
                for line in lines:
                    self._hear(line.decode("ascii", "replace").split())
        self._warden.wait()
        self._let_go()
        self._over.set()
        self._told.set()

    def _hear(self, words: list[str]) -> None:
        match words:
            case ["started", number]:
                self.pid = int(number)
                self._told.set()
            case ["failed", why]:
                self.failed = why
            case ["ended", code]:
                self.code = int(code)


class Handed(Launched):
    """A tool that ran before, such as a service: what we started only talks to it, so its end can't be seen, nor may it be ended."""

    def ended(self) -> bool:
        """Never, as far as Sigap can tell."""
        return False

    def close(self) -> bool:
        """Ends what was started here, and says that this isn't all."""
        super().close()
        return False


class Opened:
    """An address that another program opened: nothing of it can be watched or ended."""

    def ended(self) -> bool:
        """Never, as far as Sigap can tell."""
        return False

    def close(self) -> bool:
        """Not by Sigap."""
        return False


def launch(program: Path, arguments: Sequence[str], tool: str, *, ran_before: bool = False) -> Launched:
    """Starts a program at home, with a clean environment and no input. Blocks for up to some seconds. RefusedError: TOOL_DID_NOT_START.

    `tool` is what people call it. `ran_before`: a process of it is there already that isn't ours.
    """
    home = Path.home()
    order = {"argv": [str(program), *arguments], "cwd": str(home if home.is_dir() else Path(program.anchor))}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    try:
        warden = subprocess.Popen(
            warden_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=tool_environment(),
            cwd=Path(desktop_client.__file__).parent.parent,
            start_new_session=True,
            creationflags=flags,
        )
    except OSError as error:
        log.warning("The warden of a remote tool doesn't start: %s", error.strerror)
        raise refused(Cause.TOOL_DID_NOT_START, tool=tool) from error
    launched = Handed(warden) if ran_before else Launched(warden)
    with contextlib.suppress(OSError):
        if warden.stdin:
            warden.stdin.write(json.dumps(order).encode() + b"\n")
            warden.stdin.flush()
    if not launched.wait_started():
        log.info("A remote tool ended at once: %s", launched.failed or launched.code)
        launched.close()
        raise refused(Cause.TOOL_DID_NOT_START, tool=tool)
    return launched
