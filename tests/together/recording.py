"""Runs a program under strace."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.together.strace_log import TRACED


def record(words: Sequence[str], log: Path, environment: Mapping[str, str]) -> str:
    """Runs the program to its end and leaves its system calls in `log`; answers what it wrote to stdout.

    Lines that begin with ACK promise what stands behind them.
    """
    strace = ["strace", "-f", "-y", "-xx", "-s", str(64 * 1024 * 1024), "-e", f"trace={TRACED}", "-e", "signal=none", "-o", str(log)]
    done = subprocess.run([*strace, *words], capture_output=True, text=True, check=False, env=dict(environment), timeout=240)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
