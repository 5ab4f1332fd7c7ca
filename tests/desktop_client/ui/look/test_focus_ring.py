from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button


def window_with(qtbot: QtBot, theme: Theme, *widgets: QWidget) -> tuple[QWidget, FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    ring = FocusRing(window, theme)
    with qtbot.waitActive(window):
        window.show()
    return window, ring


def test_the_keyboard_shows_it_and_the_mouse_takes_it_away(qtbot: QtBot, theme: Theme) -> None:
    first, second = Button(theme, "One"), Button(theme, "Two")
    _window, ring = window_with(qtbot, theme, first, second)
    first.setFocus()
    before = [button.geometry() for button in (first, second)]
    assert not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    assert [button.geometry() for button in (first, second)] == before
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_a_field_has_its_own_border(qtbot: QtBot, theme: Theme) -> None:
    button, field = Button(theme, "One"), QLineEdit()
    _window, ring = window_with(qtbot, theme, button, field)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert not ring.isVisible()


def test_it_follows_what_moves_and_goes_with_what_goes(qtbot: QtBot, theme: Theme) -> None:
    first, second = Button(theme, "One"), Button(theme, "Two")
    window, ring = window_with(qtbot, theme, first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    window.resize(window.width() + 100, window.height() + 60)
    qtbot.waitUntil(lambda: ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4))
    second.setParent(None)
    second.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible() or ring.geometry() != second.geometry())


def test_it_stays_inside_what_scrolls(qtbot: QtBot, theme: Theme) -> None:
    content = QWidget()
    layout = QVBoxLayout(content)
    buttons = [Button(theme, str(number)) for number in range(20)]
    for button in buttons:
        layout.addWidget(button)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFixedHeight(120)
    _window, ring = window_with(qtbot, theme, area)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert ring.isVisible()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not ring.isVisible()


def test_it_lets_the_mouse_through(qtbot: QtBot, theme: Theme) -> None:
    _window, ring = window_with(qtbot, theme, Button(theme, "One"))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() is Qt.FocusPolicy.NoFocus
