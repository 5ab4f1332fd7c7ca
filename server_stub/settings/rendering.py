"""The settings file as text, every row explained: valid TOML that reads back to the same settings."""

import json
import textwrap
from collections.abc import Callable
from typing import Any

import msgspec

from contract.about import Category, Limits, NetworkDns, Service
from contract.tickets import Impact
from server_stub.settings.checks import FILE_NAME
from server_stub.settings.report_checks import LIMIT_ROWS
from server_stub.settings.rows import ROWS, Settings


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


def service_lines(value: tuple[Service, ...]) -> str:
    """The list of services, one a line."""
    return inline_tables("services", [msgspec.to_builtins(one) for one in value])


def dns_lines(value: tuple[NetworkDns, ...]) -> str:
    """The list of networks, one a line."""
    return inline_tables("dns_servers", [msgspec.to_builtins(one) for one in value])


def inline_tables(name: str, value: list[dict[str, Any]]) -> str:
    """A list of tables, one a line."""
    return f"{name} = [" + "".join(f"\n    {inline(one)}," for one in value) + ("\n]" if value else "]")


def inline(value: Any) -> str:
    """A value as TOML spells it within a line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml_value(key)} = {inline(one)}" for key, one in value.items()) + " }"
    return toml_value(value)


def synonym_table(value: dict[str, str]) -> str:
    """The table `[synonyms]`."""
    return "\n".join(["[synonyms]", *(f"{toml_value(typed)} = {toml_value(meant)}" for typed, meant in value.items())])


TABLES: dict[str, Callable[..., str]] = {
    "limits": limits_table,
    "matrix": matrix_table,
    "categories": category_tables,
    "services": service_lines,
    "dns_servers": dns_lines,
    "synonyms": synonym_table,
}
