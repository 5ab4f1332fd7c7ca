"""The same questions to every collector: it keeps to its declaration, its limit and its systems, and leaves nothing behind."""

import re
import sys
import threading
from dataclasses import replace

import psutil
import pytest

from contract.diagnostics import Fact
from desktop_client.diagnostics.catalogue import COLLECTORS
from desktop_client.diagnostics.collectors.reachability import host_and_port, meaning
from desktop_client.diagnostics.facts import Collector, FactKind, Group, System
from desktop_client.diagnostics.runner import MOST_FACTS, Asked, run_collectors
from desktop_client.system.network.connections import HttpAnswer, Reached
from desktop_client.system.programs.front_program import FrontProgram
from desktop_client.version import client_version

every = pytest.mark.parametrize("collector", COLLECTORS, ids=lambda collector: collector.name)


@every
def test_it_says_what_it_is(collector: Collector) -> None:
    assert collector.name[0].isupper()
    assert collector.name.isascii()
    assert collector.group in Group
    assert collector.explanation.endswith(".")
    assert collector.kinds
    assert all(kind.explanation.endswith(".") for kind in collector.kinds)
    assert "/" not in collector.group
    assert 0 < collector.limit_s <= 6
    assert set(collector.systems) <= set(System)


@every
def test_its_facts_have_names_of_their_own(collector: Collector) -> None:
    kinds = [kind.name for kind in collector.kinds]
    assert len(set(kinds)) == len(kinds)
    others = {kind.name for other in COLLECTORS if other is not collector and other.group is collector.group for kind in other.kinds}
    assert not others & {kind for kind in kinds if "{" not in kind}


@every
def test_on_this_machine_it_brings_only_what_it_declares(collector: Collector) -> None:
    patient = replace(collector, limit_s=60.0)  # type: ignore[type-var] # every collector is a dataclass
    (result,) = run_collectors([patient], Asked(address="http://127.0.0.1:9", hosts=("localhost:9",), front=FrontProgram("XTerm", "xterm")))
    assert result.facts or result.missing
    assert len(result.facts) < MOST_FACTS
    undeclared = [fact for fact in result.facts if not any(kind.allows(fact) for kind in collector.kinds)]
    assert undeclared == []
    assert {fact.group for fact in result.facts} <= {collector.group}
    assert len({fact.name for fact in result.facts}) == len(result.facts)
    assert not any(reason.startswith("slow") for reason in result.missing), "it waits for what never comes"


@every
def test_it_leaves_no_child_and_no_pipe_behind(collector: Collector) -> None:
    me = psutil.Process()
    run_collectors([collector], Asked(front=FrontProgram("XTerm")))
    pipes, children = me.num_fds(), len(me.children(recursive=True))
    for _ in range(3):
        run_collectors([collector], Asked(front=FrontProgram("XTerm")))
    assert len(me.children(recursive=True)) <= children
    assert me.num_fds() <= pipes


def test_names_are_unique() -> None:
    assert len({collector.name for collector in COLLECTORS}) == len(COLLECTORS)


def test_every_group_has_a_collector() -> None:
    assert {collector.group for collector in COLLECTORS} == set(Group)


def test_what_the_issue_asks_for_is_there_on_this_machine() -> None:
    results = run_collectors(COLLECTORS, Asked(front=FrontProgram("XTerm")))
    told = {f"{fact.group}/{fact.name}" for result in results for fact in result.facts}
    assert {"System/System", "System/Kernel", "System/Running for", "Processor/Cores", "Memory/Total", "Memory/Available"} <= told
    assert {"Disk// free", "Network/Own address", "Clock/Time zone", "Programs/Processes", "Programs/Program in front"} <= told
    assert {"Printing/Print service", "Processor/In use"} <= told
    # A root without /sys can't tell of a battery, and says so.
    battery = next(result for result in results if result.collector.group == "Battery")
    assert battery.facts or battery.missing


def test_a_kind_allows_its_own_facts_only() -> None:
    kind = FactKind("{disk} free", "Room.", "GB", float)
    assert kind.allows(Fact(group="Disk", name="/ free", value=3.5, unit="GB"))
    assert kind.allows(Fact(group="Disk", name="/a\nb free", value=3, unit="GB"))
    assert not kind.allows(Fact(group="Disk", name=" free", value="x", unit="GB"))
    assert not kind.allows(Fact(group="Disk", name="/ free", value=True, unit="GB"))
    assert not kind.allows(Fact(group="Disk", name="/ free", value=3.5, unit="MB"))
    assert not kind.allows(Fact(group="Disk", name="/ total", value=3.5, unit="GB"))
    assert not FactKind("On mains", "Plugged in.", value=bool).allows(Fact(group="Battery", name="On mains", value="yes"))


def answer(status: int, body: bytes) -> HttpAnswer:
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    now = datetime.now(UTC)
    return HttpAnswer(Reached(1, 1), status, {}, body, 1, now, now, through_proxy=False)


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, f'{{"status":"ok","version":"{client_version()}"}}'.encode(), "answers"),
        (200, b'{"status":"ok","version":"9","new":1}', "answers"),
        (200, b"<html>sign in</html>", "something else answers there"),
        (200, b"", "something else answers there"),
        (200, b"\xff\xfe", "something else answers there"),
        (200, b'{"status":"broken","version":"1"}', "has a problem (200)"),
        (302, b"", "network asks for a sign-in"),
        (511, b"", "network asks for a sign-in"),
        (407, b"", "proxy asks for a sign-in"),
        (503, b'{"status":"broken","version":"1"}', "has a problem (503)"),
        (502, b"<html>", "has a problem (502)"),
        (404, b"", "something else answers there"),
    ],
)
def test_only_a_backends_own_form_counts_as_an_answer(status: int, body: bytes, words: str) -> None:
    assert meaning(answer(status, body)) == words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("files.example:445", ("files.example", 445)),
        ("[2001:db8::1]:443", ("2001:db8::1", 443)),
        ("files.example", None),
        ("files.example:0", None),
        ("files.example:70000", None),
        ("files.example:٣", None),
        (":443", None),
        ("", None),
    ],
)
def test_hosts_are_a_name_and_a_port(text: str, place: tuple[str, int] | None) -> None:
    assert host_and_port(text) == place


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_thread_is_left_when_all_have_answered() -> None:
    run_collectors(COLLECTORS, Asked(front=FrontProgram("XTerm")))
    for thread in threading.enumerate():
        if thread.name.startswith(("collector ", "limited ")):
            thread.join(10)
            assert not thread.is_alive(), thread.name


def test_names_that_stand_for_something_are_written_alike() -> None:
    assert all(re.fullmatch(r"[^{}]*(\{[a-z]+\}[^{}]*)*", kind.name) for collector in COLLECTORS for kind in collector.kinds)
