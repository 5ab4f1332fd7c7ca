"""Files that may be thrown away to make room: old temporary files, caches and the own bin. Nothing of others, nothing that is open.

Every file is looked at again, through its open folder and without following links, in the moment in which it is removed: a folder of
temporary files belongs to everybody, and somebody may put a link there.
"""

import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

OLD_S = 7 * 86400
_BLOCK_BYTES = 512
PROC = Path("/proc")
KEPT_CACHES = frozenset(
    {
        *("mozilla", "chromium", "google-chrome", "google-chrome-beta", "BraveSoftware", "microsoft-edge", "vivaldi", "opera", "librewolf"),
        *("thunderbird", "evolution", "geary", "akonadi", "kmail2", "mutt", "neomutt", "himalaya", "sigap"),
    }
)
"""Browsers and mail programs look after theirs, and some keep more than a cache there."""


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
    places = dict.fromkeys((Path(tempfile.gettempdir()), Path("/var/tmp")))  # noqa: S108 - looked through, nothing is made there
    return tuple(place for place in places if not _holds_home(place))


def _holds_home(place: Path) -> bool:
    """Whether a setting that went wrong made somebody's home a place to clean."""
    home = Path.home().resolve()
    return place.resolve() in {home, *home.parents}


def cache_places() -> tuple[Path, ...]:
    """Each program's cache folder, but browsers' and mail programs'; and those in which nothing is open."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    if _holds_home(root):
        return ()
    opened = open_files()
    try:
        folders = [Path(entry.path) for entry in os.scandir(root) if entry.is_dir(follow_symlinks=False) and entry.name not in KEPT_CACHES]
    except OSError:
        return ()
    busy = {Path(path) for path in opened}
    return tuple(folder for folder in sorted(folders) if not any(folder in path.parents for path in busy))


def bin_places() -> tuple[Path, ...]:
    """The own bin's files and what the system notes about them."""
    root = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "Trash"
    return root / "files", root / "info", root / "expunged"


def old(told: os.stat_result) -> bool:
    """Whether nobody has read or changed it for a week."""
    return time.time() - max(told.st_mtime, told.st_atime) > OLD_S


def anything(_told: os.stat_result) -> bool:
    """All of them."""
    return True


def measure(places: tuple[Path, ...], wanted: Wanted = anything, enough: Callable[[], bool] = lambda: False) -> Removable:
    """How much there is to remove, until `enough` says that time is up."""
    count = size = 0
    opened = open_files()
    for file in _files(places, wanted):
        if enough():
            break
        if file.path not in opened:
            count, size = count + 1, size + _BLOCK_BYTES * file.told.st_blocks
    return Removable(size, count)


def remove(places: tuple[Path, ...], wanted: Wanted = anything, enough: Callable[[], bool] = lambda: False) -> Removable:
    """Removes them for good, and the folders that are empty then. What can't be removed stays, silently; gives what went."""
    count = size = 0
    opened = open_files()
    for file in _files(places, wanted):
        if enough():
            break
        if file.path in opened:
            continue
        try:
            os.unlink(file.name, dir_fd=file.folder)
        except OSError:
            continue
        count, size = count + 1, size + _BLOCK_BYTES * file.told.st_blocks
    for place in places:
        _remove_empty(place, wanted)
    return Removable(size, count)


def remove_one(path: Path) -> int:
    """Removes one file of this person's that is no link; the bytes that this frees, 0 when it stays."""
    try:
        told = path.lstat()
        if not stat.S_ISREG(told.st_mode) or told.st_uid != os.getuid() or str(path) in open_files():
            return 0
        path.unlink()
    except OSError:
        return 0
    return _BLOCK_BYTES * told.st_blocks if told.st_nlink == 1 else 0


def _files(places: tuple[Path, ...], wanted: Wanted) -> Iterator[_File]:
    """Own regular files, by their open folders; links aren't followed and other volumes are left out."""
    own = os.getuid()
    for place in places:
        try:
            if stat.S_ISLNK(place.lstat().st_mode):
                continue
            volume = place.stat().st_dev
        except OSError:
            continue
        for folder, folders, names, handle in os.fwalk(place, follow_symlinks=False):
            folders[:] = [name for name in folders if _is_own_folder(name, handle, own, volume)]
            for name in names:
                try:
                    told = os.stat(name, dir_fd=handle, follow_symlinks=False)
                except OSError:
                    continue
                if stat.S_ISREG(told.st_mode) and told.st_uid == own and told.st_dev == volume and wanted(told):
                    yield _File(handle, name, told, os.path.join(folder, name))  # noqa: PTH118 - thousands of them


def _is_own_folder(name: str, handle: int, own: int, volume: int) -> bool:
    try:
        told = os.stat(name, dir_fd=handle, follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(told.st_mode) and told.st_uid == own and told.st_dev == volume


def _remove_empty(place: Path, wanted: Wanted) -> None:
    try:
        walked = os.fwalk(place, topdown=False, follow_symlinks=False)
        for _folder, folders, _names, handle in walked:
            for name in folders:
                try:
                    told = os.stat(name, dir_fd=handle, follow_symlinks=False)
                    if told.st_uid == os.getuid() and wanted(told):
                        os.rmdir(name, dir_fd=handle)
                except OSError:
                    continue  # not empty, or a link
    except OSError:
        return


def open_files(proc: Path = PROC) -> frozenset[str]:
    """The files that this person's programs have open or run (Linux)."""
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
        for number in numbers:
            try:
                opened.add(os.readlink(f"{entry.path}/fd/{number}"))  # noqa: PTH115 - thousands of them
            except OSError:
                continue
    return frozenset(path for path in opened if path.startswith("/"))


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
        if stat.S_ISREG(told.st_mode) and told.st_uid == os.getuid() and size >= at_least:
            found.append((Path(entry.path), size))
    return tuple(sorted(found, key=lambda pair: (-pair[1], str(pair[0])))[:most])
