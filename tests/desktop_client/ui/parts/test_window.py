from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.style_sheet import style_sheet
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.look.tokens import tokens
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import Text
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.window import Window
from desktop_client.ui.parts.worded import Worded

LONG = "A sentence that goes on for longer than one line of the window. " * 6


def body(theme: Theme, sentences: int) -> tuple[Scrolled, list[Text]]:
    content = QWidget()
    layout = QVBoxLayout(content)
    labels = [Text(theme, LONG, wrap=True) for _ in range(sentences)]
    for label in labels:
        layout.addWidget(label)
    return Scrolled(content), labels


def window_with(qtbot: QtBot, theme: Theme, scrolled: Scrolled) -> Window:
    window = Window(theme)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(scrolled, 1)
    return window


def test_a_window_is_as_high_as_its_words_need(qtbot: QtBot, theme: Theme) -> None:
    scrolled, labels = body(theme, 2)
    window = window_with(qtbot, theme, scrolled)
    window.fit(480)
    window.show()
    assert window.width() == 480
    assert scrolled.verticalScrollBar().maximum() == 0
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_it_is_never_larger_than_the_screen_and_scrolls_then(qtbot: QtBot, theme: Theme) -> None:
    scrolled, labels = body(theme, 40)
    window = window_with(qtbot, theme, scrolled)
    window.fit(4000)
    window.show()
    room = window.room()
    assert (window.width(), window.height()) == (room.width(), room.height())
    assert scrolled.verticalScrollBar().maximum() > 0
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_escape_closes_it(qtbot: QtBot, theme: Theme) -> None:
    window = window_with(qtbot, theme, body(theme, 1)[0])
    window.show()
    qtbot.keyClick(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_opening_brings_a_minimized_window_back(qtbot: QtBot, theme: Theme) -> None:
    window = window_with(qtbot, theme, body(theme, 1)[0])
    window.showMinimized()
    window.open()
    assert not window.isMinimized()


def test_words_are_set_anew_when_the_language_changes(qtbot: QtBot) -> None:
    class Greeting(Worded):
        times = 0

        def retranslate(self) -> None:
            self.times += 1

    greeting = Greeting()
    qtbot.addWidget(greeting)
    QApplication.sendEvent(greeting, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(greeting, QEvent(QEvent.Type.FontChange))
    assert greeting.times == 1


def test_the_sheet_has_every_colour_and_length_filled_in() -> None:
    theme = Theme(size=20)
    sheet = style_sheet(tokens(dark=True), theme.px)
    assert "$" not in sheet
    assert "border-radius: 12px" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_text_in_a_field_begins_after_its_icon_in_every_size(qtbot: QtBot, qapp: QApplication) -> None:
    for size in (10, 20):
        theme = Theme(size=size)
        theme.apply(qapp)
        field = IconField(theme, "phone")
        qtbot.addWidget(field)
        assert field.textMargins().left() == theme.px(24)


def test_a_label_with_a_title_keeps_it_in_every_appearance(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    label: QLabel = Text(theme, "Title", "title")
    qtbot.addWidget(label)
    before = label.font().pointSizeF()
    theme.change(qapp, dark=True)
    assert label.font().pointSizeF() == before
