from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.parts import Button, Pill, RowButton, Text, box, emptied
from desktop_client.ui.parts.progress_line import ProgressLine


def test_what_a_person_wrote_is_never_markup(qtbot: QtBot, theme: Theme) -> None:
    for label in (Text(theme, "<b>bold</b> <img src='http://x'>"), Pill(theme, "<u>1</u>")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_button_with_an_icon_has_room_for_both(qtbot: QtBot, theme: Theme) -> None:
    bare, dressed = Button(theme, "Send", "primary"), Button(theme, "Send", "primary", "send")
    for button in (bare, dressed):
        qtbot.addWidget(button)
        button.ensurePolished()
    assert dressed.sizeHint().width() >= bare.sizeHint().width() + theme.px(18)


def test_a_row_is_as_high_as_what_is_in_it(qtbot: QtBot, theme: Theme) -> None:
    clicks: list[int] = []
    row = RowButton(theme, lambda: clicks.append(1))
    qtbot.addWidget(row)
    said = box(theme, spacing=1)
    said.addWidget(Text(theme, "Printer on floor 3", "label"))
    said.addWidget(Text(theme, "INC-000118", "small", "muted"))
    row.content.addLayout(said, 1)
    row.show()
    needed = sum(label.sizeHint().height() for label in row.findChildren(QLabel))
    assert row.height() >= needed + theme.px(16)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert clicks == [1, 1]


def test_words_flow_into_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, gap=8)
    for width in (100, 100, 100):
        child = QWidget()
        child.setFixedSize(width, 30)
        flow.addWidget(child)
    assert [flow.heightForWidth(width) for width in (400, 316, 315, 210, 100)] == [30, 30, 68, 68, 106]
    window.resize(220, 100)
    window.show()
    assert [flow.itemAt(n).geometry().topLeft().toTuple() for n in range(3)] == [(0, 0), (108, 0), (0, 38)]


def test_hidden_parts_take_no_place_in_a_flow(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, gap=8)
    children = [QWidget() for _ in range(3)]
    for child in children:
        child.setFixedSize(100, 30)
        flow.addWidget(child)
    children[0].hide()
    assert flow.heightForWidth(210) == 30


def test_a_layout_can_be_emptied_with_all_that_is_in_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outer = box(theme, window)
    inner = QHBoxLayout()
    inner.addWidget(QLabel("a"))
    outer.addLayout(inner)
    outer.addWidget(QLabel("b"))
    outer.addStretch(1)
    assert emptied(outer).count() == 0
    assert [child for child in window.children() if isinstance(child, QLabel)] == []


def test_progress_is_spoken_too(qtbot: QtBot, theme: Theme) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.show_progress(28, 41)
    assert (line.value(), line.maximum()) == (28, 41)
    line.show_progress(99, 41)
    assert line.value() == 41
    line.show_progress(0, 0)
    assert line.maximum() == 1
