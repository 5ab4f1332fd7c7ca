"""The panel by mouse and keyboard: what it opens, when it closes, and that it is gone before a picture is taken."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_client.screens.articles import ArticleRow, QuickAnswers
from desktop_client.screens.panel import PanelView
from desktop_client.ui.examples.panel import refused, tickets, waiting
from desktop_client.ui.gallery import LOOKS, dress, settle
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.tray.panel import Panel, PanelActions
from desktop_client.ui.words import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FULL = PanelView(name="Ayu", computer="LT-FIN-0231", known=True)


class Done:
    """What the panel asked for."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []

    def take(self, name: str) -> Callable[..., None]:
        return lambda *values: self.calls.append((name, *values))

    def actions(self) -> PanelActions:
        names = (
            "report",
            "try_now",
            "open_ticket",
            "open_tickets",
            "open_computer",
            "open_settings",
            "register",
            "open_home",
            "closed",
        )
        find = QuickFindActions(ask=self.take("ask"), open=self.take("open"), open_all=self.take("open_all"))
        return PanelActions(**{name: self.take(name) for name in names}, find=find)


def opened(qtbot: QtBot, view: PanelView = FULL, *, as_window: bool = False) -> tuple[Panel, Done]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = dress(app, LOOKS[0])
    done = Done()
    panel = Panel(theme, done.actions(), as_window=as_window)
    qtbot.addWidget(panel)
    panel.show_view(view)
    panel.open_at(QRect(500, 560, 22, 22))
    qtbot.waitUntil(panel.isActiveWindow)
    return panel, done


def click(qtbot: QtBot, panel: QWidget, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_report_has_the_focus_so_that_enter_reports(qtbot: QtBot) -> None:
    panel, done = opened(qtbot)
    assert QApplication.focusWidget().objectName() == "report"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert done.calls == [("report",)]
    assert panel.accessibleName() or panel.windowTitle()


def test_every_button_does_what_it_says(qtbot: QtBot) -> None:
    panel, done = opened(qtbot, replace(FULL, tickets=tickets(), waiting=waiting(), refused=refused(), enrolled=False))
    for name in ("open_home", "report", "register", "open_refused", "try_now", "see_all", "ticket_b", "open_computer", "open_settings"):
        click(qtbot, panel, name)
    assert done.calls == [
        ("open_home",),
        ("report",),
        ("register",),
        ("open_ticket", "z"),
        ("try_now",),
        ("open_tickets",),
        ("open_ticket", "b"),
        ("open_computer",),
        ("open_settings",),
    ]


def test_tab_reaches_everything_from_top_to_bottom(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, tickets=tickets(), waiting=waiting()))
    reached = []
    for _step in range(10):
        reached.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [
        "report",
        "search",
        "try_now",
        "see_all",
        "ticket_a",
        "ticket_b",
        "ticket_c",
        "open_computer",
        "open_settings",
        "open_home",
    ]
    assert panel.isVisible()


def test_says_what_waits_and_why(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, waiting=waiting(), desk=replace(FULL.desk, company="Nusantara Makmur")))
    said = words(panel)
    assert "Waiting to send: 1" in said
    assert "Not connected to Nusantara Makmur yet." in said
    assert "Next try in 4 minutes." in said


def test_unread_is_bold_counted_and_spoken(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, tickets=tickets()))
    row = panel.findChild(QPushButton, "ticket_a")
    assert row.accessibleName() == "INC-000118, Printer on floor 3 not available, Rina Hartono replied, 1 unread"
    subject = next(label for label in row.findChildren(QLabel) if label.text() == "Printer on floor 3 not available")
    other = next(label for label in panel.findChildren(QLabel) if label.text() == "New keyboard")
    assert subject.font().weight() > other.font().weight()


def test_nothing_yet(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, known=False))
    assert "No reports yet" in words(panel)
    assert panel.findChild(QPushButton, "see_all") is None


def test_escape_closes(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_closes_when_another_window_takes_the_focus(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_the_click_that_closed_it_does_not_open_it_again(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not panel.isVisible())
    panel.toggle_at(QRect())
    assert not panel.isVisible()
    panel._closed.invalidate()
    panel.toggle_at(QRect())
    assert panel.isVisible()
    panel.toggle_at(QRect())
    assert not panel.isVisible()


def test_focus_stays_where_it_is_when_something_changes(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, tickets=tickets(), waiting=waiting()))
    panel.findChild(QPushButton, "ticket_b").setFocus(Qt.FocusReason.TabFocusReason)
    panel.show_view(replace(FULL, tickets=tickets()))
    assert QApplication.focusWidget().objectName() == "ticket_b"


def test_is_off_the_screen_before_it_says_so(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot)
    seen: list[bool] = []
    panel.hide_for_capture(lambda: seen.append(panel.isVisible()))
    assert not panel.isVisible()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def test_hidden_already_says_so_too(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot)
    panel.hide()
    seen: list[str] = []
    panel.hide_for_capture(lambda: seen.append("gone"))
    qtbot.waitUntil(lambda: seen == ["gone"])


def test_language_changes_while_it_is_open(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, tickets=tickets()))
    with contextlib.ExitStack() as after:
        after.callback(use_language, "en")
        use_language("id")
        QApplication.processEvents()
        assert panel.findChild(QPushButton, "report").text() == "Laporkan masalah"
        assert "Halo, Ayu" in words(panel)
        assert QApplication.focusWidget().objectName() == "report"


def test_as_a_window_it_stays_and_tells_when_it_is_closed(qtbot: QtBot) -> None:
    panel, done = opened(qtbot, as_window=True)
    assert not panel.windowFlags() & Qt.WindowType.FramelessWindowHint
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert panel.isVisible()
    panel.close()
    assert done.calls == [("closed",)]


def test_a_letter_anywhere_begins_a_search_and_escape_ends_it_before_the_panel(qtbot: QtBot) -> None:
    panel, done = opened(qtbot, replace(FULL, tickets=tickets()))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V)
    qtbot.keyClicks(QApplication.focusWidget(), "pn")
    assert (QApplication.focusWidget(), panel.finder.field.text()) == (panel.finder.field, "vpn")
    assert panel.findChild(QPushButton, "see_all") is None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert panel.findChild(QPushButton, "see_all") is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert [call[0] for call in done.calls] == ["ask"] * 4


def test_answers_move_neither_the_panel_nor_its_field(qtbot: QtBot) -> None:
    panel, _done = opened(qtbot, replace(FULL, tickets=tickets()))
    qtbot.keyClicks(panel.finder.field, "p")
    before = panel.geometry(), panel.finder.field.mapToGlobal(QPoint(0, 0))
    rows = tuple(ArticleRow(id=name, title=f"About {name}") for name in ("one", "two", "three", "four"))
    for count in (0, 4, 1):
        panel.finder.show_answers(QuickAnswers(words="p", rows=rows[:count], count=count))
        settle()
        assert (panel.geometry(), panel.finder.field.mapToGlobal(QPoint(0, 0))) == before
