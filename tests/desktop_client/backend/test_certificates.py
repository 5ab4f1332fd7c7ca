"""TLS as companies have it: trusted roots, foreign roots, certificates that are not valid now, and clocks that are wrong."""

import contextlib
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_address
from pathlib import Path

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from contract.about import About
from contract.endpoints import ABOUT, FEED
from contract.feed import FeedPage
from desktop_client.backend.session import Session
from desktop_client.reasons import Cause, Reason, RefusedError
from tests.raw_server import Asked, RawServer, answer

NOW = datetime.now(UTC)
GOOD = msgspec.json.encode(About(version="1", company="Contoh"))


def certificate(folder: Path, starts: datetime, ends: datetime, name: str = "127.0.0.1") -> ssl.SSLContext:
    """A server's context with a certificate that is its own root; `folder/ca.pem` is what trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sigap test")])
    alternative = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(starts)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "ca.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    return context


def reason_of(context: ssl.SSLContext, react: bytes) -> tuple[Reason, RawServer]:
    with RawServer(react, context=context) as server, Session(server.address, lambda: "sgd_" + "a" * 43) as session:
        with pytest.raises(RefusedError) as refused:
            session.call(ABOUT)
        return refused.value.reason, server


def test_a_root_that_the_system_trusts_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = certificate(tmp_path, NOW - timedelta(days=1), NOW + timedelta(days=1))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with RawServer(answer(200, GOOD), context=context) as server, Session(server.address) as session:
        assert session.call(ABOUT).read(About).company == "Contoh"


def test_a_foreign_root_is_refused_and_hears_nothing(tmp_path: Path) -> None:
    context = certificate(tmp_path, NOW - timedelta(days=1), NOW + timedelta(days=1))
    reason, server = reason_of(context, answer(200, GOOD))
    assert reason.cause is Cause.CERTIFICATE
    assert server.asked == []


def test_another_hosts_certificate_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = certificate(tmp_path, NOW - timedelta(days=1), NOW + timedelta(days=1), "help.example.test")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    reason, server = reason_of(context, answer(200, GOOD))
    assert reason.cause is Cause.CERTIFICATE
    assert server.asked == []


@pytest.mark.parametrize("days", [-400, 400])
def test_a_certificate_of_another_time_and_a_clock_that_agrees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    middle = NOW + timedelta(days=days)
    context = certificate(tmp_path, middle - timedelta(days=1), middle + timedelta(days=1))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    reason, _ = reason_of(context, answer(200, GOOD, Date=format_datetime(datetime.now(UTC), usegmt=True)))
    assert reason.cause is Cause.CERTIFICATE


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_is_off_is_named_and_the_token_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    middle = datetime.now(UTC) + timedelta(days=days)
    context = certificate(tmp_path, middle - timedelta(days=1), middle + timedelta(days=1))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    reason, server = reason_of(context, answer(200, GOOD, Date=format_datetime(middle, usegmt=True)))
    assert reason.cause is Cause.CLOCK
    assert abs(float(reason.data["difference_s"]) - days * 86400) < 60
    assert [asked.path for asked in server.asked] == ["/health"]
    assert "authorization" not in server.asked[0].headers


def test_plain_http_where_tls_should_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def refuse() -> None:
            line, _ = listening.accept()
            with line:
                line.recv(65536)
                line.sendall(answer(400, b"speak http here", "text/plain"))
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_WR)
                    while line.recv(65536):
                        pass

        thread = threading.Thread(target=refuse)
        thread.start()
        address = f"https://127.0.0.1:{listening.getsockname()[1]}"
        with Session(address) as session, pytest.raises(RefusedError) as refused:
            session.call(ABOUT)
        thread.join()
    assert refused.value.reason.cause is Cause.NOT_OURS


def test_through_a_company_proxy_which_sees_no_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = certificate(tmp_path, NOW - timedelta(days=1), NOW + timedelta(days=1), "help.example.test")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with RawServer(answer(200, b'{"epoch": "one", "last": 0}'), context=context) as server:

        def tunnel(_asked: Asked, line: socket.socket) -> None:
            with socket.create_connection(("127.0.0.1", server.port)) as there:
                line.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                back = threading.Thread(target=pump, args=(there, line))
                back.start()
                pump(line, there)
                back.join(10)

        with RawServer(tunnel) as proxy:
            monkeypatch.setenv("https_proxy", f"http://siti:rahasia@127.0.0.1:{proxy.port}")
            with Session(f"https://help.example.test:{server.port}", lambda: "sgd_" + "a" * 43) as session:
                assert session.call(FEED, query={"after": 0}).read(FeedPage).epoch == "one"
        assert [(asked.method, asked.path) for asked in proxy.asked] == [("CONNECT", f"help.example.test:{server.port}")]
        assert proxy.asked[0].headers["proxy-authorization"].startswith("Basic ")
        assert "authorization" not in proxy.asked[0].headers
    assert server.asked[0].headers["authorization"].startswith("Bearer ")
    assert "proxy-authorization" not in server.asked[0].headers


def pump(source: socket.socket, target: socket.socket) -> None:
    while piece := source.recv(65536):
        target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
