"""The person's tickets as last seen, offline too. Everything here can be fetched again, so a damaged cache is simply made anew."""

import contextlib
import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import apsw
import msgspec

from contract.assist import LIVE, AssistSession
from contract.feed import FeedEntry, FeedPage
from contract.tickets import By, Message, MessageStored, PutMessage, PutTicket, Ticket, TicketStored, TicketSummary
from contract.uploads import Attachment
from desktop_client.help_desk import news
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.help_desk.news import News
from desktop_client.help_desk.read_marks import ReadMarks

log = logging.getLogger(__name__)

VERSION = 2
SCHEMA = """
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tickets (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, updated REAL NOT NULL, summary BLOB NOT NULL, words BLOB, stale INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
    ticket TEXT NOT NULL, id TEXT NOT NULL, created REAL NOT NULL, technician INTEGER NOT NULL, message BLOB NOT NULL,
    PRIMARY KEY (ticket, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS assist (ticket TEXT NOT NULL, id TEXT PRIMARY KEY, asked REAL NOT NULL, session BLOB NOT NULL) WITHOUT ROWID;
"""
"""`words` is the report itself as a message; `stale` is what the feed has not told again since it began anew."""

UNKEPT = (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError)
"""The disk's trouble, not the cache's: what is fetched is kept in memory for this run, and the file stays as it is."""

T = TypeVar("T")


class Cache:
    """Usable by any thread and several processes."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.RLock()
        self._marks = ReadMarks(file.with_name("read.json"))
        self._connection = self._open()

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()

    def begin(self, owner: str) -> None:
        """Says whose tickets these are; those of somebody else are forgotten."""

        def work(connection: apsw.Connection) -> None:
            if _state(connection, "owner") != owner:
                connection.execute("DELETE FROM tickets; DELETE FROM messages; DELETE FROM assist; DELETE FROM state")
                _set_state(connection, "owner", owner)

        self._run(work)
        self._marks.begin(owner)

    def tickets(self) -> tuple[TicketRow, ...]:
        """All of them, the last changed first."""

        def work(connection: apsw.Connection) -> tuple[TicketRow, ...]:
            rows = connection.execute("SELECT id, summary FROM tickets ORDER BY updated DESC, id DESC").fetchall()
            unread = self._unread(connection)
            return tuple(TicketRow(ticket=_summary(summary), unread=unread.get(str(id_), 0)) for id_, summary in rows)

        return self._run(work)

    def conversation(self, ticket_id: str) -> Conversation | None:
        """A ticket with what was said, oldest first; the report's own words come first where they are known (`needs_words`)."""

        def work(connection: apsw.Connection) -> Conversation | None:
            row = connection.execute("SELECT summary, words FROM tickets WHERE id = ?", (ticket_id,)).fetchone()
            if row is None:
                return None
            said = connection.execute("SELECT message FROM messages WHERE ticket = ? ORDER BY created, id", (ticket_id,)).fetchall()
            messages = [_message(message) for (message,) in said]
            if row[1] is not None:
                messages.insert(0, _message(row[1]))
            return Conversation(
                ticket=_summary(row[0]),
                messages=tuple(messages),
                unread=self._unread(connection).get(ticket_id, 0),
                assist=_sessions(connection, "ticket = ?", ticket_id),
            )

        return self._run(work)

    def live_assist(self) -> AssistSession | None:
        """The newest session of remote help, if it was not over when the feed last told of it."""
        found = self._run(lambda connection: _sessions(connection, "1"))
        return found[-1] if found and found[-1].state in LIVE else None

    def needs_words(self, ticket_id: str) -> bool:
        """Whether the report's own words are not known here."""
        found = self._run(lambda connection: connection.execute("SELECT words IS NULL FROM tickets WHERE id = ?", (ticket_id,)).fetchone())
        return bool(found and found[0])

    def apply(self, page: FeedPage) -> tuple[News, ...]:
        """Takes over what the feed says, and gives what is worth telling. The same page again changes and tells nothing.

        Another epoch begins anew: its first page must be asked for from 0, and entries of a page asked for otherwise are left alone.
        """

        def work(connection: apsw.Connection) -> tuple[News, ...]:
            epoch, number = _position(connection)
            if page.epoch != epoch:
                connection.execute("UPDATE tickets SET stale = 1")
                _set_state(connection, "epoch", page.epoch)
                _set_state(connection, "number", "0")
                if epoch and number:
                    return ()
            told = self._take(connection, page)
            if page.last > _position(connection)[1]:
                _set_state(connection, "number", str(page.last))
            if not page.more:
                _set_state(connection, "synced", "1")
                connection.execute("DELETE FROM messages WHERE ticket IN (SELECT id FROM tickets WHERE stale)")
                connection.execute("DELETE FROM assist WHERE ticket IN (SELECT id FROM tickets WHERE stale)")
                connection.execute("DELETE FROM tickets WHERE stale")
            return told

        return self._run(work)

    def position(self) -> tuple[str, int]:
        """Epoch and number from which to ask the feed on; "" and 0 before the first answer."""
        return self._run(_position)

    def keep_ticket(self, ticket: Ticket) -> None:
        """Keeps a ticket that was fetched whole, with the report's own words."""
        summary = msgspec.convert(ticket, TicketSummary, from_attributes=True)
        words = _words(ticket.id, ticket.person, ticket.subject, ticket.details, ticket.created, ticket.attachments)

        def work(connection: apsw.Connection) -> None:
            _put_ticket(connection, summary)
            connection.execute("UPDATE tickets SET words = ? WHERE id = ?", (msgspec.json.encode(words), ticket.id))
            for message in ticket.messages:
                _put_message(connection, ticket.id, message)
            for session in ticket.assist:
                _put_session(connection, session)

        self._run(work)

    def keep_delivered(self, request: PutTicket, stored: TicketStored) -> None:
        """A report of this computer has arrived: it is in the list at once, before the feed tells of it."""
        summary = TicketSummary(
            id=stored.id,
            number=stored.number,
            subject=request.subject,
            state=stored.state,
            priority=stored.priority,
            created=stored.created,
            updated=stored.created,
        )
        files = tuple(
            Attachment(id=ref.upload, name=ref.name, type=ref.type, size_bytes=ref.size_bytes, sha256=ref.sha256, kind=ref.kind)
            for ref in request.attachments
        )
        words = _words(stored.id, "", request.subject, request.details, stored.created, files)

        def work(connection: apsw.Connection) -> None:
            _put_ticket(connection, summary)
            connection.execute(
                "UPDATE tickets SET words = coalesce(words, ?), stale = 0 WHERE id = ?", (msgspec.json.encode(words), stored.id)
            )

        self._run(work)

    def keep_reply(self, ticket_id: str, request: PutMessage, stored: MessageStored) -> None:
        """A reply of this computer has arrived: it is in the conversation at once."""
        files = tuple(
            Attachment(id=ref.upload, name=ref.name, type=ref.type, size_bytes=ref.size_bytes, sha256=ref.sha256, kind=ref.kind)
            for ref in request.attachments
        )
        message = Message(
            id=stored.id,
            by=By.EMPLOYEE,
            name="",
            text=request.text,
            action=request.action,
            created=stored.created,
            attachments=files,
            wants=request.wants or "",
        )

        def work(connection: apsw.Connection) -> None:
            row = connection.execute("SELECT summary FROM tickets WHERE id = ?", (ticket_id,)).fetchone()
            if row is None or connection.execute("SELECT 1 FROM messages WHERE ticket = ? AND id = ?", (ticket_id, stored.id)).fetchone():
                return
            _put_message(connection, ticket_id, message)
            before = _summary(row[0])
            _put_ticket(connection, msgspec.structs.replace(before, state=stored.state, updated=max(before.updated, stored.created)))

        self._run(work)

    def mark_read(self, ticket_id: str) -> None:
        """The person has seen everything that is here of this ticket."""
        found = self._run(
            lambda connection: connection.execute("SELECT max(created) FROM messages WHERE ticket = ?", (ticket_id,)).fetchone()
        )
        if found and isinstance(found[0], float):
            self._marks.set(ticket_id, datetime.fromtimestamp(found[0], UTC))

    def unread(self) -> int:
        """Technicians' messages that the person has not seen, over all tickets."""
        return sum(self._run(self._unread).values())

    def _take(self, connection: apsw.Connection, page: FeedPage) -> tuple[News, ...]:
        number = _position(connection)[1]
        synced = _state(connection, "synced") == "1"
        told = [self._take_entry(connection, entry) for entry in page.entries if entry.number > number]
        # Before the first whole look everything is new to this computer, and nothing to the person.
        return tuple(one for one in told if one) if synced else ()

    def _take_entry(self, connection: apsw.Connection, entry: FeedEntry) -> News | None:
        ticket = entry.ticket
        if ticket is None:
            log.debug("An entry of kind %s names no ticket", entry.kind[:40])
            return None
        before = connection.execute("SELECT summary FROM tickets WHERE id = ?", (ticket.id,)).fetchone()
        _put_ticket(connection, ticket)
        if entry.assist is not None:
            _put_session(connection, entry.assist)
        if entry.message is not None:
            if not _put_message(connection, ticket.id, entry.message):
                return None
            read = self._marks.get(ticket.id)
            return None if read and entry.message.created <= read else news.of_message(ticket, entry.message)
        return news.of_state(_summary(before[0]) if before else None, ticket)

    def _unread(self, connection: apsw.Connection) -> dict[str, int]:
        found: dict[str, int] = {}
        for ticket, created in connection.execute("SELECT ticket, created FROM messages WHERE technician ORDER BY ticket"):
            read = self._marks.get(str(ticket))
            if isinstance(created, float) and (read is None or created > read.timestamp()):
                found[str(ticket)] = found.get(str(ticket), 0) + 1
        return found

    def _run(self, work: Callable[[apsw.Connection], T]) -> T:
        with self._lock:
            try:
                return self._transaction(work)
            except apsw.BusyError:
                raise
            except UNKEPT as error:
                log.info("The cache can't be kept: %s", type(error).__name__)
                with contextlib.suppress(apsw.Error):
                    self._connection.close()
                self._connection = self._connect(":memory:")
                return self._transaction(work)
            except (apsw.Error, msgspec.DecodeError, UnicodeDecodeError) as error:
                log.info("The cache is made anew: %s", type(error).__name__)
                self._connection = self._anew()
                return self._transaction(work)

    def _transaction(self, work: Callable[[apsw.Connection], T]) -> T:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with contextlib.suppress(apsw.Error):
                    connection.execute("ROLLBACK")
            raise
        return result

    def _open(self) -> apsw.Connection:
        try:
            return self._connect()
        except apsw.Error as error:
            log.info("The cache is made anew: %s", type(error).__name__)
            return self._anew()

    def _anew(self) -> apsw.Connection:
        with contextlib.suppress(AttributeError, apsw.Error):
            self._connection.close()
        try:
            for ending in ("", "-wal", "-shm", "-journal"):
                self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
            return self._connect()
        except (apsw.Error, OSError) as error:
            # Read-only or full: this run keeps what it fetches in memory.
            log.info("The cache can't be kept: %s", type(error).__name__)
            return self._connect(":memory:")

    def _connect(self, place: str = "") -> apsw.Connection:
        connection = apsw.Connection(place or str(self._file))
        try:
            connection.set_busy_timeout(10_000)
            connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "normal")
            if connection.pragma("user_version") not in {0, VERSION}:
                raise apsw.CorruptError("the cache of another version")  # noqa: TRY301 - made anew like a damaged one
            connection.execute(SCHEMA)
            connection.pragma("user_version", VERSION)
        except BaseException:
            connection.close()
            raise
        return connection


def _state(connection: apsw.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def _set_state(connection: apsw.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (key, value))


def _summary(kept: Any) -> TicketSummary:
    return msgspec.json.decode(kept, type=TicketSummary)


def _message(kept: Any) -> Message:
    return msgspec.json.decode(kept, type=Message)


def _session(kept: Any) -> AssistSession:
    return msgspec.json.decode(kept, type=AssistSession)


def _position(connection: apsw.Connection) -> tuple[str, int]:
    number = _state(connection, "number")
    return _state(connection, "epoch"), int(number) if number.isdigit() else 0


def _put_ticket(connection: apsw.Connection, ticket: TicketSummary) -> None:
    connection.execute(
        "INSERT INTO tickets (id, number, updated, summary) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET stale = 0,"
        " number = excluded.number, updated = excluded.updated, summary = excluded.summary WHERE excluded.updated >= updated OR stale",
        (ticket.id, ticket.number, ticket.updated.timestamp(), msgspec.json.encode(ticket)),
    )


def _put_message(connection: apsw.Connection, ticket: str, message: Message) -> bool:
    """Keeps it; False when it was known."""
    known = connection.execute("SELECT 1 FROM messages WHERE ticket = ? AND id = ?", (ticket, message.id)).fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO messages (ticket, id, created, technician, message) VALUES (?, ?, ?, ?, ?)",
        (ticket, message.id, message.created.timestamp(), int(message.by is By.TECHNICIAN), msgspec.json.encode(message)),
    )
    return known is None


def _put_session(connection: apsw.Connection, session: AssistSession) -> None:
    """Keeps how a session stands, without a key or a code."""
    bare = msgspec.structs.replace(session, code="", commitment="", client_key="", technician_key="")
    connection.execute(
        "INSERT OR REPLACE INTO assist (ticket, id, asked, session) VALUES (?, ?, ?, ?)",
        (session.ticket, session.id, session.asked.timestamp(), msgspec.json.encode(bare)),
    )


def _sessions(connection: apsw.Connection, condition: str, *values: str) -> tuple[AssistSession, ...]:
    rows = connection.execute(f"SELECT session FROM assist WHERE {condition} ORDER BY asked, id", values).fetchall()  # noqa: S608 - our own words
    return tuple(_session(kept) for (kept,) in rows)


def _words(ticket: str, person: str, subject: str, details: str, created: datetime, attachments: tuple[Attachment, ...]) -> Message:
    text = f"{subject}\n\n{details}" if details else subject
    return Message(id=ticket, by=By.EMPLOYEE, name=person, text=text, created=created, attachments=attachments)
