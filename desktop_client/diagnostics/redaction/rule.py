"""What a rule of redaction is: where a secret stands, by its looks, with samples of what it must hide and what it must leave."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from contract.diagnostics import Hidden

Span = tuple[int, int]


@dataclass(frozen=True)
class Rule:
    """`pattern` (case doesn't matter) holds the secret in its group "secret"; only texts with one of `near` in them are searched at all.

    Patterns are linear: every repetition is bounded or possessive, or ends at the next line. `sure` has the last word about a find.
    `hides` are pairs of a text and what must be gone from it, `keeps` texts that must stay as they are; a test runs them.
    """

    name: str
    kind: Hidden
    pattern: str
    near: tuple[str, ...]
    hides: tuple[tuple[str, str], ...]
    keeps: tuple[str, ...] = ()
    sure: Callable[[str], bool] = lambda _secret: True

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE | re.MULTILINE)

    def spans(self, text: str, lower: str) -> Iterator[Span]:
        """Where its secrets stand; `lower` is the text in lower case."""
        if self.near and not any(word in lower for word in self.near):
            return
        for found in self._compiled.finditer(text):
            if self.sure(found["secret"]):
                yield found.span("secret")
