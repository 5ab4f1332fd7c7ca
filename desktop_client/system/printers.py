"""Printers and the jobs that wait for them: states and reasons, never a document's title, its owner or a printer's address.

CUPS is asked over its own socket (Linux for real; macOS written from the documented form, not run), because `lpstat` speaks the
person's language, exits 0 when the service is off, and never returns while it hangs.
"""

import os
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_client.system import ipp
from desktop_client.system.not_known import NotKnown, Why

SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"), Path("/private/var/run/cupsd"))
CLIENT_SETTINGS = Path("/etc/cups/client.conf")
PORT = 631
PROGRAMS = (Path("/usr/sbin/cupsd"), Path("/usr/bin/lpstat"))
MOST_PRINTERS = 20
MOST_JOBS = 20
LIMIT_S = 1.5
_ANSWER_BYTES = 4_000_000

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
    server = _named_server(settings)
    found = next((path for path in sockets if path.exists()), None)
    if server is None and found is None:
        return NotKnown(Why.OFF if any(path.exists() for path in programs) else Why.MISSING)
    deadline = time.monotonic() + LIMIT_S
    try:
        return _asked(lambda body: _post(server or found or sockets[0], body, deadline))
    except (OSError, ipp.IppError) as error:
        return NotKnown(_why(error))


def _named_server(settings: Path) -> Path | tuple[str, int] | None:
    try:
        return server_in(settings.read_bytes()[:100_000])
    except OSError:
        return None


def server_in(text: bytes) -> Path | tuple[str, int] | None:
    """The print server that CUPS' client.conf names, as a socket's path or as host and port; None when it names none."""
    for line in text.decode("utf-8", "replace").splitlines():
        words = line.split()
        if len(words) >= 2 and words[0].lower() == "servername":
            name = words[1].partition("/version=")[0]
            if name.startswith("/"):
                return Path(name)
            host, colon, port = name.rpartition(":")
            if colon and host and port.isdecimal() and "]" not in port:
                return host.strip("[]"), int(port[:5])
            return name.strip("[]"), PORT
    return None


def _why(error: Exception) -> Why:
    meaning = {TimeoutError: Why.TIMEOUT, ConnectionRefusedError: Why.OFF, FileNotFoundError: Why.OFF, PermissionError: Why.DENIED}
    return next((why for kind, why in meaning.items() if isinstance(error, kind)), Why.UNREADABLE)


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


def _connected(place: Path | tuple[str, int], deadline: float) -> socket.socket:
    left = max(0.01, deadline - time.monotonic())
    if not isinstance(place, Path):
        return socket.create_connection(place, left)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(left)
    try:
        connection.connect(os.fspath(place))
    except OSError:
        connection.close()
        raise
    return connection


def _post(place: Path | tuple[str, int], body: bytes, deadline: float) -> bytes:
    """The body of the answer to one HTTP POST to the print service."""
    head = (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\nUser-Agent: sigap\r\n\r\n"
    )
    with _connected(place, deadline) as connection:
        connection.sendall(head.encode() + body)
        text = b""
        while len(text) < _ANSWER_BYTES:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            connection.settimeout(left)
            piece = connection.recv(65536)
            text += piece
            if not piece or _whole(text):
                break
    return body_of(text)


def _whole(text: bytes) -> bool:
    """Whether an answer whose length is told has come whole, for services that leave the connection open."""
    head, blank, body = text.partition(b"\r\n\r\n")
    lengths = [line.split(b":", 1)[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    return bool(blank and lengths and lengths[0].strip().isdigit() and len(body) >= int(lengths[0]))


def body_of(text: bytes) -> bytes:
    """The body of an HTTP answer with status 200, put together when it comes in chunks; raises IppError for anything else."""
    head, blank, body = text.partition(b"\r\n\r\n")
    if not blank or not head.startswith(b"HTTP/1.") or b" 200" not in head.split(b"\r\n")[0]:
        raise ipp.IppError("not a print service's answer")
    if b"transfer-encoding: chunked" not in head.lower():
        return body
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError as error:
            raise ipp.IppError("broken chunk") from error
        if length == 0:
            break
        whole, body = whole + body[:length], body[length + 2 :]
    return whole


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
