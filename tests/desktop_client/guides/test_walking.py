"""A walk that goes on: real files, toy checks and fixes, and interruptions in between."""

import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from contract.guides import Evidence
from desktop_client.guides import walk as walks
from desktop_client.guides.company import Company
from desktop_client.guides.fix import Applied, FixQuestion, NotHere
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.runner import Asked
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.guides.walk import Phase, Place, Walk
from desktop_client.guides.walking import Tools, Walking, Watching
from tests.desktop_client.guides.plugins import ToyCheck, ToyFix, hanging
from tests.desktop_client.guides.toy_guides import GUIDES, PRINTER


class World:
    """A computer on which the queue is stuck until it is mended."""

    def __init__(self, folder: Path) -> None:
        self.queue: Seen = found("stuck")
        self.connected: Seen = ok()
        self.checks = (ToyCheck("connected", lambda _q: self.connected), ToyCheck("queue", lambda _q: self.queue))
        self.fix = ToyFix("clear-queue", ("queue:stuck",), self.mend)
        self.kept = KeptWalks(folder)
        self.boot = 1000.0
        self.refused: frozenset[str] = frozenset()

    def mend(self, question: FixQuestion) -> Applied:
        question.keep({"job": "7"})
        self.queue = ok()
        return Applied(done=True, undo={"job": "7"})

    def walking(self, walk: Walk | None = None) -> Walking:
        tools = Tools(
            guides=GUIDES,
            checks=self.checks,
            fixes=(self.fix,),
            asked=Asked(company=Company(fixes_refused=self.refused)),
            kept=self.kept,
            boot=lambda: self.boot,
        )
        return Walking(walk or walks.begin("printer", PRINTER), tools)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "walks")


def to_fix(world: World) -> Walking:
    walking = world.walking()
    walking.begin()
    assert walking.waits_for_work()
    assert walking.work().phase is Phase.SEEN
    walking.go_on()
    assert walking.work().phase is Phase.PLANNED
    return walking


def test_a_stuck_queue_is_mended_looked_at_again_and_proved(world: World) -> None:
    walking = to_fix(world)
    assert walking.fix(("one",)).phase is Phase.FIXED
    assert world.fix.chosen == [("one",)]
    assert walking.go_on().place == Place("printer", "done")
    assert walking.work().phase is Phase.PROVEN
    assert walking.works(yes=True).phase is Phase.DONE
    assert [(one.kind, one.result) for one in walking.walk.tried] == [
        ("check", "ok"), ("check", "found:stuck"), ("fix", "helped"), ("check", "ok"),
    ]  # fmt: skip


def test_a_fault_that_stays_is_never_called_fixed_and_the_fix_is_put_back_by_itself(world: World) -> None:
    world.fix.does = lambda _question: Applied(done=True, undo={"job": "7"})
    walking = to_fix(world)
    walk = walking.fix(())
    assert (walk.phase, walk.fix and walk.fix.by_itself) == (Phase.NO_HELP, True)
    assert world.fix.undone == [{"job": "7"}]
    assert [one.result for one in walk.tried][-2:] == ["no-help", "undone"]
    assert walking.go_on().place.step == "restart"


def test_another_finding_than_before_is_a_step_on_the_way_and_stays(world: World) -> None:
    def partly(_question: FixQuestion) -> Applied:
        world.queue = found("stopped")
        return Applied(done=True, undo={"job": "7"})

    world.fix.does = partly
    walk = to_fix(world).fix(())
    assert (walk.phase, world.fix.undone) == (Phase.NO_HELP, [])
    assert walk.finding
    assert walk.finding.code == "stopped"


def test_put_back_by_the_person(world: World) -> None:
    walking = to_fix(world)
    walking.fix(())
    assert walking.put_back().phase is Phase.PUT_BACK
    assert world.fix.undone == [{"job": "7"}]
    assert walking.put_back().phase is Phase.PUT_BACK
    assert len(world.fix.undone) == 1


def refuses(_question: FixQuestion) -> Applied:
    return Applied(done=False, why="rights")


def breaks_half_way(question: FixQuestion) -> Applied:
    question.keep({"job": "7"})
    raise OSError("half-way")


@pytest.mark.expects_log
@pytest.mark.parametrize(("does", "why", "undone"), [(refuses, "rights", []), (breaks_half_way, "failed", [{"job": "7"}])])
def test_what_could_not_be_done_is_an_answer_and_nothing_stays_half_done(
    world: World, does: Callable[[FixQuestion], Applied], why: str, undone: list[dict[str, str]]
) -> None:
    world.fix.does = does
    walk = to_fix(world).fix(())
    assert (walk.phase, walk.fix and walk.fix.why) == (Phase.NO_HELP, why)
    assert world.fix.undone == undone


def test_a_fix_that_the_company_refuses_is_not_offered(world: World) -> None:
    world.refused = frozenset({"clear-queue"})
    walking = world.walking()
    walking.begin()
    walking.work()
    walking.go_on()
    walk = walking.work()
    assert (walk.phase, walk.fix and walk.fix.why) == (Phase.NOT_HERE, "refused by company")
    assert walking.go_on().place.step == "restart"


def test_log_off_in_the_middle_of_a_fix_is_put_back_and_said_at_the_next_start(world: World) -> None:
    class LoggedOffError(BaseException):
        pass

    def ends(question: FixQuestion) -> Applied:
        question.keep({"job": "7"})
        # What is on the disk at this moment is what the next start finds.
        kept = world.kept.get("printer")
        assert kept
        snapshots.append(kept)
        return Applied(done=True)

    snapshots: list[Walk] = []
    world.fix.does = ends
    to_fix(world).fix(())
    assert snapshots[0].phase is Phase.FIXING
    next_start = world.walking(snapshots[0])
    walk = next_start.begin()
    assert (walk.phase, world.fix.undone[-1]) == (Phase.CUT_SHORT, {"job": "7"})
    assert next_start.go_on().place.step == "restart"


def test_after_a_restart_it_goes_on_behind_it_and_only_then(world: World) -> None:
    walking = to_fix(world)
    walking.skip()
    assert walking.walk.boot == 1000.0
    same = world.walking(world.kept.get("printer"))
    assert same.begin().place.step == "restart"
    world.boot = 5000.0
    again = world.walking(world.kept.get("printer"))
    assert again.begin().place.step == "last"
    assert again.waits_for_work()


def test_young_verdicts_go_along_into_another_guide_and_back(world: World) -> None:
    world.connected, world.queue = found("unplugged"), ok()
    walking = world.walking()
    walking.begin()
    walking.work()
    assert walking.go_on().place == Place("network", "cable")
    world.connected = ok()
    assert walking.go_on().place == Place("network", "look")
    walking.work()
    assert walking.go_on().place == Place("printer", "again")
    looked = len(world.checks[0].asked)
    walking.work()
    assert len(world.checks[0].asked) == looked
    assert walking.go_on().place.step == "ask"
    assert walking.answer(-1).place.step == "report"


def test_leaving_while_a_check_runs_keeps_the_place_and_a_stop_goes_on(world: World, tmp_path: Path) -> None:
    released, stop, left = threading.Event(), threading.Event(), threading.Event()
    world.checks = (ToyCheck("connected", hanging(released), limit_s=20.0), ToyCheck("queue"))
    walking = world.walking()
    walking.begin()

    def leave(_reference: str) -> None:
        left.set()
        stop.set()

    assert walking.work(Watching(on_begin=leave, stop=stop, left=left)).phase is Phase.HERE
    kept = KeptWalks(tmp_path / "walks").get("printer")
    assert kept
    assert (kept.place.step, kept.tried) == ("look", ())
    released.set()
    stopped = threading.Event()
    walk = world.walking(kept).work(Watching(on_begin=lambda _reference: stopped.set(), stop=stopped))
    assert walk.phase is Phase.SEEN


@pytest.mark.expects_log
def test_a_full_disk_stops_no_walk_but_every_fix_that_could_not_be_put_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_walk: Walk) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(world.kept, "keep", full)
    walking = to_fix(world)
    walk = walking.fix(())
    assert walk.phase is Phase.NO_HELP
    assert world.queue == found("stuck")


def test_evidence_of_the_mended_check_is_told(world: World) -> None:
    def mends(_question: FixQuestion) -> Applied:
        world.queue = ok(Evidence(name="documents", value=0))
        return Applied(done=True)

    world.fix.does = mends
    walk = to_fix(world).fix(())
    assert walk.tried[-1].evidence == (Evidence(name="documents", value=0),)


def test_what_could_not_be_put_back_is_never_said_to_be_and_may_be_tried_again(world: World) -> None:
    world.fix.puts_back = False
    walking = to_fix(world)
    cut = world.walking(walks.fixing(walking.walk, {"job": "7"}))
    assert cut.begin().tried[-1].result == "not_possible:stopped"
    assert cut.walk.fix
    assert (cut.walk.phase, cut.walk.fix.undo, cut.walk.fix.by_itself) == (Phase.CUT_SHORT, {"job": "7"}, False)
    world.fix.puts_back = True
    assert cut.put_back().phase is Phase.PUT_BACK


def test_a_fix_whose_step_has_gone_is_put_back_all_the_same(world: World) -> None:
    fixing = walks.fixing(to_fix(world).walk, {"job": "7"})
    gone = world.walking(msgspec.structs.replace(fixing, place=Place("printer", "was-here")))
    assert gone.begin().phase is Phase.HERE
    assert world.fix.undone == [{"job": "7"}]


def test_a_plan_is_made_anew_for_somebody_who_comes_back(world: World) -> None:
    again = world.walking(to_fix(world).walk)
    assert (again.begin().phase, again.waits_for_work()) == (Phase.HERE, True)
    assert again.work().phase is Phase.PLANNED


def test_a_restart_that_was_left_behind_opens_nothing_any_more(world: World) -> None:
    walking = to_fix(world)
    walking.skip()
    assert walking.back().boot == 1000.0
    world.boot = 5000.0
    assert world.walking(world.kept.get("printer")).begin().boot == 0.0


def test_a_plan_that_hangs_is_not_waited_for(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    released, asked = threading.Event(), []

    def plan(question: FixQuestion) -> NotHere:
        asked.append(question)
        released.wait(30)
        return NotHere("not here")

    monkeypatch.setattr(world.fix, "plan", plan)
    world.fix.limit_s = 0.1
    walking = world.walking(walks.go(walks.begin("printer", PRINTER), "clear"))
    walk = walking.work()
    released.set()
    assert (walk.phase, walk.fix and walk.fix.why, asked[0].stopped.is_set()) == (Phase.NOT_HERE, "time", True)


def test_a_fix_whose_time_is_over_changes_nothing_afterwards(world: World) -> None:
    released, done = threading.Event(), threading.Event()

    def late(question: FixQuestion) -> Applied:
        released.wait(30)
        try:
            question.keep({"job": "7"})
            world.queue = ok()
        finally:
            done.set()
        return Applied(done=True)

    world.fix.does, world.fix.limit_s = late, 0.1
    walking = to_fix(world)
    walk = walking.fix(())
    released.set()
    assert done.wait(10)
    assert (walk.phase, walk.fix and walk.fix.why, walking.walk, world.queue) == (Phase.NO_HELP, "time", walk, found("stuck"))


def test_a_guide_that_is_opened_again_waits_for_the_fix_that_still_runs(world: World) -> None:
    begun, released = threading.Event(), threading.Event()

    def slow(question: FixQuestion) -> Applied:
        question.keep({"job": "7"})
        begun.set()
        released.wait(30)
        world.queue = ok()
        return Applied(done=True, undo={"job": "7"})

    world.fix.does, world.fix.limit_s = slow, 30.0
    walking = to_fix(world)
    at_work = threading.Thread(target=walking.fix, args=((),))
    at_work.start()
    assert begun.wait(10)
    again = world.walking(world.kept.get("printer"))
    taking_up = threading.Thread(target=again.begin)
    taking_up.start()
    taking_up.join(0.2)
    assert (taking_up.is_alive(), world.fix.undone) == (True, [])
    released.set()
    for thread in (at_work, taking_up):
        thread.join(10)
    assert (again.walk.phase, world.fix.undone) == (Phase.FIXED, [])
