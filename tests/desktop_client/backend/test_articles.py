"""Pages and pictures over real connections: compressed, bounded, whole or refused, and read also when a newer backend wrote them."""

import gzip
import hashlib
import socket
import threading
import time

import msgspec
import pytest

from contract.articles import Article, ArticleImage, ArticlesPage, PutHelpUse
from desktop_client.backend import articles
from desktop_client.backend.articles import fetch_image, fetch_page, is_article_id, may_be_fetched, put_help_use, put_opinion
from desktop_client.backend.session import Session, StoppedError
from desktop_client.reasons import Cause, RefusedError
from tests.raw_server import Asked, RawServer, Reaction, answer, problem
from tests.small_backend import SmallBackend

TOKEN = "sgd_" + "a" * 43
ARTICLE = Article(id="vpn", lang="en", title="VPN", body="Connect.")
PAGE = msgspec.json.encode(ArticlesPage(epoch="one", articles=(ARTICLE,), gone=("old",), last=7, more=True, total=9))
DATA = b"\x89PNG and so on"
IMAGE = ArticleImage(name="img/a b.png", type="image/png", size_bytes=len(DATA), sha256=hashlib.sha256(DATA).hexdigest())


def session_to(server: RawServer) -> Session:
    return Session(server.address, lambda: TOKEN)


def refused_page(react: Reaction | bytes) -> Cause:
    with RawServer(react) as server, session_to(server) as session, pytest.raises(RefusedError) as refused:
        fetch_page(session, 0)
    return refused.value.reason.cause


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_comes_compressed_or_not(packed: bool) -> None:  # noqa: FBT001 - a case
    body = answer(200, gzip.compress(PAGE), Content_Encoding="gzip") if packed else answer(200, PAGE)
    with RawServer(body) as server, session_to(server) as session:
        page = fetch_page(session, 5)
    assert page == msgspec.json.decode(PAGE, type=ArticlesPage)
    (asked,) = server.asked
    assert (asked.path, asked.headers["accept-encoding"]) == ("/api/v1/articles?after=5", "gzip")


def test_an_article_of_a_newer_form_is_passed_over_and_the_others_are_read() -> None:
    newer = {"id": "new", "lang": "en", "title": "New", "body": "", "guide": {"first": "a", "steps": [{"step": "dance", "id": "a"}]}}
    grown = {**msgspec.to_builtins(ARTICLE), "colour": "blue"}
    page = {"epoch": "one", "articles": [newer, grown, {"id": ""}, 7], "last": 3, "mood": "fine"}
    with RawServer(answer(200, msgspec.json.encode(page))) as server, session_to(server) as session:
        assert fetch_page(session, 0).articles == (ARTICLE,)


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_that_is_cut_anywhere_is_refused_whole(packed: bool) -> None:  # noqa: FBT001 - a case
    whole = answer(200, gzip.compress(PAGE), Content_Encoding="gzip") if packed else answer(200, PAGE)
    cuts = iter(range(len(whole) - 1, 0, -7))

    def react(_asked: Asked, line: socket.socket) -> None:
        line.sendall(whole[: next(cuts)])

    with RawServer(react) as server:
        for _ in range(len(whole) // 7 - 1):
            with session_to(server) as session, pytest.raises(RefusedError) as refused:
                fetch_page(session, 0)
            assert refused.value.reason.cause in {Cause.CONNECTION_BROKE, Cause.NOT_OURS, Cause.SLOW}


def test_a_page_whose_gzip_is_cut_though_its_length_is_right_is_refused() -> None:
    packed = gzip.compress(PAGE)
    assert refused_page(answer(200, packed[: len(packed) // 2], Content_Encoding="gzip")) is Cause.NOT_OURS


def test_hostile_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "MOST_PAGE_BYTES", 200_000)
    bomb = gzip.compress(b'{"epoch": "' + b"a" * 30_000_000)
    assert refused_page(answer(200, bomb, Content_Encoding="gzip")) is Cause.NOT_OURS

    def endless(_asked: Asked, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\n\r\n")
        while True:
            line.sendall(b" " * 65536)

    assert refused_page(endless) is Cause.NOT_OURS


def test_an_article_of_five_megabytes_comes() -> None:
    big = ArticlesPage(epoch="one", articles=(Article(id="big", lang="en", title="Big", body="\n" * 5_000_000),), last=1)
    packed = answer(200, gzip.compress(msgspec.json.encode(big), 1), Content_Encoding="gzip")
    with RawServer(packed) as server, session_to(server) as session:
        assert fetch_page(session, 0) == big


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (answer(200, b"<html>Hotel</html>", "text/html"), Cause.PORTAL),
        (answer(200, b'{"epoch": "one"}'), Cause.NOT_OURS),
        (answer(200, b"[" * 100_000), Cause.NOT_OURS),
        (answer(200, b'{"epoch": "one", "articles": {}, "last": 1}'), Cause.NOT_OURS),
        (answer(200, b"\x1f\x8bxxxx", Content_Encoding="gzip"), Cause.NOT_OURS),
        (answer(200, PAGE, Content_Encoding="br"), Cause.NOT_OURS),
        (problem(401, "revoked"), Cause.REVOKED),
        (problem(404, "not-found"), Cause.REFUSED),
        (answer(503, b""), Cause.SERVER_PROBLEM),
    ],
)
def test_what_is_no_page_has_its_reason(body: bytes, cause: Cause) -> None:
    assert refused_page(body) is cause


def test_a_page_that_drips_can_be_stopped() -> None:
    begun = threading.Event()

    def drip(_asked: Asked, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
        while True:
            line.sendall(b" ")
            begun.set()
            time.sleep(0.02)

    with RawServer(drip) as server, session_to(server) as session:
        threading.Timer(0.2, session.stop).start()
        with pytest.raises(StoppedError):
            fetch_page(session, 0)
        assert begun.is_set()


def test_a_picture_is_what_its_article_says() -> None:
    with RawServer(answer(200, DATA, "image/png")) as server, session_to(server) as session:
        assert fetch_image(session, "vpn", IMAGE) == DATA
    assert server.asked[0].path == "/api/v1/articles/vpn/images/img/a%20b.png"


@pytest.mark.parametrize("data", [DATA[:-1], DATA + b"!", b"", DATA[::-1], DATA * 10_000])
def test_a_picture_that_is_not_what_its_article_says_is_refused(data: bytes) -> None:
    with RawServer(answer(200, data, "image/png")) as server, session_to(server) as session, pytest.raises(RefusedError) as refused:
        fetch_image(session, "vpn", IMAGE)
    assert refused.value.reason.cause is Cause.NOT_OURS


@pytest.mark.parametrize("name", ["../a", "a/../b", "..", "/a", "a//b", "a\\b", "a?b", "a#b", "a\n", "", "x" * 301])
def test_a_picture_whose_name_leads_elsewhere_is_not_asked_for(name: str) -> None:
    image = msgspec.structs.replace(IMAGE, name=name)
    assert not may_be_fetched("vpn", image)
    with RawServer(answer(200, DATA)) as server, session_to(server) as session, pytest.raises(RefusedError):
        fetch_image(session, "vpn", image)
    assert server.asked == []


def test_ids_in_addresses() -> None:
    assert all(map(is_article_id, ("a", "..a", "-x", "A_b.c-9", "a" * 200)))
    assert not any(map(is_article_id, ("", ".", "..", "a/b", "a b", "é", "a\n", "a" * 201)))


def test_opinions_and_counts_are_put() -> None:
    backend = SmallBackend()
    backend.publish(ARTICLE)
    with RawServer(backend) as server, session_to(server) as session:
        put_opinion(session, "vpn", "00000000-0000-7000-8000-000000000001", b"{}")
        put_help_use(session, "2026-11-24", PutHelpUse(searches=3))
    assert backend.opinions == {"00000000-0000-7000-8000-000000000001": ("vpn", b"{}")}
    assert msgspec.json.decode(backend.help_use["2026-11-24"])["searches"] == 3
