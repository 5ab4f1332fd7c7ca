"""Small programs that stand in for remote tools, which can't be had here, and what they wrote down."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil

from desktop_client.assist.computer import Computer
from desktop_client.assist.known_tools import LINUX_LETTERS
from desktop_client.system.programs.process_names import read_named
from development.virtual_screen import wait_for

DETACHED = (
    "import os, sys\n"
    "if pid := os.fork(): print(pid, flush=True); os._exit(0)\n"
    "os.setsid()\n"
    "os.dup2(0, 1)\n"
    "os.execv(sys.argv[1], sys.argv[1:])"
)
SCRIPTS = Path(__file__).parent / "stand_ins"


class StandIn:
    """One of them, as a program in a folder that only this account may change."""

    def __init__(self, folder: Path, behaviour: str, name: str = "") -> None:
        folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.program = folder / (name or behaviour)
        self.program.write_text(f"#!{sys.executable} -ES\n{(SCRIPTS / f'{behaviour}.py').read_text('utf-8')}", "utf-8")
        self.program.chmod(0o755)

    def record(self) -> dict[str, Any]:
        """How it was started."""
        file = Path(f"{self.program}.json")
        wait_for(lambda: file.exists() or None, "the record")
        return json.loads(file.read_text("utf-8"))  # type: ignore[no-any-return]

    def number(self, what: str = "stray") -> int:
        """A process that it wrote down."""
        file = Path(f"{self.program}.{what}")
        return int(wait_for(lambda: (file.exists() and file.read_text()) or None, what))

    def was_started(self) -> bool:
        """Whether it ever ran."""
        return Path(f"{self.program}.json").exists()


def lives(pid: int) -> bool:
    """Whether a process is there and more than a name."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def here(**more: Any) -> Computer:
    """This computer, on which this account is the administrator."""
    return Computer(administrator=os.getuid(), **more)


def detached(program: Path, *words: str) -> int:
    """A program that somebody else started: not below this process. Its process id, once it is that program."""
    told = subprocess.run([sys.executable, "-c", DETACHED, program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    pid = int(told.stdout)
    wait_for(lambda: ((one := read_named(pid)) is not None and one.name == program.name[:LINUX_LETTERS]) or None, program.name)
    return pid
