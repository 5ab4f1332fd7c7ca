import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.enrol import enrol_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.settings.enrol_window import EnrolActions, EnrolWindow
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

GIVEN = {"address": "help.example", "code": "K7QM-4XPD"}


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, asked: Asked) -> EnrolWindow:
    made = EnrolWindow(theme, asked.actions(EnrolActions))
    qtbot.addWidget(made, before_close_func=lambda w: w.show_view(enrol_view()))
    with qtbot.waitActive(made):
        made.open()
    return made


def texts(window: EnrolWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_both_fields_are_needed_and_enter_registers(qtbot: QtBot, window: EnrolWindow, asked: Asked) -> None:
    register = window.findChild(QPushButton, "register")
    assert window.focusWidget() is window.address
    qtbot.keyClicks(window.address, " help.example ")
    assert not register.isEnabled()
    qtbot.keyClick(window.address, Qt.Key.Key_Return)
    assert asked.calls == []
    qtbot.keyClick(window.address, Qt.Key.Key_Tab)
    qtbot.keyClicks(window.code, "k7qm 4xpd")
    assert register.isEnabled()
    qtbot.keyClick(window.code, Qt.Key.Key_Return)
    assert asked.calls == [("register", ("help.example", "k7qm 4xpd", False))]


def test_while_it_registers_only_cancel_can_be_pressed(qtbot: QtBot, window: EnrolWindow, asked: Asked) -> None:
    window.show_view(enrol_view(**GIVEN, busy=True))
    assert window.findChild(QPushButton, "register").text() == "Registering…"
    assert not any(widget.isEnabled() for widget in (window.address, window.code, window.register))
    assert window.focusWidget() is window.cancel
    qtbot.keyClick(window.cancel, Qt.Key.Key_Return)
    assert asked.names() == ["cancel"]


def test_closing_cancels_what_runs(window: EnrolWindow, asked: Asked) -> None:
    window.show_view(enrol_view(**GIVEN, busy=True))
    window.close()
    assert asked.names() == ["cancel", "closed"]


def test_a_wrong_code_is_told_at_the_code_until_it_is_changed(qtbot: QtBot, window: EnrolWindow) -> None:
    window.show_view(enrol_view(**GIVEN, problem=Reason(Cause.CODE_WRONG)))
    assert window.code.property("wrong") is True
    assert window.code.accessibleDescription().startswith("This code doesn't work. Nothing was changed.")
    assert window.focusWidget() is window.code
    assert not window.banner.isVisible()
    qtbot.keyClicks(window.code, "X")
    assert window.code.property("wrong") is False


def test_a_wrong_address_is_told_at_the_address(window: EnrolWindow) -> None:
    window.show_view(enrol_view(**GIVEN, problem=Reason(Cause.NOT_OURS, {"host": "help.example"})))
    assert "help.example is not a Sigap server" in window.address.accessibleDescription()
    assert window.focusWidget() is window.address


def test_other_trouble_is_told_above(window: EnrolWindow) -> None:
    window.show_view(enrol_view(**GIVEN, problem=Reason(Cause.SERVER_BUSY, cure=Cure.TIME)))
    assert window.banner.isVisible()
    assert "The server is busy." in texts(window)
    assert window.address.text() == "help.example"


def test_reports_for_another_backend_are_asked_about(qtbot: QtBot, window: EnrolWindow, asked: Asked) -> None:
    window.show_view(enrol_view(**GIVEN, problem=Reason(Cause.WAITING_ELSEWHERE, {"count": 2})))
    assert "2 reports still waiting for the backend before." in texts(window)
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert asked.calls == [("register", ("help.example", "K7QM-4XPD", True))]


def test_a_used_code_does_not_stay_in_the_window(window: EnrolWindow) -> None:
    window.show_view(enrol_view(**GIVEN))
    window.forget()
    assert window.code.text() == ""


def test_nothing_is_cut_off_when_an_error_appears(qtbot: QtBot, window: EnrolWindow) -> None:
    before = window.height()
    window.show_view(enrol_view(**GIVEN, problem=Reason(Cause.CODE_USED)))
    qtbot.waitUntil(lambda: window.height() > before)
    error = next(label for label in window.findChildren(QLabel) if "has been used" in label.text())
    assert error.height() >= error.heightForWidth(error.width())


def test_it_speaks_indonesian_at_once(qtbot: QtBot, window: EnrolWindow) -> None:
    use_language("id")
    qtbot.waitUntil(lambda: window.windowTitle() == "Daftarkan komputer ini")
    assert window.register.text() == "Daftarkan"
