"""The scam shield, with real processes whose names are those of remote tools."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from desktop_client.assist.known_tools import KNOWN_TOOLS, NameTable
from desktop_client.assist.launching import launch
from desktop_client.assist.watching import FoundTool, RemoteToolWatch, close_found
from desktop_client.system.programs.process_names import read_named
from development.virtual_screen import wait_for
from tests.desktop_client.assist.standing_in import detached, lives

linux = pytest.mark.skipif(sys.platform != "linux", reason="real processes are looked at on Linux")


class Others:
    """Programs that somebody else starts: none of them is below this process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pids: list[int] = []

    def put(self, name: str, *words: str) -> Path:
        """A program with this name, which sleeps; with words, a shell script."""
        program = self._folder / name
        if words:
            program.write_text("\n".join(("#!/bin/sh", *words)))
            program.chmod(0o755)
        elif not program.exists():
            shutil.copy("/bin/sleep", program)
        return program

    def start(self, name: str, *words: str) -> int:
        """Such a program at work; its process id."""
        program = self.put(name, *words)
        pid = detached(program, "600")
        self._pids.append(pid)
        return pid

    def close(self) -> None:
        for pid in self._pids:
            try:
                process = psutil.Process(pid)
                family = [process, *process.children(recursive=True)]
            except psutil.Error:
                continue
            for one in family:
                one.kill()


@pytest.fixture
def others(tmp_path: Path) -> Iterator[Others]:
    started = Others(tmp_path)
    yield started
    started.close()


class Shield:
    """A watch, what it told, and what it is told to expect."""

    def __init__(self, *always: str) -> None:
        self.told: list[FoundTool] = []
        self.expected: frozenset[str] = frozenset()
        self.on = True
        self.watch = RemoteToolWatch(KNOWN_TOOLS, always, self.told.append, lambda: self.expected, wanted=lambda: self.on)
        self.watch.look()

    def look(self) -> list[tuple[str, tuple[int, ...]]]:
        self.told.clear()
        self.watch.look()
        return [(found.key, found.pids) for found in self.told]


@linux
def test_a_tool_that_starts_is_told_once(others: Others) -> None:
    shield = Shield()
    pid = others.start("anydesk")
    assert shield.look() == [("anydesk", (pid,))]
    assert (shield.told[0].name, shield.told[0].key) == ("AnyDesk", "anydesk")
    assert shield.look() == []
    again = others.start("anydesk")
    assert shield.look() == [("anydesk", (again,))]


@linux
def test_what_ran_before_is_quiet_and_so_is_what_it_starts(others: Others) -> None:
    worker = others.put("rustdesk-worker")
    service = others.start("rustdesk", f'while [ ! -e {worker}.go ]; do sleep 0.05; done; "$0-worker" 600 &', "wait")
    others.start("rustdesk-worker")
    shield = Shield()
    Path(f"{worker}.go").touch()
    wait_for(lambda: any(one.name() == worker.name for one in psutil.Process(service).children()) or None, "the worker of the service")
    assert shield.look() == []
    # A window of it, which the person opened, is another matter.
    window = others.start("rustdesk-window")
    assert shield.look() == [("rustdesk", (window,))]


@linux
def test_a_whole_start_is_one_alarm(others: Others) -> None:
    shield = Shield()
    others.put("anydesk-helper")
    parent = others.start("teamviewer", '"$(dirname "$0")/anydesk-helper" 600 &', "sleep 600")
    child = wait_for(lambda: next(iter(psutil.Process(parent).children()), None), "its child").pid
    wait_for(lambda: ((one := read_named(child)) is not None and one.name == "anydesk-helper") or None, "the child's program")
    assert shield.look() == [("teamviewer", (parent,)), ("anydesk", (child,))]


@linux
def test_what_belongs_to_the_session_is_quiet(others: Others, tmp_path: Path) -> None:
    shield = Shield()
    shield.expected = frozenset({"anydesk"})
    others.start("anydesk")
    assert shield.look() == []
    other = others.start("rustdesk")
    assert shield.look() == [("rustdesk", (other,))]
    shield.expected = frozenset()
    assert shield.look() == []


@linux
def test_what_sigap_started_is_quiet_without_being_told(tmp_path: Path) -> None:
    shield = Shield()
    program = tmp_path / "x11vnc"
    shutil.copy("/bin/sleep", program)
    running = launch(program, ("600",), "Office VNC")
    assert shield.look() == []
    assert running.close()


@linux
@pytest.mark.parametrize("always", ["vnc", "x11vnc", "X11VNC"])
def test_what_always_runs_is_quiet(always: str, others: Others) -> None:
    shield = Shield(always)
    others.start("x11vnc")
    assert shield.look() == []
    found = others.start("krfb")
    assert shield.look() == ([] if always == "vnc" else [("vnc", (found,))])


@linux
def test_off_means_off_and_on_again_begins_anew(others: Others) -> None:
    shield = Shield()
    shield.on = False
    others.start("anydesk")
    assert shield.look() == []
    shield.on = True
    assert shield.look() == []
    later = others.start("anydesk")
    assert shield.look() == [("anydesk", (later,))]


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="needs somebody who may become somebody else")
def test_another_account_s_tools_are_its_own_business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "proc"
    (folder / "77").mkdir(parents=True)
    (folder / "77" / "stat").write_text("77 (anydesk) S 1 " + " ".join(["0"] * 17) + " 500 0\n")
    told: list[FoundTool] = []
    watch = RemoteToolWatch(KNOWN_TOOLS, (), told.append, frozenset, proc=str(folder))
    os.chown(folder / "77" / "stat", 12345, -1)
    for pid in (77, 78):
        watch.look()
        (folder / str(pid + 1)).mkdir()
        shutil.copy(folder / "77" / "stat", folder / str(pid + 1) / "stat")
        os.chown(folder / str(pid + 1) / "stat", 12345 if pid == 77 else os.getuid(), -1)
    watch.look()
    assert [found.pids for found in told] == [(79,)]


@linux
def test_the_thread_looks_until_it_is_closed(others: Others, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.assist.watching.LOOK_S", 0.05)
    told: list[FoundTool] = []
    looked = threading.Event()

    def expected() -> frozenset[str]:
        looked.set()
        return frozenset()

    watch = RemoteToolWatch(KNOWN_TOOLS, (), told.append, expected)
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        wait_for(lambda: watch._new is not None or None, "the first look")
        pid = others.start("anydesk")
        wait_for(lambda: told or None, "the alarm")
        assert [found.pids for found in told] == [(pid,)]
        assert looked.is_set()
    finally:
        watch.close()
        thread.join(5)
    assert not thread.is_alive()


@linux
@pytest.mark.expects_log
def test_a_look_that_fails_does_not_end_the_shield(others: Others, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.assist.watching.LOOK_S", 0.05)
    told: list[FoundTool] = []
    failing = iter((True, True))

    def expected() -> frozenset[str]:
        if next(failing, False):
            raise OSError("odd")
        return frozenset()

    watch = RemoteToolWatch(KNOWN_TOOLS, (), told.append, expected)
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        wait_for(lambda: watch._new is not None or None, "the first look")
        wait_for(lambda: (others.start("anydesk") and told) or None, "an alarm")
    finally:
        watch.close()
        thread.join(5)
    assert not thread.is_alive()


@linux
def test_a_found_tool_is_ended_with_what_it_started_and_nothing_else(others: Others, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_client.assist.watching.ASK_S", 0.4)
    shield = Shield()
    bystander = others.start("krfb")
    shield.look()
    found_pid = others.start("anydesk", 'trap "" TERM', "sleep 600 & wait", "sleep 617")
    child = wait_for(lambda: next(iter(psutil.Process(found_pid).children()), None), "its child").pid
    shield.look()
    found = shield.told[0]
    # A child that was not its own program yet when it was looked at belongs to it.
    assert found.pids[0] == found_pid
    later = FoundTool(key="vnc", name="VNC", pids=(bystander,), started=(found.started[0] + 10**6,))
    assert close_found(later)
    assert lives(bystander)
    assert close_found(found)
    assert not lives(found_pid)
    assert not lives(child)
    assert not [one for one in psutil.process_iter(["cmdline"]) if one.info["cmdline"] == ["sleep", "617"]]
    assert lives(bystander)
    assert close_found(found)


# names


def names(platform: str) -> Callable[[str], str]:
    table = NameTable(platform=platform)
    return lambda name: tool.key if (tool := table.tool(name)) is not None else ""


@pytest.mark.parametrize(
    ("platform", "name", "key"),
    [
        ("win32", "AnyDesk.exe", "anydesk"),
        ("win32", "anydesk-3f2a1b.exe", "anydesk"),
        ("win32", "AnyDesk (1).exe", "anydesk"),
        ("win32", "rustdesk-1.4.2-x86_64.exe", "rustdesk"),
        ("win32", "TeamViewerQS_x64.exe", "teamviewer"),
        ("win32", "QuickAssist.exe", "quick-assist"),
        ("win32", "remoting_host.exe", "chrome-remote-desktop"),
        ("win32", "ScreenConnect.WindowsClient.exe", "screenconnect"),
        ("win32", "UltraViewer_Desktop.exe", "ultraviewer"),
        ("win32", "AA_v3.exe", "ammyy-admin"),
        ("win32", "mstsc.exe", ""),
        ("win32", "vncviewer.exe", ""),
        ("linux", "chrome-remote-d", "chrome-remote-desktop"),
        ("linux", "TeamViewer", "teamviewer"),
        ("linux", "x11vnc", "vnc"),
        ("linux", "Xvnc", ""),
        ("linux", "gnome-remote-de", ""),
        ("linux", "bash", ""),
        ("linux", "", ""),
        ("darwin", "AnyDesk", "anydesk"),
        ("darwin", "TeamViewer_Desktop", "teamviewer"),
    ],
)
def test_names_on_each_system(platform: str, name: str, key: str) -> None:
    assert names(platform)(name) == key


def test_the_table_is_one_and_each_name_in_it_once() -> None:
    assert len({tool.key for tool in KNOWN_TOOLS}) == len(KNOWN_TOOLS)
    for platform in ("linux", "win32", "darwin"):
        every = [name for tool in KNOWN_TOOLS for name in tool.names(platform)]
        assert len(set(every)) == len(every)
        assert all(name == name.lower() and len(name.rstrip("*")) >= 4 for name in every)
