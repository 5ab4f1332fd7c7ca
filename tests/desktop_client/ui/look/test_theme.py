from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme, system_text_size
from desktop_client.ui.parts.parts import Button, Text


def test_lengths_grow_with_the_text() -> None:
    assert [Theme(size=size).px(36) for size in (10, 12.5, 20)] == [36, 45, 72]
    assert Theme(size=6).px(1) == 1
    assert Theme().px(0) == 0


def test_switching_changes_what_is_open(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button(theme, "Send", "primary", "send")
    button.setParent(window)
    window.show()
    light_icon = button.icon().pixmap(18, 18).toImage()
    light_ground = window.palette().color(QPalette.ColorRole.Window)
    with qtbot.waitSignal(theme.changed):
        theme.change(qapp, dark=True)
    assert window.palette().color(QPalette.ColorRole.Window) == theme.colour("canvas") != light_ground
    assert button.icon().pixmap(18, 18).toImage() != light_icon


def test_a_company_colour_reaches_the_palette(qapp: QApplication, theme: Theme) -> None:
    theme.change(qapp, accent="#8A3FFC")
    assert qapp.palette().color(QPalette.ColorRole.Highlight).name().upper() == "#8A3FFC"


def test_high_contrast_is_the_palette_of_the_system_alone(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    theme.change(qapp, high_contrast=True)
    assert qapp.styleSheet() == ""
    assert theme.colour("canvas") == qapp.palette().color(QPalette.ColorRole.Window)
    assert theme.colour("danger") == theme.colour("muted") == qapp.palette().color(QPalette.ColorRole.WindowText)
    title = Text(theme, "Title", "title")
    qtbot.addWidget(title)
    assert title.font().weight() == QFont.Weight.DemiBold
    theme.change(qapp, high_contrast=False)
    assert qapp.styleSheet() != ""


def test_titles_are_larger_in_every_text_size(qapp: QApplication) -> None:
    for size in (10, 20):
        theme = Theme(size=size)
        theme.apply(qapp)
        assert round(theme.font("title").pointSizeF() / theme.font("text").pointSizeF(), 2) == 1.5
        assert system_text_size(qapp) == size


def test_a_control_is_36_high(qtbot: QtBot, qapp: QApplication) -> None:
    for size, expected in ((10, 36), (20, 72)):
        theme = Theme(size=size)
        theme.apply(qapp)
        button = Button(theme, "Close")
        plain = QPushButton("Close")
        for widget in (button, plain):
            qtbot.addWidget(widget)
            widget.ensurePolished()
            assert abs(widget.sizeHint().height() - expected) <= 2
