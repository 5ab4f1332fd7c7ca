"""This computer by mouse and keyboard: search, copy, check again, and the card to read out."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.screens.computer import ComputerView, Progress
from desktop_client.ui.computer.computer_page import ComputerActions, ComputerPage
from desktop_client.ui.computer.fact_list import FactLine, FactList, Heading
from desktop_client.ui.examples.main_window import CHECKING, KNOWN
from desktop_client.ui.examples.panel import DESK
from desktop_client.ui.gallery import LOOKS, dress
from desktop_client.ui.words import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Page:
    def __init__(self, qtbot: QtBot, view: ComputerView | None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.calls: list[str] = []
        self.page = ComputerPage(dress(app, LOOKS[0]), ComputerActions(check=self.take("check"), cancel=self.take("cancel")))
        qtbot.addWidget(self.page)
        self.page.show_desk(DESK)
        if view is not None:
            self.page.show_view(view)
        self.page.resize(840, 680)
        self.page.show()
        self.list = self.page.findChild(FactList, "fact_list")

    def take(self, name: str) -> Callable[[], None]:
        return lambda: self.calls.append(name)

    def text(self, name: str) -> str:
        return self.page.findChild(QLabel, name).text()

    def lines(self) -> list[str]:
        model = self.list.model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[[ComputerView | None], Page]]:
    use_language("en")
    yield lambda view: Page(qtbot, view)
    use_language("en")


def test_asks_for_a_check_when_it_is_first_seen_without_facts(make: Callable[[ComputerView | None], Page]) -> None:
    assert make(None).calls == ["check"]
    assert make(KNOWN).calls == []
    assert make(CHECKING).calls == []


def test_shows_groups_facts_and_what_is_not_known(make: Callable[[ComputerView | None], Page]) -> None:
    lines = make(KNOWN).lines()
    assert lines[:2] == ["System", "System, Name: Debian GNU/Linux 12"]
    assert lines[-2:] == ["Not known", "Not known, Battery: no answer in time"]


def test_typing_searches(make: Callable[[ComputerView | None], Page], qtbot: QtBot) -> None:
    my = make(KNOWN)
    search = my.page.findChild(QLineEdit, "search")
    assert search.placeholderText() == "Search 14 details"
    qtbot.keyClicks(search, "disk free")
    assert my.lines() == ["Disk", "Disk, / free: 3.5 GB"]
    qtbot.keyClicks(search, "zzz")
    assert my.text("nothing") == 'Nothing found for "disk freezzz".'
    assert not my.page.findChild(QPushButton, "copy_all").isEnabled()


def test_copies_all_that_is_shown(make: Callable[[ComputerView | None], Page], qtbot: QtBot) -> None:
    my = make(KNOWN)
    qtbot.keyClicks(my.page.findChild(QLineEdit, "search"), "disk")
    qtbot.mouseClick(my.page.findChild(QPushButton, "copy_all"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Disk\n  / total: 256 GB\n  / free: 3.5 GB"
    assert my.page.findChild(QPushButton, "copy_all").text() == "Copied"


def test_copies_one_by_key_and_by_its_mark(make: Callable[[ComputerView | None], Page], qtbot: QtBot) -> None:
    my = make(KNOWN)
    model = my.list.model()
    my.list.setFocus()
    my.list.setCurrentIndex(model.index(1, 0))
    qtbot.keyClick(my.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name: Debian GNU/Linux 12"
    spot = my.list._delegate.copy_spot(my.list.visualRect(model.index(2, 0)))
    qtbot.mouseClick(my.list.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert QGuiApplication.clipboard().text() == "Kernel: 6.1.0-28-amd64"


def test_a_heading_is_neither_chosen_nor_copied(make: Callable[[ComputerView | None], Page]) -> None:
    my = make(KNOWN)
    first = my.list.model().index(0, 0)
    assert isinstance(first.data(Qt.ItemDataRole.UserRole), Heading)
    assert not first.flags() & Qt.ItemFlag.ItemIsSelectable
    QGuiApplication.clipboard().setText("before")
    assert my.list.copy_row(first) is False
    assert QGuiApplication.clipboard().text() == "before"


def test_progress_and_cancel_while_it_checks(make: Callable[[ComputerView | None], Page], qtbot: QtBot) -> None:
    my = make(KNOWN)
    button = my.page.findChild(QPushButton, "check")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    my.page.show_view(replace(KNOWN, checking=Progress(done=4, total=13)))
    assert my.text("checked") == "Checking this computer: 4 of 13"
    assert button.text() == "Cancel"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert my.calls == ["check", "cancel"]
    my.page.show_view(KNOWN)
    assert my.text("checked").startswith("checked at ")
    assert isinstance(my.list.model().index(1, 0).data(Qt.ItemDataRole.UserRole), FactLine)


def test_card_reads_spells_and_copies(make: Callable[[ComputerView | None], Page], qtbot: QtBot) -> None:
    my = make(KNOWN)
    assert (my.text("computer_name_value"), my.text("ip_address_value")) == ("LT-FIN-0231", "10.20.4.117")
    assert not my.page.findChild(QLabel, "computer_name_spelled").isVisible()
    qtbot.mouseClick(my.page.findChild(QPushButton, "spell"), Qt.MouseButton.LeftButton)
    assert my.text("computer_name_spelled") == "Lima Tango – Foxtrot India November – zero two three one"
    qtbot.mouseClick(my.page.findChild(QPushButton, "copy_ip_address"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "10.20.4.117"


def test_digits_are_said_in_the_language(make: Callable[[ComputerView | None], Page]) -> None:
    my = make(KNOWN)
    my.page.phone.spell(on=True)
    use_language("id")
    QApplication.processEvents()
    assert my.text("ip_address_spelled") == "satu nol, dua nol, empat, satu satu tujuh"


def test_what_is_not_known_is_not_on_the_card(make: Callable[[ComputerView | None], Page]) -> None:
    my = make(replace(KNOWN, address=""))
    assert not my.page.findChild(QLabel, "ip_address_value").isVisible()
