"""The panel's middle: only what there is, in its order."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.screens.panel import PanelView
from desktop_client.ui.examples.panel import refused, tickets, waiting
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import box
from desktop_client.ui.tray.panel_middle import MiddleActions, PanelMiddle
from tests.desktop_client.ui.asked import Asked

EMPTY = PanelView(name="Ayu", computer="c")
FULL = PanelView(name="Ayu", computer="c", enrolled=False, known=True, refused=refused(), waiting=waiting(), tickets=tickets())


@pytest.mark.parametrize(
    ("view", "titles"),
    [
        (EMPTY, ["No reports yet"]),
        (FULL, ["This computer isn't registered yet.", "Needs your attention: 1", "Waiting to send: 1", "My tickets"]),
    ],
)
def test_parts_stand_in_their_order(theme: Theme, qtbot: QtBot, view: PanelView, titles: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    PanelMiddle(theme, Asked().actions(MiddleActions)).fill(box(theme, window), view)
    window.show()
    said = [label.text() for label in window.findChildren(QLabel)]
    assert [text for text in said if text in titles] == titles
