"""A company's own tool: codes that Sigap makes, tools that hand over to others, and what is filled in where."""

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_client.assist.address_tool import AddressTool
from desktop_client.assist.computer import Computer
from desktop_client.assist.providers.chrome_remote_desktop import chrome_remote_desktop
from desktop_client.assist.providers.generic import Generic
from desktop_client.assist.providers.quick_assist import quick_assist
from desktop_client.assist.tool import CodeFrom
from desktop_client.company_tool import company_tool
from desktop_client.reasons import Cause, RefusedError
from development.virtual_screen import wait_for
from tests.desktop_client.assist.standing_in import StandIn, detached, here, lives

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stand-ins need Linux")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.assist.launching.EARLY_S", 0.0)


def own(program: Path, **more: Any) -> Generic:
    return Generic(told=company_tool({"key": "own", "name": "Own tool", "program": str(program), **more}), computer=here())


def refusal(provider: Generic, *, ticket: str = "INC-1", code: str = "") -> Cause:
    with pytest.raises(RefusedError) as caught:
        provider.start(provider.find(), ticket=ticket, code=code)
    return caught.value.reason.cause


def test_a_code_that_is_made_lies_in_a_file_of_this_account_and_goes_with_the_session(tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    provider = own(stand_in.program, code_from="made", arguments=["-passwdfile", "rm:{code_file}", "-for={ticket}"])
    assert provider.tool().code_from is CodeFrom.TOOL
    installed = provider.find()
    codes = []
    for _time in range(2):
        running = provider.start(installed, ticket="INC-1", code="")
        word, place, ticket = stand_in.record()["argv"]
        file = Path(place.removeprefix("rm:"))
        codes.append(provider.read_code(installed, lambda: False))
        assert (word, ticket) == ("-passwdfile", "-for=INC-1")
        assert file.read_text() == f"{codes[-1]}\n"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert provider.clean_code(codes[-1]) == codes[-1]
        assert codes[-1] not in str(stand_in.record()["argv"]) + str(stand_in.record()["env"])
        assert running.close()
        assert not file.exists()
        Path(f"{stand_in.program}.json").unlink()
    assert codes[0] != codes[1]


def test_the_file_goes_when_the_tool_ends_by_itself_or_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    provider = own(StandIn(tmp_path / "tool", "dies").program, code_from="made", arguments=["{code_file}"])
    running = provider.start(provider.find(), ticket="INC-1", code="")
    assert len(list(runtime.iterdir())) == 1
    wait_for(lambda: running.ended() or None, "the end")
    assert list(runtime.iterdir()) == []
    broken = tmp_path / "tool" / "broken"
    broken.write_text("no program")
    broken.chmod(0o755)
    assert refusal(own(broken, code_from="made", arguments=["{code_file}"])) is Cause.TOOL_DID_NOT_START
    assert list(runtime.iterdir()) == []


def test_the_technician_s_code_is_an_argument_of_its_own(tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    provider = own(stand_in.program, code_from="technician", code="[a-z@.-]+", arguments=["--code={code}", "{code}"])
    assert refusal(provider) is Cause.TOOL_CODE_WRONG
    assert refusal(provider, code="-x") is Cause.TOOL_CODE_WRONG
    assert refusal(provider, code="a b") is Cause.TOOL_CODE_WRONG
    assert not stand_in.was_started()
    running = provider.start(provider.find(), ticket="anything at all", code="a-b@c.d")
    assert stand_in.record()["argv"] == ["--code=a-b@c.d", "a-b@c.d"]
    assert running.close()


def test_what_is_filled_in_an_address_is_encoded() -> None:
    opened: list[str] = []
    table = {"key": "own", "name": "Own", "address": "owntool:go?t={ticket}&c={code}", "schemes": ["owntool"], "end": "asked"}
    told = company_tool({**table, "code_from": "technician", "code": "[a-z@]+"})
    provider = Generic(told=told, computer=Computer(open=lambda address: not opened.append(address)))  # type: ignore[func-returns-value]
    running = provider.start(provider.find(), ticket="INC-1", code="a@b")
    assert opened == ["owntool:go?t=INC-1&c=a%40b"]
    assert not running.ended()
    tool = provider.tool()
    assert not tool.closes
    assert "cannot-watch" in tool.limits


def test_one_that_only_the_employee_sees_end(tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "refuses")
    stand_in.program.write_text("#!/bin/sh\nexit 0\n")
    provider = own(stand_in.program, end="asked")
    running = provider.start(provider.find(), ticket="INC-1", code="")
    assert not running.ended()
    assert not running.close()
    assert not provider.tool().closes


def test_one_that_hands_over_to_a_service_ends_with_it(tmp_path: Path) -> None:
    service = tmp_path / "own-service"
    shutil.copy("/bin/sleep", service)
    launcher = StandIn(tmp_path / "tool", "refuses")
    launcher.program.write_text("#!/bin/sh\nexit 0\n")
    provider = own(launcher.program, end="process-name", process_name="Own-Service")
    running = provider.start(provider.find(), ticket="INC-1", code="")
    assert not running.ended()
    pid = detached(service, "600")
    try:
        assert not running.ended()
        assert not running.close()
        assert lives(pid)
        assert not provider.tool().closes
    finally:
        os.kill(pid, 9)
    wait_for(lambda: running.ended() or None, "the end")
    assert running.close()


@pytest.mark.parametrize("make", [quick_assist, chrome_remote_desktop])
def test_what_can_not_be_watched_says_so(make: Any) -> None:
    provider = make(Computer(platform="win32"))
    assert isinstance(provider, AddressTool)
    tool = provider.tool()
    assert not tool.closes
    assert "cannot-watch" in tool.limits


def test_quick_assist_is_windows_only() -> None:
    provider = quick_assist(Computer(platform="linux"))
    assert not provider.is_here()
    missing = provider.tool().missing
    assert missing is not None
    assert missing.cause is Cause.TOOL_MISSING
