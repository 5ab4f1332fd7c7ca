"""Text as words, and words as the terms that are stored and looked for: the same on both sides, so that they meet."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from desktop_client.knowledge.codes import as_code
from desktop_client.knowledge.stems import english_stem, indonesian_stem
from desktop_client.knowledge.stop_words import STOP_WORDS

TOKEN = re.compile(r"\w+(?:[-.'@]\w+)*(?:\+\+|#)?")
"""A word with what joins its parts: wi-fi, can't, 5.1.1, setup.exe, C#."""
LONGEST = 64
"""Letters of a term. What is longer is no word that anybody types."""

_PARTS = re.compile(r"[^\W_]+")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese put no space between words: two letters at a time are the terms."""
_MARK = "~"
"""Before an Indonesian stem, which is no word and must not meet an English one."""
_PLAIN = (("’", "'"), ("‘", "'"), ("\u00ad", ""), ("\u200b", ""), ("\0", " "))
_LATIN = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]+")


def fold(text: str) -> str:
    """Small letters of the usual form, without accents on Latin ones. Lines stay lines."""
    if text.isascii():
        return text.lower().replace("\0", " ")
    folded = unicodedata.normalize("NFKC", text).casefold()
    for letter, plain in _PLAIN:
        folded = folded.replace(letter, plain)
    return _LATIN.sub(_without_accents, folded)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in found.group())


def tokens(folded: str) -> list[str]:
    """The words of a folded text with what joins their parts."""
    return TOKEN.findall(folded)


def parts(token: str) -> list[str]:
    """The simple words in a token: wi and fi; the token itself when it is simple."""
    return _PARTS.findall(token)


def term(word: str, *, indonesian: bool) -> str:
    """The term of a simple word in a text of that language; other languages are stored with English stems."""
    if not word.isalpha():
        return as_code(word) or word
    return _MARK + indonesian_stem(word) if indonesian else english_stem(word)


def plain_language(lang: str) -> str:
    """The language of a tag without region and script: "id" for id-ID."""
    return lang.lower().partition("-")[0]


def is_code(word: str) -> bool:
    """Whether a code or number is meant, whose spelling is never repaired."""
    return any(letter.isdigit() for letter in word)


class Terms(dict[str, str]):
    """Tokens of one language to their terms, with a space between; "" for those that are not stored. It remembers what was asked."""

    def __init__(self, *, indonesian: bool) -> None:
        super().__init__()
        self.indonesian = indonesian

    def __missing__(self, token: str) -> str:
        if token.isascii() and token.isalpha():
            # Nearly all words: the quick way.
            stem = indonesian_stem if self.indonesian else english_stem
            found = "" if token in STOP_WORDS or len(token) > LONGEST else (_MARK if self.indonesian else "") + stem(token)
        else:
            found = " ".join(self._of(token))
        self[token] = found
        return found

    def has(self, terms: Iterable[str]) -> bool:
        """Whether a text of the language can have these terms: Indonesian stems are for Indonesian texts, English ones for others."""
        return all(term.startswith(_MARK) == self.indonesian or not term.isalpha() for term in terms)

    def of(self, found: Iterable[str]) -> str:
        """All terms of some tokens."""
        return " ".join(filter(None, map(self.__getitem__, found)))

    def _of(self, token: str) -> Iterator[str]:
        if len(token) > LONGEST:
            return
        if code := as_code(token):
            yield code
            return
        if _NUMBERS.fullmatch(token):
            yield token
            yield from (part for part in token.split(".") if len(part) > 2)
            return
        if has_no_spaces(token):
            yield from pairs(token)
            return
        simple = parts(token)
        for part in simple:
            if part not in STOP_WORDS and (len(simple) == 1 or len(part) > 1):
                yield term(part, indonesian=self.indonesian)
        if len(simple) > 1 and (joined := joined_word(token)) not in STOP_WORDS:
            yield term(joined, indonesian=self.indonesian)


def has_no_spaces(token: str) -> bool:
    """Whether it is of a script that puts none between words."""
    return not token.isascii() and _NO_SPACES.search(token) is not None


def joined_word(token: str) -> str:
    """A token as one word: wifi, email, cant."""
    return "".join(parts(token))


def pairs(token: str) -> Iterator[str]:
    """Two letters at a time of what has no spaces, and words of other letters whole."""
    place = 0
    for found in _NO_SPACES.finditer(token):
        yield from parts(token[place : found.start()])
        run = found.group()
        yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))
        place = found.end()
    yield from parts(token[place:])


def spaceless_spans(token: str, wanted: Collection[str]) -> list[tuple[int, int]]:
    """The letters in a run without spaces that wanted pairs cover, each stretch once."""
    spans: list[tuple[int, int]] = []
    for found in _NO_SPACES.finditer(token):
        run, start = found.group(), found.start()
        for at in range(max(1, len(run) - 1)):
            if run[at : at + 2] in wanted:
                begin, end = start + at, min(start + at + 2, found.end())
                if spans and begin <= spans[-1][1]:
                    spans[-1] = (spans[-1][0], end)
                else:
                    spans.append((begin, end))
    return spans
