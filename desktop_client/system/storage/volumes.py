"""The volumes on which this person works: the system's, their home's and that of temporary files, each with the room left for them.

Recovery and EFI partitions, discs and images are nobody's working place, and a network's volume is the network's.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop_client.system.limited import together
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.storage.disks import READ_ONLY_BY_NATURE, Mount, mounts_in
from desktop_client.system.storage.temporary import temporary_folder

NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "9p", "virtiofs", "davfs", "afpfs", "webdav"),
        *("fuse.sshfs", "fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs"),
    }
)


@dataclass(frozen=True, kw_only=True)
class Volume:
    """One volume in bytes, for this person. `files_free_percent` is None where the number of files isn't limited.

    `work`: what lies on it is written all the time, so that it must not be read-only. `device` is its block device's path, "" for none.
    """

    place: str
    total_bytes: int
    free_bytes: int
    files_free_percent: float | None = None
    read_only: bool = False
    work: bool = True
    device: str = ""

    @property
    def free_percent(self) -> float:
        """Of the whole volume."""
        return round(100 * self.free_bytes / self.total_bytes, 1) if self.total_bytes else 0.0


def own_places() -> Mapping[str, bool]:
    """Folders on those volumes, with whether work is written there. Windows and macOS: written from the documented form, not run."""
    home, temporary = str(Path.home()), str(temporary_folder())
    if sys.platform == "win32":
        return {f"{os.environ.get('SYSTEMDRIVE', 'C:')}\\": False, home: True, temporary: True}
    if sys.platform == "darwin":
        return {"/System/Volumes/Data": False, home: True, temporary: True}
    # A system that is an image has a sealed "/"; what it writes is in /var.
    return {"/": False, "/var": True, home: True, temporary: True}


def read_volumes(limit_s: float, places: Mapping[str, bool] | None = None) -> tuple[Volume | NotKnown, ...]:
    """The volumes of these folders (None: this person's own), each once; one that doesn't answer in time is not known."""
    wanted = places if places is not None else own_places()
    answers = together(limit_s, {("volume", place): partial(_look, place, work=work) for place, work in wanted.items()})
    volumes: dict[int, Volume] = {}
    unknown: list[NotKnown] = []
    for place in wanted:
        try:
            answer = answers["volume", place].result()
        except PermissionError:
            answer = NotKnown(Why.DENIED)
        except OSError:
            continue  # a folder that isn't there
        if isinstance(answer, NotKnown):
            unknown.append(answer)
        elif answer is not None:
            number, volume = answer
            known = volumes.get(number)
            volumes[number] = volume if known is None or (volume.work and not known.work) else known
    return (*volumes.values(), *unknown)


def _look(place: str, *, work: bool) -> tuple[int, Volume] | None:
    number = os.stat(place).st_dev  # noqa: PTH116 - beside statvfs
    if sys.platform == "win32":
        import psutil  # noqa: PLC0415 - only when asked

        usage = psutil.disk_usage(place)
        return number, Volume(place=Path(place).anchor, total_bytes=usage.total, free_bytes=usage.free, work=work)
    told = os.statvfs(place)
    read_only = bool(told.f_flag & os.ST_RDONLY)
    mount = _mount_of(number)
    if told.f_blocks <= 0 or (mount is not None and (mount.kind in NETWORK or mount.kind in READ_ONLY_BY_NATURE)):
        return None
    if read_only and not work:
        return None
    files = round(100 * told.f_favail / told.f_files, 1) if told.f_files > 0 else None
    return number, Volume(
        place=mount.place if mount else place,
        total_bytes=told.f_blocks * told.f_frsize,
        free_bytes=told.f_bavail * told.f_frsize,
        files_free_percent=files,
        read_only=read_only,
        work=work,
        device=mount.device if mount and mount.device.startswith("/") else "",
    )


def _mount_of(number: int, table: Path = Path("/proc/self/mountinfo")) -> Mount | None:
    try:
        with table.open("rb") as file:
            return mount_in(file.read(2_000_000), os.major(number), os.minor(number))
    except OSError:
        return None


def mount_in(text: bytes, major: int, minor: int) -> Mount | None:
    """The mount of a device, at its shortest place, from /proc/self/mountinfo (proc(5)). On btrfs, devices are told otherwise: None."""
    wanted = f"{major}:{minor}"
    found: list[Mount] = []
    for line in text.decode("utf-8", "replace").splitlines():
        before, dash, after = line.partition(" - ")
        words, kinds = before.split(" "), after.split(" ")
        if dash and len(words) >= 6 and len(kinds) >= 2 and words[2] == wanted:
            found += mounts_in(f"{kinds[1]} {words[4]} {kinds[0]} {words[5]}".encode())
    return min(found, key=lambda mount: len(mount.place), default=None)
