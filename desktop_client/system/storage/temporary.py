"""Where programs put their temporary files."""

import os
import sys
from pathlib import Path


def temporary_folder() -> Path:
    """The folder that the session names, else the system's. Python's own answer tries a file first, and a full disk refuses that."""
    for setting in ("TMPDIR", "TEMP", "TMP"):
        told = Path(os.environ.get(setting, ""))
        if told.is_absolute() and told.is_dir():
            return told
    if sys.platform == "win32":
        return Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "Temp")
    return Path("/tmp")  # noqa: S108 - looked at, nothing is made there
