"""Cause before consequence, side by side where nothing depends, and nothing that fails or hangs holds up the rest."""

import threading
import time
from datetime import UTC, datetime

import pytest

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.company import Company
from desktop_client.guides.runner import Asked, run_checks
from desktop_client.guides.verdict import Seen, Verdict, found, not_possible, ok
from desktop_client.system.not_known import NotKnown, NotKnownError, Why
from tests.desktop_client.guides.plugins import ToyCheck, hanging, until


def texts(verdicts: tuple[Verdict, ...]) -> list[str]:
    return [verdict.text() for verdict in verdicts]


def test_verdicts_come_in_the_order_asked_with_evidence_and_time() -> None:
    seen = ok(Evidence(name="n", value=3, unit="GB"), code="none")
    checks = (ToyCheck("disk", lambda _question: seen), ToyCheck("memory"))
    before = datetime.now(UTC)
    memory, disk = run_checks(checks, ("memory", "disk"))
    assert (memory.check, memory.text(), disk.text()) == ("memory", "ok", "ok:none")
    assert disk.evidence == (Evidence(name="n", value=3, unit="GB"),)
    assert before <= disk.at <= datetime.now(UTC)


def test_behind_a_finding_nothing_is_asked_and_the_cause_is_named_however_far_away() -> None:
    gateway = ToyCheck("gateway", lambda _question: found("silent"))
    dns = ToyCheck("dns", after=("gateway",))
    line = ToyCheck("line", after=("dns:none",))
    clock = ToyCheck("clock")
    verdicts = run_checks((gateway, dns, line, clock), ("line", "clock", "dns", "gateway"))
    assert texts(verdicts) == ["not_possible:after gateway", "ok", "not_possible:after gateway", "found:silent"]
    assert dns.asked == line.asked == []


def test_only_the_named_finding_stops_what_follows() -> None:
    checks = (ToyCheck("dns", lambda _question: found("first-dead")), ToyCheck("line", after=("dns:none", "dns:system")))
    assert texts(run_checks(checks, ("dns", "line"))) == ["found:first-dead", "ok"]


def test_a_cause_that_nobody_asked_about_is_no_cause() -> None:
    gateway = ToyCheck("gateway", lambda _question: found("silent"))
    assert texts(run_checks((gateway, ToyCheck("dns", after=("gateway",))), ("dns",))) == ["ok"]
    assert gateway.asked == []


def test_what_still_holds_is_not_measured_again_and_counts_as_a_cause() -> None:
    gateway = ToyCheck("gateway")
    held = Verdict(check="gateway", seen=found("silent"), at=datetime.now(UTC))
    verdicts = run_checks((gateway, ToyCheck("dns", after=("gateway",))), ("gateway", "dns"), earlier={"gateway": held})
    assert verdicts[0] is held
    assert texts(verdicts) == ["found:silent", "not_possible:after gateway"]
    assert gateway.asked == []


def test_a_parameter_reaches_the_check_and_each_service_has_its_own_verdict() -> None:
    answers = ToyCheck("answers", lambda question: found("refused") if question.parameter == "mail" else ok())
    assert texts(run_checks((answers,), ("answers(mail)", "answers(files)"))) == ["found:refused", "ok"]


def test_what_is_not_known_proves_nothing_and_says_why() -> None:
    def denied(_question: Question) -> Seen:
        raise NotKnownError(NotKnown(Why.DENIED))

    def absent(_question: Question) -> Seen:
        raise NotKnownError(NotKnown(Why.ABSENT))

    def broken(_question: Question) -> Seen:
        raise ZeroDivisionError("with a secret in it")

    checks = (ToyCheck("disk", denied), ToyCheck("sound", absent), ToyCheck("memory", broken), ToyCheck("restart"))
    verdicts = run_checks(checks, ("disk", "sound", "memory", "restart", "no-such-check"))
    assert texts(verdicts) == [
        "not_possible:rights", "not_possible:not here", "not_possible:failed", "ok", "not_possible:not here",
    ]  # fmt: skip


def test_one_that_hangs_is_left_alone_and_not_asked_again_until_it_comes_back() -> None:
    released = threading.Event()
    stuck = ToyCheck("printer", hanging(released), limit_s=0.1)
    checks = (stuck, ToyCheck("disk"))
    assert texts(run_checks(checks, ("printer", "disk"))) == ["not_possible:time", "ok"]
    assert stuck.asked[0].stopped.is_set()
    assert texts(run_checks(checks, ("printer",))) == ["not_possible:time"]
    assert len(stuck.asked) == 1
    released.set()
    stuck.says = lambda _question: ok()
    until(lambda: texts(run_checks(checks, ("printer",))) == ["ok"])


def test_a_stop_ends_everything_at_once_and_tells_it() -> None:
    released, stop = threading.Event(), threading.Event()
    first = ToyCheck("gateway", hanging(released))
    told: list[str] = []

    def begun(reference: str) -> None:
        told.append(reference)
        stop.set()

    verdicts = run_checks((first, ToyCheck("dns", after=("gateway",))), ("gateway", "dns"), stop=stop, on_begin=begun)
    released.set()
    assert texts(verdicts) == ["not_possible:stopped", "not_possible:stopped"]
    assert told == ["gateway"]


def test_those_that_do_not_depend_on_each_other_run_side_by_side() -> None:
    both = threading.Barrier(2, timeout=10)

    def meets(_question: Question) -> Seen:
        both.wait()
        return ok()

    assert texts(run_checks((ToyCheck("disk", meets), ToyCheck("memory", meets)), ("disk", "memory"))) == ["ok", "ok"]


def test_commands_of_a_check_that_is_left_are_ended() -> None:
    def sleeps(question: Question) -> Seen:
        result = question.run(("sleep", "30"), 30.0)
        return not_possible(result.outcome.value)

    began = time.monotonic()
    assert texts(run_checks((ToyCheck("queue", sleeps, limit_s=0.3),), ("queue",))) == ["not_possible:time"]
    assert time.monotonic() - began < 20


def test_past_measurements_are_the_check_s_own() -> None:
    kept: dict[tuple[str, str], list[float]] = {}
    company = Company(backend="https://help.example")

    def measures(question: Question) -> Seen:
        question.keep("delay", 12.5)
        assert question.company.backend == "https://help.example"
        return ok(*(Evidence(name="past", value=value) for value in question.past("delay")))

    asked = Asked(
        company=company,
        past=lambda check, name: tuple(kept.get((check, name), ())),
        keep=lambda check, name, value: kept.setdefault((check, name), []).append(value),
    )
    run_checks((ToyCheck("line", measures),), ("line",), asked)
    assert kept == {("line", "delay"): [12.5]}


@pytest.mark.parametrize("references", [(), ("disk", "disk")])
def test_nothing_asked_and_asked_twice(references: tuple[str, ...]) -> None:
    check = ToyCheck("disk")
    assert len(run_checks((check,), references)) == len(references)
    assert len(check.asked) == len(set(references))


@pytest.mark.parametrize(("dns", "said"), [(ok(), "ok"), (found("none"), "found:none")])
def test_what_says_by_itself_that_it_stands_behind_a_later_one_hands_on_nothing_before_that_one_has_looked(dns: Seen, said: str) -> None:
    portal = ToyCheck("portal", lambda _question: not_possible("after dns"))
    checks = (portal, ToyCheck("dns", lambda _question: dns, after=("portal",)), ToyCheck("line", after=("portal", "dns:none")))
    verdicts = run_checks(checks, ("portal", "dns", "line"))
    assert texts(verdicts) == ["not_possible:after dns", said, "ok" if said == "ok" else "not_possible:after dns"]
