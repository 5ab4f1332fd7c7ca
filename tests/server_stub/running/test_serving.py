import subprocess
import sys
from pathlib import Path

import pytest

from server_stub.running import serving
from server_stub.running.lock import LockedError
from tests.server_stub.running.conftest import ROOT, Start

HOLD = """
import sys, time
from pathlib import Path
from server_stub.running.lock import DataLock
lock = DataLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


def hold(data: Path, seconds: float) -> "subprocess.Popen[str]":
    """A word of the command line at work."""
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(data), str(seconds)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_word_at_work_is_waited_for(data: Path, start: Start) -> None:
    with hold(data, 1):
        toy = start()
    assert toy.end() == 0


def test_a_backend_that_serves_is_not_waited_for(data: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    toy = start()
    monkeypatch.setattr(serving, "WORD_S", float("inf"))
    with pytest.raises(LockedError, match=f"process {toy.process.pid}"):
        serving.locked(data)


def test_who_never_lets_go_is_told_in_the_end(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "WORD_S", 0.1)
    with hold(data, 60) as holder:
        with pytest.raises(LockedError, match=f"process {holder.pid}"):
            serving.locked(data)
        holder.kill()
