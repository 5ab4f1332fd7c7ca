"""Walks a guide: does what its steps ask for, and keeps every move on the disk before the next. Blocks; for one thread at a time."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import psutil

from contract.guides import AskStep, CheckStep, EndOutcome, EndStep, FixStep, ReadStep, RestartStep, Step
from desktop_client.guides import walk as walks
from desktop_client.guides.check import Check
from desktop_client.guides.fix import Applied, Fix, FixQuestion, NotHere, Plan
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.runner import Asked, run_checks
from desktop_client.guides.verdict import NotPossible, Outcome, Verdict
from desktop_client.guides.walk import Guides, Phase, Walk
from desktop_client.system.commands import Commands
from desktop_client.system.limited import within
from desktop_client.system.not_known import NotKnown

T = TypeVar("T")
log = logging.getLogger(__name__)

ADMINISTRATOR_S = 180.0
"""The system's own dialog may wait for a person this long."""
PUT_BACK_S = 30.0
BOOT_APART_S = 90.0
"""A start of the computer moves by less when its clock is corrected."""


@dataclass(frozen=True, kw_only=True)
class Tools:
    """What a walk works with. `guides` are those that it may enter; `asked` what checks are given; `boot` when this computer started."""

    guides: Guides
    checks: Sequence[Check]
    fixes: Sequence[Fix]
    asked: Asked
    kept: KeptWalks
    boot: Callable[[], float] = psutil.boot_time


@dataclass(frozen=True)
class Watching:
    """Who looks on while something runs, and may stop it."""

    on_begin: Callable[[str], object] = lambda _reference: None
    on_verdict: Callable[[Verdict], object] = lambda _verdict: None
    stop: threading.Event | None = None
    left: threading.Event | None = None
    """Set with `stop` by a person who leaves: what was being looked at is looked at again when they come back."""


NOBODY = Watching()


class Walking:
    """A walk that goes on. Every method gives the walk as it is afterwards."""

    def __init__(self, walk: Walk, tools: Tools) -> None:
        self._tools = tools
        self.walk = walk

    def step(self) -> Step | None:
        """The step, None where only the report is left."""
        return walks.step_at(self._tools.guides, self.walk.place)

    def begin(self) -> Walk:
        """Takes the walk up: what was interrupted is put back, and after a restart it goes on behind it."""
        with _alone(self.walk.guide) as waited:
            if waited:
                # A fix was still being applied: what became of it is on the disk now.
                self.walk = self._tools.kept.get(self.walk.guide) or self.walk
            return self._take_up()

    def _take_up(self) -> Walk:
        step, state = self.step(), self.walk.fix
        if self.walk.phase is Phase.FIXING:
            undone = state is not None and self._undo(state.fix, state.undo)
            # Its guide may have been written anew since.
            return self._to(walks.cut_short(self.walk, step, undone=undone) if isinstance(step, FixStep) else walks.without_fix(self.walk))
        restarted = bool(self.walk.boot) and abs(self._tools.boot() - self.walk.boot) > BOOT_APART_S
        if isinstance(step, RestartStep) and restarted:
            return self._to(walks.restart_passed(self.walk, step))
        return self._to(walks.taken_up(self.walk, restarted=restarted))

    def waits_for_work(self) -> bool:
        """Whether `work` has something to do at this step before a person can go on."""
        step = self.step()
        proves = isinstance(step, EndStep) and step.outcome is EndOutcome.SOLVED
        return self.walk.phase is Phase.HERE and (proves or isinstance(step, CheckStep | FixStep))

    def work(self, watching: Watching = NOBODY) -> Walk:
        """Looks, plans or proves, as the step asks. What a stop left unseen can't have been checked; the person may go on."""
        step = self.step()
        if isinstance(step, CheckStep):
            held = walks.reusable(self.walk, step.checks)
            walk = walks.looked(self.walk, step, self._look(step.checks, watching, held))
        elif isinstance(step, FixStep):
            walk = walks.planned(self.walk, step, self._plan(step, watching))
        elif isinstance(step, EndStep) and step.outcome is EndOutcome.SOLVED:
            verdicts = self._look(self._tools.guides[self.walk.guide].proof, watching, {})
            behind = walks.step_at(self._tools.guides, self.walk.back[-1].place) if self.walk.back else None
            walk = walks.proven(self.walk, step, verdicts, asked=isinstance(behind, AskStep))
        else:
            return self.walk
        if watching.left is not None and watching.left.is_set():
            return self.walk
        return self._to(walk)

    def answer(self, number: int) -> Walk:
        """An answer to the question, by its place; -1 is "I don't know"."""
        step = self.step()
        return self._to(walks.answered(self.walk, step, number)) if isinstance(step, AskStep) else self.walk

    def go_on(self) -> Walk:
        """To what follows."""
        step, walk = self.step(), self.walk
        if isinstance(step, ReadStep):
            walk = walks.read(walk, step)
        elif isinstance(step, CheckStep) and walk.phase is Phase.SEEN:
            walk = walks.go(walk, walks.leads(walk, step), led=walk.led)
        elif isinstance(step, FixStep) and walk.phase not in {Phase.HERE, Phase.PLANNED, Phase.FIXING}:
            walk = walks.after_fix(walk, step)
        elif isinstance(step, RestartStep):
            walk = walks.restart_passed(walk, step)
        elif walk.phase is Phase.STILL_FOUND:
            walk = walks.once_more(walk, self._tools.guides[walk.guide])
        return self._to(walk)

    def works(self, *, yes: bool) -> Walk:
        """What the person says at the end: it works, or it is still broken."""
        return self._to(walks.said_works(self.walk, works=yes)) if isinstance(self.step(), EndStep) else self.walk

    def back(self) -> Walk:
        """To the step before."""
        return self._to(walks.went_back(self.walk))

    def skip(self) -> Walk:
        """The person doesn't want the fix."""
        step = self.step()
        return self._to(walks.skipped(self.walk, step)) if isinstance(step, FixStep) else self.walk

    def once_more(self) -> Walk:
        """From the first step again."""
        return self._to(walks.once_more(self.walk, self._tools.guides[self.walk.guide]))

    def fix(self, chosen: Sequence[str], watching: Watching = NOBODY) -> Walk:
        """Applies what was planned and agreed to, and looks again. Worse, or no better, is put back by itself where that is possible."""
        with _alone(self.walk.guide):
            return self._fix(chosen, watching)

    def _fix(self, chosen: Sequence[str], watching: Watching) -> Walk:
        step, state = self.step(), self.walk.fix
        if not isinstance(step, FixStep) or state is None or state.plan is None or self.walk.phase is not Phase.PLANNED:
            return self.walk
        before = self._found_by(step.fix)
        self._to(walks.fixing(self.walk, None))
        applied = self._apply(step.fix, chosen, watching)
        if not applied.done:
            undone = self._undo(step.fix, self.walk.fix.undo if self.walk.fix else None)
            return self._to(walks.not_applied(self.walk, step, applied.why or NotPossible.FAILED, undone=undone))
        self.walk = walks.changed_now(self.walk)
        verdicts = self._look([verdict.check for verdict in before], watching, {})
        self._to(walks.mended(self.walk, step, verdicts, applied.undo))
        if applied.undo is not None and _no_better(before, verdicts) and self._undo(step.fix, applied.undo):
            return self._to(walks.put_back(self.walk, step, by_itself=True))
        return self.walk

    def put_back(self) -> Walk:
        """Puts the fix back, when it can be; the walk is unchanged when that failed."""
        with _alone(self.walk.guide):
            step, state = self.step(), self.walk.fix
            if isinstance(step, FixStep) and state is not None and state.undo is not None and self._undo(step.fix, state.undo):
                return self._to(walks.put_back(self.walk, step, by_itself=False))
            return self.walk

    # inside

    def _to(self, walk: Walk) -> Walk:
        """The next state, on the disk before anything is done on its ground."""
        self.walk = walks.settle(walk, self._tools.guides)
        if isinstance(self.step(), RestartStep) and not self.walk.boot:
            # From here on the computer may go down at any moment.
            self.walk = walks.restart_told(self.walk, self._tools.boot())
        try:
            self._tools.kept.keep(self.walk)
        except OSError as error:
            # The guide goes on; only leaving it would lose the place.
            log.warning("a guide's place is not kept: %s", error.strerror)
        return self.walk

    def _look(self, references: Sequence[str], watching: Watching, held: Mapping[str, Verdict]) -> tuple[Verdict, ...]:
        return run_checks(
            self._tools.checks,
            references,
            self._asked(),
            earlier=held,
            stop=watching.stop,
            on_begin=watching.on_begin,
            on_verdict=watching.on_verdict,
        )

    def _asked(self) -> Asked:
        asked = self._tools.asked
        return Asked(company=asked.company, guide=self.walk.place.guide, past=asked.past, keep=asked.keep)

    def _fix_named(self, name: str) -> Fix | None:
        return next((fix for fix in self._tools.fixes if fix.name == name), None)

    def _found_by(self, name: str) -> tuple[Verdict, ...]:
        """The findings for which the fix is offered."""
        fix = self._fix_named(name)
        mends = fix.mends if fix else ()
        found = (verdict for verdict in self.walk.verdicts.values() if verdict.outcome is Outcome.FOUND)
        return tuple(verdict for verdict in found if any(_matches(verdict, finding) for finding in mends))

    def _question(self, commands: Commands, limit_s: float, chosen: Sequence[str], stop: threading.Event | None) -> FixQuestion:
        stopped = stop or threading.Event()

        def keep(undo: Mapping[str, str]) -> None:
            if stopped.is_set():
                # Also by the end of its time: the walk has gone on since, and nothing has been changed yet.
                raise _StoppedError
            self.walk = walks.fixing(self.walk, undo)
            # Nothing changes when what would put it back can't be kept.
            self._tools.kept.keep(self.walk)

        return FixQuestion(
            run=commands.run,
            limit_s=limit_s,
            company=self._tools.asked.company,
            verdicts=self.walk.verdicts,
            chosen=tuple(chosen),
            keep=keep,
            stopped=stopped,
        )

    def _plan(self, step: FixStep, watching: Watching) -> Plan | NotHere:
        fix = self._fix_named(step.fix)
        if fix is None:
            return NotHere("not here")
        if step.fix in self._tools.asked.company.fixes_refused:
            return NotHere("refused by company")
        commands = Commands()
        question = self._question(commands, fix.limit_s, (), watching.stop)
        # A network's drive that doesn't answer holds up a look at the disk, too.
        ended = _ended(f"planning {fix.name}", lambda: fix.plan(question), question, commands)
        return ended if isinstance(ended, Plan | NotHere) else NotHere(str(ended))

    def _apply(self, name: str, chosen: Sequence[str], watching: Watching) -> Applied:
        fix, state = self._fix_named(name), self.walk.fix
        if fix is None or state is None or state.plan is None:
            return Applied(done=False, why="not here")
        plan = state.plan
        limit_s = fix.limit_s + (ADMINISTRATOR_S if plan.needs_administrator else 0.0)
        commands = Commands()
        question = self._question(commands, limit_s, chosen, watching.stop)
        ended = _ended(f"fix {name}", lambda: fix.apply(question, plan), question, commands)
        return ended if isinstance(ended, Applied) else Applied(done=False, why=ended)

    def _undo(self, name: str, undo: Mapping[str, str] | None) -> bool:
        fix = self._fix_named(name)
        if fix is None or undo is None:
            return False
        commands = Commands()
        question = self._question(commands, PUT_BACK_S, (), None)
        return _ended(f"putting back {name}", lambda: fix.put_back(question, undo), question, commands) is True


class _StoppedError(Exception):
    """It was stopped before its first change."""


_guides: dict[str, threading.Lock] = {}


@contextlib.contextmanager
def _alone(guide: str) -> Iterator[bool]:
    """One fix of a guide at a time: a guide that was left and is opened again waits until it has ended. Whether it had to wait."""
    lock = _guides.setdefault(guide, threading.Lock())
    waited = not lock.acquire(blocking=False)
    if waited:
        lock.acquire()
    try:
        yield waited
    finally:
        lock.release()


def _ended(what: str, work: Callable[[], T], question: FixQuestion, commands: Commands) -> T | NotPossible:
    """The result of work that may hang or fail, or which of both it did. Work whose time is over is told to stop."""
    try:
        result = within(question.limit_s, what, work)
    except _StoppedError:
        return NotPossible.STOPPED
    except Exception:
        log.exception("%s failed", what)
        return NotPossible.FAILED
    finally:
        # Also when it came back: nothing that it started stays.
        commands.stop()
    if not isinstance(result, NotKnown):
        return result
    question.stopped.set()
    return NotPossible.TIME


def _matches(verdict: Verdict, finding: str) -> bool:
    name, _, code = finding.partition(":")
    return verdict.is_about(name) and code in {"", verdict.code}


def _no_better(before: Sequence[Verdict], after: Sequence[Verdict]) -> bool:
    """Whether every finding is still the same, or can't be looked at any more: another one is a step on the way."""
    codes = {verdict.check: verdict.text() for verdict in before}
    return bool(after) and all(verdict.text() == codes.get(verdict.check) or verdict.outcome is Outcome.NOT_POSSIBLE for verdict in after)
