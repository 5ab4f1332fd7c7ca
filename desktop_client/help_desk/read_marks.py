"""How far the person has read each ticket. It lies beside the cache, so that a cache made anew shows nothing as unread that was read."""

import logging
import threading
from pathlib import Path

import msgspec

from contract.wire import Utc
from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)


class _Marks(msgspec.Struct):
    owner: str = ""
    read: dict[str, Utc] = {}


class ReadMarks:
    """The times of the last messages read, by ticket."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._marks = _Marks()
        self._load()

    def begin(self, owner: str) -> None:
        """Forgets the marks of somebody else."""
        with self._lock:
            self._load()
            if self._marks.owner != owner:
                self._marks = _Marks(owner=owner)
                self._save()

    def get(self, ticket: str) -> Utc | None:
        """Up to when a ticket was read, None when it never was."""
        return self._marks.read.get(ticket)

    def set(self, ticket: str, until: Utc) -> bool:
        """The ticket was read up to then; False when that was known."""
        with self._lock:
            # The command line and the tray both mark; the later mark holds.
            self._load()
            known = self._marks.read.get(ticket)
            if known is not None and known >= until:
                return False
            self._marks.read[ticket] = until
            self._save()
            return True

    def _load(self) -> None:
        try:
            self._marks = msgspec.json.decode(self._file.read_bytes(), type=_Marks)
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.info("What was read isn't known any more: %s", type(error).__name__)

    def _save(self) -> None:
        try:
            replace_file(self._file, msgspec.json.encode(self._marks))
        except OSError as error:
            # A full disk costs no more than a number beside a ticket.
            log.info("What was read can't be kept: %s", type(error).__name__)
