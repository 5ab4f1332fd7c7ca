import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_client.system.programs.process_names import NewProcesses, any_running, below, is_below, pids, read_named
from development.virtual_screen import wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux' own files")


def stat(name: str, parent: int = 1, started: int = 100, state: str = "S") -> str:
    return f"7 ({name}) {state} {parent} " + " ".join(["0"] * 17) + f" {started} 0 0\n"


class Proc:
    """A folder that looks like /proc."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "self").mkdir()
        (folder / "cpuinfo").write_text("")

    def put(self, pid: int, name: str, **more: int | str) -> None:
        (self.folder / str(pid)).mkdir(exist_ok=True)
        (self.folder / str(pid) / "stat").write_text(stat(name, **more))  # type: ignore[arg-type]

    def gone(self, pid: int) -> None:
        (self.folder / str(pid) / "stat").unlink()
        (self.folder / str(pid)).rmdir()


def looking(proc: Proc, *wanted: str) -> Callable[[], list[tuple[int, str]]]:
    new = NewProcesses(lambda name: name in wanted, str(proc.folder))
    return lambda: [(one.pid, one.name) for one in new.look()]


def test_each_wanted_process_is_given_once(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    proc.put(10, "anydesk")
    proc.put(11, "bash")
    look = looking(proc, "anydesk")
    assert look() == [(10, "anydesk")]
    proc.put(12, "anydesk", started=200)
    assert look() == [(12, "anydesk")]
    assert look() == []
    assert look() == []


def test_one_that_becomes_another_program_is_seen(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    look = looking(proc, "anydesk")
    look()
    proc.put(20, "sh")
    assert look() == []
    proc.put(20, "anydesk")
    assert look() == [(20, "anydesk")]
    assert look() == []


def test_a_number_that_is_given_again_is_another_process(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    proc.put(30, "anydesk", started=100)
    look = looking(proc, "anydesk")
    assert look() == [(30, "anydesk")]
    proc.gone(30)
    look()
    proc.put(30, "anydesk", started=900)
    assert look() == [(30, "anydesk")]


@pytest.mark.parametrize("name", ["a) R 1 (b", "two words", "((", "émigré", "x" * 15])
def test_names_may_hold_anything(tmp_path: Path, name: str) -> None:
    proc = Proc(tmp_path)
    proc.put(40, name, parent=3)
    found = read_named(40, str(tmp_path))
    assert found is not None
    assert (found.name, found.parent, found.started) == (name, 3, 100.0)


def test_what_is_gone_or_only_remembered_or_cut_is_none(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    proc.put(50, "anydesk", state="Z")
    (tmp_path / "51").mkdir()
    (tmp_path / "51" / "stat").write_text("51 (anyde")
    assert [read_named(pid, str(tmp_path)) for pid in (50, 51, 52)] == [None] * 3
    assert pids(str(tmp_path)) == {50, 51}


def test_the_real_thing() -> None:
    with subprocess.Popen(["sleep", "60"]) as child:
        wait_for(lambda: ((one := read_named(child.pid)) is not None and one.name == "sleep") or None, "the name")
        assert is_below(child.pid, os.getpid())
        assert not is_below(os.getpid(), child.pid)
        assert not is_below(1, os.getpid())
        started = {child.pid}
        assert not any_running(lambda name: name == "sleep" and not started, not_below=os.getpid())
        assert any_running(lambda name: name == "sleep", not_below=child.pid + 10**7)
        child.kill()


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    proc.put(60, "a", parent=61)
    proc.put(61, "b", parent=60)
    assert not is_below(60, 7, str(tmp_path))
    assert {one.pid for one in below(60, str(tmp_path))} == {61}


def test_everything_below_is_found_and_nothing_beside(tmp_path: Path) -> None:
    proc = Proc(tmp_path)
    for pid, parent in ((70, 1), (71, 70), (72, 71), (73, 70), (74, 1), (75, 74)):
        proc.put(pid, "a", parent=parent)
    assert {one.pid for one in below(70, str(tmp_path))} == {71, 72, 73}
    assert below(75, str(tmp_path)) == ()
