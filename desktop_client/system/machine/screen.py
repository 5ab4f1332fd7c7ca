"""Whether there is a screen on which windows can be shown."""

import os
import sys
from collections.abc import Mapping

from desktop_client.system.programs.x11 import XServer


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether windows can be shown: Qt would end the program without asking where they can't.

    A platform that Qt was told of by its own variable is left to Qt.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    if not environment.get("DISPLAY"):
        return False
    try:
        with XServer():
            return True
    except OSError:
        return False
