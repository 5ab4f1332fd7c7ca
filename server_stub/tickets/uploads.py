"""Files on their way: announced, received piece by piece, verified, and swept away when no ticket takes them in time."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from contract.problems import Code
from server_stub.blobs import Blobs
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import tables, uploads
from server_stub.store.database import Store
from server_stub.store.failpoints import pass_by
from server_stub.store.people import Who
from server_stub.store.writer import Work
from server_stub.tickets.piece import Piece, Place, gone, too_much

REMEMBER = timedelta(days=30)
"""How long an upload that is gone is answered with "gone" instead of "not found"."""

ORPHAN_S = 3600
"""A file that no row names is left alone for so long, since its row may be on the way."""

TRY_AGAIN_S = 900

NAMING = (
    *(table.c.blob for table in (tables.uploads, tables.attachments, tables.article_images, tables.note_files, tables.draft_files)),
    tables.accounts.c.picture,
)
"""Every column that names a blob: what none of them names is swept away."""


class Uploads:
    """All uploads."""

    def __init__(self, store: Store, blobs: Blobs, settings: Settings) -> None:
        self._store = store
        self._blobs = blobs
        self._settings = settings

    def create(self, who: Who, upload_id: str, length: int, sha256: str) -> Place:
        """Announces a file; the same again answers where it stands, an expired one begins anew. Raises `RefusalError`."""
        limit = self._settings.limits.file_bytes
        if length > limit:
            raise RefusalError(Code.TOO_LARGE, f"More than {limit} bytes.", field="Upload-Length", limit=limit)
        there = self._store.read(lambda connection: self._again(connection, who, upload_id, length, sha256))
        if there is not None:
            return there
        self._store.read(lambda connection: self._refuse_too_much(connection, who, length))
        blob = self._blobs.create(length)
        pass_by("upload-file-created")
        expires = datetime.now(UTC) + timedelta(hours=self._settings.upload_expiry_h)

        def run(work: Work) -> Place:
            again = self._again(work.connection, who, upload_id, length, sha256)
            if again is not None:
                return again
            self._refuse_too_much(work.connection, who, length)
            uploads.add(work.connection, who.person, upload_id, blob=blob, length=length, sha256=sha256, expires=expires)
            return Place(0, length, expires, created=True)

        try:
            place = self._store.write(run)
        except RefusalError:
            self._blobs.delete(blob)
            raise
        if not place.created:
            self._blobs.delete(blob)
        return place

    def look(self, who: Who, upload_id: str) -> Place:
        """How much has arrived. Raises `RefusalError` for one that is gone, or was never there."""
        row = self._store.read(lambda connection: self._present(connection, who, upload_id))
        return Place(row.received, row.length, row.expires)

    def begin(self, who: Who, upload_id: str, offset: int, announced: int | None) -> Piece:
        """Opens an upload for the piece at `offset`, of which `announced` bytes are to come if that is known. Raises `RefusalError`."""

        def run(connection: Connection) -> Row[Any]:
            row = self._present(connection, who, upload_id)
            if offset != row.received:
                raise RefusalError(Code.OFFSET_CONFLICT, f"The next piece begins at {row.received}.", field="Upload-Offset")
            if announced is not None and offset + announced > row.length:
                raise too_much(row.length)
            self._refuse_too_much(connection, who, announced or 0, one_more=False)
            return row

        return Piece(self._store, self._blobs, who, self._store.read(run), self._settings)

    def delete(self, who: Who, upload_id: str) -> None:
        """Gives an upload up. Its bytes go unless a ticket has them. Raises `RefusalError`."""

        def run(work: Work) -> str | None:
            row = self._present(work.connection, who, upload_id)
            uploads.change(work.connection, row.key, blob=None)
            return None if uploads.needed(work.connection, row.blob) else str(row.blob)

        if unneeded := self._store.write(run):
            self._blobs.delete(unneeded)

    def sweep(self, *, alone: bool = False) -> int:
        """Removes what no ticket took in time and files that no row names; how many files. `alone`: nobody can be uploading now."""
        now = datetime.now(UTC)

        def run(work: Work) -> list[str]:
            uploads.forget_used(work.connection, now)
            return uploads.let_go(work.connection, now, REMEMBER)

        unneeded = self._store.write(run)
        before = time.time() + 60 if alone else time.time() - ORPHAN_S
        named = self._store.read(all_named)
        unneeded += [name for name in self._blobs.names(before) if name not in named]
        for name in set(unneeded):
            self._blobs.delete(name)
        return len(set(unneeded))

    def _present(self, connection: Connection, who: Who, upload_id: str) -> Row[Any]:
        row = uploads.find(connection, who.person, upload_id)
        if row is None:
            raise RefusalError(Code.NOT_FOUND)
        if row.blob is None or row.expires <= datetime.now(UTC):
            raise gone(upload_id)
        return row

    def _again(self, connection: Connection, who: Who, upload_id: str, length: int, sha256: str) -> Place | None:
        row = uploads.find(connection, who.person, upload_id)
        if row is None or row.blob is None or row.expires <= datetime.now(UTC) or self._blobs.size(row.blob) < row.received:
            return None
        if (row.length, row.sha256) != (length, sha256):
            raise RefusalError(Code.CONFLICT, "This id was used for another file.")
        return Place(row.received, row.length, row.expires)

    def _refuse_too_much(self, connection: Connection, who: Who, more: int, *, one_more: bool = True) -> None:
        now = datetime.now(UTC)
        _, sent, free_in_s = uploads.used_lately(connection, who.person, now)
        if sent + more > self._settings.bytes_per_day:
            most = self._settings.bytes_per_day
            raise RefusalError(Code.LIMIT_REACHED, "Too many bytes in one day.", limit=most, retry_after_s=free_in_s)
        if one_more and uploads.open_count(connection, who.person, now) >= self._settings.open_uploads:
            most = self._settings.open_uploads
            raise RefusalError(Code.LIMIT_REACHED, "Too many uploads that no report took.", limit=most, retry_after_s=TRY_AGAIN_S)


def all_named(connection: Connection) -> set[str]:
    """The blobs that some row names."""
    return {name for column in NAMING for name in connection.scalars(select(column).where(column.is_not(None)))}
