"""Numbers that belong to a person: payment cards by their check digit, Indonesian identity numbers by their parts."""

import re
from collections.abc import Callable, Iterator

from desktop_client.diagnostics.redaction.rule import Span

_RUN = re.compile(r"(?<!\d)\d(?:[ .-]?\d){12,}+")
_CARD_LENGTHS = (16, 15, 14, 13, 19, 18, 17)
_NIK_LENGTHS = (16,)
_PROVINCES = frozenset(
    (*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), *range(81, 83), *range(91, 98)),
)


def card_numbers(text: str) -> Iterator[Span]:
    """Numbers of 13 to 19 digits, blanks or hyphens between, that begin as a card's do and whose check digit is right (ISO/IEC 7812)."""
    return _numbers(text, _CARD_LENGTHS, is_card)


def identity_numbers(text: str) -> Iterator[Span]:
    """Numbers of 16 digits built like a NIK: province, regency, district, birthday (plus 40 for women), serial number."""
    return _numbers(text, _NIK_LENGTHS, is_nik)


def _numbers(text: str, lengths: tuple[int, ...], sure: Callable[[str], bool]) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        places = [at for at in range(*run.span()) if text[at].isdigit()]
        free_from = 0
        for first, at in enumerate(places):
            begins = first == 0 or places[first - 1] != at - 1
            if not begins or first < free_from:
                continue
            for length in lengths:
                chosen = places[first : first + length]
                if len(chosen) < length or text[chosen[-1] + 1 : chosen[-1] + 2].isdigit():
                    continue
                if sure("".join(text[place] for place in chosen)):
                    yield at, chosen[-1] + 1
                    free_from = first + length
                    break


def is_card(digits: str) -> bool:
    """Whether the digits are a card's."""
    if not re.match(r"4|5[0-8]|2[2-7]|3[04-9]|6", digits) or len(set(digits)) == 1:
        return False
    total = 0
    for number, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + number % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_nik(digits: str) -> bool:
    """Whether the digits are built like a NIK."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        int(digits[:2]) in _PROVINCES
        and digits[2:4] != "00"
        and digits[4:6] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and digits[12:] != "0000"
    )
