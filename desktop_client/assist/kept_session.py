"""What this computer did in a session of remote help, on the disk before it is acted upon: a kill or a power cut leaves no session open.

What is kept is what happened here; what the backend has to hear follows from that and from where it stands itself.
"""

import logging
from pathlib import Path

import msgspec

from contract.assist import Ability, End
from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """What the person agreed to."""

    tool: str
    tool_name: str
    can: tuple[Ability, ...]
    consent_version: int
    closes: bool


class KeptSession(msgspec.Struct, frozen=True, kw_only=True):
    """`key` is the private key of the exchange. `launched`: the tool may have been started. `end` is how it ended here, None before.

    `confirm`: the person still has to say that the tool is closed, which Sigap can't close. `owes_alarm`: it was over when the person said
    that this was not the help desk, and the backend has not heard of it.
    """

    id: str
    number: str
    key: str
    consent: Consent | None = None
    launched: bool = False
    running: bool = False
    end: End | None = None
    confirm: bool = False
    owes_alarm: bool = False

    def __repr__(self) -> str:
        """Without the key, which must not reach a log."""
        return f"KeptSession({self.id}, launched={self.launched}, running={self.running}, end={self.end})"


def read_kept(file: Path) -> KeptSession | None:
    """The session that was left, None without one. A damaged file counts as none: its session ends by its silence."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=KeptSession)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        log.warning("What was kept of remote help can't be read: %s", type(error).__name__)
        return None


def keep(file: Path, kept: KeptSession) -> None:
    """Writes it down. OSError where the disk is full or read-only."""
    replace_file(file, msgspec.json.encode(kept))


def forget(file: Path) -> None:
    """It is over, and the backend knows."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        log.warning("What was kept of remote help can't be removed: %s", type(error).__name__)
