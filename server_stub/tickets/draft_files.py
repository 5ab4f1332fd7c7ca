"""Files of what technicians are writing: received piece by piece, within the company's limits, named and told by us."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection

from contract.about import Limits
from contract.ids import new_id
from contract.problems import Code
from contract.uploads import Attachment, Kind
from server_stub.blobs import Blobs, DiskFull, flush_file
from server_stub.pictures import HEAD_BYTES, picture_of
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import drafts
from server_stub.store.database import Store
from server_stub.store.drafts import DraftKind
from server_stub.store.writer import Work

NAME_LETTERS = 255
UNKNOWN = "application/octet-stream"
BELIEVED = re.compile(r"(?:text/(?:plain|csv|markdown)|application/(?:pdf|zip|json|vnd\.[a-z0-9.+-]{1,80}))", re.ASCII)
"""Types that are taken as the browser says them: they decide on nothing but an icon. Every file goes out as a download of unknown kind."""


class Received(msgspec.Struct, frozen=True):
    """Bytes that are on the disk."""

    blob: str
    size_bytes: int
    sha256: str
    head: bytes


@dataclass(frozen=True)
class DraftFiles:
    """Takes files and gives them up. Every function raises `RefusalError`."""

    store: Store
    blobs: Blobs
    settings: Settings

    def add(self, account: str, ticket: int, kind: DraftKind, name: str, said_type: str, pieces: Iterable[bytes]) -> Attachment:
        """A new file of a draft. Nothing is kept of one that is empty, too large or too many, or whose `pieces` end in an error."""
        room = self.store.read(lambda connection: self._room(connection, account, ticket, kind))
        received = self._receive(pieces, room)
        picture = picture_of(received.head)
        file = Attachment(
            id=new_id(),
            name=shown_name(name),
            type=picture.type if picture else (said_type if BELIEVED.fullmatch(said_type) else UNKNOWN),
            size_bytes=received.size_bytes,
            sha256=received.sha256,
            kind=Kind.SCREENSHOT if picture else Kind.FILE,
        )

        def run(work: Work) -> None:
            if file.size_bytes > self._room(work.connection, account, ticket, kind):
                raise too_large_together(self.settings.limits)
            drafts.add_file(work.connection, account, ticket, kind, file, received.blob)
            drafts.touch(work.connection, account, ticket, kind, datetime.now(UTC))

        try:
            self.store.write(run)
        except BaseException:
            self.blobs.delete(received.blob)
            raise
        return file

    def remove(self, account: str, ticket: int, kind: DraftKind, file_id: str) -> None:
        """Gives up a file of a draft, and its bytes."""

        def run(work: Work) -> str:
            row = drafts.find_file(work.connection, account, ticket, file_id)
            if row is None or row.kind != kind.value:
                raise RefusalError(Code.NOT_FOUND)
            drafts.remove_file(work.connection, row.key)
            drafts.touch(work.connection, account, ticket, kind, datetime.now(UTC))
            return str(row.blob)

        self.blobs.delete(self.store.write(run))

    def _room(self, connection: Connection, account: str, ticket: int, kind: DraftKind) -> int:
        """How many bytes a further file may have."""
        limits = self.settings.limits
        count, size_bytes = drafts.weight(connection, account, ticket, kind)
        if count >= limits.attachments:
            raise RefusalError(Code.LIMIT_REACHED, f"More than {limits.attachments} files.", field="files", limit=limits.attachments)
        return min(limits.file_bytes, limits.report_bytes - size_bytes)

    def _receive(self, pieces: Iterable[bytes], room: int) -> Received:
        digest, size_bytes, head = hashlib.sha256(), 0, b""
        blob = self.blobs.create(0)
        try:
            with DiskFull(), self.blobs.continue_at(blob, 0) as file:
                for piece in within(pieces, room, self.settings.limits):
                    head = (head + piece[:HEAD_BYTES])[:HEAD_BYTES]
                    size_bytes += len(piece)
                    digest.update(piece)
                    view = memoryview(piece)
                    while view:
                        view = view[file.write(view) :]
                flush_file(file)
        except BaseException:
            self.blobs.delete(blob)
            raise
        return Received(blob, size_bytes, digest.hexdigest(), head)


def within(pieces: Iterable[bytes], room: int, limits: Limits) -> Iterator[bytes]:
    """The pieces, as long as they are not too many bytes. Raises `RefusalError`, for none at all too."""
    size_bytes = 0
    for piece in pieces:
        size_bytes += len(piece)
        if size_bytes > limits.file_bytes:
            raise RefusalError(Code.TOO_LARGE, "The file is too large.", field="file", limit=limits.file_bytes)
        if size_bytes > room:
            raise too_large_together(limits)
        yield piece
    if not size_bytes:
        raise RefusalError(Code.INVALID, "The file is empty.", field="file")


def too_large_together(limits: Limits) -> RefusalError:
    """The refusal for files that are too large together."""
    return RefusalError(Code.TOO_LARGE, "The files together are too large.", field="files", limit=limits.report_bytes)


def shown_name(name: str) -> str:
    """What a file is called from now on: one line, no folder, nothing that turns the order of letters. Only ever shown, never a path."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C" and letter not in "\u2028\u2029")
    kept = " ".join(kept.split())
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > NAME_LETTERS:
        kept = f"{stem[: NAME_LETTERS - len(ending) - 1]}.{ending}" if dot and len(ending) < 20 else kept[:NAME_LETTERS]
    return kept or "file"
