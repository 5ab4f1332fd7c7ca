"""Guides that were left half-way, in the profile: each goes on where it was, after a restart of the computer too."""

import contextlib
import errno
import hashlib
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from desktop_client.guides.walk import Phase, Walk
from desktop_client.system.durable import make_folder, replace_file

log = logging.getLogger(__name__)

KEPT = timedelta(days=7)
"""What is older began in another week: the computer it looked at is no longer the same."""


class KeptWalks:
    """One file a guide. What can't be read is as if it had never begun."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, guide: str) -> Walk | None:
        """The walk through the guide with this key."""
        return self._read(self._file(guide))

    def keep(self, walk: Walk) -> None:
        """Keeps it durably. Raises OSError where the disk takes nothing."""
        make_folder(self._folder)
        try:
            text = msgspec.json.encode(walk)
        except UnicodeEncodeError as error:
            # A name that is no text, such as a file's from another system.
            raise OSError(errno.EILSEQ, "not text") from error
        replace_file(self._file(walk.guide), text)

    def forget(self, guide: str) -> None:
        """It is over."""
        with contextlib.suppress(OSError):
            self._file(guide).unlink(missing_ok=True)

    def all(self) -> tuple[Walk, ...]:
        """Every walk that can go on, the last begun first."""
        try:
            found = [walk for file in self._folder.glob("*.json") if (walk := self._read(file))]
        except OSError:
            return ()
        return tuple(sorted(found, key=lambda walk: walk.started, reverse=True))

    def _file(self, guide: str) -> Path:
        return self._folder / f"{hashlib.sha256(guide.encode()).hexdigest()[:32]}.json"

    def _read(self, file: Path) -> Walk | None:
        try:
            walk = msgspec.json.decode(file.read_bytes(), type=Walk)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            log.warning("a guide that was left can't go on: %s", type(error).__name__)
            return None
        if any(at.tzinfo is None for at in _times(walk)):
            log.warning("a guide that was left can't go on: times without a zone")
            return None
        # What was being fixed is put back first, however long ago that was.
        if walk.phase is not Phase.FIXING and datetime.now(UTC) - walk.changed > KEPT:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
            return None
        return walk


def _times(walk: Walk) -> tuple[datetime, ...]:
    return (walk.started, walk.changed, *(verdict.at for verdict in walk.verdicts.values()), *(one.at for one in walk.tried))
