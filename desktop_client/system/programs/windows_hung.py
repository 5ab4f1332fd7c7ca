"""Which programs Windows itself calls "not responding" (IsHungAppWindow). Written from the documented form, not run."""

import sys


def hung_processes() -> frozenset[int]:
    """The processes of visible windows that don't respond; titles aren't read, since asking a hung window for its own waits for it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here
        from ctypes import wintypes  # noqa: PLC0415 - only here

        user32 = ctypes.WinDLL("user32")
        callback = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
        found: set[int] = set()

        def look(window: int, _extra: int) -> bool:
            if user32.IsWindowVisible(wintypes.HWND(window)) and user32.IsHungAppWindow(wintypes.HWND(window)):
                pid = wintypes.DWORD()
                user32.GetWindowThreadProcessId(wintypes.HWND(window), ctypes.byref(pid))
                found.add(pid.value)
            return True

        user32.EnumWindows(callback(look), 0)
        return frozenset(found - {0})
    return frozenset()
