"""The one place where the order of results is made: candidates, their scores, the order.

A candidate's score is the sum over what was asked of its best way of meeting it, by BM25 with weights for the fields, plus how well the
title answers as a whole. Another measure, such as the likeness of sentence embeddings, joins in `scored`: it can add candidates and
a share to their scores.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from contract.articles import ArticleKind
from desktop_client.knowledge.asked import MEANS, Asked, Wanted, Way
from desktop_client.knowledge.index import Card, Index
from desktop_client.knowledge.words import plain_language

FIELD_WEIGHTS = (8.0, 2.0, 2.5, 1.0)
CANDIDATES = 40
WORDS_THAT_FIND = 3
WIDE = 200
"""So many of the best candidates are looked at for the other words."""
MOST_ROWS = 1_200
"""Articles that all other ways of one word may bring together: the time of a search doesn't grow with common words."""
TYPED = 1.0
LARGE = 1_000
COMMON = 0.4
"""A term that more than this share of a large library has is looked for only when nothing else was asked."""
COMMON_MEANING = 0.2
"""The same for other words than the typed one."""
TITLE = 0.6
EXACT_TITLE = 0.5
GUIDE = 1.08
LANGUAGE = 1.12
OWN_LANGUAGE = 1.05
"""For articles in the language that was typed, and in the person's when that is another; the person's where the words don't tell."""


@dataclass(frozen=True)
class Ranked:
    """An article with its score, higher is better."""

    card: Card
    score: float


def ranked(index: Index, asked: Asked, language: str) -> list[Ranked]:
    """The articles that answer, best first: one of each article's languages, the person's own before another.

    Articles in the language that was typed come before others that answer about as well.
    """
    scores, rarity = scored(index, asked.wanted)
    best = nlargest(CANDIDATES, scores, key=scores.__getitem__)
    cards = index.cards(best)
    title = _TitleFactor(asked.wanted, rarity)
    language = plain_language(language)
    preferred = asked.language or language
    rows = []
    for number in best:
        if card := cards.get(number):
            score = scores[number] * title.of(card)
            score *= GUIDE if card.kind == ArticleKind.GUIDE else 1.0
            lang = plain_language(card.lang)
            score *= LANGUAGE if lang == preferred else OWN_LANGUAGE if lang == language else 1.0
            rows.append(Ranked(card, score))
    rows.sort(key=lambda row: (-row.score, row.card.id))
    return _one_of_each(index, rows, language)


def scored(index: Index, wanted: Sequence[Wanted]) -> tuple[dict[int, float], list[float]]:
    """Scores by number of article, and how rare each thing that was asked is (the logarithm of BM25, 0 and more)."""
    total = max(1, index.remember(("articles", ""), index.count))
    found = [_ways(index, one, total) for one in wanted]
    if not any(found):
        found = [_ways(index, one, total, common=True) for one in wanted]
    rarities = [max((way.rarity for way in ways), default=0.0) for ways in found]
    scores: dict[int, float] = {}
    # The rare words bring the candidates. More words, as in a whole sentence, only tell the candidates apart.
    for turn, place in enumerate(sorted(range(len(found)), key=lambda place: (-rarities[place], place))):
        if turn >= WORDS_THAT_FIND and len(scores) >= WIDE:
            if len(scores) > WIDE:
                scores = {number: scores[number] for number in nlargest(WIDE, scores, key=scores.__getitem__)}
            met = _met_by(found[place], scores)
        else:
            met = _met(found[place])
        if scores:
            for number, value in met.items():
                scores[number] = scores.get(number, 0.0) + value
        else:
            scores = met
    return scores, rarities


class _Rows(NamedTuple):
    """The articles of one way, what their scores are multiplied by, and how rare it is."""

    numbers: "array[int]"
    values: "array[float]"
    factor: float
    rarity: float


def _ways(index: Index, wanted: Wanted, total: int, *, common: bool = False) -> list[_Rows]:
    """The ways that some article meets. Common words are left out of a large library, unless `common`."""
    typed = sum(_count(index, way) for way in wanted.ways if way.weight >= TYPED)
    found = []
    room = MOST_ROWS
    for way in wanted.ways:
        count = _count(index, way)
        most = total if common or total < LARGE else total * (COMMON if way.weight > MEANS else COMMON_MEANING)
        if not 0 < count <= most:
            continue
        if way.weight < TYPED:
            if count > room:
                continue
            room -= count
        numbers, values = index.scores(way.expression, FIELD_WEIGHTS)
        if numbers:
            # FTS5 knows English and Indonesian forms of a word as two; what is rare in one language only isn't rare.
            shared = _rarity(total, max(typed, len(numbers)))
            weight = way.weight * wanted.weight
            found.append(_Rows(numbers, values, weight * shared / _rarity_in_fts5(total, len(numbers)), weight * shared))
    return found


def _met(ways: Sequence[_Rows]) -> dict[int, float]:
    """For each article the best way in which it has what is wanted."""
    met: dict[int, float] = {}
    for numbers, values, factor, _ in ways:
        scored_rows = zip(numbers, [factor * value for value in values], strict=True)
        if met:
            for number, value in scored_rows:
                if value > met.get(number, 0.0):
                    met[number] = value
        else:
            met = dict(scored_rows)
    return met


def _met_by(ways: Sequence[_Rows], candidates: Collection[int]) -> dict[int, float]:
    """The same, for some articles."""
    met: dict[int, float] = {}
    for numbers, values, factor, _ in ways:
        if len(numbers) < 2 * len(candidates):
            places = [place for place, number in enumerate(numbers) if number in candidates]
        else:
            found = [(bisect_left(numbers, number), number) for number in candidates]
            places = [place for place, number in found if place < len(numbers) and numbers[place] == number]
        for place in places:
            number, value = numbers[place], factor * values[place]
            if value > met.get(number, 0.0):
                met[number] = value
    return met


def _count(index: Index, way: Way) -> int:
    """In how many articles it is, at most."""
    return min(map(index.term_count, way.terms))


def _rarity(total: int, count: int) -> float:
    """The inverse document frequency as Lucene has it: never below 0, so that a small library with one topic is ordered well too."""
    return math.log1p((max(0, total - count) + 0.5) / (count + 0.5))


def _rarity_in_fts5(total: int, count: int) -> float:
    """What FTS5's bm25 multiplied with (sqlite.org/fts5.html, 5.1.1)."""
    return max(1e-6, math.log((max(0, total - count) + 0.5) / (count + 0.5)))


class _TitleFactor:
    """How much of what was asked a title says, by rarity, and how little else it says."""

    def __init__(self, wanted: Sequence[Wanted], rarity: Sequence[float]) -> None:
        self._whole = sum(rarity)
        self._single: dict[str, list[tuple[int, float]]] = {}
        self._phrases: list[tuple[frozenset[str], int, float]] = []
        for place, one in enumerate(wanted):
            for way in one.ways:
                worth = way.weight * rarity[place]
                if len(way.terms) == 1:
                    self._single.setdefault(way.terms[0], []).append((place, worth))
                else:
                    self._phrases.append((frozenset(way.terms), place, worth))

    def of(self, card: Card) -> float:
        """1 and more."""
        have = set(card.title_terms.split())
        if not self._whole or not have:
            return 1.0
        best: dict[int, float] = {}
        used: set[str] = set()
        for term in have:
            for place, worth in self._single.get(term, ()):
                best[place] = max(worth, best.get(place, 0.0))
                used.add(term)
        for terms, place, worth in self._phrases:
            if terms <= have:
                best[place] = max(worth, best.get(place, 0.0))
                used |= terms
        met = sum(best.values()) / self._whole
        return 1.0 + TITLE * met + EXACT_TITLE * met * len(used) / len(have)


def _one_of_each(index: Index, rows: Sequence[Ranked], language: str) -> list[Ranked]:
    kept: list[Ranked] = []
    seen: set[str] = set()
    for row in rows:
        key = row.card.article
        if key and key in seen:
            continue
        seen.add(key)
        own = index.in_language(key, language) if key and language and plain_language(row.card.lang) != language else None
        kept.append(Ranked(own, row.score) if own else row)
    return kept
