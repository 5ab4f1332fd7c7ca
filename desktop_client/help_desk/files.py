"""Files that a person gives: looked at before they are opened, copied while they are hashed, refused when they are not what they seem."""

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

from contract.about import Limits
from contract.uploads import Kind
from desktop_client.help_desk.draft import DraftItem
from desktop_client.reasons import Cause, RefusedError, refused, unwritable
from desktop_client.system.durable import PIECE_BYTES, flush_folder

LONGEST_NAME = 255
PLAIN_TYPE = "application/octet-stream"
JOINERS = {"\u200c", "\u200d"}
"""Invisible, and part of how Persian words and many emoji are written."""


class CancelledError(Exception):
    """The person changed their mind; nothing is left behind."""


def take_file(
    source: Path,
    folder: Path,
    item_id: str,
    limits: Limits,
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> DraftItem:
    """Copies a person's file into a folder of ours, under the item's id, flushed. `progress` hears the bytes copied, and of how many.

    RefusedError: FILE_MISSING, FILE_FOLDER, FILE_NOT_REGULAR, FILE_EMPTY, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_CHANGING; DISK_FULL,
    PROFILE_READ_ONLY. CancelledError.
    """
    name = shown_name(source.name or str(source))
    target = folder / item_id
    reading = _open(source, name)
    try:
        size, modified = _check(reading, name, limits)
        sha256 = _copy(reading, target, size, name, progress, cancelled)
        _check_unchanged(reading, size, modified, name)
        flush_folder(folder)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise unwritable(error, folder) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        os.close(reading)
    return DraftItem(id=item_id, kind=Kind.FILE, name=name, type=type_of(name), size_bytes=size, sha256=sha256, file=item_id)


def shown_name(name: str) -> str:
    """A file's name as it may be shown, sent and kept: one line, no invisible turns of direction, no halves of characters."""
    name = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join("_" if _hides(letter) else letter for letter in name).strip()
    if len(clean) > LONGEST_NAME:
        stem, dot, ending = clean.rpartition(".")
        ending = f"{dot}{ending}" if stem and len(ending) <= 16 else ""
        clean = clean[: LONGEST_NAME - len(ending)] + ending
    return clean if clean.strip(". ") else "file"


def type_of(name: str) -> str:
    """The media type that the name's ending says."""
    import mimetypes  # noqa: PLC0415 - reads files of its own, which a tray at rest doesn't need

    return mimetypes.guess_type(f"x{Path(name).suffix}")[0] or PLAIN_TYPE


def _hides(letter: str) -> bool:
    return letter not in JOINERS and unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _open(source: Path, name: str) -> int:
    try:
        # Opening can already be too much: a FIFO waits for its other end, a tape winds back.
        _check_kind(source.stat().st_mode, name)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
        return os.open(source, flags | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise refused(Cause.FILE_MISSING, file=name) from None
    except OSError as error:
        raise _unreadable(error, name) from error


def _unreadable(error: OSError, name: str) -> RefusedError:
    return refused(Cause.FILE_MISSING if error.errno in {errno.ENAMETOOLONG, errno.ESTALE} else Cause.FILE_UNREADABLE, file=name)


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise refused(Cause.FILE_FOLDER, file=name)
    if not stat.S_ISREG(mode):
        raise refused(Cause.FILE_NOT_REGULAR, file=name)


def _check(reading: int, name: str, limits: Limits) -> tuple[int, int]:
    found = os.fstat(reading)
    _check_kind(found.st_mode, name)
    if found.st_size == 0:
        raise refused(Cause.FILE_EMPTY, file=name)
    if found.st_size > limits.file_bytes:
        raise refused(Cause.FILE_TOO_LARGE, file=name, size_bytes=found.st_size, limit_bytes=limits.file_bytes)
    return found.st_size, found.st_mtime_ns


def _check_unchanged(reading: int, size: int, modified: int, name: str) -> None:
    after = os.fstat(reading)
    if (after.st_size, after.st_mtime_ns) != (size, modified):
        raise refused(Cause.FILE_CHANGING, file=name)


def _copy(reading: int, target: Path, size: int, name: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    done = 0
    writing = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(writing, "wb") as file:
        while done < size:
            if cancelled():
                raise CancelledError
            try:
                piece = os.read(reading, min(PIECE_BYTES, size - done))
            except OSError as error:
                raise _unreadable(error, name) from error
            if not piece:
                raise refused(Cause.FILE_CHANGING, file=name)
            digest.update(piece)
            file.write(piece)
            done += len(piece)
            progress(done, size)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
