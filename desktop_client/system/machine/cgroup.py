"""The memory that this session may use, where it is less than the computer's: control groups of Linux, version 2 and 1.

/proc/meminfo doesn't tell of it. Every group above counts too, since each may have a limit of its own. File cache that nobody used
lately counts as available: the kernel takes it back before anything else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.machine.memory import waiting_in_pressure
from desktop_client.system.machine.pressure import counter_in

PROC = Path("/proc/self")
_NO_LIMIT = 1 << 60
"""Version 1 writes "none" as a number near 2 ** 63."""


@dataclass(frozen=True)
class Group:
    """A limit in bytes and what is left under it. `hits` counts how often the limit was run into; `waiting_percent` as PSI tells it."""

    limit_bytes: int
    available_bytes: int
    hits: int
    waiting_percent: float | None


def smallest_group(proc: Path = PROC) -> Group | None:
    """The group with the least left, of those with a limit that this process is in; None when nothing limits it."""
    return min(_groups(proc), key=lambda group: group.available_bytes, default=None)


def _groups(proc: Path) -> Iterator[Group]:
    for folder, version in folders(_read(proc / "cgroup"), _read(proc / "mountinfo")):
        group = _version_2(folder) if version == 2 else _version_1(folder)
        if group is not None:
            yield group


def folders(groups: bytes, mounts: bytes) -> Iterator[tuple[Path, int]]:
    """The folders of this process' memory groups, inner first, with the version; from /proc/self/cgroup and mountinfo (proc(5))."""
    own: dict[int, str] = {}
    for line in groups.decode("utf-8", "replace").splitlines():
        number, _, rest = line.partition(":")
        names, _, path = rest.partition(":")
        if number == "0" and not names:
            own[2] = path
        elif "memory" in names.split(","):
            own[1] = path
    for line in mounts.decode("utf-8", "replace").splitlines():
        before, dash, after = line.partition(" - ")
        words, kinds = before.split(), after.split()
        if not dash or len(words) < 5 or len(kinds) < 3:
            continue
        version = 2 if kinds[0] == "cgroup2" else 1 if kinds[0] == "cgroup" and "memory" in kinds[2].split(",") else 0
        if version in own:
            yield from ((folder, version) for folder in _upward(Path(words[4]), words[3], own.pop(version)))


def _upward(mounted: Path, root: str, path: str) -> Iterator[Path]:
    inner = path.removeprefix(root if root != "/" else "").strip("/")
    parts = [] if ".." in inner.split("/") else [part for part in inner.split("/") if part]
    for length in range(len(parts), -1, -1):
        yield mounted.joinpath(*parts[:length])


def _version_2(folder: Path) -> Group | None:
    limits = [limit for name in ("memory.max", "memory.high") if (limit := number_in(_read(folder / name))) is not None]
    used, stat, events = (_read(folder / name) for name in ("memory.current", "memory.stat", "memory.events"))
    hits = (counter_in(events, b"max") or 0) + (counter_in(events, b"high") or 0)
    waiting = waiting_in_pressure(_read(folder / "memory.pressure"))
    return _group(min(limits, default=None), number_in(used), counter_in(stat, b"inactive_file"), hits, waiting)


def _version_1(folder: Path) -> Group | None:
    limit, used, hits = (number_in(_read(folder / f"memory.{name}")) for name in ("limit_in_bytes", "usage_in_bytes", "failcnt"))
    return _group(limit, used, counter_in(_read(folder / "memory.stat"), b"total_inactive_file"), hits or 0, None)


def _group(limit: int | None, used: int | None, inactive: int | None, hits: int, waiting: float | None) -> Group | None:
    if limit is None or used is None or not 0 < limit < _NO_LIMIT:
        return None
    return Group(limit, max(0, min(limit, limit - used + (inactive or 0))), hits, waiting)


def number_in(text: bytes) -> int | None:
    """A file with one number; None for "max" and anything else."""
    word = text.strip()
    return int(word) if word.isdigit() and len(word) < 21 else None


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(1_000_000)
    except OSError:
        return b""
