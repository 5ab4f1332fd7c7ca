"""A message that names articles: opened by mouse and by keyboard, and still text to be selected."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tickets.linked_text import LinkedText

TEXT = "First sigap://article/vpn-en, then kb:mail. Thank you."


class Shown:
    """The text between two buttons."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.opened: list[str] = []
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        self.before, self.after = QPushButton("before"), QPushButton("after")
        self.text = LinkedText(theme, TEXT, self.opened.append)
        for widget in (self.before, self.text, self.after):
            row.addWidget(widget)
        self.text.fit(300)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def place(self, part: str) -> QPoint:
        """The middle of a part of the text."""
        cursor = QTextCursor(self.text._document)
        cursor.setPosition(TEXT.index(part) + len(part) // 2)
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        return QPoint(round(line.cursorToX(cursor.positionInBlock())[0]) + 1, round(line.y() + line.height() / 2))


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    return Shown(theme, qtbot)


def test_a_click_on_a_name_opens_it(shown: Shown, qtbot: QtBot) -> None:
    for part in ("kb:mail", "vpn-en", "Thank"):
        qtbot.mouseClick(shown.text, Qt.MouseButton.LeftButton, pos=shown.place(part))
    assert shown.opened == ["mail", "vpn-en"]


def test_the_pointer_shows_where_a_link_is(shown: Shown, qtbot: QtBot) -> None:
    qtbot.mouseMove(shown.text, shown.place("kb:mail"))
    assert shown.text.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(shown.text, shown.place("Thank"))
    assert shown.text.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_tab_goes_from_link_to_link_and_on(shown: Shown, qtbot: QtBot) -> None:
    shown.before.setFocus()
    selected = []
    for _step in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        selected.append(shown.text.selected())
    qtbot.keyClick(shown.text, Qt.Key.Key_Return)
    qtbot.keyClick(shown.text, Qt.Key.Key_Tab)
    assert (selected, shown.opened) == (["sigap://article/vpn-en", "kb:mail"], ["mail"])
    assert QApplication.focusWidget() is shown.after
    qtbot.keyClick(shown.after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert shown.text.selected() == "kb:mail"
    qtbot.keyClick(shown.text, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(shown.text, Qt.Key.Key_Return)
    assert shown.opened == ["mail", "vpn-en"]


def test_selecting_over_a_link_opens_nothing(shown: Shown, qtbot: QtBot) -> None:
    start, end = shown.place("sigap"), shown.place("vpn-en")
    qtbot.mousePress(shown.text, Qt.MouseButton.LeftButton, pos=start)
    shown.text._put_cursor(end.toPointF(), QTextCursor.MoveMode.KeepAnchor)
    qtbot.mouseRelease(shown.text, Qt.MouseButton.LeftButton, pos=end)
    assert shown.opened == []
    assert shown.text.selected()
