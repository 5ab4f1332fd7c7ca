"""A stored file, as it is handed out."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class StoredFile:
    """An attachment's bytes; the sender's name for it is only data, never a path."""

    name: str
    size_bytes: int
    sha256: str
    path: Path
