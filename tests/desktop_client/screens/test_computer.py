"""Facts grouped, found and copied; and what is read out on the telephone."""

from datetime import UTC, datetime

import pytest

from contract.diagnostics import Diagnostics, Fact, NotCollected
from desktop_client.screens.computer import ICAO, ComputerView, as_text, fact_groups, spelled

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FACTS = Diagnostics(
    facts=(
        Fact(group="Disk", name="/ free", value=3.5, unit="GB"),
        Fact(group="Memory", name="Total", value=8, unit="GB"),
        Fact(group="Disk", name="/ size", value=256, unit="GB"),
        Fact(group="Printers", name="Default", value="HP-LT3"),
    ),
    not_collected=(NotCollected(collector="Battery", reason="slow"),),
    collected=datetime(2026, 11, 24, 11, 2, tzinfo=UTC),
    took_s=1.2,
)


def name(text: str) -> str:
    return {"Disk": "Diska", "Memory": "Memori"}.get(text, text)


def value(fact: Fact) -> str:
    return f"{fact.value} {fact.unit}".strip()


def test_facts_of_one_group_stand_together_in_the_order_they_came() -> None:
    groups = fact_groups(FACTS, name=name, value=value)
    assert [(group.key, group.name, len(group.rows)) for group in groups] == [
        ("Disk", "Diska", 2),
        ("Memory", "Memori", 1),
        ("Printers", "Printers", 1),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["/ free", "/ size", "Total", "Default"]),
        ("diska", ["/ free", "/ size"]),
        ("DISKA  256", ["/ size"]),
        ("hp", ["Default"]),
        ("gb", ["/ free", "/ size", "Total"]),
        ("nowhere", []),
    ],
)
def test_a_query_looks_into_group_name_and_value(query: str, found: list[str]) -> None:
    assert [row.name for group in fact_groups(FACTS, name=name, value=value, query=query) for row in group.rows] == found


def test_text_to_paste_holds_every_fact() -> None:
    assert as_text(fact_groups(FACTS, name=name, value=value)).splitlines() == [
        "Diska",
        "  / free: 3.5 GB",
        "  / size: 256 GB",
        "",
        "Memori",
        "  Total: 8 GB",
        "",
        "Printers",
        "  Default: HP-LT3",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LT-FIN-0231", "Lima Tango – Foxtrot India November – zero two three one"),
        ("K7-20418", "Kilo seven – two zero four one eight"),
        ("10.20.4.117", "one zero, two zero, four, one one seven"),
        ("fe80::1", "Foxtrot Echo eight zero, one"),
        ("pc_ü", "Papa Charlie – ü"),
        ("--a.", "Alfa"),
        ("", ""),
    ],
)
def test_spelled(text: str, said: str) -> None:
    assert spelled(text, DIGITS) == said


def test_alphabet_is_whole_and_each_word_begins_with_its_letter() -> None:
    assert sorted(ICAO) == [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    assert all(word.startswith(letter) for letter, word in ICAO.items())


def test_before_the_first_check() -> None:
    empty = ComputerView(computer="LT-FIN-0231")
    assert (empty.checked, empty.facts, empty.not_collected) == (None, 0, ())
    assert fact_groups(None, name=name, value=value) == ()


def test_what_was_not_collected_is_named() -> None:
    assert [n.collector for n in ComputerView(diagnostics=FACTS).not_collected] == ["Battery"]
