import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from contract.articles import Article
from contract.feed import PAGE_ENTRIES, FeedEntry, FeedHello, FeedPage
from contract.ids import new_id
from server_stub.api import feed
from server_stub.events import STREAMS
from server_stub.knowledge.taken import TakenFile
from tests.server_stub.served import Person, Served, serving


@dataclass
class Event:
    kind: str = ""
    number: int | None = None
    data: bytes = b""


@dataclass
class Stream:
    """An open stream of events, read by a thread."""

    connection: socket.socket
    head: bytes = b""
    events: list[Event] = field(default_factory=list)
    comments: int = 0
    ended: bool = False

    def read(self) -> None:
        with self.connection.makefile("rb") as lines:
            while (line := lines.readline()) not in {b"\r\n", b""}:
                self.head += line
            event = Event()
            for raw in lines:
                line = raw.rstrip(b"\r\n")
                if line.startswith(b"data: "):
                    event.data = line[6:]
                elif line.startswith(b"event: "):
                    event.kind = line[7:].decode()
                elif line.startswith(b"id: "):
                    event.number = int(line[4:])
                elif line == b":":
                    self.comments += 1
                elif line == b"0":
                    break
                elif not line and event.kind:
                    self.events.append(event)
                    event = Event()
        self.ended = True

    def numbers(self) -> list[int | None]:
        return [event.number for event in self.events[1:]]


@contextmanager
def streaming(person: Person, query: str = "", headers: str = "") -> Iterator[Stream]:
    with socket.create_connection(("127.0.0.1", person.served.port), timeout=20) as connection:
        head = f"GET /api/v1/feed{query} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer {person.token}\r\n"
        connection.sendall(f"{head}{headers}\r\n".encode())
        stream = Stream(connection)
        reading = threading.Thread(target=stream.read)
        reading.start()
        try:
            yield stream
        finally:
            connection.shutdown(socket.SHUT_RDWR)
            reading.join()


def until(reached: Callable[[], bool]) -> None:
    limit = time.monotonic() + 20
    while not reached():
        assert time.monotonic() < limit, "it didn't happen"
        time.sleep(0.01)


def test_pages_in_order_each_entry_once(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    assert ana.feed() == {"epoch": served.backend.store.epoch, "entries": [], "last": 0, "more": False}
    ana.ticket()
    for n in range(PAGE_ENTRIES + 5):
        desk.reply("INC-000001", f"Reply {n}", "Dewi")
    first = msgspec.convert(ana.feed(), FeedPage)
    assert (len(first.entries), first.last, first.more) == (PAGE_ENTRIES, PAGE_ENTRIES, True)
    second = msgspec.convert(ana.feed(first.last), FeedPage)
    assert (len(second.entries), second.last, second.more) == (6, PAGE_ENTRIES + 6, False)
    assert [entry.number for entry in first.entries + second.entries] == list(range(1, PAGE_ENTRIES + 7))
    assert first.entries[0].kind == "ticket"
    assert first.entries[0].ticket is not None
    assert first.entries[0].ticket.number == "INC-000001"
    assert first.entries[1].kind == "message"
    assert first.entries[1].message is not None
    assert first.entries[1].message.text == "Reply 0"
    assert first.entries[1].ticket is not None
    assert first.entries[1].ticket.state == "open"
    assert ana.feed(second.last)["entries"] == []
    assert ana.feed(10**12) == {"epoch": served.backend.store.epoch, "entries": [], "last": PAGE_ENTRIES + 6, "more": False}


def test_long_messages_make_short_pages(served: Served) -> None:
    ana = served.person()
    ana.ticket()
    for _ in range(40):
        served.backend.desk.reply("INC-000001", "x" * 50_000, "Dewi")
    page = ana.feed()
    assert page["more"]
    assert 10 < len(page["entries"]) < 25
    number, seen = 0, 0
    while page["entries"]:
        seen += len(page["entries"])
        number = page["last"]
        page = ana.feed(number)
    assert (seen, number) == (41, 41)


def test_only_ones_own_news(ana: Person, budi: Person) -> None:
    ana.ticket(subject="Ana's secret")
    assert budi.feed()["entries"] == []
    with streaming(budi) as stream:
        ana.ticket(subject="Another secret")
        budi.ticket(subject="Budi's")
        until(lambda: len(stream.events) == 2)
        assert stream.numbers() == [1]
        assert b"Budi's" in stream.events[1].data


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "", "9" * 30, "%00", "1&after="])
def test_a_number_that_is_none(ana: Person, after: str) -> None:
    assert ana.call("GET", f"/api/v1/feed?after={after}").problem().field == "after"
    assert ana.call("GET", "/api/v1/feed", None, {"Last-Event-ID": "x"}).problem().field == "Last-Event-ID"


def test_a_stream_says_hello_then_what_was_then_what_happens(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ana.ticket()
    desk.reply("INC-000001", "Before", "Dewi")
    with streaming(ana, "?after=1") as stream:
        until(lambda: len(stream.events) == 2)
        hello = msgspec.json.decode(stream.events[0].data, type=FeedHello)
        assert (stream.events[0].kind, stream.events[0].number) == ("hello", None)
        assert (hello.epoch, hello.last) == (served.backend.store.epoch, 2)
        assert b"text/event-stream" in stream.head
        assert b"no-store" in stream.head
        assert b"x-accel-buffering: no" in stream.head.lower()
        desk.reply("INC-000001", "Two\nlines", "Dewi")
        ana.put_message("no-such-ticket", new_id())
        until(lambda: len(stream.events) == 3)
        entry = msgspec.json.decode(stream.events[2].data, type=FeedEntry)
        assert (stream.events[2].kind, stream.events[2].number, entry.number) == ("message", 3, 3)
        assert entry.message is not None
        assert entry.message.text == "Two\nlines"


def test_a_stream_says_when_articles_change_and_not_when_they_do_not(served: Served) -> None:
    file = TakenFile(
        article=Article(id="vpn", lang="en", title="VPN", body="Connect."), state="published", audience="everyone", extra={}, source="1"
    )
    library = served.backend.library
    with streaming(served.person(), "") as stream:
        until(lambda: len(stream.events) == 1)
        assert library.keep([file]).imported == 1
        until(lambda: len(stream.events) == 2)
        library.keep([file])  # as it was
        library.set_state("vpn", "retired")
        until(lambda: len(stream.events) == 3)
        assert [(event.kind, event.number) for event in stream.events[1:]] == [("articles", None)] * 2


def test_a_client_that_comes_back_says_what_it_saw_last(served: Served) -> None:
    ana = served.person()
    for _ in range(5):
        ana.ticket()
    with streaming(ana, "?after=0", "Last-Event-ID: 3\r\n") as stream:
        until(lambda: stream.numbers() == [4, 5])


def test_nothing_is_missed_between_what_was_and_what_happens(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ana.ticket()
    ending = threading.Event()

    def talk() -> None:
        while not ending.wait(0.001):
            desk.reply("INC-000001", "on and on", "Dewi")

    talking = threading.Thread(target=talk)
    talking.start()
    try:
        for _ in range(8):
            with streaming(ana) as stream:
                until(lambda: len(stream.events) > 60)
                assert stream.numbers() == list(range(1, len(stream.events)))
    finally:
        ending.set()
        talking.join()


def test_revoking_ends_the_streams_of_that_computer_alone(served: Served) -> None:
    ana, budi = served.person("Ana", "PC-1"), served.person("Budi", "PC-2")
    with streaming(ana) as hers, streaming(budi) as his:
        until(lambda: bool(hers.events and his.events))
        served.backend.people.revoke("PC-1")
        until(lambda: hers.ended)
        budi.ticket()
        until(lambda: his.numbers() == [1])
    with streaming(ana) as refused:
        until(lambda: b"revoked" in refused.head)
        assert refused.head.startswith(b"HTTP/1.1 401")


def test_stopping_ends_every_stream(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        ana = served.person()
        with streaming(ana) as one, streaming(ana) as other:
            until(lambda: bool(one.events and other.events))
            served.backend.events.close()
            until(lambda: one.ended and other.ended)
        with streaming(ana) as late:
            until(lambda: late.ended)


def test_a_client_that_goes_is_forgotten(served: Served) -> None:
    ana = served.person()
    with streaming(ana) as stream:
        until(lambda: bool(stream.events))
        assert served.backend.events.count() == 1
    until(lambda: served.backend.events.count() == 0)


def test_one_computer_holds_few_streams(served: Served) -> None:
    ana = served.person()
    connections = []
    for _ in range(STREAMS + 3):
        one = streaming(ana)
        stream = one.__enter__()
        until(lambda: bool(stream.events))  # noqa: B023 - called at once
        connections.append((one, stream))
    until(lambda: served.backend.events.count() == STREAMS)
    assert [stream.ended for _, stream in connections].count(True) == 3
    for one, _ in connections:
        one.__exit__(None, None, None)


def test_a_quiet_stream_has_a_heartbeat(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "HEARTBEAT_S", 0.05)
    with streaming(served.person()) as stream:
        until(lambda: stream.comments > 2)
        assert len(stream.events) == 1


def test_a_client_that_does_not_read_holds_nothing_up(served: Served) -> None:
    ana, desk = served.person(), served.backend.desk
    ana.ticket()
    head = f"GET /api/v1/feed HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer {ana.token}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", served.port)) as deaf:
        deaf.sendall(head.encode())
        for _ in range(300):
            desk.reply("INC-000001", "x" * 50_000, "Dewi")
        with streaming(ana, "?after=300") as other:
            until(lambda: other.numbers() == [301])
        assert ana.call("GET", "/health").status == 200
