"""This person's programs with windows, where the windows themselves can't be seen (Wayland, macOS): by their process' state alone."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop_client.system.programs.process_state import STOPPED, WAITS_FOR_DISK, ProcessState, read_state

PROC = Path("/proc")
_DRAWING = (b"libwayland-client", b"libxcb.so", b"libX11.so")


def states_without_windows(proc: Path = PROC) -> tuple[ProcessState, ...]:
    """Those of this person's programs that are stopped or wait for a disk, and could show windows."""
    if sys.platform == "win32":
        return ()
    states = (read_state(pid, proc) for pid in _numbers(proc))
    own = (state for state in states if state is not None and state.user == os.getuid() and state.state in {STOPPED, WAITS_FOR_DISK})
    return tuple(state for state in own if _draws(state.pid, proc))


def _numbers(proc: Path) -> Iterable[int]:
    if sys.platform == "darwin":
        import psutil  # noqa: PLC0415 - only when asked

        return psutil.pids()
    return [int(entry.name) for entry in os.scandir(proc) if entry.name.isdecimal()]


def _draws(pid: int, proc: Path) -> bool:
    """Whether a window system's library is loaded; on macOS this isn't told, so only programs of the Applications folders count."""
    if sys.platform == "darwin":
        import psutil  # noqa: PLC0415 - only when asked

        try:
            return ".app/" in psutil.Process(pid).exe()
        except psutil.Error:
            return False
    try:
        with (proc / str(pid) / "maps").open("rb") as file:
            return any(library in line for line in file for library in _DRAWING)
    except OSError:
        return False
