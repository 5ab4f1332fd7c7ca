"""Replies while they are written, so that no word is lost with a window or a crash: one small file for all of them."""

import logging
import threading
from pathlib import Path

import msgspec

from desktop_client.reasons import unwritable
from desktop_client.system.durable import replace_file

MOST = 100
"""Tickets with an unsent reply; the oldest are let go of beyond that."""

log = logging.getLogger(__name__)


class WrittenReply(msgspec.Struct, frozen=True, kw_only=True):
    """The words so far, and the files that the person chose, where they lie."""

    text: str = ""
    files: tuple[str, ...] = ()


class ReplyDrafts:
    """Usable by any thread of one process. Every function blocks on the disk."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def get(self, ticket: str) -> WrittenReply:
        """What was written to a ticket, empty when nothing was."""
        with self._lock:
            return self._read().get(ticket, WrittenReply())

    def keep(self, ticket: str, reply: WrittenReply) -> None:
        """Keeps it in place of how it was; an empty one is forgotten. RefusedError: DISK_FULL, PROFILE_READ_ONLY."""
        text = reply.text.encode("utf-8", "replace").decode()
        files = tuple(name for name in reply.files if name.isprintable())
        with self._lock:
            kept = self._read()
            before = kept.pop(ticket, WrittenReply())
            now = WrittenReply(text=text, files=files)
            if now == before:
                return
            if now != WrittenReply():
                kept[ticket] = now
            while len(kept) > MOST:
                kept.pop(next(iter(kept)))
            try:
                replace_file(self._file, msgspec.json.encode(kept))
            except OSError as error:
                raise unwritable(error, self._file.parent) from error

    def _read(self) -> dict[str, WrittenReply]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, WrittenReply])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.info("Unsent replies can't be read: %s", type(error).__name__)
            return {}
