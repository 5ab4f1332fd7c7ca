"""Where the print service is, and one question to it over a socket of its own; who may not is told apart from who doesn't answer."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing import ipp, print_jobs, print_queues, print_service
from desktop_client.system.printing.print_jobs import Order, give
from desktop_client.system.printing.print_queues import Document, Queues, documents_in, read_documents, read_queues

RECORDED = Path(__file__).parent / "recorded"
NOWHERE = Path("/nonexistent/client.conf")


@contextmanager
def service(*answers: bytes) -> Iterator[tuple[Path, list[bytes]]]:
    """Answers one request after the other, the last one again and again; keeps what was asked."""
    asked: list[bytes] = []
    with TemporaryDirectory(prefix="s") as folder, socket.socket(socket.AF_UNIX) as listening:
        path = Path(folder) / "cups.sock"
        listening.bind(os.fspath(path))
        listening.listen()

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    asked.append(_request(connection))
                    connection.sendall(answers[min(len(asked), len(answers)) - 1])

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield path, asked
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _request(connection: socket.socket) -> bytes:
    text = b""
    while b"\r\n\r\n" not in text:
        text += connection.recv(4096)
    head, _, body = text.partition(b"\r\n\r\n")
    length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(4096)
    return head + b"\r\n\r\n" + body


def http(body: bytes, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def status(code: int) -> bytes:
    return http(bytes((1, 1)) + code.to_bytes(2, "big") + b"\0\0\0\1\1\3")


def test_the_persons_settings_come_before_the_computers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    computers = tmp_path / "client.conf"
    computers.write_text("ServerName print.example")
    assert print_service.find((), (), computers, {}) == ("print.example", 631)
    (tmp_path / ".cups").mkdir()
    (tmp_path / ".cups/client.conf").write_text("ServerName /run/own.sock")
    assert print_service.find((), (), computers, {}) == Path("/run/own.sock")
    assert print_service.find((), (), computers, {"CUPS_SERVER": "/run/mine.sock/version=1.1"}) == Path("/run/mine.sock")


def test_off_and_not_installed(tmp_path: Path) -> None:
    assert print_service.find((tmp_path / "none",), (tmp_path,), NOWHERE, {}) == NotKnown(Why.OFF)
    assert print_service.find((tmp_path / "none",), (), NOWHERE, {}) == NotKnown(Why.MISSING)
    assert print_service.find((tmp_path,), (), NOWHERE, {}) == tmp_path


def test_queues_of_a_recorded_service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    recorded = [http((RECORDED / f"cups-2.4.2-{what}-two.ipp").read_bytes()) for what in ("printers", "default")]
    with service(*recorded) as (path, _):
        told = read_queues(lambda: path)
    assert isinstance(told, Queues)
    assert {queue.name for queue in told.queues} == {"Kasir", "Lantai3"}
    assert told.default == "Lantai3"


def test_a_document_is_somebodys_own_by_name_only() -> None:
    group: ipp.Group = {
        "job-id": (7,),
        "job-state": (5,),
        "job-name": ("Gaji",),
        "job-originating-user-name": ("siti",),
        "job-printer-uri": ("ipp://localhost/printers/Lantai3",),
        "job-k-octets": (12,),
        "time-at-processing": (1_795_000_000,),
    }
    (document,) = documents_in([group, {"job-id": (0,)}], "siti")
    assert isinstance(document, Document)
    assert (document.number, document.queue, document.own, document.size_bytes) == (7, "Lantai3", True, 12288)
    assert documents_in([group], "")[0].own is False
    assert documents_in([group], "budi")[0].own is False


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (status(0), ""),
        (status(0x0403), "rights"),
        (http(b"", b"401 Unauthorized"), "rights"),
        (http(b"", b"403 Forbidden"), "rights"),
        (status(0x0404), "late"),
        (status(0x0406), "gone"),
        (status(0x0500), "failed"),
        (http(b"\1"), "failed"),
        (http(b"", b"500 Oops"), "failed"),
    ],
)
def test_what_becomes_of_an_order(answer: bytes, outcome: str) -> None:
    with service(answer) as (path, asked):
        assert give(Order.HOLD, 12, find=lambda: path) == outcome
    # The kernel tells the service who asks; nothing else does.
    assert b"Authorization: PeerCred " + print_service.user().encode() in asked[0]
    assert b"ipp://localhost/jobs/12" in asked[0]


def test_a_move_names_the_other_queue() -> None:
    with service(status(0)) as (path, asked):
        assert give(Order.MOVE, 12, "Lantai 3", find=lambda: path) == ""
    assert b"ipp://localhost/printers/Lantai%203" in asked[0]


def test_a_service_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_queues, "LIMIT_S", 0.2)
    monkeypatch.setattr(print_jobs, "LIMIT_S", 0.2)
    with TemporaryDirectory(prefix="s") as folder, socket.socket(socket.AF_UNIX) as listening:
        path = Path(folder) / "cups.sock"
        listening.bind(os.fspath(path))
        listening.listen()
        assert read_documents(lambda: path) == NotKnown(Why.TIMEOUT)
        assert give(Order.RELEASE, 1, find=lambda: path) == "time"
    assert read_queues(lambda: path) == NotKnown(Why.OFF)
    assert give(Order.RELEASE, 1, find=lambda: NotKnown(Why.OFF)) == "failed"


def test_every_cut_of_an_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (RECORDED / "cups-2.4.2-jobs-two.ipp").read_bytes()
    for length in range(0, len(whole) - 1, 7):
        with pytest.raises(ipp.IppError):
            ipp.answer(whole[:length])


def test_the_name_is_the_accounts_not_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    before = print_service.user()
    monkeypatch.setenv("USER", "somebody-else")
    monkeypatch.setenv("LOGNAME", "somebody-else")
    assert print_service.user() == before != "somebody-else"
