"""The scam shield: a known remote tool that starts without a session is told to the person.

By the names of new processes only, every four seconds, on this computer; nothing of it leaves it. What ran before Sigap (services) is no
cause for alarm, nor what such a one starts, nor what belongs to another account, to a session, or to the tools that always run.
"""

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_client.assist.known_tools import KnownTool, NameTable
from desktop_client.system.programs.process_names import PROC, Named, NewProcesses, is_below, read_named

if TYPE_CHECKING:
    import psutil

log = logging.getLogger(__name__)

LOOK_S = 4.0
ASK_S, END_S = 2.0, 3.0
"""What a tool gets to end when it is asked to; and then when it is made to."""


@dataclass(frozen=True, kw_only=True)
class FoundTool:
    """A known tool that nobody asked for: the processes that are new, each with its start."""

    key: str
    name: str
    pids: tuple[int, ...]
    started: tuple[float, ...] = ()


class RemoteToolWatch:
    """`run` belongs in a thread of its own. `on_found` is called there, once for each start of a tool.

    `always_allowed` are keys of tools or names of processes. `expected` gives those that belong to a session now
    (`catalogue.expected_names`); what was started below this process is always expected. `wanted` says whether the person and the company
    want to be warned.
    """

    def __init__(
        self,
        known: Iterable[KnownTool],
        always_allowed: Iterable[str],
        on_found: Callable[[FoundTool], object],
        expected: Callable[[], frozenset[str]],
        *,
        wanted: Callable[[], bool] = lambda: True,
        proc: str = PROC,
    ) -> None:
        self._names = NameTable(known)
        self._always = frozenset(one.lower() for one in always_allowed)
        self._on_found, self._expected, self._wanted = on_found, expected, wanted
        self._proc = proc
        self._new: NewProcesses | None = None
        self._accounted: dict[int, str] = {}
        self._closed = threading.Event()

    def run(self) -> None:
        """Looks until `close`."""
        while not self._closed.wait(0.0 if self._new is None and self._wanted() else LOOK_S):
            try:
                self.look()
            except Exception:
                # A shield that ends because of one odd process would be none.
                log.exception("Looking for remote tools failed")

    def close(self) -> None:
        """Ends `run` soon."""
        self._closed.set()

    def look(self) -> None:
        """One look. The first one only takes note of what is there, and so does the first after the shield was off."""
        if not self._wanted():
            self._new = None
            return
        first = self._new is None
        if self._new is None:
            self._new = NewProcesses(self._names.tool, self._proc)
            self._accounted = {}
        fresh = self._new.look()
        if not fresh:
            return
        alive = self._new.alive(set(self._accounted))
        self._accounted = {pid: key for pid, key in self._accounted.items() if pid in alive}
        # Parents before their children, so that a whole start is one.
        alarming: dict[str, list[Named]] = {}
        for process in sorted(fresh, key=lambda one: (one.started, one.pid)):
            tool = self._names.tool(process.name)
            if tool is None:
                continue
            quiet = first or self._is_quiet(process, tool, alarming.get(tool.key, []))
            self._accounted[process.pid] = tool.key
            if not quiet:
                alarming.setdefault(tool.key, []).append(process)
        for key, processes in alarming.items():
            self._tell(key, processes)

    def _is_quiet(self, process: Named, tool: KnownTool, alarming: list[Named]) -> bool:
        if {tool.key, process.name.lower()} & (self._always | self._expected()):
            return True
        if sys.platform != "win32" and process.user not in {os.getuid(), 0}:
            return True
        if process.parent not in {one.pid for one in alarming} and self._accounted.get(process.parent) == tool.key:
            # One that is accounted for started it: a service its workers, or a tool that the person was told of.
            return True
        return is_below(process.pid, os.getpid(), self._proc)

    def _tell(self, key: str, processes: list[Named]) -> None:
        name = next((tool.name for one in processes if (tool := self._names.tool(one.name)) is not None), key)
        log.info("A remote tool has started without a session: %s", key)
        found = FoundTool(
            key=key,
            name=name,
            pids=tuple(one.pid for one in processes),
            started=tuple(one.started for one in processes),
        )
        self._on_found(found)


def close_found(found: FoundTool) -> bool:
    """Ends a tool that the person was warned of and wants to be rid of. Blocks for up to five seconds; False if something of it is left.

    Only the processes that were told, as long as they are still the same, with what they started; of another account, none.
    """
    import psutil  # noqa: PLC0415 - only when something must be ended

    left: set[psutil.Process] = set()
    for pid, started in zip(found.pids, found.started, strict=True):
        now = read_named(pid)
        if now is not None and now.started == started:
            with contextlib.suppress(psutil.Error):
                left.add(psutil.Process(pid))
    for ask, wait_s in ((psutil.Process.terminate, ASK_S), (psutil.Process.kill, END_S)):
        left = _with_children(left, hold=ask is psutil.Process.kill)
        for process in left:
            try:
                ask(process)
            except psutil.Error:
                log.info("A remote tool can't be ended from this account")
        left = set(psutil.wait_procs(list(left), wait_s)[1])
    return not any(_lives(process) for process in left)


def _with_children(processes: set["psutil.Process"], *, hold: bool) -> set["psutil.Process"]:
    """These, and what they started. `hold`: each is stopped before its children are looked for, so that it can't start another."""
    import psutil  # noqa: PLC0415 - only when something must be ended

    found: set[psutil.Process] = set()
    left = set(processes)
    while left:
        process = left.pop()
        found.add(process)
        with contextlib.suppress(psutil.Error):
            if hold:
                process.suspend()
            left |= set(process.children()) - found
    return found


def _lives(process: "psutil.Process") -> bool:
    """Whether it is more than a name that waits to be forgotten."""
    import psutil  # noqa: PLC0415 - only when something must be ended

    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
