"""The search field: which keys are for the list, what is pasted, and which letters begin a search."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.ui.help.search_field import LONGEST, SearchField, typed_letters
from desktop_client.ui.look.theme import Theme

NONE, SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Typed:
    """A field, and what came of the keys."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.words: list[str] = []
        self.steps: list[int] = []
        self.enters = 0
        self.field = SearchField(theme, on_type=self.words.append, on_step=self.steps.append, on_enter=self.entered)
        qtbot.addWidget(self.field)
        self.field.resize(300, 36)
        self.field.show()
        self.field.setFocus()

    def entered(self) -> None:
        self.enters += 1


@pytest.fixture
def typed(theme: Theme, qtbot: QtBot) -> Typed:
    return Typed(theme, qtbot)


def test_keys_for_the_list_move_no_cursor(typed: Typed, qtbot: QtBot) -> None:
    qtbot.keyClicks(typed.field, "vpn")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(typed.field, key)
    assert (typed.steps, typed.enters, typed.field.cursorPosition()) == ([1, 5, -1, -5], 2, 3)
    assert typed.words == ["v", "vp", "vpn"]


def test_keys_with_a_modifier_stay_the_field_s(typed: Typed, qtbot: QtBot) -> None:
    qtbot.keyClicks(typed.field, "vpn")
    qtbot.keyClick(typed.field, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(typed.field, Qt.Key.Key_A, CONTROL)
    assert (typed.steps, typed.field.selectedText()) == ([], "vpn")


def test_what_is_pasted_is_one_line_of_bearable_length(typed: Typed, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("first line\nsecond " + "x" * 10_000)
    qtbot.keyClick(typed.field, Qt.Key.Key_V, CONTROL)
    assert len(typed.field.text()) == LONGEST
    assert typed.words[-1] == typed.field.text()
    assert typed.field.words().startswith("first line second x")


def test_the_cross_is_there_while_there_are_words(typed: Typed, qtbot: QtBot) -> None:
    cross = typed.field.findChild(QPushButton, "clear")
    assert not cross.isVisible()
    qtbot.keyClicks(typed.field, "v")
    assert cross.isVisible()
    assert typed.field.rect().contains(cross.geometry())
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (typed.field.text(), typed.words, cross.isVisible()) == ("", ["v", ""], False)


def test_words_from_elsewhere_are_asked_for_once(typed: Typed) -> None:
    typed.field.put("vpn")
    typed.field.put("vpn")
    typed.field.begin("x")
    assert typed.words == ["vpn", "vpnx"]


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "expected"),
    [
        (Qt.Key.Key_V, NONE, "v", "v"),
        (Qt.Key.Key_V, SHIFT, "V", "V"),
        (Qt.Key.Key_unknown, NONE, "é", "é"),
        (Qt.Key.Key_0, NONE, "0", "0"),
        (Qt.Key.Key_V, CONTROL, "\x16", ""),
        (Qt.Key.Key_V, ALT, "v", ""),
        (Qt.Key.Key_Space, NONE, " ", ""),
        (Qt.Key.Key_Tab, NONE, "\t", ""),
        (Qt.Key.Key_Escape, NONE, "\x1b", ""),
        (Qt.Key.Key_Delete, NONE, "\x7f", ""),
        (Qt.Key.Key_F3, NONE, "", ""),
    ],
)
def test_which_keys_begin_a_search(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, expected: str) -> None:
    assert typed_letters(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == expected
