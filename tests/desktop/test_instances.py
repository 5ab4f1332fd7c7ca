"""One tray for each profile, also where there is no tray; what was written survives; and Qt's thread never waits."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from development.running import RunningBackend
from development.virtual_screen import VirtualScreen, wait_for
from tests.desktop.tray_client import TrayClient

pytestmark = pytest.mark.screen

PROGRAMS = Path(__file__).parent / "programs"


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with RunningBackend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


@pytest.fixture
def client(screen: VirtualScreen, backend: RunningBackend, tmp_path: Path) -> Iterator[TrayClient]:
    with TrayClient(screen, backend, tmp_path / "profile") as running:
        screen.wait_for_tray_icon()
        yield running


def test_a_second_start_opens_the_panel_of_the_first(client: TrayClient) -> None:
    assert client.command() == 0
    assert client.box("^Sigap$").width > 300
    client.key("Escape")
    client.gone("^Sigap$")
    assert client.command("report") == 0
    assert client.box("^Report a problem")


def test_without_a_tray_there_is_a_window_with_the_same_contents(
    bare_screen: VirtualScreen, backend: RunningBackend, tmp_path: Path
) -> None:
    with TrayClient(bare_screen, backend, tmp_path / "profile") as client:
        client.click_filled_button(client.box("^Sigap$"))
        client.box("^Report a problem")
        client.type("No tray here")
        client.key("ctrl+Return")
        assert client.arrived("No tray here")


def test_a_draft_survives_kill_9_and_neither_report_loses_the_other(client: TrayClient) -> None:
    client.command("report")
    client.box("^Report a problem")
    client.type("Half a sentence about the scanner")
    draft = wait_for(
        lambda: next((file for file in client.profile.glob("drafts/*/draft.json") if b"about the scanner" in file.read_bytes()), None),
        "the words on the disk",
    )
    assert client.process
    client.process.send_signal(signal.SIGKILL)
    client.process.communicate(timeout=20)
    client.start("--quiet")
    # It is told, and the draft is still there.
    client.box("^Sigap$")
    client.key("Escape")
    client.gone("^Sigap$")
    assert draft.exists()
    client.command("report")
    client.box("^Report a problem")
    client.key("Tab", "Return")
    client.report_window()
    client.type("Something else")
    client.key("ctrl+Return")
    assert client.arrived("Something else")
    client.box("Your report")
    client.key("Return")
    client.gone("Your report")
    client.command("report")
    client.box("^Report a problem")
    client.key("Return")
    client.report_window()
    client.key("ctrl+Return")
    assert client.arrived("Half a sentence about the scanner")


def test_offline_it_waits_and_goes_out_by_itself(screen: VirtualScreen, tmp_path: Path) -> None:
    client: TrayClient
    with RunningBackend(tmp_path / "data") as backend:
        client = TrayClient(screen, backend, tmp_path / "profile")
        client.enrol()
    # Nobody listens now.
    with client:
        screen.wait_for_tray_icon()
        assert client.command("report", "--subject", "From the train", "--no-diagnostics", "--wait", "0") == 3
        assert client.command() == 0
        client.box("^Sigap$")
        with RunningBackend(tmp_path / "data", port=backend.port) as back:
            client.backend = back
            # "Try now" is the filled button's neighbour; a second start is cause enough to try.
            client.command("report", "--subject", "And another", "--no-diagnostics", "--no-screenshot", "--wait", "0")
            assert client.arrived("From the train")
            assert client.arrived("And another")


@pytest.mark.slow
def test_qt_s_thread_never_waits_for_capture_keyring_disk_or_network(
    screen: VirtualScreen, backend: RunningBackend, tmp_path: Path
) -> None:
    client = TrayClient(screen, backend, tmp_path / "profile")
    client.enrol()
    longest = tmp_path / "longest"
    client.start("--quiet", program=(sys.executable, str(PROGRAMS / "slow_client.py"), str(longest)))
    screen.wait_for_tray_icon(60)
    client.click_tray()
    client.click_filled_button(client.box("^Sigap$"))
    wait_for(lambda: screen.windows("^Report a problem") or None, "the report window", 60)
    client.type("Everything is slow today")
    client.key("ctrl+Return")
    wait_for(lambda: next((t for t in client.tickets() if t["subject"] == "Everything is slow today"), None), "the ticket", 120)
    client.screen.wait_for_window("Your report", 60)
    assert client.process
    client.process.terminate()
    client.process.communicate(timeout=60)
    assert 0 < int(longest.read_text("ascii")) < 500
