"""Whether the technicians' queue costs the same with many tickets as with few: pages, search, counts and a whole ticket."""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.desk_data import COMMON, RARE, Desk, make_desk
from benchmarks.tables import table
from server_stub.blobs import Blobs
from server_stub.settings.rows import Settings
from server_stub.tickets.handling import Handling
from server_stub.tickets.queue import Queue, View

FEW = 1_000
MANY = 100_000
ROUNDS = 30
FLAT = 3.0
"""How many times as long a step may take with many tickets and still count as flat: caches hold less of a larger file."""


def steps(desk: Desk, folder: Path) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    queue, me = Queue(desk.store), desk.me.id
    handling = Handling(desk.store, Blobs(folder / "blobs"), Settings())
    deep_open, deep_all = far(queue, View.OPEN, me), far(queue, View.ALL, me)
    return {
        "first page, open": lambda: queue.page(View.OPEN, me),
        "first page, mine": lambda: queue.page(View.MINE, me),
        "first page, unassigned": lambda: queue.page(View.UNASSIGNED, me),
        "first page, all": lambda: queue.page(View.ALL, me),
        "deep page, open": lambda: queue.page(View.OPEN, me, deep_open),
        "deep page, all": lambda: queue.page(View.ALL, me, deep_all),
        "search, a common word, open": lambda: queue.page(View.OPEN, me, search=COMMON),
        "search, a common word, all": lambda: queue.page(View.ALL, me, search=COMMON),
        "search, a rare word, all": lambda: queue.page(View.ALL, me, search=RARE),
        "search, two letters, all": lambda: queue.page(View.ALL, me, search="pr"),
        "search, a word and a name, all": lambda: queue.page(View.ALL, me, search=f"{COMMON} rl-jkt"),
        "search, a number": lambda: queue.page(View.OPEN, me, search="INC-000007"),
        "search, nothing found": lambda: queue.page(View.ALL, me, search="unheardof"),
        "rows of 20 changed tickets": lambda: queue.rows([f"INC-{number:06d}" for number in range(1, 21)], me),
        "ticket with 200 messages": lambda: handling.whole(desk.me, "INC-000001"),
        "ticket with 3 messages": lambda: handling.whole(desk.me, "INC-000003"),
    }


def far(queue: Queue, view: View, me: str) -> str:
    """Where the last tenth of a view begins, or as far as a hundred pages reach."""
    after = before = ""
    for _ in range(100):
        before, after = after, queue.page(view, me, after, most=200).next
        if not after:
            return before
    return after


def measured(folders: Sequence[Path], counts: Sequence[int]) -> list[dict[str, float]]:
    """Milliseconds of each step on a desk of each size. The desks take turns, so that what else the machine does meets all of them."""
    desks = [make_desk(folder, count) for folder, count in zip(folders, counts, strict=True)]
    try:
        done = [steps(desk, folder) for desk, folder in zip(desks, folders, strict=True)]
        times: dict[str, list[list[float]]] = {name: [[] for _ in desks] for name in done[0]}
        for _ in range(ROUNDS + 1):
            for name, places in times.items():
                for place, kept in enumerate(places):
                    kept.append(took_ms(done[place][name]))
        return [{name: statistics.median(places[place][1:]) for name, places in times.items()} for place in range(len(desks))]
    finally:
        for desk in desks:
            desk.store.close()


def took_ms(step: Callable[[], object]) -> float:
    """Milliseconds of this thread's processor time: everything is read in it."""
    begun = time.thread_time()
    step()
    return (time.thread_time() - begun) * 1e3


def main(words: Sequence[str]) -> int:
    """The command. 0: every step is flat; 1: one is not; 2: bad arguments."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench desk", description=__doc__)
    parser.add_argument("--tickets", type=int, default=MANY, help=f"tickets of the larger desk ({MANY}); the smaller one has {FEW}")
    chosen = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as few_in, tempfile.TemporaryDirectory() as many_in:
        few, many = measured((Path(few_in), Path(many_in)), (min(FEW, chosen.tickets), chosen.tickets))
    rows = [["ms of processor time, median", f"{min(FEW, chosen.tickets):,}", f"{chosen.tickets:,}", "ratio"]]
    rows += [[name, f"{few[name]:.2f}", f"{many[name]:.2f}", f"×{many[name] / few[name]:.2f}"] for name in few]
    print(table(rows))
    steep = [name for name in few if many[name] > FLAT * few[name]]
    print("\nFlat." if not steep else f"\nNot flat (more than ×{FLAT:g}): {', '.join(steep)}.")
    return 1 if steep else 0
