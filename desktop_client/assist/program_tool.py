"""A remote tool that is a program on this computer: found, held against its maker, started below a warden, asked for its id."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from contract.assist import Ability
from desktop_client.assist.codes import CodeForm
from desktop_client.assist.computer import Computer, names_of
from desktop_client.assist.tool import CodeFrom, Installed, RunningTool, Tool
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.system.commands import Outcome
from desktop_client.system.programs.signatures import Maker

ANSWER_S = 3.0
"""What the tool gets to tell its id, each time that it is asked."""
PAUSE_S = 0.5


@dataclass(frozen=True, kw_only=True)
class ProgramTool:
    """A provider (`assist/tool.py`). `places` are whole paths for each system, the likeliest first; `program` is the policy's instead.

    `id_words`: the arguments by which the program tells its id. `wait_s`: how long it may need until it has one.
    """

    key: str
    name: str
    can: tuple[Ability, ...]
    code_from: CodeFrom
    where: str
    form: CodeForm
    places: Mapping[str, tuple[str, ...]]
    maker: Maker
    computer: Computer = field(default_factory=Computer)
    id_words: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    download: str = ""
    program: str = ""
    wait_s: float = 30.0

    def tool(self) -> Tool:
        """What consent says about it."""
        missing: Reason | None = None
        try:
            self.find()
        except RefusedError as error:
            missing = error.reason
        return Tool(
            key=self.key,
            name=self.name,
            can=self.can,
            code_from=self.code_from,
            closes=missing is None and not self._runs_already(),
            where=self.where,
            limits=(*self.limits, *self.computer.limits()),
            download=self.download,
            missing=missing,
        )

    def is_here(self) -> bool:
        """Whether a program lies where the tool is installed to; whose it is isn't looked at."""
        return self._place() is not None

    def find(self) -> Installed:
        """Where it is. RefusedError: TOOL_MISSING, TOOL_NOT_TRUSTED."""
        program = self._place()
        if program is None:
            raise refused(Cause.TOOL_MISSING, tool=self.name)
        if not self.computer.trusts(program, self.maker, named=bool(self.program)):
            raise refused(Cause.TOOL_NOT_TRUSTED, tool=self.name)
        return Installed(program=program)

    def start(self, installed: Installed, *, ticket: str, code: str) -> RunningTool:
        """Starts it without arguments: it shows its own window. RefusedError: TOOL_DID_NOT_START."""
        del ticket, code
        if installed.program is None:
            raise refused(Cause.TOOL_MISSING, tool=self.name)
        return self.computer.start(installed.program, (), self.name, ran_before=self._runs_already())

    def read_code(self, installed: Installed, stop: Callable[[], bool]) -> str:
        """The id, asked for until the tool has one. RefusedError: TOOL_TELLS_NO_CODE."""
        until = time.monotonic() + self.wait_s
        while self.id_words and installed.program is not None and not stop() and time.monotonic() < until:
            told = self.computer.run((str(installed.program), *self.id_words), ANSWER_S)
            if told.outcome is Outcome.OK and told.exit == 0:
                for line in told.stdout.decode("utf-8", "replace").splitlines():
                    code = self.form.clean(line)
                    if code is not None:
                        return code
            time.sleep(PAUSE_S)
        raise refused(Cause.TOOL_TELLS_NO_CODE, tool=self.name)

    def clean_code(self, typed: str) -> str:
        """The code in the tool's own form. RefusedError: TOOL_CODE_WRONG."""
        code = self.form.clean(typed)
        if code is None:
            raise refused(Cause.TOOL_CODE_WRONG, tool=self.name)
        return code

    def _place(self) -> Path | None:
        if self.program:
            return self.computer.place((self.program,))
        return self.computer.place(self.places.get(self.computer.platform, ()))

    def _runs_already(self) -> bool:
        return self.computer.runs(names_of(self.key, self.computer.platform))
