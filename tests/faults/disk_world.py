"""Disks of a test's own: file systems in a file, mounted through a loop device, or in memory; gone with the test."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.checked import somebody

MKFS = shutil.which("mkfs.ext4", path="/usr/sbin:/sbin:/usr/bin")


class Disk:
    """A mounted file system whose root belongs to the person. `size` in bytes; `kind` "ext4" (sparse file) or "tmpfs"."""

    def __init__(self, size: int, *, kind: str = "ext4", options: str = "") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sigap-disk-")
        self._size, self._kind, self._options = size, kind, options
        self.root = Path(self._folder.name)
        self.place = self.root / "home"
        self.person = somebody()

    def __enter__(self) -> Self:
        self.root.chmod(0o755)
        self.place.mkdir()
        try:
            if self._kind == "tmpfs":
                self._run("mount", "-t", "tmpfs", "-o", f"size={self._size},{self._options}".rstrip(","), "sigap-test", str(self.place))
            else:
                image = self.root / "image"
                with image.open("wb") as file:
                    file.truncate(self._size)
                self._run(str(MKFS), "-q", "-F", "-E", "lazy_itable_init=1,lazy_journal_init=1,nodiscard", str(image))
                self._run("mount", "-o", "loop", str(image), str(self.place))
            os.chown(self.place, self.person.uid, self.person.gid)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self.place.is_mount():
            self._run("umount", "--lazy", str(self.place))
        self._folder.cleanup()

    @staticmethod
    def _run(*words: str) -> None:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, (words, done.stderr)

    @property
    def environment(self) -> dict[str, str]:
        """Of a person whose home this is, temporary files too."""
        return {"HOME": str(self.place), "TMPDIR": str(self.place), "XDG_CACHE_HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}

    def as_person(self, script: str) -> None:
        """A shell line of the person's, in their home."""
        done = subprocess.run(
            ["/bin/sh", "-c", script], cwd=self.place, capture_output=True, text=True, check=False, timeout=60, **self.person.arguments
        )
        assert done.returncode == 0, (script, done.stderr)

    def fill(self, name: str = "filler") -> None:
        """Everything that the person can get."""
        self.as_person(
            f"mkdir -p $(dirname {name}); dd if=/dev/zero of={name} bs=64k 2>/dev/null; dd if=/dev/zero of={name}2 bs=1k 2>/dev/null; true"
        )

    def take_all_but(self, share: float) -> None:
        """Reserves room without writing it, so that this share of the whole is left."""
        told = os.statvfs(self.place)
        left = round(share * told.f_blocks * told.f_frsize)
        self._run("fallocate", "-l", str(told.f_bavail * told.f_frsize - left), str(self.place / "filler"))

    def remount_read_only(self) -> None:
        self._run("mount", "-o", "remount,ro", str(self.place))
