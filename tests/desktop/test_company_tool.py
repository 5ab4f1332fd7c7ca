"""A company's own remote tool, for real: x11vnc shares a screen of ours, and a VNC client sees what is on it and types into a window."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QColor, QImage

from desktop_client.assist.catalogue import Offered, offered
from desktop_client.assist.tool import CodeFrom, RunningTool
from desktop_client.settings import Settings
from development.virtual_screen import VirtualScreen, wait_for

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux" or shutil.which("x11vnc") is None, reason="needs x11vnc"),
]

GREEN, RED = "#12ab34", "#c81e5a"


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Shared:
    """x11vnc as a policy names it, started as a session of remote help starts it."""

    def __init__(self, *more: str) -> None:
        self.port = free_port()
        table = {
            "key": "office-vnc",
            "name": "Office VNC",
            "program": "/usr/bin/x11vnc",
            "arguments": ["-localhost", "-rfbport", str(self.port), "-no6", *more, "-passwdfile", "rm:{code_file}"],
            "code_from": "made",
        }
        (self.provider,) = offered(Settings(remote_tools=("office-vnc",), remote_tool=table))
        self.running, self.code = self._started(self.provider)

    @staticmethod
    def _started(provider: Offered) -> tuple[RunningTool, str]:
        tool = provider.tool()
        assert (tool.missing, tool.closes, tool.code_from) == (None, True, CodeFrom.TOOL)
        installed = provider.find()
        running = provider.start(installed, ticket="INC-000123", code="")
        return running, provider.read_code(installed, lambda: False)

    def wait(self) -> None:
        """Until it answers."""

        def answers() -> bool | None:
            with socket.socket() as asking:
                return asking.connect_ex(("127.0.0.1", self.port)) == 0 or None

        wait_for(answers, "x11vnc")

    def client(self, *words: str, password: str = "") -> subprocess.CompletedProcess[str]:
        """A technician's VNC client."""
        vncdo = Path(sys.executable).with_name("vncdo")
        return subprocess.run(
            [vncdo, "-s", f"127.0.0.1::{self.port}", "-p", password or self.code, "-t", "20", *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def pattern(bare_screen: VirtualScreen, tmp_path: Path) -> tuple[VirtualScreen, Path]:
    """A green screen with a red window that writes what is typed into it to a file."""
    bare_screen.run("xsetroot", "-solid", GREEN)
    typed = tmp_path / "typed"
    bare_screen.start(
        *("xterm", "-T", "typing", "-geometry", "60x10+200+200", "-bg", RED, "-fg", RED, "-cr", RED, "+sb"),
        *("-e", "sh", "-c", f'read line; echo "$line" > {typed}.part; mv {typed}.part {typed}; sleep 600'),
    )
    bare_screen.wait_for_window("typing")
    return bare_screen, typed


def colour(picture: Path, x: int, y: int) -> str:
    return QColor(QImage(str(picture)).pixelColor(x, y)).name()


def test_a_client_sees_the_screen_and_types_and_stop_ends_it(pattern: tuple[VirtualScreen, Path], tmp_path: Path) -> None:
    _screen, typed = pattern
    shared = Shared("-forever", "-shared")
    try:
        shared.wait()
        refused = shared.client("key", "a", password="00000000" if shared.code != "00000000" else "11111111")
        assert refused.returncode != 0
        picture = tmp_path / "seen.png"
        done = shared.client(
            "move", "300", "300", "click", "1", "pause", "0.3", "capture", str(picture), "type", "dari jauh", "key", "enter"
        )
        assert done.returncode == 0, done.stderr
        assert (colour(picture, 5, 5), colour(picture, 420, 280)) == (GREEN, RED)
        assert wait_for(lambda: (typed.exists() and typed.read_text()) or None, "what was typed") == "dari jauh\n"
        servers = [one for one in psutil.Process().children(recursive=True) if one.name() == "x11vnc"]
        assert len(servers) == 1
        # On this computer only, and its password neither among its arguments nor in a file any more.
        assert {c.laddr.ip for c in servers[0].net_connections() if c.status == psutil.CONN_LISTEN} == {"127.0.0.1"}
        words = servers[0].cmdline()
        assert shared.code not in words
        assert not Path(words[-1].removeprefix("rm:")).exists()
        assert not shared.running.ended()
        assert shared.running.close()
        assert not servers[0].is_running()
        assert shared.client("key", "a").returncode != 0
    finally:
        shared.running.close()


def test_one_that_ends_when_the_technician_leaves_is_noticed(pattern: tuple[VirtualScreen, Path]) -> None:
    shared = Shared("-once")
    try:
        shared.wait()
        wait_for(lambda: shared.client("move", "10", "10").returncode == 0 or None, "the client")
        wait_for(lambda: shared.running.ended() or None, "the end", 5)
    finally:
        assert shared.running.close()
