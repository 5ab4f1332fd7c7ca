"""Repairs a word that no article has, by the words that articles have: what a slip of the fingers makes of one."""

import math
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from desktop_client.knowledge.index import Index

_SHORTEST = 3
_LONGEST = 24
_TWO_SLIPS = 7
"""From this many letters on, two slips are looked for."""
_LARGE = 500
"""From so many articles on, a word of a single one is no better known than the typed one: it may be a slip itself."""


def repairs(index: Index, word: str, limit: int = 3) -> list[tuple[str, float]]:
    """The most likely words that were meant, best first, each with how likely it is beside the best one, from 0 to 1.

    They are one slip away, or two in a long word when none is nearer. A slip is a letter too many, too few or another, or two exchanged
    (Damerau, optimal string alignment).
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return []
    rated: list[tuple[float, str]] = []
    fewest = 2 if index.count() >= _LARGE else 1
    for slips in (1, 2) if len(word) >= _TWO_SLIPS else (1,):
        words = index.words_like(word[0], len(word) - slips, len(word) + slips)
        if slips == 1:
            words += index.known_words(_other_beginnings(word))
        for one, count in words:
            if count >= fewest and _may_be_near(word, one, slips) and (distance := slips_between(word, one, slips)) <= slips:
                rated.append((likeliness(word, one, distance, count), one))
        if rated:
            break
    rated = [each for each in rated if len(each[1]) >= _SHORTEST and (len(word) > _SHORTEST or sorted(word) == sorted(each[1]))]
    rated.sort(key=lambda each: (-each[0], each[1]))
    return [(one, math.exp(likely - rated[0][0])) for likely, one in rated[:limit] if likely > rated[0][0] - 1.5]


def likeliness(typed: str, meant: str, distance: int, count: int) -> float:
    """A slip costs more than most frequencies bring; letters exchanged, doubled or left out and a right end are likelier than others."""
    doubled = _single(typed) == _single(meant) or sorted(typed) == sorted(meant)
    left_out = len(typed) < len(meant)
    end = typed[-1] == meant[-1]
    return math.log1p(count) / 2 - 2.5 * distance + (1.0 if doubled else 0.5 if left_out else 0.0) + (0.4 if end else 0.0)


def slips_between(first: str, second: str, most: int) -> int:
    """The distance by optimal string alignment, or `most` + 1 when it is larger."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and other == first[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _may_be_near(first: str, second: str, slips: int) -> bool:
    """Whether the letters alone allow it: each slip changes at most two of them. Cheap, and rules out nearly all."""
    return (_letters(first) ^ _letters(second)).bit_count() <= 2 * slips


@lru_cache(maxsize=20_000)
def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _other_beginnings(word: str) -> Iterator[str]:
    """What it may have been when the slip was at the first letter."""
    yield word[1:]
    yield word[1] + word[0] + word[2:]
    for letter in ascii_lowercase:
        yield letter + word
        yield letter + word[1:]


def _single(word: str) -> str:
    """Doubled letters once."""
    return "".join(letter for place, letter in enumerate(word) if not place or word[place - 1] != letter)
