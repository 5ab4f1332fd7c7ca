"""A company's own remote tool, as the table `[remote_tool]` of its policy tells it, and what may stand in that table.

Nothing of it ever reaches a shell: a placeholder stands for text within one argument, or percent-encoded within an address.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from urllib.parse import urlsplit

import msgspec

from contract.assist import Ability

KEY = "[a-z0-9-]{1,40}"
"""How tools are called in policies and on the wire."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
IN_ARGUMENTS = frozenset({"ticket", "code", "code_file"})
IN_ADDRESSES = frozenset({"ticket", "code"})


class CompanyCode(StrEnum):
    """Where the code comes from."""

    NONE = "none"
    MADE = "made"
    """Sigap makes a new one for each session, gives it to the tool in a file, and to the technician."""
    EMPLOYEE = "employee"
    TECHNICIAN = "technician"


class SeenEnd(StrEnum):
    """How the tool's end is seen."""

    PROCESS = "process"
    """By the process that was started and everything below it."""
    PROCESS_NAME = "process-name"
    """By the name of a process that the started one hands over to."""
    ASKED = "asked"
    """Not at all: the employee says it."""


class CompanyTool(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One tool: a `program` (absolute path) with `arguments`, or an `address`. `code` is a regular expression for the whole code."""

    key: str
    name: str
    program: str = ""
    arguments: tuple[str, ...] = ()
    address: str = ""
    schemes: tuple[str, ...] = ()
    """Of the address, besides https."""
    can: tuple[Ability, ...] = (Ability.VIEW, Ability.CONTROL)
    code_from: CompanyCode = CompanyCode.NONE
    code: str = ""
    end: SeenEnd = SeenEnd.PROCESS
    process_name: str = ""
    download: str = ""


def company_tool(table: Mapping[str, object]) -> CompanyTool:
    """The tool that a table tells. ValueError says in an English sentence's end what is wrong with it."""
    tool = msgspec.convert(dict(table), CompanyTool)
    for wrong, why in _faults(tool):
        if wrong:
            raise ValueError(why)
    return tool


def _faults(tool: CompanyTool) -> list[tuple[bool, str]]:
    uses = {name for text in (*tool.arguments, tool.address) for name in PLACEHOLDER.findall(text)}
    pattern_fault = _pattern_fault(tool.code)
    return [
        (not re.fullmatch(KEY, tool.key), "its key must be small letters, digits and hyphens"),
        (not _is_shown(tool.name, 60), "its name must be 1 to 60 letters"),
        (bool(tool.program) == bool(tool.address), "it needs a program or an address, one of both"),
        (bool(tool.program) and not PurePath(tool.program).is_absolute(), "its program must be a whole path"),
        ("{" in tool.program or "}" in tool.program, "its program must be a path without placeholders"),
        (bool(tool.arguments) and not tool.program, "arguments need a program"),
        (any("\0" in text for text in (*tool.arguments, tool.program, tool.address)), "no text in it may hold a zero byte"),
        (any(_strays(text, IN_ARGUMENTS) for text in tool.arguments), "its arguments know {ticket}, {code} and {code_file} only"),
        (_strays(tool.address, IN_ADDRESSES), "its address knows {ticket} and {code} only"),
        (bool(tool.address) and not _is_address(tool), "its address must begin with https:// or with one of its schemes"),
        (bool(tool.address) and tool.end is SeenEnd.PROCESS, 'the end of an address can\'t be seen by a process: say end = "asked"'),
        ((tool.end is SeenEnd.PROCESS_NAME) != bool(tool.process_name), 'process_name and end = "process-name" belong together'),
        (bool(tool.process_name) and not _is_shown(tool.process_name, 60), "its process_name must be 1 to 60 letters"),
        (not tool.can, "it must be able to do something"),
        (bool(pattern_fault), pattern_fault),
        (tool.code_from in {CompanyCode.EMPLOYEE, CompanyCode.TECHNICIAN} and not tool.code, "its code needs a pattern"),
        (tool.code_from is CompanyCode.MADE and "code_file" not in uses, "a code that is made needs {code_file} in an argument"),
        (
            bool(uses & {"code", "code_file"}) and tool.code_from not in {CompanyCode.MADE, CompanyCode.TECHNICIAN},
            "only a code that is made or comes from the technician can be handed to the tool",
        ),
        # Every account of a computer may read the arguments of every process.
        (tool.code_from is CompanyCode.MADE and "code" in uses, "a code that is made is handed over as {code_file}"),
        (bool(tool.download) and not is_https(tool.download), "its download must be an https address"),
    ]


def is_https(address: str) -> bool:
    """Whether it is a whole https address without a name or password in it."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and address.isprintable() and " " not in address
    except ValueError:
        return False


def _is_shown(text: str, longest: int) -> bool:
    return bool(text.strip()) and text.isprintable() and len(text) <= longest


def _strays(text: str, known: frozenset[str]) -> bool:
    """Whether there is a placeholder that isn't known, or a lone brace."""
    rest = PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest or not set(PLACEHOLDER.findall(text)) <= known


def _is_address(tool: CompanyTool) -> bool:
    scheme, colon, rest = tool.address.partition(":")
    if not colon or not rest or not tool.address.isprintable() or " " in tool.address:
        return False
    if not all(re.fullmatch("[a-z][a-z0-9+.-]{1,30}", name) for name in tool.schemes) or _DANGEROUS & set(tool.schemes):
        return False
    if scheme == "https":
        # Nothing that is filled in may choose the host.
        host = rest.removeprefix("//").partition("/")[0].partition("?")[0].partition("#")[0]
        return rest.startswith("//") and "{" not in host and is_https(PLACEHOLDER.sub("x", tool.address))
    return scheme in tool.schemes


_DANGEROUS = frozenset({"javascript", "data", "file", "vbscript", "http", "ftp", "smb", "search-ms", "ms-msdt"})


def _pattern_fault(pattern: str) -> str:
    try:
        re.compile(pattern, re.ASCII)
    except (re.error, RecursionError, OverflowError):
        return "its code is no regular expression"
    return "its code's pattern is too long" if len(pattern) > 200 else ""
