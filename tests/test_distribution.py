"""The distribution holds everything that the programs need when they are installed for real, not in place."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("contract", "desktop_client", "server_stub")
FOR_DEVELOPERS = {".ts", ".mako"}
"""From these, what is inside was made, or will be."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built from a copy, so that nothing of the build stays in the project."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in (*PACKAGES, "packaging"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    words = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out), str(source)]
    subprocess.run([sys.executable, *words], check=True)
    return zipfile.ZipFile(next(out.glob("sigap-*.whl")))


def test_every_module_is_inside(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    modules = [path.relative_to(ROOT).as_posix() for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert [module for module in modules if module not in inside] == []


def test_translations_are_inside(wheel: zipfile.ZipFile) -> None:
    assert {f"desktop_client/ui/translations/sigap_{language}.qm" for language in ("en", "id")} <= set(wheel.namelist())


def test_files_beside_the_modules_are_inside(wheel: zipfile.ZipFile) -> None:
    others = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc", *FOR_DEVELOPERS}
    ]
    assert [path for path in others if path not in set(wheel.namelist())] == []


def test_no_test_and_no_tool_is_inside(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
