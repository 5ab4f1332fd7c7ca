"""Collectors run side by side; one that hangs, fails or is slow costs its own line and nothing else."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from contract.diagnostics import Fact
from desktop_client.diagnostics import runner
from desktop_client.diagnostics.facts import FactKind, Group, Question, System
from desktop_client.diagnostics.runner import Asked, run_collectors
from desktop_client.system.not_known import NotKnown, NotKnownError, Why

HANG_GUARD_S = 20
HERE = System(sys.platform)


@dataclass(frozen=True)
class Made:
    """A collector for tests: `does` is its work."""

    name: str
    does: Callable[[Question], Iterator[Fact | NotKnown]]
    limit_s: float = HANG_GUARD_S
    systems: tuple[System, ...] = (HERE,)
    group: Group = Group.SYSTEM
    explanation: str = "For a test."
    kinds: tuple[FactKind, ...] = (FactKind("{anything}", "For a test."),)

    def collect(self, question: Question) -> Iterator[Fact | NotKnown]:
        return self.does(question)


def fact(name: str) -> Fact:
    return Fact(group="System", name=name, value="x")


def says(*names: str) -> Callable[[Question], Iterator[Fact | NotKnown]]:
    return lambda _question: (fact(name) for name in names)


def hangs(release: threading.Event, *first: str) -> Callable[[Question], Iterator[Fact | NotKnown]]:
    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        yield from map(fact, first)
        release.wait(HANG_GUARD_S * 3)
        yield fact("too late")

    return work


def fails(error: Exception) -> Callable[[Question], Iterator[Fact | NotKnown]]:
    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        yield fact("before")
        raise error

    return work


def names(result: runner.Result) -> list[str]:
    return [one.name for one in result.facts]


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """Lets everything that hangs go at the end, and waits for it."""
    event = threading.Event()
    yield event
    event.set()
    for thread in threading.enumerate():
        if thread.name.startswith("collector "):
            thread.join(HANG_GUARD_S)


def test_results_come_in_the_order_of_the_catalogue() -> None:
    def late(_question: Question) -> Iterator[Fact | NotKnown]:
        time.sleep(0.1)
        yield fact("late")

    results = run_collectors([Made("one", late), Made("two", says("a", "b"))], Asked())
    assert [(result.collector.name, names(result), result.missing) for result in results] == [
        ("one", ["late"], ()),
        ("two", ["a", "b"], ()),
    ]


def test_they_run_side_by_side() -> None:
    together = threading.Barrier(3, timeout=HANG_GUARD_S)

    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        together.wait()
        yield fact("met")

    results = run_collectors([Made(str(number), work) for number in range(3)], Asked())
    assert [names(result) for result in results] == [["met"]] * 3


def test_one_that_hangs_is_one_line_and_what_it_had_said_counts(release: threading.Event) -> None:
    results = run_collectors([Made("hanging", hangs(release, "first"), limit_s=0.2), Made("other", says("a"))], Asked())
    assert (names(results[0]), results[0].missing) == (["first"], ("slow: no answer in 1 s",))
    assert (names(results[1]), results[1].missing) == (["a"], ())


def test_one_that_still_hangs_is_not_asked_again(release: threading.Event) -> None:
    hanging = Made("hanging again", hangs(release), limit_s=0.1)
    run_collectors([hanging], Asked())
    before = threading.active_count()
    for _ in range(5):
        (result,) = run_collectors([hanging], Asked())
        assert result.missing == ("slow: still busy with the last check",)
    assert threading.active_count() == before
    release.set()
    until = time.monotonic() + HANG_GUARD_S
    while runner._hanging and time.monotonic() < until:
        time.sleep(0.01)
    (result,) = run_collectors([Made("hanging again", says("back"))], Asked())
    assert names(result) == ["back"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (NotKnownError(NotKnown(Why.MISSING)), "failed: not installed"),
        (NotKnownError(NotKnown(Why.DENIED)), "failed: not permitted"),
        (ValueError("password=planted"), "failed: ValueError"),
        (PermissionError(13, "planted", "/home/planted"), "failed: PermissionError"),
        (RecursionError("planted"), "failed: RecursionError"),
    ],
)
def test_one_that_fails_is_one_line_without_its_errors_text(error: Exception, reason: str) -> None:
    results = run_collectors([Made("failing", fails(error)), Made("other", says("a"))], Asked())
    assert (names(results[0]), results[0].missing) == (["before"], (reason,))
    assert names(results[1]) == ["a"]


def test_one_that_fails_at_the_first_call_is_one_line_too() -> None:
    def broken(_question: Question) -> Iterator[Fact | NotKnown]:
        raise KeyError("planted")

    assert run_collectors([Made("broken", broken)], Asked())[0].missing == ("failed: KeyError",)


def test_a_part_that_is_not_known_is_a_line_beside_the_facts() -> None:
    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        yield fact("a")
        yield NotKnown(Why.TIMEOUT)
        yield NotKnown(Why.TIMEOUT)
        yield fact("b")

    (result,) = run_collectors([Made("parts", work)], Asked())
    assert (names(result), result.missing) == (["a", "b"], ("failed: no answer in time",))


def test_its_commands_end_with_it(tmp_path: Path) -> None:
    file = tmp_path / "pid"

    def work(question: Question) -> Iterator[Fact | NotKnown]:
        question.run(("sh", "-c", f"sleep 300 & echo $! > {file}; wait"), 300)
        yield fact("never")

    (result,) = run_collectors([Made("commanding", work, limit_s=1.0)], Asked())
    assert result.missing == ("slow: no answer in 1 s",)
    pid = int(file.read_text())
    until = time.monotonic() + HANG_GUARD_S
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < until:
        time.sleep(0.02)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_limit_for_all_leaves_what_still_runs(release: threading.Event) -> None:
    results = run_collectors([Made("hanging", hangs(release, "first")), Made("other", says("a"))], Asked(), limit_s=0.3)
    assert [(names(result), result.missing) for result in results] == [(["first"], ("slow: no answer in 1 s",)), (["a"], ())]


def test_it_can_be_stopped_from_outside(release: threading.Event) -> None:
    stop = threading.Event()
    entered = threading.Event()

    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        yield fact("first")
        entered.set()
        release.wait(HANG_GUARD_S * 3)

    threading.Thread(target=lambda: (entered.wait(HANG_GUARD_S), stop.set())).start()
    (result,) = run_collectors([Made("stopped", work)], Asked(), stop=stop)
    assert (names(result), result.missing) == (["first"], ("slow: no answer in 1 s",))


def test_progress_counts_up_to_all_of_them(release: threading.Event) -> None:
    told: list[tuple[int, int]] = []
    collectors = [Made("a", says("x")), Made("b", fails(OSError())), Made("c", hangs(release), limit_s=0.1)]
    run_collectors(collectors, Asked(), on_progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_one_for_another_system_is_not_asked() -> None:
    elsewhere = next(system for system in System if system is not HERE)
    assert run_collectors([Made("elsewhere", says("a"), systems=(elsewhere,))], Asked()) == ()


def test_endless_facts_end() -> None:
    def work(_question: Question) -> Iterator[Fact | NotKnown]:
        while True:
            yield fact("again")

    (result,) = run_collectors([Made("endless", work)], Asked())
    assert len(result.facts) == runner.MOST_FACTS


def test_a_hanging_one_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import threading\n"
        "from desktop_client.diagnostics.runner import Asked, run_collectors\n"
        "from desktop_client.diagnostics.collectors.battery import BatteryCollector\n"
        "class Hangs(BatteryCollector):\n"
        "    def collect(self, question):\n"
        "        threading.Event().wait(600)\n"
        "        return iter(())\n"
        "print(run_collectors([Hangs(limit_s=0.2)], Asked())[0].missing)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    told = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, timeout=HANG_GUARD_S * 2, check=True)
    assert told.stdout == "('slow: no answer in 1 s',)\n"
