"""The control connection with real processes: beside a running backend, without one, and with what an earlier one left."""

import contextlib
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from server_stub.refusals import ServerRefused
from server_stub.running import unix_socket
from server_stub.running.control import call
from server_stub.running.frames import Ask
from server_stub.running.lock import DataLock, LockedError, RunningError
from tests.server_stub.running.conftest import ROOT, Start
from tests.server_stub.running.toy_backend import WORDS, Toy


def do(data: Path, word: str, **args: Any) -> Any:
    return call(data, Ask(word, args), lambda _data: Toy(), WORDS, (ServerRefused,))


def test_word_is_the_same_beside_a_running_backend_and_without_one(start: Start, data: Path) -> None:
    assert do(data, "echo", text="Halo, 世界 🖨") == "Halo, 世界 🖨"
    toy = start()
    assert do(data, "echo", text="Halo, 世界 🖨") == "Halo, 世界 🖨"
    toy.end()
    assert do(data, "echo", text="x") == "x"


@pytest.mark.parametrize("running", [True, False])
def test_what_is_not_done_is_told_as_a_sentence(start: Start, data: Path, *, running: bool) -> None:
    if running:
        start()
    for word, args, said in (
        ("refuse", {}, "Not on a Sunday."),
        ("nothing", {}, "different versions"),
        ("echo", {"text": "a", "more": "b"}, "arguments of 'echo'"),
        ("__class__", {}, "different versions"),
    ):
        with pytest.raises(RunningError, match=said):
            do(data, word, **args)


def test_failure_inside_the_running_backend_is_logged_there_and_named_here(start: Start, data: Path) -> None:
    toy = start()
    with pytest.raises(RunningError, match="its log says more") as raised:
        do(data, "fail")
    assert do(data, "echo", text="still here") == "still here"
    line = json.loads(toy.log())
    assert line["ref"] in str(raised.value)
    assert "RuntimeError: planted" in line["traceback"]


def test_second_backend_is_refused_with_the_first_ones_process(start: Start, data: Path) -> None:
    toy = start()
    with pytest.raises(LockedError, match=f"process {toy.process.pid}"):
        DataLock(data)


def test_stale_socket_of_a_killed_backend_is_replaced(start: Start, data: Path) -> None:
    start().end(signal.SIGKILL)
    assert (data / "control.sock").exists()
    assert do(data, "echo", text="alone") == "alone"
    toy = start()
    assert do(data, "echo", text="beside") == "beside"
    assert toy.end() == 0
    assert not (data / "control.sock").exists()


def test_socket_is_for_its_own_account_alone(start: Start, data: Path) -> None:
    toy = start()
    assert stat.S_IMODE((data / "control.sock").stat().st_mode) == 0o600
    if os.geteuid() != 0:
        pytest.skip("needs root to become another account")
    data.chmod(0o777)
    (data / "control.sock").chmod(0o777)
    talk = f"import socket; s = socket.socket(socket.AF_UNIX); s.connect({str(data / 'control.sock')!r}); print(s.recv(10))"
    words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/env", "python3", "-c", talk]
    other = subprocess.run(words, capture_output=True, text=True, check=False, timeout=20)
    assert other.stdout == "b''\n" or "ConnectionResetError" in other.stderr, other.stderr
    assert "another account" in toy.log()


def test_path_too_long_for_a_socket_is_served_from_a_runtime_folder(start: Start, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = data / "run"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    long = data / ("d" * 120)
    long.mkdir()
    toy = start(folder=long)
    (place,) = runtime.iterdir()
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "control.sock").stat().st_mode) == 0o600
    assert do(long, "echo", text="x") == "x"
    toy.end(signal.SIGKILL)
    assert do(long, "echo", text="y") == "y"
    toy = start(folder=long)
    assert len(list(runtime.iterdir())) == 1, "the killed one's folder is gone"
    assert toy.end() == 0
    assert list(runtime.iterdir()) == []
    assert sorted(file.name for file in long.iterdir()) == ["backend.lock"]


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\0\0",
        b"\xff\xff\xff\xffrest",
        b"\0\0\0\2{}",
        b"\0\0\0\4null",
        b"\0\0\0\1\xff",
        b"\0\0\0\x10" + b'{"word":"echo"}!',
        b"\0\0\x20\0" + b"[" * 8192,
    ],
)
def test_noise_on_the_socket_does_no_harm(start: Start, data: Path, sent: bytes) -> None:
    toy = start()
    with socket.socket(socket.AF_UNIX) as noisy:
        noisy.connect(str(data / "control.sock"))
        noisy.sendall(sent)
        noisy.shutdown(socket.SHUT_WR)
        noisy.settimeout(10)
        told = b""
        with contextlib.suppress(ConnectionResetError):  # it was closed with bytes unread
            while piece := noisy.recv(4096):
                told += piece
    assert told == b"" or b"refused" in told
    assert do(data, "echo", text="x") == "x"
    assert toy.end() == 0
    assert "traceback" not in toy.log()


def test_more_words_at_once_than_there_are_turns_all_get_theirs(start: Start, data: Path) -> None:
    start()
    told: list[str] = []
    threads = [threading.Thread(target=lambda n=n: told.append(do(data, "echo", text=str(n)))) for n in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told, key=int) == [str(n) for n in range(60)]


def test_silent_connections_do_not_keep_a_word_or_the_end_waiting(start: Start, data: Path) -> None:
    toy = start()
    silent = [socket.socket(socket.AF_UNIX) for _ in range(8)]
    for one in silent:
        one.connect(str(data / "control.sock"))
    assert do(data, "echo", text="x") == "x"
    begun = time.monotonic()
    assert toy.end() == 0
    assert time.monotonic() - begun < 2.5  # a promise, not a performance figure
    for one in silent:
        one.close()


def test_backend_that_ends_before_it_answers_is_said_so(start: Start, data: Path) -> None:
    toy = start()
    killer = threading.Timer(0.5, lambda: toy.process.send_signal(signal.SIGKILL))
    killer.start()
    with pytest.raises(RunningError, match="ended before it answered"):
        do(data, "slow", seconds=10)
    killer.join()


def test_words_without_a_backend_wait_for_each_other(data: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from server_stub.running.lock import DataLock; "
        f"lock = DataLock(Path({str(data)!r})); print('held', flush=True); time.sleep(0.7)"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match=f"process {holder.pid}"):
            DataLock(data)
        assert do(data, "echo", text="x") == "x"
        assert holder.wait(timeout=10) == 0


def test_lock_that_is_never_let_go_is_told_in_the_end(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_stub.running.control.STARTING_S", 0.3)
    lock = DataLock(data)
    with pytest.raises(RunningError, match="doesn't answer"):
        do(data, "echo", text="x")
    lock.close()
    assert do(data, "echo", text="x") == "x"


def test_runtime_folder_of_somebody_else_is_left_alone(data: Path) -> None:
    keep = data / "sigap-keep"
    keep.mkdir()
    (keep / "precious").touch()
    (data / "control.path").write_text(str(keep), "utf-8")
    unix_socket.remove_stale(data)
    assert (keep / "precious").exists()
    assert not (data / "control.path").exists()
