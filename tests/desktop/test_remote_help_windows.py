"""Remote help under a real window manager and real keys: what is on top, what takes the keyboard, what lets the mouse through."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import mss
import pytest
from PySide6.QtGui import QImage

from desktop_client.system.programs.x11 import Message, XServer
from development.virtual_screen import TWO_MONITORS, VirtualScreen, end, wait_for

pytestmark = pytest.mark.screen

PROGRAM = Path(__file__).parent / "programs" / "remote_help_windows.py"
UNDER = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
class Under(QPlainTextEdit):
    def mousePressEvent(self, event):
        print("clicked", flush=True)
        super().mousePressEvent(event)
app = QApplication(["under"])
window = Under()
window.setWindowTitle("Under")
window.textChanged.connect(lambda: print("typed " + window.toPlainText().replace(chr(10), "|"), flush=True))
window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
window.setGeometry(app.screens()[-1].geometry())
window.showFullScreen() if "full" in sys.argv else window.show()
sys.exit(app.exec())
"""
RED = (0xB3, 0x26, 0x1E)


class Program:
    """A program whose lines the test reads as they come."""

    def __init__(self, screen: VirtualScreen, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *words],
            env=screen.environment(PYTHONPATH=str(Path.cwd())),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line.strip())

    def line(self) -> str:
        return self._lines.get(timeout=20)

    def quiet(self) -> bool:
        return self._lines.empty()

    def ended(self) -> int:
        return self._process.wait(20)

    def close(self) -> None:
        end(self._process)  # type: ignore[arg-type] # text or bytes is all the same to its end


class Helped(Program):
    """The windows of remote help."""

    def __init__(self, screen: VirtualScreen) -> None:
        super().__init__(screen, str(PROGRAM))

    def show(self, word: str) -> list[list[str]]:
        """Shows a state; gives what was heard until it stood."""
        assert self._process.stdin
        self._process.stdin.write(f"{word}\n")
        heard = []
        while (told := self.told()) != ["did", word]:
            heard.append(told)
        return heard

    def told(self) -> list[str]:
        found: list[str] = json.loads(self.line())
        return found


@pytest.fixture
def helped(screen: VirtualScreen) -> Iterator[Helped]:
    program = Helped(screen)
    yield program
    program.close()


@pytest.fixture
def helped_on_two(two_screens: VirtualScreen) -> Iterator[Helped]:
    program = Helped(two_screens)
    yield program
    program.close()


@pytest.fixture
def under(screen: VirtualScreen) -> Iterator[Program]:
    program = under_on(screen)
    yield program
    program.close()


def under_on(screen: VirtualScreen, *words: str) -> Program:
    program = Program(screen, "-c", UNDER, *words)
    screen.wait_for_window("^Under$")
    screen.xdotool("search", "--sync", "--onlyvisible", "--name", "^Under$", "windowactivate", "--sync")
    return program


def ask_to_close(screen: VirtualScreen, window: int) -> None:
    """As a window manager does for a click on the cross."""
    with XServer(screen.display) as server:
        server.send(window, Message(server.atom("WM_PROTOCOLS"), (server.atom("WM_DELETE_WINDOW"), 0, 0, 0, 0)))


def focused(screen: VirtualScreen) -> str:
    return screen.xdotool("getactivewindow", "getwindowname")


def colour(screen: VirtualScreen, x: int, y: int) -> tuple[int, int, int]:
    with mss.MSS(display=screen.display) as camera:
        shot = camera.grab({"left": x, "top": y, "width": 1, "height": 1})
    return QImage(shot.bgra, 1, 1, 4, QImage.Format.Format_RGB32).pixelColor(0, 0).getRgb()[:3]


def test_a_request_comes_to_the_front_and_what_was_being_typed_answers_nothing(
    screen: VirtualScreen, under: Program, helped: Helped
) -> None:
    screen.xdotool("type", "a")
    assert under.line() == "typed a"
    helped.show("asked")
    wait_for(lambda: focused(screen).startswith("Budi") or None, "the request in front")
    # As one goes on typing, with the spaces and lines of a sentence.
    screen.xdotool("key", "b", "space", "Return", "space")
    screen.xdotool("sleep", "1")
    for key in ("Return", "Escape", "Return"):
        screen.xdotool("key", key)
    assert helped.quiet()
    assert focused(screen).startswith("Budi")
    # From Decline to Share, where Enter is still no consent, and Space is.
    screen.xdotool("key", "Tab", "Return", "space")
    assert helped.told() == ["answer", "s1", "consent", "anydesk"]


def test_the_key_stops_from_within_another_program(screen: VirtualScreen, under: Program, helped: Helped) -> None:
    helped.show("running")
    assert focused(screen) == "Under", "the bar takes no keyboard"
    screen.xdotool("key", "ctrl+alt+s")
    assert helped.told() == ["stop"]
    screen.xdotool("key", "Caps_Lock", "ctrl+alt+s", "Caps_Lock")
    assert helped.told() == ["stop"]
    screen.xdotool("type", "x")
    assert under.line() == "typed x"
    helped.show("over")
    screen.xdotool("key", "ctrl+alt+s")
    screen.xdotool("type", "y")
    assert under.line() == "typed xy"
    assert helped.quiet()
    assert focused(screen) == "Under", "the receipt takes no keyboard either"


def test_the_border_frames_the_screen_and_lets_a_click_through(screen: VirtualScreen, under: Program, helped: Helped) -> None:
    assert colour(screen, 1, 400) != RED
    helped.show("running")
    wait_for(lambda: colour(screen, 1, 400) == RED or None, "the border")
    assert colour(screen, 4, 400) == (255, 255, 255)
    assert [colour(screen, x, y) for x, y in ((640, 0), (640, 799), (1279, 400))] == [RED] * 3
    screen.click(2, 400)
    assert under.line() == "clicked"
    screen.click(640, 400)
    assert under.line() == "clicked"
    assert helped.quiet()


def test_a_full_screen_window_that_comes_later_does_not_cover_the_bar(screen: VirtualScreen, helped: Helped) -> None:
    helped.show("running")
    program = under_on(screen, "full")
    try:
        wait_for(lambda: colour(screen, 1, 400) == RED or None, "the border above it")
        bar = next(iter(screen.windows("sees this screen")))
        where = dict(line.split("=") for line in screen.xdotool("getwindowgeometry", "--shell", str(bar)).split())
        screen.click(int(where["X"]) + int(where["WIDTH"]) - 40, int(where["Y"]) + int(where["HEIGHT"]) // 2)
        assert helped.told() == ["stop"]
    finally:
        program.close()


def test_a_bar_is_dragged_and_stays_on_the_screen(screen: VirtualScreen, helped: Helped) -> None:
    helped.show("running")
    bar = screen.wait_for_window("sees this screen")

    def place() -> tuple[int, int]:
        where = dict(line.split("=") for line in screen.xdotool("getwindowgeometry", "--shell", str(bar)).split())
        return int(where["X"]), int(where["Y"])

    left, top = place()
    screen.xdotool("mousemove", "--sync", str(left + 20), str(top + 20), "mousedown", "1")
    screen.xdotool("mousemove", "--sync", str(left + 100), str(top + 300), "mousemove", "--sync", "640", "795", "mouseup", "1")
    wait_for(lambda: 600 < place()[1] <= 800 - 52 or None, "the bar below, and whole")
    # It stays where it was put while the clock runs.
    helped.show("running")
    assert place()[1] > 600
    assert helped.quiet()


def test_every_monitor_has_a_bar_and_a_border(two_screens: VirtualScreen, helped_on_two: Helped) -> None:
    heard = helped_on_two.show("running")
    assert ["viewed", "Budi Santoso"] in heard
    bars = wait_for(lambda: found if len(found := two_screens.windows("sees this screen")) == 2 else None, "two bars")
    lefts = sorted(int(two_screens.xdotool("getwindowgeometry", "--shell", str(bar)).split("X=")[1].split()[0]) for bar in bars)
    assert lefts[0] < TWO_MONITORS[0].width <= lefts[1]
    for monitor in TWO_MONITORS:
        wait_for(lambda x=monitor.x: colour(two_screens, x + 1, 400) == RED or None, f"the border of {monitor.name}")
        assert colour(two_screens, monitor.x + monitor.width - 1, 400) == RED
    # One of them goes, as when a cable is pulled.
    two_screens.run("xrandr", "--delmonitor", TWO_MONITORS[1].name)
    wait_for(lambda: len(two_screens.windows("sees this screen")) == 1 or None, "one bar")
    assert helped_on_two.show("over")[-1] == ["viewed", ""]
    wait_for(lambda: not two_screens.windows("sees this screen") or None, "no bar")


def test_who_closes_the_request_declines(screen: VirtualScreen, helped: Helped) -> None:
    helped.show("asked")
    asked = screen.wait_for_window("would like to see your screen")
    # A cross can be clicked once the window manager has the window.
    wait_for(lambda: "would like to see your screen" in focused(screen) or None, "the window in front")
    ask_to_close(screen, asked)
    assert helped.told() == ["answer", "s1", "decline", ""]


def test_nothing_from_outside_closes_a_bar_and_the_end_of_the_program_is_not_held_up(screen: VirtualScreen, helped: Helped) -> None:
    helped.show("running")
    bar = screen.wait_for_window("sees this screen")
    ask_to_close(screen, bar)
    helped.show("running")
    assert screen.windows("sees this screen") == [bar]
    helped.show("leave")
    assert helped.ended() == 0


def test_a_warning_is_on_top_and_takes_no_keyboard(screen: VirtualScreen, under: Program, helped: Helped) -> None:
    helped.show("warn")
    wait_for(lambda: next(iter(screen.windows("^Sigap$")), None), "the warning")
    screen.xdotool("type", "z")
    assert under.line() == "typed z"
    assert focused(screen) == "Under"
