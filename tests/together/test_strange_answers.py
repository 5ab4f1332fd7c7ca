"""What may stand where the backend should: a report waits with the reason, and arrives once the backend is back."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.together.backend_process import BackendProcess, ClientProfile

QUIET = ("--no-screenshot", "--no-diagnostics")
PORTAL = b"<html><title>Hotel Wi-Fi</title><form action=/login>"
STORED = b'{"id":"x","number":"INC-000666","state":"new","priority":3,"created":"2026-11-24T08:00:00Z"}'


def http(status: str, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


ANSWERS: list[tuple[str, bytes, set[str]]] = [
    ("portal", http("200 OK", PORTAL, "Content-Type: text/html"), {"portal"}),
    ("portal that moves on", http("302 Found", b"", "Location: http://127.0.0.1:9/login"), {"portal"}),
    ("portal that asks", http("511 Network Authentication Required", PORTAL), {"portal"}),
    ("empty 200", http("200 OK"), {"not-ours", "portal"}),
    ("empty 201", http("201 Created", b"{}", "Content-Type: application/json"), {"not-ours"}),
    ("another ticket", http("201 Created", STORED, "Content-Type: application/json"), {"not-ours"}),
    ("500", http("500 Internal Server Error", b"oops"), {"server-problem"}),
    ("503", http("503 Service Unavailable", b"", "Retry-After: 7200"), {"server-problem", "server-busy"}),
    ("429", http("429 Too Many Requests", b"", "Retry-After: -1"), {"server-busy", "limit-reached"}),
    ("404 of somebody else", http("404 Not Found", b"<html>nginx"), {"not-ours"}),
    ("401 of somebody else", http("401 Unauthorized", b"", "WWW-Authenticate: Basic"), {"not-ours", "portal"}),
    ("407", http("407 Proxy Authentication Required", b"", "Proxy-Authenticate: Basic"), {"proxy-sign-in"}),
    ("cut short", http("201 Created", STORED[:40], "Content-Type: application/json", length=200), {"connection-broke"}),
    ("deep", http("201 Created", b"[" * 100_000, "Content-Type: application/json"), {"not-ours"}),
    ("no UTF-8", http("201 Created", b'{"id":"\xff"}', "Content-Type: application/json"), {"not-ours"}),
    (
        "unpackable",
        http("201 Created", b"\x1f\x8bxxxx", "Content-Type: application/json", "Content-Encoding: gzip"),
        {"not-ours", "connection-broke"},
    ),
    ("not HTTP", b"SSH-2.0-OpenSSH_9.2\r\n", {"not-ours", "connection-broke"}),
    ("nothing", b"", {"connection-broke", "unreachable", "not-ours"}),
    ("endless head", b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 50_000, {"not-ours", "connection-broke"}),
]


@contextmanager
def stranger(port: int, answer: bytes, *, reset: bool = False) -> Iterator[list[bytes]]:
    """Answers everybody on the port with these bytes; gives what it was sent."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", port)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(5)
                    try:
                        heard.append(connection.recv(65536))
                        if reset:
                            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                            continue
                        connection.sendall(answer)
                        connection.shutdown(socket.SHUT_WR)
                        while connection.recv(65536):
                            pass
                    except OSError:
                        continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield heard
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BackendProcess, ClientProfile]]:
    """A registered client, whose backend is away."""
    folder = tmp_path_factory.mktemp("away")
    with BackendProcess(folder / "data") as backend:
        client = ClientProfile(folder / "profile")
        client.enrol(backend)
        backend.end()
        yield backend, client


@pytest.mark.parametrize(("name", "answer", "reasons"), ANSWERS, ids=[name for name, _, _ in ANSWERS])
def test_report_waits_with_the_reason(away: tuple[BackendProcess, ClientProfile], name: str, answer: bytes, reasons: set[str]) -> None:
    backend, client = away
    with stranger(backend.port, answer) as heard:
        told = client.json("report", "--subject", name, *QUIET, "--wait", "1.5", code=3)
    assert heard, "nobody asked"
    assert (told["state"], told["number"]) == ("waiting", None)
    assert told["reason"] in reasons


@pytest.mark.parametrize(("name", "answer"), [(name, answer) for name, answer, _ in ANSWERS[::5]])
def test_reason_is_said_in_a_sentence(away: tuple[BackendProcess, ClientProfile], name: str, answer: bytes) -> None:
    backend, client = away
    with stranger(backend.port, answer):
        told = client.run("report", "--subject", f"{name}, said", *QUIET, "--wait", "1.5")
    assert told.code == 3
    assert told.out.startswith("Saved. Waiting: ")
    assert "Traceback" not in told.err
    assert "INC-" not in told.out


def test_connection_that_is_reset_is_waited_out(away: tuple[BackendProcess, ClientProfile]) -> None:
    backend, client = away
    with stranger(backend.port, b"", reset=True):
        told = client.json("report", "--subject", "reset", *QUIET, "--wait", "1.5", code=3)
    assert (told["state"], told["reason"]) == ("waiting", "connection-broke")


def test_portal_is_followed_nowhere(away: tuple[BackendProcess, ClientProfile]) -> None:
    backend, client = away
    with stranger(backend.port + 1, http("200 OK", STORED, "Content-Type: application/json")) as lured:
        moved = http("307 Temporary Redirect", b"", f"Location: http://127.0.0.1:{backend.port + 1}/steal")
        with stranger(backend.port, moved):
            client.json("report", "--subject", "lured", *QUIET, "--wait", "1.5", code=3)
    assert lured == []


def test_everything_arrives_once_the_backend_is_back(away: tuple[BackendProcess, ClientProfile]) -> None:
    backend, client = away
    waiting = [one["subject"] for one in client.json("outbox")["waiting"]]
    backend.start()
    assert client.json("report", "--subject", "at last", *QUIET, "--wait", "60")["state"] == "delivered"
    assert [one["subject"] for one in backend.command("tickets", "--json").json()["tickets"]] == [*waiting, "at last"]
    backend.end()


def test_register_says_what_answers_there(tmp_path: Path, away: tuple[BackendProcess, ClientProfile]) -> None:
    backend, _ = away
    fresh = ClientProfile(tmp_path / "profile")
    for name, answer, _ in ANSWERS[::3]:
        with stranger(backend.port, answer):
            done = fresh.run("enroll", backend.address, "ABCD-EFGH", "--json")
        assert (done.code, done.out) == (1, ""), (name, done)
        assert "Traceback" not in done.err
        assert "ABCD" not in done.err
        assert len(done.err.strip()) > 20
    assert not (tmp_path / "profile" / "enrolment.json").exists()
