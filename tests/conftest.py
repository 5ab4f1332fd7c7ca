"""What every test shares: an account and a display that no test can leave, and nothing that stays behind.

A warning in the log that no test expects is a failure, as warnings and Qt's messages are. HOME, the XDG folders, the session bus and the
display of whoever runs the tests are out of reach; a test that needs a display asks for `screen`, `two_screens` or `bus_address`.
"""

import logging
import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from development.virtual_screen import TWO_MONITORS, VirtualScreen
from tests.desktop.session_bus import session_bus
from tests.left_behind import RUN_MARK, left_behind

FOREIGN = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is imported: the account of the test run is a folder that is thrown away."""
    folder = tempfile.TemporaryDirectory(prefix="sigap-test-account-")
    config.add_cleanup(folder.cleanup)
    home = Path(folder.name)
    for name in list(os.environ):
        if name in FOREIGN or name.startswith("SIGAP_") or name.lower() in PROXIES:
            del os.environ[name]
    for name, place in (
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "home/.config"),
        ("XDG_DATA_HOME", "home/.local/share"),
        ("XDG_CACHE_HOME", "home/.cache"),
        ("XDG_STATE_HOME", "home/.local/state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ):
        (home / place).mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(home / place)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home / 'runtime' / 'no-bus'}"
    os.environ["LANG"] = "C.UTF-8"
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ[RUN_MARK] = uuid.uuid4().hex


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A process that outlives its test fails the run, by the name of the test that started it."""
    left = list(left_behind(os.environ[RUN_MARK]))
    if left and exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    for process, test in left:
        words = " ".join(process.info["cmdline"] or [process.info["name"]])
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter:
            reporter.write_line(f"left behind by {test}: {words}", red=True)
        process.kill()


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Files are made as on most systems, whatever a program that was run in this process had said of its own."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test in which something at warning or above was logged, unless it carries the marker `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    loud = [record for phase in ("setup", "call", "teardown") for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
    assert not loud, [f"{record.name}: {record.getMessage()}" for record in loud]


@pytest.fixture
def bus_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A D-Bus session bus of this test's own; the programs that the test starts find it."""
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualScreen]:
    """One screen of 1280 × 800 with a window manager and a tray. DISPLAY points to it, in this process too."""
    with VirtualScreen(tray=True) as shown:
        monkeypatch.setenv("DISPLAY", shown.display)
        yield shown


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualScreen]:
    """Two monitors of 960 × 800 and 720 × 800 side by side, with a window manager and a tray."""
    with VirtualScreen(tray=True, monitors=TWO_MONITORS) as shown:
        monkeypatch.setenv("DISPLAY", shown.display)
        yield shown


@pytest.fixture
def bare_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualScreen]:
    """One screen with a window manager and no tray."""
    with VirtualScreen() as shown:
        monkeypatch.setenv("DISPLAY", shown.display)
        yield shown
