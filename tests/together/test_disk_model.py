"""The model that the power-cut tests stand on: it must pass a careful program, and catch each kind of careless one."""

import os
import random
import sys
from pathlib import Path

import apsw
import pytest

from tests.together.disk_model import Disk, cuts
from tests.together.recording import record
from tests.together.strace_log import calls

WRITER = Path(__file__).parent / "programs" / "plain_writer.py"


def broken_promises(tmp_path: Path, flaw: str, count: int) -> int:
    """How many of `count` cuts lost an acknowledged row or its file."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = Disk(folder)
    record([sys.executable, str(WRITER), str(folder), flaw, "12"], tmp_path / "log", os.environ)
    broken = 0
    for image, acknowledged in cuts(disk, calls(tmp_path / "log"), count, random.Random(seed), tmp_path / "images"):
        broken += not kept(image, acknowledged)
    return broken


def kept(image: Path, acknowledged: list[str]) -> bool:
    if not acknowledged:
        return True
    try:
        rows = dict(apsw.Connection(str(image / "promises.db")).execute("SELECT id, file FROM promise").fetchall())
    except apsw.Error:
        return False
    return all(
        (image / rows[int(name)]).read_bytes() == bytes([int(name) % 251]) * 3000
        if int(name) in rows and (image / rows[int(name)]).exists()
        else False
        for name in acknowledged
    )


@pytest.mark.slow
def test_a_careful_program_keeps_its_promises(tmp_path: Path) -> None:
    assert broken_promises(tmp_path, "none", 300) == 0


@pytest.mark.slow
@pytest.mark.parametrize("flaw", ["normal", "file", "folder"])
def test_a_careless_program_is_caught(tmp_path: Path, flaw: str) -> None:
    assert broken_promises(tmp_path, flaw, 300) > 30
