"""The client and the backend as programs: how they are called from here, started, and ended again. Demo, package and their tests use it."""

import contextlib
import json
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from development.virtual_screen import end, wait_for

ROOT = Path(__file__).parent.parent
CLIENT = (sys.executable, "-m", "desktop_client")
SERVER = (sys.executable, "-m", "server_stub")
PORTS = range(20_000, 32_000)
STARTED_WITHIN_S = 30.0
ANSWERED_WITHIN_S = 180.0


class ProgramError(Exception):
    """A program of ours failed; the text says which, and what it said."""


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listens now, and which nobody gets who asks the system for any port.

    It lies below the range from which systems choose by themselves, so that it stays free while the backend on it is down.
    """
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def call(*words: str, environment: Mapping[str, str] | None = None, typed: str = "", accepted: tuple[int, ...] = (0,)) -> str:
    """Runs a command to its end and gives what it printed. ProgramError holds what it said when it failed."""
    done = subprocess.run(
        words, cwd=ROOT, env=environment, input=typed, capture_output=True, text=True, check=False, timeout=ANSWERED_WITHIN_S
    )
    if done.returncode not in accepted:
        raise ProgramError(f"{' '.join(words)} ended with {done.returncode}:\n{(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout


def call_json(*words: str, environment: Mapping[str, str] | None = None, typed: str = "", accepted: tuple[int, ...] = (0,)) -> Any:
    """The same for a command that answers with one JSON object."""
    shown = call(*words, environment=environment, typed=typed, accepted=accepted)
    try:
        return json.loads(shown)
    except ValueError:
        raise ProgramError(f"{' '.join(words)} did not answer with JSON: {shown[:500]}") from None


class RunningBackend:
    """`sigap-server serve` on a free local port, over a folder of data. Use as a context manager; it answers inside."""

    def __init__(self, data: Path, *words: str, port: int = 0) -> None:
        """`port` is chosen when it is 0."""
        self.data = data
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = data.parent / f"{data.name}.log"
        self._words = words

    def __enter__(self) -> Self:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*SERVER, "serve", "--data", str(self.data), "--host", "127.0.0.1", "--port", str(self.port), *self._words],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            wait_for(lambda: self.answers() or None, "the backend", STARTED_WITHIN_S)
        except BaseException:
            end(self.process)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        end(self.process)

    def answers(self) -> bool:
        """Whether /health says that it works. ProgramError once the program has ended."""
        if self.process.poll() is not None:
            raise ProgramError(f"The backend ended by itself:\n{self.log.read_text('utf-8', 'replace').strip()[-2000:]}")
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=2) as answer:  # noqa: S310 - our own address, http on loopback
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
            return False

    def command(self, *words: str) -> Any:
        """A command of `sigap-server` on this data, beside the running backend; its JSON."""
        return call_json(*SERVER, "--data", str(self.data), "--json", *words)

    def code(self, *words: str) -> str:
        """A fresh enrolment code."""
        return call(*SERVER, "--data", str(self.data), "code", *words).strip()
