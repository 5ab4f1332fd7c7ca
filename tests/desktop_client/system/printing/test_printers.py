"""Printers: recorded answers of CUPS 2.4.2 on Debian 12, and services that are off, silent, rude or not there."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing import ipp, printers
from desktop_client.system.printing.print_service import body_of, server_in

RECORDED = Path(__file__).parent / "recorded"
NONE = Path("/nonexistent/client.conf")


def recorded(what: str, which: str) -> bytes:
    return (RECORDED / f"cups-2.4.2-{what}-{which}.ipp").read_bytes()


@contextmanager
def print_service(answer: Callable[[socket.socket], None]) -> Iterator[Path]:
    """Something that listens on a print service's socket."""
    # Not pytest's folder: a socket's path must be short.
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
                    try:
                        answer(connection)
                    except OSError:
                        continue

        threading.Thread(target=serve, daemon=True).start()
        yield path
        listening.shutdown(socket.SHUT_RDWR)


def http(body: bytes, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp") -> bytes:
    return head + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def request_of(connection: socket.socket) -> bytes:
    text = b""
    while b"\r\n\r\n" not in text:
        text += connection.recv(4096)
    head, _, body = text.partition(b"\r\n\r\n")
    length = int(next(line for line in head.split(b"\r\n") if line.startswith(b"Content-Length")).split(b":")[1])
    while len(body) < length:
        body += connection.recv(4096)
    return body


def cups_with(which: str) -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        operation = int.from_bytes(request_of(connection)[2:4], "big")
        what = {ipp.CUPS_GET_PRINTERS: "printers", ipp.CUPS_GET_DEFAULT: "default", ipp.GET_JOBS: "jobs"}[operation]
        connection.sendall(http(recorded(what, which)))

    return answer


def test_two_printers_with_jobs() -> None:
    with print_service(cups_with("two")) as path:
        told = printers.read_printing((path,), settings=NONE)
    assert isinstance(told, printers.Printing)
    assert told.default == "Lantai3"
    assert told.printers == (
        printers.Printer("Kasir", "stopped", ("paused",), "sedang diperbaiki", accepts_jobs=False, jobs=1),
        printers.Printer("Lantai3", "printing", (), "The printer may not exist or is unavailable at this time.", accepts_jobs=True, jobs=2),
    )
    assert [(job.number, job.printer, job.state, job.size_bytes) for job in told.jobs] == [
        (1, "Lantai3", "printing", 1024),
        (2, "Lantai3", "waiting", 1024),
        (3, "Kasir", "waiting", 1024),
    ]
    assert all(job.created is not None and job.created.year == 2026 for job in told.jobs)


def test_one_idle_printer() -> None:
    with print_service(cups_with("one")) as path:
        told = printers.read_printing((path,), settings=NONE)
    assert told == printers.Printing("Lantai3", (printers.Printer("Lantai3", "idle", (), "", accepts_jobs=True, jobs=0),), ())


def test_no_printer_is_an_answer() -> None:
    with print_service(cups_with("none")) as path:
        assert printers.read_printing((path,), settings=NONE) == printers.Printing("", (), ())


def test_not_installed_and_switched_off_are_told_apart(tmp_path: Path) -> None:
    program = tmp_path / "cupsd"
    assert printers.read_printing((tmp_path / "none.sock",), (program,), NONE) == NotKnown(Why.MISSING)
    program.touch()
    assert printers.read_printing((tmp_path / "none.sock",), (program,), NONE) == NotKnown(Why.OFF)


def test_a_socket_that_nobody_listens_on_is_switched_off() -> None:
    with TemporaryDirectory(prefix="s") as folder:
        path = Path(folder) / "cups.sock"
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(os.fspath(path))
        assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.OFF)


def test_a_service_that_never_answers_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "LIMIT_S", 0.3)
    release = threading.Event()
    with print_service(lambda _connection: release.wait(30)) as path:
        assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.TIMEOUT)
        release.set()


def test_a_service_that_drips_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "LIMIT_S", 0.5)

    def drip(connection: socket.socket) -> None:
        for letter in http(recorded("printers", "two")):
            connection.sendall(bytes((letter,)))
            time.sleep(0.05)

    with print_service(drip) as path:
        assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.TIMEOUT)


@pytest.mark.parametrize(
    "answer",
    [
        http(recorded("printers", "two")[:200]),
        http(b""),
        http(b"<html>sign in</html>"),
        http(recorded("printers", "two"), b"HTTP/1.1 401 Unauthorized"),
        b"\x00\xff\xfe",
        b"",
        http(b"\x01\x01\x00\x00\x00\x00\x00\x01" + b"\x04" * 1000),
    ],
    ids=["cut", "empty", "page", "denied", "bytes", "nothing", "endless groups"],
)
def test_what_is_no_answer_is_not_understood(answer: bytes) -> None:
    with print_service(lambda connection: (request_of(connection), connection.sendall(answer))[1]) as path:
        assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.UNREADABLE)


def test_a_print_server_that_the_company_named_is_asked_instead(tmp_path: Path) -> None:
    settings = tmp_path / "client.conf"
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for _ in range(3):
                connection, _ = listening.accept()
                with connection:
                    cups_with("one")(connection)

        threading.Thread(target=serve, daemon=True).start()
        settings.write_text(f"# print server\nServerName 127.0.0.1:{listening.getsockname()[1]}/version=1.1\n")
        told = printers.read_printing((tmp_path / "none",), (), settings)
    assert isinstance(told, printers.Printing)
    assert told.default == "Lantai3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"ServerName print.example\n", ("print.example", 631)),
        (b"servername print.example:8631", ("print.example", 8631)),
        (b"ServerName [2001:db8::1]:8631", ("2001:db8::1", 8631)),
        (b"ServerName [2001:db8::1]", ("2001:db8::1", 631)),
        (b"ServerName /run/other.sock", Path("/run/other.sock")),
        (b"#ServerName x\nUser kasir\nServerName", None),
        (b"\xff\xfe", None),
        (b"", None),
    ],
)
def test_the_named_server(text: bytes, place: object) -> None:
    assert server_in(text) == place


def test_chunks_are_put_together() -> None:
    body = recorded("printers", "two")
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(body[at : at + 100]), body[at : at + 100]) for at in range(0, len(body), 100))
    text = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces + b"0\r\n\r\n"
    assert body_of(text) == body
    with pytest.raises(ipp.IppError):
        body_of(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")


def test_every_cut_of_a_recorded_answer_is_refused_or_read_without_an_error() -> None:
    for what in ("printers", "jobs", "default"):
        whole = recorded(what, "two")
        for length in range(len(whole)):
            with pytest.raises(ipp.IppError):
                ipp.answer(whole[:length])


def test_hostile_names_come_through_as_they_are() -> None:
    def field(tag: int, name: str, value: bytes) -> bytes:
        return bytes((tag,)) + len(name).to_bytes(2, "big") + name.encode() + len(value).to_bytes(2, "big") + value

    head = b"\x01\x01\x00\x00\x00\x00\x00\x01\x04"
    name = "a:b\\c\n📠".encode() + b"\xff"
    text = head + field(0x42, "printer-name", name) + field(0x23, "printer-state", b"\0\0\0\x63") + b"\x03"
    (found,) = printers.printers_in(text)
    assert found.name == "a:b\\c\n📠�"
    assert found.state == "unknown"


def test_nothing_is_asked_that_could_hold_a_secret_or_a_name() -> None:
    asked = {*printers._PRINTER_WORDS, *printers._JOB_WORDS}
    private = {"job-name", "job-originating-user-name", "document-name", "device-uri", "printer-info", "job-originating-host-name"}
    assert not asked & private


@pytest.mark.skipif(not Path("/usr/sbin/cupsd").exists(), reason="needs the print service's own program")
def test_a_real_cups() -> None:
    with TemporaryDirectory(prefix="cups") as place:
        folder = Path(place)
        path = folder / "cups.sock"
        configure(folder, path)
        command = ["/usr/sbin/cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as service:
            try:
                until = time.monotonic() + 20
                while not path.exists() and time.monotonic() < until and service.poll() is None:
                    time.sleep(0.05)
                assert path.exists()
                assert printers.read_printing((path,), settings=NONE) == printers.Printing("", (), ())
                os.kill(service.pid, signal.SIGSTOP)
                assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.TIMEOUT)
            finally:
                service.kill()
        assert printers.read_printing((path,), settings=NONE) == NotKnown(Why.OFF)


def configure(folder: Path, path: Path) -> None:
    for name in ("root", "spool", "cache", "state", "tmp"):
        (folder / name).mkdir()
    (folder / "cupsd.conf").write_text(
        f"Listen {path}\nBrowsing No\nWebInterface No\nDefaultAuthType None\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n"
    )
    places = {"ServerRoot": "root", "RequestRoot": "spool", "CacheDir": "cache", "StateDir": "state", "TempDir": "tmp"}
    files = "".join(f"{key} {folder / place}\n" for key, place in places.items())
    (folder / "cups-files.conf").write_text(files + "AccessLog stderr\nErrorLog stderr\nPageLog stderr\nFileDevice Yes\n")
