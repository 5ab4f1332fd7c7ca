"""Whether somebody else could be in front of this computer: its screen is locked, or another account came to it."""

import os
import sys

from desktop_client.system.commands import Outcome, run

ASKED_S = 2.0


def is_away() -> bool:
    """Whether the person's session is locked or not the one on the screen. False where the system doesn't tell. Blocks for up to 2 s."""
    readings = {"linux": _of_logind, "win32": _of_windows}
    return readings.get(sys.platform, lambda: False)()


def _of_logind() -> bool:
    """systemd-logind's properties of a session: Active and LockedHint (org.freedesktop.login1)."""
    session = os.environ.get("XDG_SESSION_ID", "")
    if not session.isalnum():
        return False
    told = run(("loginctl", "show-session", session, "--property=Active", "--property=LockedHint"), ASKED_S)
    return told.outcome is Outcome.OK and says_away(told.stdout.decode("ascii", "replace"))


def says_away(properties: str) -> bool:
    """What `loginctl show-session` told, a property a line."""
    lines = properties.splitlines()
    return "Active=no" in lines or "LockedHint=yes" in lines


def _of_windows() -> bool:
    """WTSQuerySessionInformation with WTSSessionInfoEx: SessionFlags is 0 while it is locked. Written from the documentation, not run.

    WTSINFOEX: Level at byte 0, then aligned to 8 SessionId, SessionState and SessionFlags of 4 bytes each; SessionState 0 is WTSActive.
    """
    import ctypes  # noqa: PLC0415 - only there

    wts = ctypes.windll.wtsapi32  # type: ignore[attr-defined,unused-ignore]
    answer, size = ctypes.c_void_p(), ctypes.c_ulong()
    if not wts.WTSQuerySessionInformationW(None, -1, 25, ctypes.byref(answer), ctypes.byref(size)):
        return False
    try:
        told = ctypes.string_at(answer, min(size.value, 20))
    finally:
        wts.WTSFreeMemory(answer)
    return info_says_away(told)


def info_says_away(told: bytes) -> bool:
    """The first 20 bytes of a WTSINFOEX."""
    if len(told) < 20:
        return False
    state, flags = int.from_bytes(told[12:16], "little"), int.from_bytes(told[16:20], "little")
    return state != 0 or flags == 0
