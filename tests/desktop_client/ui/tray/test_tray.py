"""The icon in a tray that comes late, its menu and its words. The real tray of a desktop is clicked in tests/desktop."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_client.screens.tray import Entry, tray_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.tray import Tray, TrayActions
from desktop_client.ui.words import use_language
from development.virtual_screen import VirtualScreen
from tests.desktop.session_bus import WATCHER, Desktop, Icon

PROGRAM = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_client.screens.tray import tray_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.tray import Tray, TrayActions
from desktop_client.ui.words import use_language

def say(word):
    return lambda *values: print(json.dumps([word, *[list(value.getRect()) for value in values]]), flush=True)

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
use_language("en")
tray = Tray(Theme(), TrayActions(report=say("report"), open_panel=say("panel"), find_help=say("help"), open_home=say("home"),
                                 open_tickets=say("tickets"), open_computer=say("computer"),
                                 open_settings=say("settings"), quit=app.quit), appeared=say("appeared"))
tray.show_view(tray_view(unread=2))
print(json.dumps(["there" if tray.start() else "no tray"]), flush=True)
QTimer.singleShot(60_000, lambda: app.exit(3))
sys.exit(app.exec())
"""


def actions(done: list[str]) -> TrayActions:
    return TrayActions(
        report=lambda: done.append("report"),
        open_panel=lambda _icon: done.append("panel"),
        find_help=lambda: done.append("help"),
        open_home=lambda: done.append("home"),
        open_tickets=lambda: done.append("tickets"),
        open_computer=lambda: done.append("computer"),
        open_settings=lambda: done.append("settings"),
        quit=lambda: done.append("quit"),
        stop_help=lambda: done.append("stop"),
    )


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[tuple[Tray, list[str]]]:
    use_language("en")
    done: list[str] = []
    made = Tray(Theme(), actions(done))
    yield made, done
    made.close()
    use_language("en")


def entries(tray: Tray) -> dict[str, str]:
    menu: QMenu = tray.menu
    return {action.objectName(): action.text() for action in menu.actions() if not action.isSeparator()}


def test_menu_in_order_with_report_as_default(tray: tuple[Tray, list[str]]) -> None:
    made, done = tray
    assert list(entries(made)) == [f"tray_{entry}" for entry in Entry if entry is not Entry.STOP_HELP]
    assert made.menu.defaultAction().objectName() == "tray_report"
    for action in made.menu.actions():
        action.trigger()
    assert done == ["report", "help", "home", "tickets", "computer", "settings", "quit"]


def test_accelerators_are_there_once_in_each_language(tray: tuple[Tray, list[str]]) -> None:
    made, _done = tray
    for language in ("en", "id"):
        use_language(language)
        QApplication.processEvents()
        letters = [text[text.index("&") + 1].lower() for text in entries(made).values()]
        assert len(set(letters)) == len(letters), language


def test_while_somebody_sees_the_screen_the_menu_begins_with_stop(tray: tuple[Tray, list[str]]) -> None:
    made, done = tray
    made.show_view(tray_view(viewer="Budi", unread=1))
    assert next(iter(entries(made))) == "tray_stop-help"
    assert made.menu.defaultAction().objectName() == "tray_report"
    test_accelerators_are_there_once_in_each_language(tray)
    use_language("en")
    made.menu.actions()[0].trigger()
    assert done == ["stop"]
    assert [made._tooltip(line) for line in tray_view(viewer="Budi\n").tooltip] == ["Budi\ufffd sees your screen"]
    made.show_view(tray_view(unread=1))
    assert next(iter(entries(made))) == "tray_report"


def test_words_follow_state_and_language(tray: tuple[Tray, list[str]]) -> None:
    made, _done = tray
    made.show_view(tray_view(unread=2))
    assert entries(made)["tray_tickets"] == "&My tickets\t2 unread"
    use_language("id")
    QApplication.processEvents()
    assert entries(made)["tray_tickets"] == "&Tiket saya\t2 belum dibaca"
    made.show_view(tray_view())
    assert entries(made)["tray_tickets"] == "&Tiket saya"


def test_tooltip_says_what_is_new_and_what_waits(tray: tuple[Tray, list[str]]) -> None:
    made, _done = tray
    soon = datetime.now(UTC) + timedelta(minutes=5, seconds=10)
    lines = [made._tooltip(line) for line in tray_view(unread=1, waiting=2, refused=1, next_try=soon).tooltip]
    assert lines == ["1 unread message", "Waiting to send: 2. Next try in 5 minutes.", "Needs your attention: 1"]
    assert [made._tooltip(line) for line in tray_view().tooltip] == ["Sigap: nothing new"]


def test_without_a_tray_there_is_no_icon_and_no_place(tray: tuple[Tray, list[str]]) -> None:
    made, _done = tray
    assert made.start() is False
    assert made.shown() is False
    assert made.geometry().isEmpty()


@pytest.mark.screen
def test_icon_comes_when_a_tray_does(bare_screen: VirtualScreen, bus_address: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True, env=environment) as program:
        assert program.stdout
        try:
            assert json.loads(program.stdout.readline()) == ["no tray"]
            desktop = Desktop(bus_address)
            desktop.start(WATCHER)
            assert json.loads(program.stdout.readline()) == ["appeared"]
            icon = Icon(bus_address, desktop.items[0])
            icon.activate()
            assert json.loads(program.stdout.readline()) == ["panel", [0, 0, 0, 0]]
            assert [words.replace("_", "").split("\t")[0] for words in icon.menu()] == [
                "Report a problem",
                "Find help",
                "Open Sigap",
                "My tickets",
                "This computer",
                "Settings",
                "Quit Sigap",
            ]
            icon.choose("Report a problem")
            assert json.loads(program.stdout.readline()) == ["report"]
            assert len(icon.property("IconPixmap")) >= 5
            icon.choose("Quit Sigap")
            icon.close()
            assert program.wait(20) == 0
            desktop.stop()
        finally:
            program.kill()
