"""What *This computer* shows: facts by group, filtered by what was typed, and the card to read out on the telephone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from contract.diagnostics import Diagnostics, Fact, NotCollected

ICAO = {
    "A": "Alfa",
    "B": "Bravo",
    "C": "Charlie",
    "D": "Delta",
    "E": "Echo",
    "F": "Foxtrot",
    "G": "Golf",
    "H": "Hotel",
    "I": "India",
    "J": "Juliett",
    "K": "Kilo",
    "L": "Lima",
    "M": "Mike",
    "N": "November",
    "O": "Oscar",
    "P": "Papa",
    "Q": "Quebec",
    "R": "Romeo",
    "S": "Sierra",
    "T": "Tango",
    "U": "Uniform",
    "V": "Victor",
    "W": "Whiskey",
    "X": "X-ray",
    "Y": "Yankee",
    "Z": "Zulu",
}
"""The spelling alphabet of the International Civil Aviation Organization (Annex 10, volume II, 5.2.1.3), the same in every language."""


@dataclass(frozen=True, kw_only=True)
class FactRow:
    """A fact as people read it: name and value with its unit."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class FactGroup:
    """Facts of one group; `key` is the group's name as the collectors give it, by which it gets its icon."""

    key: str
    name: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many collectors have answered."""

    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class ComputerView:
    """What is known of this computer. `diagnostics` is None before the first check; `checking` is set while one runs."""

    computer: str = ""
    address: str = ""
    diagnostics: Diagnostics | None = None
    checking: Progress | None = None

    @property
    def checked(self) -> datetime | None:
        """When the last check was."""
        return self.diagnostics.collected if self.diagnostics else None

    @property
    def not_collected(self) -> tuple[NotCollected, ...]:
        """What the last check could not tell."""
        return self.diagnostics.not_collected if self.diagnostics else ()

    @property
    def facts(self) -> int:
        """How many facts the last check found."""
        return len(self.diagnostics.facts) if self.diagnostics else 0


def fact_groups(
    diagnostics: Diagnostics | None, *, name: Callable[[str], str], value: Callable[[Fact], str], query: str = ""
) -> tuple[FactGroup, ...]:
    """The facts in the order in which they came, grouped; `name` and `value` put them into the person's language.

    A query keeps the facts in which every typed word stands somewhere, in the name of the group too.
    """
    words = query.casefold().split()
    groups: dict[str, list[FactRow]] = {}
    for fact in diagnostics.facts if diagnostics else ():
        row = FactRow(name=name(fact.name), value=value(fact))
        text = f"{name(fact.group)} {row.name} {row.value}".casefold()
        if all(word in text for word in words):
            groups.setdefault(fact.group, []).append(row)
    return tuple(FactGroup(key=key, name=name(key), rows=tuple(rows)) for key, rows in groups.items())


def as_text(groups: tuple[FactGroup, ...]) -> str:
    """The groups as text to paste: the group's name, then one fact a line."""
    return "\n\n".join("\n".join((group.name, *(f"  {row.name}: {row.value}" for row in group.rows))) for group in groups)


def spelled(text: str, digits: tuple[str, ...]) -> str:
    """The text as it is read out: letters by the ICAO alphabet, digits one by one by the ten words of `digits`.

    Parts between full stops or colons are parted by a comma, others by a dash: "LT-FIN-02" becomes "Lima Tango – Foxtrot India
    November – zero two", "10.4" becomes "one zero, four".
    """
    spoken = ""
    for part in re.findall(r"[^\W_]+|[\W_]+", text):
        if not part[0].isalnum():
            spoken += (", " if set(part) <= {".", ":"} else " – ") if spoken else ""
        else:
            spoken += " ".join(_said(letter, digits) for letter in part)
    return spoken.strip(" ,–")


def _said(letter: str, digits: tuple[str, ...]) -> str:
    if letter.isascii() and letter.isdigit():
        return digits[int(letter)]
    return ICAO.get(letter.upper(), letter)
