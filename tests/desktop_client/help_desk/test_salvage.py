"""A damaged outbox: whatever happened to its files, it opens, nothing is deleted, what was promised is still there, and it opens again."""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.outbox import Outbox
from desktop_client.reasons import Cause, Reason
from tests.desktop_client.help_desk.test_outbox import a_draft, a_file, deliver, promise, refuse, request, say

SEED = 20261124
Damage = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str], str]:
    """An outbox as a kill leaves it: database, log and shared memory; with the ids that wait, and the one that arrived."""
    folder = tmp_path_factory.mktemp("sound") / "outbox"
    code = "import sys\nfrom pathlib import Path\nfrom tests.desktop_client.help_desk import test_salvage as t\nt.fill(Path(sys.argv[1]))"
    filled = subprocess.run([sys.executable, "-c", code, str(folder)], check=True, capture_output=True, text=True, timeout=60)
    arrived, *waiting = filled.stdout.split()
    assert (folder / "outbox.db-wal").stat().st_size > 0
    return folder, frozenset(waiting), arrived


def fill(folder: Path) -> None:
    outbox = Outbox(folder)
    arrived = promise(outbox, "arrived")
    deliver(outbox, arrived, "INC-000001", b'{"id": 1}')
    file = a_file(folder, 20_000)
    draft = a_draft("with a file")
    outbox.promise_report(draft, request(draft, file), [file])
    file.source.unlink()
    outbox.close()  # the rows so far are in the database, the rest stay in its log
    outbox = Outbox(folder)
    later = [promise(outbox, f"report {number}" * 50) for number in range(12)]
    print(arrived, draft.id, *later, say(outbox, draft.id, "reply"), flush=True)
    os._exit(0)  # closing would take the log into the database


def flip_bits(folder: Path, rng: random.Random) -> None:
    path = rng.choice([folder / "outbox.db", folder / "outbox.db-wal"])
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice([1, 1, 5, 200])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def flip_head(folder: Path, rng: random.Random) -> None:
    path = rng.choice([folder / "outbox.db", folder / "outbox.db-wal"])
    data = bytearray(path.read_bytes())
    data[rng.randrange(100)] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def truncate(folder: Path, rng: random.Random) -> None:
    path = rng.choice([folder / "outbox.db", folder / "outbox.db-wal"])
    os.truncate(path, rng.randrange(path.stat().st_size))


def zero_a_page(folder: Path, rng: random.Random) -> None:
    data = bytearray((folder / "outbox.db").read_bytes())
    page = rng.randrange(len(data) // 4096)
    data[page * 4096 : (page + 1) * 4096] = bytes(4096)
    (folder / "outbox.db").write_bytes(data)


def swap_pages(folder: Path, rng: random.Random) -> None:
    data = bytearray((folder / "outbox.db").read_bytes())
    one, other = rng.sample(range(len(data) // 4096), 2)
    kept = bytes(data[one * 4096 : (one + 1) * 4096])
    data[one * 4096 : (one + 1) * 4096] = data[other * 4096 : (other + 1) * 4096]
    data[other * 4096 : (other + 1) * 4096] = kept
    (folder / "outbox.db").write_bytes(data)


def garbage(folder: Path, rng: random.Random) -> None:
    (folder / "outbox.db").write_bytes(rng.randbytes(rng.choice([0, 1, 100, 4096, 50_000])))


def foreign(folder: Path, _rng: random.Random) -> None:
    for part in folder.glob("outbox.db*"):
        part.unlink()
    connection = sqlite3.connect(folder / "outbox.db")
    connection.execute("CREATE TABLE promises (id TEXT, seq INTEGER)")
    connection.execute("INSERT INTO promises VALUES ('x', 1)")
    connection.commit()
    connection.close()


def lose_the_log(folder: Path, _rng: random.Random) -> None:
    (folder / "outbox.db-wal").unlink()


def lose_the_database(folder: Path, _rng: random.Random) -> None:
    (folder / "outbox.db").unlink()


def lose_everything_but_files(folder: Path, _rng: random.Random) -> None:
    for part in folder.glob("outbox.db*"):
        part.unlink()


def strange_shared_memory(folder: Path, rng: random.Random) -> None:
    (folder / "outbox.db-shm").write_bytes(rng.randbytes(32768))


def anothers_log(folder: Path, rng: random.Random) -> None:
    data = (folder / "outbox.db-wal").read_bytes()
    (folder / "outbox.db-wal").write_bytes(data[: rng.randrange(32, len(data))] + rng.randbytes(5000))


DAMAGES: tuple[tuple[Damage, int], ...] = (
    (flip_bits, 70),
    (flip_head, 20),
    (truncate, 20),
    (zero_a_page, 10),
    (swap_pages, 10),
    (garbage, 8),
    (anothers_log, 5),
    (strange_shared_memory, 3),
    (foreign, 1),
    (lose_the_log, 1),
    (lose_the_database, 1),
    (lose_everything_but_files, 1),
)


@pytest.mark.parametrize(
    ("damage", "seed"),
    [(damage, SEED + number) for damage, times in DAMAGES for number in range(times)],
    ids=lambda value: value.__name__ if callable(value) else str(value),
)
def test_no_damage_to_the_database_loses_a_promise(
    damage: Damage, seed: int, sound: tuple[Path, frozenset[str], str], tmp_path: Path
) -> None:
    original, waiting, arrived = sound
    folder = tmp_path / "outbox"
    shutil.copytree(original, folder)
    damage(folder, random.Random(seed))
    damaged = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("outbox.db*")}
    outbox = Outbox(folder)
    ids = {delivery.id for delivery in outbox.waiting()}
    # What only the database knew, that one had arrived, may be lost: it is sent again, under the same id.
    assert waiting <= ids <= waiting | {arrived}
    for one in waiting:
        kept = outbox.kept(one)
        assert kept is not None
        assert all(path.exists() for path in kept.files.values())
    if outbox.damage:
        assert outbox.damage.cause is Cause.OUTBOX_DAMAGED
        assert outbox.damage.data["lost"] == 0
        aside = Path(str(outbox.damage.data["folder"]))
        kept_aside = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in aside.iterdir()}
        # SQLite's shared memory is its own to rewrite while it looks.
        assert {name: digest for name, digest in damaged.items() if not name.endswith("-shm")}.items() <= kept_aside.items()
    assert bool(outbox.damage) or damage not in {garbage, foreign, lose_the_database, lose_everything_but_files}
    promise(outbox, "afterwards")
    outbox.close()
    again = Outbox(folder)
    assert again.damage is None
    assert len(again.waiting()) == len(ids) + 1
    again.close()


def test_a_row_whose_promise_changed_is_found_though_sqlite_finds_nothing(sound: tuple[Path, frozenset[str], str], tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    shutil.copytree(sound[0], folder)
    connection = sqlite3.connect(folder / "outbox.db")
    connection.execute("UPDATE promises SET payload = replace(payload, 'report 3', 'report X')")
    connection.execute("UPDATE promises SET state = 'wait' WHERE state = 'waiting' AND seq % 5 = 0")
    connection.commit()
    connection.close()
    outbox = Outbox(folder)
    assert outbox.damage is not None
    assert {delivery.id for delivery in outbox.waiting()} >= sound[1]
    assert not any("report X" in delivery.subject for delivery in outbox.waiting())


def test_damage_while_running_is_mended_at_the_next_look(sound: tuple[Path, frozenset[str], str], tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    shutil.copytree(sound[0], folder)
    outbox, other = Outbox(folder), Outbox(folder)
    assert outbox.damage is None
    outbox.database.run(lambda connection: connection.execute("UPDATE promises SET payload = x'00'").fetchall())
    assert {delivery.id for delivery in outbox.waiting()} >= sound[1]
    assert outbox.damage is not None
    # The other process's connection finds the new database.
    one = promise(other, "by the other")
    assert one in {delivery.id for delivery in outbox.waiting()}


def test_what_can_be_read_nowhere_is_counted_as_lost(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    outbox = Outbox(folder)
    lost, kept = promise(outbox), promise(outbox)
    outbox.close()
    (folder / "outbox.db").write_bytes(b"nothing")
    for place in (folder / "files").iterdir():
        if place.name.startswith(lost):
            (place / "promise.json").write_bytes(b"nothing")
    outbox = Outbox(folder)
    assert outbox.damage is not None
    assert (outbox.damage.data["rescued"], outbox.damage.data["lost"]) == (1, 1)
    assert [delivery.id for delivery in outbox.waiting()] == [kept]
    # The evidence of what was lost is set aside with the database.
    assert list(Path(str(outbox.damage.data["folder"])).glob(f"{lost}*"))


def test_what_arrived_and_what_was_refused_stay_so(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    outbox = Outbox(folder)
    arrived, refused, waits = promise(outbox), promise(outbox), promise(outbox)
    deliver(outbox, arrived, "INC-000001", b"{}")
    refuse(outbox, refused, Reason(Cause.REFUSED))
    outbox.database.run(lambda connection: connection.execute("UPDATE promises SET payload = x'00' WHERE id = ?", (waits,)).fetchall())
    outbox.close()
    outbox = Outbox(folder)
    assert outbox.damage is not None
    states = {one: found.state for one in (arrived, refused, waits) if (found := outbox.delivery(one))}
    assert states == {arrived: DeliveryState.DELIVERED, refused: DeliveryState.REFUSED, waits: DeliveryState.WAITING}
