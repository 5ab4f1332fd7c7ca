"""The main window as a whole: ways between the pages, what stands at the foot, and what happens when there is little room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.screens.desk import Desk
from desktop_client.screens.tickets import ticket_lists
from desktop_client.ui.examples import main_window as examples
from desktop_client.ui.examples.panel import DESK
from desktop_client.ui.gallery import LOOKS, dress, settle
from desktop_client.ui.main_window import MainWindow, Page
from desktop_client.ui.notices.quit_question import QuitQuestion
from desktop_client.ui.words import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = examples.window(dress(qapp, LOOKS[0]))
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.open_at(Page.TICKETS)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    use_language("en")


def seen(window: QWidget, name: str) -> bool:
    return any(widget.isVisible() for widget in window.findChildren(QWidget, name))


def test_control_and_a_number_go_to_a_page(window: MainWindow, qtbot: QtBot) -> None:
    keys = (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_1, Qt.Key.Key_2)
    for key, page in zip(keys, (Page.HELP, Page.COMPUTER, Page.SETTINGS, Page.HOME, Page.TICKETS), strict=True):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page() is page


def test_a_click_goes_to_a_page_and_arrows_go_on(window: MainWindow, qtbot: QtBot) -> None:
    entry = window.findChild(QPushButton, "go_computer")
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert window.page() is Page.COMPUTER
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Down)
    assert window.page() is Page.SETTINGS
    assert QApplication.focusWidget().objectName() == "go_settings"


def test_escape_closes_the_window_and_keeps_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.open_at(Page.SETTINGS)
    assert window.isVisible()
    assert window.page() is Page.SETTINGS


def test_opens_at_a_ticket(window: MainWindow) -> None:
    window.tickets.show_lists(ticket_lists(examples.rows(), []), DESK)
    window.open_at(Page.TICKETS, "t94")
    assert window.tickets.chosen() == "t94"


def test_foot_says_whom_to_call_and_whether_it_is_connected(window: MainWindow) -> None:
    window.show_desk(Desk(company="Nusantara", help_desk="Helpdesk", telephone="1500"), connected=False)
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert {"Call Helpdesk", "1500", "Not connected"} <= set(texts)
    window.show_desk(Desk(company="Nusantara"), connected=True)
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Connected" in texts
    assert not any(text.startswith("Call") for text in texts)


def test_little_room_leaves_the_icons_and_their_words_as_tool_tips(window: MainWindow) -> None:
    window.show_unread(2)
    window.resize(520, 620)
    settle()
    assert window.width() == 520
    entry = window.findChild(QPushButton, "go_tickets")
    assert entry.width() < 60
    assert (entry.toolTip(), entry.accessibleName()) == ("My tickets", "My tickets, 2 unread")
    window.resize(1040, 700)
    settle()
    assert entry.width() > 100


def test_no_page_is_wider_than_a_narrow_window(window: MainWindow) -> None:
    window.resize(400, 560)
    for page in Page:
        window.go(page)
        settle()
        assert window.width() == 400
        assert window.rect().right() >= window.findChild(QWidget, f"{page.name.lower()}_page").geometry().right()


def test_quit_question_stays_by_enter_and_escape_and_quits_by_its_button(qtbot: QtBot, qapp: QApplication) -> None:
    quits: list[str] = []
    question = QuitQuestion(dress(qapp, LOOKS[0]), lambda: quits.append("quit"))
    qtbot.addWidget(question)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        question.ask(2)
        qtbot.waitUntil(question.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.waitUntil(lambda: not question.isVisible())
    assert quits == []
    question.ask(2)
    assert question.findChild(QLabel, "title").text() == "2 reports still waiting."
    qtbot.mouseClick(question.findChild(QPushButton, "quit"), Qt.MouseButton.LeftButton)
    assert quits == ["quit"]
