"""What a company can set: each row once, with its default, its bounds and its explanation. Read from DIR/settings.toml."""

import dataclasses
import difflib
import ipaddress
import json
import re
import textwrap
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from contract.about import CATEGORIES, MATRIX, Category, Limits
from contract.tickets import Impact

FILE_NAME = "settings.toml"
DAY_BYTES = 5_000_000_000

TYPE_NAMES: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a table",
}


class SettingsError(Exception):
    """A row of the file is wrong; the text is one sentence that names the row, for the administrator."""


Check = Callable[[object, str], object]
"""Takes what the file says and the row's name; answers the value to use, or raises `SettingsError`."""


def wrong(row: str, needs: str, found: object) -> SettingsError:
    """The one form of the sentence. What was found is cut short, so that a pasted secret or a whole table doesn't fill the screen."""
    shown = textwrap.shorten(repr(found) if isinstance(found, str) else TYPE_NAMES.get(type(found), str(found)), 60, placeholder=" …")
    if isinstance(found, int) and not isinstance(found, bool):
        shown = str(found)
    return SettingsError(f'{FILE_NAME}, row "{row}": needs {needs}, not {shown}.')


def text(most: int, *, empty: bool = True) -> Check:
    """Text of one line."""

    def check(found: object, row: str) -> str:
        if not isinstance(found, str) or len(found) > most or not found.isprintable() or not (empty or found.strip()):
            raise wrong(row, f"one line of text with at most {most} letters" + ("" if empty else ", and not an empty one"), found)
        return found.strip()

    return check


def number(least: int, most: int) -> Check:
    """A whole number within bounds."""

    def check(found: object, row: str) -> int:
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            raise wrong(row, f"a whole number from {least} to {most}", found)
        return found

    return check


def texts(each: Callable[[str], str], needs: str) -> Check:
    """A list of texts, each of which `each` can read (it raises ValueError for others)."""

    def check(found: object, row: str) -> tuple[str, ...]:
        if not isinstance(found, list):
            raise wrong(row, f"a list of {needs}", found)
        read = []
        for one in found:
            try:
                read.append(each(one if isinstance(one, str) else ""))
            except ValueError:
                raise wrong(row, f"a list of {needs}", one) from None
        return tuple(dict.fromkeys(read))

    return check


def host(typed: str) -> str:
    """`name:port` as the client's reachability test takes it."""
    if not (match := re.fullmatch(r"([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})", typed)) or not 0 < int(match[2]) < 2**16:
        raise ValueError(typed)
    return typed


def network(typed: str) -> str:
    """An address or a network in CIDR notation, in its one spelling."""
    found = ipaddress.ip_network(typed)
    return str(found.network_address if found.num_addresses == 1 else found)


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
        key, name = one.get("key"), one.get("name")
        if not isinstance(key, str) or not re.fullmatch("[a-z0-9-]{1,40}", key) or key in read:
            raise wrong(f"{here}.key", "small letters, digits and hyphens that no other topic has", key)
        if not isinstance(name, dict) or "en" not in name:
            raise wrong(f"{here}.name", 'a table of names by language with at least "en"', name)
        read[key] = Category(key=key, name={code: str(text(100, empty=False)(said, f"{here}.name.{code}")) for code, said in name.items()})
    return tuple(read.values())


def known(found: dict[str, object], rows: tuple[str, ...], before: str = "") -> None:
    """Refuses a row that doesn't exist: a typing mistake must not quietly leave a default in place."""
    for key in found:
        if key not in rows:
            near = difflib.get_close_matches(key, rows, 1)
            raise SettingsError(f'{FILE_NAME}: there is no row "{before}{key}"' + (f'; did you mean "{before}{near[0]}"?' if near else "."))


@dataclass(frozen=True)
class Row:
    """How a row is explained and checked."""

    explanation: str
    check: Check


Value = TypeVar("Value")


def row(default: Value, explanation: str, check: Check) -> Value:
    """A field of `Settings` with everything that is known about it."""
    factory = MATRIX.copy if isinstance(default, dict) else (lambda: default)
    return dataclasses.field(default_factory=factory, metadata={"row": Row(explanation, check)})  # type: ignore[return-value]


@dataclass(frozen=True)
class Settings:
    """The rows, as they are in force."""

    company: str = row("Your company", "The company's name, as employees read it.", text(100, empty=False))
    help_desk: str = row("", 'What the help desk is called, such as "IT Service Desk"; empty: the client says "the help desk".', text(100))
    telephone: str = row("", "The help desk's telephone, shown where something is urgent; empty: none is shown.", text(60))
    hosts: tuple[str, ...] = row(
        (),
        'What a report tests besides this backend, each as "name:port", such as "mail.example.com:443".',
        texts(host, 'hosts, each as "name:port"'),
    )
    trusted_proxies: tuple[str, ...] = row(
        (),
        "Addresses or networks of proxies in front of this backend, such as 127.0.0.1 or 10.0.0.0/24. "
        "Forwarded client addresses are believed from these alone.",
        texts(network, "addresses or networks"),
    )
    reports_per_day: int = row(2_000, "Most reports and replies of one person within 24 hours.", number(1, 1_000_000))
    bytes_per_day: int = row(DAY_BYTES, "Most bytes that one person uploads within 24 hours.", number(1_000_000, 10**15))
    open_uploads: int = row(100, "Most uploads of one person that are begun and not yet part of a report.", number(1, 10_000))
    upload_expiry_h: int = row(72, "Hours after which an upload that no report took is removed.", number(1, 24 * 365))
    code_tries: int = row(10, "Most enrolment codes that one address may try within 15 minutes.", number(1, 10_000))
    limits: Limits = row(Limits(), "What one report or reply may hold. The client says so before it sends.", limits)  # noqa: RUF009 - makes a field
    matrix: dict[Impact, tuple[int, int, int, int]] = row(  # noqa: RUF009 - makes a field
        MATRIX,
        "Priority, 1 (very urgent) to 4 (can wait), by impact; each line for the urgencies stopped, hard, workaround and wait.",
        matrix,
    )
    categories: tuple[Category, ...] = row(
        CATEGORIES, 'Topics that a report can have, with their names by language; "en" is the fallback.', categories
    )

    @property
    def desk_name(self) -> str:
        """Who answers when a technician gives no name."""
        return self.help_desk or "Help desk"


ROWS: dict[str, Row] = {field.name: field.metadata["row"] for field in dataclasses.fields(Settings)}


def load(data: Path) -> Settings:
    """The settings of a data folder: defaults where the file, or a row of it, is absent. Raises `SettingsError`."""
    try:
        read = (data / FILE_NAME).read_bytes().decode()
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{data / FILE_NAME} is not UTF-8 text (byte {error.start}).") from None
    except OSError as error:
        raise SettingsError(f"{data / FILE_NAME} can't be read: {error.strerror}.") from None
    return parsed(read)


def parsed(toml: str) -> Settings:
    """The settings that a file's text says. Raises `SettingsError`."""
    try:
        found = tomllib.loads(toml.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{FILE_NAME} is not valid TOML: {error}") from None
    known(found, tuple(ROWS))
    return Settings(**{name: ROWS[name].check(value, name) for name, value in found.items()})  # type: ignore[arg-type]


def rendered(settings: Settings) -> str:
    """The whole file with every row explained: valid TOML that `parsed` reads back to the same settings."""
    first = f"# Settings of the Sigap backend, read when it starts from {FILE_NAME} in its data folder."
    parts = [f"{first}\n# Every row is here with the value in force; a row that is left out keeps its default."]
    for name, known_row in ROWS.items():
        value = getattr(settings, name)
        comment = "\n".join(f"# {line}" for line in textwrap.wrap(known_row.explanation, 100))
        parts.append(f"{comment}\n{TABLES[name](value) if name in TABLES else f'{name} = {toml_value(value)}'}")
    return "\n\n".join(parts) + "\n"


def toml_value(value: str | int | tuple[object, ...]) -> str:
    """A value as TOML spells it: its strings are JSON's, and its lists too."""
    return json.dumps(value, ensure_ascii=False)


def limits_table(value: Limits) -> str:
    """The table `[limits]`, each row with its explanation."""
    return "[limits]\n" + "\n".join(f"# {why}\n{key} = {getattr(value, key)}" for key, (why, _) in LIMIT_ROWS.items())


def matrix_table(value: dict[Impact, tuple[int, int, int, int]]) -> str:
    """The table `[matrix]`, widest impact first."""
    return "[matrix]\n" + "\n".join(f"{impact.value} = {list(value[impact])}" for impact in reversed(Impact))


def category_tables(value: tuple[Category, ...]) -> str:
    """One `[[categories]]` for each topic."""
    tables = []
    for category in value:
        names = ", ".join(f"{toml_value(code)} = {toml_value(name)}" for code, name in category.name.items())
        tables.append(f"[[categories]]\nkey = {toml_value(category.key)}\nname = {{ {names} }}")
    return "\n\n".join(tables)


TABLES: dict[str, Callable[..., str]] = {"limits": limits_table, "matrix": matrix_table, "categories": category_tables}


def as_json(settings: Settings) -> bytes:
    """The settings in force as one JSON object."""
    return msgspec.json.encode(settings)
