"""The passage of an article that answers, and the letters to mark in it."""

from collections.abc import Iterable, Sequence
from heapq import nlargest

from desktop_client.knowledge.asked import Wanted
from desktop_client.knowledge.result import Span
from desktop_client.knowledge.words import TOKEN, Terms, fold, has_no_spaces, spaceless_spans

LETTERS = 200
"""Of a snippet, at most, without the dots that say that it goes on."""
MORE = "…"
_PART_LETTERS = 6_000
"""Of an article are looked at first; what follows only when nothing is met there."""
_PASSAGE_LETTERS = 4_000
_NEEDLES = 16
_CLOSER = 3
"""Passages are looked at word by word."""
_SENTENCE = 40
"""Letters from which on a passage says something; shorter ones are headings and labels."""


class Marker:
    """Finds what was asked in the texts of one language."""

    def __init__(self, asked: Iterable[Wanted], terms: Terms) -> None:
        self._terms = terms
        ways = [way for wanted in asked for way in wanted.ways]
        self._single = frozenset(way.terms[0] for way in ways if len(way.terms) == 1)
        self._phrases = [way.terms for way in ways if len(way.terms) > 1]
        self._any = self._single.union(*self._phrases)
        needles: dict[str, float] = {}
        for way in ways:
            for term in way.terms if terms.has(way.terms) else ():
                needle = _needle(term)
                needles[needle] = max(way.weight / len(way.terms), needles.get(needle, 0.0))
        self._needles = nlargest(_NEEDLES, needles.items(), key=lambda each: each[1])

    def likely(self, folded: str) -> float:
        """About how much of what was asked the text has, without a look at its words."""
        score = 0.0
        for needle, weight in self._needles:
            if needle in folded:
                score += weight
        return score

    def marks(self, text: str) -> tuple[Span, ...]:
        """The letters of the words that were asked for; those of a phrase only when all its words are there."""
        folded = fold(text)
        if len(folded) != len(text):
            # Folding made another number of letters (ﬁ): the places are those of the text itself.
            folded = text.lower() if len(text.lower()) == len(text) else text
        found = [
            (token, there) for token in TOKEN.finditer(folded) if (there := self._any.intersection(self._terms[token.group()].split()))
        ]
        if not found:
            return ()
        everything = frozenset[str]().union(*(there for _, there in found))
        shown = self._single.union(*(way for way in self._phrases if everything.issuperset(way)))
        spans: list[Span] = []
        for token, there in found:
            if shown.isdisjoint(there):
                continue
            if has_no_spaces(token.group()):
                spans += [(token.start() + begin, token.start() + end) for begin, end in spaceless_spans(token.group(), shown)]
            else:
                spans.append(token.span())
        return tuple(spans)


def snippet(text: str, marker: Marker, summary: str = "") -> tuple[str, tuple[Span, ...]]:
    """The best passage of a text of one passage a line, cut to LETTERS, with its marks.

    Where nothing is met it is the summary, else the first passage that says something.
    """
    text = f"{summary}\n{text}" if summary else text
    place = 0
    while place < len(text):
        end = text.find("\n", place + _PART_LETTERS)
        part = text[place : end if end >= 0 else len(text)]
        if found := _best(part, marker):
            return found
        place += len(part) + 1
    lines = text[:_PART_LETTERS].split("\n")
    first = summary or next((line for line in lines if len(line) > _SENTENCE), next(filter(None, lines), ""))
    return _cut(first[:_PASSAGE_LETTERS], ())


def _best(part: str, marker: Marker) -> tuple[str, tuple[Span, ...]] | None:
    rated = []
    for place, (line, folded) in enumerate(zip(part.split("\n"), fold(part).split("\n"), strict=False)):
        if likely := marker.likely(folded):
            # An early passage is the better one of two.
            rated.append((likely + (0.7 if len(line) > _SENTENCE else 0.0) - place / 1000, -place, line))
    for _, _, line in nlargest(_CLOSER, rated):
        passage = line[:_PASSAGE_LETTERS]
        if spans := marker.marks(passage):
            return _cut(passage, spans)
    return None


def _cut(line: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """At most LETTERS around the most marks, between words; and the marks in them."""
    if len(line) <= LETTERS:
        return line, tuple(spans)
    reach = LETTERS - 40
    first = max((b for b, _ in spans), key=lambda at: (sum(at <= other <= at + reach for other, _ in spans), -at), default=0)
    begin = max(0, min(first - 30, len(line) - LETTERS))
    if begin and (gap := line.find(" ", begin, first)) >= 0:
        begin = gap + 1
    end = min(begin + LETTERS, len(line))
    if end < len(line) and (gap := line.rfind(" ", begin + LETTERS // 2, end)) > 0:
        end = gap
    before = MORE if begin else ""
    moved = len(before) - begin
    shown = before + line[begin:end].rstrip() + (MORE if end < len(line) else "")
    return shown, tuple((b + moved, e + moved) for b, e in spans if begin <= b and e <= end)


def _needle(term: str) -> str:
    """Letters that every form of the term has: a stem ends otherwise than its words (privacy), and an Indonesian one begins otherwise."""
    if term.startswith("~"):
        return term[2:] if len(term) > 3 else term[2:] or term
    if term.startswith("0x"):
        return term[2:6]
    return term[:-1] if len(term) > 3 else term
