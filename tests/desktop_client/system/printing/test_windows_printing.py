"""Windows' printers and documents, in the form of the documented classes (Win32_Printer, Win32_TCPIPPrinterPort, Win32_PrintJob)."""

from datetime import UTC, datetime
from pathlib import Path

from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing.print_queues import HALTED, HELD, IN_PROCESS, STOPPED, WAITS, Queues
from desktop_client.system.printing.printing_here import printing_of, queue_exists
from desktop_client.system.printing.windows_printing import WindowsPrinting, documents_in, queues_in

PRINTERS = (
    {"Name": "Lantai 3", "Default": True, "PortName": "IP_10.0.0.9", "DriverName": "HP", "Location": "Ruang 302", "PrinterState": 0},
    {"Name": "Kasir", "Default": False, "PortName": "IP_kasir", "PrinterState": 1, "DetectedErrorState": 4},
    {"Name": "Gudang", "PortName": "USB001", "WorkOffline": True, "PrinterState": 0},
    {"Name": "Microsoft Print to PDF", "PortName": "PORTPROMPT:"},
    {"Name": ""},
)
PORTS = (
    {"Name": "IP_10.0.0.9", "HostAddress": "10.0.0.9", "PortNumber": 9100, "Protocol": 1},
    {"Name": "IP_kasir", "HostAddress": "2001:db8::9", "PortNumber": 515, "Protocol": 2},
)

MADE = "2026-11-24T07:26:49.1234567Z"


def test_printers() -> None:
    told = queues_in(PRINTERS, PORTS)
    assert told.default == "Lantai 3"
    assert [(queue.name, queue.uri, queue.state == STOPPED, queue.reasons) for queue in told.queues] == [
        ("Lantai 3", "socket://10.0.0.9:9100", False, ()),
        ("Kasir", "lpd://[2001:db8::9]:515", True, ("media-empty",)),
        ("Gudang", "USB001", True, ()),
        ("Microsoft Print to PDF", "PORTPROMPT:", False, ()),
    ]


def test_documents() -> None:
    rows = (
        {
            "Name": "Lantai 3, 12",
            "JobId": 12,
            "Owner": "TOKO\\Siti",
            "Document": "Gaji",
            "StatusMask": 16,
            "At": "2026-11-24T07:26:49.1234567Z",
        },
        {"Name": "Lantai 3, 13", "JobId": 13, "Owner": "budi", "StatusMask": 1},
        {"Name": "Lantai 3, 14", "JobId": 14, "StatusMask": 0x202},
        {"Name": "Lantai 3, 15", "JobId": 15, "StatusMask": None, "At": "?"},
    )
    told = documents_in(rows, "siti")
    assert [(one.number, one.queue, one.state, one.own) for one in told] == [
        (12, "Lantai 3", IN_PROCESS, True),
        (13, "Lantai 3", HELD, False),
        (14, "Lantai 3", HALTED, False),
        (15, "Lantai 3", WAITS, False),
    ]
    assert told[0].processing == datetime(2026, 11, 24, 7, 26, 49, 123456, tzinfo=UTC)
    assert told[3].created is None


def test_a_spooler_that_is_stopped() -> None:
    def run(_argv: tuple[str, ...], _limit: float) -> CommandResult:
        lines = b'{"n":"spooler","e":null,"v":[{"State":"Stopped"}]}\n{"n":"printers","e":null,"v":[]}\n{"n":"ports","e":null,"v":[]}'
        return CommandResult(lines, b"", 0, Outcome.OK)

    asked = WindowsPrinting(run)
    assert asked.queues() == NotKnown(Why.OFF)
    assert asked.documents() == NotKnown(Why.UNREADABLE)
    assert asked.queue_exists()


def test_whether_a_queue_was_set_up(tmp_path: Path) -> None:
    assert queue_exists((tmp_path,)) is False
    (tmp_path / "Lantai3.ppd").touch()
    assert queue_exists((tmp_path,)) is True


def test_printing_of_this_computer() -> None:
    printing = printing_of(lambda _argv, _limit: CommandResult(b"", b"", None, Outcome.MISSING))
    assert isinstance(printing.queues(), Queues | NotKnown)
