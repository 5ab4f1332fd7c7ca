"""How a value of the settings file is checked, and the one form of the sentence for a wrong one."""

import difflib
import ipaddress
import re
import textwrap
from collections.abc import Callable

FILE_NAME = "settings.toml"

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


def names(found: object, row: str) -> dict[str, str]:
    """Names by language, English at least."""
    if not isinstance(found, dict) or "en" not in found:
        raise wrong(row, 'a table of names by language with at least "en"', found)
    return {code: str(text(100, empty=False)(said, f"{row}.{code}")) for code, said in found.items()}


def one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(typed: str) -> str:
        if typed not in choices:
            raise ValueError(typed)
        return typed

    return read


def word(choices: tuple[str, ...]) -> Check:
    """One of these words."""

    def check(found: object, row: str) -> str:
        if not isinstance(found, str) or found not in choices:
            raise wrong(row, " or ".join(f'"{choice}"' for choice in choices), found)
        return found

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


def known(found: dict[str, object], rows: tuple[str, ...], before: str = "") -> None:
    """Refuses a row that doesn't exist: a typing mistake must not quietly leave a default in place."""
    for key in found:
        if key not in rows:
            near = difflib.get_close_matches(key, rows, 1)
            raise SettingsError(f'{FILE_NAME}: there is no row "{before}{key}"' + (f'; did you mean "{before}{near[0]}"?' if near else "."))
