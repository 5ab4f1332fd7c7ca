"""Connections against real sockets on loopback: what answers, what refuses, what hangs, drips, lies or is no server at all."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_client.system.network import connections, names
from desktop_client.system.network.connections import HttpAnswer, Reached, Trouble, ask, reach
from desktop_client.system.network.names import look_up
from desktop_client.system.not_known import NotKnown, Why

HANG_GUARD_S = 20
OK = b"HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 08:00:00 GMT\r\nContent-Length: 2\r\n\r\n{}"


@contextmanager
def server(answer: Callable[[socket.socket, bytes], None]) -> Iterator[int]:
    """Something on a port of loopback that reads a request's head and then does `answer`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection: socket.socket) -> None:
            with connection:
                connection.settimeout(HANG_GUARD_S)
                head = b""
                try:
                    while b"\r\n\r\n" not in head and (piece := connection.recv(4096)):
                        head += piece
                    answer(connection, head)
                except OSError:
                    return

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def says(text: bytes) -> Callable[[socket.socket, bytes], None]:
    return lambda connection, _head: connection.sendall(text)


def asked(port: int, limit_s: float = 5.0, **more: str) -> HttpAnswer | Trouble:
    return ask(f"http://127.0.0.1:{port}/health", limit_s, **more)


def test_an_answer_comes_with_its_steps() -> None:
    heads: list[bytes] = []
    with server(lambda connection, head: (heads.append(head), connection.sendall(OK))[1]) as port:
        told = asked(port)
    assert isinstance(told, HttpAnswer)
    assert (told.status, told.body, told.headers["date"]) == (200, b"{}", "Tue, 24 Nov 2026 08:00:00 GMT")
    assert told.asked <= told.answered <= datetime.now(UTC)
    assert min(told.reached.look_up_ms, told.reached.connect_ms, told.answer_ms) >= 0
    assert not told.through_proxy
    assert heads[0].startswith(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1:")


def test_nothing_of_the_netrc_and_no_cookie_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("default login planted password planted\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    heads: list[bytes] = []
    with server(lambda connection, head: (heads.append(head), connection.sendall(OK))[1]) as port:
        asked(port)
    assert b"planted" not in heads[0]
    assert {line.split(b":")[0] for line in heads[0].split(b"\r\n")[1:] if line} == {b"Host", b"Connection", b"Accept", b"User-Agent"}


def test_a_redirect_is_not_followed() -> None:
    asked_for: list[bytes] = []

    def answer(connection: socket.socket, head: bytes) -> None:
        asked_for.append(head.split()[1])
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")

    with server(answer) as port:
        told = asked(port)
    assert isinstance(told, HttpAnswer)
    assert (told.status, asked_for) == (302, [b"/health"])


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (b"", Trouble.BROKE),
        (b"HTTP/1.1 200 OK\r\n", Trouble.NOT_HTTP),
        (b"220 mail.example ESMTP\r\n\r\n", Trouble.NOT_HTTP),
        (b"\x15\x03\x01\x00\x02\x02\x50\r\n\r\n", Trouble.NOT_HTTP),
        (b"HTTP/1.1 abc\r\n\r\n", Trouble.NOT_HTTP),
        (b"HTTP/2 200\r\n\r\n", Trouble.NOT_HTTP),
        (b"x" * 100_000, Trouble.NOT_HTTP),
    ],
    ids=["nothing", "cut", "mail", "tls", "status", "version", "endless"],
)
def test_what_is_no_http(text: bytes, trouble: Trouble) -> None:
    with server(says(text)) as port:
        assert asked(port) is trouble


def test_a_cut_body_is_what_came() -> None:
    with server(says(OK.replace(b"Length: 2", b"Length: 200"))) as port:
        told = asked(port)
    assert isinstance(told, HttpAnswer)
    assert told.body == b"{}"


def test_an_endless_body_is_cut() -> None:
    def answer(connection: socket.socket, _head: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"x" * 4096)

    with server(answer) as port:
        told = asked(port)
    assert isinstance(told, HttpAnswer)
    assert len(told.body) == connections.ANSWER_BYTES


def test_one_that_never_answers_is_left_in_time() -> None:
    release = threading.Event()
    with server(lambda _connection, _head: release.wait(HANG_GUARD_S)) as port:
        assert asked(port, 0.3) is Trouble.TIMEOUT
        release.set()


def test_one_that_drips_is_left_in_time() -> None:
    def drip(connection: socket.socket, _head: bytes) -> None:
        for letter in OK * 10:
            connection.sendall(bytes((letter,)))
            time.sleep(0.05)

    with server(drip) as port:
        assert asked(port, 0.6) is Trouble.TIMEOUT


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert asked(port) is Trouble.REFUSED
    assert reach("127.0.0.1", port, 5) is Trouble.REFUSED


def test_a_connection_alone() -> None:
    with server(says(b"")) as port:
        told = reach("localhost", port, 5)
    assert isinstance(told, Reached)


def test_a_name_that_does_not_exist() -> None:
    assert reach("no-such-name.invalid", 80, 10) in {Trouble.NO_SUCH_NAME, Trouble.NO_NAME_SERVER}
    assert reach("a" * 300 + ".invalid", 80, 10) is Trouble.NO_SUCH_NAME
    assert reach("\udcff", 80, 10) is Trouble.NO_SUCH_NAME


def test_a_name_server_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(names.socket, "getaddrinfo", lambda *_args, **_more: release.wait(HANG_GUARD_S) and [])
    assert reach("hanging.example", 80, 0.2) is Trouble.NO_NAME_SERVER
    assert look_up("hanging.example", 80, 0.2) == NotKnown(Why.TIMEOUT)
    release.set()


def test_an_address_that_swallows_packets_leaves_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with server(says(OK)) as port, socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        # A listener whose queue is full swallows the next connections.
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in (full.getsockname(), ("127.0.0.1", port))]
        monkeypatch.setattr(names.socket, "getaddrinfo", lambda *_args, **_more: places)
        looked = look_up("two-addresses.example", port, 5)
        assert not isinstance(looked, NotKnown)
        swallowing = names.Looked(((socket.AF_INET, full.getsockname()), (socket.AF_INET, ("127.0.0.1", port))), 0.0)
        connection, _ = connections._connect(swallowing, time.monotonic() + 2.0)
        connection.close()
        for one in waiting:
            one.close()


def test_through_a_proxy_with_its_password() -> None:
    heads: list[bytes] = []
    with server(lambda connection, head: (heads.append(head), connection.sendall(OK))[1]) as port:
        told = ask("http://desk.example/health", 5, f"http://kasir:ge%20heim@127.0.0.1:{port}")
    assert isinstance(told, HttpAnswer)
    assert told.through_proxy
    assert heads[0].startswith(b"GET http://desk.example/health HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic a2FzaXI6Z2UgaGVpbQ==\r\n" in heads[0]


def test_a_proxy_that_refuses_the_tunnel() -> None:
    with server(says(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) as port:
        assert ask("https://desk.example/health", 5, f"http://127.0.0.1:{port}") is Trouble.PROXY


def test_a_kind_of_proxy_that_is_not_known() -> None:
    assert ask("http://desk.example/", 5, "socks5://127.0.0.1:1080") is Trouble.PROXY_KIND


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "1", "-subj", "/CN=localhost"],
        check=True,
        capture_output=True,
    )
    return cert, key


def test_a_certificate_that_nobody_vouches_for(certificate: tuple[Path, Path]) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except OSError:
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
        assert ask(f"https://localhost:{listening.getsockname()[1]}/health", 10) is Trouble.CERTIFICATE


def test_a_server_that_speaks_no_tls() -> None:
    with server(says(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as port:
        assert ask(f"https://127.0.0.1:{port}/health", 1) in {Trouble.ENCRYPTION, Trouble.TIMEOUT}
