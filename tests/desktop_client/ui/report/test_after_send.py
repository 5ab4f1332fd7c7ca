from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.after_send import AfterSendView, Stage
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.after_send import AfterSendActions, AfterSendWindow
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, asked: Asked) -> AfterSendWindow:
    made = AfterSendWindow(theme, asked.actions(AfterSendActions))
    qtbot.addWidget(made)
    made.show_view(view())
    with qtbot.waitActive(made):
        made.open()
    return made


def view(**more: object) -> AfterSendView:
    now = datetime.now().astimezone()
    made = AfterSendView(
        id="0195",
        stage=Stage.SENDING,
        subject="Printer",
        number="",
        saved=now,
        percent=43,
        sent_bytes=600_000,
        total_bytes=1_400_000,
        reason=None,
        next_try=None,
        files_left=0,
        help_desk="",
        company="PT Maju Bersama",
        telephone="1500",
    )
    return replace(made, **more)


def texts(window: AfterSendWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def shown(window: AfterSendWindow) -> set[str]:
    return {button.objectName() for button in window.findChildren(QPushButton) if button.isVisible()}


def test_saved_turns_into_received_in_place(window: AfterSendWindow) -> None:
    assert {"Saved on this computer", "Sending: 43%", "600 KB of 1.4 MB"} <= set(texts(window))
    assert shown(window) == {"close"}
    window.show_view(view(stage=Stage.RECEIVED, number="INC-000123"))
    assert {"INC-000123 received", "A technician reads it"} <= set(texts(window))
    assert shown(window) == {"close", "copy", "open_ticket"}


def test_waiting_says_why_and_when(qtbot: QtBot, window: AfterSendWindow, asked: Asked) -> None:
    soon = datetime.now().astimezone() + timedelta(minutes=2, seconds=5)
    window.show_view(view(stage=Stage.WAITING, reason=OFFLINE, next_try=soon))
    assert {"Saved. Waiting to be sent", "Not connected to PT Maju Bersama yet", "Next try in 2 minutes."} <= set(texts(window))
    assert shown(window) == {"close", "edit", "save_as_file", "try_now"}
    for name in ("try_now", "edit"):
        qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert asked.calls == [("try_now", ("0195",)), ("edit", ("0195",))]


def test_refused_says_what_can_be_done(window: AfterSendWindow) -> None:
    window.show_view(view(stage=Stage.REFUSED, reason=Reason(Cause.CONFLICT, {"number": "INC-000007"})))
    assert "INC-000007 was already sent with other text" in texts(window)
    assert shown(window) == {"close", "edit", "save_as_file"}


def test_big_files_that_follow_are_counted(window: AfterSendWindow) -> None:
    window.show_view(view(stage=Stage.RECEIVED, number="INC-000123", files_left=1))
    assert "1 file still being sent" in texts(window)


def test_urgent_shows_the_telephone_if_there_is_one(window: AfterSendWindow) -> None:
    assert "Urgent? Call the help desk: 1500" in texts(window)
    window.show_view(view(telephone=""))
    assert not any("Urgent" in text for text in texts(window))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_escape_close(qtbot: QtBot, window: AfterSendWindow, asked: Asked, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget(), key)
    assert not window.isVisible()
    assert asked.names() == ["closed"]


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: AfterSendWindow, asked: Asked) -> None:
    window.show_view(view(stage=Stage.RECEIVED, number="INC-000123"))
    window.copy.setFocus()
    qtbot.keyClick(window.copy, Qt.Key.Key_Return)
    assert asked.calls == [("copy", ("INC-000123",))]
    assert window.isVisible()


def test_it_can_be_saved_as_a_file(qtbot: QtBot, window: AfterSendWindow, asked: Asked, tmp_path: Path) -> None:
    window.show_view(view(stage=Stage.WAITING, reason=OFFLINE))
    qtbot.mouseClick(window.save_as_file, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "r.zip"))
    dialog.reject()
    assert asked.calls == [("save_as_file", ("0195", tmp_path / "r.zip"))]


def test_it_speaks_indonesian_at_once(qtbot: QtBot, window: AfterSendWindow) -> None:
    use_language("id")
    qtbot.waitUntil(lambda: "Tersimpan di komputer ini" in texts(window))
    assert "Mendesak? Telepon tim TI: 1500" in texts(window)
