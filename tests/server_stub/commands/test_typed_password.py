"""A password is typed twice on a terminal, or read from standard input; it is on no command line, on no screen and in no log."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server_stub.commands.conftest import ROOT, SERVER, Done, Running

Serve = Callable[..., Running]
PASSWORD = b"kucing hitam 9\n"
BUDI = ("user", "add", "budi", "--name", "Budi Santoso", "--role", "technician")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (b"", "no password"),
        (b"\n", "no password"),
        (b"kucing hitam 9\nkucing hitam 9\n", "more than one line"),
        (b"x" * 5_000, "more than one line"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_standard_input_that_is_no_password_is_a_sentence(kept: Path, said: Callable[..., Done], typed: bytes, why: str) -> None:
    assert why in said(*BUDI, "--data", str(kept), typed=typed).sentence(2)


@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind")
class TestOnATerminal:
    """The password is asked for twice, and not shown."""

    @staticmethod
    def typed(data: Path, *lines: bytes) -> tuple[int, str]:
        """The exit code, and everything that the terminal showed. A line is typed when it is asked for."""
        spawning = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
        words = [sys.executable, "-c", spawning, *SERVER, *BUDI, "--data", str(data)]
        with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            shown = b""
            for line in lines:
                asked = shown.count(b": ")
                while shown.count(b": ") == asked and (piece := os.read(process.stdout.fileno(), 10_000)):
                    shown += piece
                process.stdin.write(line)
                process.stdin.flush()
            while piece := os.read(process.stdout.fileno(), 10_000):
                shown += piece
            return process.wait(60), shown.decode()

    def test_twice_the_same(self, tmp_path: Path) -> None:
        code, shown = self.typed(tmp_path / "data", b"kucing hitam 9\n", b"kucing hitam 9\n")
        assert code == 0, shown
        assert "budi can sign in, as a technician." in shown
        assert "kucing" not in shown

    def test_not_the_same(self, tmp_path: Path) -> None:
        code, shown = self.typed(tmp_path / "data", b"kucing hitam 9\n", b"kucing hitam 8\n")
        assert (code, "not the same" in shown) == (1, True), shown

    def test_given_up(self, tmp_path: Path) -> None:
        code, shown = self.typed(tmp_path / "data", b"\x03")
        assert (code, "nothing was changed" in shown) == (130, True), shown


def test_no_password_is_on_a_command_line_or_in_the_log(tmp_path: Path, serve: Serve) -> None:
    data = tmp_path / "data"
    running = serve(data)
    adding = subprocess.Popen([*SERVER, *BUDI, "--data", str(data)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        command_line = Path(f"/proc/{adding.pid}/cmdline")
        if command_line.exists():
            assert b"kucing" not in command_line.read_bytes()
        assert b"can sign in" in adding.communicate(PASSWORD, timeout=60)[0]
    finally:
        adding.kill()
        adding.wait()
    running.end(signal.SIGTERM)
    kept = [path for path in (*data.rglob("*"), tmp_path / "serve.log") if path.is_file() and b"kucing" in path.read_bytes()]
    assert kept == []
