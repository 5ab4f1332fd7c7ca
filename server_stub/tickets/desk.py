"""Everything that can be done with tickets, in one place for the faces: HTTP for employees, the command line for technicians.

All functions block until what they answer is durable, and may be called from any thread.
"""

from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from contract.feed import PAGE_ENTRIES, FeedHello, FeedPage
from contract.problems import Code
from contract.tickets import MessageStored, PutMessage, PutTicket, Ticket, TicketStored
from server_stub.blobs import Blobs, StoredFile
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.rows import Settings
from server_stub.store import assist, feed, tables, tickets
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.tickets import TicketLine
from server_stub.tickets.answers import Answers, the_ticket
from server_stub.tickets.intake import Intake
from server_stub.tickets.uploads import Uploads


class Desk:
    """The help desk's tickets."""

    def __init__(self, store: Store, blobs: Blobs, settings: Settings) -> None:
        self._store = store
        self._blobs = blobs
        self._intake = Intake(store, blobs, settings)
        self._answers = Answers(store, settings)
        self.uploads = Uploads(store, blobs, settings)

    def check(self) -> None:
        """Reads the store. Raises `RefusalError` when it doesn't answer."""
        self._store.read(lambda connection: connection.execute(select(tables.meta.c.name).limit(1)).all())

    def put_ticket(self, who: Who, ticket_id: str, request: PutTicket) -> tuple[TicketStored, bool]:
        """Stores a report; see `Intake.put_ticket`."""
        return self._intake.put_ticket(who, ticket_id, request)

    def put_message(self, who: Who, ticket_id: str, message_id: str, request: PutMessage) -> tuple[MessageStored, bool]:
        """Stores an employee's reply; see `Intake.put_message`."""
        return self._intake.put_message(who, ticket_id, message_id, request)

    def own_ticket(self, who: Who, ticket_id: str) -> Ticket:
        """One of the person's own tickets. Raises `RefusalError` not-found for anything else."""

        def run(connection: Connection) -> Ticket:
            row = tickets.find_own(connection, who.person, ticket_id)
            if row is None:
                raise RefusalError(Code.NOT_FOUND)
            return whole(connection, row)

        return self._store.read(run)

    def own_attachment(self, who: Who, ticket_id: str, attachment_id: str) -> StoredFile:
        """A file of one of the person's own tickets. Raises `RefusalError` not-found for anything else."""

        def run(connection: Connection) -> StoredFile:
            ticket = tickets.find_own(connection, who.person, ticket_id)
            held = tables.attachments.c
            row = ticket and tickets.find_attachment(connection, held.ticket == ticket.key, held.id == attachment_id)
            if row is None:
                raise RefusalError(Code.NOT_FOUND)
            return StoredFile(name=row.name, size_bytes=row.size_bytes, sha256=row.sha256, path=self._blobs.path(row.blob))

        return self._store.read(run)

    def news(self, who: Who, after: int) -> FeedPage:
        """The person's feed after a number: one page."""

        def run(connection: Connection) -> FeedPage:
            entries, more = feed.entries_after(connection, who.person, after, PAGE_ENTRIES)
            last = entries[-1].number if entries else feed.last(connection, who.person)
            return FeedPage(epoch=self._store.epoch, entries=entries, last=last, more=more)

        return self._store.read(run)

    def hello(self, who: Who) -> FeedHello:
        """Where the person's feed stands."""
        return FeedHello(epoch=self._store.epoch, last=self._store.read(lambda connection: feed.last(connection, who.person)))

    def list_tickets(self) -> list[TicketLine]:
        """Every ticket, oldest first."""
        return self._store.read(tickets.lines)

    def show(self, number_or_id: str) -> Ticket:
        """A ticket, whole. Raises `ServerRefused`."""
        return self._store.read(lambda connection: whole(connection, the_ticket(connection, number_or_id)))

    def attachment_path(self, attachment_id: str) -> Path:
        """Where an attachment's bytes are. Raises `ServerRefused`."""
        held = tables.attachments.c
        row = self._store.read(lambda connection: tickets.find_attachment(connection, held.id == attachment_id))
        if row is None:
            raise ServerRefused(f"There is no attachment {attachment_id[:60]}.")
        return self._blobs.path(row.blob)

    def reply(self, number: str, text: str, name: str) -> MessageStored:
        """Answers an employee; see `Answers.reply`."""
        return self._answers.reply(number, text, name)

    def resolve(self, number: str, name: str) -> MessageStored:
        """Resolves a ticket; see `Answers.resolve`."""
        return self._answers.resolve(number, name)


def whole(connection: Connection, row: Row[Any]) -> Ticket:
    """A ticket with everything that its employee may see of it, the receipts of remote help too."""
    return msgspec.structs.replace(tickets.whole(connection, row), assist=assist.of_ticket(connection, row.key))
