"""Programs by their use: names only, and never from a command line."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_client.system.programs.processes import Program, Sample, _samples, programs_between, read_programs, sample_in

STAT = b"612 (%s) S 1 612 612 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 1 0 100 12345678 2500 18446744073709551615 1 1 0 0 0 0 0 0 0"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"firefox", "firefox"),
        (b"a b", "a b"),
        (b"x) S 1 (y", "x) S 1 (y"),
        ("日本".encode(), "日本"),
        (b"\xff", "�"),
        (b"new\nline", "new\nline"),
    ],
)
def test_a_kernels_line(name: bytes, shown: str) -> None:
    assert sample_in(STAT % name, 100, 4096) == Sample(shown, 2.0, 2500 * 4096)


@pytest.mark.parametrize("text", [b"", b"612", b"612 () S 1", b"612 (x) S", STAT[:60] % b"x", b"612 (x) " + b"y " * 40, b"\xff" * 5000])
def test_a_broken_line_is_no_sample(text: bytes) -> None:
    assert sample_in(text, 100, 4096) is None


def test_processes_of_one_name_count_together_and_new_ones_have_done_nothing() -> None:
    before = {1: Sample("a", 1.0, 10), 2: Sample("a", 1.0, 10), 3: Sample("b", 5.0, 1), 4: Sample("old", 9.0, 1)}
    after = {1: Sample("a", 1.5, 10), 2: Sample("a", 1.5, 30), 3: Sample("b", 4.0, 1), 5: Sample("c", 99.0, 7), 4: Sample("new", 9.9, 1)}
    assert programs_between(before, after, 1.0, 2) == (
        Program("a", 50.0, 40, 2),
        Program("c", 0.0, 7, 1),
        Program("b", 0.0, 1, 1),
        Program("new", 0.0, 1, 1),
    )
    assert programs_between({}, {}, 1.0, 2) == ()


def test_a_busy_program_is_found_by_its_name(tmp_path: Path) -> None:
    program = tmp_path / "sibuk-sekali"
    program.symlink_to(os.path.realpath(sys.executable))
    with subprocess.Popen([program, "-c", "while True: pass", "--password=planted"]) as busy:
        try:
            time.sleep(0.3)
            found = [one for one in read_programs() if one.name == "sibuk-sekali"]
        finally:
            busy.send_signal(signal.SIGKILL)
    assert len(found) == 1
    assert found[0].busy_percent > 1
    assert found[0].memory_bytes > 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_this_process_is_among_them() -> None:
    assert _samples()[os.getpid()].memory_bytes > 0
