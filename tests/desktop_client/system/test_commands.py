"""Other programs are started, read, and ended with everything that they started."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from desktop_client.system.commands import OUTPUT_BYTES, Commands, Outcome, child_environment, run

HANG_GUARD_S = 20
"""Far above every limit used here, far below a child's own end: only a hang is longer."""


def program(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(f"#!{sys.executable}\n{text}\n", "utf-8")
    file.chmod(0o755)
    return file


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def ended(pid: int) -> bool:
    until = time.monotonic() + HANG_GUARD_S
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)


def written_pid(file: Path) -> int:
    until = time.monotonic() + HANG_GUARD_S
    while time.monotonic() < until:
        if file.exists() and file.read_text().strip():
            return int(file.read_text())
        time.sleep(0.02)
    raise AssertionError("the child never came up")


def test_both_outputs_and_the_exit_code_come_back() -> None:
    told = run(("sh", "-c", "printf out; printf err >&2; exit 3"), 5)
    assert (told.stdout, told.stderr, told.exit, told.outcome) == (b"out", b"err", 3, Outcome.OK)


def test_a_program_that_is_not_there_is_missing() -> None:
    assert run(("no-such-program-here",)).outcome is Outcome.MISSING


def test_a_program_is_looked_for_in_the_systems_folders_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "journalctl-of-somebody", "print('mine')")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    assert run(("journalctl-of-somebody",)).outcome is Outcome.MISSING


def test_a_file_that_can_not_be_started_has_failed(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"#!/no/such/interpreter\n")
    broken.chmod(0o755)
    assert Commands(str(tmp_path)).run(("broken",)).outcome is Outcome.FAILED


def test_the_child_knows_nothing_secret_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "planted-in-the-environment")
    monkeypatch.setenv("LANGUAGE", "id")
    told = run(("env",), 5)
    assert b"planted" not in told.stdout
    assert b"LANGUAGE" not in told.stdout
    assert b"LC_ALL=C.UTF-8" in told.stdout


def test_a_frozen_programs_libraries_are_not_forced_on_the_child() -> None:
    ours = {"LD_LIBRARY_PATH": "/frozen/lib", "LD_LIBRARY_PATH_ORIG": "/usr/local/lib"}
    assert child_environment("/usr/bin", ours)["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "LD_LIBRARY_PATH" not in child_environment("/usr/bin", {"LD_LIBRARY_PATH": "/frozen/lib"})


def test_stdin_is_closed() -> None:
    assert run(("cat",), HANG_GUARD_S).outcome is Outcome.OK


def test_a_slow_command_is_ended_with_its_children(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    told = run(("sh", "-c", f"sleep 300 & echo $! > {file}; echo begun; wait"), 0.6)
    assert (told.outcome, told.exit, told.stdout) == (Outcome.TIMEOUT, None, b"begun\n")
    assert ended(written_pid(file))


def test_a_grandchild_that_holds_the_pipe_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    told = run(("sh", "-c", f"sleep 300 & echo $! > {file}; echo done"), HANG_GUARD_S)
    assert (told.outcome, told.exit, told.stdout) == (Outcome.OK, 0, b"done\n")
    assert ended(written_pid(file))


def test_a_grandchild_that_left_the_group_is_ended_too(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    told = run(("sh", "-c", f"setsid sh -c 'echo $$ > {file}; exec sleep 300' & wait"), 1.0)
    assert told.outcome is Outcome.TIMEOUT
    assert ended(written_pid(file))


def test_a_daemon_that_keeps_the_pipe_open_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    told = run(("sh", "-c", f"(setsid sh -c 'echo $$ > {file}; exec sleep 300' &); sleep 0.3; echo done"), HANG_GUARD_S)
    assert (told.outcome, told.stdout) == (Outcome.OK, b"done\n")
    pid = written_pid(file)
    if alive(pid):  # nobody's descendant any more when its parents have ended: the command was not held up by it, and that is all
        os.kill(pid, signal.SIGKILL)


def test_endless_output_is_cut_and_the_program_ended() -> None:
    told = run(("yes",), HANG_GUARD_S)
    assert (len(told.stdout), told.cut, told.outcome) == (OUTPUT_BYTES, True, Outcome.OK)


def test_fifty_megabytes_on_one_line_do_not_fill_memory() -> None:
    told = run(("sh", "-c", "head -c 50000000 /dev/zero | tr '\\0' x"), HANG_GUARD_S)
    assert len(told.stdout) == OUTPUT_BYTES


def test_a_program_that_ignores_being_asked_to_end_is_ended() -> None:
    told = run(("sh", "-c", "trap '' TERM INT HUP; while :; do sleep 1; done"), 0.5)
    assert told.outcome is Outcome.TIMEOUT


def test_stop_ends_what_runs_and_refuses_what_comes(tmp_path: Path) -> None:
    commands = Commands()
    file = tmp_path / "pid"
    answers = []
    asking = threading.Thread(target=lambda: answers.append(commands.run(("sh", "-c", f"echo $$ > {file}; sleep 300"), 300)))
    asking.start()
    pid = written_pid(file)
    commands.stop()
    asking.join(HANG_GUARD_S)
    assert not asking.is_alive()
    assert answers[0].outcome is Outcome.STOPPED
    assert ended(pid)
    assert commands.run(("true",)).outcome is Outcome.STOPPED


def test_no_pipe_and_no_process_stays_behind() -> None:
    me = psutil.Process()
    run(("true",))
    before = me.num_fds()
    for _ in range(20):
        run(("sh", "-c", "echo x"), 5)
        run(("sleep", "300"), 0.02)
    assert me.num_fds() <= before
    assert [child for child in me.children() if child.name() in {"sh", "sleep"}] == []
