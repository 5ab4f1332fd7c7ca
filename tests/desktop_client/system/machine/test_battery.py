"""The battery's wear from the kernel's files."""

from pathlib import Path

import pytest

from desktop_client.system.machine.battery import wear


def battery(folder: Path, **files: str) -> Path:
    place = folder / "BAT0"
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"energy_full": "48807000\n", "energy_full_design": "57532000\n", "cycle_count": "364\n"}, (84.8, 364)),
        ({"charge_full": "4000\n", "charge_full_design": "5000\n", "cycle_count": "0\n"}, (80.0, None)),
        ({"energy_full": "1\n", "energy_full_design": "0\n"}, (None, None)),
        ({"energy_full": "5000000\n", "energy_full_design": "1\n"}, (None, None)),
        ({"energy_full": "x\n", "energy_full_design": "\n"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_wear(tmp_path: Path, files: dict[str, str], told: tuple[float | None, int | None]) -> None:
    assert wear(battery(tmp_path, **files)) == told


def test_no_battery(tmp_path: Path) -> None:
    assert wear(tmp_path / "none") == (None, None)
