"""Where this person's Downloads and desktop are, as the desktop keeps it (xdg-user-dirs: `XDG_DOWNLOAD_DIR="$HOME/Unduhan"`)."""

import os
import re
from pathlib import Path

_USUAL = {"DOWNLOAD": "Downloads", "DESKTOP": "Desktop"}


def personal_folder(kind: str) -> Path | None:
    """The folder "DOWNLOAD" or "DESKTOP"; None where there is none of its own."""
    home = Path.home()
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "user-dirs.dirs"
    try:
        told = folder_in(settings.read_bytes()[:50_000], kind, home)
    except OSError:
        told = None
    folder = told or home / _USUAL[kind]
    return folder if folder != home and folder.is_dir() and not folder.is_symlink() else None


def folder_in(text: bytes, kind: str, home: Path) -> Path | None:
    """The folder as the settings name it, relative to the home or whole."""
    found = re.search(rf'^XDG_{kind}_DIR="([^"\n]*)"', text.decode("utf-8", "replace"), re.MULTILINE)
    if found is None:
        return None
    word = found.group(1)
    if word.startswith("$HOME"):
        return home / word.removeprefix("$HOME").lstrip("/")
    return Path(word) if word.startswith("/") else None
