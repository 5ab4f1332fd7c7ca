"""Pressure on memory: the kernel's own figures, and Windows' from documentation."""

from pathlib import Path

from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.machine.pressure import commit_in, counter_in, mac_level, swapped_in_bytes, waiting_percent, windows_commit


def test_waiting(tmp_path: Path) -> None:
    file = tmp_path / "memory"
    file.write_text("some avg10=12.34 avg60=0.00 avg300=0.00 total=0\nfull avg10=1.00 avg60=0.00 avg300=0.00 total=0\n")
    assert waiting_percent(file) == 12.34
    assert waiting_percent(tmp_path / "none") is None


def test_counters(tmp_path: Path) -> None:
    file = tmp_path / "vmstat"
    file.write_text("pgpgin 5\npswpin 3\npswpout 9\n")
    assert swapped_in_bytes(file) == 3 * 4096
    assert swapped_in_bytes(tmp_path / "none") is None
    assert counter_in(b"pswpin x\npswpin\npswpin 1 2\n", b"pswpin") is None


def test_commit_on_windows() -> None:
    line = b'{"n":"memory","e":null,"v":[{"AvailableBytes":"2000","CommittedBytes":"9500","CommitLimit":"10000","PageReadsPersec":42}]}'
    assert windows_commit(lambda _argv, _limit: CommandResult(line, b"", 0, Outcome.OK)) == (95.0, 42)
    assert commit_in(()) == (0.0, 0)


def test_macos_is_not_here() -> None:
    assert mac_level() is None
