"""The passage of an article that answers, and the letters to mark in it."""

from collections.abc import Iterable, Sequence

from desktop_client.knowledge.asked import Wanted
from desktop_client.knowledge.result import Span
from desktop_client.knowledge.words import TOKEN, Terms, fold, has_no_spaces, spaceless_spans

LETTERS = 200
"""Of a snippet, at most, without the dots that say that it goes on."""
MORE = "…"
_PASSAGES = 600
"""Of an article are compared."""
_PASSAGE_LETTERS = 5000
_SENTENCE = 40
"""Letters from which on a passage says something; shorter ones are headings and labels."""


class Marker:
    """Finds what was asked in the texts of one language."""

    def __init__(self, asked: Iterable[Wanted], terms: Terms) -> None:
        self._terms = terms
        ways = [way.terms for wanted in asked for way in wanted.ways]
        self._single = frozenset(way[0] for way in ways if len(way) == 1)
        self._phrases = [way for way in ways if len(way) > 1]
        self._any = self._single.union(*self._phrases)
        self._needles = tuple({_needle(term) for term in self._any})

    def may_meet(self, folded: str) -> bool:
        """Whether it is worth a closer look. Quick, and never wrong about a passage that it rules out, save for irregular words."""
        return any(needle in folded for needle in self._needles)

    def met(self, folded: str) -> set[str]:
        """The terms asked for that the text has; those of a phrase only when all of them are there."""
        terms = self._terms
        there = {term for token in TOKEN.findall(folded) for term in terms[token].split() if term in self._any}
        return there & self._single.union(*(way for way in self._phrases if there.issuperset(way)))

    def marks(self, text: str) -> tuple[Span, ...]:
        """The letters of the words that were asked for."""
        folded = fold(text)
        if len(folded) != len(text):
            # Folding made another number of letters (ﬁ): the places are those of the text itself.
            folded = text.lower() if len(text.lower()) == len(text) else text
        there = self.met(folded)
        if not there:
            return ()
        spans: list[Span] = []
        for found in TOKEN.finditer(folded):
            token = found.group()
            if has_no_spaces(token):
                spans += [(found.start() + begin, found.start() + end) for begin, end in spaceless_spans(token, there)]
            elif not there.isdisjoint(self._terms[token].split()):
                spans.append(found.span())
        return tuple(spans)


def snippet(lines: Sequence[str], marker: Marker) -> tuple[str, tuple[Span, ...]]:
    """The best passage of the lines, cut to LETTERS, with its marks; the first one that says something when nothing is met."""
    best, best_score = next((line for line in lines if len(line) > _SENTENCE), next(filter(None, lines), "")), 0.0
    for place, line in enumerate(lines[:_PASSAGES]):
        folded = fold(line[:_PASSAGE_LETTERS])
        if not marker.may_meet(folded):
            continue
        # An early passage is the better one of two.
        met = len(marker.met(folded))
        score = met + (0.7 if len(line) > _SENTENCE else 0.0) - place / 1000 if met else 0.0
        if score > best_score:
            best, best_score = line, score
    shown = _cut(best[:_PASSAGE_LETTERS], marker)
    return shown, marker.marks(shown)


def _cut(line: str, marker: Marker) -> str:
    """At most LETTERS around the most marks, between words."""
    if len(line) <= LETTERS:
        return line
    begins = [begin for begin, _ in marker.marks(line)]
    reach = LETTERS - 40
    first = max(begins, key=lambda at: (sum(at <= other <= at + reach for other in begins), -at), default=0)
    begin = max(0, min(first - 30, len(line) - LETTERS))
    if begin:
        gap = line.find(" ", begin, first)
        begin = gap + 1 if gap >= 0 else begin
    end = begin + LETTERS
    if end < len(line):
        gap = line.rfind(" ", begin + LETTERS // 2, end)
        end = gap if gap > 0 else end
    return (MORE if begin else "") + line[begin:end].strip() + (MORE if end < len(line) else "")


def _needle(term: str) -> str:
    """Letters that every form of the term has: a stem ends otherwise than its words (privacy), and an Indonesian one begins otherwise."""
    if term.startswith("~"):
        return term[2:] if len(term) > 3 else term[2:] or term
    if term.startswith("0x"):
        return term[2:6]
    return term[:-1] if len(term) > 3 else term
