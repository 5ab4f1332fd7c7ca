"""Files that may be thrown away to make room: old temporary files, caches and the own bin. Nothing of others, nothing that is open.

Every file is looked at again, through its open folder and without following links, in the moment in which it is removed: a folder of
temporary files belongs to everybody, and somebody may put a link there.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.storage.disks import mounts_in
from desktop_client.system.storage.temporary import temporary_folder

OLD_S = 7 * 86400
_BLOCK_BYTES = 512
PROC = Path("/proc")
KEPT_CACHES = frozenset(
    {
        *("mozilla", "chromium", "google-chrome", "google-chrome-beta", "bravesoftware", "microsoft-edge", "vivaldi", "opera", "librewolf"),
        *("thunderbird", "evolution", "geary", "akonadi", "kmail2", "mutt", "neomutt", "himalaya", "sigap"),
        *("epiphany", "falkon", "betterbird", "mailspring", "claws-mail", "jetbrains", "google", "rclone"),
        *("vim", "nvim", "emacs", "bash", "zsh", "fish"),
    }
)
"""Browsers and mail programs look after theirs, and some keep more than a cache there: an editor its history and its undo, a drive in
the cloud what it has not sent yet. In small letters.
"""
_SYSTEMS = ("systemd-private-", "snap-private-tmp", ".X")
"""How names begin that the system itself keeps among temporary files."""


@dataclass(frozen=True)
class Removable:
    """What would go: allocated bytes, and how many files."""

    bytes: int
    files: int


@dataclass(frozen=True)
class _File:
    """A file by its open folder: `folder` is the descriptor, good until the walk goes on."""

    folder: int
    name: str
    told: os.stat_result
    path: str


Wanted = Callable[[os.stat_result], bool]


def temporary_places() -> tuple[Path, ...]:
    """The folders of temporary files."""
    places = dict.fromkeys((temporary_folder(), Path("/var/tmp")))  # noqa: S108 - looked through, nothing is made there
    return tuple(place for place in places if not _holds_home(place))


def _holds_home(place: Path) -> bool:
    """Whether a setting that went wrong made somebody's home a place to clean."""
    home = Path.home().resolve()
    return place.resolve() in {home, *home.parents}


def cache_places() -> tuple[Path, ...]:
    """Each program's cache folder, but browsers' and mail programs'; and those in which nothing is open."""
    # The kernel names what is open by its true path: a home or a cache that lies elsewhere must not hide it.
    root = _of_person("XDG_CACHE_HOME", ".cache").resolve()
    if _holds_home(root):
        return ()
    left = _in_use(open_files()) | mount_points()
    try:
        entries = [entry for entry in os.scandir(root) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return ()
    return tuple(sorted(Path(entry.path) for entry in entries if entry.name.lower() not in KEPT_CACHES and entry.path not in left))


def _of_person(setting: str, usual: str) -> Path:
    """The folder that the session names, or the usual one in the home; one that isn't whole counts for nothing (XDG)."""
    told = Path(os.environ.get(setting, ""))
    return told if told.is_absolute() else Path.home() / usual


def bin_places() -> tuple[Path, ...]:
    """The own bin's files and what the system notes about them."""
    root = _of_person("XDG_DATA_HOME", ".local/share") / "Trash"
    return root / "files", root / "info", root / "expunged"


def old(told: os.stat_result) -> bool:
    """Whether nobody has read or changed it for a week, nor put it there: what is unpacked or copied brings its old times along."""
    return time.time() - max(told.st_mtime, told.st_atime, told.st_ctime) > OLD_S


def anything(_told: os.stat_result) -> bool:
    """All of them."""
    return True


def measure(places: tuple[Path, ...], wanted: Wanted = anything, enough: Callable[[], bool] = lambda: False) -> Removable:
    """How much there is to remove, until `enough` says that time is up."""
    count = size = 0
    for file in _files(places, wanted, enough, open_files()):
        count, size = count + 1, size + _gain(file.told)
    return Removable(size, count)


def remove(places: tuple[Path, ...], wanted: Wanted = anything, enough: Callable[[], bool] = lambda: False) -> Removable:
    """Removes them for good, and the folders that are empty then. What can't be removed stays, silently; gives what went."""
    count = size = 0
    opened = open_files()
    for file in _files(places, wanted, enough, opened):
        try:
            os.unlink(file.name, dir_fd=file.folder)
        except OSError:
            continue
        count, size = count + 1, size + _gain(file.told)
    for place in places:
        _remove_empty(place, wanted, enough, opened)
    return Removable(size, count)


def identity(path: Path) -> str:
    """What tells this file from a later one with its name, "" where there is none."""
    try:
        told = path.lstat()
    except OSError:
        return ""
    return f"{told.st_dev}:{told.st_ino}:{told.st_size}:{told.st_mtime_ns}"


def remove_one(path: Path, same: str) -> int:
    """Removes one file of this person's that is no link, and still the one of which `identity` told; the bytes freed, 0 when it stays."""
    try:
        told = path.lstat()
        true_path = str(path.parent.resolve() / path.name)
        if not stat.S_ISREG(told.st_mode) or told.st_uid != os.getuid() or identity(path) != same or true_path in open_files():
            return 0
        path.unlink()
    except OSError:
        return 0
    return _gain(told)


def _gain(told: os.stat_result) -> int:
    """What goes with the name: nothing when the file has another one, too."""
    return _BLOCK_BYTES * told.st_blocks if told.st_nlink == 1 else 0


def _files(places: tuple[Path, ...], wanted: Wanted, enough: Callable[[], bool], opened: Collection[str]) -> Iterator[_File]:
    """Own regular files that nobody has open, by their open folders."""
    own = os.getuid()
    for place in places:
        for folder, _folders, names, handle in _walk(place, enough, opened):
            for name in names:
                if enough():
                    return
                try:
                    told = os.stat(name, dir_fd=handle, follow_symlinks=False)
                except OSError:
                    continue
                path = os.path.join(folder, name)  # noqa: PTH118 - thousands of them
                if stat.S_ISREG(told.st_mode) and told.st_uid == own and path not in opened and wanted(told):
                    yield _File(handle, name, told, path)


_Walked = tuple[str, list[str], list[str], int]


def _walk(place: Path, enough: Callable[[], bool], opened: Collection[str]) -> Iterator[_Walked]:
    """Own folders by their true paths: links aren't followed, and nothing is entered that is mounted there, or in which somebody works."""
    try:
        if stat.S_ISLNK(place.lstat().st_mode):
            return
        root = str(place.resolve())
        volume = os.stat(root).st_dev  # noqa: PTH116 - beside fwalk
    except OSError:
        return
    own, mounted, busy = os.getuid(), mount_points(), _in_use(opened)
    for folder, folders, names, handle in os.fwalk(root, follow_symlinks=False):
        if enough():
            return
        # A network's drive that is mounted here and doesn't answer is not even asked.
        inner = [name for name in folders if os.path.join(folder, name) not in mounted]  # noqa: PTH118 - thousands of them
        if folder == root:
            inner = [name for name in inner if not name.startswith(_SYSTEMS) and f"{root}/{name}" not in busy]
        folders[:] = [name for name in inner if _is_own_folder(name, handle, own, volume)]
        yield folder, folders, names, handle


def _in_use(opened: Collection[str]) -> frozenset[str]:
    """These paths and all folders above them."""
    found: set[str] = set()
    for path in opened:
        while len(path) > 1 and path not in found:
            found.add(path)
            path = path.rpartition("/")[0]  # noqa: PLW2901 - upwards
    return frozenset(found)


def mount_points(table: Path = Path("/proc/self/mounts")) -> frozenset[str]:
    """Where something else begins (Linux); a folder that is bound to another place has that one's volume number."""
    try:
        return frozenset(mount.place for mount in mounts_in(table.read_bytes()))
    except OSError:
        return frozenset()


def _is_own_folder(name: str, handle: int, own: int, volume: int) -> bool:
    try:
        told = os.stat(name, dir_fd=handle, follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(told.st_mode) and told.st_uid == own and told.st_dev == volume


def _remove_empty(place: Path, wanted: Wanted, enough: Callable[[], bool], opened: Collection[str]) -> None:
    empty: list[str] = []
    for folder, folders, _names, handle in _walk(place, enough, opened):
        for name in folders:
            try:
                if wanted(os.stat(name, dir_fd=handle, follow_symlinks=False)):
                    empty.append(f"{folder}/{name}")
            except OSError:
                continue
    for path in reversed(empty):
        try:
            os.rmdir(path)  # noqa: PTH106 - thousands of them
        except OSError:
            continue  # not empty


def open_files(proc: Path = PROC) -> frozenset[str]:
    """The files that this person's programs have open, run or have loaded, and the folders in which they work (Linux)."""
    if not sys.platform.startswith("linux"):
        return frozenset()
    opened: set[str] = set()
    for entry in os.scandir(proc):
        if not entry.name.isdecimal():
            continue
        try:
            numbers = os.listdir(f"{entry.path}/fd")  # noqa: PTH208 - hundreds of them
        except OSError:
            continue
        for link in ("exe", "cwd", *(f"fd/{number}" for number in numbers)):
            try:
                opened.add(os.readlink(f"{entry.path}/{link}"))  # noqa: PTH115 - thousands of them
            except OSError:
                continue
        opened.update(_loaded(f"{entry.path}/maps"))
    return frozenset(path for path in opened if path.startswith("/"))


def _loaded(maps: str) -> set[str]:
    """Programs load parts of themselves without keeping them open."""
    try:
        with open(maps, "rb") as file:  # noqa: PTH123 - hundreds of them
            return {os.fsdecode(line[line.index(b"/") :].rstrip(b"\n")) for line in file if b" /" in line}
    except OSError:
        return set()


def biggest_files(folder: Path, at_least: int, most: int) -> tuple[tuple[Path, int], ...]:
    """The biggest own files directly in a folder with their allocated bytes."""
    found: list[tuple[Path, int]] = []
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return ()
    for entry in entries:
        try:
            told = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        size = _BLOCK_BYTES * told.st_blocks
        if stat.S_ISREG(told.st_mode) and told.st_uid == os.getuid() and size >= at_least and _can_be_shown(entry.path):
            found.append((Path(entry.path), size))
    return tuple(sorted(found, key=lambda pair: (-pair[1], str(pair[0])))[:most])


def _can_be_shown(path: str) -> bool:
    """Whether the name is text: one that is none can't be told to a person, nor kept until they answer."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
