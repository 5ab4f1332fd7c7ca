"""Disks: what is mounted, and how much room is left. Asking a dead network drive never ends, so each is asked within a limit."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from desktop_client.system.limited import together
from desktop_client.system.not_known import NotKnown, Why

READ_ONLY_BY_NATURE = frozenset({"squashfs", "iso9660", "udf", "erofs", "romfs", "cramfs"})
NOT_A_DISK = frozenset(
    {
        *("proc", "sysfs", "devtmpfs", "devpts", "cgroup", "cgroup2", "tmpfs", "ramfs", "autofs", "overlay", "nsfs", "fusectl", "efivarfs"),
        *("securityfs", "debugfs", "tracefs", "configfs", "bpf", "pstore", "mqueue", "hugetlbfs", "rpc_pipefs", "binfmt_misc"),
        *("fuse.gvfsd-fuse", "fuse.portal", "fuse.snapfuse", "fuse.lxcfs", "selinuxfs", "devfs"),
    }
)
MOST_DISKS = 20


@dataclass(frozen=True)
class Mount:
    """A mounted volume."""

    device: str
    place: str
    kind: str
    read_only: bool


@dataclass(frozen=True)
class Space:
    """Room in bytes for this person; `files_percent` is the share of the possible number of files that exist, None where not limited."""

    total_bytes: int
    free_bytes: int
    files_percent: float | None


@dataclass(frozen=True)
class Disk:
    """A volume with its room, or why that is not known."""

    mount: Mount
    space: Space | NotKnown


def read_disks(limit_s: float = 1.0) -> tuple[Disk, ...]:
    """The volumes of this computer, `limit_s` seconds for all; one that doesn't answer in that time says so."""
    mounts = read_mounts()
    answers = together(limit_s, {("space", mount.place): partial(_space, mount.place) for mount in mounts})
    disks = []
    for mount in mounts:
        try:
            space = answers["space", mount.place].result()
        except PermissionError:
            space = NotKnown(Why.DENIED)
        except OSError:
            space = NotKnown(Why.ABSENT)
        disks.append(Disk(mount, space))
    return tuple(disks)


def read_mounts() -> tuple[Mount, ...]:
    """The volumes that hold somebody's files."""
    if sys.platform == "linux":
        with open("/proc/self/mounts", "rb") as file:  # noqa: PTH123 - a kernel file, read whole
            return with_root(chosen(mounts_in(file.read(1_000_000))))
    else:
        import psutil  # noqa: PLC0415 - only when asked

        found = (Mount(p.device, p.mountpoint, p.fstype, "ro" in p.opts.split(",")) for p in psutil.disk_partitions(all=False))
        if sys.platform == "darwin":
            # Volumes of one container share their room; the person's files are on Data, and "/" is sealed.
            hidden = ("/System/", "/private/")
            found = (mount for mount in found if mount.place == "/System/Volumes/Data" or not mount.place.startswith(hidden))
        return chosen(mount for mount in found if mount.kind)


def with_root(mounts: tuple[Mount, ...]) -> tuple[Mount, ...]:
    """The same with `/`, whose line is missing in a container or a changed root, and whose room a person fills all the same."""
    return mounts if any(mount.place == "/" for mount in mounts) else (Mount("/", "/", "", read_only=False), *mounts)


def mounts_in(text: bytes) -> Iterable[Mount]:
    """The lines of /proc/self/mounts; blanks and backslashes are written as octal escapes there."""
    for line in text.decode("utf-8", "replace").splitlines():
        words = [_unescaped(word) for word in line.split(" ")]
        if len(words) >= 4:
            yield Mount(words[0], words[1], words[2], "ro" in words[3].split(","))


def _unescaped(word: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        word = word.replace(code, letter)
    return word


def chosen(mounts: Iterable[Mount]) -> tuple[Mount, ...]:
    """Real volumes, each device once (at its shortest place), at most `MOST_DISKS`."""
    by_device: dict[str, Mount] = {}
    for mount in mounts:
        if mount.kind in NOT_A_DISK or mount.kind in READ_ONLY_BY_NATURE or mount.place.startswith(("/snap/", "/proc/", "/sys/", "/dev/")):
            continue
        known = by_device.get(mount.device)
        if known is None or len(mount.place) < len(known.place):
            by_device[mount.device] = mount
    return tuple(sorted(by_device.values(), key=lambda mount: mount.place)[:MOST_DISKS])


def _space(place: str) -> Space:
    if sys.platform == "win32":
        import psutil  # noqa: PLC0415 - only when asked

        usage = psutil.disk_usage(place)
        return Space(usage.total, usage.free, None)
    told = os.statvfs(place)
    files = round(100 * (told.f_files - told.f_favail) / told.f_files, 1) if told.f_files > 0 else None
    return Space(told.f_blocks * told.f_frsize, told.f_bavail * told.f_frsize, files)
