"""Attachments on their way: tus 1.0 (core, creation, checksum, expiration, termination; https://tus.io/protocols/resumable-upload).

The client makes the upload's id and names it in `Upload-Metadata`, so that creating an upload is idempotent too: the same id again
answers with the same place and offset. A ticket names the uploads that it owns by these ids.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from contract.ids import Id
from contract.wire import Part, Request

TUS_VERSION = "1.0.0"
TUS_EXTENSIONS = "creation,checksum,expiration,termination"
TUS_CHECKSUM_ALGORITHMS = "sha256"
OFFSET_MEDIA_TYPE = "application/offset+octet-stream"
CHUNK_BYTES = 4 * 1024 * 1024
"""What the client sends in one PATCH unless a proxy asks for less (413)."""

METADATA_ID = "id"
METADATA_SHA256 = "sha256"
"""Keys of `Upload-Metadata`; the values are base64 of the id and of the whole file's lower-case hexadecimal SHA-256."""


class Kind(StrEnum):
    """What an attachment is."""

    SCREENSHOT = "screenshot"
    FILE = "file"
    LOG = "log"

    @classmethod
    def _missing_(cls, _value: object) -> "Kind":
        return cls.FILE


class AttachmentRef(Request, frozen=True, kw_only=True):
    """An upload as a ticket or message names it."""

    upload: Id
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
    type: Annotated[str, msgspec.Meta(min_length=1, max_length=127)]
    size_bytes: Annotated[int, msgspec.Meta(ge=1)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    kind: Kind = Kind.FILE


class Attachment(Part, frozen=True, kw_only=True):
    """A stored attachment, as replies show it."""

    id: str
    name: str
    type: str
    size_bytes: int
    sha256: str
    kind: Kind = Kind.FILE
