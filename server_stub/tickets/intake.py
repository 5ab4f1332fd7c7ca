"""What employees send: a report becomes a ticket, a reply a message, each exactly once and in one transaction with its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from contract.about import priority
from contract.assist import End
from contract.problems import Code
from contract.tickets import Action, By, Message, MessageStored, PutMessage, PutTicket, State, TicketStored
from contract.uploads import AttachmentRef
from server_stub.blobs import Blobs
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import assist, feed, tickets, timeline, uploads
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.writer import Work
from server_stub.tickets.checks import check_message, check_ticket
from server_stub.tickets.same_content import digest


@dataclass(frozen=True)
class Intake:
    """Takes reports and replies."""

    store: Store
    blobs: Blobs
    settings: Settings

    def put_ticket(self, who: Who, ticket_id: str, request: PutTicket) -> tuple[TicketStored, bool]:
        """The stored ticket, and whether it is new. Raises `RefusalError`."""
        check_ticket(request, self.settings.limits)
        content = digest(request)
        rank = priority(request.impact, request.urgency, self.settings.matrix)

        def run(work: Work) -> tuple[TicketStored, bool]:
            there = tickets.find_own(work.connection, who.person, ticket_id)
            if there is not None:
                refuse_other_content(there.content, content, there)
                return stored(there), False
            now = datetime.now(UTC)
            self.refuse_too_many(work.connection, who.person, now)
            blobs = self.take(work.connection, who.person, request.attachments, now)
            key = tickets.add(work.connection, who, ticket_id, request, priority=rank, content=content, now=now)
            tickets.attach(work.connection, key, None, request.attachments, blobs)
            row = tickets.find_own(work.connection, who.person, ticket_id)
            assert row is not None  # noqa: S101 - it was added two lines above
            uploads.count_used(work.connection, who.person, now, reports=1)
            feed.add(work, who.person, now, tickets.summary(row))
            timeline.add(work, key, now, timeline.EMPLOYEE, who.name, "received")
            return stored(row), True

        return self.store.write(run)

    def put_message(self, who: Who, ticket_id: str, message_id: str, request: PutMessage) -> tuple[MessageStored, bool]:
        """The stored message, and whether it is new. Raises `RefusalError`."""
        check_message(request, self.settings.limits)
        content = digest(request)

        def run(work: Work) -> tuple[MessageStored, bool]:
            ticket = tickets.find_own(work.connection, who.person, ticket_id)
            if ticket is None:
                raise RefusalError(Code.NOT_FOUND)
            there = tickets.find_message(work.connection, ticket.key, message_id)
            if there is not None:
                refuse_other_content(there.content, content, ticket)
                return said(ticket, there.id, there.created), False
            now = datetime.now(UTC)
            self.refuse_too_many(work.connection, who.person, now)
            blobs = self.take(work.connection, who.person, request.attachments, now)
            message = Message(
                id=message_id,
                by=By.EMPLOYEE,
                name=who.name,
                text=request.text,
                action=request.action,
                created=now,
                wants="" if request.wants is msgspec.UNSET else request.wants,
            )
            key = tickets.add_message(work.connection, ticket.key, message, written=request.written, content=content)
            files = tickets.attach(work.connection, ticket.key, key, request.attachments, blobs)
            state = state_after(ticket, request.action)
            tickets.change(work.connection, ticket.key, state=state.value, updated=now, said=now, unread=True)
            detail = {"message": message_id, "action": request.action, "wants": message.wants}
            timeline.add(work, ticket.key, now, timeline.EMPLOYEE, who.name, "message", **detail)
            ticket = tickets.find_own(work.connection, who.person, ticket_id)
            assert ticket is not None  # noqa: S101 - it was changed in the line above
            uploads.count_used(work.connection, who.person, now, reports=1)
            feed.add(work, who.person, now, tickets.summary(ticket), with_files(message, files))
            if request.action is Action.RESOLVE:
                assist.end_live(work, ticket.key, End.TICKET_CLOSED, now)
            return said(ticket, message_id, now), True

        return self.store.write(run)

    def refuse_too_many(self, connection: Connection, person: str, now: datetime) -> None:
        """Raises a `RefusalError` when the person has sent as much as a day allows."""
        reports, _, free_in_s = uploads.used_lately(connection, person, now)
        if reports >= self.settings.reports_per_day:
            raise RefusalError(
                Code.LIMIT_REACHED, "Too many reports in one day.", limit=self.settings.reports_per_day, retry_after_s=free_in_s
            )

    def take(self, connection: Connection, person: str, refs: Sequence[AttachmentRef], now: datetime) -> list[str]:
        """The bytes of the uploads that a report names, which from now on belong to it. Raises `RefusalError` unless all are there."""
        rows = [uploads.find(connection, person, ref.upload) for ref in refs]
        here = [row for row in rows if row is not None and row.expires > now and row.blob and self.has_bytes(row)]
        known = {row.id for row in here}
        if gone := tuple(ref.upload for ref in refs if ref.upload not in known):
            raise RefusalError(Code.UPLOAD_GONE, "Some files must be uploaded again.", uploads=gone)
        if incomplete := tuple(row.id for row in here if row.received < row.length):
            raise RefusalError(Code.UPLOAD_INCOMPLETE, "Some files have not arrived completely.", uploads=incomplete)
        for position, (ref, row) in enumerate(zip(refs, here, strict=True)):
            for field, same in (("size_bytes", ref.size_bytes == row.length), ("sha256", ref.sha256 == row.sha256)):
                if not same:
                    raise RefusalError(Code.INVALID, "The upload is another file.", field=f"attachments[{position}].{field}")
            uploads.change(connection, row.key, owned=True)
        return [row.blob for row in here]

    def has_bytes(self, row: Row[Any]) -> bool:
        """Whether the file behind an upload still has all that was promised."""
        return self.blobs.size(row.blob) >= int(row.received)


def refuse_other_content(there: bytes, content: bytes, ticket: Row[Any]) -> None:
    """Raises a `RefusalError` with the ticket's number when an id comes again with something else."""
    if there != content:
        raise RefusalError(Code.CONFLICT, "This id was used for something else.", number=tickets.shown_number(ticket.number))


def state_after(ticket: Row[Any], action: Action | None) -> State:
    """What an employee's message makes of a ticket. Words alone change nothing, also not on a resolved one: only "Still broken" reopens,
    to new when nobody had answered yet.
    """
    if action is Action.RESOLVE:
        return State.RESOLVED
    if action is Action.REOPEN and ticket.state == State.RESOLVED.value:
        return State.OPEN if ticket.technician else State.NEW
    return State(ticket.state)


def stored(row: Row[Any]) -> TicketStored:
    """The answer to a report."""
    return TicketStored(
        id=row.id, number=tickets.shown_number(row.number), state=State(row.state), priority=row.priority, created=row.created
    )


def said(ticket: Row[Any], message_id: str, created: datetime) -> MessageStored:
    """The answer to a reply."""
    return MessageStored(
        id=message_id, ticket=ticket.id, number=tickets.shown_number(ticket.number), state=State(ticket.state), created=created
    )


def with_files(message: Message, files: tuple[object, ...]) -> Message:
    """The message with its attachments."""
    return Message(**{name: getattr(message, name) for name in message.__struct_fields__} | {"attachments": files})
