"""The feed: one numbered list of entries a person, written in the transaction in which the thing happened."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select, update

from contract.assist import AssistSession
from contract.feed import FeedEntry
from contract.tickets import Message, TicketSummary
from server_stub.store.tables import feed, people
from server_stub.store.writer import Work

PAGE_LETTERS = 1_000_000
"""A page ends after so much text, so that long messages don't make it huge."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(FeedEntry)


def add(
    work: Work, person: str, now: datetime, ticket: TicketSummary, message: Message | None = None, assist: AssistSession | None = None
) -> None:
    """Tells a person what happened; the person's listeners are woken after the commit. `assist` comes without keys and codes."""
    mine = people.c.id == person
    work.connection.execute(update(people).where(mine).values(feed_last=people.c.feed_last + 1))
    number = work.connection.scalar(select(people.c.feed_last).where(mine)) or 0
    kind = "assist" if assist is not None else "message" if message is not None else "ticket"
    entry = FeedEntry(number=number, at=now, kind=kind, ticket=ticket, message=message, assist=assist)
    work.connection.execute(insert(feed).values(person=person, number=number, at=now, entry=_encoder.encode(entry).decode()))
    work.news.add(person)


def last(connection: Connection, person: str) -> int:
    """The number of the newest entry, 0 without any."""
    return connection.scalar(select(people.c.feed_last).where(people.c.id == person)) or 0


def entries_after(connection: Connection, person: str, number: int, most: int) -> tuple[tuple[FeedEntry, ...], bool]:
    """The entries after a number in order, and whether there are more than the `most` that fit one page."""
    query = select(feed.c.entry).where(feed.c.person == person, feed.c.number > number).order_by(feed.c.number).limit(most + 1)
    found: list[FeedEntry] = []
    letters = 0
    for (entry,) in connection.execute(query):
        letters += len(entry)
        if found and (len(found) == most or letters > PAGE_LETTERS):
            return tuple(found), True
        found.append(_decoder.decode(entry))
    return tuple(found), False
