"""Whether a program of this person doesn't respond: its windows are asked twice, and its process' state is looked at.

Where windows can't be asked (Wayland, macOS), the state alone tells. What saves, shows a dialog behind, or shows another computer's
screen isn't found: asked, it answers.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.verdict import NotPossible, Seen, found, not_possible, ok
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.process_state import ENDED, STOPPED, WAITS_FOR_DISK, ProcessState, read_state, same
from desktop_client.system.programs.windowless import states_without_windows
from desktop_client.system.programs.windows_hung import hung_processes
from desktop_client.system.programs.windows_of_person import Window, read_windows, silent_windows

BUSY_SHARE = 0.5
"""Of one core: a program that works hasn't hung for good, and is waited for longer."""


@dataclass(frozen=True)
class Hung:
    """A program that doesn't respond: `code` as the check finds it, `busy` whether it works all the same."""

    code: str
    process: ProcessState
    program: str
    busy: bool = False
    windows: tuple[int, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class HungCheck:
    """Twice, five seconds apart, because anybody may be silent for a moment."""

    name: str = "hung"
    limit_s: float = 15.0
    after: tuple[str, ...] = ()
    apart_s: float = 5.0
    answer_s: float = 2.0
    windows: Callable[[], tuple[Window, ...] | NotKnown] = read_windows

    def look(self, question: Question) -> Seen:
        """All of this person's windows."""
        hung, seen = find_hung(self, question)
        if question.stopped.is_set():
            return not_possible(NotPossible.STOPPED)
        if not hung:
            return ok(Evidence(name="windows", value=seen))
        first = hung[0]
        evidence = [
            Evidence(name="program", value=first.program),
            Evidence(name="process", value=first.process.pid),
            Evidence(name="busy", value=first.busy),
        ]
        if len(hung) > 1:
            evidence.append(Evidence(name="others", value=", ".join(one.program for one in hung[1:4])))
        return found(first.code, *evidence)


_ORDER = ("waits-disk", "paused", "silent")
"""A disk or a drive that doesn't answer freezes good programs, which must not be ended."""


def find_hung(check: HungCheck, question: Question) -> tuple[tuple[Hung, ...], int]:
    """The programs that don't respond, the one to speak of first; and how many windows were looked at."""
    if sys.platform == "win32":
        return _silent_on_windows(check, question)
    windows = check.windows()
    if isinstance(windows, NotKnown):
        before = {state.pid: state for state in states_without_windows()}
        asked: tuple[Window, ...] = ()
        first: frozenset[int] = frozenset()
    else:
        asked = tuple(window for window in windows if window.pid not in {0, os.getpid()})
        before = _states(asked)
        first = silent_windows(asked, check.answer_s)
    if not first and not any(state.state in {STOPPED, WAITS_FOR_DISK} for state in before.values()):
        return (), len(asked)
    if question.wait(check.apart_s):
        return (), len(asked)
    again = tuple(window for window in asked if window.number in first)
    second = silent_windows(again, check.answer_s) if again else frozenset()
    return tuple(sorted(_found(asked, before, second, check), key=lambda one: _ORDER.index(one.code))), len(asked)


def _found(asked: Sequence[Window], before: dict[int, ProcessState], silent: frozenset[int], check: HungCheck) -> list[Hung]:
    hung = []
    for pid, then in before.items():
        now = read_state(pid)
        # A window may outlive its program for a moment; one that has ended is not hung.
        if now is None or not same(then, now) or now.state == ENDED:
            continue
        windows = tuple(window.number for window in asked if window.pid == pid)
        name = next((window.program for window in asked if window.pid == pid and window.program), now.name)
        busy = now.busy_s - then.busy_s >= BUSY_SHARE * check.apart_s
        if then.state == now.state == STOPPED:
            hung.append(Hung("paused", now, name, windows=windows))
        elif then.state == now.state == WAITS_FOR_DISK and now.busy_s - then.busy_s < 0.05:
            hung.append(Hung("waits-disk", now, name, windows=windows))
        elif silent & set(windows):
            hung.append(Hung("silent", now, name, busy, tuple(sorted(silent & set(windows)))))
    return hung


def _states(windows: Sequence[Window]) -> dict[int, ProcessState]:
    states = (read_state(pid) for pid in dict.fromkeys(window.pid for window in windows))
    own = os.getuid() if sys.platform != "win32" else 0
    return {state.pid: state for state in states if state is not None and state.user == own}


def _silent_on_windows(check: HungCheck, question: Question) -> tuple[tuple[Hung, ...], int]:
    """Written from the documented form, not run."""
    first = hung_processes()
    before = {pid: read_state(pid) for pid in first}
    if not first or question.wait(check.apart_s):
        return (), 0
    hung = []
    for pid in first & hung_processes():
        then, now = before[pid], read_state(pid)
        if then is not None and now is not None and same(then, now):
            hung.append(Hung("silent", now, now.name, now.busy_s - then.busy_s >= BUSY_SHARE * check.apart_s))
    return tuple(hung), len(first)
