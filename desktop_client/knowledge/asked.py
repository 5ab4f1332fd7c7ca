"""What was typed, as what to look for: each word with everything else that would be right too, and how much that is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_client.knowledge.codes import begun_code
from desktop_client.knowledge.colloquial import LETTERS
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.language import typed_language
from desktop_client.knowledge.meanings import said_for, same_meaning
from desktop_client.knowledge.spelling import repairs
from desktop_client.knowledge.stop_words import STOP_WORDS
from desktop_client.knowledge.words import Terms, fold, has_no_spaces, is_code, joined_word, pairs, parts, tokens

LETTERS_READ = 600
"""Of what was typed: a pasted text says in its first lines what it is about."""
MOST_TOKENS = 32

CODE = 1.3
CODE_LETTERS = 5
"""Shorter ones are a year, a version or a size."""
COMPLETED = 0.8
COMPLETIONS = 6
REPAIRED = 0.8
SAID = 0.9
MEANS = 0.5
PART = 0.6
TOGETHER = 0.7
LONGEST_PHRASE = 3


@dataclass(frozen=True)
class Way:
    """One thing to look for. `expression` is FTS5's; `terms` are to be marked where they stand; `pair`: ways that share their rarity."""

    expression: str
    terms: tuple[str, ...]
    weight: float


@dataclass
class Wanted:
    """A word that was typed, with every way to meet it; the best one counts."""

    typed: str
    ways: list[Way] = field(default_factory=list)
    weight: float = 1.0

    def add(self, words: str, weight: float) -> None:
        """Adds a word or a phrase, with its English and its Indonesian terms."""
        for indonesian in (False, True):
            found = tuple(_TERMS[indonesian].of(tokens(words)).split())
            if found and all(way.terms != found for way in self.ways):
                self.ways.append(Way(phrase(found), found, weight))

    def add_term(self, one: str, weight: float) -> None:
        """Adds a stored term."""
        if all(way.terms != (one,) for way in self.ways):
            self.ways.append(Way(phrase((one,)), (one,), weight))


_TERMS = {False: Terms(indonesian=False), True: Terms(indonesian=True)}
_REMEMBERED = 20_000


def terms_of(*, indonesian: bool) -> Terms:
    """The terms of a language, remembered from search to search: most words of snippets come again."""
    terms = _TERMS[indonesian]
    if len(terms) > _REMEMBERED:
        terms.clear()
    return terms


def phrase(terms: Sequence[str]) -> str:
    """Terms side by side, for FTS5. A term has no quotation mark in it."""
    return '"' + " ".join(terms) + '"'


@dataclass(frozen=True)
class Asked:
    """What to look for, in the order of the words, and the language that was typed ("en", "id", or "" when the words don't tell)."""

    wanted: tuple[Wanted, ...]
    language: str


def ask(index: Index, typed: str) -> Asked:
    """Understands what was typed; there is nothing to look for in stop words and signs."""
    folded = fold(typed[:LETTERS_READ])
    words = tokens(folded)
    unfinished = words[-1] if words and folded.endswith(words[-1]) else ""
    words = list(dict.fromkeys(words))[:MOST_TOKENS]
    wanted: list[Wanted] = []
    for token in words:
        wanted += _token(index, token, last=token == unfinished)
    wanted += _phrases(index, words)
    return Asked(tuple(wanted), typed_language(words))


def _token(index: Index, token: str, *, last: bool) -> Iterator[Wanted]:
    simple = parts(token)
    if has_no_spaces(token):
        yield from (_only(one) for one in pairs(token))
    elif is_code(token):
        yield _code(index, token, last=last)
    elif len(simple) > 1:
        if joined := _word(index, joined_word(token), last=last):
            yield joined
        for part in simple:
            if len(part) > 2 and (wanted := _word(index, part, last=False)):
                wanted.weight = PART
                yield wanted
    elif only := _word(index, token, last=last):
        yield only


def _only(term: str) -> Wanted:
    wanted = Wanted(term)
    wanted.add_term(term, 1.0)
    return wanted


def _code(index: Index, token: str, *, last: bool) -> Wanted:
    wanted = Wanted(token, weight=CODE if len(token) >= CODE_LETTERS else 1.0)
    for one in _TERMS[False][token].split():
        wanted.add_term(one, 1.0)
    if last:
        for one in index.terms_that_begin(begun_code(token) or token, COMPLETIONS):
            wanted.add_term(one, COMPLETED)
    return wanted


def _word(index: Index, word: str, *, last: bool) -> Wanted | None:
    word = LETTERS.get(word, word)
    if word in STOP_WORDS or (last and len(word) == 1):
        return None
    wanted = Wanted(word)
    wanted.add(word, 1.0)
    said = said_for(index, word)
    for one in said:
        wanted.add(one, SAID)
    completions = index.words_that_begin(word, COMPLETIONS) if last else []
    for one in completions:
        wanted.add(one, COMPLETED)
    for one in same_meaning(word):
        wanted.add(one, MEANS)
    if not (said or completions or index.word_count(word) or any(index.term_count(way.terms[0]) for way in wanted.ways)):
        for one, likely in index.remember(("repair", word), lambda: repairs(index, word)):
            wanted.add(one, REPAIRED * likely)
            for other in same_meaning(one):
                wanted.add(other, MEANS * REPAIRED * likely)
    return wanted


def _phrases(index: Index, words: Sequence[str]) -> Iterator[Wanted]:
    """Two or three words that together are said in another way, or are one word."""
    simple = [part for token in words for part in parts(token)]
    for length in range(2, LONGEST_PHRASE + 1):
        for at in range(len(simple) - length + 1):
            together = simple[at : at + length]
            wanted = Wanted(" ".join(together), weight=TOGETHER)
            for one in said_for(index, wanted.typed):
                wanted.add(one, SAID)
            for one in same_meaning(wanted.typed):
                wanted.add(one, MEANS)
            joined = "".join(together)
            if length == 2 and min(map(len, together)) > 1 and len(joined) > 4 and index.word_count(joined):
                wanted.add(joined, SAID)
            if wanted.ways:
                yield wanted
