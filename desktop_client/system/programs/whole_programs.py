"""What takes memory and time, as a person counts: a browser with its forty processes is one program.

A process belongs to its parent's program when both run the same file; it takes the name of the topmost.
"""

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.programs.processes import Program

PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """One process: `file` is what it runs, "" where that is not ours to know."""

    name: str
    parent: int
    file: str
    busy_s: float
    memory_bytes: int


def whole_programs(before: Mapping[int, Process], after: Mapping[int, Process], seconds: float, cores: int) -> tuple[Program, ...]:
    """The programs, those with the most memory first; busy as a share of all cores."""
    busy: dict[str, float] = {}
    memory: dict[str, int] = {}
    count: dict[str, int] = {}
    for pid, process in after.items():
        name = after[top_of(pid, after)].name
        earlier = before.get(pid)
        worked = process.busy_s - earlier.busy_s if earlier is not None and earlier.name == process.name else 0.0
        busy[name] = busy.get(name, 0.0) + max(0.0, worked)
        memory[name] = memory.get(name, 0) + process.memory_bytes
        count[name] = count.get(name, 0) + 1
    share = 100 / max(seconds, 0.001) / max(cores, 1)
    programs = (Program(name, round(min(100.0, busy[name] * share), 1), memory[name], count[name]) for name in count)
    return tuple(sorted(programs, key=lambda program: (-program.memory_bytes, program.name)))


def top_of(pid: int, processes: Mapping[int, Process]) -> int:
    """The topmost process of the program that this one belongs to."""
    seen = {pid}
    while True:
        process = processes[pid]
        parent = processes.get(process.parent)
        if parent is None or not process.file or parent.file != process.file or process.parent in seen:
            return pid
        pid = process.parent
        seen.add(pid)


def read_processes(proc: Path = PROC) -> dict[int, Process]:
    """All processes now. Windows and macOS: written from the documented form, not run."""
    if not sys.platform.startswith("linux"):
        return _from_psutil()
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    processes = {}
    for entry in os.scandir(proc):
        if entry.name.isdecimal():
            try:
                with open(f"{entry.path}/stat", "rb") as file:  # noqa: PTH123 - hundreds of them
                    text = file.read(4096)
            except OSError:
                continue
            if (process := process_in(text, _file_of(entry.path), tick, page)) is not None:
                processes[int(entry.name)] = process
    return processes


def _file_of(folder: str) -> str:
    try:
        return os.readlink(f"{folder}/exe").removesuffix(" (deleted)")  # noqa: PTH115 - hundreds of them
    except OSError:
        return ""


def process_in(stat: bytes, file: str, tick: int, page: int) -> Process | None:
    """The line of /proc/PID/stat; the name stands in brackets and may hold any byte. None for the kernel's own, and for a cut line."""
    before, _, rest = stat.rpartition(b")")
    words = rest.split()
    name = before.partition(b"(")[2].decode("utf-8", "replace").strip()
    if not name or len(words) < 22:
        return None
    try:
        memory = int(words[21]) * page
        return Process(name, int(words[1]), file, (int(words[11]) + int(words[12])) / tick, memory) if memory else None
    except ValueError:
        return None


def _from_psutil() -> dict[int, Process]:
    import psutil  # noqa: PLC0415 - only when asked

    processes = {}
    for process in psutil.process_iter(["name", "ppid", "exe", "memory_info", "cpu_times"]):
        told = process.info
        if process.pid and told["name"] and told["memory_info"] is not None and told["cpu_times"] is not None:
            busy = told["cpu_times"].user + told["cpu_times"].system
            processes[process.pid] = Process(told["name"], told["ppid"] or 0, told["exe"] or "", busy, told["memory_info"].rss)
    return processes


@dataclass(frozen=True)
class Watched:
    """Processes at a moment of the monotonic clock."""

    processes: Mapping[int, Process]
    at: float


def watch() -> Watched:
    """The processes now, with the time."""
    return Watched(read_processes(), time.monotonic())


def between(first: Watched, last: Watched) -> tuple[Program, ...]:
    """What the programs did between two moments."""
    return whole_programs(first.processes, last.processes, last.at - first.at, os.cpu_count() or 1)
