"""The checks of the network against real servers on loopback. On whole networks they are tried in `tests/faults/test_network_faults.py`."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from contract.about import ServiceKind
from contract.guides import CHECKS
from desktop_client.guides.check import Question
from desktop_client.guides.checks import clock as clock_check
from desktop_client.guides.checks import line as line_check
from desktop_client.guides.checks import proxy as proxy_check
from desktop_client.guides.checks.answers import Answers, place_for
from desktop_client.guides.checks.clock import Clock, measure, sources
from desktop_client.guides.checks.connected import Connected
from desktop_client.guides.checks.dns_asking import ask_one
from desktop_client.guides.checks.finding_hosts import patiently
from desktop_client.guides.checks.line import Line
from desktop_client.guides.checks.named_hosts import Place, backend, company_name, far_places, inside_name, place_of, public_name
from desktop_client.guides.checks.network import NETWORK_CHECKS
from desktop_client.guides.checks.portal import Portal, ask_pages, checksum, pages, portal_of
from desktop_client.guides.checks.proxy import Proxy
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.network.connections import HttpAnswer, Reached, Trouble, fetch, open_tunnel, shake
from desktop_client.system.network.names import Looked
from tests.desktop_client.guides.checks.network_questions import OK, question, service, web
from tests.faults.certificates import make_certificates

COMPANY = Company(
    backend="https://help.company.test",
    services=(
        service("public", "www.public.test", 443, ServiceKind.PUBLIC, "/"),
        service("files", "files.corp.test", 445, ServiceKind.FILES),
        service("inner", "inner.corp.test", 443, ServiceKind.INSIDE),
        service("numbered", "198.51.100.7", 80),
    ),
    portal_page="http://pages.company.test/page",
)


def said(seen: Seen) -> str:
    return f"{seen.outcome}:{seen.code}" if seen.code else str(seen.outcome)


def evidence(seen: Seen) -> dict[str, object]:
    return {one.name: one.value for one in seen.evidence}


def test_every_check_is_one_of_the_contract_s_and_its_causes_come_first() -> None:
    names = [check.name for check in NETWORK_CHECKS]
    assert set(names) <= set(CHECKS)
    for number, check in enumerate(NETWORK_CHECKS):
        for cause in check.after:
            name, _, code = cause.partition(":")
            assert name in names[:number]
            assert not code or code in CHECKS[name]
    assert "dns:first-dead" not in {cause for check in NETWORK_CHECKS for cause in check.after}


@pytest.mark.parametrize("check", [check for check in NETWORK_CHECKS if check.name not in {"connected", "gateway", "dns", "proxy"}])
def test_where_the_company_told_nothing_nothing_is_asked(check: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_check, "default_routes", lambda _run: ())
    assert said(check.look(question())) == "not_possible:not here"


def test_hosts_that_the_company_named() -> None:
    assert [place.host for place in far_places(COMPANY)] == ["help.company.test", "www.public.test", "198.51.100.7"]
    assert backend(COMPANY) == Place("help.company.test", 443, "/health", secure=True)
    assert (company_name(COMPANY), public_name(COMPANY), inside_name(COMPANY)) == (
        "help.company.test",
        "www.public.test",
        "inner.corp.test",
    )
    assert company_name(Company(backend="http://127.0.0.1:8080")) == ""
    assert place_of(COMPANY.services[0]).url == "https://www.public.test:443/"
    assert Place("2001:db8::1", 80, "/").url == "http://[2001:db8::1]:80/"


def test_pages_are_of_two_hosts_that_the_company_named() -> None:
    assert pages(COMPANY) == ("http://pages.company.test/page", "http://www.public.test")
    assert (
        pages(Company(backend="https://help.company.test", portal_page="http://pages.company.test/page"))[1] == "http://help.company.test"
    )
    assert pages(Company(portal_page="https://secure.test/page")) == ()
    assert pages(Company(backend="http://127.0.0.1:8080")) == ()


def answer(status: int = 200, body: bytes = b"here\n", **headers: str) -> HttpAnswer:
    now = datetime.now(UTC)
    told = {"content-type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpAnswer(Reached(1.0, 1.0), status, told, body, 1.0, now, now, through_proxy=False)


FIRST, SECOND = "http://pages.company.test/page", "http://www.public.test"
LOGIN = answer(302, b"", location="http://login.hotel.test/welcome")
FORM = answer(200, b"<html><form action=/login>Room number</form></html>")


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        (LOGIN, LOGIN, "login.hotel.test"),
        (answer(511), answer(511), "pages.company.test"),
        (FORM, FORM, "pages.company.test"),
        (answer(200, b'<meta http-equiv="refresh" content="0; url=http://login.hotel.test/">'), LOGIN, "login.hotel.test"),
        (LOGIN, answer(), ""),
        (answer(), LOGIN, ""),
        (LOGIN, Trouble.TIMEOUT, ""),
        (Trouble.TIMEOUT, Trouble.TIMEOUT, ""),
        (answer(), answer(), ""),
        (answer(301, location="https://pages.company.test/page"), answer(301, location="https://www.public.test/"), ""),
        (answer(301, location="https://shop.company.test/"), answer(301, location="https://public.test/"), ""),
        (answer(302, location="http://[broken"), answer(302, location="/local"), ""),
        (answer(404), answer(500), ""),
    ],
)
def test_whose_portal(first: HttpAnswer | Trouble, second: HttpAnswer | Trouble, owner: str) -> None:
    assert portal_of({FIRST: first, SECOND: second}) == owner


def test_one_host_proves_nothing() -> None:
    assert portal_of({FIRST: LOGIN}) == ""


def test_the_company_s_page_with_another_body_than_before() -> None:
    welcome = answer(200, b"<html>Welcome to the hotel</html>")
    before = {FIRST: (checksum(FIRST, answer()),)}
    assert portal_of({FIRST: welcome, SECOND: LOGIN}, before) == "login.hotel.test"
    assert portal_of({FIRST: welcome, SECOND: LOGIN}) == ""
    assert portal_of({FIRST: answer(), SECOND: LOGIN}, before) == ""


def test_pages_are_asked_for_without_following() -> None:
    heads: list[bytes] = []
    with web(
        lambda head: (heads.append(head), b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.9/\r\nContent-Length: 0\r\n\r\n")[1]
    ) as port:
        url = f"http://127.0.0.1:{port}/page"
        told = ask_pages((url,), 5)[url]
    assert isinstance(told, HttpAnswer)
    assert told.status == 302
    assert len(heads) == 1
    assert b"sigap" in heads[0].lower()
    assert b"ookie" not in heads[0]


def test_a_page_that_is_there_is_remembered_once() -> None:
    kept: list[float] = []
    with web(lambda _head: OK) as port, web(lambda _head: OK, "127.0.0.1") as other:
        del other
        company = Company(portal_page=f"http://127.0.0.1:{port}/page", services=(service("public", "127.0.0.2", 9, ServiceKind.PUBLIC),))
        asked = question(company)
        asked = Question(
            run=asked.run, limit_s=5, company=company, past=lambda _name: tuple(kept), keep=lambda _name, value: kept.append(value)
        )
        assert said(Portal().look(asked)) == "ok"
        assert said(Portal().look(asked)) == "ok"
    assert len(kept) == 1


@pytest.fixture
def behind_proxy(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def set_proxy(url: str) -> None:
        monkeypatch.setenv("https_proxy", url)

    return set_proxy


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (b"200 OK", "ok:works"),
        (b"407 Proxy Authentication Required", "found:sign-in"),
        (b"403 Forbidden", "ok:works"),
        (b"502 Bad Gateway", "ok:works"),
    ],
)
def test_a_proxy_that_answers(status: bytes, verdict: str, behind_proxy: Callable[[str], None]) -> None:
    heads: list[bytes] = []
    with web(lambda head: (heads.append(head), b"HTTP/1.1 " + status + b"\r\n\r\n")[1]) as port:
        behind_proxy(f"http://rina:planted@127.0.0.1:{port}")
        seen = Proxy().look(question(COMPANY))
    assert said(seen) == verdict
    assert heads[0].startswith(b"CONNECT help.company.test:443 ")
    assert "planted" not in str(seen)


def test_a_dead_proxy_is_asked_twice(behind_proxy: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxy_check, "reach", lambda *_way: Trouble.TIMEOUT)
    heads: list[bytes] = []
    with web(lambda head: (heads.append(head), b"")[1]) as port:
        behind_proxy(f"http://127.0.0.1:{port}")
        seen = Proxy().look(question(Company(backend="https://198.51.100.7")))
    assert (said(seen), len(heads)) == ("found:dead", 2)
    assert evidence(seen)["origin"] == "environment"


def test_no_proxy_and_one_without_a_port_to_speak_of(behind_proxy: Callable[[str], None]) -> None:
    assert said(Proxy().look(question(COMPANY))) == "ok:none"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        behind_proxy(f"socks5://127.0.0.1:{listening.getsockname()[1]}")
        assert said(Proxy().look(question(COMPANY))) == "ok:works"


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder, ("127.0.0.1",))
    return folder


@contextmanager
def secure_web(folder: Path, head: bytes) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                try:
                    connection.settimeout(20)
                    with context.wrap_socket(connection, server_side=True) as wrapped:
                        if wrapped.recv(4096):
                            wrapped.sendall(head)
                except OSError:
                    connection.close()

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join(5)


def dated(seconds: float) -> bytes:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
    return b"HTTP/1.1 200 OK\r\nDate: " + date.encode() + b"\r\nContent-Length: 0\r\n\r\n"


def at(port: int, **earlier: Seen) -> Question:
    return question(Company(backend=f"https://127.0.0.1:{port}"), earlier=earlier)


def test_a_certificate_is_a_finding_only_while_the_clock_is_right(certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with secure_web(certificates, dated(0)) as port:
        assert said(Answers().look(at(port))) == "found:certificate"
        assert said(Answers().look(at(port, clock=found("off")))) == "not_possible:after clock"
        assert said(Answers().look(at(port, clock=ok()))) == "found:certificate"
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates / "ca.pem"))
        assert said(Answers().look(at(port))) == "ok"
    monkeypatch.delenv("SSL_CERT_FILE")
    with secure_web(certificates, dated(7 * 3600)) as port:
        assert said(Answers().look(at(port))) == "not_possible:after clock"


def test_services_that_answer_or_don_t() -> None:
    with web(lambda _head: OK) as port:
        seen = Answers().look(question(Company(backend=f"http://127.0.0.1:{port}"), parameter="company"))
        assert (said(seen), evidence(seen)["status"]) == ("ok", 200)
        assert isinstance(evidence(seen)["ms"], int)
        plain = Company(services=(service("mail", "127.0.0.1", port, ServiceKind.MAIL),))
        assert said(Answers().look(question(plain, parameter="mail"))) == "ok"
        assert said(Answers().look(question(plain, parameter="vpn"))) == "not_possible:not here"
    assert said(Answers().look(question(plain, parameter="mail"))) == "found:refused"


@pytest.mark.parametrize(
    ("status", "verdict"), [(b"503 Busy", "found:5xx"), (b"401 Who", "ok"), (b"407 Proxy", "not_possible:after proxy")]
)
def test_what_a_service_says(status: bytes, verdict: str) -> None:
    with web(lambda _head: b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n") as port:
        assert said(Answers().look(question(Company(backend=f"http://127.0.0.1:{port}")))) == verdict


def test_names_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: object, **_more: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert said(Answers().look(question(COMPANY, parameter="public"))) == "found:no-name"
    assert said(Answers().look(question(COMPANY, parameter="inner"))) == "found:no-name"
    assert said(Answers().look(question(COMPANY, parameter="inner", earlier={"dns": found("inside")}))) == "not_possible:after dns"
    assert place_for(COMPANY, "company") == backend(COMPANY)


@pytest.mark.parametrize(
    ("ahead", "verdict", "shown"),
    [
        (0, "ok", {}),
        (-50, "ok", {"ahead": 50}),
        (-90, "found:codes", {"ahead": 90}),
        (90, "found:codes", {"behind": 90}),
        (400, "found:off", {"behind": 7}),
        (7 * 3600, "found:off", {"behind": 7, "hours": 7}),
    ],
)
def test_the_clock_with_a_portal_check_that_is_ok(ahead: int, verdict: str, shown: dict[str, object]) -> None:
    with web(lambda _head: dated(ahead)) as port:
        seen = Clock().look(question(Company(backend=f"http://127.0.0.1:{port}"), earlier={"portal": ok()}))
    assert said(seen) == verdict
    told = evidence(seen)
    for name, value in shown.items():
        assert isinstance(value, int)
        assert abs(float(str(told[name])) - value) <= 2


def test_a_portal_has_a_date_of_its_own() -> None:
    with web(lambda _head: dated(9000)) as port:
        company = Company(backend=f"http://127.0.0.1:{port}")
        assert said(Clock().look(question(company))) == "not_possible:not here"
        assert said(Clock().look(question(company, earlier={"portal": found("login-page")}))) == "not_possible:not here"


def test_a_clock_from_before_this_client_needs_no_network() -> None:
    assert said(Clock(built=datetime.now(UTC) + timedelta(days=900)).look(question())) == "found:off"


def test_dates_are_taken_of_certificates_that_nobody_believes(certificates: Path) -> None:
    with secure_web(certificates, dated(-7200)) as port:
        (offset,) = measure(((f"https://127.0.0.1:{port}/", False),), 5)
    assert abs(offset - 7200) < 5
    assert measure((("http://127.0.0.1:1/", False),), 5) == ()


def test_sources_are_of_several_hosts() -> None:
    assert [url for url, _ in sources(COMPANY)] == [
        "https://help.company.test:443/health",
        "https://www.public.test:443/",
        "http://198.51.100.7:80/",
        "http://pages.company.test/page",
        "http://www.public.test",
    ]
    assert datetime.now(UTC) > clock_check.BUILT


def test_tunnels_handshakes_and_downloads(certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + bytes(300_000)
    with web(lambda _head: body) as port:
        told = fetch(f"http://127.0.0.1:{port}/big", 10, None, 200_000, threading.Event())
        assert not isinstance(told, Trouble)
        assert told.received_bytes >= 200_000
        stopped = threading.Event()
        stopped.set()
        early = fetch(f"http://127.0.0.1:{port}/big", 10, None, 200_000, stopped)
        assert not isinstance(early, Trouble)
        assert early.received_bytes < 200_000
    assert open_tunnel(f"http://127.0.0.1:{port}", "a.test", 443, 1) is Trouble.REFUSED
    with secure_web(certificates, b"") as port:
        assert shake("127.0.0.1", port, 5) is Trouble.CERTIFICATE
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates / "ca.pem"))
        assert isinstance(shake("127.0.0.1", port, 5), Reached)


def test_one_server_is_asked_until_it_answers_or_not() -> None:
    stopped = threading.Event()
    stopped.set()
    assert not ask_one("127.0.0.1", ("help.company.test",), stopped).works


def test_how_hosts_are_found_here() -> None:
    looked = patiently(question())("127.0.0.1", 80, 5)
    assert isinstance(looked, Looked)
    assert looked.addresses[0][1] == ("127.0.0.1", 80)


def test_this_machine_s_connection_is_looked_at() -> None:
    seen = Connected(coming_s=0).look(question())
    assert seen.code in {"", *CHECKS["connected"], "not here"}


def test_a_stop_ends_the_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = question(Company(backend="https://198.51.100.7"))
    monkeypatch.setattr(line_check, "_far_target", lambda *_told: line_check.Target("127.0.0.1"))
    monkeypatch.setattr(line_check, "default_routes", lambda _run: ())
    monkeypatch.setattr(line_check, "BURST", 2)
    monkeypatch.setattr(line_check, "WAKE", 1)
    asked.stopped.set()
    assert said(Line(speed_s=0).look(asked)) == "not_possible:stopped"
