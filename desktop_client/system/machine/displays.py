"""The screens: how large, where they stand, and how much text is enlarged."""

import os
import re
import sys
from dataclasses import dataclass

from desktop_client.system.limited import within
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.programs.x11 import XServer, on_wayland

STANDARD_DPI = 96
LIMIT_S = 2.0


@dataclass(frozen=True)
class Display:
    """A screen in pixels of the desktop, `left` and `top` from the desktop's corner; `name` is the output's ("HDMI-1"), "" if not told."""

    name: str
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Displays:
    """All screens, and the text scale in percent of the desktop, None where it is not one number."""

    displays: tuple[Display, ...]
    text_percent: int | None


def read_displays() -> Displays | NotKnown:
    """The screens of this session; not known without one. Windows and macOS: written from the documented form, not run."""
    if sys.platform == "linux" and on_wayland() and "DISPLAY" not in os.environ:
        return NotKnown(Why.UNSUPPORTED)
    return within(LIMIT_S, "displays", _read)


def _read() -> Displays | NotKnown:
    import mss  # noqa: PLC0415 - only when asked
    from mss.exception import ScreenShotError  # noqa: PLC0415 - the same

    try:
        with mss.MSS() as screens:
            found = [dict(monitor) for monitor in screens.monitors[1:]]
    except (ScreenShotError, OSError, ImportError):
        return NotKnown(Why.ABSENT)
    displays = tuple(
        Display(
            str(one.get("output") or one.get("name") or ""),
            int(one["left"]),
            int(one["top"]),
            int(one["width"]),
            int(one["height"]),
        )
        for one in found
    )
    return Displays(displays, _text_percent())


def _text_percent() -> int | None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        return round(100 * int(ctypes.WinDLL("user32").GetDpiForSystem()) / STANDARD_DPI)
    if sys.platform == "darwin":
        return None
    try:
        with XServer() as server:
            return percent_in_resources(server.property(server.root, "RESOURCE_MANAGER"))
    except OSError:
        return None


def percent_in_resources(text: bytes) -> int | None:
    """`Xft.dpi` of the X resources in percent of 96, None when it isn't set."""
    found = re.search(rb"^Xft\.dpi:\s*(\d{2,4})", text, re.MULTILINE)
    return round(100 * int(found[1]) / STANDARD_DPI) if found else None
