"""The small program that starts one remote tool and ends it, with all that it started, when it is told to or when Sigap is gone.

It hears one line of JSON, `{"argv": […], "cwd": "…"}`, and after that only the end of its input, which means: end the tool. It says, a line
each, `started PID`, `failed ERRNO`, and `ended CODE` when nothing of the tool runs any more. Its exit code is 1 if something couldn't be
ended. It never touches what it did not start. On Linux it needs nothing but Python's own library.
"""

import contextlib
import json
import os
import signal
import sys
import threading
from typing import Protocol

LOOK_S = 0.25
_LONGEST_ORDER = 100_000


class Tree(Protocol):
    """A program with everything that it started."""

    def start(self, argv: list[str], cwd: str) -> int:
        """Starts it and gives its process id. Raises OSError."""

    def alive(self) -> bool:
        """Whether anything of it still runs."""

    def code(self) -> int:
        """What the program itself ended with, negative for a signal."""

    def end(self) -> bool:
        """Ends all of it; False if something is left."""


def main() -> int:
    """The program. Blocks until nothing of the tool runs, or it was ended."""
    if sys.platform != "win32":
        # A terminal's or a session's signal is for the tray, which then ends our input. Ignored ones would stay so in the tool; caught ones
        # don't.
        for one in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
            signal.signal(one, lambda _signal, _frame: None)
    order = _order()
    if order is None:
        return 2
    argv, cwd = order
    tree = _tree()
    try:
        pid = tree.start(argv, cwd)
    except OSError as error:
        _say(f"failed {error.errno or 0}")
        return 0
    _say(f"started {pid}")
    over = threading.Event()
    threading.Thread(target=_wait_for_end, args=(over,), name="end of input", daemon=True).start()
    while tree.alive():
        if over.wait(LOOK_S):
            return 0 if tree.end() else 1
    _say(f"ended {tree.code()}")
    return 0


def _order() -> tuple[list[str], str] | None:
    """The line that says what to start and where, None when there is none that can be understood."""
    text = b""
    while not text.endswith(b"\n") and len(text) < _LONGEST_ORDER:
        piece = os.read(sys.stdin.fileno(), 1)
        if not piece:
            return None
        text += piece
    try:
        order = json.loads(text)
        argv, cwd = order["argv"], order["cwd"]
    except (ValueError, KeyError, TypeError):
        return None
    usable = isinstance(cwd, str) and isinstance(argv, list) and argv and all(isinstance(word, str) for word in argv)
    return (argv, cwd) if usable else None


def _say(line: str) -> None:
    with contextlib.suppress(OSError):
        os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _wait_for_end(over: threading.Event) -> None:
    with contextlib.suppress(OSError):
        while os.read(sys.stdin.fileno(), 4096):
            pass
    over.set()


def _tree() -> Tree:
    if sys.platform == "win32":
        from desktop_client.system.programs.windows_job import WindowsJob  # noqa: PLC0415 - only on this system

        return WindowsJob()
    from desktop_client.system.programs.started_tree import StartedTree  # noqa: PLC0415 - only on these systems

    return StartedTree()


if __name__ == "__main__":
    sys.exit(main())
