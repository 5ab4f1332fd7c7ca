"""Memory: how much there is, how much is left, and whether programs wait for it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Memory:
    """Sizes in bytes. `waiting_percent` is the share of the last ten seconds in which programs waited for memory, None where not told."""

    total_bytes: int
    available_bytes: int
    swap_total_bytes: int
    swap_used_bytes: int
    waiting_percent: float | None


def read_memory(pressure: Path = Path("/proc/pressure/memory")) -> Memory:
    """Memory now. On Windows, swap is the commit limit minus RAM."""
    import psutil  # noqa: PLC0415 - only when asked

    memory = psutil.virtual_memory()
    swap = psutil.swap_memory()
    try:
        waiting = waiting_in_pressure(pressure.read_bytes())
    except OSError:
        waiting = None
    return Memory(memory.total, memory.available, swap.total, swap.used, waiting)


def waiting_in_pressure(text: bytes) -> float | None:
    """`avg10` of the line "some" in the kernel's pressure file (PSI)."""
    for line in text.decode("ascii", "replace").splitlines():
        words = line.split()
        if words[:1] == ["some"]:
            for word in words[1:]:
                name, _, value = word.partition("=")
                if name == "avg10":
                    try:
                        percent = float(value)
                    except ValueError:
                        return None
                    return percent if 0 <= percent <= 100 else None
    return None
