"""Recent errors in the system's log, the same ones counted together. Anybody wrote their texts: they are redacted before they are shown."""

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_client.system.commands import Outcome, Run, run
from desktop_client.system.not_known import NotKnown, Why

HOURS = 24
MOST_ENTRIES = 200
MOST_KINDS = 12
LIMIT_S = 2.0
JOURNALS = (Path("/var/log/journal"), Path("/run/log/journal"))
_JOURNAL = ("journalctl", "-p", "3", f"--since=-{HOURS}h", "-n", str(MOST_ENTRIES), "--no-pager", "-o", "json")
_FIELDS = "--output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,_COMM"
_QUERY = "/q:*[System[(Level=1 or Level=2) and TimeCreated[timediff(@SystemTime)<=86400000]]]"
_WEVTUTIL = ("wevtutil", "qe", "System", _QUERY, f"/c:{MOST_ENTRIES}", "/rd:true", "/f:xml")
_XMLNS = "{http://schemas.microsoft.com/win/2004/08/events/event}"


@dataclass(frozen=True)
class Entry:
    """One error: who said it, what, and when (None where not told)."""

    program: str
    text: str
    at: datetime | None


@dataclass(frozen=True)
class Errors:
    """Errors of one program that differ in numbers only: the newest of them, and how many."""

    program: str
    text: str
    last: datetime | None
    times: int


def read_errors(asking: Run = run, journals: tuple[Path, ...] = JOURNALS) -> tuple[Errors, ...] | NotKnown:
    """The errors of the last 24 hours, newest first. Windows and macOS: written from the documented form, not run."""
    if sys.platform == "win32":
        told = asking(_WEVTUTIL, LIMIT_S)
        return grouped(entries_in_events(told.stdout)) if told.outcome is Outcome.OK and told.exit == 0 else NotKnown.of(told)
    if sys.platform == "darwin":
        return grouped(_crash_reports(Path.home() / "Library/Logs/DiagnosticReports"))
    if not any(True for folder in journals for _ in folder.glob("*")):
        # Without a journal, journalctl answers as if all were well.
        return NotKnown(Why.ABSENT)
    told = asking((*_JOURNAL, _FIELDS), LIMIT_S)
    if told.outcome is not Outcome.OK:
        return NotKnown.of(told)
    entries = tuple(entries_in_journal(told.stdout))
    if not entries and (told.exit != 0 or told.stderr.strip()):
        return NotKnown(Why.DENIED if b"permission" in told.stderr.lower() or b"not seeing messages" in told.stderr else Why.ABSENT)
    return grouped(entries)


def entries_in_journal(text: bytes) -> Iterable[Entry]:
    """JSON of journalctl, an object a line; a message with control or foreign bytes is a list of byte numbers. Cut lines are skipped."""
    for line in text.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if not isinstance(entry, dict):
            continue
        message = _message(entry.get("MESSAGE"))
        if message:
            yield Entry(_message(entry.get("SYSLOG_IDENTIFIER")) or _message(entry.get("_COMM")), message, _microseconds(entry))


def _message(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        return bytes(value).decode("utf-8", "replace").strip()
    return value.strip() if isinstance(value, str) else ""


def _microseconds(entry: dict[str, object]) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(str(entry.get("__REALTIME_TIMESTAMP"))) / 1e6, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def entries_in_events(text: bytes) -> Iterable[Entry]:
    """The `<Event>` elements of wevtutil, which have no root. Provider and number say what it is: the text is the reader's own job."""
    for piece in _decoded(text).split("</Event>")[:-1]:
        try:
            element = ET.fromstring(f"{piece[piece.find('<Event ') :]}</Event>")  # noqa: S314 - Windows wrote it, and no DOCTYPE can stand there
            system = element.find(f"{_XMLNS}System")
        except ET.ParseError:
            continue
        if system is None:
            continue
        provider, number, made = (system.find(f"{_XMLNS}{name}") for name in ("Provider", "EventID", "TimeCreated"))
        at = None
        if made is not None:
            try:
                at = datetime.fromisoformat(re.sub(r"(\.\d{6})\d*Z$", r"\1Z", made.get("SystemTime", "")))
            except ValueError:
                at = None
        yield Entry(
            (provider.get("Name") if provider is not None else None) or "",
            f"event {(number.text or '').strip()}" if number is not None else "event",
            at,
        )


def _decoded(text: bytes) -> str:
    if text[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return text.decode("utf-16", "replace")
    return text.decode("utf-8-sig", "replace")


def _crash_reports(folder: Path) -> Iterable[Entry]:
    """The first line of each crash report of the person's own programs, which is one JSON object."""
    for file in sorted(folder.glob("*.ips"))[-MOST_ENTRIES:]:
        try:
            with file.open("rb") as report:
                head = json.loads(report.readline(10_000))
            at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        except (OSError, ValueError):
            continue
        if isinstance(head, dict) and (datetime.now(UTC) - at).total_seconds() < HOURS * 3600:
            kind = "closed by itself" if head.get("bug_type") == "309" else f"report {head.get('bug_type', '')}"
            yield Entry(str(head.get("app_name", "")), kind, at)


def grouped(entries: Iterable[Entry]) -> tuple[Errors, ...]:
    """The same errors counted together, newest first, at most `MOST_KINDS`; texts that differ in numbers only are the same."""
    kinds: dict[tuple[str, str], Errors] = {}
    for entry in entries:
        key = entry.program, re.sub(r"\d+", "#", entry.text[:2000])
        known = kinds.get(key)
        newer = known is None or _order(entry.at) >= _order(known.last)
        text, last = (entry.text, entry.at) if newer or known is None else (known.text, known.last)
        kinds[key] = Errors(entry.program, text, last, (known.times if known else 0) + 1)
    return tuple(sorted(kinds.values(), key=lambda one: _order(one.last), reverse=True)[:MOST_KINDS])


def _order(at: datetime | None) -> float:
    return at.timestamp() if at is not None else 0.0
