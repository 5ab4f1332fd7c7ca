"""A toy backend as a real process."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

TOY = Path(__file__).parent / "toy_backend.py"
ROOT = Path(__file__).parents[3]


@dataclass
class Toy:
    data: Path
    process: "subprocess.Popen[str]"
    url: str
    stderr: Path

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=20)

    def log(self) -> str:
        return self.stderr.read_text("utf-8")


Start = Callable[..., Toy]


@pytest.fixture
def data() -> Iterator[Path]:
    """A short path: pytest's own is too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="sg-", dir="/tmp") as folder:
        yield Path(folder)


@pytest.fixture
def start(data: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts toy backends; all are ended."""
    with ExitStack() as stack:

        def started(*words: str, folder: Path = data) -> Toy:
            stderr = tmp_path / f"stderr-{len(list(tmp_path.iterdir()))}"
            process = subprocess.Popen(
                [sys.executable, str(TOY), str(folder), *words],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=subprocess.PIPE,
                stderr=stack.enter_context(stderr.open("w")),
                text=True,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            assert process.stdout is not None
            stack.callback(process.stdout.close)
            url = process.stdout.readline().strip()
            assert url, stderr.read_text()
            return Toy(folder, process, url, stderr)

        yield started
