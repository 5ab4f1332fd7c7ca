"""What each fix of this computer offers, keeps and refuses; that it heals, and isn't called fixed when it doesn't, is in tests/faults."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from contract.guides import CHECKS, FIXES, Evidence
from desktop_client.guides.fix import FixQuestion, NotHere, Plan
from desktop_client.guides.fixes import end_program
from desktop_client.guides.fixes.clear_queue import ClearQueueFix
from desktop_client.guides.fixes.computer import COMPUTER_FIXES
from desktop_client.guides.fixes.end_program import EndProgramFix, may_end
from desktop_client.guides.fixes.free import FreeFix
from desktop_client.guides.fixes.restart_print import RestartPrintFix, restarts_here
from desktop_client.guides.fixes.set_default import SetDefaultFix
from desktop_client.guides.fixes.unmute import UnmuteFix
from desktop_client.guides.verdict import Verdict, found
from desktop_client.system.audio.sound import Device, Sound, Stream
from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing.default_printer import own_default
from desktop_client.system.printing.print_jobs import Order
from desktop_client.system.printing.print_queues import HELD, IN_PROCESS, STOPPED, WAITS, Document, Queue, Queues
from desktop_client.system.programs.process_state import read_state
from desktop_client.system.programs.windows_of_person import Window


def verdict(check: str, code: str, **evidence: Any) -> dict[str, Verdict]:
    told = tuple(Evidence(name=name, value=value) for name, value in evidence.items())
    return {check: Verdict(check=check, seen=found(code, *told), at=datetime.now(UTC))}


def question(verdicts: Mapping[str, Verdict] | None = None, *, exit_code: int = 0, **more: Any) -> FixQuestion:
    return FixQuestion(run=lambda _argv, _limit: CommandResult(b"", b"", exit_code, Outcome.OK), limit_s=5, verdicts=verdicts or {}, **more)


def planned(plan: Plan | NotHere) -> Plan:
    assert isinstance(plan, Plan), plan
    return plan


def test_each_fix_is_one_of_the_contracts_and_mends_what_a_check_finds() -> None:
    assert [fix.name for fix in COMPUTER_FIXES] == ["clear-queue", "restart-print", "set-default", "free", "end-program", "unmute"]
    for fix in COMPUTER_FIXES:
        assert fix.name in FIXES
        for finding in fix.mends:
            check, _, code = finding.partition(":")
            assert code in CHECKS[check], finding


# clear-queue

STUCK = Document(number=7, queue="Lantai3", state=IN_PROCESS, own=True, title="Gaji", pages=3)
OTHERS = Document(number=6, queue="Lantai3", state=IN_PROCESS, own=False)


class Orders:
    """A print service that does what it is told, and remembers."""

    def __init__(self, *documents: Document, refuses: str = "") -> None:
        self.documents, self.refuses = documents, refuses
        self.given: list[tuple[Order, int, str]] = []

    def give(self, order: Order, job: int, destination: str = "") -> str:
        self.given.append((order, job, destination))
        return self.refuses

    def read(self) -> tuple[Document, ...]:
        done = {job for _, job, _ in self.given}
        return tuple(document for document in self.documents if document.number not in done)


def clearing(orders: Orders) -> ClearQueueFix:
    return ClearQueueFix(documents=orders.read, give=orders.give, next_s=0)


def test_a_document_is_named_to_its_owner() -> None:
    plan = planned(clearing(Orders(STUCK)).plan(question(verdict("queue", "stuck", document=7))))
    assert plan.actions[0].values == {"document": "Gaji", "printer": "Lantai3"}
    assert (plan.can_put_back, plan.one_choice, [choice.ticked for choice in plan.choices]) == (True, True, [True, False])


def test_what_putting_back_needs_is_kept_before_anything_changes() -> None:
    orders, kept = Orders(STUCK), []

    def keep(undo: Mapping[str, str]) -> None:
        kept.append((dict(undo), list(orders.given)))

    fix = clearing(orders)
    asked = question(verdict("queue", "stuck", document=7), keep=keep)
    applied = fix.apply(asked, planned(fix.plan(asked)))
    assert kept == [({"job": "7", "printer": "Lantai3"}, [])]
    assert (applied.done, applied.undo, orders.given) == (True, kept[0][0], [(Order.HOLD, 7, "")])
    assert fix.put_back(asked, kept[0][0])
    assert orders.given[-1] == (Order.RELEASE, 7, "")


def test_others_documents_and_none() -> None:
    assert clearing(Orders(OTHERS)).plan(question(verdict("queue", "stuck", document=6))) == NotHere("rights")
    assert clearing(Orders(OTHERS)).plan(question()) == NotHere("nothing to do")
    assert ClearQueueFix(documents=lambda: NotKnown(Why.OFF)).plan(question()) == NotHere("not on this system")


@pytest.mark.parametrize(("refusal", "why"), [("rights", "rights"), ("time", "time"), ("gone", "failed"), ("failed", "failed")])
def test_a_print_service_that_refuses(refusal: str, why: str) -> None:
    orders = Orders(STUCK, refuses=refusal)
    fix = clearing(orders)
    applied = fix.apply(question(), planned(fix.plan(question())))
    assert (applied.done, applied.why) == (False, why)


# restart-print


@pytest.mark.parametrize(("code", "done", "why"), [(0, True, ""), (126, False, "rights"), (127, False, "rights"), (1, False, "failed")])
def test_a_refusal_is_an_answer(code: int, done: bool, why: str) -> None:  # noqa: FBT001 - a table
    fix = RestartPrintFix(here=lambda: True, queues=Queues)
    plan = planned(fix.plan(question(verdict("queue", "stuck"))))
    assert plan.needs_administrator
    assert [doing.key for doing in plan.warnings] == ["everybody-waits", "set-aside-first"]
    applied = fix.apply(question(exit_code=code), plan)
    assert (applied.done, applied.why, fix.put_back(question(), {})) == (done, why, False)


def test_without_a_service_manager() -> None:
    assert RestartPrintFix(here=lambda: False).plan(question()) == NotHere("not on this system")
    assert isinstance(restarts_here(), bool)


# set-default


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


PRINTERS = Queues(
    default="Kasir",
    queues=(
        Queue(name="Kasir", uri="socket://127.0.0.1:1"),
        Queue(name="Lantai3", uri="dnssd://x/", place="Ruang 302"),
        Queue(name="Berhenti", uri="dnssd://x/", state=STOPPED),
        Queue(name="Penuh", uri="dnssd://x/", accepts=False),
        Queue(name="PDF", uri="cups-pdf:/"),
        Queue(name="Gudang", uri="socket://127.0.0.1:1"),
    ),
)


def test_only_printers_that_answer_are_offered(home: Path) -> None:
    orders = Orders(*(Document(number=n, queue=q, state=s, own=o) for n, q, s, o in ((1, "Kasir", WAITS, True), (2, "Kasir", HELD, False))))
    fix = SetDefaultFix(queues=lambda: PRINTERS, documents=orders.read, give=orders.give)
    plan = planned(fix.plan(question()))
    assert [(choice.key, choice.title, choice.ticked) for choice in plan.choices] == [
        ("use:Lantai3", "Lantai3 (Ruang 302)", True),
        ("move:Lantai3", "Lantai3 (Ruang 302)", False),
    ]
    kept: list[dict[str, str]] = []
    applied = fix.apply(question(chosen=("move:Lantai3",), keep=lambda undo: kept.append(dict(undo))), plan)
    assert (applied.done, own_default(), orders.given) == (True, "Lantai3", [(Order.MOVE, 1, "Lantai3")])
    assert kept == [applied.undo]
    assert fix.put_back(question(), kept[0])
    assert own_default() == ""


def test_a_choice_made_since_is_not_taken_back(home: Path) -> None:
    fix = SetDefaultFix(queues=lambda: PRINTERS, documents=tuple)
    undo = {"default": "", "set": "Gudang", "from": "Kasir", "moved": "[]"}
    fix.apply(question(chosen=("use:Lantai3",)), planned(fix.plan(question())))
    assert fix.put_back(question(), undo)
    assert own_default() == "Lantai3"


def test_documents_that_stay_in_a_strange_room_are_not_said_to_be_back(home: Path) -> None:
    moved = Document(number=1, queue="Lantai3", state=WAITS, own=True)
    undo = {"default": "", "set": "Lantai3", "from": "Kasir", "moved": "[1]"}
    for refuses, back in (("rights", False), ("late", True)):
        orders = Orders(moved, refuses=refuses)
        assert SetDefaultFix(documents=orders.read, give=orders.give).put_back(question(), undo) is back


def test_nothing_chosen_and_none_that_answers(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fix = SetDefaultFix(queues=lambda: PRINTERS, documents=tuple)
    plan = planned(fix.plan(question()))
    assert fix.apply(question(), plan).done is False
    monkeypatch.setenv("LPDEST", "Kasir")
    assert fix.apply(question(chosen=("use:Lantai3",)), plan).why == "failed"
    assert SetDefaultFix(queues=Queues).plan(question()) == NotHere("nothing to do")
    assert SetDefaultFix(queues=lambda: NotKnown(Why.OFF)).plan(question()) == NotHere("not on this system")


# free


def test_only_what_is_ticked_and_was_offered_goes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in (".cache/toko/a", ".local/share/Trash/files/b", "Downloads/film", "Surat/penting"):
        (home / name).parent.mkdir(parents=True)
        (home / name).write_bytes(b"x" * 100_000)
    fix = FreeFix(large_bytes=50_000)
    plan = planned(fix.plan(question()))
    ticks = {choice.key: choice.ticked for choice in plan.choices}
    assert ticks.items() >= {"caches": True, "bin": True, f"file:{home}/Downloads/film": False}.items()
    assert plan.can_put_back is False
    applied = fix.apply(question(chosen=("bin", f"file:{home}/Surat/penting")), plan)
    left = [name for name in (".cache/toko/a", ".local/share/Trash/files/b", "Downloads/film", "Surat/penting") if (home / name).exists()]
    assert (applied.done, left) == (True, [".cache/toko/a", "Downloads/film", "Surat/penting"])
    assert fix.put_back(question(), {}) is False


def test_room_on_another_volume_is_no_help(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    (home / ".cache/toko").mkdir(parents=True)
    (home / ".cache/toko/a").write_bytes(b"x" * 100_000)
    assert FreeFix().plan(question(verdict("disk", "full", drive="/proc"))) == NotHere("nothing to do")
    assert "caches" in [choice.key for choice in planned(FreeFix().plan(question(verdict("disk", "full", drive=str(home))))).choices]


# end-program


@pytest.fixture
def program() -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([sys.executable, "-c", "import time; print(1, flush=True); time.sleep(60)"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


QUICK = EndProgramFix(step_s=0.3, wait_s=0.2, ask_every_s=0.05)


def hangs(process: "subprocess.Popen[bytes]", code: str = "silent") -> dict[str, Verdict]:
    return verdict("hung", code, program="Tabel", process=process.pid, busy=True)


def test_waiting_is_the_default_and_ends_nothing(program: "subprocess.Popen[bytes]") -> None:
    asked = question(hangs(program), chosen=("wait",))
    plan = planned(QUICK.plan(asked))
    assert [(choice.key, choice.ticked) for choice in plan.choices] == [("wait", True), ("end", False)]
    assert [doing.key for doing in plan.actions] == ["wait", "works"]
    assert QUICK.apply(asked, plan).done
    assert program.poll() is None


def test_ended_only_when_chosen(program: "subprocess.Popen[bytes]") -> None:
    asked = question(hangs(program), chosen=("end",))
    assert QUICK.apply(asked, planned(QUICK.plan(asked))).done
    assert program.wait(5) == -signal.SIGTERM


def test_by_force_what_ignores_everything() -> None:
    words = [sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        asked = question(hangs(process), chosen=("end",))
        assert QUICK.apply(asked, planned(QUICK.plan(asked))).done
        assert process.wait(5) == -signal.SIGKILL


def test_a_paused_program_goes_on(program: "subprocess.Popen[bytes]") -> None:
    program.send_signal(signal.SIGSTOP)
    while (state := read_state(program.pid)) is None or state.state != "T":
        pass
    asked = question(hangs(program, "paused"))
    plan = planned(QUICK.plan(asked))
    assert ([doing.key for doing in plan.actions], plan.choices) == (["continue"], ())
    assert QUICK.apply(asked, plan).done
    assert psutil.Process(program.pid).status() != psutil.STATUS_STOPPED


def test_another_process_with_the_number_is_left_alone(program: "subprocess.Popen[bytes]") -> None:
    asked = question(hangs(program), chosen=("end",))
    plan = planned(QUICK.plan(asked))
    plan.target["started"] = "1.5"  # type: ignore[index]
    assert QUICK.apply(asked, plan).done
    assert program.poll() is None


def test_a_process_that_began_after_the_look_is_another_one(program: "subprocess.Popen[bytes]") -> None:
    (seen,) = hangs(program).values()
    earlier = {"hung": dataclasses.replace(seen, at=seen.at - timedelta(minutes=5))}
    assert EndProgramFix().plan(question(earlier)) == NotHere("nothing to do")


def test_a_program_that_answers_again_may_be_asking_whether_to_save(
    program: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = question(hangs(program), chosen=("end",))
    plan = planned(QUICK.plan(asked))
    monkeypatch.setattr(end_program, "read_windows", lambda: (Window(1, program.pid, "Tabel", asks=True),))
    monkeypatch.setattr(end_program, "ask_to_close", lambda _windows: True)
    monkeypatch.setattr(end_program, "silent_windows", lambda _windows, _wait_s: frozenset())
    assert QUICK.apply(asked, plan).done
    assert program.poll() is None


def test_who_is_never_ended(program: "subprocess.Popen[bytes]") -> None:
    state = read_state(program.pid)
    ours, parent = read_state(os.getpid()), read_state(os.getppid())
    assert state is not None
    assert ours is not None
    assert parent is not None
    assert may_end(state)
    assert not may_end(ours)
    assert not may_end(parent)
    for change in ({"user": state.user + 1}, {"state": "D"}, {"name": "gnome-shell"}, {"name": "kscreenlocker_g"}, {"pid": 1}):
        assert not may_end(type(state)(**{**vars(state), **change}))
    assert QUICK.plan(question(verdict("hung", "silent", process=os.getpid()))) == NotHere("rights")
    assert QUICK.plan(question()) == QUICK.plan(question(verdict("hung", "silent", process=2**22 + 5))) == NotHere("nothing to do")


# unmute


class Pactl:
    """Remembers what it was told; the order with this word fails."""

    def __init__(self, fails: str = "") -> None:
        self.told: list[tuple[str, ...]] = []
        self._fails = fails

    def run(self, argv: tuple[str, ...], _limit: float) -> CommandResult:
        self.told.append(argv[1:])
        return CommandResult(b"", b"", int(argv[1] == self._fails), Outcome.OK)


def asked_of(pactl: Pactl, *chosen: str, keep: Any = lambda _undo: None) -> FixQuestion:
    return FixQuestion(run=pactl.run, limit_s=5, chosen=chosen, keep=keep)


LOUD = Device(name="speaker", title="Speaker", muted=True, volumes=(52429, 39322))
HDMI = Device(name="hdmi", title="Layar", screen=True, volumes=(65536,))
MIC = Device(name="mic", title="Mik", muted=True)
PLAYS = (Stream(number=4, program="Rapat", device="hdmi", muted=True),)
EVERYTHING = Sound(output="hdmi", input="mic", outputs=(LOUD, HDMI), inputs=(MIC,), playing=PLAYS)


def test_quiet_before_it_is_heard_and_every_old_value_comes_back() -> None:
    fix, pactl, kept = UnmuteFix(read=lambda _run: EVERYTHING), Pactl(), []
    plan = planned(fix.plan(asked_of(pactl)))
    assert [doing.key for doing in plan.actions] == ["program", "microphone", "route"]
    applied = fix.apply(asked_of(pactl, "route:speaker", keep=lambda undo: kept.append((dict(undo), list(pactl.told)))), plan)
    assert kept == [(applied.undo, [])]
    assert pactl.told == [
        ("set-sink-volume", "speaker", "30%"),
        ("set-sink-mute", "speaker", "0"),
        ("set-sink-input-mute", "4", "0"),
        ("set-source-mute", "mic", "0"),
        ("set-default-sink", "speaker"),
        ("move-sink-input", "4", "speaker"),
    ]
    pactl.told.clear()
    assert applied.undo is not None
    assert fix.put_back(asked_of(pactl), applied.undo)
    assert pactl.told == [
        ("set-default-sink", "hdmi"),
        ("move-sink-input", "4", "hdmi"),
        ("set-sink-mute", "speaker", "1"),
        ("set-sink-volume", "speaker", "52429", "39322"),
        ("set-sink-input-mute", "4", "1"),
        ("set-source-mute", "mic", "1"),
    ]


def test_sound_that_is_sent_elsewhere_is_not_loud_there() -> None:
    loud = dataclasses.replace(LOUD, muted=False, volumes=(65536,))
    fix, pactl = UnmuteFix(read=lambda _run: dataclasses.replace(EVERYTHING, outputs=(loud, HDMI))), Pactl()
    applied = fix.apply(asked_of(pactl, "route:speaker"), planned(fix.plan(asked_of(pactl))))
    assert pactl.told[0] == ("set-sink-volume", "speaker", "30%")
    assert applied.undo
    assert ["set-sink-volume", "speaker", "65536"] in json.loads(applied.undo["back"])


def test_the_route_stays_unless_it_is_chosen() -> None:
    fix, pactl = UnmuteFix(read=lambda _run: EVERYTHING), Pactl()
    fix.apply(asked_of(pactl, ""), planned(fix.plan(asked_of(pactl))))
    assert all(word[0] not in {"set-default-sink", "move-sink-input"} and "speaker" not in word for word in pactl.told)


def test_an_order_that_fails_ends_it() -> None:
    fix, pactl = UnmuteFix(read=lambda _run: EVERYTHING), Pactl("set-sink-mute")
    applied = fix.apply(asked_of(pactl, "route:speaker"), planned(fix.plan(asked_of(pactl))))
    assert (applied.done, applied.why, pactl.told[-1][0]) == (False, "failed", "set-sink-mute")
    undo = {"back": json.dumps([["set-sink-mute", "speaker", "1"], ["set-sink-input-mute", "4", "1"]])}
    assert fix.put_back(asked_of(Pactl("set-sink-input-mute")), undo)
    assert not fix.put_back(asked_of(pactl), undo)


def test_nothing_to_turn_on_and_other_systems() -> None:
    well = Sound(output="o", outputs=(Device(name="o", title="x"),))
    assert UnmuteFix(read=lambda _run: well).plan(question()) == NotHere("nothing to do")
    elsewhere = Sound(output="output", outputs=(Device(name="output", title="", muted=True),))
    assert UnmuteFix(read=lambda _run: elsewhere).plan(question()) == NotHere("not on this system")
    assert UnmuteFix(read=lambda _run: NotKnown(Why.OFF)).plan(question()) == NotHere("not on this system")
