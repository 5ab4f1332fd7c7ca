from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_client.knowledge.index import Index
from desktop_client.knowledge.spelling import repairs, slips_between
from tests.desktop_client.knowledge.searched import article, library

WORDS = "printer outlook windows password conference microphone attachment job meeting network"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    made = library(tmp_path_factory.mktemp("words"), [article(f"a{number}", WORDS) for number in range(3)])
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pritner", "printer"),
        ("printr", "printer"),
        ("rpinter", "printer"),
        ("orinter", "printer"),
        ("outlok", "outlook"),
        ("windwos", "windows"),
        ("pasword", "password"),
        ("confrence", "conference"),
        ("micropohne", "microphone"),
        ("atachmnt", "attachment"),
        ("jbo", "job"),
        ("netwrok", "network"),
    ],
)
def test_slips_of_the_fingers(index: Index, typed: str, meant: str) -> None:
    assert [one for one, _ in repairs(index, typed)][:1] == [meant]


@pytest.mark.parametrize("typed", ["", "x", "jot", "zebra", "80070005", "print3r", "q" * 500, "принтер", "ab"])
def test_what_is_near_no_word_stays_alone(index: Index, typed: str) -> None:
    assert repairs(index, typed) == []


def test_a_word_of_one_article_among_many_repairs_nothing(tmp_path: Path) -> None:
    index = library(tmp_path, [article("one", "Kerberos")])
    assert repairs(index, "kerbreos") == [("kerberos", 1.0)]
    index.put([article(f"a{number}", "Other") for number in range(500)])
    assert repairs(index, "kerbreos") == []
    index.close()


@pytest.mark.parametrize(
    ("first", "second", "slips"), [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("ca", "abc", 3), ("", "ab", 2)]
)
def test_distances(first: str, second: str, slips: int) -> None:
    assert slips_between(first, second, 5) == slips


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 3))
def test_distances_both_ways_and_with_an_end(first: str, second: str, most: int) -> None:
    whole = slips_between(first, second, 20)
    assert whole == slips_between(second, first, 20)
    assert (slips_between(first, second, most) <= most) == (whole <= most)
