"""Writes `docs/diagnostics.md` from the catalogue: everything that a report may say about a computer."""

from collections.abc import Iterator
from pathlib import Path

from contract.diagnostics import Hidden
from desktop_client.diagnostics.catalogue import COLLECTORS
from desktop_client.diagnostics.facts import Collector, FactKind, System
from desktop_client.diagnostics.redaction.rules import RULES

PAGE = Path(__file__).parent.parent / "docs" / "diagnostics.md"

_SYSTEMS = {System.LINUX: "Linux", System.WINDOWS: "Windows", System.MACOS: "macOS"}
_TYPES = {str: "text", float: "number", bool: "yes or no"}

_HEAD = """\
# Computer details

What Sigap looks at on a computer, and what of it a report may say. This page is rendered from
`desktop_client/diagnostics/catalogue.py` (`python3 dev.py docs`); a fact that is not listed here does not leave, because the list is the
allowlist.

Nothing is collected before a person asks for it: by *Report a problem*, by *This computer*, or by `sigap diagnose`, which sends nothing.
Before sending, *Review* shows each detail as it would leave, and any of them can be left out.

The parts run side by side. One that gives no answer within its limit, fails, or isn't there becomes one line that says so; the rest is
kept. Windows and macOS are written from their documented forms so far; a part says what it can't tell there.
"""

_NEVER = """\
## Never collected

Command lines and environments of programs, titles of windows, documents' titles in a print queue, names and keys of Wi-Fi networks,
hardware addresses, serial numbers, the clipboard, the browser's history, recent files, and the contents of any file.
"""

_HIDDEN = """\
## Hidden before anybody sees it

Between collecting and showing, every text is searched for secrets. What is found is replaced by a mark that says its kind, such as
`[hidden: password]`; what can't be searched is left out, and said so. First come the rules below, then what is known by value on this
computer, in capitals, percent-encoded, in base64 and cut off too: the device token, passwords of proxies, secrets in the environment, and
the names of the person and the computer.
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *(part for collector in COLLECTORS for part in _collector(collector)), _NEVER, _HIDDEN, *_rules(), ""))


def _collector(collector: Collector) -> Iterator[str]:
    systems = ", ".join(_SYSTEMS[system] for system in collector.systems)
    yield f"## {collector.name}\n"
    yield f"{collector.explanation}\n"
    yield f"Group *{collector.group.value}* · {systems} · at most {collector.limit_s:g} s\n"
    yield "| detail | kind | what it is |\n| --- | --- | --- |"
    yield from (_row(kind) for kind in collector.kinds)
    yield ""


def _row(kind: FactKind) -> str:
    type_and_unit = f"{_TYPES[kind.value]}, {kind.unit}" if kind.unit else _TYPES[kind.value]
    return f"| {kind.name} | {type_and_unit} | {kind.explanation} |".replace("\n", " ")


def _rules() -> Iterator[str]:
    yield "| kind | found by |\n| --- | --- |"
    for hidden in Hidden:
        names = [rule.name for rule in RULES if rule.kind is hidden]
        names += {Hidden.CARD_NUMBER: ["payment cards, by their check digit"], Hidden.ID_NUMBER: ["NIK, by its parts"]}.get(hidden, [])
        names += {Hidden.COMPUTER_NAME: ["known by value"], Hidden.TEXT: ["a line of the log that could not be searched"]}.get(hidden, [])
        yield f"| `{hidden.value}` | {'; '.join(names)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
