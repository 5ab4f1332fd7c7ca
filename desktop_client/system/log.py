"""The client's log: JSON lines in the profile, redacted, rotated, a file for each process, a few megabytes in all. It never raises.

Lines are written by a thread of their own, so that a slow disk never holds up the program.
"""

import copy
import json
import logging
import logging.handlers
import os
import queue
import secrets
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop_client.system.folders import Profile

FILE_BYTES = 500_000
OLDER_FILES = 1
"""That a process keeps beside its newest one."""
ALL_BYTES = 3_000_000
ALL_FILES = 30
NOT_CLEANED = "[hidden: text]"
"""Stands for a line that redaction could not clean."""

log = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """One JSON object a line; everything that a program or person wrote goes through redaction."""

    def __init__(self, redact: Callable[[str], str]) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """The line. Line breaks and control characters are escaped by JSON, so nobody can forge a line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": self._clean(record.getMessage()),
            "thread": record.threadName,
        }
        reference = getattr(record, "ref", None)
        if reference:
            line["ref"] = str(reference)
        if record.exc_text:
            line["exception"] = self._clean(record.exc_text)
        return json.dumps(line, ensure_ascii=True)

    def _clean(self, text: str) -> str:
        try:
            return self._redact(text)
        except Exception:  # noqa: BLE001 - whatever went wrong, an uncleaned line is not written
            return NOT_CLEANED


class Queue(logging.handlers.QueueHandler):
    """Takes records from every thread; what can't be put into words is dropped in silence."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record with message and traceback as text."""
        ready = copy.copy(record)
        ready.msg = record.getMessage()
        ready.args = None
        if record.exc_info and record.exc_info[0]:
            ready.exc_text = "".join(traceback.format_exception(*record.exc_info))
        ready.exc_info = None
        return ready

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Says nothing: there is nobody to tell."""


class Files(logging.handlers.RotatingFileHandler):
    """This process's files. A full or read-only disk costs lines, nothing else."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Says nothing: there is nobody to tell."""

    def _open(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - typeshed's type is private
        return open(self.baseFilename, "a", encoding="utf-8", opener=_private)


class RunningLog:
    """A log that is being written. `close` writes what is still waiting; it may be called twice."""

    def __init__(self, file: Path, redact: Callable[[str], str], level: int) -> None:
        self.file = file
        self._lines: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._queue = Queue(self._lines)
        self._files = Files(file, maxBytes=FILE_BYTES, backupCount=OLDER_FILES, encoding="utf-8", delay=True)
        self._files.setFormatter(JsonLines(redact))
        self._writer = logging.handlers.QueueListener(self._lines, self._files)
        self._root = logging.getLogger()
        self._root.addHandler(self._queue)
        self._level_before = self._root.level
        self._root.setLevel(level)
        self._writer.start()
        self._open = True

    def close(self) -> None:
        """Ends the log of this process."""
        if self._open:
            self._open = False
            self._root.removeHandler(self._queue)
            self._root.setLevel(self._level_before)
            self._writer.stop()
            self._files.close()


def start_log(profile: Profile, redact: Callable[[str], str], *, level: int = logging.INFO) -> RunningLog:
    """Everything logged from now on goes to a file of this process in the profile, after `redact`. Older files make room."""
    prune(profile.log_folder)
    name = f"client-{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{os.getpid()}.log"
    return RunningLog(profile.log_folder / name, redact, level)


def prune(folder: Path, *, all_bytes: int = ALL_BYTES, all_files: int = ALL_FILES) -> None:
    """Deletes the oldest files until the rest is small enough. A file that another process holds open on Windows stays."""
    size = 0
    for number, file in enumerate(log_files(folder)):
        try:
            size += file.stat().st_size
            if number >= all_files or size > all_bytes:
                file.unlink()
        except OSError:
            continue


def log_files(folder: Path) -> tuple[Path, ...]:
    """Every log file, the newest first."""
    dated: list[tuple[float, Path]] = []
    try:
        found = list(folder.glob("client-*.log*"))
    except OSError:
        return ()
    for file in found:
        try:
            dated.append((file.stat().st_mtime, file))
        except OSError:
            continue
    return tuple(file for _, file in sorted(dated, reverse=True))


def recent_log(profile: Profile, *, most_bytes: int = 1_000_000) -> bytes:
    """The newest lines of all processes, oldest first, whole lines only: what "Attach the log" attaches. They are redacted already."""
    parts: list[bytes] = []
    room = most_bytes
    for file in log_files(profile.log_folder):
        try:
            with file.open("rb") as opened:
                size = opened.seek(0, os.SEEK_END)
                # One byte more: a line end right before the cut leaves the first line whole.
                opened.seek(max(0, size - room - 1))
                text = opened.read(room + 1)
        except OSError:
            continue
        if size > room:
            parts.append(text.partition(b"\n")[2])
            break
        parts.append(text)
        room -= size
    return b"".join(reversed(parts))


def unexpected(error: BaseException, *, where: logging.Logger = log) -> str:
    """Writes down an error that nobody foresaw, and returns the reference under which the log has it."""
    reference = secrets.token_hex(4)
    where.error("Unexpected: %s", type(error).__name__, exc_info=error, extra={"ref": reference})
    return reference


def watch_uncaught(told: Callable[[str], None] = lambda _reference: None) -> None:
    """What no code caught, in any thread, is logged instead of printed; `told` hears the reference, in the thread concerned."""

    def caught(kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt | SystemExit):
            told(unexpected(error or kind()))

    def caught_in_thread(happened: threading.ExceptHookArgs) -> None:
        caught(happened.exc_type, happened.exc_value, happened.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
