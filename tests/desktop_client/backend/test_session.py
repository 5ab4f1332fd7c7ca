"""Every kind of answer that is not the backend's, over real connections: none of them counts, each has its reason."""

import gzip
import socket
import threading
import time
import zlib
from pathlib import Path

import msgspec
import pytest

from contract.about import About
from contract.endpoints import ABOUT, FEED, HEALTH, PUT_TICKET, Endpoint
from desktop_client.backend.session import Session, StoppedError
from desktop_client.reasons import Cause, Cure, Reason, RefusedError
from tests.raw_server import Asked, RawServer, Reaction, answer, problem

TOKEN = "sgd_" + "a" * 43
GOOD = msgspec.json.encode(About(version="1", company="Contoh"))
PAGE = b"<html><body>Please sign in</body></html>"


def reason_of(react: Reaction | bytes, endpoint: Endpoint = ABOUT, **options: float) -> Reason:
    with RawServer(react) as server, Session(server.address, lambda: TOKEN, **options) as session, pytest.raises(RefusedError) as refused:
        session.call(endpoint)
    return refused.value.reason


def test_an_answer_in_the_contracts_form_counts() -> None:
    with RawServer(answer(200, GOOD, Date="Tue, 24 Nov 2026 08:00:00 GMT")) as server, Session(server.address) as session:
        about = session.call(ABOUT).read(About)
        assert about.company == "Contoh"
        assert session.clock_offset_s is not None
    asked = server.asked[0]
    assert asked.headers["user-agent"].startswith("Sigap/")
    assert len(asked.headers["x-request-id"]) == 16
    assert "authorization" not in asked.headers


@pytest.mark.parametrize(
    ("bytes_", "cause"),
    [
        (answer(200, PAGE, "text/html"), Cause.PORTAL),
        (answer(302, b"", "", Location="http://login.example/"), Cause.PORTAL),
        (answer(307, PAGE, "text/html", Location="/x"), Cause.PORTAL),
        (answer(511, PAGE, "text/html"), Cause.PORTAL),
        (answer(407, PAGE, "text/html"), Cause.PROXY_SIGN_IN),
        (answer(500, b"oops", "text/plain"), Cause.SERVER_PROBLEM),
        (answer(502, PAGE, "text/html"), Cause.SERVER_PROBLEM),
        (answer(503, PAGE, "text/html"), Cause.SERVER_PROBLEM),
        (answer(507, PAGE, "text/html"), Cause.SERVER_FULL),
        (answer(429, PAGE, "text/html"), Cause.SERVER_BUSY),
        (answer(404, PAGE, "text/html"), Cause.NOT_OURS),
        (answer(401, b"{}"), Cause.NOT_OURS),
        (answer(403, PAGE, "text/html"), Cause.NOT_OURS),
        (answer(200, b'{"hello": "world"}'), Cause.NOT_OURS),
        (answer(200, b"[]"), Cause.NOT_OURS),
        (answer(200, b"\xff\xfe{}"), Cause.NOT_OURS),
        (answer(200, GOOD, "text/plain"), Cause.NOT_OURS),
        (answer(204), Cause.NOT_OURS),
        (answer(201, GOOD), Cause.NOT_OURS),
        (answer(200, GOOD, Content_Encoding="br"), Cause.NOT_OURS),
        (answer(200, GOOD, Content_Encoding="gzip"), Cause.NOT_OURS),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Cause.NOT_OURS),
        (b"\x00\x01\x02 garbage\r\n\r\n", Cause.NOT_OURS),
        (b"", Cause.CONNECTION_BROKE),
        (b"HTTP/1.1 200 OK\r\nContent-Le", Cause.CONNECTION_BROKE),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", Cause.CONNECTION_BROKE),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{", Cause.CONNECTION_BROKE),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + GOOD[:-5], Cause.CONNECTION_BROKE),
        (problem(401, "revoked"), Cause.REVOKED),
        (problem(401, "not-enrolled"), Cause.NOT_ENROLLED),
        (problem(429, "limit-reached", retry_after_s=7), Cause.LIMIT_REACHED),
        (problem(429, "too-many-tries", retry_after_s=7), Cause.TOO_MANY_TRIES),
        (problem(507, "storage-full"), Cause.SERVER_FULL),
        (problem(503, "unavailable"), Cause.SERVER_PROBLEM),
        (problem(500, "internal"), Cause.SERVER_PROBLEM),
        (problem(409, "conflict", number="INC-000001"), Cause.CONFLICT),
        (problem(422, "invalid", field="subject"), Cause.REFUSED),
        (problem(418, "from-the-future"), Cause.REFUSED),
        (problem(500, "revoked"), Cause.SERVER_PROBLEM),
    ],
)
def test_every_other_answer_has_its_reason(bytes_: bytes, cause: Cause) -> None:
    assert reason_of(bytes_).cause is cause


def test_what_no_answer_of_ours_says_is_cured_by_time() -> None:
    for bytes_ in (answer(200, PAGE, "text/html"), answer(500), b"SSH\r\n", answer(429, b"", Retry_After="99999")):
        assert reason_of(bytes_).cure is Cure.TIME


def test_retry_after_is_clamped() -> None:
    assert reason_of(answer(429, b"", Retry_After="99999999999999999999")).retry_after_s == 900
    assert reason_of(problem(503, "unavailable", retry_after_s=10**9)).retry_after_s == 900
    assert reason_of(answer(503, b"", Retry_After="Mon, 01 Jan 2001 00:00:00 GMT")).retry_after_s == 0
    assert reason_of(answer(503, b"", Retry_After="soon")).retry_after_s is None


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Session(f"http://127.0.0.1:{port}") as session, pytest.raises(RefusedError) as refused:
        session.call(HEALTH)
    assert refused.value.reason == Reason(Cause.UNREACHABLE, {"host": "127.0.0.1"}, Cure.TIME)


def test_a_connection_that_is_reset() -> None:
    def reset(_asked: Asked, line: socket.socket) -> None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        line.close()

    assert reason_of(reset).cause is Cause.CONNECTION_BROKE


def test_silence_and_dripping_bytes_end_in_time() -> None:
    def drip(_asked: Asked, line: socket.socket) -> None:
        for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1000:
            line.sendall(bytes([byte]))
            time.sleep(0.05)

    def silence(_asked: Asked, line: socket.socket) -> None:
        line.recv(1)

    assert reason_of(silence, read_s=0.3).cause is Cause.SLOW
    assert reason_of(drip, total_s=0.5).cause is Cause.SLOW


def test_a_body_that_drips_is_never_taken_for_a_whole_one() -> None:
    def drip(_asked: Asked, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + GOOD)
        line.recv(1)

    # Without a length the body ends with the connection, and the deadline's cut must not look like that end.
    assert reason_of(drip, total_s=0.5).cause is Cause.SLOW


def test_redirects_are_not_followed_and_the_token_stays() -> None:
    with RawServer(answer(200, b"{}")) as elsewhere:
        moved = answer(302, b"", "", Location=f"{elsewhere.address}/api/v1/feed")
        with RawServer(moved) as server, Session(server.address, lambda: TOKEN) as session, pytest.raises(RefusedError):
            session.call(FEED)
        assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"
        assert elsewhere.connections == 0


def test_without_a_token_nothing_is_asked() -> None:
    for token in (None, "", "sgd_short", TOKEN + "\r\nX-Evil: 1"):
        with RawServer(answer(200)) as server, Session(server.address, lambda token=token: token) as session:
            with pytest.raises(RefusedError) as refused:
                session.call(FEED)
            assert refused.value.reason.cause is Cause.NOT_ENROLLED
            assert server.connections == 0


def test_netrc_and_cookies_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login siti password rahasia\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with RawServer(answer(200, GOOD, Set_Cookie="portal=1")) as server, Session(server.address) as session:
        session.call(ABOUT)
        session.call(ABOUT)
    assert all("authorization" not in asked.headers and "cookie" not in asked.headers for asked in server.asked)


def test_compressed_by_a_proxy_is_read_and_a_bomb_is_not() -> None:
    with RawServer(answer(200, gzip.compress(GOOD), Content_Encoding="gzip")) as server, Session(server.address) as session:
        assert session.call(ABOUT).read(About).company == "Contoh"
    with RawServer(answer(200, zlib.compress(GOOD), Content_Encoding="deflate")) as server, Session(server.address) as session:
        assert session.call(ABOUT).read(About).company == "Contoh"
    bomb = gzip.compress(b" " * 200_000_000 + GOOD, 9)
    assert len(bomb) < 300_000
    assert reason_of(answer(200, bomb, Content_Encoding="gzip")).cause is Cause.NOT_OURS


def test_an_endless_answer_is_bounded() -> None:
    def endless(_asked: Asked, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while True:
            line.sendall(b" " * 65536)

    assert reason_of(endless).cause is Cause.NOT_OURS


def test_the_backends_request_id_is_what_the_person_reads() -> None:
    assert reason_of(answer(500, b"", X_Request_Id="req-1")).data["ref"] == "req-1"
    ours = reason_of(answer(500, b"", X_Request_Id="<script>")).data["ref"]
    assert isinstance(ours, str)
    assert len(ours) == 16


def test_percent_says_how_much_had_left() -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def take_some() -> None:
        line, _ = listening.accept()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        line.recv(65536)
        time.sleep(0.2)
        line.close()

    thread = threading.Thread(target=take_some)
    thread.start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with Session(address, lambda: TOKEN) as session, pytest.raises(RefusedError) as refused:
        session.call(PUT_TICKET, path={"ticket_id": "x"}, body=b" " * 20_000_000)
    thread.join()
    listening.close()
    reason = refused.value.reason
    assert reason.cause is Cause.CONNECTION_BROKE
    assert 0 < int(reason.data["percent"]) < 100


def test_stop_ends_a_call_at_once_and_every_later_one() -> None:
    inside = threading.Event()

    def silence(_asked: Asked, line: socket.socket) -> None:
        inside.set()
        line.recv(1)

    with RawServer(silence) as server:
        session = Session(server.address)
        errors: list[BaseException] = []

        def call() -> None:
            try:
                session.call(HEALTH)
            except BaseException as error:  # noqa: BLE001 - told to the test
                errors.append(error)

        thread = threading.Thread(target=call)
        thread.start()
        assert inside.wait(10)
        session.stop()
        thread.join(10)
        assert [type(error) for error in errors] == [StoppedError]
        with pytest.raises(StoppedError):
            session.call(HEALTH)


def test_a_proxy_of_the_environment_is_used_for_other_hosts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(answer(407, b"", "", Proxy_Authenticate="Basic")) as proxy:
        monkeypatch.setenv("https_proxy", f"http://siti:rahasia@127.0.0.1:{proxy.port}")
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        with Session("https://help.example.test", lambda: TOKEN) as session, pytest.raises(RefusedError) as refused:
            session.call(ABOUT)
        assert refused.value.reason.cause is Cause.PROXY_SIGN_IN
        # The errors of the libraries, which name the proxy, don't come along.
        assert refused.value.__suppress_context__
        assert proxy.asked[0].method == "CONNECT"
        assert "authorization" not in proxy.asked[0].headers
        with RawServer(answer(200, GOOD)) as server, Session(server.address) as session:
            session.call(ABOUT)
        assert len(proxy.asked) == 1
