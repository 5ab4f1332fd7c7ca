"""Numbers, sizes, facts and names, as a person reads them."""

from collections.abc import Callable

from babel.numbers import format_decimal

from contract.diagnostics import Fact
from contract.guides import Evidence, Tried
from server_stub.console.links import BIDI
from server_stub.console.shown_text import seen

Words = Callable[[str], str]
"""gettext in the reader's language."""

UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))
NAME_LETTERS = 120
NARROW = "\N{NARROW NO-BREAK SPACE}"


def size(count: int, language: str) -> str:
    """A number of bytes, such as 1.4 MB."""
    for step, unit in UNITS:
        if count >= step:
            number = count / step
            return f"{format_decimal(number, '0.0' if number < 10 else '0', locale=language)}\N{NO-BREAK SPACE}{unit}"
    return f"{count}\N{NO-BREAK SPACE}B"


def one_line(text: str) -> str:
    """A name of somebody else's choosing, on one line, in which nothing turns the direction: `exe.gpj` must not look like a picture."""
    kept = "".join("\N{REPLACEMENT CHARACTER}" if letter in BIDI else letter for letter in seen(text))
    return " ".join(kept.split()) or "\N{REPLACEMENT CHARACTER}"


def short(name: str) -> str:
    """A name that may be long, with its ending."""
    line = one_line(name)
    return line if len(line) <= NAME_LETTERS else f"{line[: NAME_LETTERS - 16]}…{line[-15:]}"


def first_name(person: str) -> str:
    """What somebody is called in a sentence."""
    return (one_line(person).split() or ["?"])[0]


def measured(value: str | float | bool, unit: str, language: str, words: Words) -> str:  # noqa: FBT001 - a fact may be yes or no
    """A measured value with its unit."""
    if isinstance(value, bool):
        said = words("yes") if value else words("no")
    elif isinstance(value, str):
        said = seen(value)
    else:
        said = format_decimal(value, "#,##0.###", locale=language)
    return f"{said}{NARROW}{unit}" if unit else said


def groups(facts: tuple[Fact, ...], language: str, words: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """Facts by group, each as its name and what was measured, in the order of the report."""
    found: dict[str, list[tuple[str, str]]] = {}
    for fact in facts:
        found.setdefault(fact.group, []).append((seen(fact.name), measured(fact.value, fact.unit, language, words)))
    return [(seen(name), rows) for name, rows in found.items()]


def why_missing(reason: str, words: Words) -> str:
    """Why a collector told nothing."""
    known = {
        "slow": words("no answer in time"),
        "failed": words("could not be measured"),
        "redaction": words("left out: private parts could not be hidden"),
    }
    return known.get(reason, seen(reason))


def what_became(tried: Tried, words: Words) -> str:
    """What became of something that a guide tried. An answer is what the person chose."""
    kind, _, detail = tried.result.partition(":")
    known = {
        "ok": words("OK"),
        "found": words("found: {what}"),
        "not_possible": words("not possible: {what}"),
        "helped": words("helped"),
        "no-help": words("didn't help"),
        "undone": words("put back"),
        "skipped": words("skipped"),
    }
    if tried.kind == "answer" or kind not in known:
        return seen(tried.result)
    return known[kind].replace("{what}", seen(detail))


def proof(evidence: tuple[Evidence, ...], language: str, words: Words) -> str:
    """The measured values behind it, on one line."""
    return ", ".join(f"{one_line(one.name)} {measured(one.value, one.unit, language, words)}" for one in evidence)
