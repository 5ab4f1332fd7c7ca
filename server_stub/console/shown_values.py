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
SMALLEST, LARGEST = 0.001, 1e15
"""Between these a number is written out; others would be nothing but zeros, or more digits than anybody reads."""
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


def measured(value: str | float | bool, unit: str, language: str, gettext: Words) -> str:  # noqa: FBT001 - a fact may be yes or no
    """A measured value with its unit."""
    if isinstance(value, bool):
        said = gettext("yes") if value else gettext("no")
    elif isinstance(value, str):
        said = one_line(value)
    elif value and not SMALLEST <= abs(value) < LARGEST:
        said = f"{value:.4g}"
    else:
        said = format_decimal(value, "#,##0.###", locale=language)
    return f"{said}{NARROW}{one_line(unit)}" if unit else said


def groups(facts: tuple[Fact, ...], language: str, gettext: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """Facts by group, each as its name and what was measured, in the order of the report."""
    found: dict[str, list[tuple[str, str]]] = {}
    for fact in facts:
        found.setdefault(fact.group, []).append((one_line(fact.name), measured(fact.value, fact.unit, language, gettext)))
    return [(one_line(name), rows) for name, rows in found.items()]


def why_missing(reason: str, gettext: Words) -> str:
    """Why a collector told nothing."""
    known = {
        "slow": gettext("no answer in time"),
        "failed": gettext("could not be measured"),
        "redaction": gettext("left out: private parts could not be hidden"),
    }
    return known.get(reason) or one_line(reason)


def what_became(tried: Tried, gettext: Words) -> str:
    """What became of something that a guide tried. An answer is what the person chose."""
    kind, _, detail = tried.result.partition(":")
    known = {
        "ok": gettext("OK"),
        "found": gettext("found: {what}"),
        "not_possible": gettext("not possible: {what}"),
        "helped": gettext("helped"),
        "no-help": gettext("didn't help"),
        "undone": gettext("put back"),
        "skipped": gettext("skipped"),
    }
    if tried.kind == "answer" or kind not in known:
        return one_line(tried.result)
    return known[kind].replace("{what}", one_line(detail))


def proof(evidence: tuple[Evidence, ...], language: str, gettext: Words) -> str:
    """The measured values behind it, on one line."""
    return ", ".join(f"{one_line(one.name)} {measured(one.value, one.unit, language, gettext)}" for one in evidence)
