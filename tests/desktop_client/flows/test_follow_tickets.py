"""Tickets and conversations, offline too: what arrived is there at once, what waits is shown with it."""

import threading
import time
from pathlib import Path

import msgspec
import pytest

from contract.ids import new_id
from contract.tickets import Impact, PutTicket, State, Ticket, Urgency
from desktop_client.backend.session import Session
from desktop_client.flows.follow_tickets import fetch_words, follow_tickets, look_for_news, my_tickets, note_delivered, talk
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.news import News
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.sender import Sender
from tests.desktop_client.help_desk.test_outbox import promise, say
from tests.raw_server import RawServer, answer
from tests.small_backend import NOW, SmallBackend, summary

TOKEN = "sgd_" + "a" * 43


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache.db")


def drain(outbox: Outbox, address: str, cache: Cache | None = None) -> None:
    def delivered(promise_: object, answer_: bytes) -> None:
        if cache:
            note_delivered(promise_, answer_, cache=cache)  # type: ignore[arg-type]

    Sender(outbox, lambda: Session(address, lambda: TOKEN), outbox.database.folder / "lock", delivered=delivered).drain(None, 20)


def test_a_delivered_report_is_among_the_tickets_without_the_feed(outbox: Outbox, cache: Cache) -> None:
    one = promise(outbox, "Printer")
    with RawServer(SmallBackend()) as server:
        drain(outbox, server.address)
    assert cache.tickets() == ()
    rows = my_tickets(cache=cache, outbox=outbox)
    assert [(row.ticket.id, row.ticket.number, row.ticket.subject) for row in rows] == [(one, "INC-000001", "Printer")]
    assert my_tickets(cache=cache, outbox=outbox) == rows


def test_replies_that_wait_and_replies_that_arrived(outbox: Outbox, cache: Cache) -> None:
    one = promise(outbox, "Printer")
    first = say(outbox, one, "one")
    with RawServer(SmallBackend()) as server:
        drain(outbox, server.address, cache)
    second = say(outbox, one, "two")
    found = talk(one, cache=cache, outbox=outbox)
    assert found is not None
    assert [message.text for message in found.conversation.messages] == ["Printer", "one"]
    assert [(waiting.message.id, waiting.message.text) for waiting in found.waiting] == [(second, "two")]
    assert first in {message.id for message in found.conversation.messages}
    assert talk(new_id(), cache=cache, outbox=outbox) is None


def test_a_damaged_answer_hides_one_ticket_and_breaks_nothing(outbox: Outbox, cache: Cache) -> None:
    promise(outbox)
    with RawServer(SmallBackend()) as server:
        drain(outbox, server.address)
    outbox.database.run(lambda connection: connection.execute("UPDATE promises SET answer = x'7b'").fetchall())
    assert my_tickets(cache=cache, outbox=outbox) == ()


def test_news_once_for_the_command_line(cache: Cache) -> None:
    backend = SmallBackend()
    ticket = new_id()
    with RawServer(backend) as server, Session(server.address, lambda: TOKEN) as session:
        assert look_for_news(session, cache) == ()
        for number in range(7):
            backend.say(summary(ticket), str(number))
        assert [one.message.text for one in look_for_news(session, cache) if one.message] == list("0123456")
        assert look_for_news(session, cache) == ()


def test_the_reports_own_words_are_fetched_when_they_are_missing(outbox: Outbox, cache: Cache) -> None:
    ticket = new_id()
    backend = SmallBackend()
    backend.say(summary(ticket), "hello")
    whole = Ticket(
        id=ticket,
        number="INC-000001",
        subject="Printer",
        details="jams",
        category="",
        impact=Impact.ME,
        urgency=Urgency.HARD,
        priority=3,
        state=State.OPEN,
        person="Siti",
        account="siti",
        computer="pc",
        written=NOW,
        created=NOW,
        updated=NOW,
    )
    backend.fault = lambda asked: answer(200, msgspec.json.encode(whole)) if asked.path.endswith(ticket) else None
    with RawServer(backend) as server, Session(server.address, lambda: TOKEN) as session:
        look_for_news(session, cache)
        assert fetch_words(ticket, session, cache=cache)
        assert not fetch_words(ticket, session, cache=cache)
        assert not fetch_words(new_id(), session, cache=cache)
    found = talk(ticket, cache=cache, outbox=outbox)
    assert found is not None
    assert [message.text for message in found.conversation.messages] == ["Printer\n\njams", "hello"]


def test_following_tells_of_each_change(cache: Cache) -> None:
    backend = SmallBackend()
    told: list[tuple[News, ...]] = []
    with RawServer(backend) as server:
        listener = follow_tickets(cache=cache, session_factory=lambda: Session(server.address, lambda: TOKEN), on_news=told.append)
        listener._poll_s = 0.1
        thread = threading.Thread(target=listener.run)
        thread.start()
        deadline = time.monotonic() + 20
        while cache.position()[0] != "one" and time.monotonic() < deadline:
            time.sleep(0.02)
        backend.say(summary(new_id()), "hello")
        while not told and time.monotonic() < deadline:
            time.sleep(0.02)
        listener.close()
        thread.join(10)
    assert [[one.message.text for one in news if one.message] for news in told] == [["hello"]]


def test_the_request_of_what_arrived_is_kept_as_it_was(outbox: Outbox) -> None:
    one = promise(outbox, "Printer")
    with RawServer(SmallBackend()) as server:
        drain(outbox, server.address)
    ((delivery, request, _),) = outbox.delivered()
    assert delivery.id == one
    assert msgspec.json.decode(request, type=PutTicket).subject == "Printer"
