"""The tray client on a bad day: capture, keyring, disk and network each take two seconds longer. Writes the longest wait of Qt's thread.

Usage: slow_client.py FILE [arguments of sigap]. Every 20 ms a timer of Qt's thread notes how long it was kept; FILE holds the longest
in milliseconds, written whenever it grows.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mss
from PySide6.QtCore import QTimer

from desktop_client import app
from desktop_client.__main__ import main
from desktop_client.backend.session import Session
from desktop_client.system.secrets import TokenStore

SLOW_S = 2.0
BEAT_MS = 20


def slowed(function: Callable[..., Any]) -> Callable[..., Any]:
    def slow(*arguments: Any, **named: Any) -> Any:
        time.sleep(SLOW_S)
        return function(*arguments, **named)

    return slow


def watch(file: Path) -> None:
    """Notes the longest time that Qt's loop was kept, from the moment at which the client begins."""
    longest = 0.0
    last = time.monotonic()
    timer = QTimer()
    timer.setInterval(BEAT_MS)

    def beat() -> None:
        nonlocal longest, last
        now = time.monotonic()
        if now - last > longest:
            longest = now - last
            file.write_text(f"{longest * 1000:.0f}", "ascii")
        last = now

    timer.timeout.connect(beat)
    timer.start()
    watch.timer = timer  # type: ignore[attr-defined] # kept alive


report = Path(sys.argv[1])
start = app.Client.start


def watched(self: app.Client, *arguments: Any, **named: Any) -> None:
    start(self, *arguments, **named)
    watch(report)


app.Client.start = watched  # type: ignore[method-assign]
mss.MSS.grab = slowed(mss.MSS.grab)  # type: ignore[method-assign]
TokenStore.read = slowed(TokenStore.read)  # type: ignore[method-assign]
Session.call = slowed(Session.call)  # type: ignore[method-assign]
os.fsync = slowed(os.fsync)
sys.exit(main(sys.argv[2:]))
