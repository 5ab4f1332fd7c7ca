"""One promise as it lies on the disk: the encoded request and what it was made from, with a digest that tells whether it is still whole."""

import hashlib
from datetime import datetime
from pathlib import Path

import msgspec

from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.draft import Draft
from desktop_client.system.durable import write_new

SIDE_FILE = "promise.json"
"""Beside the files of each promise lies the promise itself, so that a database that can't be read at all loses nothing."""

TAKEN_FILE = "promise.taken"
"""Its name once the person took the promise back."""


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be delivered. `request` is sent byte for byte, today or by a later version; `parent` is that whose big file it is."""

    id: str
    kind: DeliveryKind
    ticket: str
    parent: str = ""
    subject: str
    since: datetime
    request: bytes
    draft: Draft | None = None

    def attachments(self) -> tuple[AttachmentRef, ...]:
        """The uploads that the request names."""
        if self.kind is DeliveryKind.REPORT:
            return msgspec.json.decode(self.request, type=PutTicket).attachments
        return msgspec.json.decode(self.request, type=PutMessage).attachments

    def total_bytes(self) -> int:
        """What has to arrive: the request and its files."""
        return len(self.request) + sum(file.size_bytes for file in self.attachments())


def encode(promise: Promise) -> tuple[bytes, str]:
    """The promise as bytes, and their digest."""
    payload = msgspec.json.encode(promise)
    return payload, hashlib.sha256(payload).hexdigest()


def decode(payload: bytes, digest: str) -> Promise | None:
    """The promise, or None when a bit of it is not as it was."""
    if hashlib.sha256(payload).hexdigest() != digest:
        return None
    try:
        promise = msgspec.json.decode(payload, type=Promise)
        promise.attachments()
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return promise


def write_side_file(folder: Path, payload: bytes, digest: str) -> None:
    """Puts the promise beside its files, flushed; the folder is the caller's to flush."""
    write_new(folder / SIDE_FILE, digest.encode() + b"\n" + payload)


def read_side_file(folder: Path) -> Promise | None:
    """The promise in a folder, or None when there is none, or not a whole one."""
    try:
        digest, _, payload = (folder / SIDE_FILE).read_bytes().partition(b"\n")
    except OSError:
        return None
    return decode(payload, digest.decode("ascii", "replace"))
