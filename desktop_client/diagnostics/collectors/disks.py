"""Disks and the room on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import EVERYWHERE, FactKind, Group, Question, System
from desktop_client.system.not_known import NotKnown
from desktop_client.system.storage.disks import read_disks

GB = 10**9
FILES_WORTH_TELLING_PERCENT = 80


@dataclass(frozen=True)
class DisksCollector:
    """Each disk, each network drive, and how full it is."""

    name: str = "Disks"
    group: Group = Group.DISK
    explanation: str = "A full disk stops programs from saving, and a network drive that doesn't answer stops them altogether."
    limit_s: float = 2.0
    systems: tuple[System, ...] = EVERYWHERE
    kinds: tuple[FactKind, ...] = (
        FactKind("{disk} total", "Its size, in GB of 10⁹ bytes, as disks are sold.", "GB", float),
        FactKind("{disk} free", "What this person may still fill.", "GB", float),
        FactKind("{disk} in use", "The rest, as a share.", "%", float),
        FactKind("{disk} files in use", "Share of the possible number of files that exist, from 80 % on.", "%", float),
        FactKind("{disk} kind", "Its file system."),
        FactKind("{disk} state", '"read-only", or why it doesn\'t tell its room: a dead network drive gives "no answer in time".'),
    )

    def collect(self, question: Question) -> Iterator[Fact]:
        """The facts."""
        for disk in read_disks(question.limit_s / 2):
            name, space = disk.mount.place, disk.space
            if disk.mount.kind:
                yield Fact(group=self.group, name=f"{name} kind", value=disk.mount.kind)
            if isinstance(space, NotKnown):
                yield Fact(group=self.group, name=f"{name} state", value=space.why.value)
                continue
            if disk.mount.read_only:
                yield Fact(group=self.group, name=f"{name} state", value="read-only")
            yield Fact(group=self.group, name=f"{name} total", value=round(space.total_bytes / GB, 1), unit="GB")
            yield Fact(group=self.group, name=f"{name} free", value=round(space.free_bytes / GB, 1), unit="GB")
            if space.total_bytes:
                used = 100 * (space.total_bytes - space.free_bytes) / space.total_bytes
                yield Fact(group=self.group, name=f"{name} in use", value=round(used, 1), unit="%")
            if space.files_percent is not None and space.files_percent >= FILES_WORTH_TELLING_PERCENT:
                yield Fact(group=self.group, name=f"{name} files in use", value=space.files_percent, unit="%")
