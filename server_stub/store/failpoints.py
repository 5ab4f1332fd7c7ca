"""Named points at which a test lets the backend die as if killed: `SIGAP_FAILPOINT=name` or `name:n` for the n-th passing."""

import os
import signal
import sys
import threading

NAMES = (
    "store-before-commit",
    "store-after-commit",
    "ticket-before-reply",
    "message-before-reply",
    "enrolled-before-reply",
    "assist-before-reply",
    "upload-file-created",
    "upload-written",
    "upload-flushed",
    "upload-complete",
    "upload-before-reply",
)

_wanted, _, _times = os.environ.get("SIGAP_FAILPOINT", "").partition(":")
_left = int(_times) if _times.isdigit() else 1
_lock = threading.Lock()


def pass_by(name: str) -> None:
    """Dies here, without any tidying up, when the environment asked for it; otherwise nothing."""
    global _left  # noqa: PLW0603 - counts passings in this process
    if name != _wanted:
        return
    with _lock:
        _left -= 1
        if _left > 0:
            return
        if sys.platform != "win32":
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(137)
