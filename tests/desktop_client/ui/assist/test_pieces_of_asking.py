"""What the request is made of: the portrait, the two words, the choice of a tool."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QWidget

from desktop_client.screens.desk import Desk
from desktop_client.ui.assist.technician_card import MOST_PIXELS, Portrait, TechnicianCard, picture_of
from desktop_client.ui.assist.tool_choice import ToolChoice
from desktop_client.ui.assist.two_words import TwoWords
from desktop_client.ui.examples.assist import ANYDESK, QUICK_ASSIST, TEAMVIEWER, asker, face
from desktop_client.ui.gallery import settle, taken_down
from desktop_client.ui.look.theme import Theme


def png(width: int, height: int, colour: str) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def texts(widget: QWidget) -> list[str]:
    settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_portrait_is_round_and_the_initials_stand_in(qapp: QApplication, theme: Theme) -> None:
    portrait = Portrait(theme)
    portrait.resize(portrait.sizeHint())
    portrait.show_asker(asker())
    initials = portrait.grab().toImage()
    portrait.show_asker(asker(picture=png(40, 90, "#FF0000")))
    picture = portrait.grab().toImage()
    assert picture.pixelColor(32, 32).name() == "#ff0000"
    assert picture.pixelColor(1, 1).name() != "#ff0000"
    portrait.show_asker(asker(picture=b"<svg onload=alert(1)>"))
    assert portrait.grab().toImage() == initials


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\0" * 40, b"x" * 10_000])
def test_what_is_no_picture_is_none(qapp: QApplication, data: bytes) -> None:
    assert picture_of(data).isNull()


def test_a_picture_with_endless_pixels_is_not_drawn(qapp: QApplication) -> None:
    assert not picture_of(png(MOST_PIXELS, 1, "#FF0000")).isNull()
    assert picture_of(png(MOST_PIXELS + 1, 1, "#FF0000")).isNull()
    assert not picture_of(face()).isNull()


def test_who_asks_is_said_in_words(theme: Theme) -> None:
    card = TechnicianCard(theme)
    card.show()
    card.show_asker(asker(role="lead"), "INC-1", "Printer")
    assert texts(card) == ["Budi Santoso", "Lead technician, IT Support Jakarta", "INC-1 · Printer"]
    card.show_asker(asker(title="Help desk technician"), "INC-1", "Printer")
    assert texts(card)[1] == "Help desk technician"
    card.show_asker(asker(role="wizard", title=""), "INC-1", "Printer")
    assert texts(card) == ["Budi Santoso", "INC-1 · Printer"]
    taken_down(card)


def test_the_words_come_when_they_are_made(theme: Theme) -> None:
    words = TwoWords(theme)
    words.show()
    words.show_words("Budi", None)
    assert "Making two words…" in texts(words)
    words.show_words("Budi", ("mangga", "sungai"))
    assert "mangga   sungai" in texts(words)
    assert "Making two words…" not in texts(words)
    taken_down(words)


def test_the_first_tool_that_works_is_chosen_and_a_lost_one_left(theme: Theme) -> None:
    choice = ToolChoice(theme, lambda _address: None)
    choice.show()
    choice.show_tools((TEAMVIEWER, ANYDESK, QUICK_ASSIST), "Budi", Desk(), known=True)
    assert choice.chosen() == "anydesk"
    radios = {radio.objectName(): radio for radio in choice.findChildren(QRadioButton)}
    radios["tool_quick-assist"].setChecked(True)
    assert choice.chosen() == "quick-assist"
    gone = replace(QUICK_ASSIST, missing=TEAMVIEWER.missing)
    choice.show_tools((TEAMVIEWER, ANYDESK, gone), "Budi", Desk(), known=True)
    assert choice.chosen() == "anydesk"
    choice.show_tools((ANYDESK,), "Budi", Desk(), known=True)
    settle()
    assert [radio for radio in choice.findChildren(QRadioButton) if radio.isVisible()] == []
    choice.show_tools((), "Budi", Desk(), known=True)
    assert choice.chosen() == ""
    taken_down(choice)
