"""Waits for a program that doesn't respond, lets a paused one go on, and ends it only where the person chooses that."""

import os
import signal
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

import psutil

from contract.guides import Evidence
from desktop_client.guides.fix import Applied, Choice, Doing, FixQuestion, NotHere, Plan
from desktop_client.guides.verdict import Verdict
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.process_state import STOPPED, WAITS_FOR_DISK, ProcessState, read_state
from desktop_client.system.programs.protected_programs import is_protected
from desktop_client.system.programs.windows_of_person import Window, ask_to_close, read_windows, silent_windows, titles_of

WAIT, END = "wait", "end"
_LOOK_S = 0.2
_ANSWER_S = 1.0
_CLOCKS_APART_S = 2.0
"""The kernel tells when it started in whole seconds."""


@dataclass(frozen=True, kw_only=True)
class EndProgramFix:
    """Waiting is the default. Ended: politely, then by a signal, then by force, `step_s` each; final."""

    name: str = "end-program"
    limit_s: float = 150.0
    mends: tuple[str, ...] = ("hung:silent", "hung:paused")
    wait_s: float = 120.0
    ask_every_s: float = 5.0
    step_s: float = 5.0

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """The program that the check named, if it is still there."""
        if not sys.platform.startswith("linux"):
            return NotHere("not on this system")
        verdict = question.verdicts.get("hung")
        state = read_state(_number(verdict))
        if verdict is None or state is None or _created(state.pid) > verdict.at.timestamp() + _CLOCKS_APART_S:
            # Also when it has ended since and another, begun later, got its number.
            return NotHere("nothing to do")
        if not may_end(state):
            return NotHere("rights")
        program = next((str(one.value) for one in verdict.evidence if one.name == "program"), state.name)
        target = {"pid": str(state.pid), "started": repr(_created(state.pid)), "program": program}
        if state.state == STOPPED:
            return Plan(actions=(Doing("continue", {"program": program}),), takes_s=3, target=target)
        titles = ", ".join(f"“{title}”" for title in titles_of(state.pid)[:3])
        busy = any(one.name == "busy" and one.value is True for one in verdict.evidence)
        return Plan(
            actions=(Doing("wait", {"program": program, "n": round(self.wait_s / 60)}), *((Doing("works"),) if busy else ())),
            warnings=(Doing("lost", {"windows": titles}) if titles else Doing("lost-all"),),
            choices=(
                Choice(WAIT, "", says=Doing("choice-wait", {"n": round(self.wait_s / 60)})),
                Choice(END, program, ticked=False, says=Doing("choice-end", {"program": program})),
            ),
            one_choice=True,
            takes_s=round(self.wait_s),
            target=target,
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """What was chosen. A process that has another start by now is another one, and left alone."""
        pid, program = int(plan.target["pid"]), Evidence(name="program", value=plan.target["program"])
        if not _is_same(plan.target):
            return Applied(done=True, evidence=(program,))
        state = read_state(pid)
        if state is not None and not may_end(state):
            return Applied(done=False, why="rights")
        if not plan.choices:
            return self._continue(plan.target, program)
        if END in question.chosen:
            return self._end(question, plan.target, program)
        self._wait(question, plan.target)
        return Applied(done=True, evidence=(program,))

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """A program that was ended or goes on can't be brought back to where it hung."""
        del question, undo
        return False

    @staticmethod
    def _continue(target: Mapping[str, str], program: Evidence) -> Applied:
        return Applied(done=True, evidence=(program,)) if _signal(target, signal.SIGCONT) else Applied(done=False, why="rights")

    def _wait(self, question: FixQuestion, target: Mapping[str, str]) -> None:
        """Until it answers or has ended, two minutes at most."""
        until = time.monotonic() + self.wait_s
        while time.monotonic() < until and _is_same(target):
            windows = _windows_of(int(target["pid"]))
            if windows and not silent_windows(windows, _ANSWER_S):
                return
            if question.wait(min(self.ask_every_s, max(0.0, until - time.monotonic()))):
                return

    def _end(self, question: FixQuestion, target: Mapping[str, str], program: Evidence) -> Applied:
        pid = int(target["pid"])
        state = read_state(pid)
        if state is not None and state.state == STOPPED:
            _signal(target, signal.SIGCONT)
        ask_to_close(window.number for window in _windows_of(pid))
        for order in (None, signal.SIGTERM, signal.SIGKILL):
            if order is not None and _answers(pid):
                # It may be asking whether to save.
                return Applied(done=True, evidence=(program,))
            if order is not None and not _signal(target, order) and _is_same(target):
                return Applied(done=False, why="rights")
            if self._ended(question, target):
                return Applied(done=True, evidence=(program,))
            if question.stopped.is_set():
                return Applied(done=False, why="stopped")
        return Applied(done=False, why="failed")

    def _ended(self, question: FixQuestion, target: Mapping[str, str]) -> bool:
        until = time.monotonic() + self.step_s
        while _is_same(target):
            if time.monotonic() > until or question.wait(_LOOK_S):
                return False
        return True


def may_end(state: ProcessState) -> bool:
    """Own programs only, not ourselves and what started us, not the desktop, protection or installers, and none that waits for a disk."""
    if state.user != os.getuid() or state.state == WAITS_FOR_DISK or is_protected(state.name) or state.pid == 1:
        return False
    try:
        ours = {os.getpid(), *(process.pid for process in psutil.Process().parents())}
    except psutil.Error:
        return False
    return state.pid not in ours


def _number(verdict: Verdict | None) -> int:
    values = [one.value for one in verdict.evidence if one.name == "process"] if verdict is not None else []
    return values[0] if values and isinstance(values[0], int) else 0


def _created(pid: int) -> float:
    try:
        return psutil.Process(pid).create_time()
    except psutil.Error:
        return 0.0


def _is_same(target: Mapping[str, str]) -> bool:
    """Whether the process still runs, and is no later one with its number."""
    try:
        process = psutil.Process(int(target["pid"]))
        return repr(process.create_time()) == target["started"] and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _signal(target: Mapping[str, str], order: signal.Signals) -> bool:
    """Sends it, after a last look at whom. False when it isn't the same any more, or isn't ours."""
    if not _is_same(target):
        return False
    try:
        psutil.Process(int(target["pid"])).send_signal(order)
    except psutil.Error:
        return False
    return True


def _windows_of(pid: int) -> tuple[Window, ...]:
    windows = read_windows()
    return () if isinstance(windows, NotKnown) else tuple(window for window in windows if window.pid == pid)


def _answers(pid: int) -> bool:
    """Whether its windows answer again."""
    windows = tuple(window for window in _windows_of(pid) if window.asks)
    try:
        return bool(windows) and not silent_windows(windows, _ANSWER_S)
    except OSError:
        return False
