"""The program in front on a real X screen, and where it can't be known."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from desktop_client.system.machine.displays import Displays, percent_in_resources, read_displays
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.programs.front_program import (
    FrontProgram,
    class_name,
    front_program,
    name_in_lsappinfo,
    process_name,
    read_front_program,
)
from desktop_client.system.programs.x11 import XServer
from development.virtual_screen import VirtualScreen

HANG_GUARD_S = 30
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
program = QApplication([sys.argv[1]])
label = QLabel("window")
label.setWindowTitle("planted-in-a-title")
label.show()
sys.exit(program.exec())
"""


@pytest.fixture
def shown(bare_screen: VirtualScreen) -> Iterator[VirtualScreen]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": bare_screen.display}
    with subprocess.Popen([sys.executable, "-c", WINDOW, "kasir"], env=environment) as window:
        yield bare_screen
        window.send_signal(signal.SIGKILL)


@pytest.mark.screen
def test_the_program_whose_window_is_in_front(shown: VirtualScreen) -> None:
    until = time.monotonic() + HANG_GUARD_S
    while (found := front_program()) is None and time.monotonic() < until:
        time.sleep(0.05)
    assert found is not None
    assert found.name == "kasir"
    assert "planted" not in repr(found)
    assert shown.display


@pytest.mark.screen
def test_an_empty_screen_has_none_in_front(bare_screen: VirtualScreen) -> None:
    assert read_front_program() == NotKnown(Why.ABSENT)
    assert bare_screen.display


@pytest.mark.screen
def test_screens_of_this_session(two_screens: VirtualScreen) -> None:
    found = read_displays()
    assert isinstance(found, Displays)
    assert [(one.width, one.height, one.left, one.top) for one in found.displays] == [
        (monitor.width, monitor.height, monitor.x, monitor.y) for monitor in two_screens.monitors
    ]


@pytest.mark.screen
def test_questions_about_what_is_not_there_have_no_answer(bare_screen: VirtualScreen) -> None:
    with XServer(bare_screen.display) as server:
        assert server.atom("NOBODY_EVER_USED_THIS") == 0
        assert server.property(server.root, "NOBODY_EVER_USED_THIS") == b""
        assert server.property(0x7FFFFFF, "WM_CLASS") == b""


def test_wayland_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert read_front_program() == NotKnown(Why.UNSUPPORTED)
    assert front_program() is None
    monkeypatch.delenv("DISPLAY")
    assert read_displays() == NotKnown(Why.UNSUPPORTED)


def test_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_front_program() == NotKnown(Why.ABSENT)
    assert read_displays() == NotKnown(Why.ABSENT)
    monkeypatch.setenv("DISPLAY", ":7777")
    assert read_front_program() == NotKnown(Why.ABSENT)
    assert read_displays() == NotKnown(Why.ABSENT)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b"xterm\0XTerm\0", "XTerm"),
        (b"xterm\0", "xterm"),
        (b"a:b\\c\0\xf0\x9f\x93\xa0\n\xff\0", "📠\n�"),
        (b"\0\0", ""),
        (b"x\0 \0", "x"),
        (b"", ""),
    ],
)
def test_class_of_a_window(value: bytes, name: str) -> None:
    assert class_name(value) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b'"CFBundleIdentifier"="com.microsoft.VSCode"\n"LSDisplayName"="Code"\n', "Code"),
        (b'"CFBundleIdentifier"="com.microsoft.VSCode"\n', "com.microsoft.VSCode"),
        (b'"CFBundleIdentifier"=[ NULL ]\n"LSDisplayName"=[ NULL ]\n', ""),
        (b'"LSDisplayName"="cut', ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_macos_answer(text: bytes, name: str) -> None:
    assert name_in_lsappinfo(text) == name


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        (b"Xft.dpi:\t192\n", 200),
        (b"a: b\nXft.dpi: 96\n", 100),
        (b"Xft.dpi: x", None),
        (b"XXft.dpi: 96", None),
        (b"", None),
        (b"\xff", None),
    ],
)
def test_text_scale(text: bytes, percent: int | None) -> None:
    assert percent_in_resources(text) == percent


def test_names_of_processes() -> None:
    assert process_name(os.getpid())
    assert process_name(0) == process_name(-1) == process_name(2**31) == ""


def test_the_value_is_plain() -> None:
    assert FrontProgram("XTerm") == FrontProgram("XTerm", "")
