"""The only place that starts other programs to read from them: no shell, one limit, and nothing of them is left behind.

A child gets a closed stdin, a short environment of its own (secrets in ours stay with us) and English, UTF-8 answers. Its program is
looked for in the system's folders only, so that nothing in a person's PATH or the current folder can stand in for it.
"""

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

OUTPUT_BYTES = 1_000_000
"""More of stdout or stderr than this is cut off, and the program ended."""

_POLL_S = 0.02
_LAST_WORDS_S = 0.1
"""How long the pipes may stay open after the program has ended: a grandchild may hold them for ever."""

_KEPT = (
    *("HOME", "USER", "LOGNAME", "TZ", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"),
    *("PULSE_SERVER", "PULSE_COOKIE", "PULSE_RUNTIME_PATH", "PIPEWIRE_RUNTIME_DIR"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP", "COMSPEC", "PATHEXT", "PROGRAMDATA", "LOCALAPPDATA", "APPDATA", "USERPROFILE"),
)


class Outcome(StrEnum):
    """What became of a command. `OK` says only that it ran and ended by itself: look at its answer, then at its exit code."""

    OK = "ok"
    MISSING = "missing"
    TIMEOUT = "timeout"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class CommandResult:
    """What a command said. `exit` is None unless it ended by itself; `cut` says that it had more to say."""

    stdout: bytes
    stderr: bytes
    exit: int | None
    outcome: Outcome
    cut: bool = False


Run = Callable[[tuple[str, ...], float], CommandResult]
"""How a reading asks for a command: arguments, and seconds that it may take."""


def system_path() -> str:
    """The folders in which the system's own programs are."""
    if sys.platform == "win32":
        root = os.environ.get("SYSTEMROOT", r"C:\Windows")
        return rf"{root}\System32;{root}\System32\Wbem;{root}\System32\WindowsPowerShell\v1.0;{root}"
    return "/usr/bin:/bin:/usr/sbin:/sbin:/run/current-system/sw/bin"


def child_environment(path: str, ours: Mapping[str, str]) -> dict[str, str]:
    """What a child may know of our environment."""
    kept = {name: value for name, value in ours.items() if name.upper() in _KEPT}
    kept["PATH"] = path
    kept["LC_ALL"] = "C" if sys.platform == "darwin" else "C.UTF-8"
    if "LD_LIBRARY_PATH_ORIG" in ours:
        # A frozen program's own libraries must not be forced on the system's programs.
        kept["LD_LIBRARY_PATH"] = ours["LD_LIBRARY_PATH_ORIG"]
    return kept


class Commands:
    """The commands of one asker; `stop` ends all of them with everything that they started, and refuses new ones."""

    def __init__(self, path: str | None = None) -> None:
        self._path = path if path is not None else system_path()
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._stopped = False

    def run(self, argv: tuple[str, ...], limit_s: float = 1.0) -> CommandResult:
        """Run a command, at most `limit_s` seconds. Never raises for anything that the command does."""
        program = shutil.which(argv[0], path=self._path)
        if program is None:
            return CommandResult(b"", b"", None, Outcome.MISSING)
        deadline = time.monotonic() + limit_s
        with self._lock:
            if self._stopped:
                return CommandResult(b"", b"", None, Outcome.STOPPED)
            try:
                process = _start(program, argv[1:], child_environment(self._path, os.environ))
            except OSError as error:
                return CommandResult(b"", str(error).encode(), None, Outcome.FAILED)
            self._running.add(process)
        try:
            with process:
                listener = _listen_with_threads if sys.platform == "win32" else _listen
                stdout, stderr, ended = listener(process, deadline)
                # The group is ended before its leader is waited for: until then, its number can't belong to anybody else.
                kill_tree(process)
                process.wait()
        finally:
            with self._lock:
                self._running.discard(process)
        cut = len(stdout) > OUTPUT_BYTES or len(stderr) > OUTPUT_BYTES
        outcome = Outcome.STOPPED if self._stopped else Outcome.OK if ended or cut else Outcome.TIMEOUT
        code = process.returncode if ended and not self._stopped else None
        return CommandResult(bytes(stdout[:OUTPUT_BYTES]), bytes(stderr[:OUTPUT_BYTES]), code, outcome, cut)

    def stop(self) -> None:
        """End what still runs. Safe from any thread."""
        with self._lock:
            self._stopped = True
            for process in self._running:
                kill_tree(process)


def run(argv: tuple[str, ...], limit_s: float = 1.0) -> CommandResult:
    """Run one command on its own."""
    return Commands().run(argv, limit_s)


def _start(program: str, arguments: tuple[str, ...], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(
        [program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=Path(program).anchor,
        start_new_session=True,
        creationflags=flags,
    )


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether the program has ended; where the system can tell, without freeing its number."""
    if sys.platform == "linux":
        try:
            return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        except ChildProcessError:
            return True
    else:
        return process.poll() is not None


def _listen(process: subprocess.Popen[bytes], deadline: float) -> tuple[bytearray, bytearray, bool]:
    """Read until the program has ended, has said too much, or the time is over: both outputs, and whether it ended by itself."""
    texts = {"stdout": bytearray(), "stderr": bytearray()}
    with selectors.DefaultSelector() as pipes:
        for name in texts:
            pipe: IO[bytes] = getattr(process, name)
            os.set_blocking(pipe.fileno(), False)
            pipes.register(pipe.fileno(), selectors.EVENT_READ, name)
        silent_at: float | None = None
        while True:
            now = time.monotonic()
            if silent_at is None and _has_ended(process):
                silent_at = min(now + _LAST_WORDS_S, deadline)
            if (silent_at is not None and (not pipes.get_map() or now >= silent_at)) or any(len(t) > OUTPUT_BYTES for t in texts.values()):
                break
            if now >= deadline:
                break
            if not pipes.get_map():
                time.sleep(_POLL_S)
                continue
            for key, _ in pipes.select(min(_POLL_S, max(0.0, deadline - now))):
                with contextlib.suppress(BlockingIOError):
                    piece = os.read(key.fd, 65536)
                    texts[key.data] += piece
                    if not piece:
                        pipes.unregister(key.fd)
    return texts["stdout"], texts["stderr"], silent_at is not None


def _listen_with_threads(process: subprocess.Popen[bytes], deadline: float) -> tuple[bytearray, bytearray, bool]:
    """The same where pipes can't be waited for together (Windows). Written from the documented form, not run."""
    texts = (bytearray(), bytearray())

    def read(pipe: IO[bytes], text: bytearray) -> None:
        with contextlib.suppress(OSError, ValueError):
            while len(text) <= OUTPUT_BYTES and (piece := os.read(pipe.fileno(), 65536)):
                text += piece

    readers = []
    for pipe, text in zip((process.stdout, process.stderr), texts, strict=True):
        if pipe is not None:
            readers.append(threading.Thread(target=read, args=(pipe, text), name="command output", daemon=True))
            readers[-1].start()
    while time.monotonic() < deadline and process.poll() is None and all(len(text) <= OUTPUT_BYTES for text in texts):
        time.sleep(_POLL_S)
    ended = process.poll() is not None
    kill_tree(process)
    for reader in readers:
        reader.join(_LAST_WORDS_S)
    return *texts, ended


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a program with everything that it started; one that has ended already is no error."""
    if sys.platform == "win32":
        if process.poll() is None:
            import psutil  # noqa: PLC0415 - only when something must be ended

            with contextlib.suppress(psutil.Error):
                for child in psutil.Process(process.pid).children(recursive=True):
                    with contextlib.suppress(psutil.Error):
                        child.kill()
            process.kill()
        return
    if not _has_ended(process):
        _kill_strays(process.pid)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _kill_strays(pid: int) -> None:
    """End descendants that left the group while their parents still live."""
    import psutil  # noqa: PLC0415 - only when something must be ended

    with contextlib.suppress(psutil.Error):
        for child in psutil.Process(pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                child.kill()
