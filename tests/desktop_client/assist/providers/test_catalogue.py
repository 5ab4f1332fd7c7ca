"""The same questions to every provider; the tools themselves are stood in for by small programs (`stand_ins/`)."""

import dataclasses
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.assist import ToolName
from desktop_client.assist.catalogue import ADDRESSES, PROGRAMS, Offered, expected_names, offered, providers
from desktop_client.assist.known_tools import KNOWN_TOOLS
from desktop_client.assist.program_tool import ProgramTool
from desktop_client.assist.providers import anydesk, rustdesk, teamviewer
from desktop_client.assist.tool import CodeFrom, RunningTool
from desktop_client.reasons import Cause, RefusedError
from desktop_client.sentences.assist import LIMITS, WHERE
from desktop_client.settings import Settings
from desktop_client.system.open_address import open_address
from development.virtual_screen import wait_for
from tests.desktop_client.assist.standing_in import StandIn, here, lives

OWN = "own-tool"
STARTED = (*PROGRAMS, OWN)
OPENED = (*ADDRESSES, "own-page")
ALL = (*STARTED, *OPENED)
TELL = ("anydesk", "rustdesk")
NOTICED_S = 5.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stand-ins need Linux")


def own(program: Path, **more: Any) -> dict[str, object]:
    return {"key": OWN, "name": "Own tool", "program": str(program), "arguments": ["--for", "{ticket}"], **more}


PAGE = {
    "key": "own-page",
    "name": "Own page",
    "address": "https://remote.example/t/{ticket}?code={code}",
    "end": "asked",
    "code_from": "technician",
    "code": "[A-Z0-9]{4,12}",
}


def made(key: str, program: Path, **more: Any) -> Offered:
    """A provider whose program the policy names."""
    table = own(program) if key == OWN else PAGE if key == "own-page" else {}
    values = Settings(remote_tool=table, remote_tool_programs={key: str(program)})
    return providers(values, here(platform="win32" if key == "quick-assist" else sys.platform, **more))[key]


def started(key: str, stand_in: StandIn, **more: Any) -> RunningTool:
    provider = made(key, stand_in.program, **more)
    return provider.start(provider.find(), ticket="INC-000123", code="")


def refusal(call: Callable[[], object]) -> Cause:
    with pytest.raises(RefusedError) as caught:
        call()
    return caught.value.reason.cause


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What fails at once is waited for only where that is asked."""
    monkeypatch.setattr("desktop_client.assist.program_tool.PAUSE_S", 0.05)
    waits = 20.0 if "did_not_start" in request.node.name else 0.0
    monkeypatch.setattr("desktop_client.assist.launching.EARLY_S", waits)


# found, missing, tampered


@pytest.mark.parametrize("key", ALL)
def test_what_consent_says_can_be_said(key: str, tmp_path: Path) -> None:
    tool = made(key, StandIn(tmp_path / "tool", "lives").program).tool()
    assert tool.missing is None
    assert tool.key == key
    assert re.fullmatch("[a-z0-9-]{1,40}", tool.key), ToolName
    assert 1 <= len(tool.name) <= 60
    assert tool.can
    assert tool.where in WHERE
    assert set(tool.limits) <= set(LIMITS)
    assert tool.closes is (key in STARTED)


@pytest.mark.parametrize("key", STARTED)
def test_what_the_desktop_keeps_to_itself_is_said(key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provider = made(key, StandIn(tmp_path / "tool", "lives").program)
    assert "wayland" not in provider.tool().limits
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert "wayland" in provider.tool().limits
    assert "administrator-prompts" in dataclasses.replace(provider, computer=here(platform="win32")).tool().limits  # type: ignore[type-var]


@pytest.mark.parametrize("key", STARTED)
def test_a_tool_that_is_not_here(key: str, tmp_path: Path) -> None:
    provider = made(key, tmp_path / "nowhere")
    assert refusal(provider.find) is Cause.TOOL_MISSING
    assert not provider.is_here()
    missing = provider.tool().missing
    assert missing is not None
    assert missing.data["tool"] == provider.tool().name
    assert not provider.tool().closes


def writable(stand_in: StandIn) -> None:
    stand_in.program.chmod(0o757)


def in_writable_folder(stand_in: StandIn) -> None:
    stand_in.program.parent.chmod(0o775)


def below_writable_folder(stand_in: StandIn) -> None:
    stand_in.program.parent.parent.chmod(0o777)


def not_executable(stand_in: StandIn) -> None:
    stand_in.program.chmod(0o644)


def a_link_to_elsewhere(stand_in: StandIn) -> None:
    elsewhere = StandIn(stand_in.program.parent.parent / "theirs", "lives")
    elsewhere.program.parent.chmod(0o777)
    stand_in.program.unlink()
    stand_in.program.symlink_to(elsewhere.program)


@pytest.mark.parametrize("tamper", [writable, in_writable_folder, below_writable_folder, not_executable, a_link_to_elsewhere])
@pytest.mark.parametrize("key", STARTED)
def test_a_tool_that_somebody_could_have_changed_is_not_opened(key: str, tamper: Callable[[StandIn], None], tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "some" / "tool", "lives")
    provider = made(key, stand_in.program)
    provider.find()
    tamper(stand_in)
    assert refusal(provider.find) is Cause.TOOL_NOT_TRUSTED
    tampered = provider.tool().missing
    assert tampered is not None
    assert tampered.cause is Cause.TOOL_NOT_TRUSTED


@pytest.mark.skipif(os.geteuid() != 0, reason="needs an administrator who may give files away")
@pytest.mark.parametrize("key", STARTED)
def test_a_tool_that_belongs_to_somebody_else_is_not_opened(key: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    os.chown(stand_in.program, 12345, -1)
    assert refusal(made(key, stand_in.program).find) is Cause.TOOL_NOT_TRUSTED
    os.chown(stand_in.program, 0, -1)
    os.chown(stand_in.program.parent, 12345, -1)
    assert refusal(made(key, stand_in.program).find) is Cause.TOOL_NOT_TRUSTED


@pytest.mark.parametrize("key", PROGRAMS)
def test_where_a_maker_puts_it_only_a_package_is_opened(key: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    provider = made(key, stand_in.program)
    assert isinstance(provider, ProgramTool)
    placed = dataclasses.replace(provider, program="", places={"linux": ("/nowhere", str(stand_in.program))})
    assert placed.is_here()
    assert refusal(placed.find) is Cause.TOOL_NOT_TRUSTED
    packaged = dataclasses.replace(placed, places={"linux": ("/usr/bin/env",)}, computer=here())
    assert packaged.find().program == Path("/usr/bin/env")


# started


@pytest.mark.parametrize("key", STARTED)
def test_it_is_started_with_its_arguments_and_nothing_of_ours(key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGAP_TOKEN", "planted")
    monkeypatch.setenv("HTTPS_PROXY", "http://budi:planted@proxy.example:3128")
    monkeypatch.setenv("LD_PRELOAD_MARK", "planted")
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    stand_in = StandIn(tmp_path / "tool", "lives", "a tool; with 'odd' $(name)")
    running = started(key, stand_in)
    try:
        record = stand_in.record()
    finally:
        assert running.close()
    assert record["argv"] == (["--for", "INC-000123"] if key == OWN else [])
    assert "planted" not in str(record["env"])
    assert record["env"]["LANG"] == "id_ID.UTF-8"
    assert record["env"]["HOME"] == os.environ["HOME"]
    assert record["cwd"] == os.environ["HOME"]
    assert record["stdin"] == "/dev/null"
    # Beside the three usual ones, only the one with which it lists them.
    assert len(record["files"]) == 4
    assert record["own_session"]


@pytest.mark.parametrize("behaviour", ["refuses", "asks_for_administrator"])
@pytest.mark.parametrize("key", STARTED)
def test_one_that_ends_at_once_did_not_start(key: str, behaviour: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", behaviour)
    assert refusal(lambda: started(key, stand_in)) is Cause.TOOL_DID_NOT_START


@pytest.mark.parametrize("key", STARTED)
def test_one_that_can_not_be_run_did_not_start(key: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    stand_in.program.write_bytes(b"\x7fELF and nothing more")
    assert refusal(lambda: started(key, stand_in)) is Cause.TOOL_DID_NOT_START


@pytest.mark.parametrize("key", OPENED)
def test_an_address_is_opened_as_it_is(key: str, tmp_path: Path) -> None:
    opener = StandIn(tmp_path / "bin", "opens", "xdg-open")
    provider = made(key, tmp_path, open=lambda address: open_address(address, str(opener.program.parent)))
    code = {"own-page": "AB12", "quick-assist": "a1b2c3"}.get(key, "")
    running = provider.start(provider.find(), ticket="INC-000123", code=code)
    wanted = {
        "own-page": "https://remote.example/t/INC-000123?code=AB12",
        "quick-assist": "ms-quick-assist:",
        "chrome-remote-desktop": "https://remotedesktop.google.com/support",
    }
    assert Path(f"{opener.program}.opened").read_text("utf-8").split("\n") == [wanted[key], ""]
    assert not running.ended()
    assert not running.close()


@pytest.mark.parametrize("key", OPENED)
def test_an_address_that_nothing_opens_did_not_start(key: str, tmp_path: Path) -> None:
    code = {"own-page": "AB12", "quick-assist": "a1b2c3"}.get(key, "")
    provider = made(key, tmp_path, open=lambda address: open_address(address, str(tmp_path)))
    assert refusal(lambda: provider.start(provider.find(), ticket="INC-1", code=code)) is Cause.TOOL_DID_NOT_START


# ids and codes


def telling(key: str, stand_in: StandIn, **more: Any) -> ProgramTool:
    provider = made(key, stand_in.program)
    assert isinstance(provider, ProgramTool)
    return dataclasses.replace(provider, **more)


@pytest.mark.parametrize("key", TELL)
def test_an_id_that_comes_late_is_waited_for(key: str, tmp_path: Path) -> None:
    provider = telling(key, StandIn(tmp_path / "tool", "tells_late"))
    assert provider.read_code(provider.find(), lambda: False) == "987654321"


@pytest.mark.parametrize("key", TELL)
def test_an_id_that_never_comes_is_asked_of_the_employee(key: str, tmp_path: Path) -> None:
    provider = telling(key, StandIn(tmp_path / "tool", "tells_never"), wait_s=0.7)
    assert refusal(lambda: provider.read_code(provider.find(), lambda: False)) is Cause.TOOL_TELLS_NO_CODE


def test_a_tool_that_hangs_over_its_id_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.assist.program_tool.ANSWER_S", 0.5)
    stand_in = StandIn(tmp_path / "tool", "hangs")
    provider = telling("rustdesk", stand_in, wait_s=0.4)
    assert refusal(lambda: provider.read_code(provider.find(), lambda: False)) is Cause.TOOL_TELLS_NO_CODE
    numbers = [int(word) for word in Path(f"{stand_in.program}.pids").read_text().split()]
    assert not [pid for pid in numbers if lives(pid)]


def test_waiting_for_an_id_ends_with_the_session(tmp_path: Path) -> None:
    provider = telling("anydesk", StandIn(tmp_path / "tool", "tells_never"))
    over = threading.Event()
    threading.Timer(0.5, over.set).start()
    begun = time.monotonic()
    assert refusal(lambda: provider.read_code(provider.find(), over.is_set)) is Cause.TOOL_TELLS_NO_CODE
    assert time.monotonic() - begun < provider.wait_s


@pytest.mark.parametrize("key", ["teamviewer", *OPENED])
def test_a_tool_that_tells_no_id_says_so(key: str, tmp_path: Path) -> None:
    provider = made(key, StandIn(tmp_path / "tool", "lives").program)
    assert provider.tool().code_from in {CodeFrom.EMPLOYEE, CodeFrom.TECHNICIAN}
    assert refusal(lambda: provider.read_code(provider.find(), lambda: False)) is Cause.TOOL_TELLS_NO_CODE


GOOD = {
    "anydesk": {
        "123456789": "123456789",
        " 1 234 567 890\t": "1234567890",
        "budi@ad": "budi@ad",
        "it-desk.2@nusantara": "it-desk.2@nusantara",
    },
    "rustdesk": {"123456789": "123456789", "987 654 321": "987654321", "budi_laptop-1": "budi_laptop-1"},
    "teamviewer": {"1 234 567 890": "1234567890", "123456789": "123456789", "s12-345-678": "s12-345-678"},
    "chrome-remote-desktop": {"1234 5678 9012": "123456789012", "123456789012": "123456789012"},
    "quick-assist": {"a1b2c3": "A1B2C3", "123456": "123456"},
    "own-page": {"AB12": "AB12"},
}
BAD = (
    *("", " ", "0", "12345", "1" * 13, "1" * 400, "--install", "-1234567890", "--get-id", "123456789; reboot", "$(reboot)", "`reboot`"),
    *(
        "123456789|sh",
        "123456789&",
        "123456789\n",
        "123456789\n--install",
        "\n123456789",
        "123\n456\n789",
        "123456789\0",
        "123456789 --silent",
    ),
    *("https://evil.example/123456789", "anydesk:123456789", "javascript:alert(1)", "//evil.example", "..\\..\\x", "../../etc/passwd"),
    *(
        "١٢٣٤٥٦٧٨٩",
        "１２３４５６７８９",
        "१२३४५६७८९",
        "123\u00a0456\u00a0789",
        "12345678\u0661",
        "АБ12",
        "budi@аd",
        "budi@ad@ad",
        "@ad",
        "budi@",
    ),
    *('"123456789"', "'123456789'", "123456789%00", "%31%32%33", "S12–345–678", "123  456  789", "１a1b2c3", "a1b2c3\r", "ab 12"),
)


@pytest.mark.parametrize("key", GOOD)
def test_codes_are_taken_in_their_own_form_and_in_no_other(key: str, tmp_path: Path) -> None:
    provider = made(key, tmp_path / "nowhere")
    for typed, clean in GOOD[key].items():
        assert provider.clean_code(typed) == clean
    for typed in (*BAD, "s12-345-67" if key == "teamviewer" else "x"):
        if key == "own-page" and typed == "12345":
            continue
        assert refusal(lambda typed=typed: provider.clean_code(typed)) is Cause.TOOL_CODE_WRONG, typed  # type: ignore[misc]


@pytest.mark.parametrize("key", GOOD)
@given(
    typed=st.one_of(st.text(max_size=80), st.text("0123456789 sS-@.abcDEF\n;$`|&%/\\'\"", max_size=24), st.from_regex(r"[0-9 @a-z-]{6,14}"))
)
def test_whatever_is_typed_is_refused_or_clean(key: str, typed: str) -> None:
    provider = made(key, Path("/nowhere"))
    try:
        code = provider.clean_code(typed)
    except RefusedError:
        return
    assert re.fullmatch("[A-Za-z0-9][A-Za-z0-9@._-]{3,63}", code, re.ASCII)
    assert provider.clean_code(code) == code


# the end


@pytest.mark.parametrize("key", ["anydesk", OWN])
def test_it_is_closed_with_all_that_it_started(key: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "has_family")
    running = started(key, stand_in)
    stray = stand_in.number()
    assert lives(stray)
    assert not running.ended()
    assert running.close()
    assert not lives(stray)
    assert running.ended()
    assert running.close()


def test_closing_from_two_threads_is_one_end(tmp_path: Path) -> None:
    running = started("anydesk", StandIn(tmp_path / "tool", "lives"))
    answers: list[bool] = []
    threads = [threading.Thread(target=lambda: answers.append(running.close())) for _one in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [True] * 3


TRAY = """
import sys, time
from tests.desktop_client.assist.providers.test_catalogue import started
from tests.desktop_client.assist.standing_in import StandIn
from pathlib import Path
running = started("anydesk", StandIn(Path(sys.argv[1]), "has_family"))
print("started", flush=True)
time.sleep(600)
"""


def test_when_the_tray_is_killed_so_is_the_tool(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", TRAY, tmp_path / "tool"], stdout=subprocess.PIPE) as tray:
        assert tray.stdout is not None
        assert tray.stdout.readline() == b"started\n"
        stray = int(wait_for(lambda: (tmp_path / "tool" / "has_family.stray").read_text() or None, "the grandchild"))
        assert lives(stray)
        tray.send_signal(signal.SIGKILL)
    wait_for(lambda: not lives(stray) or None, "the end of the grandchild")


@pytest.mark.parametrize("key", ["rustdesk", OWN])
def test_that_it_ended_by_itself_is_noticed(key: str, tmp_path: Path) -> None:
    running = started(key, StandIn(tmp_path / "tool", "dies"))
    assert not running.ended()
    wait_for(lambda: running.ended() or None, "the end", NOTICED_S)
    assert running.close()


def test_one_that_hands_over_runs_until_what_it_started_ends(tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "hands_over")
    running = started("teamviewer", stand_in)
    stray = stand_in.number()
    assert not running.ended()
    os.kill(stray, signal.SIGKILL)
    wait_for(lambda: running.ended() or None, "the end", NOTICED_S)


@pytest.mark.parametrize("key", PROGRAMS)
def test_one_that_ran_before_is_neither_watched_nor_ended(key: str, tmp_path: Path) -> None:
    service = StandIn(tmp_path / "service", "hands_over", key)
    subprocess.run([service.program], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    outside = service.number()
    try:
        stand_in = StandIn(tmp_path / "tool", "lives")
        tool = made(key, stand_in.program).tool()
        assert not tool.closes
        running = started(key, stand_in)
        ours = stand_in.record()["pid"]
        assert not running.close()
        assert not running.ended()
        assert not lives(ours)
        assert lives(outside)
    finally:
        os.kill(outside, signal.SIGKILL)


def test_one_that_was_there_before_and_ended_at_once_was_started(tmp_path: Path) -> None:
    service = StandIn(tmp_path / "service", "hands_over", "anydesk")
    subprocess.run([service.program], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    outside = service.number()
    try:
        window = StandIn(tmp_path / "tool", "tells_never")
        window.program.write_text("#!/bin/sh\nexit 0\n")
        running = started("anydesk", window)
        time.sleep(0.3)
        assert not running.ended()
    finally:
        os.kill(outside, signal.SIGKILL)


# tickets


@pytest.mark.parametrize(
    "ticket", ["--install", "-x", "INC 1", "INC-1;reboot", "$(reboot)", "INC-1\n", "", "../x", "INC-１", "a" * 33, "%00", "{code}"]
)
def test_a_ticket_number_that_is_none_starts_nothing(ticket: str, tmp_path: Path) -> None:
    stand_in = StandIn(tmp_path / "tool", "lives")
    provider = made(OWN, stand_in.program)
    assert refusal(lambda: provider.start(provider.find(), ticket=ticket, code="")) is Cause.TOOL_DID_NOT_START
    page = made("own-page", tmp_path, open=pytest.fail)
    assert refusal(lambda: page.start(page.find(), ticket=ticket, code="AB12")) is Cause.TOOL_DID_NOT_START
    assert not stand_in.was_started()


@pytest.mark.parametrize("code", ["--install", "AB12;", "ab12", "", "AB12\n", "АБ12"])
def test_a_code_that_is_none_opens_nothing(code: str, tmp_path: Path) -> None:
    page = made("own-page", tmp_path, open=pytest.fail)
    assert refusal(lambda: page.start(page.find(), ticket="INC-1", code=code)) is Cause.TOOL_CODE_WRONG


# the order


def on(*here_now: str) -> tuple[str, ...]:
    values = Settings(remote_tool_programs={key: "/usr/bin/env" if key in here_now else "/nowhere" for key in PROGRAMS})
    return tuple(one.key for one in offered(values, here()))


def test_without_a_policy_what_is_here_is_offered() -> None:
    assert on() == ("chrome-remote-desktop",)
    assert on("rustdesk", "teamviewer") == ("rustdesk", "teamviewer", "chrome-remote-desktop")


@pytest.mark.expects_log
def test_a_policy_says_which_and_in_which_order(caplog: pytest.LogCaptureFixture) -> None:
    values = Settings(
        remote_tools=("teamviewer", "own-page", "unheard-of", "anydesk", "teamviewer"),
        remote_tool=PAGE,
        remote_tool_downloads={"anydesk": "https://intranet.example/anydesk"},
    )
    found = offered(values, here())
    assert [one.key for one in found] == ["teamviewer", "own-page", "anydesk"]
    assert [one.tool().download for one in found] == ["", "", "https://intranet.example/anydesk"]
    assert "unheard-of" in caplog.text


def test_what_a_session_may_start_is_told_to_the_watch() -> None:
    values = Settings(
        remote_tool={"key": "own", "name": "Own", "program": "/usr/bin/X11VNC", "end": "process-name", "process_name": "Helper"}
    )
    assert expected_names(values, "own") == {"own", "helper", "x11vnc"}
    assert expected_names(values, "anydesk") == {"anydesk"}
    assert expected_names(values, "") == frozenset()


def test_every_tool_of_ours_is_one_that_the_watch_knows() -> None:
    assert {*PROGRAMS, *ADDRESSES} <= {tool.key for tool in KNOWN_TOOLS}
    for module in (anydesk, rustdesk, teamviewer):
        assert set(module.PLACES) == {"linux", "win32", "darwin"}
        assert module.MAKER.publishers
        assert re.fullmatch("[A-Z0-9]{10}", module.MAKER.team)
