"""A walk through a guide: where it is, what was found and tried, and what follows. Plain values; `walking.py` does what they ask for."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from contract.guides import (
    AskStep,
    CheckStep,
    EndOutcome,
    EndStep,
    FixStep,
    Guide,
    GuideStep,
    ReadStep,
    RestartStep,
    Step,
    Tried,
)
from desktop_client.guides.fix import NotHere, Plan
from desktop_client.guides.verdict import Outcome, Verdict, name_of

REUSED_S = 300
"""A check younger than this isn't repeated, if nothing was done since."""


MOST_PASSED = 100
"""Steps in a row at which nothing is shown: more are a circle, from a backend that does not refuse them."""


class Phase(StrEnum):
    """What is going on at the step. The comment says which steps have it."""

    HERE = "here"  # read, ask, restart, end (not solved), and a check or fix that has not begun
    SEEN = "seen"  # check: the verdicts are there
    PLANNED = "planned"  # fix: the plan is there, and the person is asked
    NOT_HERE = "not-here"  # fix: it can't be done here
    FIXING = "fixing"  # fix: it is being applied; found at a start, it was cut short
    CUT_SHORT = "cut-short"  # fix: it was interrupted, and put back where that is possible
    FIXED = "fixed"  # fix: looked again, and all is well
    NO_HELP = "no-help"  # fix: looked again, and it is still found, or it was refused
    PUT_BACK = "put-back"  # fix: it is as before
    PROVEN = "proven"  # end, solved: the proof is ok
    SAID = "said"  # end, solved: no computer can see it, the person said so
    STILL_FOUND = "still-found"  # end, solved: the proof still finds something
    DONE = "done"  # end, solved: the person says that it works
    BROKEN = "broken"  # end, solved: the person says that it is still broken


class Place(msgspec.Struct, frozen=True):
    """A step of a guide, by the `article` key that the guide's languages share."""

    guide: str
    step: str


class Behind(msgspec.Struct, frozen=True):
    """A step behind, and where its guide comes back to."""

    place: Place
    returns: tuple[Place, ...] = ()


class FixState(msgspec.Struct, frozen=True, kw_only=True):
    """The fix of the step. `undo` is what putting back needs, kept before the first change; `why` it was not done, or not possible."""

    fix: str
    plan: Plan | None = None
    undo: dict[str, str] | None = None
    why: str = ""
    by_itself: bool = False
    """It was put back by itself, for it had not helped."""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """`back` are the steps behind, newest last; `returns` where to go on after a guide that comes back; `changed`: somebody did something.

    `verdicts` are the newest by reference, `seen` the references of the step's check or proof, `led` the one that led here.
    """

    guide: str
    place: Place
    phase: Phase = Phase.HERE
    started: datetime
    changed: datetime
    back: tuple[Behind, ...] = ()
    returns: tuple[Place, ...] = ()
    entered: tuple[str, ...] = ()
    verdicts: dict[str, Verdict] = msgspec.field(default_factory=dict)
    seen: tuple[str, ...] = ()
    led: str = ""
    tried: tuple[Tried, ...] = ()
    fix: FixState | None = None
    restarted: bool = False
    boot: float = 0.0
    """When the computer had started, as it was told to be restarted; 0: it was not."""

    @property
    def finding(self) -> Verdict | None:
        """The finding that led to this step, or that this step shows."""
        return self.verdicts.get(self.led)

    def shown(self) -> tuple[Verdict, ...]:
        """The verdicts of the step."""
        return tuple(self.verdicts[reference] for reference in self.seen if reference in self.verdicts)


Guides = Mapping[str, Guide]
"""The guides that a walk may enter, by `article` key, in the person's language."""


def begin(key: str, guide: Guide) -> Walk:
    """At the guide's first step."""
    now = datetime.now(UTC)
    return Walk(guide=key, place=Place(key, guide.first), started=now, changed=now, entered=(key,))


def step_at(guides: Guides, place: Place) -> Step | None:
    """The step, None when the guide or the step has gone since."""
    guide = guides.get(place.guide)
    return next((step for step in guide.steps if step.id == place.step), None) if guide else None


def go(walk: Walk, step_id: str, *, led: str = "") -> Walk:
    """To another step of the same guide."""
    return replace(
        walk,
        place=Place(walk.place.guide, step_id),
        phase=Phase.HERE,
        back=(*walk.back, Behind(walk.place, walk.returns)),
        seen=(),
        led=led or walk.led,
        fix=None,
    )


def settle(walk: Walk, guides: Guides) -> Walk:
    """Passes every step at which nothing is shown: into another guide and out of it, and a restart that was done already."""
    for _ in range(MOST_PASSED):
        step = step_at(guides, walk.place)
        if isinstance(step, GuideStep):
            walk = _enter(walk, step, guides)
        elif isinstance(step, RestartStep) and walk.restarted:
            walk = _pass(walk, step.go)
        elif isinstance(step, EndStep) and step.outcome is EndOutcome.SOLVED and walk.returns:
            walk = replace(walk, place=walk.returns[-1], returns=walk.returns[:-1], phase=Phase.HERE, seen=(), fix=None)
        else:
            return walk
    return _out(walk)


def _enter(walk: Walk, step: GuideStep, guides: Guides) -> Walk:
    """Into the other guide, once in a walk; one that is not there, or was walked already, is passed or ends in the report."""
    other = guides.get(step.guide)
    if other is None or step.guide in walk.entered:
        return _pass(walk, step.go) if step.go else _out(walk)
    returns = (*walk.returns, Place(walk.place.guide, step.go)) if step.go else walk.returns
    return replace(
        walk,
        place=Place(step.guide, other.first),
        returns=returns,
        entered=(*walk.entered, step.guide),
        phase=Phase.HERE,
        seen=(),
        fix=None,
    )


OUT = "out-of-guides"
"""The step of no guide at which only the report is left."""


def _out(walk: Walk) -> Walk:
    return replace(walk, place=Place(walk.place.guide, OUT), phase=Phase.HERE, seen=(), fix=None)


def _pass(walk: Walk, step_id: str) -> Walk:
    return replace(walk, place=Place(walk.place.guide, step_id), phase=Phase.HERE, seen=(), fix=None)


def answered(walk: Walk, step: AskStep, number: int) -> Walk:
    """After an answer; -1 is "I don't know"."""
    said = step.answers[number] if 0 <= number < len(step.answers) else None
    told = Tried(
        guide=walk.place.guide, step=step.id, title=step.title, kind="answer", result=said.text if said else "unknown", at=datetime.now(UTC)
    )
    return go(_tell(walk, told), said.go if said else step.unknown)


def read(walk: Walk, step: ReadStep) -> Walk:
    """After something that a person read, and perhaps did."""
    return go(changed_now(walk), step.go)


def restart_told(walk: Walk, boot: float) -> Walk:
    """The person was told to restart this computer, which had started at `boot` (seconds since 1970)."""
    return replace(walk, boot=boot)


def restart_passed(walk: Walk, step: RestartStep) -> Walk:
    """After a restart, or without one: it is told once in a walk."""
    return go(changed_now(replace(walk, restarted=True, boot=0.0)), step.go)


def reusable(walk: Walk, references: Sequence[str], now: datetime | None = None) -> dict[str, Verdict]:
    """Verdicts of this walk that still hold for these checks: young, and nothing was done since."""
    held = {}
    for reference in references:
        verdict = walk.verdicts.get(reference)
        if verdict and verdict.at >= walk.changed and verdict.age_s(now) < REUSED_S and verdict.outcome is not Outcome.NOT_POSSIBLE:
            held[reference] = verdict
    return held


def looked(walk: Walk, step: CheckStep, verdicts: Sequence[Verdict]) -> Walk:
    """The step's checks have been looked at."""
    new = [verdict for verdict in verdicts if walk.verdicts.get(verdict.check) != verdict]
    told = [_tried_check(walk, step.id, step.title, verdict) for verdict in new]
    walk = replace(_tell(walk, *told), verdicts={**walk.verdicts, **_by_reference(verdicts)})
    decides = _deciding(step, verdicts)
    return replace(walk, phase=Phase.SEEN, seen=step.checks, led=decides.check if decides else "")


def leads(walk: Walk, step: CheckStep) -> str:
    """Where the verdicts of the step lead."""
    verdicts = walk.shown()
    decides = _deciding(step, verdicts)
    if decides is not None:
        return step.found.get(f"{decides.check}:{decides.code}") or _by_name(step, decides)
    blind = all(verdict.outcome is Outcome.NOT_POSSIBLE for verdict in verdicts)
    return (step.not_possible if blind else "") or step.ok


def _by_name(step: CheckStep, verdict: Verdict) -> str:
    name = name_of(verdict.check)
    keys = (f"{name}:{verdict.code}", verdict.check, name)
    # A finding that a newer check brought and no guide knows yet is nobody's dead end.
    return next((step.found[key] for key in keys if key in step.found), step.ok)


def _deciding(step: CheckStep, verdicts: Sequence[Verdict]) -> Verdict | None:
    by_reference = _by_reference(verdicts)
    found = (by_reference[reference] for reference in step.checks if reference in by_reference)
    return next((verdict for verdict in found if verdict.outcome is Outcome.FOUND), None)


def planned(walk: Walk, step: FixStep, plan: Plan | NotHere) -> Walk:
    """What the fix would do here."""
    if isinstance(plan, NotHere):
        told = _tried_fix(walk, step, f"{Outcome.NOT_POSSIBLE}:{plan.why}")
        return replace(_tell(walk, told), phase=Phase.NOT_HERE, fix=FixState(fix=step.fix, why=plan.why))
    return replace(walk, phase=Phase.PLANNED, fix=FixState(fix=step.fix, plan=plan))


def skipped(walk: Walk, step: FixStep) -> Walk:
    """The person doesn't want it."""
    return go(_tell(walk, _tried_fix(walk, step, "skipped")), step.not_fixed)


def fixing(walk: Walk, undo: Mapping[str, str] | None) -> Walk:
    """It begins, or has told what putting back needs."""
    state = walk.fix or FixState(fix="")
    return replace(walk, phase=Phase.FIXING, fix=replace(state, undo=dict(undo) if undo is not None else state.undo))


def not_applied(walk: Walk, step: FixStep, why: str, *, undone: bool = False) -> Walk:
    """It could not be done; `undone`: what had begun was put back. Else the person may still try that."""
    state = walk.fix or FixState(fix=step.fix)
    told = _tried_fix(walk, step, f"{Outcome.NOT_POSSIBLE}:{why}")
    return replace(changed_now(_tell(walk, told)), phase=Phase.NO_HELP, seen=(), fix=_after_undo(replace(state, why=why), undone=undone))


def cut_short(walk: Walk, step: FixStep, *, undone: bool) -> Walk:
    """It was interrupted; `undone`: what had begun was put back."""
    state = walk.fix or FixState(fix=step.fix)
    told = _tried_fix(walk, step, "undone" if undone else f"{Outcome.NOT_POSSIBLE}:stopped")
    return replace(changed_now(_tell(walk, told)), phase=Phase.CUT_SHORT, fix=_after_undo(state, undone=undone))


def _after_undo(state: FixState, *, undone: bool) -> FixState:
    return replace(state, undo=None if undone else state.undo, by_itself=undone)


def taken_up(walk: Walk, *, restarted: bool) -> Walk:
    """Somebody comes back to it: what a fix would do is looked at anew, and a restart long ago opens nothing any more."""
    if walk.phase is Phase.PLANNED:
        walk = replace(walk, phase=Phase.HERE, fix=None)
    return replace(walk, boot=0.0) if restarted else walk


def without_fix(walk: Walk) -> Walk:
    """The step of a fix that was interrupted has gone from its guide."""
    return replace(changed_now(walk), phase=Phase.HERE, seen=(), fix=None)


def mended(walk: Walk, step: FixStep, verdicts: Sequence[Verdict], undo: Mapping[str, str] | None) -> Walk:
    """It was done, and these are the checks that found it, measured anew. Only when all are ok it is fixed."""
    helped = bool(verdicts) and all(verdict.outcome is Outcome.OK for verdict in verdicts)
    evidence = tuple(one for verdict in verdicts for one in verdict.evidence)
    told = Tried(
        guide=walk.place.guide,
        step=step.id,
        title=step.title,
        kind="fix",
        name=step.fix,
        result="helped" if helped else "no-help",
        evidence=evidence,
        at=datetime.now(UTC),
    )
    state = walk.fix or FixState(fix=step.fix)
    still = next((verdict.check for verdict in verdicts if verdict.outcome is Outcome.FOUND), walk.led)
    return replace(
        _tell(walk, told),
        phase=Phase.FIXED if helped else Phase.NO_HELP,
        verdicts={**walk.verdicts, **_by_reference(verdicts)},
        seen=tuple(verdict.check for verdict in verdicts),
        led=still,
        fix=replace(state, undo=dict(undo) if undo else None, why=""),
    )


def put_back(walk: Walk, step: FixStep, *, by_itself: bool) -> Walk:
    """It is as before; by itself when it had not helped."""
    state = walk.fix or FixState(fix=step.fix)
    walk = changed_now(_tell(walk, _tried_fix(walk, step, "undone")))
    phase = Phase.NO_HELP if by_itself else Phase.PUT_BACK
    return replace(walk, phase=phase, fix=replace(state, undo=None, by_itself=by_itself))


def after_fix(walk: Walk, step: FixStep) -> Walk:
    """On, after the fix."""
    return go(walk, step.fixed if walk.phase is Phase.FIXED else step.not_fixed)


def proven(walk: Walk, step: EndStep, verdicts: Sequence[Verdict], *, asked: bool = False) -> Walk:
    """The proof was run again: solved only when nothing is found, and proven only when something could be looked at.

    `asked`: the step before was a question, and its answer led here.
    """
    told = [_tried_check(walk, step.id, step.title, verdict) for verdict in verdicts]
    walk = replace(_tell(walk, *told), verdicts={**walk.verdicts, **_by_reference(verdicts)}, seen=tuple(one.check for one in verdicts))
    still = next((verdict for verdict in verdicts if verdict.outcome is Outcome.FOUND), None)
    if still is not None:
        return replace(walk, phase=Phase.STILL_FOUND, led=still.check)
    if any(verdict.outcome is Outcome.OK for verdict in verdicts):
        return replace(walk, phase=Phase.PROVEN, led="")
    # Who has just answered that it works is not asked once more.
    return replace(walk, phase=Phase.DONE if asked else Phase.SAID, led="")


def said_works(walk: Walk, *, works: bool) -> Walk:
    """What the person says at the end, after the proof."""
    return replace(walk, phase=Phase.DONE if works else Phase.BROKEN)


def once_more(walk: Walk, guide: Guide) -> Walk:
    """From the guide's first step, with everything that was tried."""
    again = changed_now(
        replace(walk, place=Place(walk.guide, guide.first), phase=Phase.HERE, returns=(), entered=(walk.guide,), seen=(), led="")
    )
    return replace(again, fix=None, back=())


def went_back(walk: Walk) -> Walk:
    """To the step before; what was tried stays."""
    if not walk.back:
        return walk
    behind = walk.back[-1]
    return replace(walk, place=behind.place, returns=behind.returns, back=walk.back[:-1], phase=Phase.HERE, seen=(), fix=None)


def changed_now(walk: Walk) -> Walk:
    """Somebody did something: earlier verdicts don't hold any more."""
    return replace(walk, changed=datetime.now(UTC))


def _tell(walk: Walk, *told: Tried) -> Walk:
    return replace(walk, tried=(*walk.tried, *told))


def _by_reference(verdicts: Sequence[Verdict]) -> dict[str, Verdict]:
    return {verdict.check: verdict for verdict in verdicts}


def _tried_check(walk: Walk, step: str, title: str, verdict: Verdict) -> Tried:
    return Tried(
        guide=walk.place.guide,
        step=step,
        title=title,
        kind="check",
        name=verdict.check,
        result=verdict.text(),
        evidence=verdict.evidence,
        at=verdict.at,
    )


def _tried_fix(walk: Walk, step: FixStep, result: str) -> Tried:
    return Tried(guide=walk.place.guide, step=step.id, title=step.title, kind="fix", name=step.fix, result=result, at=datetime.now(UTC))
