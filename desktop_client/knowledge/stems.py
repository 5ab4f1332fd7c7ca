"""Words without their endings: English by Porter's rules, Indonesian by its affixes, as people write and as they type them.

The Indonesian part needs no dictionary of roots. me- and pe- melt the first letter of a root away (kunci: mengunci; simpan: menyimpan), and
so does speech (ngunci, nyimpan). A stem is therefore no word: its first letter is one that stands for all that may have melted into it.
"""

import re

import apsw

_PORTER = apsw.Connection(":memory:").fts5_tokenizer("porter", ["unicode61", "remove_diacritics", "0"])
"""SQLite's own: as quick as C is."""

_PARTICLE = re.compile(r"(?<=\w{4})(?:lah|kah|nya)$")
_ENDING = re.compile(r"(?<=\w{3})(?:kan|an|in)$|(?<=\w{4})i$")
_LAST_K = re.compile(r"(?<=\w{3})k$")
"""Gone with -kan, or the root's own before -an: told apart by a dictionary only."""
_PREFIX = re.compile(r"di(?=\w{3})|(?:ter|ber|per)(?=\w{4})|(?:me|pe)(?=[mn]\w{4}|[lrwy][aiueo]\w{2})|ke(?=[b-df-hj-np-tv-z]?[aiueo]\w{2})")
_STAYS = re.compile(r"(?:ng(?=[^aiueo])|m(?=[bfpv])|n(?=[cdjtsz]))(?=\w{3})")
"""Sounds that me- and pe- bring before a consonant that stays."""
_MELTED = (("ng", ""), ("ny", "s"), ("k", ""), ("c", "s"), ("m", "p"), ("n", "t"))
"""First letters before a vowel that may be what is left of another, and which stands for all of them."""
_SPOKEN = re.compile(r"e(?=[^aiueo]\w{2})")
"""What a short or foreign word gets between ng- and itself: ngecek, ngeprint."""
_VOWELS = frozenset("aiueo")


def english_stem(word: str) -> str:
    """The stem of a word in small letters."""
    found = _PORTER(word.encode(), apsw.FTS5_TOKENIZE_AUX, None, include_offsets=False, include_colocated=False)
    return next((str(stem) for stem in found), word)


def indonesian_stem(word: str) -> str:
    """The stem of a word in small letters. English words in an Indonesian text lose their own endings too."""
    if not word.isascii() or not word.isalpha():
        return word
    rest = _PARTICLE.sub("", word)
    for _ in range(2):  # memperbaiki
        begun = _PREFIX.match(rest)
        rest = _first_letter(rest[begun.end() :] if begun else rest)
        if not begun:
            break
    rest = _ENDING.sub("", _ENDING.sub("", rest))
    return english_stem(_LAST_K.sub("", rest))


def _first_letter(rest: str) -> str:
    """One first letter for all that melt into one."""
    rest = _STAYS.sub("", rest, count=1) if _STAYS.match(rest) else rest
    for begins, stands in _MELTED:
        after = rest.removeprefix(begins)
        if after != rest and after[:1] in _VOWELS:
            if not stands and _SPOKEN.match(after):
                return _first_letter(after[1:])
            return stands + after if len(stands + after) >= 3 else rest
    return rest
