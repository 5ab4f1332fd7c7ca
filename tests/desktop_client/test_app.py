"""The whole client in this process, without a display: it opens a profile, sends through a real backend, and puts everything down again."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_client.app import Client, Options, run
from desktop_client.reasons import Cause, RefusedError
from desktop_client.settings import Preferences
from desktop_client.system.folders import Profile, open_profile
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language
from tests.desktop_client.commands.conftest import backend
from tests.together.backend_process import BackendProcess, ClientProfile

__all__ = ["backend"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Started:
    quiet = True


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path / "profile")


@pytest.fixture
def client(profile: Profile, qapp: QApplication) -> Iterator[Client]:
    made = Client(profile, qapp)
    yield made
    made.close()
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    use_language("en")
    Theme().apply(qapp)


def titles() -> list[str]:
    return [window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()]


def test_a_first_start_asks_for_the_address(client: Client, qtbot: QtBot) -> None:
    client.start("panel", crashed=False)
    qtbot.waitUntil(lambda: "Register this computer" in titles(), timeout=20_000)


def test_who_rings_before_everything_is_open_is_heard(client: Client, qtbot: QtBot) -> None:
    client.start("", crashed=False)
    client.rung("report")
    qtbot.waitUntil(lambda: "Report a problem" in titles(), timeout=20_000)


def test_what_waits_goes_out_and_its_threads_end(
    client: Client, profile: Profile, backend: BackendProcess, qtbot: QtBot, tmp_path: Path
) -> None:
    command = ClientProfile(profile.root)
    assert command.run("report", "--subject", "Before", "--no-screenshot", "--no-diagnostics", "--wait", "0").code == 3
    command.run("enroll", backend.address, "-", typed=backend.code())
    client.start("", crashed=False)

    def arrived() -> bool:
        now = client._program._now if client._program else None
        return bool(now and now.tickets and not now.deliveries)

    qtbot.waitUntil(arrived, timeout=30_000)
    client.close()
    assert [thread.name for thread in threading.enumerate() if thread.name in {"sender", "listener", "policy"}] == []


def test_a_crash_is_told(client: Client, qtbot: QtBot) -> None:
    client.start("", crashed=True)
    qtbot.waitUntil(lambda: "Sigap" in titles(), timeout=20_000)
    qtbot.waitUntil(lambda: client._after_crash is not None and client._after_crash._window.isVisible())


def test_a_changed_setting_holds_at_once(client: Client, qtbot: QtBot) -> None:
    client.start("panel", crashed=False)
    qtbot.waitUntil(lambda: "Register this computer" in titles(), timeout=20_000)
    assert client._instance is not None
    preferences: Preferences = client._instance.preferences
    preferences.change("language", "id")
    qtbot.waitUntil(lambda: "Register this computer" not in titles())


def test_without_a_screen_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    options: Options = Started()
    with pytest.raises(RefusedError) as error:
        run(tmp_path / "profile", "panel", options)
    assert error.value.reason.cause is Cause.NO_SCREEN
    assert not (tmp_path / "profile").exists()
