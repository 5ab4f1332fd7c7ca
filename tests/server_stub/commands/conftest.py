"""The backend's command line as real processes, on real data."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from server_stub.__main__ import main
from server_stub.store.database import Store

ROOT = Path(__file__).parents[3]
SERVER = [sys.executable, "-m", "server_stub"]


@dataclass
class Done:
    code: int
    out: str
    err: str

    def json(self) -> Any:
        assert self.code == 0, self.err
        assert self.out.count("\n") == 1, "one JSON object and nothing else"
        return json.loads(self.out)

    def sentence(self, code: int = 1) -> str:
        assert self.code == code, (self.code, self.out, self.err)
        assert self.out == ""
        assert "Traceback" not in self.err
        assert self.err.count("\n") == 1, self.err
        assert self.err.rstrip().endswith((".", "?")), self.err
        return self.err


def run(*words: str, typed: bytes = b"", **environment: str) -> Done:
    done = subprocess.run(
        [*SERVER, *words], cwd=ROOT, env={**os.environ, **environment}, input=typed, capture_output=True, timeout=60, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "data"
    assert run("demo-data", "--data", str(folder)).code == 0
    return folder


@pytest.fixture
def data(sample_data: Path, tmp_path: Path) -> Path:
    """A data folder with the sample tickets, of this test's own."""
    return Path(shutil.copytree(sample_data, tmp_path / "data"))


@dataclass
class Running:
    process: "subprocess.Popen[str]"
    address: str

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=20)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Starts `sigap-server serve` on a free port; all are ended."""
    with ExitStack() as stack:

        def started(data: Path, *words: str) -> Running:
            process = subprocess.Popen(
                [*SERVER, "serve", "--data", str(data), "--port", "0", "--json", *words],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=stack.enter_context((tmp_path / "serve.log").open("a")),
                text=True,
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            assert process.stdout is not None
            stack.callback(process.stdout.close)
            line = process.stdout.readline()
            assert line, (tmp_path / "serve.log").read_text()
            return Running(process, json.loads(line)["address"])

        yield started


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty backend's data, which stay so."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    folder.mkdir()
    Store(folder, str).close()
    return folder


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """A word in this process: the same from its arguments to its exit code, and quicker."""

    monkeypatch.setattr("os.umask", lambda _mask: 0)  # it would stay with the tests behind this one

    def word(*words: str, typed: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = main(list(words))
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return word
