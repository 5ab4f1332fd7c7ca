"""Crash, log-off and quitting, and another language: what was written survives, and what waits is spoken of."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from development.running import CLIENT, RunningBackend, call_json
from development.virtual_screen import VirtualScreen, wait_for
from tests.desktop.tray_client import TrayClient

pytestmark = pytest.mark.screen

SETTINGS, QUIT = ("Down",) * 6, ("Up",)


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with RunningBackend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


@pytest.fixture
def client(screen: VirtualScreen, backend: RunningBackend, tmp_path: Path) -> Iterator[TrayClient]:
    with TrayClient(screen, backend, tmp_path / "profile") as running:
        screen.wait_for_tray_icon()
        yield running


def draft_with(client: TrayClient, words: bytes) -> Path | None:
    return next((file for file in client.profile.glob("drafts/*/draft.json") if words in file.read_bytes()), None)


def test_after_a_crash_the_log_goes_along_with_a_report_and_no_token_in_it(client: TrayClient, tmp_path: Path) -> None:
    assert client.process
    # Lines are written by a thread of their own: a run that is killed in its first instant leaves none.
    wait_for(lambda: any(" starts on " in log.read_text("utf-8") for log in client.profile.glob("log/*.log")) or None, "the log")
    client.process.send_signal(signal.SIGKILL)
    client.process.communicate(timeout=20)
    client.start("--quiet")
    client.box("^Sigap$")
    client.key("Return")
    client.report_window()
    client.type("It closed by itself")
    client.key("ctrl+Return")
    number = client.arrived("It closed by itself")["number"]
    ticket = client.show(number, "--files", str(tmp_path / "files"))
    [log] = [attachment for attachment in ticket["attachments"] if attachment["kind"] == "log"]
    lines = Path(log["path"]).read_text("utf-8")
    assert log["name"] == "sigap.log"
    # Of the run that was killed, and of this one.
    assert lines.count(" starts on ") == 2
    assert (client.profile / "token").read_text("ascii").strip() not in lines


def test_at_log_off_half_a_sentence_is_kept(client: TrayClient) -> None:
    client.command("report")
    client.report_window()
    client.type("Half a sentence at five")
    # A letter that is still on its way between the keyboard and the screen has not been written yet.
    client.still("^Report a problem")
    client.stop()
    assert draft_with(client, b"Half a sentence at five")
    # It was told to end: nothing is said of a crash, and the draft is there.
    client.start("--quiet")
    client.screen.wait_for_tray_icon()
    client.command("report")
    client.box("^Report a problem")
    client.key("Return")
    client.report_window()
    client.key("ctrl+Return")
    assert client.arrived("Half a sentence at five")


def test_quitting_asks_while_something_waits(screen: VirtualScreen, tmp_path: Path) -> None:
    with RunningBackend(tmp_path / "data") as backend:
        client = TrayClient(screen, backend, tmp_path / "profile")
        client.enrol()
    with client:
        screen.wait_for_tray_icon()
        assert client.command("report", "--subject", "Not yet", "--no-diagnostics", "--no-screenshot", "--wait", "0") == 3
        assert client.process
        client.choose(*QUIT)
        client.box("^Sigap$")
        client.key("Return")
        client.gone("^Sigap$")
        assert screen.wait_for_tray_icon()
        assert client.process.poll() is None
        client.choose(*QUIT)
        client.box("^Sigap$")
        client.key("Tab", "Return")
        assert client.process.wait(20) == 0
    found = call_json(*CLIENT, "--profile", str(client.profile), "--json", "outbox")
    assert [waiting["subject"] for waiting in found["waiting"]] == ["Not yet"]


def test_the_language_is_chosen_by_keyboard_and_holds_at_once(client: TrayClient) -> None:
    client.choose(*SETTINGS)
    client.box("^Sigap$")
    client.key("End")
    wait_for(lambda: any('"id"' in file.read_text("utf-8") for file in client.profile.glob("settings*")) or None, "the setting")
    client.command("report")
    client.box("^Laporkan masalah")
    client.type("Tidak bisa mencetak")
    client.key("ctrl+Return")
    assert client.arrived("Tidak bisa mencetak")
    client.gone("^Laporkan masalah")
    client.box("^Laporan")
