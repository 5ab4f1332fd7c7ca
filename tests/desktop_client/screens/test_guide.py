"""Which scene the player shows for each step and phase of a walk."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
import pytest

from contract.guides import CheckStep, EndStep, FixStep, Tried
from desktop_client.guides import walk as walks
from desktop_client.guides.fix import NotHere, Plan
from desktop_client.guides.verdict import Seen, Verdict, found, not_possible, ok
from desktop_client.guides.walk import Phase, Walk
from desktop_client.screens.guide import AtWork, guide_view, last_tried, steps_left
from desktop_client.screens.guide_view import (
    AskScene,
    AskWorksScene,
    BrokenScene,
    CheckingScene,
    FixedScene,
    FixingScene,
    NoHelpScene,
    NotOfferedScene,
    OfferScene,
    ReadScene,
    RestartScene,
    Said,
    SaidPlan,
    SaidVerdict,
    Scene,
    SolvedScene,
    StillFoundScene,
    TriedRow,
    VerdictScene,
)
from tests.desktop_client.guides.toy_guides import GUIDES, PRINTER

STEPS = {step.id: step for step in PRINTER.steps}
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Plainly:
    """Words that are the values themselves."""

    def verdict(self, verdict: Verdict, before: Verdict | None = None) -> SaidVerdict:
        return SaidVerdict(name=verdict.check, title=f"{verdict.text()}{f' after {before.text()}' if before else ''}")

    def checking(self, reference: str) -> str:
        return f"Checking {reference}"

    def check_name(self, reference: str) -> str:
        return reference.upper()

    def plan(self, fix: str, plan: Plan) -> SaidPlan:
        return SaidPlan(name=fix, actions=tuple(doing.key for doing in plan.actions))

    def fix_name(self, fix: str) -> str:
        return fix

    def not_offered(self, fix: str, why: str) -> Said:
        return Said(f"{fix}: {why}")

    def not_done(self, fix: str, why: str, *, put_back: bool = False) -> Said:
        return Said(f"{fix}: {why}{', put back' if put_back else ''}")

    def tried(self, tried: Tried) -> TriedRow:
        return TriedRow(title=tried.title, result=tried.result)

    def filled(self, text: str, verdicts: Sequence[Verdict]) -> str:
        return text.replace("{printer}", str(len(verdicts)))

    def moment(self, verdict: Verdict) -> str:
        return f"{verdict.at:%H:%M}"


def said(check: str, seen: Seen) -> Verdict:
    return Verdict(check=check, seen=seen, at=NOW)


def at(step: str, **changes: object) -> Walk:
    walk = walks.begin("printer", PRINTER)
    return msgspec.structs.replace(walk if step == "look" else walks.go(walk, step), **changes)


def scene(walk: Walk, at_work: AtWork | None = None) -> Scene:
    return guide_view(walk, GUIDES, title="The printer", words=Plainly(), at_work=at_work).scene


def looked(*verdicts: Verdict) -> Walk:
    step = STEPS["look"]
    assert isinstance(step, CheckStep)
    return walks.looked(at("look"), step, verdicts)


def fix_step() -> FixStep:
    step = STEPS["clear"]
    assert isinstance(step, FixStep)
    return step


def end_step() -> EndStep:
    step = STEPS["done"]
    assert isinstance(step, EndStep)
    return step


def planned() -> Walk:
    found_first = walks.go(looked(said("connected", ok()), said("queue", found("stuck"))), "clear", led="queue")
    return walks.planned(found_first, fix_step(), Plan(actions=()))


def test_reading_asking_and_restarting() -> None:
    assert isinstance(scene(at("paper")), ReadScene)
    assert isinstance(scene(at("restart")), RestartScene)
    asked = scene(at("ask"))
    assert isinstance(asked, AskScene)
    assert [(row.key, row.text) for row in asked.answers] == [("0", "Yes"), ("1", "No")]


def test_checking_tells_what_was_seen_so_far_and_then_what_decides() -> None:
    running = AtWork(reference="queue", started=5.0, limit_s=25.0, checked=(said("connected", ok()),), stopping=True)
    checking = scene(at("look"), running)
    assert isinstance(checking, CheckingScene)
    assert (checking.checking, checking.limit_s, checking.stopping, len(checking.checked)) == ("Checking queue", 25.0, True, 1)
    shown = scene(looked(said("connected", ok()), said("queue", found("stuck"))))
    assert isinstance(shown, VerdictScene)
    assert (shown.verdict.title, [other.title for other in shown.others]) == ("found:stuck", ["ok"])


@pytest.mark.parametrize(
    ("connected", "queue", "shown"),
    [(not_possible("rights"), ok(), "ok"), (not_possible("rights"), not_possible("time"), "not_possible:rights"), (ok(), ok(), "ok")],
)
def test_without_a_finding_what_is_ok_is_shown_large(connected: Seen, queue: Seen, shown: str) -> None:
    found_scene = scene(looked(said("connected", connected), said("queue", queue)))
    assert isinstance(found_scene, VerdictScene)
    assert found_scene.verdict.title == shown


def test_a_fix_from_its_plan_to_what_became_of_it() -> None:
    walk = planned()
    planning = scene(msgspec.structs.replace(walk, phase=Phase.HERE, fix=None))
    offer, fixing = scene(walk), scene(walk, AtWork(started=1.0, limit_s=9.0, looking_again=True))
    assert isinstance(planning, OfferScene)
    assert planning.planning
    assert isinstance(offer, OfferScene)
    assert offer.verdict == SaidVerdict(name="queue", title="found:stuck")
    assert isinstance(fixing, FixingScene)
    assert (fixing.limit_s, fixing.looking_again, fixing.can_stop) == (9.0, True, True)
    fixed = scene(walks.mended(walk, fix_step(), [said("queue", ok())], {"job": "7"}))
    assert isinstance(fixed, FixedScene)
    assert (fixed.verdict.title, fixed.at, fixed.can_put_back, fixed.put_back) == ("ok", "09:00", True, False)
    same = scene(walks.put_back(walks.mended(walk, fix_step(), [said("queue", ok())], {"job": "7"}), fix_step(), by_itself=False))
    assert isinstance(same, FixedScene)
    assert (same.can_put_back, same.put_back) == (False, True)


def test_a_fix_that_did_not_help_was_refused_cut_short_or_is_not_here() -> None:
    walk = planned()
    no_help = scene(walks.mended(walk, fix_step(), [said("queue", found("stuck"))], None))
    assert isinstance(no_help, NoHelpScene)
    assert (no_help.verdict and no_help.verdict.title, no_help.why) == ("found:stuck", None)
    refused = scene(walks.not_applied(walk, fix_step(), "rights"))
    assert isinstance(refused, NoHelpScene)
    assert (refused.verdict, refused.why) == (None, Said("clear-queue: rights"))
    cut = scene(walks.cut_short(walk, fix_step(), undone=True))
    assert isinstance(cut, NoHelpScene)
    assert cut.why == Said("clear-queue: cut short, put back")
    not_here = scene(walks.planned(walk, fix_step(), NotHere("rights")))
    assert isinstance(not_here, NotOfferedScene)
    assert not_here.why == Said("clear-queue: rights")


def test_ends() -> None:
    done = at("done")
    proving = scene(done, AtWork(reference="queue", started=1.0, limit_s=2.0))
    assert isinstance(proving, CheckingScene)
    assert proving.proof
    # What no computer sees is asked, whatever the proof says.
    asked = scene(walks.proven(done, end_step(), [said("queue", ok())]))
    assert isinstance(asked, AskWorksScene)
    assert asked.text == "1 answers. Is the paper there?"
    solved = scene(walks.said_works(walks.proven(done, end_step(), [said("queue", ok())]), works=True))
    assert isinstance(solved, SolvedScene)
    assert (solved.by_person, solved.at) == (False, "09:00")
    by_person = scene(walks.said_works(walks.proven(done, end_step(), [said("queue", not_possible("time"))]), works=True))
    assert isinstance(by_person, SolvedScene)
    assert (by_person.by_person, by_person.not_checked) == (True, ("QUEUE",))
    still = scene(walks.proven(done, end_step(), [said("queue", found("stuck"))]))
    assert isinstance(still, StillFoundScene)
    assert still.verdict.title == "found:stuck"
    broken = scene(walks.said_works(walks.proven(done, end_step(), [said("queue", ok())]), works=False))
    assert isinstance(broken, BrokenScene)
    assert (broken.title, [row.result for row in broken.tried]) == ("The printer", ["ok"])


def test_ends_in_a_report_and_a_guide_that_changed_meanwhile() -> None:
    report = scene(at("report"))
    assert isinstance(report, BrokenScene)
    assert (report.title, report.many) == ("A technician looks", False)
    many = scene(msgspec.structs.replace(at("look"), place=walks.Place("network", "report")))
    assert isinstance(many, BrokenScene)
    assert many.many
    gone = scene(msgspec.structs.replace(at("look"), place=walks.Place("printer", walks.OUT)))
    assert isinstance(gone, BrokenScene)


def test_proven_without_a_question_is_solved_at_once() -> None:
    steps = tuple(msgspec.structs.replace(step, text="It answers.") if step.id == "done" else step for step in PRINTER.steps)
    guide = msgspec.structs.replace(PRINTER, steps=steps)
    walk = walks.proven(at("done"), end_step(), [said("queue", ok())])
    shown = guide_view(walk, {"printer": guide}, title="The printer", words=Plainly()).scene
    assert isinstance(shown, SolvedScene)


def test_the_way_is_told_as_about_so_many_steps() -> None:
    view = guide_view(looked(said("connected", ok()), said("queue", ok())), GUIDES, title="The printer", words=Plainly())
    assert (view.step, view.can_back, view.key) == (1, False, "printer/look")
    assert view.steps == 3
    assert steps_left(at("done"), GUIDES) == 1
    later = guide_view(at("ask"), GUIDES, title="The printer", words=Plainly())
    assert (later.step, later.can_back) == (2, True)


def test_each_check_is_told_as_it_was_seen_last() -> None:
    walk = looked(said("connected", ok()), said("queue", found("stuck")))
    step = STEPS["look"]
    assert isinstance(step, CheckStep)
    walk = walks.looked(walk, step, [said("connected", ok()), said("queue", ok())])
    assert [(one.name, one.result) for one in last_tried(walk)] == [("connected", "ok"), ("queue", "ok")]
