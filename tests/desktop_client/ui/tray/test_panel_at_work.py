"""The panel, or the window that stands for it: which of them, when it hides, and what follows when a tray comes."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from desktop_client.screens.panel import PanelView
from desktop_client.ui.examples.panel import actions
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.panel_at_work import PanelAtWork


class Trays:
    """A tray that is there or not."""

    def __init__(self, *, there: bool) -> None:
        self.there = there

    def shown(self) -> bool:
        return self.there

    def geometry(self) -> QRect:
        return QRect()


@pytest.mark.parametrize("there", [True, False])
def test_hides_beside_a_tray_and_stays_as_a_window(theme: Theme, qtbot: QtBot, there: bool) -> None:  # noqa: FBT001 - a parameter of the test
    tray, told = Trays(there=there), list[str]()
    work = PanelAtWork(theme, lambda: tray, actions(), lambda: told.append("fill"), lambda: told.append("closed"))  # type: ignore[arg-type, return-value]
    work.show_view(PanelView(name="Ayu", computer="c"))
    assert work.panel is None
    work.open()
    panel = work.panel
    assert panel is not None
    qtbot.addWidget(panel)
    assert (told, panel.windowType() is Qt.WindowType.Window) == (["fill"], not there)
    work.hide()
    assert panel.isVisible() != there
    work.close()
    qtbot.waitUntil(lambda: told == (["fill"] if there else ["fill", "closed"]))


def test_a_tray_that_comes_gets_a_panel_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    tray, told = Trays(there=False), list[str]()
    work = PanelAtWork(theme, lambda: tray, actions(), lambda: told.append("fill"), lambda: told.append("closed"))  # type: ignore[arg-type, return-value]
    work.open()
    tray.there = True
    work.tray_appeared()
    assert work.panel is None
    work.toggle(QRect())
    assert work.panel is not None
    qtbot.addWidget(work.panel)
    assert (work.panel.windowType(), told) == (Qt.WindowType.Tool, ["fill", "fill"])


def test_words_of_before_are_gone_when_it_is_opened_again(theme: Theme, qtbot: QtBot) -> None:
    tray = Trays(there=True)
    work = PanelAtWork(theme, lambda: tray, actions(), lambda: None, lambda: None)  # type: ignore[arg-type, return-value]
    work.open()
    panel = work.panel
    assert panel is not None
    qtbot.addWidget(panel)
    qtbot.keyClicks(panel.finder.field, "vpn")
    high = panel.height()
    work.hide()
    work.open()
    assert (panel.finder.field.text(), panel.finder.searching()) == ("", False)
    assert panel.height() != high
