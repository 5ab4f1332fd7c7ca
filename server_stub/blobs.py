"""The bytes of attachments and pictures: one file each under a name made here. A file is never renamed, so that a commit that names it
holds after a power cut; every change is flushed before anything is promised about it.
"""

import errno
import hashlib
import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from contract.problems import Code
from server_stub.refusals import RefusalError

SPARE_BYTES = 1_000_000
"""What stays free for the database when an upload is announced."""

READ_BYTES = 1024 * 1024


def full() -> RefusalError:
    """The refusal when there is no space left."""
    return RefusalError(Code.STORAGE_FULL, "The backend's disk is full.", retry_after_s=300)


def flush_folder(folder: Path) -> None:
    """Makes a new entry of a folder durable; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_file(file: BinaryIO) -> None:
    """Makes a file's bytes durable."""
    os.fsync(file.fileno())


class DiskFull:
    """A `with` block in which a full disk or a used-up quota becomes a refusal."""

    def __enter__(self) -> None:
        """Nothing to do."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Raises the refusal."""
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise full() from error


@dataclass(frozen=True)
class StoredFile:
    """A file as it is handed out; the sender's name for it is only data, never a path."""

    name: str
    size_bytes: int
    sha256: str
    path: Path


class Blobs:
    """A folder of files, in up to 256 subfolders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._durable: set[str] = set()
        folder.mkdir(mode=0o700, exist_ok=True)
        flush_folder(folder.parent)

    def path(self, name: str) -> Path:
        """Where a blob is."""
        return self.folder / name[:2] / name

    def create(self, size_bytes: int) -> str:
        """The name of a new empty blob that is there to stay. Raises `RefusalError` when `size_bytes` would not fit the disk."""
        name = secrets.token_hex(16)
        path = self.path(name)
        with DiskFull():
            if shutil.disk_usage(self.folder).free < size_bytes + SPARE_BYTES:
                raise full()
            self._make_subfolder(path.parent)
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            os.fsync(descriptor)
            os.close(descriptor)
            flush_folder(path.parent)
        return name

    def _make_subfolder(self, subfolder: Path) -> None:
        """One that is there may be the work of somebody who didn't come to flushing it, so the first use in this process does."""
        with self._lock:
            if subfolder.name not in self._durable:
                subfolder.mkdir(mode=0o700, exist_ok=True)
                flush_folder(self.folder)
                self._durable.add(subfolder.name)

    def keep(self, data: bytes) -> str:
        """The name of a new blob that holds these bytes, durably. Raises `RefusalError` when the disk is full."""
        name = self.create(len(data))
        try:
            with DiskFull(), self.continue_at(name, 0) as file:
                written = memoryview(data)
                while written:
                    written = written[file.write(written) :]
                flush_file(file)
        except BaseException:
            self.delete(name)
            raise
        return name

    def continue_at(self, name: str, offset: int) -> BinaryIO:
        """The blob, unbuffered and positioned at the offset; what lies behind it was never promised and is cut away."""
        file = self.path(name).open("r+b", buffering=0)
        file.truncate(offset)
        file.seek(offset)
        return file

    def size(self, name: str) -> int:
        """How many bytes there are, -1 without the file."""
        try:
            return self.path(name).stat().st_size
        except OSError:
            return -1

    def sha256(self, name: str) -> str:
        """The digest of the whole, as lower-case hexadecimal."""
        with self.path(name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def delete(self, name: str) -> None:
        """Removes a blob; one that is absent, or in use on Windows, is left to the sweep."""
        try:
            self.path(name).unlink(missing_ok=True)
        except PermissionError:
            return

    def names(self, older_than: float) -> Iterator[str]:
        """The names of all blobs that were last written before a point in time (seconds since 1970)."""
        for path in self.folder.glob("??/*"):
            try:
                if path.stat().st_mtime < older_than:
                    yield path.name
            except FileNotFoundError:
                continue


def pieces_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file from the start, piece by piece. Raises `OSError` at once when it can't be read."""
    file = path.open("rb")

    def read() -> Iterator[bytes]:
        with file:
            while piece := file.read(READ_BYTES):
                yield piece

    return read()
