"""The printer that this person's programs take when none is chosen, as CUPS keeps it per person (lpoptions(1), "Default" lines)."""

import os
from collections.abc import Mapping
from pathlib import Path

from desktop_client.system.durable import replace_file

OWN = Path(".cups/lpoptions")
SYSTEM = Path("/etc/cups/lpoptions")
_MOST_BYTES = 100_000


def chosen_default(environment: Mapping[str, str] = os.environ, system: Path = SYSTEM) -> str:
    """The printer that the environment, the person or the computer's owner chose, in CUPS' order; "" when none did."""
    for name in ("LPDEST", "PRINTER"):
        value = environment.get(name, "").partition("/")[0]
        if value and (name, value) != ("PRINTER", "lp"):
            return value
    return default_in(_read(Path.home() / OWN)) or default_in(_read(system))


def own_default() -> str:
    """The printer that this person chose, with its instance ("Lantai3/bolak-balik"), "" for none."""
    return _default_in(_read(Path.home() / OWN))


def default_in(text: bytes) -> str:
    """The printer of the last "Default" line, without its instance."""
    return _default_in(text).partition("/")[0]


def _default_in(text: bytes) -> str:
    names = [words[1] for words in _lines(text) if words[0].lower() == "default"]
    return names[-1] if names else ""


def choose_default(printer: str) -> None:
    """Makes it this person's default; "" for none of their own. The options of all printers stay. Raises OSError."""
    # Where the file lies elsewhere, its link stays.
    file = (Path.home() / OWN).resolve()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        text = b""
    # What can't be read whole would be lost.
    replace_file(file, with_default(text, printer))


def with_default(text: bytes, printer: str) -> bytes:
    """The same options with another default. A "Default" line holds its printer's options too, so it becomes a "Dest" line."""
    lines = []
    options: list[str] = []
    for words in _lines(text):
        if words[1] == printer:
            options = words[2:]
        elif len(words) > 2:
            lines.append(" ".join(["Dest", *words[1:]]))
    if printer:
        lines.insert(0, " ".join(["Default", printer, *options]))
    elif options:
        lines.append(" ".join(["Dest", printer, *options]))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def _lines(text: bytes) -> list[list[str]]:
    lines = (line.split(" ") for line in text.decode("utf-8", "surrogateescape").splitlines())
    words = ([word for word in line if word] for line in lines)
    return [line for line in words if len(line) >= 2 and line[0].lower() in {"default", "dest"}]


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES)
    except OSError:
        return b""
