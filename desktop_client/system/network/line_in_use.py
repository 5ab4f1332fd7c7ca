"""Whether somebody relies on the network right now: a call, or a session from afar. Nothing of it is listened to."""

import json
import os
import sys
from collections.abc import Mapping

from desktop_client.system.commands import Outcome, Run


def in_remote_session(run: Run, ours: Mapping[str, str] = os.environ) -> bool:
    """Whether the person works on this computer from afar, and would lose it with the network."""
    if ours.get("SSH_CONNECTION") or ours.get("SESSIONNAME", "").upper().startswith("RDP-"):
        return True
    if sys.platform != "linux":
        return False
    told = run(("loginctl", "show-session", "self", "-p", "Remote"), 1.0)
    return told.outcome is Outcome.OK and told.stdout.strip() == b"Remote=yes"


def in_call(run: Run) -> bool:
    """Whether a program records from the microphone, as calls do (Linux: PulseAudio and PipeWire; elsewhere it is not asked)."""
    if sys.platform != "linux":
        return False
    told = run(("pactl", "-f", "json", "list", "source-outputs"), 1.0)
    return told.outcome is Outcome.OK and told.exit == 0 and records(told.stdout)


def records(text: bytes) -> bool:
    """Whether a recording runs in the answer of `pactl list source-outputs`; one that is held (corked) doesn't."""
    try:
        rows = json.loads(text or b"[]")
    except (ValueError, RecursionError):
        return False
    return any(isinstance(row, dict) and row.get("corked") is not True for row in rows) if isinstance(rows, list) else False
