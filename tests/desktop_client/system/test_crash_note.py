"""Real processes that end as they should, are killed, or crash in native code."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client.system import crash_note
from desktop_client.system.folders import Profile, open_profile

RUN = """
import sys
from pathlib import Path
from desktop_client.system import crash_note
from desktop_client.system.folders import open_profile
profile = open_profile(Path(sys.argv[1]))
print(crash_note.begin(profile), flush=True)
word = sys.stdin.readline().strip()
if word == "end":
    crash_note.end(profile)
elif word == "crash":
    import ctypes
    ctypes.string_at(0)
"""


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    made = open_profile(tmp_path)
    yield made
    crash_note.end(made)


class Run:
    """Sigap, running in a process of its own."""

    def __init__(self, profile: Profile) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, profile.root], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdout
        self.told = self.process.stdout.readline().strip() == b"True"

    def finish(self, word: str) -> None:
        if word == "kill":
            self.process.kill()
        self.process.communicate(f"{word}\n".encode())


def test_the_first_run_has_nothing_to_tell_and_leaves_nothing(profile: Profile) -> None:
    assert not crash_note.begin(profile)
    crash_note.end(profile)
    crash_note.end(profile)
    assert list(profile.log_folder.iterdir()) == []
    assert not crash_note.begin(profile)


def test_a_run_that_ended_as_it_should_is_no_crash(profile: Profile) -> None:
    Run(profile).finish("end")
    assert not crash_note.begin(profile)


@pytest.mark.parametrize("how", ["kill", "crash"])
def test_a_run_that_ended_by_itself_is_told_once(profile: Profile, how: str) -> None:
    Run(profile).finish(how)
    second = Run(profile)
    assert second.told
    second.finish("end")
    assert not crash_note.begin(profile)


def test_a_crash_of_native_code_leaves_its_trace_which_the_next_start_keeps(profile: Profile) -> None:
    Run(profile).finish("crash")
    (trace,) = crash_note.faults(profile)
    assert "Segmentation fault" in trace.read_text()
    crash_note.begin(profile)
    crash_note.end(profile)
    assert crash_note.faults(profile) == (trace,)
    assert "Segmentation fault" in trace.read_text()


def test_only_the_newest_traces_stay(profile: Profile) -> None:
    for number in range(8):
        (profile.log_folder / f"fault-2026010{number}-000000-1-aa.txt").write_text("trace")
    crash_note.begin(profile)
    assert [file.name[6:14] for file in crash_note.faults(profile)] == ["20260107", "20260106", "20260105", "20260104", "20260103"]


def test_several_processes_at_a_time_are_no_crash(profile: Profile) -> None:
    first = Run(profile)
    second = Run(profile)
    assert not crash_note.begin(profile)
    assert (first.told, second.told) == (False, False)
    first.finish("kill")
    third = Run(profile)
    assert third.told
    for run in (second, third):
        run.finish("end")
    assert not crash_note.begin(profile)


def test_of_many_that_start_at_once_exactly_one_tells_of_the_crash(profile: Profile) -> None:
    Run(profile).finish("kill")
    program = f"import time\n{RUN}"
    started = [
        subprocess.Popen([sys.executable, "-c", program, profile.root], stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(6)
    ]
    told = [process.communicate(b"end\n")[0].strip() for process in started]
    assert sorted(told) == [b"False"] * 5 + [b"True"]


def test_where_nothing_can_be_written_there_is_no_note_and_no_trouble(profile: Profile) -> None:
    profile.log_folder.rmdir()
    assert not crash_note.begin(profile)
    crash_note.end(profile)
