"""Takes secrets out of texts and facts. What can't be cleaned is dropped, never passed on (`RedactionError`)."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from contract.diagnostics import Fact, Hidden
from desktop_client.diagnostics.redaction import marks
from desktop_client.diagnostics.redaction.known_values import KnownValues, lowered, of_environment
from desktop_client.diagnostics.redaction.numbers import card_numbers, identity_numbers
from desktop_client.diagnostics.redaction.rule import Span
from desktop_client.diagnostics.redaction.rules import RULES
from desktop_client.system.machine.identity import account, computer_name

TEXT_LETTERS = 64_000
"""A longer text is cut, so that no input holds anybody up."""

CUT = "…"
_OVERLAP = 1_000
"""A secret may begin before the cut and end after it, so more than is kept is looked at."""

_PASSES = 4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_TERMINAL = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_LINE_ENDS = re.compile(r"\s*[\r\n\v\f]\s*")


class RedactionError(Exception):
    """Something could not be cleaned, so it must not be used. Carries nothing of it."""


class Redactor:
    """The rules, and the values known on this computer. Safe from any thread."""

    def __init__(self, known: KnownValues) -> None:
        self._known = known

    def text(self, text: str, letters: int = TEXT_LETTERS) -> str:
        """The text without secrets, cut after about `letters`. The same again changes nothing more."""
        try:
            window = marks.folded(text[: letters + 2 * _OVERLAP])
            was_longer = len(text) > letters + 2 * _OVERLAP
            for number in range(_PASSES):
                cleaned = self._replaced(window)
                if was_longer and number == 0:
                    # The end of the window may hold the head of a secret that no rule knows by its head.
                    cleaned = cleaned[: max(0, len(cleaned) - _OVERLAP)]
                if cleaned == window:
                    break
                window = cleaned
            if was_longer or len(window) > letters:
                window = window[: letters - len(CUT)].removesuffix(CUT) + CUT
            return marks.written(window)
        except Exception:  # noqa: BLE001 - whatever went wrong, its text may hold the secret: nothing of it is passed on
            raise RedactionError from None

    def line(self, text: str, letters: int) -> str:
        """The same as one line without control characters."""
        try:
            shown = _CONTROL.sub("", _TERMINAL.sub("", text[: letters + 4 * _OVERLAP]))
            return self.text(_LINE_ENDS.sub(" ⏎ ", shown.strip()), letters)
        except UnicodeError:
            raise RedactionError from None

    def fact(self, fact: Fact, letters: int) -> Fact:
        """The fact with name and value cleaned; numbers are measured, and stay."""
        name = self.line(fact.name, 200)
        return msgspec.structs.replace(fact, name=name, value=self.line(fact.value, letters) if isinstance(fact.value, str) else fact.value)

    def _replaced(self, text: str) -> str:
        pieces: list[str] = []
        at = 0
        for (start, end), kind in self._joined(text):
            pieces += (text[at:start], marks.LETTERS[kind])
            at = end
        return "".join((*pieces, text[at:]))

    def _joined(self, text: str) -> Iterator[tuple[Span, Hidden]]:
        """What to hide, in order, overlapping finds as one; the one that begins first, or is longer, gives its kind."""
        open_find: tuple[Span, Hidden] | None = None
        for (start, end), kind in sorted(self._finds(text), key=lambda find: (find[0][0], -find[0][1])):
            if open_find is None:
                open_find = (start, end), kind
            elif start < open_find[0][1]:
                open_find = (open_find[0][0], max(end, open_find[0][1])), open_find[1]
            else:
                yield open_find
                open_find = (start, end), kind
        if open_find is not None:
            yield open_find

    def _finds(self, text: str) -> Iterator[tuple[Span, Hidden]]:
        lower = lowered(text)
        for span, kind in self._all_finds(text, lower):
            trimmed = _trimmed(text, span)
            if trimmed is not None:
                yield trimmed, kind

    def _all_finds(self, text: str, lower: str) -> Iterator[tuple[Span, Hidden]]:
        yield from self._known.spans(lower)
        for rule in RULES:
            for span in rule.spans(text, lower):
                yield span, rule.kind
        for span in card_numbers(text):
            yield span, Hidden.CARD_NUMBER
        for span in identity_numbers(text):
            yield span, Hidden.ID_NUMBER


def _trimmed(text: str, span: Span) -> Span | None:
    """The find without blanks at its ends; None when nothing is left in it but marks."""
    secret = text[slice(*span)]
    if marks.NOTHING_LEFT.fullmatch(secret):
        return None
    start = span[0] + len(secret) - len(secret.lstrip())
    return start, start + len(secret.strip())


def redactor(secrets: Iterable[str] = (), names: Iterable[tuple[str, Hidden]] = ()) -> Redactor:
    """A redactor that knows the environment's secrets, these (tokens, codes, passwords), and these names."""
    known = dict.fromkeys(secrets, Hidden.ACCESS_KEY)
    return Redactor(KnownValues(of_environment(os.environ) | known, names))


@cache
def _of_this_process() -> Redactor:
    return redactor(names=((account(), Hidden.USER_NAME), (computer_name(), Hidden.COMPUTER_NAME)))


def redact_text(text: str) -> str:
    """A text of many lines without secrets, for the log. Never raises: what can't be cleaned becomes the mark of a hidden text."""
    try:
        return _of_this_process().text(text)
    except RedactionError:
        return Hidden.TEXT.mark()
