"""Start-up stays light: which libraries and which rooms of the client a tray has loaded when its icon appears, and when it is at rest.

Python itself tells every import (`-X importtime`), in the order in which it was finished. What is on no list here was imported too early;
move the import to where it is needed, or add it with the reason why the icon can't do without.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from development.running import CLIENT, RunningBackend, call_json
from development.virtual_screen import VirtualScreen, end

pytestmark = pytest.mark.screen

REST_S = 5
"""By then the first news is fetched, and nothing more happens by itself."""

FOR_THE_ICON = {"PySide6", "shiboken6", "shibokensupport", "msgspec", "typing_extensions", "platformdirs", "apsw"}
"""Libraries that the icon can't do without: its state is in the outbox and the cache. msgspec brings typing_extensions."""

AT_REST = FOR_THE_ICON | {"jeepney", "requests", "backports", "urllib3", "idna", "charset_normalizer", "certifi", "truststore"}
"""And those with which threads listen, send, and find the notification service. urllib3 looks for something in backports."""

NO_LIBRARIES = {"contract", "desktop_client", "imported package", "sitecustomize"}
"""Ours, Python's heading over its list, and what a distribution adds to its Python."""

FOR_A_CLICK = (
    "desktop_client.capture",
    "desktop_client.commands.report",
    "desktop_client.commands.diagnose",
    "desktop_client.diagnostics.collectors",
    "desktop_client.flows.diagnose",
    "desktop_client.flows.fetch_articles",
    "desktop_client.flows.find_help",
    "desktop_client.knowledge",
    "desktop_client.ui.examples",
    "desktop_client.ui.gallery",
    "desktop_client.ui.report.report_window",
    "desktop_client.ui.main_window",
)
"""Rooms of ours that nobody has asked for yet."""


class Loaded(NamedTuple):
    """Modules by name, when the icon appeared and at rest."""

    with_icon: set[str]
    at_rest: set[str]


def told(file: Path) -> set[str]:
    """The modules that Python has told so far."""
    lines = file.read_text("utf-8", "replace").splitlines()
    return {line.rsplit("|", 1)[1].strip() for line in lines if line.startswith("import time:") and "|" in line}


def libraries(modules: set[str]) -> set[str]:
    """The libraries among the modules: neither ours nor Python's own, and there at all (Python tells attempts, too)."""
    tops = {name.split(".")[0] for name in modules} - set(sys.stdlib_module_names) - NO_LIBRARIES
    return {top for top in tops if not top.startswith("_") and (spec := find_spec(top)) and spec.origin}


@pytest.fixture(scope="module")
def loaded() -> Iterator[Loaded]:
    with tempfile.TemporaryDirectory() as folder, RunningBackend(Path(folder) / "data") as backend, VirtualScreen(tray=True) as screen:
        profile = Path(folder) / "profile"
        call_json(*CLIENT, "--profile", str(profile), "--json", "enroll", backend.address, "-", typed=backend.code())
        words = [sys.executable, "-X", "importtime", "-m", "desktop_client", "--profile", str(profile), "--quiet"]
        file = Path(folder) / "imports"
        with file.open("wb") as written:
            tray = subprocess.Popen(words, env=screen.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=written)
        try:
            screen.wait_for_tray_icon()
            with_icon = told(file)
            time.sleep(REST_S)
            assert tray.poll() is None, file.read_text("utf-8", "replace")[-2000:]
            yield Loaded(with_icon, told(file))
        finally:
            end(tray)


def test_libraries_when_the_icon_appears(loaded: Loaded) -> None:
    # Threads have begun their work by then, as luck will have it.
    assert libraries(loaded.with_icon) - AT_REST == set()


def test_libraries_at_rest(loaded: Loaded) -> None:
    assert libraries(loaded.at_rest) - AT_REST == set()
    assert libraries(loaded.at_rest) >= {"PySide6", "msgspec"}


@pytest.mark.parametrize("room", FOR_A_CLICK)
def test_what_a_click_needs_is_not_loaded(loaded: Loaded, room: str) -> None:
    assert sorted(name for name in loaded.at_rest if name == room or name.startswith(f"{room}.")) == []


def test_no_asyncio_and_no_databases_of_python(loaded: Loaded) -> None:
    assert {"asyncio", "sqlite3", "tkinter", "unittest", "pydoc", "multiprocessing"} & loaded.at_rest == set()
