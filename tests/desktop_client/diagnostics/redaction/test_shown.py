"""Only what a collector declared is shown, and only once it is clean."""

import pytest

from contract.diagnostics import Fact, Hidden, NotCollected
from desktop_client.diagnostics.collectors.battery import BatteryCollector
from desktop_client.diagnostics.collectors.disks import DisksCollector
from desktop_client.diagnostics.redaction import redact
from desktop_client.diagnostics.redaction.redact import redactor
from desktop_client.diagnostics.redaction.shown import shown
from desktop_client.diagnostics.runner import Result

FREE = Fact(group="Disk", name="/ free", value=3.5, unit="GB")


def test_declared_facts_pass_and_reasons_become_lines() -> None:
    result = Result(DisksCollector(), (FREE,), ("slow: no answer in 2 s", "slow: no answer in 2 s"))
    assert shown(result, redactor()) == ([FREE], [NotCollected(collector="Disks", reason="slow: no answer in 2 s")])


@pytest.mark.parametrize(
    "fact",
    [
        Fact(group="Disk", name="command line", value="--password=planted"),
        Fact(group="Battery", name="/ free", value=3.5, unit="GB"),
        Fact(group="Disk", name="/ free", value="planted", unit="GB"),
        Fact(group="Disk", name="/ free", value=float("nan"), unit="GB"),
        Fact(group="Disk", name="/ free", value=float("inf"), unit="GB"),
    ],
)
def test_anything_else_is_dropped_and_said_so(fact: Fact) -> None:
    facts, missing = shown(Result(DisksCollector(), (fact, FREE)), redactor())
    assert facts == [FREE]
    assert missing == [NotCollected(collector="Disks", reason="redaction")]


def test_a_fact_that_can_not_be_cleaned_is_dropped_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    original = redact.Redactor._replaced

    def broken(self: redact.Redactor, text: str) -> str:
        if "bad" in text:
            raise MemoryError
        return original(self, text)

    monkeypatch.setattr(redact.Redactor, "_replaced", broken)
    bad = Fact(group="Disk", name="/bad kind", value="ext4")
    facts, missing = shown(Result(DisksCollector(), (bad, FREE)), redactor())
    assert (facts, missing) == ([FREE], [NotCollected(collector="Disks", reason="redaction")])


def test_names_that_become_the_same_stay_apart() -> None:
    two = tuple(Fact(group="Disk", name=f"/home/{name} kind", value="ext4") for name in ("siti", "budi"))
    facts, missing = shown(Result(DisksCollector(), two), redactor())
    assert [fact.name for fact in facts] == [f"/home/{Hidden.USER_NAME.mark()} kind", f"/home/{Hidden.USER_NAME.mark()} kind (2)"]
    assert missing == []


def test_numbers_and_yes_or_no_come_through_as_they_are() -> None:
    facts = (Fact(group="Battery", name="Charge", value=93, unit="%"), Fact(group="Battery", name="On mains", value=True))
    assert shown(Result(BatteryCollector(), facts), redactor())[0] == list(facts)
