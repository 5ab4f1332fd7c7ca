"""The small program around a remote tool: what it hears, what it says, and that nothing outlives it."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from desktop_client.assist import launching, warden
from desktop_client.assist.launching import launch, warden_command
from desktop_client.reasons import Cause, RefusedError
from development.virtual_screen import wait_for
from tests.desktop_client.assist.standing_in import StandIn, lives

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stand-ins need Linux")


@contextmanager
def running(order: bytes) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(warden_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(order)
        process.stdin.flush()
        yield process
        process.stdin.close()
        process.wait(10)


def order(*argv: str, cwd: str = "/") -> bytes:
    return json.dumps({"argv": argv, "cwd": cwd}).encode() + b"\n"


def line(process: subprocess.Popen[bytes]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.readline().decode().split()


def test_it_says_how_it_goes() -> None:
    with running(order("/bin/sh", "-c", "exit 4")) as process:
        assert line(process)[0] == "started"
        assert line(process) == ["ended", "4"]
        assert line(process) == []
    assert process.returncode == 0


def test_it_says_that_nothing_started() -> None:
    with running(order("/nowhere/tool")) as process:
        assert line(process) == ["failed", "2"]
    assert process.returncode == 0


@pytest.mark.parametrize(
    "text", [b"", b"\n", b"[]\n", b"{\n", b'{"argv": [], "cwd": "/"}\n', b'{"argv": "sh", "cwd": "/"}\n', b'{"argv": [1], "cwd": "/"}\n']
)
def test_what_it_does_not_understand_starts_nothing(text: bytes) -> None:
    with running(text) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert line(process) == []
    assert process.returncode == 2


def test_signals_are_not_its_business(tmp_path: Path) -> None:
    with running(order("/bin/sleep", "600")) as process:
        tool = int(line(process)[1])
        for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            process.send_signal(one)
        time.sleep(0.4)
        assert process.poll() is None
        assert lives(tool)
    assert process.returncode == 0
    assert not lives(tool)


def test_when_it_is_killed_the_tool_goes_with_it() -> None:
    with running(order("/bin/sleep", "600")) as process:
        tool = int(line(process)[1])
        process.kill()
        wait_for(lambda: not lives(tool) or None, "the end of the tool")


def test_it_loads_nothing_heavy() -> None:
    program = (
        f"import sys, {warden.__name__}\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'msgspec', 'psutil', 'keyring', 'requests'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_frozen_program_is_a_warden_by_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert warden_command() == [sys.executable, "--warden"]
    entry = Path(__file__).parents[3] / "packaging" / "sigap_program.py"
    done = subprocess.run([sys.executable, entry, "--warden"], input=order("/bin/true"), capture_output=True, check=False, timeout=30)
    assert done.stdout.split()[0] == b"started"


def test_what_it_did_not_start_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as other:
        running_tool = launch(StandIn(tmp_path / "tool", "has_family").program, (), "Tool")
        assert running_tool.close()
        assert other.poll() is None
        other.kill()


def test_a_tool_that_starts_others_without_end_is_ended_with_all_of_them(tmp_path: Path) -> None:
    swarm = tmp_path / "swarm"
    # Each starts the next a tenth of a second later, up to a hundred of them, in sessions of their own; asking is no use.
    swarm.write_text('#!/bin/sh\ntrap "" TERM HUP\n[ "$1" -gt 100 ] && exit\nsleep 0.1\n(setsid "$0" $(($1 + 1)) &)\nsleep 0.2\n')
    swarm.chmod(0o755)
    running_tool = launch(swarm, ("1",), "Tool")
    time.sleep(0.6)
    assert not running_tool.ended()
    assert running_tool.close()
    assert not [one for one in psutil.process_iter(["cmdline"]) if str(swarm) in (one.info["cmdline"] or ())]


def test_a_home_that_is_gone_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    stand_in = StandIn(tmp_path / "tool", "lives")
    running_tool = launch(stand_in.program, (), "Tool")
    assert stand_in.record()["cwd"] == "/"
    assert running_tool.close()


@pytest.mark.expects_log
def test_a_warden_that_can_not_be_started_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching, "warden_command", lambda: ["/nowhere/python"])
    with pytest.raises(RefusedError) as caught:
        launch(tmp_path, (), "Tool")
    assert caught.value.reason.cause is Cause.TOOL_DID_NOT_START
