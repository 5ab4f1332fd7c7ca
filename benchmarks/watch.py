"""What looking for remote tools costs, beside psutil in the same run: processor time of a look, and of a second of watching."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import psutil

from desktop_client.assist.known_tools import KNOWN_TOOLS, NameTable
from desktop_client.assist.watching import LOOK_S, FoundTool, RemoteToolWatch

WANTED_MS = 1.0
"""Processor time a second."""
LOOKS = 200
MORE = 150
"""Processes that are started beside those that run here, so that it looks like a desktop."""


def processor_ms(look: Callable[[], object], looks: int) -> float:
    """Milliseconds of processor time of one look."""
    begun = time.process_time()
    for _time in range(looks):
        look()
    return (time.process_time() - begun) / looks * 1e3


def by_psutil() -> Callable[[], object]:
    """The same by psutil as one would write it at first: all processes with their names, every time."""
    names = NameTable()
    known: set[tuple[int, float]] = set()

    def look() -> None:
        for process in psutil.process_iter(["name", "create_time"]):
            if names.tool(process.info["name"] or "") and (process.pid, process.info["create_time"]) not in known:
                known.add((process.pid, process.info["create_time"]))

    return look


def main(words: Sequence[str]) -> int:
    """The command. 0: under what was wanted; 1: over it."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench watch", description=__doc__)
    parser.add_argument("--looks", type=int, default=LOOKS, help=f"looks that are measured ({LOOKS})")
    parser.add_argument("--processes", type=int, default=MORE, help=f"processes that are started for it ({MORE})")
    chosen = parser.parse_args(words)
    more = [subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"]) for _number in range(chosen.processes)]
    try:
        found: list[FoundTool] = []
        watch = RemoteToolWatch(KNOWN_TOOLS, (), found.append, frozenset)
        first = processor_ms(watch.look, 1)
        watch.look()
        ours, theirs = processor_ms(watch.look, chosen.looks), processor_ms(by_psutil(), chosen.looks)
    finally:
        for process in more:
            process.kill()
        for process in more:
            process.wait()
    a_second = ours / LOOK_S
    print(f"{len(psutil.pids()) + len(more)} processes, {os.cpu_count()} cores, {chosen.looks} looks")
    print(f"a look      {ours:8.3f} ms of processor time (the first {first:.2f})")
    print(f"by psutil   {theirs:8.3f} ms (×{theirs / ours:.0f})")
    print(f"a second    {a_second:8.3f} ms of processor time, wanted under {WANTED_MS:g}{'' if a_second < WANTED_MS else ': missed'}")
    return 0 if a_second < WANTED_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
