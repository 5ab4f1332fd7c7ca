"""The words that two people say to each other: as many as the digits need, and far enough apart to be told from each other by telephone."""

import re
from collections import defaultdict
from importlib import resources
from itertools import combinations, pairwise

import pytest

from contract.assist_words import LANGUAGES, WORDS, info, two_words, word_list

BEGINNING = 4


def is_one_letter_away(one: str, other: str) -> bool:
    """Whether one letter more, less or otherwise turns one into the other (a Levenshtein distance of at most 1)."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((one[same:], other[same:]), key=len)
    return shorter[1:] == longer[1:] if len(shorter) == len(longer) else shorter == longer[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_as_many_as_eleven_bits_count(language: str) -> None:
    words = word_list(language)
    assert len(set(words)) == len(words) == WORDS == 2**11


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_a_line_of_four_to_eight_small_letters_in_the_order_of_the_alphabet(language: str) -> None:
    text = resources.files("contract").joinpath(f"assist_words_{language}.txt").read_bytes().decode("ascii")
    lines = text.splitlines()
    assert [line for line in lines if not re.fullmatch("[a-z]{4,8}", line)] == []
    assert lines == sorted(lines)
    assert text.endswith("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_are_one_letter_apart(language: str) -> None:
    alike = defaultdict(set)
    for word in word_list(language):
        for rest in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
            alike[rest].add(word)
    assert [pair for some in alike.values() for pair in combinations(sorted(some), 2) if is_one_letter_away(*pair)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_is_the_beginning_of_another(language: str) -> None:
    words = word_list(language)  # in their order, what begins with a word stands right behind it
    assert [(one, other) for one, other in pairwise(words) if other.startswith(one)] == []


def test_what_a_letter_apart_is() -> None:
    near = [("river", "rivers"), ("boat", "coat"), ("boat", "boot"), ("lark", "alark"), ("mangga", "manga"), ("same", "same")]
    far = [("river", "rivets"), ("boat", "cost"), ("kapal", "kalap"), ("satu", "satuan")]
    assert [is_one_letter_away(*pair) for pair in near + far] == [True] * len(near) + [False] * len(far)


def test_in_english_four_letters_are_enough() -> None:
    words = word_list("en")
    assert len({word[:BEGINNING] for word in words}) == len(words)


def test_the_first_word_is_the_highest_bits_and_the_second_those_behind() -> None:
    words = word_list("id")
    assert two_words(bytes(4), "id") == (words[0], words[0])
    assert two_words(b"\xff\xff\xff\xff", "id") == (words[-1], words[-1])
    assert two_words((5 << 21 | 1300 << 10 | 0x3FF).to_bytes(4), "id") == (words[5], words[1300])


def test_a_language_without_words_gets_english_ones() -> None:
    assert word_list("xx") == word_list("en")
    assert word_list("../../etc/passwd") == word_list("en")


def test_the_context_keeps_its_parts_apart() -> None:
    assert info(b"a", "b", "c") == b"a\0b\0c"
    assert info(b"a", "bc", "") != info(b"a", "b", "c")
