"""Error codes, in one spelling: 0x80070005, 80070005, -2147024891 and 2147942405 are the same code, and so are KB5034441 and 5034441.

Windows tells a result as a 32-bit number ([MS-ERREF] 2.1): hexadecimal with or without 0x, or decimal with or without its sign.
"""

import re

_HEXADECIMAL = re.compile(r"0x([0-9a-f]{1,16})h?")
_BARE = re.compile(r"(?=.*[0-9])[89a-f][0-9a-f]{7}")
"""Eight hexadecimal digits whose first bit is set: every error has it. A word of eight such letters has no digit."""
_DECIMAL = re.compile(r"[1-9][0-9]{9}")
_KNOWLEDGE_BASE = re.compile(r"kb([0-9]{5,8})")
_SIGN = 1 << 31
_BITS = 1 << 32


def as_code(word: str) -> str:
    """The one spelling of a code (`0x…` without leading zeros, or the number of a KB article); "" for a word that is none."""
    if found := _HEXADECIMAL.fullmatch(word):
        return "0x" + (found[1].lstrip("0") or "0")
    if _BARE.fullmatch(word):
        return "0x" + word
    if found := _KNOWLEDGE_BASE.fullmatch(word):
        return found[1]
    if _DECIMAL.fullmatch(word) and (number := int(word)) < _BITS:
        # Ten digits below the sign bit are a negative code whose minus was no letter.
        return f"0x{number if number >= _SIGN else _BITS - number:x}"
    return ""


def begun_code(word: str) -> str:
    """How a code begins whose last digits are not typed yet; "" for other words."""
    if found := _HEXADECIMAL.fullmatch(word):
        return "0x" + (found[1].lstrip("0") or "0")
    return f"0x{word}" if re.fullmatch(r"(?=.*[0-9])[89a-f][0-9a-f]{3,6}", word) else ""
