"""What technicians do with tickets at their page. Everything they do stands on the timeline, and only what they say reaches the employee.

All functions block until what they answer is durable, may be called from any thread, and raise `RefusalError`: not-found for a number
that is no ticket's, invalid, too-large or limit-reached with a sentence for what can't be taken, conflict for what doesn't fit the state.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row

from contract.ids import is_id, new_id
from contract.problems import Code
from contract.tickets import Action, State
from contract.uploads import Attachment, Kind
from server_stub.blobs import Blobs, StoredFile
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import drafts, feed, notes, tables, tickets, timeline
from server_stub.store.accounts import Account
from server_stub.store.database import Store
from server_stub.store.drafts import Draft, DraftKind
from server_stub.store.notes import Note
from server_stub.store.writer import Work
from server_stub.tickets import ticket_page
from server_stub.tickets.conflicts import Newer, Taken
from server_stub.tickets.draft_files import DraftFiles
from server_stub.tickets.saying import Speaker, Words, again, assign, check_text, say
from server_stub.tickets.ticket_page import TicketPage

Result = TypeVar("Result")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What was stored: the id of the message or note, and the ticket as it is then."""

    id: str
    number: str
    state: State
    created: datetime


class FoundFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a ticket, with what is said of it: `type` by whoever sent it, so nothing may follow from it."""

    file: StoredFile
    type: str
    kind: Kind


class Handling:
    """Tickets in the hands of technicians."""

    def __init__(self, store: Store, blobs: Blobs, settings: Settings) -> None:
        self._store = store
        self._blobs = blobs
        self._settings = settings
        self._files = DraftFiles(store, blobs, settings)

    def take(self, by: Account, number: str, *, anyway: bool = False) -> None:
        """The ticket is theirs, and open if it was new. Raises `Taken` when somebody else has it, unless `anyway`."""

        def run(work: Work, ticket: Row[Any]) -> None:
            if ticket.assignee == by.id:
                return
            self._refuse_taken(work.connection, ticket, anyway=anyway)
            now = datetime.now(UTC)
            if ticket.state == State.NEW.value:
                tickets.change(work.connection, ticket.key, state=State.OPEN.value, updated=now)
            assign(work, ticket, speaker(by), now)
            if ticket.state == State.NEW.value:
                feed.add(work, ticket.person, now, tickets.summary(again(work, ticket)))

        self._write(number, run)

    def release(self, by: Account, number: str, *, anyway: bool = False) -> None:
        """The ticket is nobody's. Raises `Taken` when somebody else has it, unless `anyway`."""

        def run(work: Work, ticket: Row[Any]) -> None:
            if ticket.assignee is None:
                return
            if ticket.assignee != by.id:
                self._refuse_taken(work.connection, ticket, anyway=anyway)
            tickets.change(work.connection, ticket.key, assignee=None)
            timeline.add(work, ticket.key, datetime.now(UTC), timeline.TECHNICIAN, by.name, timeline.RELEASED, account=by.id)

        self._write(number, run)

    def reply(
        self, by: Account, number: str, text: str, expected: str, *, resolve: bool = False, anyway: bool = False, message_id: str = ""
    ) -> Said:
        """Sends the text and the public draft's files to the employee, and empties that draft in the same transaction.

        `expected` is the newest entry that the page showed (`TicketPage.last`): raises `Newer` when another technician wrote something
        since, unless `anyway`. `message_id`: the same again is not sent twice. `resolve`: it is the solution.
        """
        check_text(text, self._settings.limits, may_be_empty=True)
        seen, id_ = read_expected(expected), read_id(message_id)

        def run(work: Work, ticket: Row[Any]) -> Said:
            sent = tickets.find_message(work.connection, ticket.key, id_)
            if sent is not None:
                refuse_others(sent.account, by)
                return said(ticket, id_, sent.created)
            if not anyway:
                self._refuse_newer(work.connection, ticket, by, seen)
            files = drafts.files(work.connection, by.id, ticket.key, DraftKind.PUBLIC)
            check_text(text, self._settings.limits, may_be_empty=bool(files) or resolve)
            now = datetime.now(UTC)
            action = Action.RESOLVE if resolve else None
            after = say(work, ticket, speaker(by), Words(id=id_, text=text, action=action, files=files), now)
            drafts.empty(work.connection, by.id, ticket.key, DraftKind.PUBLIC)
            return said(after, id_, now)

        return self._write(number, run)

    def note(self, by: Account, number: str, text: str, *, note_id: str = "") -> Said:
        """Keeps the text and the internal draft's files for technicians, and empties that draft in the same transaction.

        The employee's side never learns of it: nothing that the employee's client can read changes.
        """
        check_text(text, self._settings.limits, may_be_empty=True)
        id_ = read_id(note_id)

        def run(work: Work, ticket: Row[Any]) -> Said:
            kept = notes.find(work.connection, ticket.key, id_)
            if kept is not None:
                refuse_others(kept.account, by)
                return said(ticket, id_, kept.created)
            files = drafts.files(work.connection, by.id, ticket.key, DraftKind.INTERNAL)
            check_text(text, self._settings.limits, may_be_empty=bool(files))
            now = datetime.now(UTC)
            notes.add(work.connection, ticket.key, Note(id=id_, account=by.id, name=by.name, text=text, created=now), files)
            timeline.add(work, ticket.key, now, timeline.TECHNICIAN, by.name, timeline.NOTE, note=id_, account=by.id)
            drafts.empty(work.connection, by.id, ticket.key, DraftKind.INTERNAL)
            return said(ticket, id_, now)

        return self._write(number, run)

    def resolve(self, by: Account, number: str) -> Said:
        """The ticket is resolved, which the employee reads as a message without words. The drafts stay."""
        return self._act(by, number, Action.RESOLVE)

    def reopen(self, by: Account, number: str) -> Said:
        """The ticket is open again, which the employee reads as a message without words."""
        return self._act(by, number, Action.REOPEN)

    def read(self, by: Account, number: str) -> None:
        """A technician has seen what the employee said last."""

        def run(work: Work, ticket: Row[Any]) -> None:
            if ticket.unread:
                tickets.change(work.connection, ticket.key, unread=False)
                timeline.add(work, ticket.key, datetime.now(UTC), timeline.TECHNICIAN, by.name, timeline.READ, account=by.id)

        self._write(number, run)

    def draft(self, by: Account, number: str, kind: DraftKind) -> Draft:
        """What they have begun to write; an empty one where they haven't."""
        return self._read(number, lambda connection, ticket: drafts.both(connection, by.id, ticket.key)[kind])

    def keep_draft(self, by: Account, number: str, kind: DraftKind, text: str, *, unless_sent: str = "") -> Draft:
        """Keeps what is written so far. The draft as it is kept.

        `unless_sent`: the id under which the page will send it. A text that arrives after it was sent is no draft any more.
        """
        check_text(text, self._settings.limits, may_be_empty=True)

        def run(work: Work, ticket: Row[Any]) -> Draft:
            find = tickets.find_message if kind is DraftKind.PUBLIC else notes.find
            if not unless_sent or find(work.connection, ticket.key, unless_sent) is None:
                drafts.keep(work.connection, by.id, ticket.key, kind, text, datetime.now(UTC))
            return drafts.both(work.connection, by.id, ticket.key)[kind]

        return self._write(number, run)

    def add_file(self, by: Account, number: str, kind: DraftKind, name: str, said_type: str, pieces: Iterable[bytes]) -> Attachment:
        """Gives a draft a file; see `DraftFiles.add`."""
        ticket = self._read(number, lambda _, row: int(row.key))
        return self._files.add(by.id, ticket, kind, name, said_type, pieces)

    def remove_file(self, by: Account, number: str, kind: DraftKind, file_id: str) -> None:
        """Takes a file from a draft, and gives its bytes up."""
        ticket = self._read(number, lambda _, row: int(row.key))
        self._files.remove(by.id, ticket, kind, file_id)

    def whole(self, by: Account, number: str) -> TicketPage:
        """Everything that their page shows of a ticket."""
        return self._read(number, lambda connection, ticket: ticket_page.read(connection, ticket, by.id))

    def attachment(self, number: str, file_id: str) -> FoundFile:
        """A file of the report, of a message or of a note."""

        def run(connection: Connection, ticket: Row[Any]) -> FoundFile:
            held = tables.attachments.c
            row = tickets.find_attachment(connection, held.ticket == ticket.key, held.id == file_id)
            if row is not None:
                return self._found(row, Kind(row.kind))
            return self._found(notes.find_file(connection, ticket.key, file_id))

        return self._read(number, run)

    def draft_file(self, by: Account, number: str, file_id: str) -> FoundFile:
        """A file of one of their own drafts."""
        return self._read(number, lambda connection, ticket: self._found(drafts.find_file(connection, by.id, ticket.key, file_id)))

    def _act(self, by: Account, number: str, action: Action) -> Said:
        def run(work: Work, ticket: Row[Any]) -> Said:
            now = datetime.now(UTC)
            words = Words(id=new_id(), text="", action=action)
            return said(say(work, ticket, speaker(by), words, now), words.id, now)

        return self._write(number, run)

    def _write(self, number: str, run: Callable[[Work, Row[Any]], Result]) -> Result:
        return self._store.write(lambda work: run(work, the_ticket(work.connection, number)))

    def _read(self, number: str, run: Callable[[Connection, Row[Any]], Result]) -> Result:
        return self._store.read(lambda connection: run(connection, the_ticket(connection, number)))

    def _refuse_taken(self, connection: Connection, ticket: Row[Any], *, anyway: bool) -> None:
        other = None if anyway else ticket_page.who_has(connection, ticket)
        if other is not None:
            raise Taken(other)

    def _refuse_newer(self, connection: Connection, ticket: Row[Any], by: Account, seen: int) -> None:
        newer = ticket_page.written_by_others(connection, ticket, by.id, seen)
        if newer:
            raise Newer(newer)

    def _found(self, row: Row[Any] | None, kind: Kind | None = None) -> FoundFile:
        if row is None:
            raise RefusalError(Code.NOT_FOUND)
        file = StoredFile(name=row.name, size_bytes=row.size_bytes, sha256=row.sha256, path=self._blobs.path(row.blob))
        return FoundFile(file=file, type=row.type, kind=kind or notes.attachment(row).kind)


def the_ticket(connection: Connection, typed: str) -> Row[Any]:
    """The ticket of a number such as INC-000123. Raises `RefusalError` not-found."""
    number = tickets.read_number(typed)
    found = [] if number is None else tickets.find(connection, tables.tickets.c.number == number)
    if not found:
        raise RefusalError(Code.NOT_FOUND)
    return found[0]


def speaker(by: Account) -> Speaker:
    """A technician as the employee knows them."""
    return Speaker(by.name, by.id)


def said(ticket: Row[Any], id_: str, created: datetime) -> Said:
    """The answer to what was stored."""
    return Said(id=id_, number=tickets.shown_number(ticket.number), state=State(ticket.state), created=created)


def read_expected(text: str) -> int:
    """The entry that a page showed last, 0 for "". Raises `RefusalError`."""
    if text and not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise RefusalError(Code.INVALID, "The page is not known any more. Load it again.", field="expected")
    return int(text or "0")


def read_id(given: str) -> str:
    """The id that a page made for what it sends, or a new one. Raises `RefusalError`."""
    if given and not is_id(given):
        raise RefusalError(Code.INVALID, "The page is not known any more. Load it again.", field="id")
    return given or new_id()


def refuse_others(account: str | None, by: Account) -> None:
    """Raises a `RefusalError` for an id that somebody else's text has."""
    if account != by.id:
        raise RefusalError(Code.CONFLICT, "This id was used for something else.", field="id")
