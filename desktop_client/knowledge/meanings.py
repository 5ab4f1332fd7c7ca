"""Looks up other words: what articles say for what is typed, and what means about the same."""

from functools import cache, lru_cache

from desktop_client.knowledge.colloquial import TYPED
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.same_meaning import MEANINGS
from desktop_client.knowledge.stems import english_stem, indonesian_stem
from desktop_client.knowledge.words import fold, parts


def said_for(index: Index, typed: str) -> tuple[str, ...]:
    """What articles say for a word or phrase in small letters: the company's own list first."""
    own = index.synonym(typed)
    known = _colloquial().get(_plain(typed), ())
    return (own, *known) if own else known


@lru_cache(maxsize=4000)
def same_meaning(typed: str) -> tuple[str, ...]:
    """Other words of about the same meaning, in both languages."""
    table = _meanings()
    found: dict[str, None] = {}
    for key in _stems(typed):
        for line in table.get(key, ()):
            found.update(dict.fromkeys(line))
    found.pop(typed, None)
    return tuple(found)


def only_indonesian(word: str) -> bool:
    """Whether the table of meanings has the word, in whatever form, on its Indonesian side only."""
    table = _meanings()
    return "~" + indonesian_stem(word) in table and english_stem(word) not in table


def _plain(words: str) -> str:
    return " ".join(parts(fold(words)))


def _stems(words: str) -> set[str]:
    simple = parts(fold(words))
    return {" ".join(map(english_stem, simple)), "~" + " ".join(map(indonesian_stem, simple))}


@cache
def _colloquial() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in TYPED.strip().splitlines():
        said, typed = line.split(":")
        for one in typed.split(","):
            table[_plain(one)] = (*table.get(_plain(one), ()), said.strip())
    return table


@cache
def _meanings() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in MEANINGS.strip().splitlines():
        english, indonesian = ([one.strip() for one in side.split(",")] for side in line.split("|"))
        whole = tuple(dict.fromkeys([*english, *indonesian]))
        for one in english:
            table.setdefault(" ".join(map(english_stem, parts(one))), []).append(whole)
        for one in indonesian:
            table.setdefault("~" + " ".join(map(indonesian_stem, parts(one))), []).append(whole)
    return table
