"""The guides that come with Sigap, walked by the client's own walk: by every answer, every finding and every way a fix may end."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import server_stub
from contract.guides import CHECKS, AskStep, CheckStep, EndOutcome, EndStep, FixStep, Guide, ReadStep, RestartStep, Step
from desktop_client.guides.verdict import Seen, Verdict, found, name_of, not_possible, ok
from desktop_client.guides.walk import (
    OUT,
    Phase,
    Walk,
    after_fix,
    answered,
    begin,
    go,
    leads,
    looked,
    mended,
    read,
    restart_passed,
    settle,
    skipped,
    step_at,
)
from server_stub.knowledge.article_file import read_article

FOLDER = Path(server_stub.__file__).parent / "starter_articles"
ARTICLES = [read_article(path.name, path.read_bytes()).article for path in sorted(FOLDER.glob("*.en.md"))]
GUIDES: dict[str, Guide] = {article.article: article.guide for article in ARTICLES if article.guide}
WALKED = sorted(key for key, guide in GUIDES.items() if not guide.part)
LONGEST = 45
"""Steps of the longest walk through guides that lead to one another; one guide alone is far shorter."""

Look = Callable[[str], Seen]
Choose = Callable[[int], int]


def healthy(_reference: str) -> Seen:
    return ok()


def blind(_reference: str) -> Seen:
    return not_possible("not here")


def looks(dice: random.Random) -> Look:
    """Mostly something is found, for that is when guides branch."""

    def look(reference: str) -> Seen:
        chance = dice.random()
        if chance < 0.5:
            return ok()
        return not_possible("time") if chance < 0.6 else found(dice.choice(CHECKS[name_of(reference)]))

    return look


def verdicts(references: tuple[str, ...], look: Look) -> list[Verdict]:
    return [Verdict(check=reference, seen=look(reference), at=datetime.now(UTC)) for reference in references]


def moved(walk: Walk, step: Step, look: Look, choose: Choose) -> Walk:
    """One step on, as the person or the check decides."""
    if isinstance(step, ReadStep):
        return read(walk, step)
    if isinstance(step, RestartStep):
        return restart_passed(walk, step)
    if isinstance(step, AskStep):
        return answered(walk, step, choose(len(step.answers) + 1) - 1)
    if isinstance(step, CheckStep):
        seen = looked(walk, step, verdicts(step.checks, look))
        return go(seen, leads(seen, step), led=seen.led)
    assert isinstance(step, FixStep)
    if choose(3) == 0:
        return skipped(walk, step)
    found_by = verdicts((walk.led,), look) if walk.led else []
    return after_fix(mended(walk, step, found_by, None), step)


def walked(key: str, look: Look, choose: Choose) -> Iterator[tuple[Walk, Step | None]]:
    """Every place of a walk with its step, to the end. None is where only the report is left."""
    walk = settle(begin(key, GUIDES[key]), GUIDES)
    while True:
        step = step_at(GUIDES, walk.place)
        yield walk, step
        if step is None or isinstance(step, EndStep):
            return
        walk = settle(moved(walk, step, look, choose), GUIDES)


@pytest.mark.parametrize("key", WALKED)
def test_every_walk_comes_to_an_end_and_every_step_is_walked(key: str) -> None:
    seen: set[str] = set()
    outcomes = set()
    for seed in range(2000):
        dice = random.Random(seed)
        places = list(walked(key, looks(dice), dice.randrange))
        last, end = places[-1]
        assert len(places) <= LONGEST, [walk.place for walk, _ in places]
        assert end is not None or last.place.step == OUT
        seen |= {walk.place.step for walk, _ in places if walk.place.guide == key}
        outcomes.add(end.outcome if isinstance(end, EndStep) else None)
    passed = {
        step.id for step in GUIDES[key].steps if not isinstance(step, FixStep | ReadStep | AskStep | CheckStep | RestartStep | EndStep)
    }
    assert seen - {OUT} == {step.id for step in GUIDES[key].steps} - passed
    assert {EndOutcome.SOLVED, EndOutcome.REPORT} <= outcomes


@pytest.mark.parametrize("key", WALKED)
@pytest.mark.parametrize("look", [healthy, blind], ids=["healthy", "blind"])
def test_nothing_is_mended_where_nothing_is_found(key: str, look: Look) -> None:
    for seed in range(100):
        places = list(walked(key, look, random.Random(seed).randrange))
        assert not [walk.place for walk, step in places if isinstance(step, FixStep)]
        assert places[-1][1] is not None, "it ends in a step of its own"


@pytest.mark.parametrize("key", WALKED)
def test_who_never_knows_an_answer_comes_to_an_end_too(key: str) -> None:
    for look in (healthy, blind, *(looks(random.Random(seed)) for seed in range(50))):
        places = list(walked(key, look, lambda _count: 0))
        assert len(places) <= LONGEST
        last, _ = places[-1]
        assert last.phase is Phase.HERE


def test_the_computer_is_restarted_once_in_a_guide() -> None:
    for key in WALKED:
        for seed in range(200):
            dice = random.Random(seed)
            told = [walk.place.guide for walk, step in walked(key, looks(dice), dice.randrange) if isinstance(step, RestartStep)]
            assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("key", "reference", "code", "step"),
    [
        ("no-internet", "connected", "unplugged", "push-cable"),
        ("no-internet", "connected", "no-address", "renew-address"),
        ("no-internet", "gateway", "silent", "renew-gateway"),
        ("no-internet", "dns", "none", "switch-dns"),
        ("no-internet", "portal", "login-page", "open-portal"),
        ("no-internet", "proxy", "dead", "report-proxy"),
        ("internet-is-slow", "dns", "first-dead", "switch-dns"),
        ("email-asks-for-password", "clock", "off", "date-settings"),
        ("vpn-does-not-connect", "dns", "inside", "reconnect"),
        ("forgotten-password", "clock", "codes", "date-settings"),
        ("shared-drive-missing", "connected", "off", "turn-on"),
        ("printer-does-not-print", "queue", "stuck", "clear-queue"),
        ("printer-does-not-print", "printer", "paused", "report-stopped"),
        ("program-not-responding", "hung", "paused", "continue"),
        ("computer-is-slow", "memory", "full", "close"),
        ("disk-full", "disk", "full", "free"),
        ("no-sound-in-call", "sound", "to-monitor", "unmute"),
    ],
)
def test_a_fault_leads_where_a_technician_would_go(key: str, reference: str, code: str, step: str) -> None:
    """One fault and its consequence on every service; of each question the way there."""

    def look(asked: str) -> Seen:
        if asked == reference:
            return found(code)
        return found("silent") if asked.startswith("answers") and reference in {"connected", "gateway", "portal", "proxy", "dns"} else ok()

    reached = set()
    for seed in range(60):
        reached |= {walk.place.step for walk, _ in walked(key, look, random.Random(seed).randrange)}
    assert step in reached
