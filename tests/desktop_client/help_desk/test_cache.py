"""Tickets as last seen: news told once, what was read stays read, and a damaged cache costs nothing but fetching again."""

import random
import subprocess
from pathlib import Path

import msgspec
import pytest

from contract.feed import FeedEntry, FeedPage
from contract.ids import new_id
from contract.tickets import Action, By, Impact, Message, MessageStored, PutMessage, PutTicket, State, Ticket, TicketStored, Urgency
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.news import NewsKind
from tests.small_backend import NOW, SmallBackend, at, summary

TICKET = new_id()


def page(backend: SmallBackend, after: int = 0, *, more: bool = False) -> FeedPage:
    entries = tuple(entry for entry in backend.entries if entry.number > after)
    return FeedPage(epoch=backend.epoch, entries=entries, last=entries[-1].number if entries else after, more=more)


@pytest.fixture
def backend() -> SmallBackend:
    backend = SmallBackend()
    backend.say(summary(TICKET), "Have you tried the other tray?")
    return backend


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path / "cache.db")
    cache.begin("siti")
    cache.apply(FeedPage(epoch="one", last=0))
    return cache


def test_a_reply_is_told_once_counted_and_read(cache: Cache, backend: SmallBackend) -> None:
    told = cache.apply(page(backend))
    assert [(one.kind, one.ticket.number) for one in told] == [(NewsKind.REPLY, "INC-000001")]
    assert cache.apply(page(backend)) == ()
    assert cache.position() == ("one", 1)
    assert (cache.unread(), cache.tickets()[0].unread) == (1, 1)
    conversation = cache.conversation(TICKET)
    assert conversation is not None
    assert [message.text for message in conversation.messages] == ["Have you tried the other tray?"]
    cache.mark_read(TICKET)
    assert (cache.unread(), cache.tickets()[0].unread) == (0, 0)
    backend.say(summary(TICKET), "And now?")
    assert len(cache.apply(page(backend, 1))) == 1
    assert cache.unread() == 1


def test_ones_own_messages_are_no_news(cache: Cache, backend: SmallBackend) -> None:
    backend.entries.clear()
    backend.say(summary(TICKET), "still broken", By.EMPLOYEE)
    assert cache.apply(page(backend)) == ()
    assert cache.unread() == 0


def test_solved_is_told_whether_or_not_something_was_said(cache: Cache, backend: SmallBackend) -> None:
    cache.apply(page(backend))
    solved = msgspec.structs.replace(summary(TICKET, state=State.RESOLVED), updated=at(5))
    backend.entries.append(FeedEntry(number=2, at=at(2), kind="ticket", ticket=solved))
    assert [one.kind for one in cache.apply(page(backend, 1))] == [NewsKind.RESOLVED]
    said = Message(id=new_id(), by=By.TECHNICIAN, name="Rina", text="", action=Action.RESOLVE, created=at(9))
    backend.entries.append(FeedEntry(number=3, at=at(3), kind="message", ticket=solved, message=said))
    assert [one.kind for one in cache.apply(page(backend, 2))] == [NewsKind.RESOLVED]


def test_unknown_kinds_are_passed_over(cache: Cache) -> None:
    entry = FeedEntry(number=1, at=NOW, kind="from-the-future")
    assert cache.apply(FeedPage(epoch="one", entries=(entry,), last=1)) == ()
    assert cache.position() == ("one", 1)


def test_the_first_look_tells_nothing(tmp_path: Path, backend: SmallBackend) -> None:
    cache = Cache(tmp_path / "cache.db")
    assert cache.apply(page(backend, more=True)) == ()
    backend.say(summary(TICKET), "old too")
    assert cache.apply(page(backend, 1)) == ()
    backend.say(summary(TICKET), "new")
    assert len(cache.apply(page(backend, 2))) == 1


def test_another_epoch_begins_anew_and_nothing_read_becomes_unread(cache: Cache, backend: SmallBackend) -> None:
    other = new_id()
    backend.say(summary(other, "INC-000002"), "lost with the backup")
    cache.apply(page(backend))
    cache.mark_read(TICKET)
    backend.epoch = "two"
    del backend.entries[1]
    assert cache.apply(page(backend, 1)) == ()
    assert cache.position() == ("two", 0)
    assert len(cache.tickets()) == 2  # until the new feed is known
    assert cache.apply(page(backend)) == ()
    assert [row.ticket.id for row in cache.tickets()] == [TICKET]
    assert cache.unread() == 0


def test_a_cache_made_anew_remembers_what_was_read(tmp_path: Path, cache: Cache, backend: SmallBackend) -> None:
    cache.apply(page(backend))
    cache.mark_read(TICKET)
    cache.close()
    (tmp_path / "cache.db").write_bytes(b"nothing")
    again = Cache(tmp_path / "cache.db")
    again.begin("siti")
    assert again.position() == ("", 0)
    again.apply(page(backend))
    assert again.unread() == 0


@pytest.mark.parametrize("seed", range(30))
def test_no_damage_keeps_it_from_working(tmp_path: Path, cache: Cache, backend: SmallBackend, seed: int) -> None:
    rng = random.Random(seed)
    cache.apply(page(backend))
    cache.close()
    data = bytearray((tmp_path / "cache.db").read_bytes())
    for _ in range(rng.choice([1, 50, 3000])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    (tmp_path / "cache.db").write_bytes(data[: rng.randrange(len(data))] if seed % 5 == 0 else data)
    again = Cache(tmp_path / "cache.db")
    again.begin("siti")
    again.tickets()
    again.apply(page(backend))
    again.conversation(TICKET)
    again.unread()
    again.close()


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path, backend: SmallBackend) -> None:
    (tmp_path / "cache.db").mkdir()
    cache = Cache(tmp_path / "cache.db")
    cache.apply(page(backend))
    assert len(cache.tickets()) == 1


def test_somebody_elses_tickets_are_forgotten(cache: Cache, backend: SmallBackend) -> None:
    cache.apply(page(backend))
    cache.mark_read(TICKET)
    cache.begin("siti")
    assert len(cache.tickets()) == 1
    cache.begin("budi")
    assert cache.tickets() == ()
    assert cache.position() == ("", 0)
    cache.apply(page(backend))
    assert cache.unread() == 1


def test_a_delivered_report_is_there_at_once_with_its_words(cache: Cache, backend: SmallBackend) -> None:
    stored = TicketStored(id=TICKET, number="INC-000001", state=State.NEW, priority=3, created=NOW)
    cache.keep_delivered(PutTicket(subject="Printer", details="It jams.", written=NOW), stored)
    assert not cache.needs_words(TICKET)
    cache.apply(page(backend))
    conversation = cache.conversation(TICKET)
    assert conversation is not None
    assert [message.text for message in conversation.messages] == ["Printer\n\nIt jams.", "Have you tried the other tray?"]
    assert conversation.ticket.state is State.OPEN


def test_what_is_older_does_not_overwrite_what_is_newer(cache: Cache) -> None:
    newer = msgspec.structs.replace(summary(TICKET, state=State.RESOLVED), updated=at(9))
    cache.apply(FeedPage(epoch="one", entries=(FeedEntry(number=1, at=NOW, kind="ticket", ticket=newer),), last=1))
    cache.keep_delivered(
        PutTicket(subject="Printer", written=NOW), TicketStored(id=TICKET, number="INC-000001", state=State.NEW, priority=3, created=NOW)
    )
    assert cache.tickets()[0].ticket.state is State.RESOLVED


def test_a_fetched_ticket_brings_its_words_and_a_delivered_reply_shows(cache: Cache, backend: SmallBackend) -> None:
    cache.apply(page(backend))
    assert cache.needs_words(TICKET)
    ticket = Ticket(
        id=TICKET,
        number="INC-000001",
        subject="Printer",
        details="",
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
    cache.keep_ticket(ticket)
    reply = MessageStored(id=new_id(), ticket=TICKET, number="INC-000001", state=State.RESOLVED, created=at(9))
    for _ in range(2):
        cache.keep_reply(TICKET, PutMessage(text="It works", action=Action.RESOLVE, written=NOW, wants="remote-help"), reply)
    conversation = cache.conversation(TICKET)
    assert conversation is not None
    assert [(message.name, message.text) for message in conversation.messages] == [
        ("Siti", "Printer"),
        ("Rina", "Have you tried the other tray?"),
        ("", "It works"),
    ]
    assert [message.wants for message in conversation.messages] == ["", "", "remote-help"]
    assert conversation.ticket.state is State.RESOLVED
    assert cache.conversation(new_id()) is None
    cache.mark_read(new_id())


def test_a_full_disk_costs_only_the_keeping(tmp_path: Path, backend: SmallBackend) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(mount)], check=False, capture_output=True).returncode:
        pytest.skip("no right to mount here")
    try:
        cache = Cache(mount / "cache.db")
        for number in range(60):
            backend.say(summary(new_id(), f"INC-{number:06d}"), "x" * 3000)
        cache.apply(FeedPage(epoch="one", last=0))
        cache.apply(page(backend))
        assert len(cache.tickets()) == 61
        cache.close()
    finally:
        subprocess.run(["umount", str(mount)], check=True)
