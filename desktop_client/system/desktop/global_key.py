"""A key that works in every program, where the platform has such a thing: X11 and Windows. Wayland and macOS give none without asking."""

import sys
from collections.abc import Callable
from typing import Protocol

from desktop_client.system.programs.x11 import on_wayland


class Held(Protocol):
    """A key that is held for us."""

    def let_go(self) -> None:
        """Gives it back."""


class GlobalKey:
    """`on_press` is called in a thread of the key's own each time it is pressed. `start` and `stop` belong to one thread."""

    def __init__(self, on_press: Callable[[], None]) -> None:
        self._on_press = on_press
        self._held: Held | None = None

    def start(self, keys: str = "Ctrl+Alt+S") -> bool:
        """Whether the key works from now on. False where the platform has no such key, or another program holds this one."""
        self.stop()
        self._held = _hold(keys, self._on_press)
        return self._held is not None

    def stop(self) -> None:
        """Gives it back, if it was held."""
        held, self._held = self._held, None
        if held is not None:
            held.let_go()


def _hold(keys: str, on_press: Callable[[], None]) -> Held | None:
    if sys.platform == "win32":
        from desktop_client.system.desktop.windows_key import hold_windows_key  # noqa: PLC0415 - of this platform only

        return hold_windows_key(keys, on_press)
    if sys.platform == "linux" and not on_wayland():
        from desktop_client.system.desktop.x11_key import hold_x11_key  # noqa: PLC0415 - the same

        return hold_x11_key(keys, on_press)
    return None
