"""In a process of its own, since it takes in what loses its parent."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="taking in lost processes is Linux'")

PROGRAM = """
import sys, time
from desktop_client.system.programs.started_tree import StartedTree
tree = StartedTree()
words = sys.argv[1:]
print(tree.start(words, "/") > 0, flush=True)
deadline = time.monotonic() + 10
while tree.alive() and time.monotonic() < deadline:
    time.sleep(0.02)
print(tree.alive(), tree.code(), tree.end())
"""


def ran(*words: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()


def test_code_and_signal_of_the_program_are_told() -> None:
    assert ran("/bin/sh", "-c", "exit 7") == ["True", "False", "7", "True"]
    assert ran("/bin/sh", "-c", "kill -9 $$") == ["True", "False", "-9", "True"]


def test_it_is_over_when_the_last_of_it_is() -> None:
    # What it leaves behind lives longer, and its own end isn't the program's.
    assert ran("/bin/sh", "-c", "(sleep 0.5; exit 5) & exit 3") == ["True", "False", "3", "True"]


def test_one_that_is_not_there() -> None:
    program = "from desktop_client.system.programs.started_tree import StartedTree\nStartedTree().start(['/nowhere/tool'], '/')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert "FileNotFoundError" in done.stderr


STOPPED = """
import os, signal, subprocess, sys, time
from desktop_client.system.programs.started_tree import StartedTree
tree = StartedTree()
pid = tree.start(["/bin/sleep", "600"], "/")
os.kill(pid, signal.SIGSTOP)
while ") T " not in open(f"/proc/{pid}/stat").read():
    time.sleep(0.01)
print(tree.end(), tree.code())
"""


def test_one_that_was_stopped_is_ended_too() -> None:
    done = subprocess.run([sys.executable, "-c", STOPPED], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["True", "-9"]
