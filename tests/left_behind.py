"""Finds the processes that a test started and did not end."""

import os
from collections.abc import Iterator

import psutil

RUN_MARK = "SIGAP_TEST_RUN"
"""In the environment of every process that a test starts, so that one left behind is found."""


def left_behind(run: str) -> Iterator[tuple[psutil.Process, str]]:
    """Processes of this run that still live, each with the test that started it."""
    for process in psutil.process_iter(["cmdline", "name"]):
        try:
            environment = process.environ()
        except (psutil.Error, OSError):
            continue
        if process.pid != os.getpid() and environment.get(RUN_MARK) == run and process.status() != psutil.STATUS_ZOMBIE:
            yield process, environment.get("PYTEST_CURRENT_TEST", "the test run").split(" (")[0]
