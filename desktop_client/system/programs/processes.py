"""The programs that keep this computer busy: processes of one name counted together. Command lines and environments are never read."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """All processes of one name: share of all cores, memory in bytes (shared pages counted in each), and how many they are."""

    name: str
    busy_percent: float
    memory_bytes: int
    processes: int


@dataclass(frozen=True)
class Sample:
    """One process at one moment: seconds of processor time since it started."""

    name: str
    busy_s: float
    memory_bytes: int


def read_programs(sample_s: float = 0.3) -> tuple[Program, ...]:
    """The programs that run, watched for `sample_s` seconds, busiest first."""
    started = time.monotonic()
    before = _samples()
    time.sleep(sample_s)
    after = _samples()
    return programs_between(before, after, time.monotonic() - started, os.cpu_count() or 1)


def programs_between(before: dict[int, Sample], after: dict[int, Sample], seconds: float, cores: int) -> tuple[Program, ...]:
    """What happened between two samples; a process that is only in the second counts with its memory."""
    busy: dict[str, float] = {}
    memory: dict[str, int] = {}
    count: dict[str, int] = {}
    for pid, sample in after.items():
        earlier = before.get(pid)
        worked = sample.busy_s - earlier.busy_s if earlier is not None and earlier.name == sample.name else 0.0
        busy[sample.name] = busy.get(sample.name, 0.0) + max(0.0, worked)
        memory[sample.name] = memory.get(sample.name, 0) + sample.memory_bytes
        count[sample.name] = count.get(sample.name, 0) + 1
    programs = (Program(name, round(min(100.0, 100 * busy[name] / seconds / cores), 1), memory[name], count[name]) for name in count)
    return tuple(sorted(programs, key=lambda one: (-one.busy_percent, -one.memory_bytes, one.name)))


def _samples() -> dict[int, Sample]:
    return dict(_from_proc() if sys.platform == "linux" else _from_psutil())


def _from_proc(proc: Path = Path("/proc")) -> Iterator[tuple[int, Sample]]:
    # psutil completes names of 15 letters from the command line, so the kernel's own line is read instead.
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    for entry in os.scandir(proc):
        if entry.name.isdecimal():
            try:
                with open(f"{entry.path}/stat", "rb") as file:  # noqa: PTH123 - hundreds of them
                    sample = sample_in(file.read(4096), tick, page)
            except OSError:
                continue
            if sample is not None and sample.memory_bytes:
                yield int(entry.name), sample


def sample_in(stat: bytes, tick: int, page: int) -> Sample | None:
    """The line of /proc/PID/stat; the name stands in brackets and may hold any byte, brackets and blanks too."""
    before, _, rest = stat.rpartition(b")")
    words = rest.split()
    name = before.partition(b"(")[2].decode("utf-8", "replace").strip()
    if not name or len(words) < 22:
        return None
    try:
        return Sample(name, (int(words[11]) + int(words[12])) / tick, int(words[21]) * page)
    except ValueError:
        return None


def _from_psutil() -> Iterator[tuple[int, Sample]]:
    """Windows and macOS: written from the documented form, not run."""
    import psutil  # noqa: PLC0415 - only when asked

    for process in psutil.process_iter(["name", "memory_info", "cpu_times"]):
        name, memory, times = (process.info.get(key) for key in ("name", "memory_info", "cpu_times"))
        if process.pid and name and memory is not None and times is not None:
            yield process.pid, Sample(name, times.user + times.system, memory.rss)
