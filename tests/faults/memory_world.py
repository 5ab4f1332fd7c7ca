"""A control group with little memory, and what fills it; gone with the test."""

import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.faults import checked

VERSION_1 = Path("/sys/fs/cgroup/memory")
VERSION_2 = Path("/sys/fs/cgroup")
HOG = Path(__file__).parent / "programs" / "hog.py"


def why_not() -> str:
    """Why no group can be made here, "" when it can."""
    try:
        with Group(200_000_000):
            return ""
    except OSError as error:
        return f"no control group with a limit: {error.strerror}"


class Group:
    """A group with a limit in bytes. `run` starts programs in it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._first = (VERSION_1 / "memory.limit_in_bytes").exists()
        self.folder = (VERSION_1 if self._first else VERSION_2) / f"sigap-test-{uuid.uuid4().hex[:8]}"
        self._running: list[subprocess.Popen[bytes]] = []
        self._file = Path(tempfile.gettempdir()) / f"sigap-test-read-{uuid.uuid4().hex[:8]}"

    def __enter__(self) -> Self:
        if not self._first:
            controllers = (VERSION_2 / "cgroup.subtree_control").read_text("ascii").split()
            if "memory" not in controllers:
                (VERSION_2 / "cgroup.subtree_control").write_text("+memory")
        self.folder.mkdir()
        try:
            (self.folder / ("memory.limit_in_bytes" if self._first else "memory.max")).write_text(str(self.limit))
        except OSError:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        for process in self._running:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
        self._file.unlink(missing_ok=True)
        until = time.monotonic() + 10
        while self.folder.exists():
            try:
                self.folder.rmdir()
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    @property
    def inside(self) -> tuple[str, ...]:
        """Words before a command that put it into the group."""
        return ("/bin/sh", "-c", f'echo $$ > {self.folder}/cgroup.procs && exec "$@"', "sh")

    def hog(self, *, share: float, file_bytes: int, pause_s: float = 0.0) -> None:
        """A program that holds this share of the limit and rereads a file of that size all the time; back when it does."""
        words = [*self.inside, sys.executable, str(HOG), str(round(share * self.limit)), str(self._file), str(file_bytes), str(pause_s)]
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self._running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"

    def alive(self) -> bool:
        """Whether none of them was killed."""
        return all(process.poll() is None for process in self._running)

    def look(self, check: str, environment: Mapping[str, str]) -> dict[str, Any]:
        """The checked program, inside."""
        return checked.look(check, environment, before=self.inside)
