"""The form in which checks and fixes have their words. The tables are in `network_checks.py`, `computer_checks.py` and the like."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CHECKS, FIXES = "Checks", "Fixes"
"""Under which Qt Linguist keeps the texts: QT_TRANSLATE_NOOP("Checks", "…")."""


@dataclass(frozen=True)
class VerdictWords:
    """What a person reads of one verdict. Braces name evidence: "{printer} doesn't answer."; `bare` is the title without it.

    `text` explains in one or two sentences; a sentence whose evidence is not there is left out.
    """

    title: str
    text: str = ""
    bare: str = ""


@dataclass(frozen=True)
class CheckWords:
    """A check's words. `name` heads a list ("Printer"), `checking` is a whole sentence ("Checking the printer…").

    `verdicts` by "ok", "ok:none", "found:dead": every code of `contract.guides.CHECKS` has one. Why something was not possible is said
    alike for all. `evidence` are labels by `Evidence.name` ("Lost"); what has no label is shown only under "Technical details".
    `values` says evidence that is a code in words, by the code ("media-empty": "paper is missing").
    """

    name: str
    checking: str
    verdicts: Mapping[str, VerdictWords]
    evidence: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FixWords:
    """A fix's words. `name` is what it does ("Renew the network address"); `doing` are sentences by `Doing.key`."""

    name: str
    doing: Mapping[str, str]
