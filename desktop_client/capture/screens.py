"""Takes a picture of every monitor, one after the other, so that never more than one is held unpacked."""

import os
import sys
from collections.abc import Iterator, Mapping

from desktop_client.capture.monitors import in_order
from desktop_client.capture.picture import Picture
from desktop_client.reasons import Cause, refused

LARGEST_PIXELS = 8192 * 8192
"""A monitor beyond this is left out: unpacked it would take 10 bytes a pixel, some 670 MB, while it is encoded."""

PNG_LEVEL = 4
"""zlib's level: on screens 6 saves 3 % more and takes twice as long."""


def capture(pointer: tuple[int, int] | None = None, environment: Mapping[str, str] = os.environ) -> Iterator[Picture]:
    """Every monitor at native resolution, the one that holds `pointer` (native pixels) first.

    Blocks for some tenths of a second a monitor. Raises RefusedError CAPTURE_REFUSED where the system asks the person for a permission
    that is missing, CAPTURE_IMPOSSIBLE where a program may not see the screen or none is there.
    """
    if sys.platform == "darwin" and not _screen_recording_allowed():
        raise refused(Cause.CAPTURE_REFUSED)
    if sys.platform == "linux" and _is_wayland(environment):
        raise refused(Cause.CAPTURE_IMPOSSIBLE)
    import mss  # noqa: PLC0415 - opens the screen's libraries, which a tray at rest has no use for
    from mss.tools import to_png  # noqa: PLC0415 - the same

    taken = 0
    try:
        with mss.MSS() as screens:
            for monitor in in_order(screens.monitors[1:] or screens.monitors, pointer):
                if monitor.width * monitor.height > LARGEST_PIXELS:
                    continue
                shot = screens.grab((monitor.left, monitor.top, monitor.left + monitor.width, monitor.top + monitor.height))
                size, pixels = (shot.width, shot.height), shot.rgb
                del shot  # its 4 bytes a pixel are not needed while the 3 of `pixels` are packed
                png = to_png(pixels, size, level=PNG_LEVEL)
                del pixels
                if png:
                    taken += 1
                    yield Picture(taken, *size, png)
    except (mss.ScreenShotError, OSError) as error:
        if not taken:
            raise refused(Cause.CAPTURE_IMPOSSIBLE) from error
    if not taken:
        raise refused(Cause.CAPTURE_IMPOSSIBLE)


def _is_wayland(environment: Mapping[str, str]) -> bool:
    """Under Wayland the X server is XWayland, whose root window is black: only the portal may see the screen there."""
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"


def _screen_recording_allowed() -> bool:
    """Whether macOS lets this program see other programs' windows; asks nobody (Core Graphics, `CGPreflightScreenCaptureAccess`).

    Written from the documented form; not run on macOS yet.
    """
    import ctypes  # noqa: PLC0415 - macOS only
    import ctypes.util  # noqa: PLC0415 - macOS only

    graphics = ctypes.CDLL(ctypes.util.find_library("CoreGraphics") or "CoreGraphics")
    preflight = getattr(graphics, "CGPreflightScreenCaptureAccess", None)
    if preflight is None:
        return True
    preflight.restype = ctypes.c_bool
    return bool(preflight())
