from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.banner import Banner


def test_it_is_there_only_when_there_is_something_to_say(qtbot: QtBot, theme: Theme) -> None:
    clicks: list[int] = []
    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner(theme, lambda: clicks.append(1))
    layout = QVBoxLayout(window)
    layout.addWidget(banner)
    layout.addStretch(1)
    window.resize(420, 300)
    window.show()
    assert not banner.isVisible()
    banner.say("Not accepted.", "Your report is saved on this computer. " * 4, button="Save as file…")
    qtbot.waitUntil(banner.isVisible)
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert clicks == [1]
    text = banner.findChild(QLabel, "banner_text")
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))
    banner.say("Some characters can't be sent.", "", tone="warning")
    assert (banner.property("tone"), banner.button.isVisible(), text.isVisible()) == ("warning", False, False)
    banner.say("", "")
    assert not banner.isVisible()
