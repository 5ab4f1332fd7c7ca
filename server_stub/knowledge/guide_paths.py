"""What the steps of a guide must be together: every name known, every step reached, every way forward to an end."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from contract.guides import (
    ACTS,
    CHECKS,
    FIXES,
    WITH_PARAMETER,
    AskStep,
    CheckStep,
    FixStep,
    Guide,
    GuideStep,
    ReadStep,
    RestartStep,
    Step,
)
from server_stub.knowledge.guide_form import meant


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`place` as in the front matter: "steps[3].go"; `reason` one sentence for the author."""

    place: str
    reason: str


def faults(guide: Guide) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the file where one line is meant; names first, because paths need them."""
    return tuple(_doubles(guide)) or (*_unknown_names(guide), *_unknown_steps(guide)) or tuple(_paths(guide))


def ways(step: Step) -> dict[str, str]:
    """Where a step leads, by the key below it that says so."""
    if isinstance(step, ReadStep | RestartStep):
        return {"go": step.go}
    if isinstance(step, AskStep):
        return {**{f"answers[{number}].go": answer.go for number, answer in enumerate(step.answers)}, "unknown": step.unknown}
    if isinstance(step, CheckStep):
        found = {f"found.{key}": go for key, go in step.found.items()}
        return {"ok": step.ok, **found, **({"not_possible": step.not_possible} if step.not_possible else {})}
    if isinstance(step, FixStep):
        return {"fixed": step.fixed, "not_fixed": step.not_fixed}
    return {"go": step.go} if isinstance(step, GuideStep) and step.go else {}


def _doubles(guide: Guide) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for number, step in enumerate(guide.steps):
        if step.id in first:
            yield Fault(place=f"steps[{number}].id", reason=f"Two steps have the id {step.id}: give this one another.")
        first.setdefault(step.id, number)


def _unknown_names(guide: Guide) -> Iterator[Fault]:
    for number, reference in enumerate(guide.proof):
        if reason := _reference(reference):
            yield Fault(place=f"proof[{number}]", reason=reason)
    for number, step in enumerate(guide.steps):
        if isinstance(step, CheckStep):
            yield from _check_names(step, f"steps[{number}]")
        if isinstance(step, FixStep) and step.fix not in FIXES:
            reason = f"There is no fix {step.fix}: use one of {', '.join(FIXES)}.{meant(step.fix, FIXES)}"
            yield Fault(place=f"steps[{number}].fix", reason=reason)
        if isinstance(step, ReadStep | AskStep) and step.act and step.act not in ACTS:
            reason = f"There is no act {step.act}: use one of {', '.join(ACTS)}.{meant(step.act, ACTS)}"
            yield Fault(place=f"steps[{number}].act", reason=reason)


def _reference(reference: str) -> str:
    """Why a check's reference, such as "answers(mail)", can't be meant; "" when it can."""
    name, bracket, rest = reference.partition("(")
    if name not in CHECKS:
        return f"There is no check {name}: use one of {', '.join(CHECKS)}.{meant(name, CHECKS)}"
    if name in WITH_PARAMETER and (not bracket or not rest.removesuffix(")").strip() or not rest.endswith(")")):
        return f"The check {name} needs to know of what: write {name}(mail), with a service's key or kind."
    if name not in WITH_PARAMETER and bracket:
        return f"The check {name} takes nothing in brackets: write {name}."
    return ""


def _check_names(step: CheckStep, place: str) -> Iterator[Fault]:
    if not step.checks:
        yield Fault(place=f"{place}.checks", reason=f"The step {step.id} checks nothing: name at least one check.")
    bad = False
    for number, reference in enumerate(step.checks):
        if reason := _reference(reference):
            bad = True
            yield Fault(place=f"{place}.checks[{number}]", reason=reason)
    if bad:
        return
    # "answers" stands for every answers(…) of the step.
    asked = {*step.checks, *(reference.partition("(")[0] for reference in step.checks)}
    for key in step.found:
        reference, _, code = key.partition(":")
        codes = CHECKS.get(reference.partition("(")[0], ())
        if reference not in asked:
            reason = f"The step {step.id} doesn't check {reference}: add it to checks, or remove it here.{meant(reference, asked)}"
            yield Fault(place=f"{place}.found.{key}", reason=reason)
        elif ":" in key and code not in codes:
            reason = f"The check {reference} never finds {code}: use one of {', '.join(codes)}.{meant(code, codes)}"
            yield Fault(place=f"{place}.found.{key}", reason=reason)
    for reference in step.checks:
        name = reference.partition("(")[0]
        led = {reference, name} & step.found.keys()
        missing = [
            f"{reference}:{code}" for code in CHECKS[name] if not led | ({f"{reference}:{code}", f"{name}:{code}"} & step.found.keys())
        ]
        if missing:
            reason = f"The step {step.id} leads nowhere for {', '.join(missing)}: add each to found, or {reference} for all of them."
            yield Fault(place=f"{place}.found", reason=reason)


def _unknown_steps(guide: Guide) -> Iterator[Fault]:
    ids = {step.id for step in guide.steps}
    if guide.first not in ids:
        yield Fault(place="first", reason=f"There is no step {guide.first} to begin with.{meant(guide.first, ids)}")
    for number, step in enumerate(guide.steps):
        for key, go in ways(step).items():
            if go not in ids:
                reason = f"The step {step.id} leads to {go or 'nothing'}, which is no step: name one.{meant(go, ids)}"
                yield Fault(place=f"steps[{number}].{key}", reason=reason)
        if isinstance(step, AskStep) and not step.answers:
            yield Fault(place=f"steps[{number}].answers", reason=f"The question {step.id} has no answers: add at least one.")


def _paths(guide: Guide) -> Iterator[Fault]:
    numbers = {step.id: number for number, step in enumerate(guide.steps)}
    after = {step.id: set(ways(step).values()) for step in guide.steps}
    try:
        order = tuple(TopologicalSorter(after).static_order())
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        reason = f"The steps go in a circle ({' → '.join(circle)}): lead forward, to a step of its own that looks again."
        yield Fault(place=f"steps[{min(numbers[one] for one in circle)}]", reason=reason)
        return
    reached = {guide.first}
    for one in reversed(order):
        reached |= after[one] if one in reached else set()
    for step in guide.steps:
        if step.id not in reached:
            yield Fault(place=f"steps[{numbers[step.id]}]", reason=f"No way leads to the step {step.id}: lead to it, or remove it.")
    restarts: Counter[str] = Counter()
    for one in order:  # what follows comes first
        below = max((restarts[next_one] for next_one in after[one]), default=0)
        restarts[one] = below + isinstance(guide.steps[numbers[one]], RestartStep)
        if restarts[one] == 2 and below == 1:
            reason = f"Another restart follows the restart {one} on the same way: one is enough for a guide."
            yield Fault(place=f"steps[{numbers[one]}]", reason=reason)
