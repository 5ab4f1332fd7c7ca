"""The names of processes, read for very little: on Linux straight from the kernel, and only of processes that weren't seen before.

Command lines and environments are never read. On Windows and macOS by psutil: written from the documented form, not run.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

PROC = "/proc"
_FURTHEST = 40
"""Steps upward that are looked at."""


@dataclass(frozen=True)
class Named:
    """A process; `started` tells it from a later one with its number. `user` is -1 where it isn't told."""

    pid: int
    name: str
    parent: int
    started: float
    user: int


class NewProcesses:
    """Each `look` gives the processes with a wanted name that weren't given before; the first one gives all. For one thread.

    Between two looks a process may become another program, so each is read in two looks.
    """

    def __init__(self, wanted: Callable[[str], object], proc: str = PROC) -> None:
        self._wanted, self._proc = wanted, proc
        self._settled: set[int] = set()
        self._young: set[int] = set()
        self._given: dict[int, float] = {}

    def look(self) -> tuple[Named, ...]:
        """What is new since the last look."""
        now = pids(self._proc)
        unread = now - self._settled
        found = []
        for pid in unread:
            process = read_named(pid, self._proc)
            if process is None or not self._wanted(process.name) or self._given.get(pid) == process.started:
                continue
            self._given[pid] = process.started
            found.append(process)
        self._settled = (self._settled & now) | (self._young & unread)
        self._young = unread - self._settled
        if len(self._given) > len(now):
            self._given = {pid: started for pid, started in self._given.items() if pid in now}
        return tuple(found)

    def alive(self, numbers: set[int]) -> set[int]:
        """Those of the numbers that were there at the last look."""
        return numbers & (self._settled | self._young)


def pids(proc: str = PROC) -> set[int]:
    """The numbers of all processes."""
    if not sys.platform.startswith("linux"):
        import psutil  # noqa: PLC0415 - only where the kernel doesn't tell it in files

        return set(psutil.pids())
    return {int(name) for name in os.listdir(proc) if name.isdecimal()}  # noqa: PTH208 - names only, hundreds of them


def read_named(pid: int, proc: str = PROC) -> Named | None:
    """The process with this number, None when it is gone or only waits to be forgotten."""
    if not sys.platform.startswith("linux"):
        return _from_psutil(pid)
    path = f"{proc}/{pid}/stat"
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            text, user = os.read(descriptor, 1024), os.fstat(descriptor).st_uid
        finally:
            os.close(descriptor)
    except OSError:
        return None
    before, _, rest = text.rpartition(b")")
    words = rest.split(None, 20)
    if len(words) < 20 or words[0] in {b"Z", b"X"}:
        return None
    return Named(pid, before.partition(b"(")[2].decode("utf-8", "replace"), int(words[1]), float(words[19]), user)


def _from_psutil(pid: int) -> Named | None:
    import psutil  # noqa: PLC0415 - only where the kernel doesn't tell it in files

    try:
        process = psutil.Process(pid)
        user = -1 if sys.platform == "win32" else process.uids().real
        return Named(pid, process.name(), process.ppid() or 0, process.create_time(), user)
    except psutil.Error:
        return None


def is_below(pid: int, ancestor: int, proc: str = PROC) -> bool:
    """Whether a process is this one, or was started by it or by one that it started and that still lives."""
    for _step in range(_FURTHEST):
        if pid == ancestor:
            return True
        process = read_named(pid, proc)
        if process is None or process.parent in {0, pid}:
            return False
        pid = process.parent
    return False


def any_running(wanted: Callable[[str], object], *, not_below: int, proc: str = PROC) -> bool:
    """Whether a process with a wanted name runs that isn't below this one."""
    found = (read_named(pid, proc) for pid in pids(proc))
    return any(process is not None and wanted(process.name) and not is_below(process.pid, not_below, proc) for process in found)


def below(ancestor: int, proc: str = PROC) -> tuple[Named, ...]:
    """Everything that was started by a process, or by what it started, as far as parents still live."""
    every = [process for pid in pids(proc) if (process := read_named(pid, proc)) is not None]
    children: dict[int, list[Named]] = {}
    for process in every:
        children.setdefault(process.parent, []).append(process)
    found: dict[int, Named] = {}
    left = list(children.get(ancestor, ()))
    while left:
        process = left.pop()
        if process.pid not in found and process.pid != ancestor:
            found[process.pid] = process
            left += children.get(process.pid, ())
    return tuple(found.values())
