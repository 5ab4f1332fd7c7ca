"""Holds so many bytes of memory, and writes a file and reads it over and over: `hog.py BYTES FILE SIZE PAUSE`.

`PAUSE` are seconds between two pieces. Says "ready" once it does all that.
"""

import os
import sys
import time
from pathlib import Path


def main(count: int, file: Path, size: int, pause_s: float) -> None:
    # Written here, so that its cache counts for this group.
    with file.open("wb") as writing:
        for _ in range(size // 1_000_000):
            writing.write(os.urandom(1_000_000))
    held = bytearray(count)
    for at in range(0, count, 4096):
        held[at] = 1
    rounds = 0
    while True:
        with file.open("rb", buffering=0) as reading:
            while reading.read(262144):
                time.sleep(pause_s)
        rounds += 1
        if rounds == 1:
            print("ready", flush=True)
        # What was put aside is needed again.
        for at in range(0, count, 65536):
            held[at] = rounds % 256


main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
