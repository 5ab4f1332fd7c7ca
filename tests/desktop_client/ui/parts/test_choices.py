from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import Check, Choice, RadioGroup, Segments, Switch


def test_the_whole_check_box_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    check = Check(theme, "Screen 1")
    qtbot.addWidget(check)
    check.show()
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(check.width() - 2, 2))
    assert check.isChecked()


def test_half_is_shown_and_never_chosen(qtbot: QtBot, theme: Theme) -> None:
    check = Check(theme, "Pictures")
    qtbot.addWidget(check)
    check.show()
    check.setCheckState(Qt.CheckState.PartiallyChecked)
    seen = []
    for _click in range(3):
        qtbot.keyClick(check, Qt.Key.Key_Space)
        seen.append(check.checkState())
    assert seen == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_a_switch_is_switched_by_the_space_bar_and_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme, "Take screenshots when I report")
    qtbot.addWidget(switch)
    switch.show()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert switch.accessibleName() == "Take screenshots when I report"


def test_arrow_keys_choose_in_segments(qtbot: QtBot, theme: Theme) -> None:
    chosen: list[str] = []
    segments = Segments(theme, ("system", "light", "dark"), chosen.append)
    qtbot.addWidget(segments)
    for key in ("system", "light", "dark"):
        segments.name(key, key.title())
    segments.choose("system")
    with qtbot.waitActive(segments):
        segments.show()
    qtbot.mouseClick(segments.findChild(QWidget, "segment_light"), Qt.MouseButton.LeftButton)
    assert chosen == ["light"]
    qtbot.keyClick(segments.findChild(QWidget, "segment_light"), Qt.Key.Key_Right)
    assert segments.chosen() == "dark"
    segments.choose("purple")
    assert segments.chosen() == "dark"


def test_a_radio_group_tells_of_the_person_only(qtbot: QtBot, theme: Theme) -> None:
    chosen: list[str] = []
    group = RadioGroup(theme, ("me", "some", "team"), chosen.append)
    qtbot.addWidget(group)
    group.choose("some")
    assert chosen == []
    with qtbot.waitActive(group):
        group.show()
    group.setFocus()
    qtbot.keyClick(group.button("some"), Qt.Key.Key_Down)
    assert chosen == ["team"]
    assert group.chosen() == "team"


def test_an_accelerator_leads_to_the_chosen_one(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    label, group = QLabel("Who is &affected?"), RadioGroup(theme, ("me", "some"))
    label.setBuddy(group)
    layout.addWidget(label)
    layout.addWidget(group)
    group.choose("some")
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    focused = window.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert focused.isChecked()


def test_the_wheel_never_changes_a_choice(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtCore import QPointF  # noqa: PLC0415 - only here
    from PySide6.QtGui import QWheelEvent  # noqa: PLC0415 - only here

    choice = Choice(theme)
    qtbot.addWidget(choice)
    choice.addItems(["one", "two", "three"])
    choice.show()
    choice.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    choice.wheelEvent(turn)
    assert choice.currentIndex() == 0
    assert not turn.isAccepted()
