"""A disk of a few megabytes, to be full or read only. Needs root."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A tmpfs of that size, such as 2m."""
    if os.geteuid() != 0:
        pytest.skip("needs root to mount a disk")
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "sigap-test", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def make_read_only(place: Path, *, read_only: bool = True) -> None:
    subprocess.run(["mount", "-o", f"remount,{'ro' if read_only else 'rw'}", str(place)], check=True)


def fill(place: Path, leave: int = 0) -> Path:
    """Writes until nothing fits any more, save for `leave` bytes."""
    rest = place / "rest"
    with rest.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    if leave:
        os.truncate(rest, max(0, rest.stat().st_size - leave))
    return rest
