"""A pop-up is always whole on one screen: beside the icon, or in the corner where trays are."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_client.ui.parts.popup import place_for

FIT = QSize(360, 400)


@pytest.fixture
def free(qapp: QApplication) -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def test_above_an_icon_at_the_bottom(free: QRect) -> None:
    icon = QRect(free.center().x(), free.bottom() - 20, 22, 22)
    placed = QRect(place_for(FIT, icon), FIT)
    assert placed.bottom() < icon.top()
    assert abs(placed.center().x() - icon.center().x()) <= 1


def test_below_an_icon_at_the_top(free: QRect) -> None:
    icon = QRect(free.center().x(), free.top(), 22, 22)
    assert QRect(place_for(FIT, icon), FIT).top() > icon.bottom()


@pytest.mark.parametrize(("across", "down"), [(0, 0), (0, 1), (1, 0), (1, 1), (0.5, 0.5)])
def test_whole_on_the_screen_wherever_the_icon_is(free: QRect, across: float, down: float) -> None:
    icon = QRect(free.left() + round(across * (free.width() - 22)), free.top() + round(down * (free.height() - 22)), 22, 22)
    assert free.contains(QRect(place_for(FIT, icon), FIT))


def test_in_the_lower_right_corner_when_nobody_knows(free: QRect) -> None:
    placed = QRect(place_for(FIT, QRect()), FIT)
    assert free.contains(placed)
    assert placed.right() > free.center().x() > placed.left() or placed.left() > free.center().x()
    assert placed.bottom() > free.center().y()
