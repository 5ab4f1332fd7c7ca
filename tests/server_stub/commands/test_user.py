"""`sigap-server user` and `audit` as real processes, beside a running backend and without one."""

import io
import os
import signal
import sqlite3
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from server_stub.__main__ import main
from server_stub.store.database import Store
from tests.server_stub.commands.conftest import ROOT, SERVER, Done, Running, run

Serve = Callable[..., Running]
PASSWORD = b"kucing hitam 9\n"
BUDI = ("user", "add", "budi", "--name", "Budi Santoso", "--role", "technician")


def png(width: int = 64) -> bytes:
    head = struct.pack(">IIBBBBB", width, 64, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


@pytest.fixture
def at(tmp_path: Path) -> Callable[..., Done]:
    """A word on data of this test's own."""
    return lambda *words, **more: run(*words, "--data", str(tmp_path / "data"), **more)


def test_an_account_from_its_first_day_to_its_last(at: Callable[..., Done], tmp_path: Path, serve: Serve) -> None:
    serve(tmp_path / "data")
    picture = tmp_path / "budi.png"
    picture.write_bytes(png())
    told = at(*BUDI, "--title", "Service Desk", "--picture", str(picture), "--language", "id", "--json", typed=PASSWORD).json()
    assert {name: told[name] for name in ("login", "name", "title", "role", "disabled", "language")} == {
        "login": "budi",
        "name": "Budi Santoso",
        "title": "Service Desk",
        "role": "technician",
        "disabled": False,
        "language": "id",
    }
    assert len(told["picture_sha256"]) == 64
    assert "budi is taken" in at(*BUDI, typed=PASSWORD).sentence()
    assert at("user", "password", "BUDI", typed=b"seekor burung 7\r\n").out == "budi has a new password, and is signed out everywhere.\n"
    assert at("user", "disable", "budi").out == "budi is disabled, and signed out everywhere.\n"
    lines = at("user", "list").out.splitlines()
    assert lines[0].split() == ["LOGIN", "ROLE", "STATE", "SESSIONS", "LAST", "SEEN", "NAME", "TITLE"]
    assert lines[1].split() == ["budi", "technician", "disabled", "0", "never", "Budi", "Santoso", "Service", "Desk"]
    assert at("user", "enable", "budi").out == "budi can sign in again.\n"
    assert [one["login"] for one in at("user", "list", "--json").json()["users"]] == ["budi"]
    entries = at("audit", "list", "--json").json()["entries"]
    assert [one["what"] for one in entries] == ["user-added", "user-password", "user-disabled", "user-enabled"]
    assert [one["number"] for one in at("audit", "list", "--after", "2", "--json").json()["entries"]] == [3, 4]
    told = at("audit", "verify", "--json").json()
    assert (told["count"], told["last_hash"], told["broken"]) == (4, entries[-1]["hash"], None)
    assert "is that of entry 2" in at("audit", "verify", "--last", entries[1]["hash"].upper()).out


def test_accounts_without_a_running_backend(at: Callable[..., Done]) -> None:
    assert at(*BUDI, typed=PASSWORD).out == "budi can sign in, as a technician.\n"
    assert at("user", "list").out.splitlines()[1].split()[:3] == ["budi", "technician", "active"]
    assert at("audit", "list").out.splitlines()[1].split()[3:5] == ["sigap-server", "user-added"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty backend's data."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    folder.mkdir()
    Store(folder, str).close()
    return folder


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """A word in this process: the same from its arguments to its exit code, and quicker."""

    monkeypatch.setattr("os.umask", lambda _mask: 0)  # it would stay with the tests behind this one

    def word(*words: str, typed: bytes = b"") -> Done:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = main(list(words))
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return word


@pytest.mark.parametrize(
    ("words", "typed", "code", "why"),
    [
        (BUDI, b"short\n", 1, "at least 10"),
        (BUDI, b"", 2, "no password"),
        (BUDI, b"\n", 2, "no password"),
        (BUDI, b"kucing hitam 9\nkucing hitam 9\n", 2, "more than one line"),
        (BUDI, b"x" * 5_000, 2, "more than one line"),
        (BUDI, b"\xff\xfe", 2, "UTF-8"),
        (BUDI, b"budibudibudi\n", 1, "almost the login"),
        ((*BUDI[:-1], "admin"), PASSWORD, 2, "admin"),
        ((*BUDI, "--language", "de"), PASSWORD, 2, "de"),
        ((*BUDI, "--picture", ""), PASSWORD, 2, "empty"),
        ((*BUDI, "--picture", "/nowhere/x.png"), PASSWORD, 1, "can't be read"),
        ((*BUDI, "--picture", "/"), PASSWORD, 1, "can't be read"),
        ((*BUDI, "--picture", "/dev/zero"), PASSWORD, 1, "2,000,000 bytes"),
        ((*BUDI, "--picture", __file__), PASSWORD, 1, "no PNG, JPEG or WebP"),
        (("user", "add", "bu di", "--name", "B", "--role", "lead"), PASSWORD, 1, "A login has"),
        (("user", "add", "budi", "--name", " ", "--role", "lead"), PASSWORD, 1, "one line"),
        (("user", "add", "budi", "--role", "lead"), PASSWORD, 2, "--name"),
        (("user", "disable", "nobody"), b"", 1, "nobody"),
        (("user", "enable", "nobody"), b"", 1, "nobody"),
        (("user", "password", "nobody"), PASSWORD, 1, "nobody"),
        (("user",), b"", 2, "WORD"),
        (("audit", "list", "--after", "-1"), b"", 2, "--after"),
        (("audit", "verify", "--last", "abc"), b"", 2, "--last"),
    ],
)
def test_what_can_not_be_done_is_a_sentence(
    kept: Path, said: Callable[..., Done], words: tuple[str, ...], typed: bytes, code: int, why: str
) -> None:
    assert why in said(*words, "--data", str(kept), typed=typed).sentence(code)


def test_an_empty_backend_says_what_to_do(kept: Path, said: Callable[..., Done]) -> None:
    assert said("user", "list", "--data", str(kept)).out == "Nobody can sign in yet: sigap-server user add.\n"
    assert said("audit", "list", "--data", str(kept)).out == "No entries.\n"
    assert said("audit", "verify", "--data", str(kept)).out == "The audit has no entries yet.\n"


def test_without_any_data_there_is_nobody_to_list(tmp_path: Path, said: Callable[..., Done]) -> None:
    assert "no backend's data" in said("user", "list", "--data", str(tmp_path)).sentence()
    assert "no backend's data" in said("audit", "verify", "--data", str(tmp_path)).sentence()


def test_audit_verify_finds_what_was_changed_behind_its_back(tmp_path: Path, serve: Serve) -> None:
    data = tmp_path / "data"
    serving = serve(data)
    for words in (BUDI, ("user", "disable", "budi"), ("user", "enable", "budi")):
        assert run(*words, "--data", str(data), typed=PASSWORD).code == 0
    noted = run("audit", "verify", "--json", "--data", str(data)).json()["last_hash"]
    serving.end()
    with sqlite3.connect(data / "store.db") as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("DROP TRIGGER audit_no_delete")
        connection.execute("DELETE FROM audit WHERE number = 3")
        connection.execute("UPDATE meta SET value = (SELECT number || ' ' || hash FROM audit WHERE number = 2) WHERE name = 'audit'")
    connection.close()
    assert run("audit", "verify", "--data", str(data)).code == 0, "the newest entry and its mark went together"
    told = run("audit", "verify", "--last", noted, "--data", str(data))
    assert (told.code, told.err) == (
        1,
        "The audit is broken at entry 3. No entry has the hash that was written down: entries were cut off, or all were written anew.\n",
    )
    with sqlite3.connect(data / "store.db") as connection:
        connection.execute("UPDATE audit SET actor = 'somebody' WHERE number = 1")
    connection.close()
    serve(data)
    for words in (("audit", "verify"), ("audit", "verify", "--json")):
        told = run(*words, "--data", str(data))
        assert (told.code, told.err) == (1, "The audit is broken at entry 1. Entry 1 was changed.\n")


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
