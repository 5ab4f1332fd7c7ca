"""The system's own names for itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_client.system.machine.operating_system import model, read_operating_system, restart_pending, running_since, windows


@pytest.mark.parametrize(
    ("values", "name", "build"),
    [
        (
            {"ProductName": "Windows 10 Pro", "CurrentBuild": "26100", "UBR": 2314, "DisplayVersion": "24H2"},
            "Windows 11 Pro 24H2",
            "26100.2314",
        ),
        ({"ProductName": "Windows 10 Pro", "CurrentBuild": "19045", "UBR": 1, "DisplayVersion": "22H2"}, "Windows 10 Pro 22H2", "19045.1"),
        ({"ProductName": "Windows Server 2025", "CurrentBuild": "26100"}, "Windows Server 2025", "26100"),
        ({}, "Windows", ""),
        ({"CurrentBuild": "x", "UBR": "y"}, "Windows", "x"),
    ],
)
def test_windows_names_itself_10_on_11_too(values: dict[str, str | int], name: str, build: str) -> None:
    told = windows(values, "10", "AMD64")
    assert (told.name, told.build) == (name, build)


@pytest.mark.parametrize(
    ("vendor", "product", "name"),
    [
        ("LENOVO\n", "20XW\n", "LENOVO 20XW"),
        ("To Be Filled By O.E.M.\n", "Default string\n", ""),
        ("Dell Inc.\n", "System Product Name\n", "Dell Inc."),
        ("", "", ""),
    ],
)
def test_the_model_is_never_a_placeholder(tmp_path: Path, vendor: str, product: str, name: str) -> None:
    (tmp_path / "sys_vendor").write_text(vendor)
    (tmp_path / "product_name").write_text(product)
    assert model(tmp_path) == name


def test_this_machine(tmp_path: Path) -> None:
    told = read_operating_system()
    assert told.name
    assert told.kernel
    assert running_since() < datetime.now(UTC)
    assert model(tmp_path) == ""


def test_a_restart_is_pending_only_where_the_system_says_so(tmp_path: Path) -> None:
    mark = tmp_path / "reboot-required"
    assert restart_pending(mark) is None
    mark.touch()
    assert restart_pending(mark) is True
