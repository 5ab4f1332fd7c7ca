"""Printers and the jobs that wait for them: states and reasons, never a document's title, its owner or a printer's address."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing import ipp, print_service
from desktop_client.system.printing.print_service import CLIENT_SETTINGS, LIMIT_S, PROGRAMS, SOCKETS

MOST_PRINTERS = 20
MOST_JOBS = 20

_PRINTER_STATES = {3: "idle", 4: "printing", 5: "stopped"}
_JOB_STATES = {3: "waiting", 4: "held", 5: "printing", 6: "stopped", 7: "cancelled", 8: "aborted", 9: "completed"}
_PRINTER_WORDS = (
    *("printer-name", "printer-state", "printer-state-reasons", "printer-state-message"),
    *("printer-is-accepting-jobs", "queued-job-count"),
)
_JOB_WORDS = ("job-id", "job-state", "job-k-octets", "time-at-creation", "job-printer-uri")


@dataclass(frozen=True)
class Printer:
    """A printer as the print service sees it. A service that can't reach it still says "printing": only `message` tells."""

    name: str
    state: str
    reasons: tuple[str, ...]
    message: str
    accepts_jobs: bool
    jobs: int


@dataclass(frozen=True)
class Job:
    """A job that isn't done; `created` is None where not told."""

    number: int
    printer: str
    state: str
    size_bytes: int
    created: datetime | None


@dataclass(frozen=True)
class Printing:
    """All of it; `default` is the default printer's name, "" for none."""

    default: str
    printers: tuple[Printer, ...]
    jobs: tuple[Job, ...]


def read_printing(
    sockets: tuple[Path, ...] = SOCKETS, programs: tuple[Path, ...] = PROGRAMS, settings: Path = CLIENT_SETTINGS
) -> Printing | NotKnown:
    """The printers of this computer; not known when there is no print service (missing), it is off, or doesn't answer (timeout).

    Where the company's settings name a print server, that one is asked instead.
    """
    if sys.platform == "win32":
        return _on_windows()
    place = print_service.find(sockets, programs, settings)
    if isinstance(place, NotKnown):
        return place
    deadline = time.monotonic() + LIMIT_S
    try:
        return _asked(lambda body: print_service.post(place, body, deadline))
    except (OSError, ipp.IppError) as error:
        return NotKnown(print_service.why(error))


def _asked(post: Callable[[bytes], bytes]) -> Printing:
    printers = printers_in(post(ipp.request(ipp.CUPS_GET_PRINTERS, _PRINTER_WORDS)))
    _, default = ipp.answer(post(ipp.request(ipp.CUPS_GET_DEFAULT, ("printer-name",))))
    jobs = post(ipp.request(ipp.GET_JOBS, _JOB_WORDS, "ipp://localhost/", (("which-jobs", "not-completed"),)))
    return Printing(_text(default[0], "printer-name") if default else "", printers, jobs_in(jobs))


def printers_in(answer: bytes) -> tuple[Printer, ...]:
    """The printers of an answer to CUPS-Get-Printers; raises IppError when it is cut."""
    _, groups = ipp.answer(answer)
    return tuple(
        Printer(
            _text(group, "printer-name"),
            _PRINTER_STATES.get(_number(group, "printer-state"), "unknown"),
            tuple(str(reason) for reason in group.get("printer-state-reasons", ()) if reason != "none"),
            _text(group, "printer-state-message"),
            group.get("printer-is-accepting-jobs", (True,))[0] is True,
            max(0, _number(group, "queued-job-count")),
        )
        for group in groups[:MOST_PRINTERS]
        if _text(group, "printer-name")
    )


def jobs_in(answer: bytes) -> tuple[Job, ...]:
    """The jobs of an answer to Get-Jobs, oldest first; raises IppError when it is cut."""
    _, groups = ipp.answer(answer)
    jobs = []
    for group in groups[:MOST_JOBS]:
        made = _number(group, "time-at-creation")
        jobs.append(
            Job(
                _number(group, "job-id"),
                _text(group, "job-printer-uri").rpartition("/")[2],
                _JOB_STATES.get(_number(group, "job-state"), "unknown"),
                1024 * max(0, _number(group, "job-k-octets")),
                datetime.fromtimestamp(made, UTC) if made > 0 else None,
            )
        )
    return tuple(sorted(jobs, key=lambda job: job.number))


def _text(group: ipp.Group, name: str) -> str:
    value = group.get(name, ("",))[0]
    return value.strip() if isinstance(value, str) else ""


def _number(group: ipp.Group, name: str) -> int:
    value = group.get(name, (0,))[0]
    return value if isinstance(value, int) else 0


def _on_windows() -> Printing | NotKnown:
    """Names and the default only, from the registry, which no unreachable printer can hold up."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        names = []
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows NT\CurrentVersion\Devices") as key:
                for number in range(MOST_PRINTERS):
                    names.append(winreg.EnumValue(key, number)[0])  # noqa: PERF401 - ends with an error
        except OSError:
            pass  # no more of them
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows NT\CurrentVersion\Windows") as key:
                default = str(winreg.QueryValueEx(key, "Device")[0]).partition(",")[0]
        except OSError:
            default = ""
        return Printing(default, tuple(Printer(name, "unknown", (), "", True, 0) for name in names), ())
    return NotKnown(Why.UNSUPPORTED)
