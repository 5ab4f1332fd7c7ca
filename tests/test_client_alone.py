"""The client installs and starts without the backend's libraries: it runs here on the libraries of its own lock, and on nothing else."""

import json
import os
import subprocess
import sys
from importlib.metadata import distribution, requires
from pathlib import Path

import pytest

from tests.test_requirements import entries

ROOT = Path(__file__).parent.parent
SERVER_LIBRARIES = ("litestar", "uvicorn", "sqlalchemy", "alembic", "pysqlite3")


@pytest.fixture(scope="module")
def client_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what `pip install -r requirements/client.txt` would bring, the contract, and the client."""
    folder = tmp_path_factory.mktemp("client-only")
    for name in (*entries("client"), "sigap"):
        try:
            installed = distribution(name)
        except ModuleNotFoundError:
            continue  # not for this platform
        for top in {file.parts[0] for file in installed.files or () if file.parts[0] not in {"..", "__pycache__"}}:
            target = folder / top
            if not target.exists():
                target.symlink_to(Path(str(installed.locate_file(top))))
    for name in ("contract", "desktop_client"):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(ROOT / name)
    for name in [*folder.glob("__editable__*"), *folder.glob("_sigap*")]:
        name.unlink()
    return folder


def run(folder: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs Python with that folder as its only libraries."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); sys.argv[1:] = {words[1:]!r}; {words[0]}"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_distribution_asks_for_them_only_with_its_extra() -> None:
    plain = [line for line in requires("sigap") or () if "extra ==" not in line]
    assert [line for line in plain if line.lower().startswith(SERVER_LIBRARIES)] == []
    assert plain


@pytest.mark.parametrize("library", [*SERVER_LIBRARIES, "server_stub"])
def test_they_are_out_of_reach_here(client_only: Path, library: str) -> None:
    assert "ModuleNotFoundError" in run(client_only, f"import {library}").stderr


def test_every_module_of_the_client_is_imported(client_only: Path) -> None:
    names = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for package in ("contract", "desktop_client")
        for path in (ROOT / package).rglob("*.py")
        if path.name != "__main__.py"
    )
    done = run(client_only, f"import importlib; [importlib.import_module(name) for name in {names!r}]; print('all')")
    assert (done.stdout, done.stderr) == ("all\n", "")


def test_the_command_line_starts(client_only: Path, tmp_path: Path) -> None:
    start = "import runpy; runpy.run_module('desktop_client', run_name='__main__')"
    done = run(client_only, start, "--profile", str(tmp_path / "profile"), "--json", "outbox")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"waiting": []}
