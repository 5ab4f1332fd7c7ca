"""Whether an earlier run ended by itself, and what it left behind: a note that a running process holds locked, and faulthandler's trace.

The note of a process that is gone can be locked by another, so neither a reused process id nor several processes at a time confuse it.
"""

import contextlib
import faulthandler
import logging
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from desktop_client.system.file_lock import FileLock
from desktop_client.system.folders import Profile

NOTE = "running-"
FAULT = "fault-"
FAULTS_KEPT = 5

log = logging.getLogger(__name__)


@dataclass
class _Running:
    note: Path
    lock: FileLock
    fault: Path
    opened: TextIO


_running: dict[Path, _Running] = {}


def begin(profile: Profile) -> bool:
    """Notes that this process runs, and tells whether an earlier one ended without saying so; each such end is told once.

    A crash of native code from now on leaves its threads' traces in the profile. Where nothing can be written the answer is False.
    """
    end(profile)
    crashed = _take_notes_of_the_dead(profile.log_folder)
    # A new name each time: what an earlier crash left is never overwritten.
    name = f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.getpid()}-{secrets.token_hex(3)}"
    note = profile.log_folder / f"{NOTE}{name}"
    # Locked before it has a name that others look at (Windows renames no open file).
    hidden = note.with_name(f".{note.name}") if os.name == "posix" else note
    fault = profile.log_folder / f"{FAULT}{name}.txt"
    try:
        lock = FileLock(hidden)
        lock.acquire()
        hidden.rename(note)
        opened = os.fdopen(os.open(fault, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")
    except OSError as error:
        log.info("No crash note: %s", error.strerror)
        return crashed
    faulthandler.enable(opened)
    _running[profile.root] = _Running(note, lock, fault, opened)
    _forget_old_faults(profile.log_folder)
    return crashed


def end(profile: Profile) -> None:
    """Says that this process ends as it should."""
    run = _running.pop(profile.root, None)
    if run is None:
        return
    faulthandler.disable()
    run.opened.close()
    with contextlib.suppress(OSError):
        if run.fault.stat().st_size == 0:
            run.fault.unlink()
    # Released first: Windows deletes no file that is open. Whoever takes the note in between finds it gone, or deletes it.
    if os.name == "nt":
        run.lock.release()
    run.note.unlink(missing_ok=True)
    run.lock.release()


def faults(profile: Profile) -> tuple[Path, ...]:
    """What crashes of native code left behind, the newest first."""
    return tuple(file for file in sorted(profile.log_folder.glob(f"{FAULT}*.txt"), reverse=True) if file.stat().st_size)


def _take_notes_of_the_dead(folder: Path) -> bool:
    crashed = False
    for note in folder.glob(f"{NOTE}*"):
        lock = FileLock(note, create=False)
        try:
            if not lock.acquire():
                continue
            if os.name == "nt":
                lock.release()
            note.unlink()
            crashed = True
        except FileNotFoundError:
            continue  # another process told it
        except OSError as error:
            log.info("A crash note stays: %s", error.strerror)
        finally:
            lock.release()
    return crashed


def _forget_old_faults(folder: Path) -> None:
    """Keeps the newest traces. An empty one belongs to a process that runs, or to one that was ended from outside."""
    kept = 0
    for file in sorted(folder.glob(f"{FAULT}*.txt"), reverse=True):
        with contextlib.suppress(OSError):
            if file.stat().st_size:
                kept += 1
                if kept > FAULTS_KEPT:
                    file.unlink()
            elif not file.with_name(f"{NOTE}{file.stem.removeprefix(FAULT)}").exists():
                file.unlink()
