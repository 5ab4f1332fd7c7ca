"""Opens an address with the program that the desktop has for it, such as the browser. No shell ever reads the address."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from desktop_client.system.commands import system_path
from desktop_client.system.tool_environment import tool_environment

_REFUSAL_S = 3.0
"""How long an opener may take to say that it couldn't."""


def open_address(address: str, path: str | None = None) -> bool:
    """Opens it; False where nothing here opens such addresses. Blocks for up to some seconds. `path`: where openers are looked for.

    Windows and macOS: written from the documented form, not run.
    """
    if sys.platform == "win32":
        try:
            os.startfile(address)  # noqa: S606 - ShellExecute takes the whole text as one address
        except OSError:
            return False
        return True
    words = ("/usr/bin/open", address) if sys.platform == "darwin" else ("xdg-open", address)
    program = shutil.which(words[0], path=path if path is not None else system_path())
    if program is None:
        return False
    home = Path.home()
    process = subprocess.Popen(
        [program, *words[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=tool_environment(),
        cwd=home if home.is_dir() else None,
        start_new_session=True,
    )
    try:
        return process.wait(_REFUSAL_S) == 0
    except subprocess.TimeoutExpired:
        # It became the browser itself: the person's own program from here on; only its end is taken note of.
        threading.Thread(target=process.wait, name="opened address", daemon=True).start()
        return True
