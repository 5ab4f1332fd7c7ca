"""What checks measured here before, so that "slow" can mean slower than usual. Can be lost without harm."""

import logging
import threading
from pathlib import Path

import msgspec

from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)

MOST_VALUES = 20
MOST_NAMES = 200
"""Of all checks and networks; the oldest go."""


class Measured:
    """Values by check and name, oldest first, in a file of the profile. Usable by any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def past(self, check: str, name: str) -> tuple[float, ...]:
        """The values that the check kept under this name."""
        with self._lock:
            return self._read().get(f"{check}/{name}", ())

    def keep(self, check: str, name: str, value: float) -> None:
        """Adds one. A disk that takes nothing costs the past, nothing else."""
        with self._lock:
            values = self._read()
            key = f"{check}/{name}"
            kept = (*values.pop(key, ()), value)[-MOST_VALUES:]
            values[key] = kept
            for oldest in list(values)[: max(len(values) - MOST_NAMES, 0)]:
                del values[oldest]
            try:
                replace_file(self._file, msgspec.json.encode(values))
            except OSError as error:
                log.info("a measurement is not kept: %s", error.strerror)

    def _read(self) -> dict[str, tuple[float, ...]]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, tuple[float, ...]])
        except (OSError, msgspec.MsgspecError):
            return {}
