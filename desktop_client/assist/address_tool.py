"""A remote tool behind an address: a page in the browser, or an app of the system's. Sigap can neither watch nor close it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from contract.assist import Ability
from desktop_client.assist.codes import CodeForm
from desktop_client.assist.computer import Computer
from desktop_client.assist.launching import Opened
from desktop_client.assist.tool import CodeFrom, Installed, RunningTool, Tool
from desktop_client.reasons import Cause, Reason, refused


@dataclass(frozen=True, kw_only=True)
class AddressTool:
    """A provider (`assist/tool.py`). `systems` are those that have it; empty for all."""

    key: str
    name: str
    can: tuple[Ability, ...]
    code_from: CodeFrom
    where: str
    form: CodeForm
    address: str
    systems: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    computer: Computer = field(default_factory=Computer)
    download: str = ""

    def tool(self) -> Tool:
        """What consent says about it."""
        return Tool(
            key=self.key,
            name=self.name,
            can=self.can,
            code_from=self.code_from,
            closes=False,
            where=self.where,
            limits=("cannot-watch", *self.limits),
            download=self.download,
            missing=None if self.is_here() else Reason(Cause.TOOL_MISSING, {"tool": self.name}),
        )

    def is_here(self) -> bool:
        """Whether this system has it."""
        return not self.systems or self.computer.platform in self.systems

    def find(self) -> Installed:
        """Its address. RefusedError: TOOL_MISSING."""
        if not self.is_here():
            raise refused(Cause.TOOL_MISSING, tool=self.name)
        return Installed(address=self.address)

    def start(self, installed: Installed, *, ticket: str, code: str) -> RunningTool:
        """Opens it. RefusedError: TOOL_DID_NOT_START, TOOL_CODE_WRONG."""
        del ticket
        if code:
            self.clean_code(code)
        if not self.computer.open(installed.address):
            raise refused(Cause.TOOL_DID_NOT_START, tool=self.name)
        return Opened()

    def read_code(self, installed: Installed, stop: Callable[[], bool]) -> str:
        """It tells none. RefusedError: TOOL_TELLS_NO_CODE."""
        del installed, stop
        raise refused(Cause.TOOL_TELLS_NO_CODE, tool=self.name)

    def clean_code(self, typed: str) -> str:
        """The code in the tool's own form. RefusedError: TOOL_CODE_WRONG."""
        code = self.form.clean(typed)
        if code is None:
            raise refused(Cause.TOOL_CODE_WRONG, tool=self.name)
        return code
