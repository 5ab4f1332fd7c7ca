"""One process: whether it runs, waits or is stopped, whose it is, and since when, so that its number can't be taken for another's."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
STOPPED, WAITS_FOR_DISK, ENDED = "T", "D", "Z"


@dataclass(frozen=True)
class ProcessState:
    """`state` is the kernel's letter (proc(5)): R runs, S sleeps, D waits for a disk, T stopped, Z ended.

    `started` tells it from a later one with the same number.
    """

    pid: int
    name: str
    state: str
    user: int
    parent: int
    busy_s: float
    started: float


def read_state(pid: int, proc: Path = PROC) -> ProcessState | None:
    """The process with this number; None when there is none, or it isn't ours to know."""
    if pid <= 0:
        return None
    if not sys.platform.startswith("linux"):
        return _from_psutil(pid)
    try:
        text = (proc / str(pid) / "stat").read_bytes()
        user = (proc / str(pid)).stat().st_uid
    except OSError:
        return None
    return state_in(text, pid, user, os.sysconf("SC_CLK_TCK"))


def state_in(stat: bytes, pid: int, user: int, tick: int) -> ProcessState | None:
    """The line of /proc/PID/stat; None when it is cut."""
    before, _, rest = stat.rpartition(b")")
    words = rest.split()
    name = before.partition(b"(")[2].decode("utf-8", "replace").strip()
    if not name or len(words) < 20:
        return None
    try:
        busy, started = (int(words[11]) + int(words[12])) / tick, int(words[19]) / tick
        return ProcessState(pid, name, words[0].decode("ascii", "replace"), user, int(words[1]), busy, started)
    except ValueError:
        return None


def _from_psutil(pid: int) -> ProcessState | None:
    """Windows and macOS: written from the documented form, not run."""
    import psutil  # noqa: PLC0415 - only when asked

    letters = {psutil.STATUS_STOPPED: STOPPED, psutil.STATUS_DISK_SLEEP: WAITS_FOR_DISK, psutil.STATUS_ZOMBIE: ENDED}
    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        user = 0 if sys.platform == "win32" else process.uids().real
        return ProcessState(
            pid,
            process.name(),
            letters.get(process.status(), "S"),
            user,
            process.ppid() or 0,
            times.user + times.system,
            process.create_time(),
        )
    except psutil.Error:
        return None


def same(first: ProcessState | None, second: ProcessState | None) -> bool:
    """Whether both are the same process, not a later one with its number."""
    return first is not None and second is not None and (first.pid, first.started) == (second.pid, second.started)
