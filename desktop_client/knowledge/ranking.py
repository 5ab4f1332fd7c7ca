"""The one place where the order of results is made: candidates, their scores, the order.

A candidate's score is the sum over what was asked of its best way of meeting it, by BM25 with weights for the fields, plus how well the
title answers as a whole. Another measure, such as the likeness of sentence embeddings, joins in `scored`: it can add candidates and
a share to their scores.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from contract.articles import ArticleKind
from desktop_client.knowledge.asked import Wanted
from desktop_client.knowledge.index import Card, Index

FIELD_WEIGHTS = (8.0, 2.0, 2.5, 1.0)
CANDIDATES = 120
COMMON = 0.4
"""A term that more than this share of the articles has is looked for only when nothing else was asked."""
COMMON_MEANING = 0.1
"""The same for other words than the typed one."""
TITLE = 0.6
EXACT_TITLE = 0.3
GUIDE = 1.08
OWN_LANGUAGE = 1.03


@dataclass(frozen=True)
class Ranked:
    """An article with its score, higher is better."""

    card: Card
    score: float


def ranked(index: Index, asked: Sequence[Wanted], language: str) -> list[Ranked]:
    """The articles that answer, best first: one of each article's languages, the person's own before another."""
    scores, rarity = scored(index, asked)
    best = sorted(scores, key=lambda number: (-scores[number], number))[:CANDIDATES]
    cards = index.cards(best)
    rows = []
    for number in best:
        if card := cards.get(number):
            score = scores[number] * _title_factor(card, asked, rarity)
            score *= GUIDE if card.kind == ArticleKind.GUIDE else 1.0
            score *= OWN_LANGUAGE if card.lang == language else 1.0
            rows.append(Ranked(card, score))
    rows.sort(key=lambda row: (-row.score, row.card.id))
    return _one_of_each(index, rows, language)


def scored(index: Index, asked: Sequence[Wanted]) -> tuple[dict[int, float], list[float]]:
    """Scores by number of article, and how rare each thing that was asked is (the logarithm of BM25, 0 and more)."""
    total = max(1, index.count())
    scores: dict[int, float] = {}
    rarities = []
    for wanted in asked:
        met: dict[int, float] = {}
        rarity = 0.0
        exact = [way for way in wanted.ways if way.weight >= 1.0]
        counts = {way: len(index.scores(way.expression, FIELD_WEIGHTS)) for way in exact}
        together = sum(counts.values())
        for way in wanted.ways:
            rows = index.scores(way.expression, FIELD_WEIGHTS)
            if not rows:
                continue
            own = _rarity(total, len(rows))
            shared = _rarity(total, max(together, len(rows)))
            rarity = max(rarity, shared * way.weight)
            factor = way.weight * wanted.weight * shared / own
            for number, score in rows.items():
                value = factor * score
                if value > met.get(number, 0.0):
                    met[number] = value
        rarities.append(rarity * wanted.weight)
        for number, value in met.items():
            scores[number] = scores.get(number, 0.0) + value
    return scores, rarities


def _rarity(total: int, count: int) -> float:
    """FTS5's inverse document frequency."""
    return max(1e-6, math.log((total - count + 0.5) / (count + 0.5)))


def _title_factor(card: Card, asked: Sequence[Wanted], rarity: Sequence[float]) -> float:
    """How much of what was asked the title says, by rarity, and how little else it says."""
    terms = card.title_terms.split()
    have = set(terms)
    met, whole = 0.0, 0.0
    used: set[str] = set()
    for wanted, rare in zip(asked, rarity, strict=True):
        whole += rare
        best = 0.0
        for way in wanted.ways:
            if have.issuperset(way.terms) and way.weight > best:
                best = way.weight
                used.update(way.terms)
        met += best * rare
    if not whole or not terms:
        return 1.0
    return 1.0 + TITLE * met / whole + EXACT_TITLE * (met / whole) * (len(used & have) / len(have))


def _one_of_each(index: Index, rows: Sequence[Ranked], language: str) -> list[Ranked]:
    kept: list[Ranked] = []
    seen: set[str] = set()
    for row in rows:
        key = row.card.article
        if key and key in seen:
            continue
        seen.add(key)
        own = index.in_language(key, language) if key and language and row.card.lang != language else None
        kept.append(Ranked(own, row.score) if own else row)
    return kept
