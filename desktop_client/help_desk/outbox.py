"""The outbox: what was promised to be delivered, durable before anybody is told that it is saved, and kept until it arrived.

    promise_… ──▶ WAITING ──▶ (a try) ──▶ DELIVERED ──▶ swept after 30 days
                     ▲           │
                     │           ├─▶ WAITING with a reason and the time of the next try
                  try_again      └─▶ REFUSED: retrying can't cure it, a person mends it (take_back) or tries again

Files come first: they are copied, hashed and flushed with their folder and the promise beside them; then one transaction names them.
A crash before it leaves a folder that the next start finishes; a crash after it leaves nothing to do.
"""

import shutil
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import apsw
import msgspec

from contract.tickets import PutTicket
from contract.uploads import AttachmentRef, Kind
from desktop_client.help_desk import promise
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.outbox_database import OutboxDatabase
from desktop_client.help_desk.outbox_schema import Row, delete, insert_row, select
from desktop_client.help_desk.promise import SIDE_FILE, TAKEN_FILE, Promise
from desktop_client.reasons import Cause, Reason, refused
from desktop_client.system.durable import copy_hashed, flush_folder
from desktop_client.system.failpoints import passing

KEPT_S = 30 * 24 * 3600.0
"""How long a delivered promise is kept: a backend that was restored from a backup can be given it again."""


class PromisedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as the request names it, and where its bytes are now."""

    ref: AttachmentRef
    source: Path


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """A big file that follows as a message of its own."""

    id: str
    request: bytes
    file: PromisedFile


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A promise with the places of its files by upload id, those of its big files too."""

    promise: Promise
    delivery: Delivery
    files: dict[str, Path]


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """How much a report holds; `bytes` is everything that leaves."""

    pictures: int
    files: int
    facts: int
    bytes: int


class Outbox:
    """Usable by any thread and several processes at once. Every function blocks on the disk."""

    def __init__(self, folder: Path) -> None:
        self.database = OutboxDatabase(folder)

    @property
    def damage(self) -> Reason | None:
        """What was found, rescued and lost, when the database had to be mended since this was opened."""
        return self.database.damage

    def close(self) -> None:
        """Lets go of the database."""
        self.database.close()

    def begin(self, owner: str) -> tuple[Promise, ...]:
        """Says who promises from now on. What waits goes along to a new person; what arrived for the earlier one is let go of.

        Gives the messages that can't go along, because their tickets are the earlier person's: they are to be replaced by reports.
        """

        def work(connection: apsw.Connection) -> tuple[list[Promise], list[str]]:
            connection.execute("INSERT OR REPLACE INTO state (key, value) VALUES ('owner', ?)", (owner,))
            others = select(connection, "WHERE owner != ? ORDER BY seq", owner)
            arrived = [row for row in others if row.state is DeliveryState.DELIVERED and row.owner]
            for row in arrived:
                self._mark_taken(row.folder)
            delete(connection, arrived)
            left = [row for row in others if row not in arrived]
            reports = {row.promise.id for row in left if row.promise.kind is DeliveryKind.REPORT}
            lost = [row for row in left if row.owner and row.promise.kind is DeliveryKind.MESSAGE and row.promise.ticket not in reports]
            for row in left:
                connection.execute("DELETE FROM uploads WHERE id = ?", (row.promise.id,))
                if row not in lost:
                    connection.execute("UPDATE promises SET owner = ?, tried = 0 WHERE seq = ?", (owner, row.seq))
            return [row.promise for row in lost], [row.folder for row in arrived]

        lost, folders = self.database.run(work)
        self._remove(folders)
        return tuple(lost)

    def promise_report(
        self,
        draft: Draft,
        request: bytes,
        files: Sequence[PromisedFile] = (),
        follow: Sequence[FollowUp] = (),
        progress: Callable[[int], None] | None = None,
    ) -> Delivery:
        """Promises a report under the draft's id; when this returns it is saved. The same again changes nothing.

        `progress` hears the bytes copied. RefusedError: DISK_FULL, PROFILE_READ_ONLY, FILE_MISSING, FILE_CHANGING, CONFLICT.
        """
        new = Promise(
            id=draft.id, kind=DeliveryKind.REPORT, ticket=draft.id, subject=draft.subject, since=_now(), request=request, draft=draft
        )
        return self._promise(new, files, follow, progress)

    def promise_message(
        self,
        message_id: str,
        ticket: str,
        subject: str,
        request: bytes,
        files: Sequence[PromisedFile] = (),
        follow: Sequence[FollowUp] = (),
        progress: Callable[[int], None] | None = None,
    ) -> Delivery:
        """Promises a message of a ticket (whose subject names it in lists); as `promise_report`."""
        new = Promise(id=message_id, kind=DeliveryKind.MESSAGE, ticket=ticket, subject=subject, since=_now(), request=request)
        return self._promise(new, files, follow, progress)

    def waiting(self) -> tuple[Delivery, ...]:
        """Everything that has not arrived whole, refused ones too, oldest first; a report's big files count as part of it."""
        return tuple(found for found in self._deliveries("") if found.state is not DeliveryState.DELIVERED)

    def delivered(self) -> tuple[tuple[Delivery, bytes, bytes], ...]:
        """What arrived in the last 30 days, with its request and the backend's answer."""
        rows = self.database.run(lambda connection: select(connection, "WHERE state = 'delivered' AND parent = '' ORDER BY seq"))
        return tuple((_delivery(row, []), row.promise.request, row.answer or b"") for row in rows)

    def delivery(self, delivery_id: str) -> Delivery | None:
        """One of them, arrived or not; None when it isn't here (never was, taken back, or long since arrived)."""
        return next(iter(self._deliveries(delivery_id)), None)

    def kept(self, delivery_id: str) -> Kept | None:
        """The promise itself, to be written into a draft or a file."""

        def look(connection: apsw.Connection) -> tuple[Row, list[Row]] | None:
            rows = select(connection, "WHERE id = ?", delivery_id)
            return (rows[0], select(connection, "WHERE parent = ? ORDER BY seq", delivery_id)) if rows else None

        found = self.database.run(look)
        if found is None:
            return None
        row, children = found
        files = {file.upload: self._file(one, file) for one in (row, *children) for file in one.promise.attachments()}
        return Kept(promise=row.promise, delivery=_delivery(row, children), files=files)

    def contents(self, delivery_id: str) -> Contents | None:
        """What the report or message holds."""
        kept = self.kept(delivery_id)
        if kept is None:
            return None
        refs = kept.promise.attachments()
        facts = 0
        if kept.promise.kind is DeliveryKind.REPORT:
            diagnostics = msgspec.json.decode(kept.promise.request, type=PutTicket).diagnostics
            facts = len(diagnostics.facts) if diagnostics else 0
        pictures = sum(1 for ref in refs if ref.kind is Kind.SCREENSHOT)
        return Contents(pictures=pictures, files=len(kept.files) - pictures, facts=facts, bytes=kept.delivery.total_bytes)

    def take_back(self, delivery_id: str) -> bool:
        """Forgets a promise that has not arrived, with its big files; False when it has, or isn't here. Its draft must be saved before."""

        def look(connection: apsw.Connection) -> list[Row]:
            return select(connection, "WHERE id = ? AND state != 'delivered'", delivery_id)

        if not self.database.run(look):
            return False

        def forget(connection: apsw.Connection) -> list[str]:
            rows = select(connection, "WHERE id = ? AND state != 'delivered'", delivery_id)
            if not rows:
                return []
            rows += select(connection, "WHERE parent = ?", delivery_id)
            for row in rows:
                self._mark_taken(row.folder)
            delete(connection, rows)
            return [row.folder for row in rows]

        folders = self.database.run(forget)
        passing("take-back-committed")
        self._remove(folders)
        return bool(folders)

    def try_again(self, delivery_id: str) -> None:
        """Lets a refused promise, or its refused big files, wait for another try."""
        self.database.run(
            lambda connection: connection.execute(
                "UPDATE promises SET state = 'waiting', next_try = NULL WHERE (id = ?1 OR parent = ?1) AND state = 'refused'",
                (delivery_id,),
            ).fetchall()
        )

    def registered(self) -> None:
        """What waited only because this computer wasn't registered, or no longer, is due at once and waits for nothing any more."""

        def work(connection: apsw.Connection) -> None:
            for row in select(connection, "WHERE state = 'waiting' AND reason IS NOT NULL"):
                if row.reason and row.reason.cause in {Cause.NOT_ENROLLED, Cause.REVOKED}:
                    connection.execute("UPDATE promises SET reason = NULL, next_try = NULL WHERE seq = ?", (row.seq,))

        self.database.run(work)

    def replace(self, delivery_id: str, new: Promise) -> None:
        """Puts another promise with the same files in the place of one that waits, in one transaction: a reply that becomes a report."""
        payload, digest = promise.encode(new)

        def swap(connection: apsw.Connection) -> None:
            for row in select(connection, "WHERE id = ? AND state != 'delivered'", delivery_id):
                folder = self.database.files / row.folder
                promise.write_side_file(folder, payload, digest)
                flush_folder(folder)
                connection.execute(
                    "UPDATE promises SET id = ?, ticket = ?, parent = ?, payload = ?, digest = ?, total_bytes = ?, state = 'waiting',"
                    " tried = 0, attempts = 0, reason = NULL, next_try = NULL, number = NULL,"
                    " owner = coalesce((SELECT value FROM state WHERE key = 'owner'), '') WHERE seq = ?",
                    (new.id, new.ticket, new.parent, payload, digest, new.total_bytes(), row.seq),
                )
                connection.execute("DELETE FROM uploads WHERE id = ?", (delivery_id,))

        self.database.run(swap)

    def sweep(self) -> None:
        """Lets go of what arrived more than 30 days ago."""
        before = time.time() - KEPT_S

        def forget(connection: apsw.Connection) -> list[str]:
            rows = select(connection, "WHERE state = 'delivered' AND delivered < ?", before)
            for row in rows:
                self._mark_taken(row.folder)
            delete(connection, rows)
            return [row.folder for row in rows]

        self._remove(self.database.run(forget))

    def _promise(
        self, new: Promise, files: Sequence[PromisedFile], follow: Sequence[FollowUp], progress: Callable[[int], None] | None
    ) -> Delivery:
        parts = [(new, files)]
        for one in follow:
            child = Promise(
                id=one.id,
                kind=DeliveryKind.MESSAGE,
                ticket=new.ticket,
                parent=new.id,
                subject=new.subject,
                since=new.since,
                request=one.request,
            )
            parts.append((child, [one.file]))
        written: list[tuple[Promise, str]] = []
        try:
            with self.database.answering_for_the_disk(), self.database.present():
                # The report itself comes last: where it is found after a crash, all that follows it is there too.
                for part, its_files in reversed(parts):
                    if part is new and follow:
                        flush_folder(self.database.files)
                    written.insert(0, (part, f"{part.id}-{token_hex(4)}"))
                    self._write_files(*written[0], its_files, progress)
                flush_folder(self.database.files)
            passing("promise-before-commit")
            unused = self.database.run(lambda connection: _insert(connection, written))
        except BaseException:
            self._remove([folder for _, folder in written])
            raise
        passing("promise-committed")
        self._remove(unused)
        found = self.delivery(new.id)
        assert found is not None  # noqa: S101 - it was put there a line ago, and is not swept for 30 days
        return found

    def _write_files(self, new: Promise, name: str, files: Sequence[PromisedFile], progress: Callable[[int], None] | None) -> None:
        folder = self.database.files / name
        folder.mkdir(mode=0o700)
        for file in files:
            try:
                found = copy_hashed(file.source, folder / file.ref.upload, progress)
            except FileNotFoundError:
                raise refused(Cause.FILE_MISSING, file=file.ref.name) from None
            if found != (file.ref.size_bytes, file.ref.sha256):
                raise refused(Cause.FILE_CHANGING, file=file.ref.name)
        passing("promise-files-written")
        promise.write_side_file(folder, *promise.encode(new))
        flush_folder(folder)

    def _deliveries(self, delivery_id: str) -> list[Delivery]:
        def look(connection: apsw.Connection) -> tuple[list[Row], list[Row]]:
            if delivery_id:
                return select(connection, "WHERE id = ?", delivery_id), select(connection, "WHERE parent = ?", delivery_id)
            # A report that arrived is still on its way while its big files are.
            unfinished = "SELECT parent FROM promises WHERE parent != '' AND state != 'delivered'"
            rows = select(connection, f"WHERE parent = '' AND (state != 'delivered' OR id IN ({unfinished})) ORDER BY seq")
            return rows, select(connection, "WHERE parent != '' ORDER BY seq")

        rows, children = self.database.run(look)
        return [_delivery(row, [child for child in children if child.promise.parent == row.promise.id]) for row in rows]

    def _file(self, row: Row, file: AttachmentRef) -> Path:
        return self.database.files / row.folder / file.upload

    def _mark_taken(self, name: str) -> None:
        """Before its row goes, so that a crash between the two doesn't bring it back."""
        folder = self.database.files / name
        if (folder / SIDE_FILE).exists():
            (folder / SIDE_FILE).rename(folder / TAKEN_FILE)
            flush_folder(folder)

    def _remove(self, folders: Sequence[str]) -> None:
        for name in folders:
            shutil.rmtree(self.database.files / name, ignore_errors=True)


def _insert(connection: apsw.Connection, new: Sequence[tuple[Promise, str]]) -> list[str]:
    """Names the new folders, and gives those that nothing names any more."""
    first = new[0][0]
    rows = select(connection, "WHERE id = ?1 OR parent = ?1 ORDER BY seq", first.id)
    same = {row.promise.id: row.promise.request for row in rows} == {one.id: one.request for one, _ in new}
    if same:
        connection.execute("UPDATE promises SET state = 'waiting' WHERE (id = ?1 OR parent = ?1) AND state = 'refused'", (first.id,))
        # Another process may have adopted the new folder already, taking this for the remains of a crash.
        used = {row.folder for row in rows}
        return [folder for _, folder in new if folder not in used]
    arrived = next((row.number for row in rows if row.state is DeliveryState.DELIVERED), None)
    if arrived is not None:
        raise refused(Cause.CONFLICT, number=arrived)
    delete(connection, rows)
    for one, folder in new:
        insert_row(connection, one, folder)
    return [row.folder for row in rows]


def _delivery(row: Row, children: Sequence[Row]) -> Delivery:
    """One promise with its big files, as one line. What holds it up is its own trouble first, then theirs."""
    left = [child for child in children if child.state is not DeliveryState.DELIVERED]
    shown = row
    if row.state is DeliveryState.DELIVERED and left:
        shown = next((child for child in left if child.state is DeliveryState.REFUSED), left[0])
    every = (row, *children)
    return Delivery(
        id=row.promise.id,
        kind=row.promise.kind,
        ticket=row.promise.ticket,
        subject=row.promise.subject,
        state=shown.state,
        since=row.promise.since,
        attempts=shown.attempts,
        reason=None if shown.state is DeliveryState.DELIVERED else shown.reason,
        next_try=datetime.fromtimestamp(shown.next_try, UTC) if shown.next_try and shown.state is DeliveryState.WAITING else None,
        sent_bytes=sum(one.total_bytes if one.state is DeliveryState.DELIVERED else one.sent_bytes for one in every),
        total_bytes=sum(one.total_bytes for one in every),
        number=row.number,
        files_left=len(left),
    )


def _now() -> datetime:
    return datetime.now(UTC)
