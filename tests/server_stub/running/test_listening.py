"""The listening server as a real process: how it ends, and what it bears."""

import json
import signal
import socket
import ssl
import subprocess
import time
import urllib.request
from email.message import Message
from pathlib import Path

import pytest

from server_stub.running.listening import Address, bind, tls
from server_stub.running.lock import RunningError
from tests.server_stub.running.conftest import Start, Toy


def get(toy: Toy, context: ssl.SSLContext | None = None, **headers: str) -> Message:
    """The headers of a 200."""
    request = urllib.request.Request(toy.url + "/", headers=headers)  # noqa: S310 - our own address on loopback
    with urllib.request.urlopen(request, timeout=5, context=context) as answer:  # noqa: S310 - the same
        assert answer.status == 200
        headers_told: Message = answer.headers
        return headers_told


def connected(toy: Toy, head: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", toy.port), timeout=10)
    connection.sendall(head)
    return connection


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ends_cleanly_with_streams_open_and_an_upload_in_flight(start: Start, number: int) -> None:
    toy = start()
    streams = [connected(toy, b"GET /stream HTTP/1.1\r\nHost: x\r\n\r\n") for _ in range(5)]
    assert all(stream.recv(1000).startswith(b"HTTP/1.1 200") for stream in streams)
    upload = connected(toy, b"PATCH /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n" + b"x" * 100_000)
    idle = connected(toy, b"")
    half = connected(toy, b"GET / HT")
    begun = time.monotonic()
    assert toy.end(number) == 0
    assert time.monotonic() - begun < 2.0  # a promise, not a performance figure
    assert toy.log() == ""
    assert toy.process.stdout is not None
    assert "closed" in toy.process.stdout.read()
    assert sorted(file.name for file in toy.data.iterdir()) == ["backend.lock"]
    for stream in streams:
        told = b""
        while piece := stream.recv(1000):
            told += piece
        assert told.endswith(b"4\r\ndone\r\n0\r\n\r\n")
    for connection in (*streams, upload, idle, half):
        connection.close()


def test_answers_name_no_software(start: Start) -> None:
    told = get(start())
    assert told["Server"] is None
    assert told["Date"]


def test_forwarded_addresses_are_believed_from_trusted_proxies(start: Start) -> None:
    assert get(start(), **{"X-Forwarded-For": "198.51.100.7"})["client"] == "198.51.100.7"


@pytest.mark.parametrize(
    "head",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 200_000,
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_the_next_is_answered(start: Start, head: bytes) -> None:
    toy = start()
    connection = connected(toy, head)
    told = b""
    try:
        while piece := connection.recv(1000):
            told += piece
    except ConnectionResetError:
        pass
    connection.close()
    assert told.startswith((b"HTTP/1.1 400", b"HTTP/1.1 431")) or told == b""
    get(toy)
    toy.end()
    for line in toy.log().splitlines():
        assert "Traceback" not in json.loads(line).get("traceback", "")


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    made = tmp_path / "cert.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", *subject]
    subprocess.run([*words, "-out", str(made[0]), "-keyout", str(made[1])], check=True, capture_output=True)
    return made


def test_speaks_tls_with_the_given_certificate(start: Start, certificate: tuple[Path, Path]) -> None:
    toy = start(str(certificate[0]), str(certificate[1]))
    assert toy.url.startswith("https://")
    trusted = ssl.create_default_context(cafile=str(certificate[0]))
    get(toy, trusted)
    old = ssl.create_default_context(cafile=str(certificate[0]))
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(OSError, match=r"SSL|reset"):
        get(toy, old)
    assert toy.end() == 0


def test_wrong_certificates_are_told_as_sentences(certificate: tuple[Path, Path], tmp_path: Path) -> None:
    cert, key = certificate
    other, locked = tmp_path / "other.pem", tmp_path / "locked.pem"
    ec = ["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", str(other)]
    subprocess.run(ec, check=True, capture_output=True)
    subprocess.run(
        ["openssl", "ec", "-in", str(key), "-aes256", "-passout", "pass:planted", "-out", str(locked)], check=True, capture_output=True
    )
    for given, said in (
        ((tmp_path / "absent.pem", key), "can't be read"),
        ((tmp_path, key), "can't be read"),
        ((cert, other), "doesn't belong"),
        ((cert, None), "no certificate with its key"),
        ((key, key), "no certificate with its key"),
        ((cert, locked), "has a password"),
    ):
        with pytest.raises(RunningError, match=said):
            tls(*given)


def test_address_that_cannot_be_used_is_a_sentence() -> None:
    with bind("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RunningError, match=f"port {port}"):
            bind("127.0.0.1", port)
    with pytest.raises(RunningError, match="There is no address"):
        bind("no host of this name", 0)
    with pytest.raises(RunningError, match="Can't listen"):
        bind("192.0.2.1", 0)


def test_address_is_shown_as_a_client_takes_it() -> None:
    assert Address("127.0.0.1", 1, tls=False).url() == "http://127.0.0.1:1"
    assert Address("::1", 1, tls=True).url() == "https://[::1]:1"
    assert Address("0.0.0.0", 1, tls=False).url() == "http://127.0.0.1:1"  # noqa: S104 - shown only
