"""Home by keyboard and mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.screens.home import HomeView
from desktop_client.ui.examples.finding import full_home, quick
from desktop_client.ui.gallery import LOOKS, dress, settle
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.home.home_page import HomeActions, HomePage
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked


class Shown:
    """Home, and what it asked for."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        self.asked, self.qtbot = Asked(), qtbot
        find = self.asked.actions(QuickFindActions)
        self.page = HomePage(dress(qapp, LOOKS[0]), self.asked.actions(HomeActions, find=find))
        qtbot.addWidget(self.page)
        self.page.resize(840, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.show_view(full_home())
        self.page.focus()
        settle()

    def said(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def reached(self, steps: int) -> list[str]:
        names = []
        for _step in range(steps):
            names.append(QApplication.focusWidget().objectName())
            self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        return names


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot) -> Iterator[Shown]:
    yield Shown(qapp, qtbot)
    use_language("en")


def test_report_has_the_keyboard_and_letters_go_to_the_search(shown: Shown, qtbot: QtBot) -> None:
    assert QApplication.focusWidget().objectName() == "report"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert shown.asked.of("report") == [()]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V)
    qtbot.keyClicks(QApplication.focusWidget(), "pn")
    assert (QApplication.focusWidget(), shown.page.finder.field.text()) == (shown.page.finder.field, "vpn")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert shown.asked.of("open_all") == [("vpn",)]


def test_shortcuts_are_no_letters(shown: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert shown.page.finder.field.text() == ""


def test_tab_goes_from_top_to_bottom(shown: Shown) -> None:
    shown.page.finder.field.setFocus()
    expected = ["search", "report", "see_all", "ticket_w1", "ticket_t123", "ticket_t119", "open_computer"]
    assert shown.reached(7) == expected


def test_every_button_does_what_it_says(shown: Shown, qtbot: QtBot) -> None:
    for name in ("see_all", "ticket_t123", "open_computer"):
        qtbot.mouseClick(shown.page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert shown.asked.calls == [("open_tickets", ()), ("open_ticket", ("t123",)), ("open_computer", ())]


def test_says_only_what_is_known_of_this_computer(shown: Shown) -> None:
    assert "This computer: LT-FIN-0231" in shown.said()
    assert "Last checked yesterday at 09:30." in shown.said()
    shown.page.show_view(HomeView(computer="LT-FIN-0231"))
    assert "Not checked yet." in shown.said()
    assert "Hello. What can we help with?" in shown.said()


def test_nothing_was_ever_reported_or_nothing_is_open(shown: Shown) -> None:
    shown.page.show_view(HomeView(name="Ayu"))
    settle()
    assert "No reports yet. If something doesn't work, report it here." in shown.said()
    assert not shown.page.findChild(QWidget, "see_all").isVisible()
    shown.page.show_view(HomeView(name="Ayu", known=True))
    settle()
    assert "No open tickets." in shown.said()
    assert shown.page.findChild(QWidget, "see_all").isVisible()


def test_the_keyboard_stays_where_it_is_when_tickets_change(shown: Shown) -> None:
    shown.page.findChild(QPushButton, "ticket_t123").setFocus(Qt.FocusReason.TabFocusReason)
    shown.page.show_view(HomeView(name="Ayu", known=True, tickets=full_home().tickets[1:2]))
    settle()
    assert QApplication.focusWidget().objectName() == "ticket_t123"


def test_answers_stand_in_place(shown: Shown, qtbot: QtBot) -> None:
    qtbot.keyClicks(shown.page.finder.field, "printer")
    shown.page.finder.show_answers(quick("printer"))
    settle()
    qtbot.keyClick(shown.page.finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(shown.page.finder.field, Qt.Key.Key_Return)
    assert shown.asked.of("open") == [("printer-guide",)]


def test_words_follow_the_language(shown: Shown) -> None:
    use_language("id")
    settle()
    assert "Halo, Ayu. Apa yang bisa dibantu?" in shown.said()
