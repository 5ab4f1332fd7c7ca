"""Printers and documents as Windows' own classes tell them. Written from the documented form, not run.

Win32_Printer says "offline" of printers that print as soon as SNMP is closed, so only what a person set (paused, work offline), paper,
jams and covers are taken from it, and the printer's address for a connection of our own.
"""

import getpass
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_client.system.commands import Run
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.powershell import Row, Rows, ask, cim, number, text
from desktop_client.system.printing.print_queues import HALTED, HELD, IDLE, IN_PROCESS, PRINTING, STOPPED, WAITS, Document, Queue, Queues

_PRINTERS = cim(
    "Win32_Printer", ("Name", "Default", "PortName", "DriverName", "Location", "WorkOffline", "PrinterState", "DetectedErrorState")
)
_PORTS = cim("Win32_TCPIPPrinterPort", ("Name", "HostAddress", "PortNumber", "Protocol"))
_JOBS = (
    "Get-CimInstance Win32_PrintJob -OperationTimeoutSec 3 -ErrorAction Stop|select Name,JobId,Owner,Document,StatusMask,Size,"
    "TotalPages,PagesPrinted,@{n='At';e={$_.TimeSubmitted.ToUniversalTime().ToString('o')}}"
)
_SPOOLER = "Get-CimInstance Win32_Service -Filter 'Name=''Spooler''' -OperationTimeoutSec 3|select State"

_PAUSED = 0x1
_ERRORS = {4: "media-empty", 6: "toner-empty", 7: "cover-open", 8: "media-jam", 11: "output-area-full"}
"""DetectedErrorState: 4 no paper, 6 no toner, 7 door open, 8 jammed, 11 output bin full."""
_JOB_PAUSED, _JOB_ERROR, _JOB_BLOCKED, _JOB_PRINTING = 0x1, 0x2, 0x200, 0x10


@dataclass(frozen=True)
class WindowsPrinting:
    """Asks when it is asked, within the run of a check."""

    run: Run

    def queues(self) -> Queues | NotKnown:
        """The printers of this person."""
        told = ask(self.run, {"spooler": _SPOOLER, "printers": _PRINTERS, "ports": _PORTS})
        printers, ports, spooler = told["printers"], told["ports"], told["spooler"]
        if not isinstance(spooler, NotKnown) and spooler and text(spooler[0], "State") != "Running":
            return NotKnown(Why.OFF)
        return printers if isinstance(printers, NotKnown) else queues_in(printers, () if isinstance(ports, NotKnown) else ports)

    def documents(self) -> tuple[Document, ...] | NotKnown:
        """The documents that are not done."""
        told = ask(self.run, {"jobs": _JOBS})["jobs"]
        return told if isinstance(told, NotKnown) else documents_in(told, getpass.getuser())

    @staticmethod
    def queue_exists() -> bool:
        """Windows always brings some."""
        return True


def queues_in(printers: Rows, ports: Rows) -> Queues:
    """Rows of Win32_Printer and of Win32_TCPIPPrinterPort; a port of another kind keeps its name as the address."""
    addresses = {text(port, "Name"): _uri(port) for port in ports}
    queues = tuple(_queue(row, addresses) for row in printers if text(row, "Name"))
    return Queues(default=next((text(row, "Name") for row in printers if row.get("Default") is True), ""), queues=queues)


def _uri(port: Row) -> str:
    scheme = "lpd" if number(port, "Protocol") == 2 else "socket"
    host = text(port, "HostAddress")
    host = f"[{host}]" if ":" in host else host
    return f"{scheme}://{host}:{number(port, 'PortNumber') or 9100}" if host else ""


def _queue(row: Row, addresses: dict[str, str]) -> Queue:
    port, error = text(row, "PortName"), _ERRORS.get(number(row, "DetectedErrorState") or 0)
    paused = bool((number(row, "PrinterState") or 0) & _PAUSED) or row.get("WorkOffline") is True
    return Queue(
        name=text(row, "Name"),
        state=STOPPED if paused else IDLE if (number(row, "PrinterState") or 0) == 0 else PRINTING,
        reasons=(error,) if error else (),
        uri=addresses.get(port) or port,
        make=text(row, "DriverName"),
        place=text(row, "Location"),
    )


def documents_in(jobs: Rows, user: str) -> tuple[Document, ...]:
    """Rows of Win32_PrintJob, whose name is "PRINTER, NUMBER". How long one has been at work isn't told: since it was handed over."""
    documents = []
    for row in jobs:
        status, made = number(row, "StatusMask") or 0, _at(text(row, "At"))
        documents.append(
            Document(
                number=number(row, "JobId") or 0,
                queue=text(row, "Name").rpartition(",")[0],
                state=_state(status),
                own=text(row, "Owner").rpartition("\\")[2].lower() == user.lower(),
                title=text(row, "Document"),
                pages=number(row, "TotalPages") or 0,
                size_bytes=number(row, "Size") or 0,
                created=made,
                processing=made if _state(status) == IN_PROCESS else None,
                progress=(number(row, "PagesPrinted") or 0, number(row, "Size") or 0),
            )
        )
    return tuple(sorted(documents, key=lambda document: document.number))


def _state(status: int) -> int:
    if status & _JOB_PAUSED:
        return HELD
    if status & (_JOB_ERROR | _JOB_BLOCKED):
        return HALTED
    return IN_PROCESS if status & _JOB_PRINTING else WAITS


def _at(value: str) -> datetime | None:
    """ISO 8601 with seven decimals."""
    try:
        told = datetime.fromisoformat(re.sub(r"(\.\d{6})\d*Z?$", r"\1+00:00", value))
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)
