"""A bar on each screen: its place, its width, its words. Two monitors and a real window manager are in tests/desktop."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from contract.assist import Ability
from desktop_client.screens.assist import BarKind
from desktop_client.ui.assist.bar import ON_TOP, BarActions
from desktop_client.ui.assist.bars import Bars
from desktop_client.ui.assist.border import Border
from desktop_client.ui.examples.assist import HOSTILE, bar
from desktop_client.ui.gallery import settle
from desktop_client.ui.look.theme import Theme


class Shown:
    """The bars with what was pressed on them."""

    def __init__(self, theme: Theme) -> None:
        self.pressed: list[str] = []
        actions = BarActions(
            stop=lambda: self.pressed.append("stop"),
            closed=lambda: self.pressed.append("closed"),
            show_code=lambda: self.pressed.append("code"),
        )
        self.bars = Bars(theme, actions)

    def texts(self) -> list[str]:
        settle()
        return [label.text() for label in self.bars.bars()[0].findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.fixture
def shown(qapp: QApplication, theme: Theme) -> Iterator[Shown]:
    made = Shown(theme)
    yield made
    made.bars.close()
    settle()


def test_it_stands_in_the_middle_above_and_moves_nothing_when_the_clock_runs(shown: Shown) -> None:
    shown.bars.show_view(bar())
    [one] = shown.bars.bars()
    whole = QGuiApplication.primaryScreen().geometry()
    assert abs(one.geometry().center().x() - whole.center().x()) <= 1
    assert one.y() == 16
    assert one.height() == 52
    assert "06:42" in shown.texts()
    shown.bars.show_view(bar(elapsed_s=403))
    assert shown.bars.bars() == (one,)
    assert "06:43" in shown.texts()


def test_where_it_was_put_it_stays_and_never_off_the_screen(shown: Shown) -> None:
    shown.bars.show_view(bar())
    [one] = shown.bars.bars()
    whole = QGuiApplication.primaryScreen().geometry()
    QTest.mousePress(one, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    one.move(whole.bottomRight() - QPoint(10, 10))
    one.moved = True
    QTest.mouseRelease(one, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert whole.contains(one.geometry())
    place = one.pos()
    shown.bars.show_view(bar(elapsed_s=500))
    assert one.pos() == place


def test_a_narrow_screen_leaves_out_words_and_never_the_tool_the_time_or_stop(shown: Shown) -> None:
    shown.bars.show_view(bar())
    [one] = shown.bars.bars()
    one.fit_into(560)
    assert one.width() <= 560
    said = shown.texts()
    assert "mouse and keyboard" not in said
    assert {"06:42", "AnyDesk"} <= set(said)
    assert "mouse and keyboard" in one.accessibleName()
    stop = one.findChild(QPushButton, "stop")
    assert stop is not None
    assert one.rect().contains(stop.geometry())


def test_it_says_what_sigap_cannot_do_and_until_when(shown: Shown) -> None:
    until = datetime.now(UTC) + timedelta(minutes=50)
    shown.bars.show_view(bar(tool="Quick Assist", can=(Ability.VIEW,), closes=False, closes_at=until, offline=True, keys=""))
    said = shown.texts()
    assert {"Sigap can't close it", "Not connected", "Budi Santoso sees this screen"} <= set(said)
    shown.bars.show_view(bar(kind=BarKind.CONFIRM_CLOSED, tool="Quick Assist", elapsed_s=None))
    said = shown.texts()
    assert "Sigap can't close Quick Assist. Close it yourself, then confirm." in said
    assert "Budi may still see this screen" in said
    [one] = shown.bars.bars()
    QTest.mouseClick(one.findChild(QPushButton, "it_is_closed"), Qt.MouseButton.LeftButton)
    assert shown.pressed == ["closed"]
    assert not one.findChild(QPushButton, "stop").isVisible()


def test_the_border_comes_with_the_view_and_goes_with_it(shown: Shown) -> None:
    shown.bars.show_view(bar(kind=BarKind.STARTING, elapsed_s=None))
    assert shown.bars.borders() == ()
    shown.bars.show_view(bar())
    [border] = shown.bars.borders()
    assert border.geometry() == QGuiApplication.primaryScreen().geometry()
    for window, more in ((border, Qt.WindowType.WindowTransparentForInput), (shown.bars.bars()[0], Qt.WindowType.Tool)):
        assert window.windowFlags() & ON_TOP == ON_TOP
        assert window.windowFlags() & more == more
        assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    shown.bars.show_view(None)
    assert (shown.bars.bars(), shown.bars.borders()) == ((), ())


def test_a_border_is_red_outside_and_white_inside(qapp: QApplication, theme: Theme) -> None:
    border = Border(theme)
    border.resize(200, 100)
    picture = border.grab().toImage()
    colours = [picture.pixelColor(x, 50).name() for x in range(6)]
    assert colours[:5] == ["#b3261e"] * 4 + ["#ffffff"]
    assert picture.pixelColor(199, 50).name() == "#b3261e"
    border.take_away()


def test_a_screen_that_is_gone_takes_its_bar_along(shown: Shown) -> None:
    shown.bars.show_view(bar())
    shown.bars._screen_gone(QGuiApplication.primaryScreen())
    assert (shown.bars.bars(), shown.bars.borders()) == ((), ())
    shown.bars._screens_changed(QGuiApplication.primaryScreen())
    assert len(shown.bars.bars()) == len(shown.bars.borders()) == 1


def test_a_name_without_end_leaves_room_for_stop(shown: Shown) -> None:
    shown.bars.show_view(bar(asker=HOSTILE))
    [one] = shown.bars.bars()
    settle()
    assert one.width() <= QGuiApplication.primaryScreen().geometry().width()
    assert one.rect().contains(one.findChild(QPushButton, "stop").geometry())
