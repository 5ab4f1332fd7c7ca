"""A company's remote tool as Sigap sees it: what it can do, where its code comes from, and how it is started, watched and closed."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from contract.assist import Ability
from desktop_client.reasons import Reason


class CodeFrom(StrEnum):
    """Where the code or id comes from that brings the two sides together."""

    NONE = "none"
    TOOL = "tool"
    """The tool on this computer tells it to Sigap."""
    EMPLOYEE = "employee"
    """The tool on this computer shows it, and the employee pastes it."""
    TECHNICIAN = "technician"
    """The technician's side makes it, and the employee types it into the tool."""


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """What consent has to say about a tool. `closes`: Sigap sees when it ends and can close it; where not, the employee confirms the end.

    `download` is where the company offers it, "" where nowhere. `missing` says why it can't be used on this computer now, None when it can.
    `limits` are keys of sentences about what Sigap can't limit in it, such as "administrator-prompts" (`sentences` has the words).
    """

    key: str
    name: str
    can: tuple[Ability, ...]
    code_from: CodeFrom
    closes: bool
    where: str = ""
    """Key of the sentence that says where the employee finds the code, such as "anydesk-address"."""
    limits: tuple[str, ...] = ()
    download: str = ""
    missing: Reason | None = None


class Installed(msgspec.Struct, frozen=True, kw_only=True):
    """Where a tool is on this computer: a program that was checked, or an address for the browser or another app."""

    program: Path | None = None
    address: str = ""


class RunningTool(Protocol):
    """A tool that was started. Everything may be called from any thread."""

    def ended(self) -> bool:
        """Whether it is over; always False where it can't be watched."""
        ...

    def close(self) -> bool:
        """Ends it and everything that it started, within a few seconds; False where Sigap can't."""
        ...


class Provider(Protocol):
    """One kind of tool. Functions block and run beside Qt's thread; `RefusedError` says what a person can do."""

    @property
    def key(self) -> str:
        """Its name in policies and on the wire, such as "anydesk"."""
        ...

    def tool(self) -> Tool:
        """What consent says about it, with `missing` as it is on this computer now."""
        ...

    def find(self) -> Installed:
        """Where it is, after its origin was checked. RefusedError: TOOL_MISSING, TOOL_NOT_TRUSTED."""
        ...

    def start(self, installed: Installed, *, ticket: str, code: str) -> RunningTool:
        """Starts it. `code` is "" unless the technician made one. RefusedError: TOOL_DID_NOT_START."""
        ...

    def read_code(self, installed: Installed, stop: Callable[[], bool]) -> str:
        """The id that the tool tells, waiting for it up to half a minute while `stop` says no. RefusedError: TOOL_TELLS_NO_CODE."""
        ...

    def clean_code(self, typed: str) -> str:
        """The code in the tool's own form. RefusedError: TOOL_CODE_WRONG for anything else; nothing was started then."""
        ...
