"""A disk whose power can be cut: what was flushed is there, of the rest any part may be, in any order, and sectors may be torn.

Strict, after "All File Systems Are Not Created Equal" (Pillai et al., OSDI 2014): flushing a file does not flush its name; a name is
safe when its folder is flushed. Changes of one folder reach the disk in their order; a rename from folder to folder takes the old name
away only where the new one has arrived.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.together.strace_log import Call

SECTOR = 512
ACKNOWLEDGED = b"ACK "
WRITES = {"write", "pwrite64", "writev", "pwritev", "pwritev2"}


@dataclass(eq=False)
class File:
    """Bytes on the disk, and what was written since the last flush: (offset, bytes), or a new length."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)
    size: int = 0

    def flush(self) -> None:
        for change in self.pending:
            _apply(self.durable, change)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        """What might be found: each unflushed write there, gone or torn by sectors."""
        content, kept = bytearray(self.durable), chance.choice((0.0, 0.5, 0.9, 1.0))
        for change in self.pending:
            if isinstance(change, int):
                if chance.random() < kept:
                    _apply(content, change)
                continue
            offset, data = change
            whole = chance.random() < kept
            torn = not whole and chance.random() < kept
            start = 0
            while start < len(data):
                end = min(len(data), start + SECTOR - (offset + start) % SECTOR)
                if whole or (torn and chance.random() < 0.5):
                    _apply(content, (offset + start, data[start:end]))
                start = end
        return bytes(content)


@dataclass(eq=False)
class Change:
    """A name that appeared (file) or went (None) in a folder, or a folder that was made; a moved name waits for where it went."""

    name: str
    file: File | None
    after: "Change | None" = None
    is_folder: bool = False
    arrived: bool = False


@dataclass(eq=False)
class Folder:
    """Names on the disk, and their changes since the last flush."""

    names: dict[str, File] = field(default_factory=dict)
    durable: dict[str, File] = field(default_factory=dict)
    pending: list[Change] = field(default_factory=list)
    made: Change | None = None

    def is_there(self) -> bool:
        return self.made is None or self.made.arrived

    def change(self, change: Change) -> None:
        self.pending.append(change)
        _rename(self.names, change)

    def flush(self) -> None:
        for change in self.pending:
            change.arrived = True
            _rename(self.durable, change)
        self.pending.clear()

    def after_cut(self) -> dict[str, File]:
        """The names that are found, once it is decided which changes arrived."""
        names = dict(self.durable)
        for change in self.pending:
            if change.arrived and (change.after is None or change.after.arrived):
                _rename(names, change)
        return names


class Disk:
    """Everything below one folder of a recorded program, as the disk under it may be at any moment."""

    def __init__(self, top: Path) -> None:
        """Takes what lies in `top` now as safely on the disk."""
        self.top = str(top)
        self.acknowledged: list[str] = []
        self._folders: dict[str, Folder] = {}
        self._open: dict[int, File] = {}
        self._places: dict[int, int] = {}
        for path in (top, *sorted(top.rglob("*"))):
            if path.is_dir():
                self._folders[str(path)] = Folder()
        for path in sorted(top.rglob("*")):
            if path.is_file():
                file = File(bytearray(path.read_bytes()), size=path.stat().st_size)
                folder = self._folders[str(path.parent)]
                folder.names[path.name] = folder.durable[path.name] = file

    def apply(self, call: Call) -> bool:
        """Follows one system call; whether it changed anything that a cut could show."""
        if call.name in WRITES:
            return self._write(call)
        if call.name in {"fsync", "fdatasync"}:
            return self._flush(call)
        if call.name in {"openat", "open", "creat"}:
            return self._opened(call)
        if call.name in {"lseek", "read", "close"}:
            self._moved(call)
            return False
        if call.name == "ftruncate" and call.descriptor().number in self._open:
            self._resize(self._open[call.descriptor().number], call.number(1))
            return True
        return self._named(call)

    def concerns(self, call: Call) -> bool:
        """Whether the call is about something below the folder; all that a program reads to start is not."""
        return any(path.startswith(self.top) for path in (*call.paths(), *call.descriptors(), call.opened))

    def after_cut(self, target: Path, chance: random.Random) -> None:
        """Writes into `target` one disk that a cut at this moment might leave. SQLite's shared memory (-shm) never survives a cut."""
        self._choose(chance)
        gone: tuple[str, ...] = ()
        for path, folder in sorted(self._folders.items()):
            if not folder.is_there() or path.startswith(gone):
                gone += (f"{path}/",)
                continue
            place = target / PurePosixPath(path).relative_to(self.top)
            place.mkdir(parents=True, exist_ok=True)
            for name, file in folder.after_cut().items():
                if not name.endswith("-shm"):
                    (place / name).write_bytes(file.after_cut(chance))

    def _choose(self, chance: random.Random) -> None:
        """Decides how far each folder's unflushed changes got."""
        for folder in self._folders.values():
            arrived = chance.randint(0, len(folder.pending))
            for number, change in enumerate(folder.pending):
                change.arrived = number < arrived

    def _write(self, call: Call) -> bool:
        descriptor, data = call.descriptor(), b"".join(call.strings())[: call.result]
        if descriptor.number == 1 and data.startswith(ACKNOWLEDGED):
            self.acknowledged += [line[len(ACKNOWLEDGED) :].decode() for line in data.splitlines()]
            return False
        file = self._open.get(descriptor.number)
        if file is None:
            return False
        if call.name == "pwrite64":
            offset = call.number(3)
        else:
            offset = self._places[descriptor.number]
            self._places[descriptor.number] = offset + len(data)
        file.pending.append((offset, data))
        file.size = max(file.size, offset + len(data))
        return True

    def _flush(self, call: Call) -> bool:
        descriptor = call.descriptor()
        if descriptor.path in self._folders:
            self._folders[descriptor.path].flush()
        elif descriptor.number in self._open:
            self._open[descriptor.number].flush()
        else:
            return False
        return True

    def _opened(self, call: Call) -> bool:
        self._open.pop(call.result, None)
        path = PurePosixPath(call.opened)
        folder = self._folders.get(str(path.parent))
        if folder is None or str(path) in self._folders:
            return False
        flags, file = call.flags(), folder.names.get(path.name)
        changed = file is None or "O_TRUNC" in flags
        if file is None:
            file = File()
            folder.change(Change(path.name, file))
        elif "O_TRUNC" in flags or call.name == "creat":
            self._resize(file, 0)
        self._open[call.result] = file
        self._places[call.result] = file.size if "O_APPEND" in flags else 0
        return changed

    def _moved(self, call: Call) -> None:
        number = call.descriptor().number
        if call.name == "close":
            self._open.pop(number, None)
        elif number in self._places:
            self._places[number] = call.result if call.name == "lseek" else self._places[number] + call.result

    def _named(self, call: Call) -> bool:
        inside = [PurePosixPath(path) for path in call.paths() if path.startswith(self.top)]
        if not inside:
            return False
        if call.name.startswith("mkdir"):
            made = Change(inside[0].name, None, is_folder=True)
            self._folders[str(inside[0].parent)].change(made)
            self._folders[str(inside[0])] = Folder(made=made)
            return True
        if call.name == "rmdir" or "AT_REMOVEDIR" in call.flags():
            self._folders.pop(str(inside[0]), None)
            return True
        source = self._folders[str(inside[0].parent)]
        file = source.names.get(inside[0].name)
        if call.name.startswith("unlink"):
            source.change(Change(inside[0].name, None))
            return True
        if file is None:
            return self._folder_renamed(str(inside[0]), str(inside[-1]))
        link = Change(inside[-1].name, file)
        self._folders[str(inside[-1].parent)].change(link)
        if call.name.startswith("rename"):
            source.change(Change(inside[0].name, None, after=link))
        return True

    def _folder_renamed(self, old: str, new: str) -> bool:
        moved = {path: folder for path, folder in self._folders.items() if path == old or path.startswith(f"{old}/")}
        for path, folder in moved.items():
            del self._folders[path]
            self._folders[new + path.removeprefix(old)] = folder
        return bool(moved)

    @staticmethod
    def _resize(file: File, size: int) -> None:
        file.pending.append(size)
        file.size = size


def cuts(disk: Disk, recorded: Iterable[Call], count: int, chance: random.Random, target: Path) -> Iterator[tuple[Path, list[str]]]:
    """`count` disks after a cut, spread over the recording: each a folder, and what the program had acknowledged by then."""
    steps = list(recorded)
    moments = sorted(chance.choices([number for number, call in enumerate(steps) if disk.concerns(call)], k=count))
    made = 0
    for number, call in enumerate(steps):
        disk.apply(call)
        while made < count and moments[made] <= number:
            image = target / f"cut-{made}"
            image.mkdir(parents=True)
            disk.after_cut(image, chance)
            yield image, list(disk.acknowledged)
            made += 1


def _apply(content: bytearray, change: tuple[int, bytes] | int) -> None:
    if isinstance(change, int):
        del content[change:]
        content.extend(bytes(change - len(content)))
        return
    offset, data = change
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


def _rename(names: dict[str, File], change: Change) -> None:
    if change.is_folder:
        return
    if change.file is None:
        names.pop(change.name, None)
    else:
        names[change.name] = change.file
