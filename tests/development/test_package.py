"""The frozen client, built as a release is and started as a person starts it. It needs neither Python nor the backend's libraries."""

import os
import subprocess
from pathlib import Path

import pytest

from development.package import build
from development.running import RunningBackend, call_json
from development.virtual_screen import VirtualScreen

pytestmark = [pytest.mark.slow, pytest.mark.screen]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("work"))


def alone(screen: VirtualScreen) -> dict[str, str]:
    """An environment in which no Python and no checkout can be found."""
    environment = screen.environment(PATH="/nonexistent")
    return {name: value for name, value in environment.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def test_it_checks_itself(program: Path, screen: VirtualScreen, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(program), "--profile", str(tmp_path / "profile"), "--self-test"],
        env=alone(screen),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_real_report_arrives(program: Path, screen: VirtualScreen, tmp_path: Path) -> None:
    with RunningBackend(tmp_path / "data") as backend:
        sigap = (str(program), "--profile", str(tmp_path / "profile"), "--json")
        call_json(*sigap, "enroll", backend.address, "-", typed=backend.code(), environment=alone(screen))
        shown = call_json(*sigap, "report", "--subject", "From the frozen client", "--wait", "60", environment=alone(screen))
        assert shown["state"] == "delivered"
        ticket = backend.command("show", shown["number"])
    assert ticket["subject"] == "From the frozen client"
    assert [attachment["type"] for attachment in ticket["attachments"]] == ["image/png"]
    assert ticket["diagnostics"]


def test_it_holds_what_it_needs_and_nothing_of_the_backend(program: Path) -> None:
    inside = program.parent / "_internal"
    assert {file.name for file in (inside / "desktop_client" / "ui" / "translations").iterdir()} == {"sigap_en.qm", "sigap_id.qm"}
    assert {file.name for file in (inside / "contract").iterdir()} == {"assist_words_en.txt", "assist_words_id.txt"}
    assert (inside / "pytablericons" / "icons" / "outline" / "camera.svg").is_file()
    assert (inside / "share" / "sigap.png").is_file()
    assert (inside / "share" / "sigap.desktop").is_file()
    names = {file.name.split(".")[0].split("-")[0].lower() for file in inside.iterdir()}
    assert {"litestar", "sqlalchemy", "uvicorn", "pysqlite3", "alembic", "pil", "pygame", "tkinter", "_tkinter"} & names == set()
    size = sum(file.stat().st_size for file in program.parent.rglob("*") if file.is_file() and not file.is_symlink())
    assert size < 250_000_000


def test_what_it_links_is_inside_or_of_the_system(program: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
    told = subprocess.run(["ldd", str(program)], env=environment, capture_output=True, text=True, check=True).stdout
    assert "not found" not in told
