"""Where a walk leads, as plain values: no finding is passed over, and nothing is called fixed or solved that was not looked at again."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.guides import AskStep, CheckStep, EndStep, Evidence, FixStep, Guide, GuideStep, ReadStep
from desktop_client.guides import walk as walks
from desktop_client.guides.fix import NotHere, Plan
from desktop_client.guides.verdict import Seen, Verdict, found, not_possible, ok
from desktop_client.guides.walk import OUT, Phase, Place, Walk
from tests.desktop_client.guides.toy_guides import GUIDES, PRINTER

STEPS = {step.id: step for step in PRINTER.steps}


def said(check: str, seen: Seen, age_s: float = 0) -> Verdict:
    return Verdict(check=check, seen=seen, at=datetime.now(UTC) - timedelta(seconds=age_s))


def begun() -> Walk:
    return walks.begin("printer", PRINTER)


def look(step: str, *verdicts: Verdict) -> Walk:
    begun_before = msgspec.structs.replace(begun(), changed=datetime.now(UTC) - timedelta(minutes=10))
    at = walks.go(begun_before, step) if step != "look" else begun_before
    checking = STEPS[step]
    assert isinstance(checking, CheckStep)
    return walks.looked(at, checking, verdicts)


@pytest.mark.parametrize(
    ("connected", "queue", "leads"),
    [
        (ok(), ok(), "ask"),
        (ok(), found("stuck"), "clear"),
        (ok(), found("stopped"), "restart"),
        (found("unplugged"), found("stuck"), "to-network"),
        (not_possible("rights"), found("stuck"), "clear"),
        (not_possible("rights"), not_possible("time"), "ask"),
    ],
)
def test_the_first_finding_in_the_step_s_order_leads(connected: Seen, queue: Seen, leads: str) -> None:
    walk = look("look", said("connected", connected), said("queue", queue))
    step = STEPS["look"]
    assert isinstance(step, CheckStep)
    assert walks.leads(walk, step) == leads
    assert [one.result for one in walk.tried] == [said("", connected).text(), said("", queue).text()]


def test_where_nothing_could_be_looked_at_the_step_may_lead_elsewhere() -> None:
    step = STEPS["last"]
    assert isinstance(step, CheckStep)
    assert walks.leads(look("last", said("queue", not_possible("time"))), step) == "report"
    assert walks.leads(look("last", said("queue", ok())), step) == "done"


def test_a_finding_that_no_guide_knows_yet_is_nobody_s_dead_end() -> None:
    step = msgspec.structs.replace(STEPS["last"], found={"queue:stuck": "report"})
    assert isinstance(step, CheckStep)
    walk = walks.looked(walks.go(begun(), "last"), step, [said("queue", found("from-a-newer-client"))])
    assert walks.leads(walk, step) == "done"


def test_young_verdicts_hold_until_somebody_does_something() -> None:
    walk = look("look", said("connected", ok()), said("queue", ok()))
    assert set(walks.reusable(walk, ("connected", "queue", "dns"))) == {"connected", "queue"}
    later = datetime.now(UTC) + timedelta(seconds=301)
    assert walks.reusable(walk, ("connected",), later) == {}
    ask, paper = STEPS["ask"], STEPS["paper"]
    assert isinstance(ask, AskStep)
    assert isinstance(paper, ReadStep)
    answered = walks.answered(walks.go(walk, "ask"), ask, 1)
    assert answered.place == Place("printer", "paper")
    assert set(walks.reusable(answered, ("connected", "queue"))) == {"connected", "queue"}
    assert walks.reusable(walks.read(answered, paper), ("connected", "queue")) == {}


def test_what_could_not_be_looked_at_is_looked_at_again() -> None:
    walk = look("look", said("connected", not_possible("time")), said("queue", ok()))
    assert set(walks.reusable(walk, ("connected", "queue"))) == {"queue"}


def test_into_another_guide_and_back_with_what_was_found() -> None:
    walk = look("look", said("connected", found("unplugged")), said("queue", ok()))
    inside = walks.settle(walks.go(walk, "to-network", led="connected"), GUIDES)
    assert inside.place == Place("network", "cable")
    assert inside.finding == walk.verdicts["connected"]
    back = walks.settle(walks.go(inside, "back"), GUIDES)
    assert back.place == Place("printer", "again")
    assert back.returns == ()


def test_a_guide_is_entered_once_and_a_missing_one_is_passed() -> None:
    walk = walks.go(msgspec.structs.replace(begun(), entered=("printer", "network")), "to-network")
    assert walks.settle(walk, GUIDES).place == Place("printer", "again")
    assert walks.settle(walks.go(begun(), "to-network"), {"printer": PRINTER}).place == Place("printer", "again")
    leaving = msgspec.structs.replace(PRINTER, steps=(msgspec.structs.replace(STEPS["to-network"], go=""),))
    assert walks.settle(walks.go(begun(), "to-network"), {"printer": leaving}).place == Place("printer", OUT)


def test_a_restart_is_told_once_in_a_walk() -> None:
    walk = walks.go(begun(), "restart")
    restart = STEPS["restart"]
    passed = walks.restart_passed(walk, restart)  # type: ignore[arg-type] # it is one
    assert passed.place == Place("printer", "last")
    assert walks.settle(walks.go(passed, "restart"), GUIDES).place == Place("printer", "last")


def fix(walk: Walk) -> FixStep:
    step = STEPS["clear"]
    assert isinstance(step, FixStep)
    assert walk.place.step == "clear"
    return step


def at_fix() -> Walk:
    return walks.go(look("look", said("connected", ok()), said("queue", found("stuck"))), "clear", led="queue")


@pytest.mark.parametrize(
    ("after", "phase", "result", "leads"),
    [
        (ok(), Phase.FIXED, "helped", "done"),
        (found("stuck"), Phase.NO_HELP, "no-help", "restart"),
        (not_possible("time"), Phase.NO_HELP, "no-help", "restart"),
    ],
)
def test_fixed_is_only_what_its_check_says_anew(after: Seen, phase: Phase, result: str, leads: str) -> None:
    walk = walks.planned(at_fix(), fix(at_fix()), Plan(actions=()))
    assert walk.phase is Phase.PLANNED
    done = walks.mended(walks.fixing(walk, {"job": "7"}), fix(walk), [said("queue", after)], {"job": "7"})
    assert (done.phase, done.tried[-1].result, done.tried[-1].name) == (phase, result, "clear-queue")
    assert done.fix
    assert done.fix.undo == {"job": "7"}
    assert walks.after_fix(done, fix(done)).place.step == leads


def test_nothing_measured_is_nothing_fixed() -> None:
    walk = walks.planned(at_fix(), fix(at_fix()), Plan(actions=()))
    assert walks.mended(walk, fix(walk), [], None).phase is Phase.NO_HELP


def test_a_fix_that_is_not_here_says_so_and_the_guide_goes_on() -> None:
    walk = walks.planned(at_fix(), fix(at_fix()), NotHere("rights"))
    assert (walk.phase, walk.tried[-1].result) == (Phase.NOT_HERE, "not_possible:rights")
    assert walks.after_fix(walk, fix(walk)).place.step == "restart"


def test_what_was_skipped_refused_cut_short_and_put_back_is_told() -> None:
    walk = walks.planned(at_fix(), fix(at_fix()), Plan(actions=()))
    assert walks.skipped(walk, fix(walk)).tried[-1].result == "skipped"
    refused = walks.not_applied(walks.fixing(walk, {"job": "7"}), fix(walk), "rights", undone=True)
    assert (refused.phase, refused.tried[-1].result, refused.fix and refused.fix.undo) == (Phase.NO_HELP, "not_possible:rights", None)
    for undone, undo, result in ((True, None, "undone"), (False, {"job": "7"}, "not_possible:stopped")):
        cut = walks.cut_short(walks.fixing(walk, {"job": "7"}), fix(walk), undone=undone)
        assert (cut.phase, cut.tried[-1].result, cut.fix and cut.fix.undo) == (Phase.CUT_SHORT, result, undo)
    back = walks.put_back(walks.mended(walk, fix(walk), [said("queue", ok())], {"job": "7"}), fix(walk), by_itself=False)
    assert (back.phase, back.tried[-1].result) == (Phase.PUT_BACK, "undone")
    assert walks.after_fix(back, fix(back)).place.step == "restart"


@pytest.mark.parametrize(
    ("proof", "phase"),
    [
        ([ok()], Phase.PROVEN),
        ([found("stuck")], Phase.STILL_FOUND),
        ([not_possible("time")], Phase.SAID),
        ([], Phase.SAID),
        ([ok(), found("stuck")], Phase.STILL_FOUND),
    ],
)
def test_solved_is_proved(proof: list[Seen], phase: Phase) -> None:
    end = STEPS["done"]
    assert isinstance(end, EndStep)
    walk = walks.proven(walks.go(begun(), "done"), end, [said(f"queue({number})", seen) for number, seen in enumerate(proof)])
    assert walk.phase is phase
    if phase is Phase.STILL_FOUND:
        again = walks.once_more(walk, PRINTER)
        assert (again.place, again.tried) == (Place("printer", "look"), walk.tried)


def test_back_leads_to_the_step_before_also_out_of_another_guide() -> None:
    walk = walks.settle(walks.go(look("look", said("connected", found("off")), said("queue", ok())), "to-network"), GUIDES)
    assert walk.returns
    before = walks.went_back(walk)
    assert (before.place, before.returns, before.phase) == (Place("printer", "look"), (), Phase.HERE)
    assert walks.went_back(before) == before
    assert before.tried == walk.tried


def test_a_walk_survives_the_disk() -> None:
    walk = walks.planned(at_fix(), fix(at_fix()), Plan(actions=(), target={"job": "7"}))
    walk = msgspec.structs.replace(walk, verdicts={**walk.verdicts, "dns": said("dns", ok(Evidence(name="ms", value=3.5, unit="ms")))})
    assert msgspec.json.decode(msgspec.json.encode(walk), type=Walk) == walk


def test_a_circle_of_steps_at_which_nothing_is_shown_ends() -> None:
    circle = Guide(
        first="a",
        steps=(GuideStep(id="a", title="", guide="nowhere", go="b"), GuideStep(id="b", title="", guide="nowhere", go="a")),
    )
    walk = walks.begin("round", circle)
    assert walks.settle(walk, {"round": circle}).place == Place("round", OUT)
