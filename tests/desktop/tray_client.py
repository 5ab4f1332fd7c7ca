"""A real tray client on a real screen, enrolled to a real backend, and a person's hand on it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import mss
from PySide6.QtGui import QImage

from development import example_window
from development.running import CLIENT, RunningBackend, call_json
from development.virtual_screen import VirtualScreen, end, wait_for

ACCENT = (0x0B, 0x6E, 0x6E)
"""The one filled button of a window, in the light theme."""


class Box(NamedTuple):
    """A window's place on the screen."""

    x: int
    y: int
    width: int
    height: int


class TrayClient:
    """`sigap` in a profile of its own; ended with the block."""

    def __init__(self, screen: VirtualScreen, backend: RunningBackend, profile: Path, **environment: str) -> None:
        self.screen, self.backend, self.profile = screen, backend, profile
        self._environment = environment
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if not (self.profile / "enrolment.json").exists():
            self.enrol()
        self.start("--quiet")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def enrol(self) -> None:
        call_json(*CLIENT, "--profile", str(self.profile), "--json", "enroll", self.backend.address, "-", typed=self.backend.code())

    def start(self, *words: str, program: tuple[str, ...] = CLIENT) -> None:
        self.process = subprocess.Popen(
            [*program, "--profile", str(self.profile), *words],
            env=self.screen.environment(**self._environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def stop(self) -> str:
        """Ends it as a log-off would; gives what it said on standard error."""
        process, self.process = self.process, None
        if process is None:
            return ""
        process.terminate()
        try:
            _, said = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            end(process)
            raise
        assert process.returncode == 0, (process.returncode, said[-2000:])
        return said.decode("utf-8", "replace")

    def command(self, *words: str) -> int:
        """Another `sigap` on the same profile and screen."""
        done = subprocess.run(
            [*CLIENT, "--profile", str(self.profile), *words],
            env=self.screen.environment(**self._environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.returncode

    # what a person sees

    def box(self, title: str) -> Box:
        """Where the window with this title is, once it is there and has stopped moving."""

        def look() -> Box | None:
            found = self.screen.windows(title)
            if not found:
                return None
            told = dict(line.split("=") for line in self.screen.xdotool("getwindowgeometry", "--shell", str(found[0])).splitlines())
            return Box(int(told["X"]), int(told["Y"]), int(told["WIDTH"]), int(told["HEIGHT"]))

        before = wait_for(look, f"the window {title}")
        while True:
            time.sleep(0.15)
            now = wait_for(look, f"the window {title}")
            if now == before:
                return now
            before = now

    def gone(self, title: str) -> None:
        """Waits until no window has this title and the desktop has settled who gets the keyboard next, as a person's hand does.

        A menu that opens before that is closed again by the focus that leaves.
        """
        wait_for(lambda: not self.screen.windows(title) or None, f"the end of the window {title}")
        before = ""
        while (now := self.screen.run("xprop", "-root", "_NET_ACTIVE_WINDOW")) != before:
            before = now
            time.sleep(0.3)

    def still(self, title: str) -> None:
        """Waits until what the window with this title shows stands still, as somebody who reads it does."""
        box = self.box(title)
        before = grab(self.screen, box)
        while True:
            time.sleep(0.3)
            now = grab(self.screen, box)
            if now == before:
                return
            before = now

    def report_window(self) -> Box:
        """Where the report window is; a question about a kept draft, under the same title, is smaller."""

        def look() -> Box | None:
            box = self.box("^Report a problem")
            return box if box.width > 600 else None

        return wait_for(look, "the report window")

    def click_filled_button(self, box: Box) -> None:
        """Clicks the middle of the filled button inside the box."""

        def look() -> tuple[int, int] | None:
            picture = grab(self.screen, box)
            rows = [y for y in range(box.height) if sum(_is_accent(picture, x, y) for x in range(0, box.width, 4)) > 12]
            if not rows:
                return None
            y = rows[len(rows) // 2]
            columns = [x for x in range(box.width) if _is_accent(picture, x, y)]
            return box.x + (columns[0] + columns[-1]) // 2, box.y + y

        self.screen.click(*wait_for(look, "a filled button"))

    def type(self, words: str) -> None:
        self.screen.xdotool("type", "--delay", "4", words)

    def key(self, *keys: str) -> None:
        self.screen.xdotool("key", *keys)

    def click_tray(self, button: int = 1) -> None:
        icon = self.screen.wait_for_tray_icon()
        self.screen.click(icon.x + icon.width // 2, icon.y + icon.height // 2, button)

    def choose(self, *keys: str) -> None:
        """Opens the icon's menu, and chooses the entry to which the keys lead."""
        icon = self.screen.wait_for_tray_icon()
        above = Box(icon.x - 120, icon.y - 60, 100, 50)
        ground = grab(self.screen, above)
        self.click_tray(button=3)
        wait_for(lambda: grab(self.screen, above) != ground or None, "the menu")
        self.key(*keys, "Return")

    # what the help desk sees

    def tickets(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.backend.command("tickets")["tickets"]
        return found

    def arrived(self, subject: str) -> dict[str, Any]:
        """Waits until a ticket with this subject is in the backend; the ticket, whole."""
        found = wait_for(lambda: next((t for t in self.tickets() if t["subject"] == subject), None), f"the ticket {subject}", 30)
        return self.show(found["number"])

    def show(self, number: str, *words: str) -> dict[str, Any]:
        ticket: dict[str, Any] = self.backend.command("show", number, *words)
        return ticket


def grab(screen: VirtualScreen, box: Box) -> QImage:
    """The screen's pixels inside the box, as they are now."""
    with mss.MSS(display=screen.display) as pictures:
        shot = pictures.grab((box.x, box.y, box.x + box.width, box.y + box.height))
        return QImage(bytes(shot.bgra), shot.width, shot.height, QImage.Format.Format_RGB32).copy()


def show_problem(screen: VirtualScreen) -> Box:
    """A window of somebody's program, painted; its place."""
    screen.start(sys.executable, "-m", example_window.__name__)
    screen.wait_for_window(example_window.TITLE)
    whole = Box(0, 0, screen.width, screen.height)

    def painted() -> Box | None:
        picture = grab(screen, whole)
        red = [
            (x, y)
            for x in range(0, whole.width, 8)
            for y in range(0, whole.height, 8)
            if picture.pixelColor(x, y).getRgb()[:3] == example_window.RED
        ]
        return Box(*red[0], 8, 8) if red else None

    return wait_for(painted, "the window with a problem")


def _is_accent(picture: QImage, x: int, y: int) -> bool:
    colour = picture.pixelColor(x, y)
    return (colour.red(), colour.green(), colour.blue()) == ACCENT


def without_bus() -> dict[str, str]:
    """No desktop services: as on a bare window manager."""
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={os.devnull}"}
