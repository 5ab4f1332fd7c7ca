"""Values as a person reads them, in both languages, however strange they are."""

from datetime import UTC, datetime

import pytest

from contract.diagnostics import Fact
from contract.guides import Evidence, Tried
from server_stub.console.shown_values import first_name, groups, measured, one_line, proof, short, size, what_became, why_missing

NBSP, NARROW, LOST = "\u00a0", "\u202f", "\ufffd"


def same(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (0, "en", f"0{NBSP}B"),
        (999, "en", f"999{NBSP}B"),
        (1_400_000, "en", f"1.4{NBSP}MB"),
        (1_400_000, "id", f"1,4{NBSP}MB"),
        (105_000, "en", f"105{NBSP}kB"),
        (3_000_000_000, "en", f"3.0{NBSP}GB"),
    ],
)
def test_sizes(count: int, language: str, said: str) -> None:
    assert size(count, language) == said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("invoice\u202egnp.exe", f"invoice{LOST}gnp.exe"),
        ("a\r\nb\tc", "a b c"),
        ("\0\x1b[31m", f"{LOST}{LOST}[31m"),
        ("\ud83d", LOST),
        ("   ", LOST),
        ("", LOST),
        ("Bon ☕ ä", "Bon ☕ ä"),
    ],
)
def test_names_stay_on_one_line_and_turn_nothing(name: str, shown: str) -> None:
    assert one_line(name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    assert short("x" * 300 + ".pdf").endswith("x.pdf")
    assert len(short("x" * 300 + ".pdf")) == 120


def test_people_are_called_by_their_first_name() -> None:
    assert first_name("Rina Wijaya") == "Rina"
    assert first_name("\u202e") == LOST


@pytest.mark.parametrize(
    ("value", "unit", "language", "said"),
    [
        (True, "", "en", "yes"),
        (False, "", "en", "no"),
        (3.25, "GB", "id", f"3,25{NARROW}GB"),
        (256_000, "", "en", "256,000"),
        ("offline", "", "en", "offline"),
        (1e30, "", "en", "1e+30"),
        (-1e-9, "s", "en", f"-1e-09{NARROW}s"),
        (0.0, "", "en", "0"),
        (2**63 - 1, "", "en", "9.223e+18"),
    ],
)
def test_measured_values(value: str | float | bool, unit: str, language: str, said: str) -> None:  # noqa: FBT001 - a fact may be yes or no
    assert measured(value, unit, language, same) == said


def test_facts_stand_in_their_groups_in_the_order_of_the_report() -> None:
    facts = tuple(Fact(group=group, name=name, value=1) for group, name in (("B", "x"), ("A", "y"), ("B", "z")))
    assert groups(facts, "en", same) == [("B", [("x", "1"), ("z", "1")]), ("A", [("y", "1")])]


def test_why_something_is_missing_is_said_or_at_least_named() -> None:
    assert why_missing("slow", same) == "no answer in time"
    assert why_missing("a newer\nreason", same) == "a newer reason"


@pytest.mark.parametrize(
    ("kind", "result", "said"),
    [
        ("check", "ok", "OK"),
        ("check", "found:stuck", "found: stuck"),
        ("check", "not_possible:time", "not possible: time"),
        ("fix", "no-help", "didn't help"),
        ("fix", "undone", "put back"),
        ("fix", "a newer result", "a newer result"),
        ("answer", "found:nothing {what}", "found:nothing {what}"),
    ],
)
def test_what_became_of_what_was_tried(kind: str, result: str, said: str) -> None:
    tried = Tried(guide="g", step="s", kind=kind, result=result, at=datetime(2026, 3, 1, tzinfo=UTC))
    assert what_became(tried, same) == said


def test_proof_is_one_line() -> None:
    evidence = (Evidence(name="loss", value=12.5, unit="%"), Evidence(name="why\n", value="none"))
    assert proof(evidence, "id", same) == f"loss 12,5{NARROW}%, why none"
