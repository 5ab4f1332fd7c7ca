"""How much of the time programs wait for memory, and how fast the computer reads back what it had to put aside."""

import ctypes
import sys
from pathlib import Path

from desktop_client.system.commands import Run
from desktop_client.system.machine.memory import waiting_in_pressure
from desktop_client.system.not_known import NotKnown
from desktop_client.system.powershell import Rows, ask, cim, number

PRESSURE = Path("/proc/pressure/memory")
COUNTERS = Path("/proc/vmstat")
PAGE_BYTES = 4096
MAC_LEVEL = "kern.memorystatus_vm_pressure_level"


def waiting_percent(file: Path = PRESSURE) -> float | None:
    """The share of the last ten seconds in which some program waited for memory (PSI), None where the kernel doesn't tell."""
    try:
        return waiting_in_pressure(file.read_bytes())
    except OSError:
        return None


def swapped_in_bytes(file: Path = COUNTERS) -> int | None:
    """Bytes read back from swap since the start, None where not told."""
    try:
        return counter_in(file.read_bytes(), b"pswpin", PAGE_BYTES)
    except OSError:
        return None


def counter_in(text: bytes, name: bytes, factor: int = 1) -> int | None:
    """A line "name number", as /proc/vmstat, memory.stat and memory.events have them."""
    for line in text.splitlines():
        words = line.split()
        if len(words) == 2 and words[0] == name and words[1].isdigit() and len(words[1]) < 20:
            return int(words[1]) * factor
    return None


def mac_level() -> int | None:
    """1 normal, 2 warning, 4 critical (macOS). Written from the documented form, not run."""
    if sys.platform == "darwin":
        value, size = ctypes.c_int(0), ctypes.c_size_t(4)
        told = ctypes.CDLL(None).sysctlbyname(MAC_LEVEL.encode(), ctypes.byref(value), ctypes.byref(size), None, ctypes.c_size_t(0))
        return value.value if told == 0 else None
    return None


_WINDOWS = cim("Win32_PerfFormattedData_PerfOS_Memory", ("AvailableBytes", "CommittedBytes", "CommitLimit", "PageReadsPersec"))


def windows_commit(run: Run) -> tuple[float, int] | NotKnown:
    """Percent of the commit limit that is used, and hard faults a second (Windows). Written from the documented form, not run."""
    rows = ask(run, {"memory": _WINDOWS})["memory"]
    return rows if isinstance(rows, NotKnown) else commit_in(rows)


def commit_in(rows: Rows) -> tuple[float, int]:
    """The same from the class' one row; 0 for what it doesn't tell."""
    row = rows[0] if rows else {}
    used, limit = number(row, "CommittedBytes") or 0, number(row, "CommitLimit") or 0
    return (round(100 * used / limit, 1) if limit > 0 else 0.0), number(row, "PageReadsPersec") or 0
