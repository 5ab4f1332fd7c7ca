"""A key held in every program on Windows, after the documentation of RegisterHotKey (winuser.h). Written without a Windows to try it on.

The thread that registers the key is the one that hears of it, so it has a loop of messages of its own.
"""

import ctypes
import threading
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

MODIFIERS = {"Alt": 0x0001, "Ctrl": 0x0002, "Shift": 0x0004, "Super": 0x0008}
NO_REPEAT = 0x4000
WM_QUIT, WM_HOTKEY = 0x0012, 0x0312
KEY_ID = 1
READY_S = 2.0


def hold_windows_key(keys: str, on_press: Callable[[], None]) -> "WindowsKey | None":
    """The key, held from now on; None where another program holds it. `keys` as "Ctrl+Alt+S"."""
    key = WindowsKey(keys, on_press)
    if key.holds():
        return key
    key.let_go()
    return None


class WindowsKey:
    """`on_press` is called in a thread of its own."""

    def __init__(self, keys: str, on_press: Callable[[], None]) -> None:
        *modifiers, letter = keys.split("+")
        self._modifiers = NO_REPEAT | sum(MODIFIERS[name] for name in modifiers)
        # The virtual-key codes of letters and digits are their ASCII codes in upper case.
        self._code = ord(letter.upper())
        self._on_press = on_press
        self._works = False
        self._number = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="global key", daemon=True)
        self._thread.start()

    def holds(self) -> bool:
        """Whether the system gave the key, which is known within milliseconds."""
        return self._ready.wait(READY_S) and self._works

    def let_go(self) -> None:
        """Gives it back."""
        if self._works:
            _library("user32").PostThreadMessageW(self._number, WM_QUIT, 0, 0)
        self._thread.join(READY_S)

    def _listen(self) -> None:
        user, message = _library("user32"), wintypes.MSG()
        self._number = _library("kernel32").GetCurrentThreadId()
        # Before the key is there, so that the thread has a queue when somebody tells it to end.
        user.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)
        self._works = bool(user.RegisterHotKey(None, KEY_ID, self._modifiers, self._code))
        self._ready.set()
        if not self._works:
            return
        try:
            while user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                if message.message == WM_HOTKEY:
                    self._on_press()
        finally:
            user.UnregisterHotKey(None, KEY_ID)


def _library(name: str) -> Any:
    return getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 - only on Windows, where type checkers elsewhere don't look
