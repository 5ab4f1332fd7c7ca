"""The real backend and the real command lines as processes, on folders of the test's own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from development.running import free_port

ROOT = Path(__file__).parents[2]
SERVER = [sys.executable, "-m", "server_stub"]
CLIENT = [sys.executable, "-m", "desktop_client"]
STARTED_WITHIN_S = 60.0


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    def json(self) -> Any:
        assert self.out.count("\n") == 1, (self.code, self.out, self.err)
        return json.loads(self.out)


def run(words: list[str], typed: str = "", environment: Mapping[str, str] | None = None, timeout_s: float = 120.0) -> Done:
    done = subprocess.run(
        words,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=typed,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


class BackendProcess:
    """`sigap-server serve` on one port, which may be killed and started again; ended by leaving the block."""

    def __init__(self, data: Path, port: int | None = None) -> None:
        self.data = data
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = data.parent / f"{data.name}.log"
        self.process: subprocess.Popen[str] | None = None

    def start(self, failpoint: str = "", *, must: bool = True) -> bool:
        """Starts it and waits until it listens; False when it ended before that, which `must` forbids."""
        words = [*SERVER, "serve", "--data", str(self.data), "--port", str(self.port), "--json"]
        environment = {**os.environ, "SIGAP_FAILPOINT": failpoint}
        with self.log.open("a") as log:
            self.process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.process.stdout is not None
        listens = bool(self.process.stdout.readline())
        self.process.stdout.close()
        if not listens:
            self.process.wait(timeout=20)
        assert listens or not must, self.log.read_text()[-3000:]
        return listens

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=20)

    def died(self, within_s: float) -> bool:
        """Whether it was killed, by its failpoint."""
        assert self.process is not None
        try:
            return self.process.wait(timeout=within_s) == -signal.SIGKILL
        except subprocess.TimeoutExpired:
            return False

    def end(self) -> int:
        """SIGTERM; the exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(timeout=20)

    def command(self, *words: str) -> Done:
        """A command of `sigap-server` on this data."""
        return run([*SERVER, *words, "--data", str(self.data)])

    def code(self, *words: str) -> str:
        """A fresh enrolment code."""
        done = self.command("code", *words)
        assert done.code == 0, done.err
        return done.out.strip()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()


@dataclass(frozen=True)
class ClientProfile:
    """The real client's command line on a profile of its own."""

    folder: Path

    def run(self, *words: str, typed: str = "", **environment: str) -> Done:
        return run([*CLIENT, "--profile", str(self.folder), *words], typed, environment)

    def json(self, *words: str, code: int = 0, typed: str = "", **environment: str) -> Any:
        done = self.run(*words, "--json", typed=typed, **environment)
        assert done.code == code, (done.code, done.out, done.err)
        return done.json()

    def enrol(self, backend: BackendProcess, address: str = "") -> Any:
        """Enrolled with a code of its own."""
        return self.json("enroll", address or backend.address, "-", typed=backend.code() + "\n")


def wait_until(condition: Any, what: str, within_s: float = 30.0) -> Any:
    """What the condition answers, once it is something."""
    until = time.monotonic() + within_s
    while not (found := condition()):
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.05)
    return found
