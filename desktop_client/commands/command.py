"""What every command of the command line is, and how it speaks.

A command is a module with `HELP` (one line), `add_arguments(parser)` and `run(call) -> Exit`. With --json it says one JSON object on
standard output and nothing else; without, sentences. Sentences about trouble go to standard error.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Protocol, TextIO

from desktop_client.reasons import Cause, Reason
from desktop_client.system.folders import Profile


class Exit(IntEnum):
    """What the caller learns from the exit code."""

    DONE = 0
    FAILED = 1
    BAD_ARGUMENTS = 2
    WAITING = 3
    """Saved on this computer, not delivered yet."""


SEE_HELP = "Nothing was done. See sigap --help."


class ArgumentsError(Exception):
    """The arguments make no sense; nothing was done. The text is a whole sentence."""


BAD_ARGUMENTS = {
    Cause.UNKNOWN_OPTION,
    Cause.BAD_VALUE,
    Cause.ADDRESS,
    Cause.SUBJECT_EMPTY,
    Cause.SUBJECT_TOO_LONG,
    Cause.TEXT_TOO_LONG,
    Cause.TOO_MANY_FILES,
    Cause.FILE_MISSING,
    Cause.FILE_UNREADABLE,
    Cause.FILE_EMPTY,
    Cause.FILE_FOLDER,
    Cause.FILE_NOT_REGULAR,
    Cause.FILE_TOO_LARGE,
    Cause.FILE_CHANGING,
    Cause.REPORT_TOO_LARGE,
}
"""Refusals that another call with other arguments would cure."""


def exit_for(reason: Reason) -> Exit:
    """The exit code of a command that was refused."""
    return Exit.BAD_ARGUMENTS if reason.cause in BAD_ARGUMENTS else Exit.FAILED


class Output:
    """Standard output and error of one call. A reader that went away (SIGPIPE) is no error: what was done is done."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def answer(self, values: Mapping[str, object], text: str) -> None:
        """The command's answer: the JSON object, or the sentence. Called once."""
        # ASCII only: it can be written wherever standard output leads.
        self._write(sys.stdout, json.dumps(values, ensure_ascii=True) if self.as_json else text)

    def note(self, text: str) -> None:
        """A sentence beside the answer, or about trouble."""
        self._write(sys.stderr, text)

    def _write(self, stream: TextIO | None, text: str) -> None:
        if stream is None:
            return
        encoding = stream.encoding or "utf-8"
        try:
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
            stream.flush()
        except (OSError, ValueError):
            # Nobody reads any more. Python would complain once again when it flushes at its end.
            silent = os.open(os.devnull, os.O_WRONLY)
            try:
                os.dup2(silent, stream.fileno())
            except (OSError, ValueError):
                pass
            finally:
                os.close(silent)


@dataclass(frozen=True)
class Call:
    """One call of a command."""

    options: argparse.Namespace
    profile: Profile
    output: Output


class Command(Protocol):
    """The form of a command's module."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Its own arguments, beside --profile and --json."""

    def run(self, call: Call) -> Exit:
        """Does it. A RefusedError becomes its sentence and exit code."""


def when(moment: datetime, now: datetime | None = None) -> str:
    """A time to come as people say it: "in 5 minutes", "today at 14:05"."""
    local = moment.astimezone()
    today = (now or datetime.now(moment.tzinfo)).astimezone()
    seconds = (local - today).total_seconds()
    if seconds < 60:
        return f"in {max(1, round(seconds))} seconds" if seconds > 1 else "now"
    if seconds < 3600:
        minutes = round(seconds / 60)
        return f"in {minutes} minutes" if minutes > 1 else "in 1 minute"
    if local.date() == today.date():
        return f"today at {local:%H:%M}"
    if local.date() == today.date() + timedelta(days=1):
        return f"tomorrow at {local:%H:%M}"
    return f"on {local:%d %B at %H:%M}".replace("on 0", "on ")


def next_try(moment: datetime | None, reason: Reason | None, *, by_itself: bool) -> str:
    """When what waits is tried again: by the tray that runs (`by_itself`), or by whatever runs next."""
    if not by_itself:
        return "when Sigap next runs"
    if moment:
        return when(moment)
    return "once it is registered" if reason and reason.cause in {Cause.NOT_ENROLLED, Cause.REVOKED} else "soon"


def stamp(moment: datetime | None) -> str | None:
    """A time as JSON has it: RFC 3339."""
    return moment.isoformat() if moment else None
