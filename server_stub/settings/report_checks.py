"""The rows about reports: what one may hold, its priority, and its topics."""

import re

from contract.about import MATRIX, Category, Limits
from contract.tickets import Impact
from server_stub.settings.checks import Check, known, names, number, wrong

LIMIT_ROWS: dict[str, tuple[str, Check]] = {
    "subject_letters": ("Most letters of a subject.", number(20, 500)),
    "text_letters": ("Most letters of a report's details, and of one reply.", number(500, 100_000)),
    "file_bytes": ("Largest single file or picture, in bytes.", number(100_000, 10_000_000_000)),
    "report_bytes": ("Largest sum of all files of one report or reply, in bytes.", number(100_000, 100_000_000_000)),
    "attachments": ("Most files and pictures in one report or reply.", number(0, 500)),
    "facts": ("Most diagnostic values in one report.", number(0, 10_000)),
}


def limits(found: object, row: str) -> Limits:
    """The table of what one report may hold; a row that is absent keeps its default."""
    if not isinstance(found, dict):
        raise wrong(row, "a table", found)
    known(found, tuple(LIMIT_ROWS), f"{row}.")
    return Limits(**{key: check(found[key], f"{row}.{key}") for key, (_, check) in LIMIT_ROWS.items() if key in found})  # type: ignore[arg-type]


def matrix(found: object, row: str) -> dict[Impact, tuple[int, int, int, int]]:
    """Priorities by impact; an impact that is absent keeps its default."""
    if not isinstance(found, dict):
        raise wrong(row, "a table", found)
    known(found, tuple(impact.value for impact in Impact), f"{row}.")
    read = MATRIX.copy()
    for key, line in found.items():
        if not (isinstance(line, list) and len(line) == 4 and all(type(value) is int and 1 <= value <= 4 for value in line)):
            raise wrong(f"{row}.{key}", "four priorities from 1 to 4, for stopped, hard, workaround and wait", line)
        read[Impact(key)] = (line[0], line[1], line[2], line[3])
    return read


def categories(found: object, row: str) -> tuple[Category, ...]:
    """Topics, each with a key of its own and at least an English name."""
    if not isinstance(found, list) or not 1 <= len(found) <= 100:
        raise wrong(row, "a list of 1 to 100 topics", found)
    read: dict[str, Category] = {}
    for place, one in enumerate(found, 1):
        here = f"{row}[{place}]"
        if not isinstance(one, dict):
            raise wrong(here, 'a table with "key" and "name"', one)
        known(one, ("key", "name"), f"{here}.")
        key = one.get("key")
        if not isinstance(key, str) or not re.fullmatch("[a-z0-9-]{1,40}", key) or key in read:
            raise wrong(f"{here}.key", "small letters, digits and hyphens that no other topic has", key)
        read[key] = Category(key=key, name=names(one.get("name"), f"{here}.name"))
    return tuple(read.values())
