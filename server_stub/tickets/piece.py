"""One piece of an upload on its way to disk: written, flushed, verified, and only then promised."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from contract.problems import Code
from server_stub.blobs import Blobs, DiskFull, flush_file
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import uploads
from server_stub.store.database import Store
from server_stub.store.failpoints import pass_by
from server_stub.store.people import Who
from server_stub.store.writer import Work


@dataclass(frozen=True)
class Place:
    """Where an upload stands. `created`: it was not there before."""

    offset: int
    length: int
    expires: datetime
    created: bool = False


class Piece:
    """One piece of an upload while it arrives. Nothing counts before `finish`."""

    def __init__(self, store: Store, blobs: Blobs, who: Who, row: Row[Any], settings: Settings) -> None:
        self._store = store
        self._blobs = blobs
        self._who = who
        self._row = row
        self._settings = settings
        self._left = row.length - row.received
        self._written = 0
        self._digest = hashlib.sha256()
        try:
            self._file = blobs.continue_at(row.blob, row.received)
        except FileNotFoundError:
            raise gone(row.id) from None

    def write(self, data: bytes) -> None:
        """Adds bytes to the file. Raises `RefusalError` beyond the announced length, or when the disk is full."""
        self._left -= len(data)
        if self._left < 0:
            raise too_much(self._row.length)
        view = memoryview(data)
        with DiskFull():
            while view:
                view = view[self._file.write(view) :]
        self._digest.update(data)
        self._written += len(data)

    def finish(self, checksum: bytes | None = None) -> Place:
        """Flushes, verifies and promises the bytes: the piece against `checksum`, the whole against its hash once it is complete.

        Raises `RefusalError`: with a wrong piece the offset stays, a wrong whole is thrown away.
        """
        if checksum is not None and checksum != self._digest.digest():
            self.abandon()
            raise RefusalError(Code.CHECKSUM_MISMATCH, "The piece is not what its checksum says.", field="Upload-Checksum")
        pass_by("upload-written")
        try:
            with DiskFull():
                flush_file(self._file)
        finally:
            self._file.close()
        pass_by("upload-flushed")
        received = self._row.received + self._written
        if received == self._row.length and self._blobs.sha256(self._row.blob) != self._row.sha256:
            self._store.write(lambda work: uploads.change(work.connection, self._row.key, blob=None))
            self._blobs.delete(self._row.blob)
            raise RefusalError(Code.CHECKSUM_MISMATCH, "The file is not what was announced.", field="sha256", uploads=(self._row.id,))
        expires = datetime.now(UTC) + timedelta(hours=self._settings.upload_expiry_h)
        self._store.write(lambda work: self._promise(work, received, expires))
        if received == self._row.length:
            pass_by("upload-complete")
        return Place(received, self._row.length, expires)

    def abandon(self) -> None:
        """Takes back what was written."""
        try:
            self._file.truncate(self._row.received)
        finally:
            self._file.close()

    def _promise(self, work: Work, received: int, expires: datetime) -> None:
        now = uploads.find(work.connection, self._who.person, self._row.id)
        if now is None or now.blob != self._row.blob:
            raise gone(self._row.id)
        if now.received != self._row.received:
            raise RefusalError(Code.OFFSET_CONFLICT, f"The next piece begins at {now.received}.", field="Upload-Offset")
        uploads.change(work.connection, now.key, received=received, expires=expires)
        uploads.count_used(work.connection, self._who.person, datetime.now(UTC), sent_bytes=self._written)


def gone(upload_id: str) -> RefusalError:
    """The refusal for an upload whose bytes are no longer here."""
    return RefusalError(Code.UPLOAD_GONE, "The file must be uploaded again.", uploads=(upload_id,))


def too_much(length: int) -> RefusalError:
    """The refusal for more bytes than were announced."""
    return RefusalError(Code.TOO_LARGE, f"More than the announced {length} bytes.", field="Upload-Length", limit=length)
