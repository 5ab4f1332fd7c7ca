"""Memory and its pressure."""

from pathlib import Path

import pytest

from desktop_client.system.machine.memory import read_memory, waiting_in_pressure


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (b"some avg10=1.53 avg60=0.87 avg300=0.73 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n", 1.53),
        (b"some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n", 0.0),
        (b"full avg10=9.00\n", None),
        (b"some avg60=9.00\n", None),
        (b"some avg10=\n", None),
        (b"some avg10=nan\n", None),
        (b"some avg10=1e9\n", None),
        (b"\xff\xfe", None),
        (b"", None),
    ],
)
def test_pressure(text: bytes, percent: float | None) -> None:
    assert waiting_in_pressure(text) == percent


def test_this_machine_without_a_pressure_file(tmp_path: Path) -> None:
    memory = read_memory(tmp_path / "none")
    assert 0 < memory.available_bytes <= memory.total_bytes
    assert memory.waiting_percent is None
