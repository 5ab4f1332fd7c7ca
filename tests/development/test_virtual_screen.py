import subprocess
import sys
from pathlib import Path

import mss
import pytest

from development.virtual_screen import TWO_MONITORS, NoScreenError, VirtualScreen, end, wait_for
from tests.left_behind import RUN_MARK, left_behind

pytestmark = pytest.mark.screen

TRAY_PROGRAM = """
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon
program = QApplication([])
picture = QPixmap(64, 64)
picture.fill("red")
icon = QSystemTrayIcon(QIcon(picture))
icon.activated.connect(lambda why: print(why.name, flush=True))
icon.show()
window = QLabel("Here")
window.setWindowTitle("A window")
window.show()
program.exec()
"""


def test_a_program_appears_docks_and_is_clicked(screen: VirtualScreen) -> None:
    program = subprocess.Popen([sys.executable, "-c", TRAY_PROGRAM], env=screen.environment(), stdout=subprocess.PIPE)
    try:
        icon = screen.wait_for_tray_icon()
        assert icon.height > 10
        screen.wait_for_window("^A window$")
        screen.click(icon.x + icon.width // 2, icon.y + icon.height // 2)
        assert program.stdout
        assert program.stdout.readline() == b"Trigger\n"
    finally:
        end(program)


def test_two_monitors_are_two_for_who_takes_pictures(two_screens: VirtualScreen) -> None:
    assert two_screens.width == 1680
    with mss.MSS() as pictures:
        seen = [(each["left"], each["top"], each["width"], each["height"]) for each in pictures.monitors[1:]]
    assert seen == [(monitor.x, monitor.y, monitor.width, monitor.height) for monitor in TWO_MONITORS]


def test_a_bare_screen_has_no_tray(bare_screen: VirtualScreen) -> None:
    assert bare_screen.tray_icons() == []


def test_screens_run_side_by_side_and_leave_nothing() -> None:
    with VirtualScreen() as first, VirtualScreen() as second:
        assert first.display != second.display
        sockets = [Path(f"/tmp/.X11-unix/X{each.display[1:]}") for each in (first, second)]  # noqa: S108 - where X servers are found
        assert all(socket.exists() for socket in sockets)
    assert not any(socket.exists() for socket in sockets)


def test_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoScreenError, match=r"Xvfb, openbox.*dev\.py setup"), VirtualScreen():
        pass


def test_waiting_names_what_never_came() -> None:
    with pytest.raises(TimeoutError, match="a miracle did not appear"):
        wait_for(lambda: None, "a miracle", 0.05)


def test_a_process_left_behind_is_found_with_its_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(RUN_MARK, "another-run")
    program = subprocess.Popen([sys.executable, "-c", "import time; print(flush=True); time.sleep(60)"], stdout=subprocess.PIPE)
    try:
        assert program.stdout
        program.stdout.readline()
        assert [(process.pid, test.rsplit("::", 1)[-1]) for process, test in left_behind("another-run")] == [
            (program.pid, "test_a_process_left_behind_is_found_with_its_test")
        ]
    finally:
        end(program)
