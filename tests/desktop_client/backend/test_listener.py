"""The feed's listener: nothing missed and nothing twice, through silence, cuts, buffering proxies, another epoch and a quick goodbye."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import msgspec
import pytest

from contract.feed import FeedHello, FeedPage
from contract.ids import new_id
from desktop_client.backend.events import Event, EventReader, TooLongError
from desktop_client.backend.listener import Listener
from desktop_client.backend.session import Session
from desktop_client.help_desk.cache import Cache
from desktop_client.reasons import Cause
from tests.raw_server import Asked, RawServer, answer, problem
from tests.small_backend import SmallBackend, summary

TOKEN = "sgd_" + "a" * 43
TICKET = new_id()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


class Live:
    """A backend with a stream. `held` connections can be cut, fed, or left silent by the test."""

    def __init__(self) -> None:
        self.backend = SmallBackend()
        self.held: list[socket.socket] = []
        self.buffering = False
        self.asked_after: list[str] = []

    def __call__(self, asked: Asked, line: socket.socket) -> None:
        if "text/event-stream" not in asked.headers.get("accept", ""):
            self.backend(asked, line)
            return
        self.asked_after.append(asked.path)
        line.sendall(HEAD)
        if not self.buffering:
            last = len(self.backend.entries)
            send(line, b"event: hello\ndata: " + msgspec.json.encode(FeedHello(epoch=self.backend.epoch, last=last)) + b"\n\n")
        self.held.append(line)
        while line.recv(4096):
            pass

    def tell(self, text: str) -> None:
        self.backend.say(summary(TICKET), text)
        entry = self.backend.entries[-1]
        data = b"id: %d\nevent: message\ndata: %s\n\n" % (entry.number, msgspec.json.encode(entry))
        for piece in (data[:20], data[20:]):
            send(self.held[-1], piece)

    def cut(self) -> None:
        self.held.pop().shutdown(socket.SHUT_RDWR)


def send(line: socket.socket, data: bytes) -> None:
    line.sendall(b"%x\r\n%b\r\n" % (len(data), data))


class Listening:
    """A listener with a real cache, in its thread."""

    def __init__(self, address: str, folder: Path, **options: float) -> None:
        self.cache = Cache(folder / "cache.db")
        self.states: list[bool] = []
        self.told: list[str] = []
        self.articles: list[str] = []
        self.listener = Listener(
            lambda: Session(address, lambda: TOKEN),
            self.cache.position,
            self._take,
            self.states.append,
            on_articles=lambda: self.articles.append("changed"),
            **options,
        )

    def _take(self, page: FeedPage) -> None:
        self.told += [news.message.text for news in self.cache.apply(page) if news.message]

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.listener.run)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.close()
        self._thread.join(10)
        assert not self._thread.is_alive()
        self.cache.close()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def live() -> Live:
    return Live()


def test_pages_first_and_then_live(live: Live, tmp_path: Path) -> None:
    for number in range(8):  # three pages
        live.backend.say(summary(TICKET), f"old {number}")
    with RawServer(live) as server, Listening(server.address, tmp_path) as listening:
        until(lambda: bool(live.held))
        assert listening.cache.position() == ("one", 8)
        assert listening.told == []
        live.tell("new")
        live.tell("newer")
        until(lambda: listening.told == ["new", "newer"])
        assert listening.states == [True]
        assert live.asked_after == ["/api/v1/feed?after=8"]


def test_changed_articles_are_heard_and_are_no_news(live: Live, tmp_path: Path) -> None:
    with RawServer(live) as server, Listening(server.address, tmp_path) as listening:
        until(lambda: bool(live.held))
        send(live.held[-1], b"event: articles\ndata: {}\n\n")
        until(lambda: listening.articles == ["changed"])
        live.tell("new")
        until(lambda: listening.cache.position() == ("one", 1))
        assert listening.articles == ["changed"]


def test_a_cut_loses_nothing_and_repeats_nothing(live: Live, tmp_path: Path) -> None:
    with RawServer(live) as server, Listening(server.address, tmp_path) as listening:
        until(lambda: bool(live.held))
        live.tell("one")
        until(lambda: listening.told == ["one"])
        live.cut()
        live.backend.say(summary(TICKET), "while away")
        until(lambda: bool(live.held))
        live.tell("two")
        until(lambda: listening.told == ["one", "while away", "two"])


def test_silence_is_noticed(live: Live, tmp_path: Path) -> None:
    with RawServer(live) as server, Listening(server.address, tmp_path, silence_s=0.3) as listening:
        until(lambda: len(live.held) >= 2)
        assert listening.states[0] is True


def test_where_streams_are_held_back_pages_are_asked_for(live: Live, tmp_path: Path) -> None:
    live.buffering = True
    with RawServer(live) as server, Listening(server.address, tmp_path, hello_s=0.3, poll_s=0.1) as listening:
        until(lambda: bool(live.held))
        until(lambda: sum("accept" in asked.headers and "event-stream" not in asked.headers["accept"] for asked in server.asked) > 3)
        live.backend.say(summary(TICKET), "by page")
        until(lambda: listening.told == ["by page"])
        assert len(live.asked_after) == 1
        assert listening.states == [True]


def test_a_proxy_that_answers_with_a_page_is_asked_for_pages(tmp_path: Path) -> None:
    backend = SmallBackend()
    with RawServer(backend) as server, Listening(server.address, tmp_path, poll_s=0.1) as listening:
        until(lambda: len(server.asked) > 4)
        backend.say(summary(TICKET), "by page")
        until(lambda: listening.told == ["by page"])


def test_another_epoch_is_read_from_the_start(live: Live, tmp_path: Path) -> None:
    live.backend.say(summary(TICKET), "before")
    with RawServer(live) as server, Listening(server.address, tmp_path) as listening:
        until(lambda: bool(live.held))
        live.backend.epoch = "two"
        live.backend.entries.clear()
        live.backend.say(summary(TICKET), "before")
        live.cut()
        until(lambda: bool(live.held))
        until(lambda: listening.cache.position() == ("two", 1))
        live.tell("after")
        until(lambda: listening.told == ["after"])


def test_away_and_back_again(tmp_path: Path) -> None:
    away = True
    backend = SmallBackend(lambda _asked: answer(503) if away else None)
    with RawServer(backend) as server, Listening(server.address, tmp_path, poll_s=0.1) as listening:
        until(lambda: listening.states == [False])
        assert listening.listener.reason is not None
        assert listening.listener.reason.cause is Cause.SERVER_PROBLEM
        away = False
        listening.listener.wake()
        until(lambda: listening.states == [False, True])
        assert listening.listener.reason is None


def test_revoked_is_not_asked_again_until_woken(tmp_path: Path) -> None:
    with RawServer(problem(401, "revoked")) as server, Listening(server.address, tmp_path) as listening:
        until(lambda: listening.states == [False])
        time.sleep(0.3)
        assert len(server.asked) == 1
        listening.listener.wake()
        until(lambda: len(server.asked) == 2)


def test_streams_that_always_end_at_once_are_not_opened_all_the_time(live: Live, tmp_path: Path) -> None:
    def ends(asked: Asked, line: socket.socket) -> None:
        if "text/event-stream" in asked.headers.get("accept", ""):
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
            hello = msgspec.json.encode(FeedHello(epoch="one", last=0))
            line.sendall(b"event: hello\ndata: " + hello + b"\n\n")
        else:
            live.backend(asked, line)

    with RawServer(ends) as server, Listening(server.address, tmp_path):
        time.sleep(3)
        assert 2 <= len(server.asked) <= 8


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_events_in_any_pieces(size: int, ending: bytes) -> None:
    lines = [
        b": comment",
        b"id: 1",
        b"event: hello",
        b"data: one",
        b"data:two",
        b"retry: 5",
        b"",
        b"",
        b"data: \xc3\xa9",
        b"",
        b"event: x",
        b"",
        b"",
    ]
    reader = EventReader()
    found = [event for piece in chunks(ending.join(lines), size) for event in reader.feed(piece)]
    assert found == [Event("hello", b"one\ntwo"), Event("message", b"\xc3\xa9")]


@pytest.mark.parametrize("piece", [b"x" * 1000, b"data: " + b"x" * 1000 + b"\n"])
def test_an_event_without_an_end_is_given_up(piece: bytes) -> None:
    reader = EventReader()
    for _ in range(1040):
        assert list(reader.feed(piece)) == []
    with pytest.raises(TooLongError):
        feed(reader, piece)


def feed(reader: EventReader, piece: bytes) -> None:
    for _ in range(20):
        list(reader.feed(piece))
