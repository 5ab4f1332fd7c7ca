"""Which of a person's own folders take the most room, by allocated blocks: what lies in a cloud only takes none, and isn't fetched."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_BLOCK_BYTES = 512


@dataclass(frozen=True)
class Folder:
    """A folder with everything in it, links not followed and other volumes left out."""

    path: str
    bytes: int


def biggest_folders(home: Path, most: int, enough: Callable[[], bool]) -> tuple[Folder, ...]:
    """The biggest folders directly in `home`, biggest first; those counted until `enough` says that time is up."""
    try:
        entries = [entry for entry in os.scandir(home) if entry.is_dir(follow_symlinks=False)]
        volume = home.stat().st_dev
    except OSError:
        return ()
    folders = []
    for entry in sorted(entries, key=lambda entry: (entry.name.startswith("."), entry.name)):
        if enough():
            break
        folders.append(Folder(entry.path, allocated_bytes(entry.path, volume, enough)))
    return tuple(sorted((one for one in folders if one.bytes > 0), key=lambda one: (-one.bytes, one.path))[:most])


def allocated_bytes(folder: str, volume: int, enough: Callable[[], bool] = lambda: False) -> int:
    """Blocks of all files in a folder; a file with several names counts once. What can't be read counts nothing."""
    total = 0
    seen: set[int] = set()
    waiting = [folder]
    while waiting and not enough():
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            try:
                told = entry.stat(follow_symlinks=False)
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError:
                continue
            if sys.platform != "win32" and told.st_dev != volume:
                continue
            if is_folder:
                waiting.append(entry.path)
            if told.st_nlink > 1 and not is_folder:
                if told.st_ino in seen:
                    continue
                seen.add(told.st_ino)
            total += _BLOCK_BYTES * told.st_blocks if sys.platform != "win32" else told.st_size
    return total
