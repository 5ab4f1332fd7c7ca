"""Consent: who asks and what for is there, and no key and no accident grants."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from contract.assist import Answer
from desktop_client.reasons import Cause, refused
from desktop_client.screens.desk import Desk
from desktop_client.ui.assist.ask_window import AskActions, AskWindow
from desktop_client.ui.examples.assist import ANYDESK, HOSTILE, QUICK_ASSIST, TEAMVIEWER, face, request
from desktop_client.ui.gallery import taken_down
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language

DESK = Desk(help_desk="tim IT", company="PT Maju")
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape)


class Asked:
    """The window with what it did."""

    def __init__(self, theme: Theme) -> None:
        self.answers: list[tuple[str, Answer, str]] = []
        self.downloads: list[str] = []
        self.window = AskWindow(theme, AskActions(answer=lambda *one: self.answers.append(one), download=self.downloads.append))

    def show(self, *, hears: bool = True, **more: object) -> None:
        self.window.show_view(request(**more), DESK)
        if hears:
            self.window.hear_keys()

    def texts(self) -> list[str]:
        QApplication.processEvents()
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    def text(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert label is not None
        return label.text() if label.isVisible() else ""


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme) -> Iterator[Asked]:
    made = Asked(theme)
    yield made
    made.window.dismiss()
    taken_down(made.window)


def test_it_says_who_asks_for_what_and_with_which_words(asked: Asked) -> None:
    asked.show()
    assert asked.text("title") == "Budi would like to see your screen"
    assert asked.text("asker_name") == "Budi Santoso"
    assert asked.text("asker_ticket") == "INC-000123 · Printer on floor 3 not available"
    assert asked.text("words_question") == "Ask Budi for the two words on their screen. Are they the same?"
    assert asked.text("two_words").split() == ["mangga", "sungai"]
    assert asked.text("time_left") == "4:32 left to answer"
    assert asked.window.not_ours.text() == "This is not tim IT"
    assert "Technician, IT Support Jakarta" in asked.texts()
    assert "AnyDesk shows Budi your whole screen. Sigap can't limit what is shown or used there." in asked.texts()
    assert "Budi can use your mouse and keyboard" in asked.texts()


def test_the_keyboard_starts_on_decline_and_nothing_is_a_default_button(asked: Asked) -> None:
    asked.show()
    assert asked.window.focusWidget() is asked.window.decline
    assert not any(button.isDefault() or button.autoDefault() for button in asked.window.findChildren(QPushButton))


def test_where_the_keyboard_is_can_be_seen_though_nobody_pressed_tab(asked: Asked, qtbot: QtBot) -> None:
    asked.show()
    qtbot.waitUntil(asked.window.ring.isVisible)
    assert asked.window.ring.geometry().contains(QRect(asked.window.decline.mapTo(asked.window, QPoint(0, 0)), asked.window.decline.size()))


def test_no_key_grants_wherever_the_focus_is(asked: Asked) -> None:
    asked.show()
    for widget in (asked.window, asked.window.decline, asked.window.share, asked.window.not_ours):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            QTest.keyClick(widget, key)
    assert asked.answers == []
    assert asked.window.isVisible()


def test_what_was_being_typed_elsewhere_answers_nothing(asked: Asked) -> None:
    asked.show(hears=False)
    assert not asked.window.share.isEnabled()
    for widget in (asked.window.decline, asked.window.share, asked.window.not_ours):
        for key in KEYS:
            QTest.keyClick(widget, key)
    assert asked.answers == []
    asked.window.hear_keys()
    assert asked.window.share.isEnabled()
    QTest.keyClick(asked.window.decline, Qt.Key.Key_Space)
    assert asked.answers == [("1", Answer.DECLINE, "")]


def test_declining_is_one_click_at_once(asked: Asked) -> None:
    asked.show(hears=False, words=None)
    QTest.mouseClick(asked.window.decline, Qt.MouseButton.LeftButton)
    assert asked.answers == [("1", Answer.DECLINE, "")]
    assert not asked.window.isVisible()


def test_sharing_says_with_which_tool_and_only_once(asked: Asked) -> None:
    asked.show()
    for _click in range(3):
        QTest.mouseClick(asked.window.share, Qt.MouseButton.LeftButton)
    assert asked.answers == [("1", Answer.CONSENT, "anydesk")]
    assert not asked.window.share.isEnabled()
    assert not asked.window.decline.isEnabled()


def test_not_our_help_desk_is_one_click_too(asked: Asked) -> None:
    asked.show()
    QTest.mouseClick(asked.window.not_ours, Qt.MouseButton.LeftButton)
    assert asked.answers == [("1", Answer.NOT_OUR_HELP_DESK, "")]
    assert not asked.window.isVisible()


def test_the_end_of_the_program_and_dismissing_answer_nothing(asked: Asked) -> None:
    asked.show()
    asked.window.close()
    asked.window.show_view(request(session="2"), DESK)
    asked.window.dismiss()
    assert asked.answers == []


def test_without_words_nothing_can_be_shared_and_they_come_by_themselves(asked: Asked) -> None:
    asked.show(words=None)
    assert asked.text("making_words") == "Making two words…"
    assert not asked.window.share.isEnabled()
    asked.window.show_view(request(), DESK)
    assert asked.text("two_words").split() == ["mangga", "sungai"]
    assert asked.window.share.isEnabled()
    assert asked.window.focusWidget() is asked.window.decline


def test_another_tool_is_chosen_by_its_card_and_stays_chosen(asked: Asked) -> None:
    asked.show(tools=(ANYDESK, QUICK_ASSIST, TEAMVIEWER))
    radios = {radio.objectName(): radio for radio in asked.window.findChildren(QRadioButton)}
    assert radios["tool_anydesk"].isChecked()
    assert not radios["tool_teamviewer"].isEnabled()
    QTest.mouseClick(radios["tool_quick-assist"].parentWidget(), Qt.MouseButton.LeftButton)
    assert any(text.startswith("Sigap can't close Quick Assist") for text in asked.texts())
    assert "Budi can exchange files with this computer" not in asked.texts()
    asked.window.show_view(request(tools=(ANYDESK, QUICK_ASSIST, TEAMVIEWER), left_s=200), DESK)
    QTest.mouseClick(asked.window.share, Qt.MouseButton.LeftButton)
    assert asked.answers == [("1", Answer.CONSENT, "quick-assist")]


def test_a_missing_tool_says_what_to_do_and_a_download_answers_nothing(asked: Asked) -> None:
    asked.show(tools=(TEAMVIEWER,))
    assert not asked.window.share.isEnabled()
    assert any("is not installed on this computer. Choose another way, or ask tim IT for it." in text for text in asked.texts())
    button = asked.window.findChild(QPushButton, "download_teamviewer")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.downloads == ["https://help.majubersama.co.id/teamviewer"]
    assert asked.answers == []
    # It was installed meanwhile: the one that can be used is chosen by itself.
    asked.window.show_view(request(tools=(replace(TEAMVIEWER, missing=None),)), DESK)
    assert asked.window.share.isEnabled()


def test_no_tool_at_all_says_so(asked: Asked) -> None:
    asked.show(tools=(), words=None)
    assert "Looking which tools are on this computer…" in asked.texts()
    asked.show(tools=())
    assert "Your company allows no tool for this on this computer. Ask tim IT." in asked.texts()


def test_a_tool_that_is_tampered_with_says_why(asked: Asked) -> None:
    reason = refused(Cause.TOOL_NOT_TRUSTED, tool="AnyDesk").reason
    asked.show(tools=(replace(ANYDESK, missing=reason),))
    assert any("doesn't come from its maker" in text for text in asked.texts())
    assert not asked.window.share.isEnabled()


def test_the_time_left_is_announced_each_minute(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop_client.ui.assist.ask_window.announce", lambda _window, text: told.append(text))
    asked.show(left_s=300)
    for left in (299, 241, 240, 239, 181, 180, 60, 59, 1):
        asked.window.show_view(request(left_s=left), DESK)
    assert told == ["4 minutes left to answer", "3 minutes left to answer", "1 minute left to answer"]


def test_a_second_request_starts_anew_after_the_first_was_declined(asked: Asked) -> None:
    asked.show()
    QTest.mouseClick(asked.window.decline, Qt.MouseButton.LeftButton)
    asked.window.show_view(request(left_s=100), DESK)
    assert not asked.window.isVisible(), "the same request comes no second time"
    asked.window.show_view(request(session="2"), DESK)
    assert asked.window.isVisible()
    assert asked.window.focusWidget() is asked.window.decline


def test_a_picture_that_is_none_leaves_the_initials_and_hostile_words_stay_words(asked: Asked) -> None:
    asked.show(asker=replace(HOSTILE, picture=b"\x89PNG not really"), subject="<img src=x onerror=1>\n" + "x" * 300)
    assert asked.text("title").startswith("<b>Budi</b>")
    assert "\n" not in asked.text("asker_ticket")
    assert asked.window.width() <= asked.window.room().width()
    asked.window.show_view(request(asker=replace(HOSTILE, picture=face())), DESK)


def test_the_words_follow_the_language(asked: Asked) -> None:
    asked.show()
    use_language("id")
    asked.window.retranslate()
    assert asked.text("title") == "Budi ingin melihat layar Anda"
    assert asked.window.share.text() == "Bagikan layar"


def test_a_screen_reader_has_a_name_for_everything(asked: Asked) -> None:
    asked.show(tools=(ANYDESK, QUICK_ASSIST))
    for widget in (asked.window.decline, asked.window.share, *asked.window.findChildren(QRadioButton)):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name)


def test_it_grows_with_what_comes_while_it_stands_and_stays_on_the_screen(asked: Asked, qtbot: QtBot) -> None:
    asked.show(words=None, tools=())
    QApplication.processEvents()
    before = asked.window.height()
    available = asked.window.screen().availableGeometry()
    asked.window.move(0, available.bottom() - before)
    asked.window.show_view(request(tools=(ANYDESK, QUICK_ASSIST)), DESK)
    needed = asked.window.needed

    def grown() -> bool:
        return asked.window.height() == min(needed(asked.window.width()), asked.window.room().height()) > before

    qtbot.waitUntil(grown)
    assert asked.window.geometry().bottom() <= available.bottom()
    # Quick Assist has more to be said about it.
    asked.window.resize(asked.window.width(), before)
    asked.window.findChildren(QRadioButton)[1].click()
    qtbot.waitUntil(grown)
