"""A company's own tool, as the policy's table `[remote_tool]` tells it (`desktop_client/company_tool.py`).

What is filled in stays within its argument, or is percent-encoded in its address; no shell reads any of it.
"""

import contextlib
import os
import secrets
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from desktop_client.assist.codes import CodeForm, is_ticket_number
from desktop_client.assist.computer import Computer
from desktop_client.assist.launching import Opened
from desktop_client.assist.tool import CodeFrom, Installed, RunningTool, Tool
from desktop_client.company_tool import PLACEHOLDER, CompanyCode, CompanyTool, SeenEnd
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.system.programs.signatures import ANYBODY

_SOURCES = {
    CompanyCode.NONE: CodeFrom.NONE,
    CompanyCode.MADE: CodeFrom.TOOL,
    CompanyCode.EMPLOYEE: CodeFrom.EMPLOYEE,
    CompanyCode.TECHNICIAN: CodeFrom.TECHNICIAN,
}
MADE = CodeForm(("[0-9]{8}",))
"""What Sigap makes: VNC takes no more than eight characters (RFC 6143, section 7.2.2)."""


COMES_S = 15.0
"""What a program may take to come that another one was started for."""


class WithFile:
    """A running tool whose code lies in a file until it has ended."""

    def __init__(self, running: RunningTool, file: Path | None) -> None:
        self._running, self._file = running, file

    def ended(self) -> bool:
        """Whether it is over."""
        over = self._running.ended()
        if over:
            self._forget()
        return over

    def close(self) -> bool:
        """Ends it; the file goes in any case."""
        self._forget()
        return self._running.close()

    def _forget(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)


class UntilGone:
    """A tool whose end is the end of every process of one name: what was started only hands over to it."""

    def __init__(self, launched: RunningTool, runs: Callable[[], bool]) -> None:
        self._launched, self._runs = launched, runs
        self._seen = False
        self._begun = time.monotonic()

    def ended(self) -> bool:
        """Whether it was there, and is gone."""
        if self._runs():
            self._seen = True
            return False
        return self._seen or (self._launched.ended() and time.monotonic() - self._begun > COMES_S)

    def close(self) -> bool:
        """Ends what was started here; False when the tool is still there, since it isn't ours then."""
        return self._launched.close() and not self._runs()


class MadeCode:
    """The code of the latest start."""

    code = ""

    def new(self) -> str:
        """Another one, of eight digits."""
        self.code = f"{secrets.randbelow(10**8):08}"
        return self.code


@dataclass(frozen=True, kw_only=True)
class Generic:
    """A provider (`assist/tool.py`)."""

    told: CompanyTool
    computer: Computer = field(default_factory=Computer)
    made: MadeCode = field(default_factory=MadeCode)

    @property
    def key(self) -> str:
        """Its name in the policy and on the wire."""
        return self.told.key

    def tool(self) -> Tool:
        """What consent says about it."""
        missing: Reason | None = None
        try:
            self.find()
        except RefusedError as error:
            missing = error.reason
        return Tool(
            key=self.told.key,
            name=self.told.name,
            can=self.told.can,
            code_from=_SOURCES[self.told.code_from],
            closes=missing is None and self._can_close(),
            where="tool-window",
            limits=("company-tool", *(() if self._can_watch() else ("cannot-watch",)), *self.computer.limits()),
            download=self.told.download,
            missing=missing,
        )

    def is_here(self) -> bool:
        """Whether there is something to start."""
        return not self.told.program or self.computer.place((self.told.program,)) is not None

    def find(self) -> Installed:
        """Its program, after a look at who may change it, or its address. RefusedError: TOOL_MISSING, TOOL_NOT_TRUSTED."""
        if not self.told.program:
            return Installed(address=self.told.address)
        program = self.computer.place((self.told.program,))
        if program is None:
            raise refused(Cause.TOOL_MISSING, tool=self.told.name)
        if not self.computer.trusts(program, ANYBODY, named=True):
            raise refused(Cause.TOOL_NOT_TRUSTED, tool=self.told.name)
        return Installed(program=program)

    def start(self, installed: Installed, *, ticket: str, code: str) -> RunningTool:
        """Starts it with everything filled in. RefusedError: TOOL_DID_NOT_START, and TOOL_CODE_WRONG before anything was started."""
        values = {"ticket": ticket, "code": self.clean_code(code) if code else ""}
        if self._uses("ticket") and not is_ticket_number(ticket):
            raise refused(Cause.TOOL_DID_NOT_START, tool=self.told.name)
        if self.told.code_from is CompanyCode.TECHNICIAN and not code:
            raise refused(Cause.TOOL_CODE_WRONG, tool=self.told.name)
        if self.told.code_from is CompanyCode.MADE:
            values["code"] = self.made.new()
        if installed.program is None:
            if not self.computer.open(_filled(self.told.address, {name: quote(value, safe="") for name, value in values.items()})):
                raise refused(Cause.TOOL_DID_NOT_START, tool=self.told.name)
            return UntilGone(Opened(), self._runs) if self.told.end is SeenEnd.PROCESS_NAME else Opened()
        return self._start(installed.program, values)

    def read_code(self, installed: Installed, stop: Callable[[], bool]) -> str:
        """The code that was made for the latest start. RefusedError: TOOL_TELLS_NO_CODE."""
        del installed, stop
        code = self.made.code
        if self.told.code_from is not CompanyCode.MADE or not code:
            raise refused(Cause.TOOL_TELLS_NO_CODE, tool=self.told.name)
        return code

    def clean_code(self, typed: str) -> str:
        """The code in the policy's form. RefusedError: TOOL_CODE_WRONG."""
        form = MADE if self.told.code_from is CompanyCode.MADE else CodeForm((self.told.code,) if self.told.code else ())
        code = form.clean(typed)
        if code is None:
            raise refused(Cause.TOOL_CODE_WRONG, tool=self.told.name)
        return code

    def _start(self, program: Path, values: dict[str, str]) -> RunningTool:
        file = _code_file(values["code"]) if self._uses("code_file") else None
        try:
            arguments = tuple(_filled(text, {**values, "code_file": str(file or "")}) for text in self.told.arguments)
            launched = self.computer.start(program, arguments, self.told.name, ran_before=self.told.end is SeenEnd.ASKED)
        except RefusedError:
            if file is not None:
                file.unlink(missing_ok=True)
            raise
        running: RunningTool = UntilGone(launched, self._runs) if self.told.end is SeenEnd.PROCESS_NAME else launched
        return WithFile(running, file)

    def _uses(self, name: str) -> bool:
        return any(name in PLACEHOLDER.findall(text) for text in (*self.told.arguments, self.told.address))

    def _can_watch(self) -> bool:
        return self.told.end is not SeenEnd.ASKED

    def _can_close(self) -> bool:
        return bool(self.told.program) and self.told.end is SeenEnd.PROCESS

    def _runs(self) -> bool:
        """Whether a process with the policy's name runs that Sigap did not start."""
        name = self.told.process_name.lower()
        return bool(name) and self.computer.runs(lambda one: one.lower() in {name, name[:15]})


def _filled(text: str, values: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda found: values[found.group(1)], text)


def _code_file(code: str) -> Path:
    """A file that holds the code, for this account alone."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    number, name = tempfile.mkstemp(prefix="sigap-code-", dir=runtime if Path(runtime).is_dir() and runtime else None)
    with os.fdopen(number, "w", encoding="ascii") as file:
        file.write(f"{code}\n")
    return Path(name)
