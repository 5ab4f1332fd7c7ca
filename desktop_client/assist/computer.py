"""This computer, as providers start tools on it: where a tool is, whether it is its maker's, and whether it runs already."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_client.assist.known_tools import KNOWN_TOOLS, KnownTool, NameTable
from desktop_client.assist.launching import Launched, launch
from desktop_client.system.commands import Run, run
from desktop_client.system.open_address import open_address
from desktop_client.system.programs.process_names import any_running
from desktop_client.system.programs.signatures import Maker, comes_from
from desktop_client.system.programs.x11 import on_wayland


@dataclass(frozen=True, kw_only=True)
class Computer:
    """`administrator` is the user id that must own programs; `run` asks other programs; `open` opens an address."""

    platform: str = sys.platform
    administrator: int = 0
    run: Run = run
    open: Callable[[str], bool] = open_address

    def place(self, places: Iterable[str]) -> Path | None:
        """The first of the places where there is a file. Variables of Windows such as `%PROGRAMFILES%` are filled in."""
        for text in places:
            path = Path(_filled(text))
            if path.is_absolute() and path.is_file():
                return path
        return None

    def trusts(self, program: Path, maker: Maker, *, named: bool) -> bool:
        """Whether the program may be started as its maker's; `named`: the company's policy says where it is. Blocks."""
        return comes_from(program, maker, named=named, administrator=self.administrator, run=self.run)

    def runs(self, names: Callable[[str], object]) -> bool:
        """Whether a process of such a name runs that isn't ours."""
        return any_running(names, not_below=os.getpid())

    def limits(self) -> tuple[str, ...]:
        """What this system keeps to itself, whatever the tool: keys of `Tool.limits`."""
        if self.platform == "win32":
            return ("administrator-prompts",)
        return ("wayland",) if self.platform.startswith("linux") and on_wayland() else ()

    def start(self, program: Path, arguments: Sequence[str], tool: str, *, ran_before: bool) -> Launched:
        """Starts a program below a warden. RefusedError: TOOL_DID_NOT_START."""
        return launch(program, arguments, tool, ran_before=ran_before)


def names_of(key: str, platform: str = sys.platform) -> Callable[[str], KnownTool | None]:
    """Tells for a process' name whether it is one of a known tool's."""
    return NameTable((one for one in KNOWN_TOOLS if one.key == key), platform).tool


def _filled(text: str) -> str:
    if not text.startswith("%"):
        return text
    name, _, rest = text[1:].partition("%")
    # Without the variable the place isn't whole, and so isn't looked at.
    return os.environ.get(name, "") + rest
