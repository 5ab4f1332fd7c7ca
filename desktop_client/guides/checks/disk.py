"""Whether there is room to work: on the volumes of the system, of this person's home and of temporary files."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.measures import GB, available, gigabytes, percent
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from desktop_client.system.storage.biggest_folders import biggest_folders
from desktop_client.system.storage.quota import Quota, read_quota
from desktop_client.system.storage.volumes import Volume, read_volumes

LOOK_S = 2.5
FULL_BYTES, FULL_PERCENT = 2 * GB, 5.0
LOW_BYTES, LOW_PERCENT = 10 * GB, 10.0
FILES_PERCENT = 2.0
BIGGEST = 5

ORDER = ("read-only", "full", "quota", "inodes", "low")
"""The worst first: where nothing can be written, room doesn't matter; a full disk explains the rest."""


@dataclass(frozen=True, kw_only=True)
class DiskCheck:
    """Both limits, bytes and percent, or big disks would always be full. Never a network's, a disc's or a recovery volume."""

    name: str = "disk"
    limit_s: float = 33.0
    after: tuple[str, ...] = ()
    fills_s: float = 28.0
    read: Callable[[float], tuple[Volume | NotKnown, ...]] = read_volumes
    quota: Callable[[str], Quota | None] = read_quota

    def look(self, question: Question) -> Seen:
        """Room first, in three seconds; what fills it only where it is needed."""
        answers = self.read(LOOK_S)
        volumes = [one for one in answers if isinstance(one, Volume)]
        if not volumes:
            raise NotKnownError(next((one for one in answers if isinstance(one, NotKnown)), NotKnown(Why.ABSENT)))
        judged = [(code, volume) for volume in volumes if (code := judge(volume, self.quota(volume.device)))]
        if not judged:
            return ok(*_about(min(volumes, key=lambda volume: volume.free_percent), None))
        code, volume = min(judged, key=lambda pair: ORDER.index(pair[0]))
        evidence = _about(volume, self.quota(volume.device))
        if code in {"full", "low", "quota"}:
            evidence += _filled_by(volume, question, min(self.fills_s, question.limit_s - LOOK_S - 1))
        return found(code, *evidence)


def judge(volume: Volume, quota: Quota | None) -> str:
    """What is wrong with a volume, "" for nothing."""
    free, share = volume.free_bytes, volume.free_percent
    if volume.read_only:
        return "read-only" if volume.work else ""
    if free < FULL_BYTES and share < FULL_PERCENT:
        return "full"
    if quota is not None and quota.used_up:
        return "quota"
    if volume.files_free_percent is not None and volume.files_free_percent < FILES_PERCENT:
        return "inodes"
    return "low" if free < LOW_BYTES and share < LOW_PERCENT else ""


def _about(volume: Volume, quota: Quota | None) -> tuple[Evidence, ...]:
    told = [
        Evidence(name="drive", value=volume.place),
        *available(volume.free_bytes),
        percent("free", volume.free_percent),
        gigabytes("total", volume.total_bytes),
    ]
    if volume.files_free_percent is not None:
        told.append(percent("files-free", volume.files_free_percent))
    if quota is not None and quota.left_bytes is not None:
        told += [gigabytes("quota", quota.limit_bytes), gigabytes("quota-left", quota.left_bytes)]
    return tuple(told)


def _filled_by(volume: Volume, question: Question, limit_s: float) -> tuple[Evidence, ...]:
    """This person's biggest folders, where their home is on the full volume."""
    home = Path.home()
    try:
        if os.stat(home).st_dev != os.stat(volume.place).st_dev:  # noqa: PTH116 - beside its volume
            return ()
    except OSError:
        return ()
    until = time.monotonic() + max(limit_s, 0)
    folders = biggest_folders(home, BIGGEST, lambda: question.stopped.is_set() or time.monotonic() > until)
    if not folders:
        return ()
    told = ", ".join(f"{Path(folder.path).name} {folder.bytes / GB:.1f} GB" for folder in folders)
    return (Evidence(name="biggest", value=told),)
