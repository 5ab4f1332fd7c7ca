"""What the guide player shows of a walk: one scene for each step and phase."""

from collections.abc import Mapping
from dataclasses import dataclass

from contract.guides import AskStep, CheckStep, EndOutcome, EndStep, FixStep, Guide, GuideStep, ReadStep, RestartStep, Step, Tried
from desktop_client.guides.fix import Plan
from desktop_client.guides.verdict import Outcome, Verdict
from desktop_client.guides.walk import Phase, Walk, step_at
from desktop_client.screens.guide_view import (
    AskScene,
    AskWorksScene,
    BrokenScene,
    CheckingScene,
    ChoiceRow,
    FixedScene,
    FixingScene,
    GuideView,
    GuideWords,
    NoHelpScene,
    NotOfferedScene,
    OfferScene,
    ReadScene,
    RestartScene,
    SaidPlan,
    Scene,
    SolvedScene,
    StillFoundScene,
    TriedRow,
    VerdictScene,
)


@dataclass(frozen=True, kw_only=True)
class AtWork:
    """What runs at the step just now. `reference` is the check, "" while a fix is applied or planned.

    `started` is by `time.monotonic`; `checked` are this run's verdicts so far; `looking_again`: a fix is done, its check looks again.
    """

    reference: str = ""
    started: float
    limit_s: float
    checked: tuple[Verdict, ...] = ()
    stopping: bool = False
    looking_again: bool = False
    putting_back: bool = False


def guide_view(
    walk: Walk, guides: Mapping[str, Guide], *, title: str, words: GuideWords, at_work: AtWork | None = None, resumed: bool = False
) -> GuideView:
    """The scene of the step. `title` is the guide's."""
    here = len(walk.back) + 1
    return GuideView(
        guide=title,
        key=f"{walk.place.guide}/{walk.place.step}",
        step=here,
        steps=here - 1 + steps_left(walk, guides),
        scene=_Scenes(walk, words, title, at_work).scene(step_at(guides, walk.place)),
        can_back=bool(walk.back) and at_work is None,
        resumed=resumed,
    )


def steps_left(walk: Walk, guides: Mapping[str, Guide]) -> int:
    """The fewest steps to an end, this one counted: what the person is told as "about"."""
    guide = guides.get(walk.place.guide)
    steps = {step.id: step for step in guide.steps} if guide else {}
    edge, seen, count = [walk.place.step], {walk.place.step}, 1
    while edge:
        after = [target for step in edge if step in steps for target in targets(steps[step])]
        if any(step in steps and isinstance(steps[step], EndStep) for step in edge):
            return count
        edge = [target for target in dict.fromkeys(after) if target not in seen]
        seen.update(edge)
        count += 1
    return count


def targets(step: Step) -> tuple[str, ...]:
    """The steps of the same guide to which a step may lead."""
    if isinstance(step, AskStep):
        return (*(answer.go for answer in step.answers), step.unknown)
    if isinstance(step, CheckStep):
        return (step.ok, *step.found.values(), *([step.not_possible] if step.not_possible else []))
    if isinstance(step, FixStep):
        return (step.fixed, step.not_fixed)
    if isinstance(step, ReadStep | RestartStep):
        return (step.go,)
    if isinstance(step, GuideStep):
        return (step.go,) if step.go else ()
    return ()


def last_tried(walk: Walk) -> tuple[Tried, ...]:
    """What was tried, each check as it was seen last."""
    last = {(one.kind, one.name if one.kind == "check" else one.step): one for one in walk.tried}
    return tuple(one for one in walk.tried if last[(one.kind, one.name if one.kind == "check" else one.step)] is one)


class _Scenes:
    """The scenes of one walk, in the words of one face."""

    def __init__(self, walk: Walk, words: GuideWords, title: str, at_work: AtWork | None) -> None:
        self._walk, self._words, self._title, self._at_work = walk, words, title, at_work

    def scene(self, step: Step | None) -> Scene:
        if isinstance(step, ReadStep | AskStep | RestartStep):
            return self._written(step)
        if isinstance(step, CheckStep):
            return self._check(step)
        if isinstance(step, FixStep):
            return self._fix(step)
        if isinstance(step, EndStep):
            return self._end(step)
        return self._broken(self._title, "", many=False)

    def _written(self, step: ReadStep | AskStep | RestartStep) -> Scene:
        text = self._filled(step.text)
        if isinstance(step, ReadStep):
            return ReadScene(title=step.title, text=text, act=step.act)
        if isinstance(step, RestartStep):
            return RestartScene(title=step.title, text=text)
        rows = tuple(ChoiceRow(key=str(number), text=answer.text) for number, answer in enumerate(step.answers))
        return AskScene(title=step.title, text=text, act=step.act, answers=rows)

    def _check(self, step: CheckStep) -> Scene:
        if self._walk.phase is not Phase.SEEN or self._at_work is not None:
            return self._checking(step.title, step.text, step.checks[0], proof=False)
        shown = self._walk.shown()
        decides = self._walk.verdicts.get(self._walk.led) or _worth_most(shown)
        others = tuple(self._words.verdict(verdict) for verdict in shown if verdict is not decides)
        return VerdictScene(title=step.title, verdict=self._words.verdict(decides), others=others)

    def _checking(self, title: str, text: str, first: str, *, proof: bool) -> Scene:
        work = self._at_work or AtWork(started=0.0, limit_s=0.0)
        reference = work.reference or first
        return CheckingScene(
            title=title,
            text=self._filled(text),
            checking=self._words.checking(reference) if reference else "",
            started=work.started,
            limit_s=work.limit_s,
            checked=tuple(self._words.verdict(verdict) for verdict in work.checked),
            stopping=work.stopping,
            proof=proof,
        )

    def _fix(self, step: FixStep) -> Scene:
        walk, words, state = self._walk, self._words, self._walk.fix
        finding = words.verdict(walk.finding) if walk.finding else None
        text = self._filled(step.text)
        if state is not None and walk.phase is Phase.NOT_HERE:
            return NotOfferedScene(title=step.title, text=text, why=words.not_offered(step.fix, state.why), verdict=finding)
        if state is None or state.plan is None:
            return OfferScene(title=step.title, text=text, verdict=finding, planning=True)
        plan = words.plan(step.fix, state.plan)
        if self._at_work is not None or walk.phase is Phase.FIXING:
            return self._fixing(step, state.plan, plan)
        if walk.phase is Phase.PLANNED:
            return OfferScene(title=step.title, text=text, verdict=finding, plan=plan)
        return self._after_fix(step, plan)

    def _fixing(self, step: FixStep, plan: Plan, said: SaidPlan) -> Scene:
        work = self._at_work or AtWork(started=0.0, limit_s=0.0)
        return FixingScene(
            title=step.title,
            plan=said,
            started=work.started,
            limit_s=work.limit_s,
            can_stop=not work.putting_back,
            stopping=work.stopping,
            putting_back=work.putting_back,
            looking_again=work.looking_again,
            asks_administrator=plan.needs_administrator and not work.looking_again,
        )

    def _after_fix(self, step: FixStep, plan: SaidPlan) -> Scene:
        walk, words, state = self._walk, self._words, self._walk.fix
        shown = walk.shown()
        can_put_back = state is not None and state.undo is not None
        if walk.phase in {Phase.FIXED, Phase.PUT_BACK} and shown:
            verdict = shown[0]
            return FixedScene(
                title=step.title,
                plan=plan,
                verdict=words.verdict(verdict),
                at=words.moment(verdict),
                can_put_back=can_put_back,
                put_back=walk.phase is Phase.PUT_BACK,
            )
        why = "cut short" if walk.phase is Phase.CUT_SHORT else state.why if state else ""
        undone = state is not None and (state.by_itself or walk.phase is Phase.PUT_BACK)
        still = next((verdict for verdict in shown if verdict.outcome is not Outcome.OK), None)
        return NoHelpScene(
            title=step.title,
            plan=plan,
            verdict=words.verdict(still) if still and not why else None,
            why=words.not_done(step.fix, why, put_back=undone) if why else None,
            can_put_back=can_put_back,
            put_back=undone,
        )

    def _end(self, step: EndStep) -> Scene:
        walk, words = self._walk, self._words
        text = self._filled(step.text)
        if step.outcome is not EndOutcome.SOLVED or walk.phase is Phase.BROKEN:
            return self._broken(
                step.title if walk.phase is not Phase.BROKEN else self._title, text, many=step.outcome is EndOutcome.REPORT_MANY
            )
        shown = walk.shown()
        if walk.phase is Phase.HERE or self._at_work is not None:
            return self._checking(step.title, "", shown[0].check if shown else "", proof=True)
        if walk.phase is Phase.STILL_FOUND and walk.finding is not None:
            return StillFoundScene(title=step.title, verdict=words.verdict(walk.finding), tried=self._tried())
        proof = tuple(words.verdict(verdict) for verdict in shown)
        if walk.phase is Phase.SAID or (walk.phase is Phase.PROVEN and "?" in step.text):
            return AskWorksScene(title=step.title, text=text, checked=proof)
        by_person = not any(verdict.outcome is Outcome.OK for verdict in shown)
        at = words.moment(shown[0]) if shown else ""
        return SolvedScene(title=step.title, text=text, by_person=by_person, proof=proof, at=at, not_checked=self._not_checked())

    def _broken(self, title: str, text: str, *, many: bool) -> Scene:
        return BrokenScene(title=title, text=text, tried=self._tried(), not_checked=self._not_checked(), many=many)

    def _tried(self) -> tuple[TriedRow, ...]:
        return tuple(self._words.tried(one) for one in last_tried(self._walk))

    def _not_checked(self) -> tuple[str, ...]:
        blind = (verdict for verdict in self._walk.verdicts.values() if verdict.outcome is Outcome.NOT_POSSIBLE)
        return tuple(dict.fromkeys(self._words.check_name(verdict.check) for verdict in blind))

    def _filled(self, text: str) -> str:
        """Of two printers, the text speaks of the one about which something was found."""
        walk = self._walk
        seen = sorted(walk.verdicts.values(), key=lambda verdict: verdict.at)
        return self._words.filled(text, [*seen, walk.finding] if walk.finding else seen)


def _worth_most(verdicts: tuple[Verdict, ...]) -> Verdict:
    """The one to show large where nothing was found: what is ok, else what could not be looked at."""
    return next((verdict for verdict in verdicts if verdict.outcome is Outcome.OK), verdicts[0])
