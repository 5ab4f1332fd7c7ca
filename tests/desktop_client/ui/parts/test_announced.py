"""What is said to a screen reader."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_client.ui.parts.announced import announce


def test_words_are_announced_and_nothing_is_not(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, object]] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append((event.message(), event.object())))
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "5 answers")
    announce(widget, "")
    assert said == [("5 answers", widget)]


def test_it_does_no_harm_where_nobody_listens(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "5 answers")
