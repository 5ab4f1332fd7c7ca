"""Real windows on a real screen: who answers when asked, who never said that they would, and closing politely."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.programs.process_state import STOPPED, read_state, same, state_in
from desktop_client.system.programs.protected_programs import is_protected
from desktop_client.system.programs.windowless import states_without_windows
from desktop_client.system.programs.windows_hung import hung_processes
from desktop_client.system.programs.windows_of_person import Window, ask_to_close, read_windows, silent_windows, titles_of
from development.virtual_screen import VirtualScreen, wait_for

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(sys.argv)
label = QLabel("x")
label.setWindowTitle(sys.argv[1])
label.show()
application.exec()
"""


@pytest.fixture
def program(bare_screen: VirtualScreen) -> Iterator["subprocess.Popen[bytes]"]:
    process = bare_screen.start(sys.executable, "-c", WINDOW, "Laporan — 東京")
    bare_screen.wait_for_window("Laporan")
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)


def windows_of(process: "subprocess.Popen[bytes]") -> list[Window]:
    windows = read_windows()
    assert not isinstance(windows, NotKnown)
    return [window for window in windows if window.pid == process.pid]


@pytest.mark.screen
def test_answers_is_silent_and_closes(program: "subprocess.Popen[bytes]") -> None:
    (window,) = windows_of(program)
    assert window.asks
    assert titles_of(program.pid) == ("Laporan — 東京",)
    assert silent_windows([window], 5.0) == frozenset()
    program.send_signal(signal.SIGSTOP)
    wait_for(lambda: ((state := read_state(program.pid)) is not None and state.state == STOPPED) or None, "stopped")
    assert silent_windows([window], 0.3) == {window.number}
    assert silent_windows([Window(window.number, window.pid, "", asks=False)], 0.3) == frozenset()
    assert any(state.pid == program.pid for state in states_without_windows())
    program.send_signal(signal.SIGCONT)
    assert silent_windows([window], 5.0) == frozenset()
    assert ask_to_close([window.number])
    program.wait(10)
    # A window that is gone never answers, and is no error.
    assert silent_windows([window], 0.2) == {window.number}
    assert titles_of(program.pid) == ()


@pytest.mark.screen
def test_without_a_window_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().decode().strip()}")
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        with subprocess.Popen([sys.executable, "-c", WINDOW, "Sendiri"]) as program:
            (window,) = wait_for(lambda: [window for window in windows_of(program) if window.asks] or None, "its window")
            assert silent_windows([window], 5.0) == frozenset()
            program.terminate()
        server.terminate()


def test_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_windows() == NotKnown(Why.UNSUPPORTED)
    assert titles_of(1) == ()
    monkeypatch.setenv("DISPLAY", ":9999")
    assert read_windows() == NotKnown(Why.ABSENT)
    assert ask_to_close([1]) is False
    assert silent_windows([], 1.0) == frozenset()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert read_windows() == NotKnown(Why.UNSUPPORTED)


def test_states_of_processes() -> None:
    own = read_state(os.getpid())
    assert own is not None
    assert (own.user, own.state, own.parent) == (os.getuid(), "R", os.getppid())
    assert same(own, read_state(os.getpid()))
    assert not same(own, None)
    assert read_state(0) is None
    assert read_state(2**22 + 1) is None


def test_a_number_that_another_process_has_by_now_is_another() -> None:
    line = b"7 (toko) T 3 7 7 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1 0 %d 1000000 25"
    first, second = state_in(line % 100, 7, 0, 100), state_in(line % 200, 7, 0, 100)
    assert first is not None
    assert (first.state, first.busy_s, first.started) == ("T", 2.0, 1.0)
    assert not same(first, second)
    for cut in range(40):
        assert state_in((line % 100)[:cut], 7, 0, 100) is None


def test_what_only_other_systems_have() -> None:
    assert hung_processes() == frozenset()


@pytest.mark.parametrize("name", ["gnome-shell", "dpkg", "explorer.exe", "MsMpEng.exe", "sigap", "unattended-upgr", "Finder"])
def test_what_is_never_ended(name: str) -> None:
    assert is_protected(name)


@pytest.mark.parametrize("name", ["firefox", "soffice.bin", "xterm", "", "sigap-test"])
def test_what_may_be_ended(name: str) -> None:
    assert not is_protected(name)


def test_nothing_is_read_of_a_program_that_draws_nothing(tmp_path: Path) -> None:
    assert states_without_windows(tmp_path) == ()
