"""Files that survive a power cut: written, flushed with their folder, and only then said to be there."""

import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

PIECE_BYTES = 1024 * 1024


def flush_folder(folder: Path) -> None:
    """Makes the names in a folder durable. Windows does that by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """A folder for this account alone, made durable in its parent; parents are made too."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    flush_folder(folder.parent)


def write_new(path: Path, data: bytes) -> None:
    """A new file for this account alone, flushed; its folder is the caller's to flush, once for many files."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Puts the data in the place of the file at once: a reader, and a power cut, find the old or the new, never a piece."""
    part = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        write_new(part, data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def copy_hashed(source: Path, target: Path, progress: Callable[[int], None] | None = None) -> tuple[int, str]:
    """Copies a file of our own, flushed, and gives its size and SHA-256; `progress` hears of each piece's bytes."""
    digest = hashlib.sha256()
    size = 0
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as reader, os.fdopen(handle, "wb") as writer:
        while piece := reader.read(PIECE_BYTES):
            digest.update(piece)
            writer.write(piece)
            size += len(piece)
            if progress:
                progress(len(piece))
        writer.flush()
        os.fsync(writer.fileno())
    return size, digest.hexdigest()


def hash_file(path: Path) -> tuple[int, str]:
    """The size and SHA-256 of a file."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as reader:
        while piece := reader.read(PIECE_BYTES):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()
