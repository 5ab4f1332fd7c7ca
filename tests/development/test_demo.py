"""The demo as a person runs it: as a program of its own, ended by itself or by Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from development.example_window import RED
from development.virtual_screen import VirtualScreen, end

ROOT = Path(__file__).parent.parent.parent
WITHIN_S = 150

pytestmark = [pytest.mark.screen, pytest.mark.slow]


class Running:
    """A running demo; what it says is read line by line."""

    def __init__(self, *words: str, environment: dict[str, str] | None = None) -> None:
        self.lines: list[str] = []
        self._ended = False
        self._said = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "development.demo", *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._said:
                self.lines.append(line.rstrip("\n"))
                self._said.notify_all()
        with self._said:
            self._ended = True
            self._said.notify_all()

    def wait_for(self, pattern: str) -> "re.Match[str]":
        """Waits for a line; a demo that ends without it fails with all that it said."""

        def found() -> "re.Match[str] | None":
            return next((match for line in self.lines if (match := re.search(pattern, line))), None)

        with self._said:
            self._said.wait_for(lambda: found() or self._ended, WITHIN_S)
            match = found()
        assert match, self.lines
        return match

    def stop(self) -> int:
        """Ctrl-C, as a terminal does it: the whole group gets it."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def running() -> Iterator[list[Running]]:
    started: list[Running] = []
    yield started
    for demo in started:
        end(demo.process)  # type: ignore[arg-type]


def gone(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/health", timeout=2)  # noqa: S310 - the demo's own address
    except urllib.error.URLError:
        return True
    return False


def test_without_a_display_a_real_report_arrives_with_its_pictures(running: list[Running]) -> None:
    demo = Running("--once")
    running.append(demo)
    assert demo.process.wait(WITHIN_S) == 0, demo.lines
    number = demo.wait_for(r"^(INC-\d{6}) received: Can't print the invoice$")[1]
    pictures = [Path(line.split("  ")[1]) for line in demo.lines if ".png  image/png" in line]
    assert pictures
    assert pictures[0].parent == ROOT / "build" / "demo" / number
    image = QImage(str(pictures[0]))
    assert (image.width(), image.height()) == (1280, 800)
    shown = {image.pixelColor(x, y).getRgb()[:3] for x in range(0, 1280, 8) for y in range(0, 800, 8)}
    assert RED in shown
    pages = {file.name: QImage(str(file)) for file in pictures[0].parent.glob("*-*.png")}
    assert {(name, page.width()) for name, page in pages.items()} == {
        *(("queue-wide.png", 1280), ("ticket-wide.png", 1280), ("queue-narrow.png", 390), ("ticket-narrow.png", 390)),
        *(("ticket-note-dark-id.png", 1280), ("ticket-picture.png", 1280), ("assist-wide.png", 1280), ("assist-narrow.png", 390)),
    }
    address = demo.wait_for(r"answers at (http://127\.0\.0\.1:\d+)")[1]
    assert gone(address)


def test_ctrl_c_stops_everything_and_leaves_no_folder(running: list[Running]) -> None:
    demo = Running()
    running.append(demo)
    folder = Path(demo.wait_for(r"Ctrl-C stops everything and removes (\S+?)\.?$")[1])
    address = demo.wait_for(r"answers at (http://127\.0\.0\.1:\d+)")[1]
    assert folder.is_dir()
    assert not gone(address)
    assert demo.stop() == 130
    assert not folder.exists()
    assert gone(address)
    assert "Traceback" not in "\n".join(demo.lines)


def test_the_commands_it_tells_work(running: list[Running]) -> None:
    demo = Running()
    running.append(demo)
    demo.wait_for("Ctrl-C stops everything")
    reply = next(line.strip() for line in demo.lines if " reply " in line)
    subprocess.run(reply, shell=True, check=True, cwd=ROOT, capture_output=True)  # noqa: S602 - a person would paste it
    tickets = next(line.strip() for line in demo.lines if "/sigap " in line and line.endswith(" tickets"))
    shown = subprocess.run(tickets, shell=True, check=True, cwd=ROOT, capture_output=True, text=True).stdout  # noqa: S602 - the same
    assert "Can't print the invoice" in shown


def test_with_a_display_the_panel_of_a_tray_client_opens(running: list[Running], screen: VirtualScreen) -> None:
    demo = Running(environment=screen.environment())
    running.append(demo)
    demo.wait_for("Ctrl-C stops everything")
    screen.wait_for_tray_icon()
    screen.wait_for_window("Sigap")
    page = demo.wait_for(r"technician's page is (http://127\.0\.0\.1:\d+/console/)$")[1]
    login, password = demo.wait_for(r"sign in as (\S+) with (\S+) ").groups()
    sent = urllib.parse.urlencode({"login": login, "password": password}).encode()
    asked = urllib.request.Request(f"{page}sign-in", sent, {"Sec-Fetch-Site": "same-origin"})  # noqa: S310 - the demo's own address
    with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(asked) as answer:
        assert answer.url == page
    assert demo.stop() == 130
