"""Searches with the articles that answer them, and how good an order of answers is."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

Answers = Callable[[str, str], Sequence[str]]
"""The ids for (words, language), best first."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """What a person types. `relevant` answer it; `also_ok` count as found, but are not owed."""

    words: str
    relevant: frozenset[str]
    also_ok: frozenset[str]
    kind: str
    lang: str


@dataclass(frozen=True, kw_only=True)
class Quality:
    """Means over some queries."""

    count: int
    recall_5: float
    mrr_10: float


def read_queries(file: Path) -> list[Query]:
    """One JSON object a line: query, relevant, also_ok, kind, lang."""
    return [
        Query(
            words=one["query"],
            relevant=frozenset(one["relevant"]),
            also_ok=frozenset(one.get("also_ok", ())),
            kind=one.get("kind", ""),
            lang=one.get("lang", "en"),
        )
        for line in file.read_text("utf-8").splitlines()
        if line.strip() and (one := json.loads(line))
    ]


def recall(query: Query, ids: Sequence[str], first: int = 5) -> float:
    """How much of what is owed the first results bring: those of `relevant` and `also_ok` among them, at most 1."""
    hits = len((query.relevant | query.also_ok) & set(ids[:first]))
    return min(1.0, hits / min(first, len(query.relevant)))


def reciprocal_rank(query: Query, ids: Sequence[str], first: int = 10) -> float:
    """1 / the place of the first result that answers, 0 when none does."""
    good = query.relevant | query.also_ok
    return next((1 / place for place, one in enumerate(ids[:first], start=1) if one in good), 0.0)


def quality(queries: Iterable[Query], answers: Answers) -> dict[str, Quality]:
    """By kind, and "all" first."""
    told: dict[str, list[tuple[float, float]]] = {"all": []}
    for query in queries:
        ids = answers(query.words, query.lang)
        row = (recall(query, ids), reciprocal_rank(query, ids))
        told["all"].append(row)
        told.setdefault(query.kind, []).append(row)
    return {
        kind: Quality(count=len(rows), recall_5=mean(r for r, _ in rows), mrr_10=mean(m for _, m in rows))
        for kind, rows in told.items()
        if rows
    }
