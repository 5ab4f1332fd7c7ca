"""What the backend said about itself last, so that categories, limits and the help desk's number are there offline too."""

import logging
from pathlib import Path

import msgspec

from contract.about import About
from contract.endpoints import ABOUT
from desktop_client.backend.address import host_of
from desktop_client.backend.session import Session
from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)


class AboutKept:
    """The kept answer, and the built-in one until there is any. Usable by any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._about: About | None = None

    def about(self, address: str = "") -> About:
        """The last answer; before the first, a built-in one in which the backend's host stands for the company."""
        if self._about is None:
            try:
                self._about = msgspec.json.decode(self._file.read_bytes(), type=About)
            except FileNotFoundError:
                pass
            except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
                log.info("What the backend said about itself can't be read: %s", type(error).__name__)
        return self._about or About(version="", company=host_of(address) if address else "")

    def refresh(self, session: Session) -> About:
        """Asks the backend and keeps its answer. RefusedError says why that failed; the last answer stays."""
        about = session.call(ABOUT).read(About)
        self._about = about
        try:
            replace_file(self._file, msgspec.json.encode(about))
        except OSError as error:
            log.info("What the backend said about itself can't be kept: %s", type(error).__name__)
        return about

    def forget(self) -> None:
        """Another backend will say other things."""
        self._about = None
        self._file.unlink(missing_ok=True)
