"""What comes while somebody types waits as long as the pointer rests on what would change."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.help.unmoved import Unmoved


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(100, 100, 200, 100)
    made.show()
    before = QCursor.pos()
    yield made
    QCursor.setPos(before)


def inside(place: QWidget) -> None:
    QCursor.setPos(place.mapToGlobal(QPoint(50, 50)))


def outside(place: QWidget) -> None:
    QCursor.setPos(place.mapToGlobal(QPoint(-30, -30)))


def test_shown_at_once_where_the_pointer_is_elsewhere(place: QWidget) -> None:
    outside(place)
    shown: list[int] = []
    unmoved = Unmoved(place)
    unmoved.typed()
    unmoved.put(lambda: shown.append(1))
    assert shown == [1]


def test_waits_under_the_pointer_until_nothing_was_typed_for_a_while(place: QWidget, qtbot: QtBot) -> None:
    inside(place)
    shown: list[int] = []
    unmoved = Unmoved(place)
    for number in range(8):
        unmoved.typed()
        unmoved.put(lambda number=number: shown.append(number))  # type: ignore[misc]
        qtbot.wait(60)
        assert shown == []
    qtbot.waitUntil(lambda: bool(shown))
    # Only the newest.
    assert shown == [7]


def test_under_the_pointer_and_nobody_typed(place: QWidget) -> None:
    inside(place)
    shown: list[int] = []
    Unmoved(place).put(lambda: shown.append(1))
    assert shown == [1]


def test_not_while_a_button_of_the_mouse_is_down(place: QWidget, qtbot: QtBot) -> None:
    inside(place)
    shown: list[int] = []
    unmoved = Unmoved(place)
    qtbot.mousePress(place, Qt.MouseButton.LeftButton)
    unmoved.put(lambda: shown.append(1))
    qtbot.wait(120)
    held = list(shown)
    qtbot.mouseRelease(place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown == [1])
    assert held == []


def test_what_is_forgotten_never_comes(place: QWidget, qtbot: QtBot) -> None:
    inside(place)
    shown: list[int] = []
    unmoved = Unmoved(place)
    unmoved.typed()
    unmoved.put(lambda: shown.append(1))
    unmoved.forget()
    qtbot.wait(350)
    assert shown == []
