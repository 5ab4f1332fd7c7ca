"""A screen of its own in memory: Xvfb with a window manager, on request a tray and two monitors. Nothing appears on anybody's display.

The number of the display is the server's own choice (`-displayfd`), so any number of screens run side by side.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

Found = TypeVar("Found")

READY_WITHIN_S = 20.0
ENDED_WITHIN_S = 5.0
NEEDED = ("Xvfb", "openbox", "xrandr", "xprop", "xdotool")


class Monitor(NamedTuple):
    """One monitor's part of the screen, in pixels."""

    name: str
    width: int
    height: int
    x: int
    y: int


class TrayIcon(NamedTuple):
    """Where an icon docked in the tray, in pixels of the screen."""

    window: int
    x: int
    y: int
    width: int
    height: int


TWO_MONITORS = (Monitor("LEFT", 960, 800, 0, 0), Monitor("RIGHT", 720, 800, 960, 0))
"""Side by side on a screen of 1680 × 800; the left one is the first."""


class NoScreenError(Exception):
    """The virtual screen did not come up; the text says what was missing."""


class VirtualScreen:
    """Use as a context manager. Inside, `environment()` is what a program needs to appear there, and `xdotool` is the person's hand."""

    def __init__(self, *, width: int = 1280, height: int = 800, tray: bool = False, monitors: tuple[Monitor, ...] = ()) -> None:
        self.width = max((monitor.x + monitor.width for monitor in monitors), default=width)
        self.height = max((monitor.y + monitor.height for monitor in monitors), default=height)
        self.monitors = monitors
        self.display = ""
        self._tray = tray
        self._running: list[subprocess.Popen[bytes]] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        missing = [name for name in (*NEEDED, *(["trayer"] if self._tray else [])) if shutil.which(name) is None]
        if missing:
            raise NoScreenError(f"A virtual screen needs {', '.join(missing)}: python3 dev.py setup")
        self._folder = tempfile.TemporaryDirectory(prefix="sigap-screen-")
        try:
            self._start_server()
            self._start_window_manager()
            for number, monitor in enumerate(self.monitors):
                shape = f"{monitor.width}/{monitor.width // 4}x{monitor.height}/{monitor.height // 4}+{monitor.x}+{monitor.y}"
                self.run("xrandr", "--setmonitor", f"*{monitor.name}" if number == 0 else monitor.name, shape, self._output(number))
            if self._tray:
                self._start_tray()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends everything that this screen started, the server last."""
        while self._running:
            end(self._running.pop())
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def environment(self, **more: str) -> dict[str, str]:
        """The environment for a program that shall appear on this screen, and on no other."""
        kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "XAUTHORITY"}}
        return {
            **kept,
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "Openbox",
            **more,
        }

    def start(self, *words: str, **more: str) -> subprocess.Popen[bytes]:
        """Starts a program on this screen; it is ended with the screen."""
        program = subprocess.Popen(
            words, env=self.environment(**more), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._running.append(program)
        return program

    def run(self, *words: str, limit_s: float = READY_WITHIN_S) -> str:
        """Runs a program on this screen to its end and gives what it printed. Raises CalledProcessError with its output."""
        done = subprocess.run(
            words, env=self.environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=limit_s, text=True
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, words, done.stdout, done.stderr)
        return done.stdout

    def xdotool(self, *words: str) -> str:
        """One command of xdotool: key, type, mousemove, click, search …"""
        return self.run("xdotool", *words).strip()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Moves the pointer there and clicks."""
        # Where the pointer is already, xdotool would wait in vain for it to move.
        if self.xdotool("getmouselocation").split()[:2] != [f"x:{x}", f"y:{y}"]:
            self.xdotool("mousemove", "--sync", str(x), str(y))
        self.xdotool("click", str(button))

    def windows(self, title: str = ".*") -> list[int]:
        """The visible windows whose title matches, as X ids."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title], env=self.environment(), capture_output=True, check=False, text=True
        )
        return [int(line) for line in done.stdout.split()]

    def wait_for_window(self, title: str, limit_s: float = READY_WITHIN_S) -> int:
        """Waits until a visible window's title matches; gives its id."""
        return wait_for(lambda: next(iter(self.windows(title)), None), f"a window named {title}", limit_s)

    def tray_icons(self) -> list[TrayIcon]:
        """What is docked in the tray, from left to right, once it has its size (a fresh icon is 1 pixel wide for a moment)."""
        panel = next(iter(self.windows("^panel$")), None)
        if panel is None:
            return []
        tree = self.run("xwininfo", "-id", str(panel), "-children")
        icons = []
        for line in re.findall(r"^\s+(0x[0-9a-f]+)", tree, re.MULTILINE):
            told = self.run("xwininfo", "-id", line)
            numbers = {
                key: int(value) for key, value in re.findall(r"(Absolute upper-left X|Absolute upper-left Y|Width|Height):\s+(-?\d+)", told)
            }
            icon = TrayIcon(
                int(line, 16), numbers["Absolute upper-left X"], numbers["Absolute upper-left Y"], numbers["Width"], numbers["Height"]
            )
            if icon.width > 10:
                icons.append(icon)
        return sorted(icons, key=lambda icon: icon.x)

    def wait_for_tray_icon(self, limit_s: float = READY_WITHIN_S) -> TrayIcon:
        """Waits until an icon is docked and has its size."""
        return wait_for(lambda: next(iter(self.tray_icons()), None), "an icon in the tray", limit_s)

    def _start_server(self) -> None:
        reader, writer = os.pipe()
        log = Path(self._folder.name, "xvfb.log") if self._folder else Path(os.devnull)
        with log.open("wb") as written:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self.width}x{self.height}x24", "-nolisten", "tcp", "-noreset"],
                pass_fds=(writer,),
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                start_new_session=True,
            )
        self._running.append(server)
        os.close(writer)
        try:
            os.set_blocking(reader, False)
            number = wait_for(lambda: _line(reader) or (server.poll() is not None and "ended") or None, "Xvfb")
        finally:
            os.close(reader)
        if number == "ended":
            raise NoScreenError(f"Xvfb ended by itself: {log.read_text('utf-8', 'replace').strip()[-500:]}")
        self.display = f":{number}"

    def _start_window_manager(self) -> None:
        self.start("openbox", "--sm-disable", XDG_CONFIG_HOME=self._folder.name if self._folder else "/nonexistent")
        wait_for(lambda: self._is_managed() or None, "openbox")

    def _is_managed(self) -> bool:
        """Whether the window manager has told all about itself. It may sit on its last words until something happens: so something does."""
        self.run("xprop", "-root", "-f", "_SIGAP_LOOKED", "8s", "-set", "_SIGAP_LOOKED", "yes")
        return "=" in self.run("xprop", "-root", "_NET_WORKAREA")

    def _output(self, number: int) -> str:
        """The only output belongs to the first monitor; the others have none."""
        if number:
            return "none"
        found = re.search(r"^(\S+) connected", self.run("xrandr"), re.MULTILINE)
        return found.group(1) if found else "none"

    def _start_tray(self) -> None:
        tray = self.start(
            "trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "32", "--SetDockType", "true",
            "--SetPartialStrut", "false", "--transparent", "false",
        )  # fmt: skip

        def shown() -> bool | None:
            if tray.poll() is not None:
                raise NoScreenError(f"trayer ended by itself with {tray.returncode}")
            return bool(self.windows("^panel$")) or None

        wait_for(shown, "trayer")


def _line(reader: int) -> str | None:
    """The whole line that came through a pipe so far."""
    try:
        return os.read(reader, 64).decode("ascii").strip() or None
    except BlockingIOError:
        return None


def wait_for(look: Callable[[], Found | None], what: str, limit_s: float = READY_WITHIN_S) -> Found:
    """Looks again and again until there is something; TimeoutError names what never came."""
    until = time.monotonic() + limit_s
    while True:
        found = look()
        if found is not None:
            return found
        if time.monotonic() > until:
            raise TimeoutError(f"{what} did not appear within {limit_s:.0f} s")
        time.sleep(0.02)


def end(program: subprocess.Popen[bytes]) -> None:
    """Asks a program to end, then makes it, and closes what was read from it."""
    if program.poll() is None:
        program.terminate()
        try:
            program.wait(ENDED_WITHIN_S)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    for pipe in (program.stdin, program.stdout, program.stderr):
        if pipe:
            pipe.close()
