"""2,000 power cuts on the outbox and 2,000 on the backend's store: what was acknowledged is there, with its files, on every disk.

The programs' system calls are recorded and replayed with unflushed writes lost, torn or late. Careless variants must be caught, else the
model would prove nothing.
"""

import hashlib
import json
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pysqlite3.dbapi2 as sqlite
import pytest

from desktop_client.help_desk.outbox import Outbox
from server_stub.app import open_backend
from server_stub.settings.rows import Settings
from tests.together.disk_model import Disk, cuts
from tests.together.recording import record
from tests.together.strace_log import calls

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).parents[2]
CUTS = 2_000
CONTROL_CUTS = 150
WHOLE_EVERY = 40
"""Every so many cuts the backend itself opens the data, which takes longer than looking into it."""

Promised = list[dict[str, Any]]
Check = Callable[[Path, Promised, int], bool]


def digest(file: Path, size: int | None = None) -> str:
    return hashlib.sha256(file.read_bytes()[:size]).hexdigest() if file.is_file() else "absent"


def broken(tmp_path: Path, program: str, flaw: str, count: int, check: Check) -> int:
    """How many of `count` cuts broke a promise."""
    seed = random.randrange(2**32)
    print(f"{program} {flaw}: seed {seed}")
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = Disk(folder)
    words = [sys.executable, str(PROGRAMS / program), str(folder), flaw, "12"]
    record(words, tmp_path / "log", {**os.environ, "PYTHONPATH": str(ROOT)})
    failed = 0
    for number, (image, told) in enumerate(images(disk, tmp_path, count, random.Random(seed))):
        failed += not check(image, told, number)
        shutil.rmtree(image)
    print(f"{failed} of {count} broke a promise")
    return failed


def images(disk: Disk, tmp_path: Path, count: int, chance: random.Random) -> Iterator[tuple[Path, Promised]]:
    """Each disk, with what had been acknowledged by then."""
    read: Promised = []
    for image, acknowledged in cuts(disk, calls(tmp_path / "log"), count, chance, tmp_path / "images"):
        read += [json.loads(line) for line in acknowledged[len(read) :]]
        yield image, read


def outbox_keeps(image: Path, promised: Promised, _number: int) -> bool:
    """The database has a row for each, the outbox opens undamaged, and every file is as it was."""
    if not promised:
        return True
    try:
        rows = {row[0] for row in apsw.Connection(str(image / "outbox" / "outbox.db")).execute("SELECT id FROM promises")}
    except apsw.Error:
        return False
    if not {one["id"] for one in promised} <= rows:
        return False
    outbox = Outbox(image / "outbox")
    try:
        kept = [outbox.kept(one["id"]) for one in promised]
        return outbox.damage is None and all(
            found is not None
            and found.promise.subject == one["subject"]
            and [digest(file) for file in found.files.values()] == [one["sha256"]]
            for one, found in zip(promised, kept, strict=True)
        )
    finally:
        outbox.close()


def store_keeps(image: Path, promised: Promised, number: int) -> bool:
    """Each ticket is there with its number and its file, and of each upload what was confirmed."""
    if not promised:
        return True
    try:
        database = sqlite.connect(str(image / "store.db"))
        if database.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return False
        found = {
            row[0]: row[1:]
            for row in database.execute(
                "SELECT t.id, t.number, t.subject, a.sha256, a.blob FROM tickets t JOIN attachments a ON a.ticket = t.key"
            )
        }
        uploads = {row[0]: row[1:] for row in database.execute("SELECT id, received, blob FROM uploads")}
        database.close()
    except sqlite.DatabaseError:
        return False
    if number % WHOLE_EVERY == 0:
        open_backend(image, Settings()).close()
    return all(ticket_kept(image, one, found) if "ticket" in one else upload_kept(image, one, uploads) for one in promised)


def blob(image: Path, name: str) -> Path:
    return image / "attachments" / name[:2] / name


def ticket_kept(image: Path, one: dict[str, Any], found: dict[str, Any]) -> bool:
    if one["ticket"] not in found:
        return False
    number, subject, sha256, name = found[one["ticket"]]
    return (f"INC-{number:06d}", subject, sha256) == (one["number"], one["subject"], one["sha256"]) and digest(blob(image, name)) == sha256


def upload_kept(image: Path, one: dict[str, Any], uploads: dict[str, Any]) -> bool:
    received, name = uploads.get(one["upload"], (-1, ""))
    return received >= one["offset"] and digest(blob(image, name), one["offset"]) == one["sha256"]


@pytest.mark.slow
@pytest.mark.parametrize(("program", "check"), [("outbox_writer.py", outbox_keeps), ("store_writer.py", store_keeps)])
def test_no_cut_breaks_a_promise(tmp_path: Path, program: str, check: Check) -> None:
    assert broken(tmp_path, program, "none", CUTS, check) == 0


@pytest.mark.slow
@pytest.mark.parametrize("flaw", ["normal", "file", "folder"])
@pytest.mark.parametrize(("program", "check"), [("outbox_writer.py", outbox_keeps), ("store_writer.py", store_keeps)])
def test_a_careless_variant_is_caught(tmp_path: Path, program: str, check: Check, flaw: str) -> None:
    assert broken(tmp_path, program, flaw, CONTROL_CUTS, check) > CONTROL_CUTS // 5
