"""Named points at which a test can make this process die as a power cut would: `SIGAP_FAILPOINT=name[:n]`, at its n-th passing."""

import os
import signal

FAILPOINTS = (
    "draft-written",
    "draft-saved",
    "promise-files-written",
    "promise-before-commit",
    "promise-committed",
    "send-started",
    "upload-created",
    "upload-chunk-sent",
    "upload-complete",
    "put-before",
    "put-answered",
    "delivered-marked",
    "take-back-draft-saved",
    "take-back-committed",
    "enrol-stored",
    "enrol-answered",
    "enrol-token-written",
)
"""Every point that exists, in the order in which a report passes them."""

_passed: dict[str, int] = {}


def passing(name: str) -> None:
    """Says that the program is at this point; dies here, without any tidying, when the environment asks for it."""
    wanted = os.environ.get("SIGAP_FAILPOINT")
    if not wanted:
        return
    point, _, number = wanted.partition(":")
    if point != name:
        return
    _passed[name] = _passed.get(name, 0) + 1
    if _passed[name] >= int(number or "1"):
        if hasattr(signal, "SIGKILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(137)
