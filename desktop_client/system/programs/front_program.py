"""Which program a person was using: the one whose window is in front. Ask before a window of ours shows.

Only the program is told, never what its window is titled: a title may be a document's name or a message's first words.
"""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system.commands import run
from desktop_client.system.limited import within
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.programs.x11 import XServer, on_wayland

LIMIT_S = 0.25
_NOT_WORK = ("_NET_WM_WINDOW_TYPE_DOCK", "_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_NOTIFICATION")


@dataclass(frozen=True)
class FrontProgram:
    """A program's own name for itself ("firefox"), and its process' name where that is another ("" otherwise)."""

    name: str
    process: str = ""


def front_program() -> FrontProgram | None:
    """The program in front, None where that is not known (nothing is open, Wayland). Answers within a quarter of a second."""
    answer = read_front_program()
    return None if isinstance(answer, NotKnown) else answer


def read_front_program() -> FrontProgram | NotKnown:
    """The same, with the reason where it isn't known. Windows and macOS: written from the documented form, not run."""
    try:
        return _read()
    except OSError:
        return NotKnown(Why.ABSENT)


def _read() -> FrontProgram | NotKnown:
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_macos()
    if on_wayland():
        return NotKnown(Why.UNSUPPORTED)
    if "DISPLAY" not in os.environ:
        return NotKnown(Why.ABSENT)
    answer = within(LIMIT_S, "front program", _on_x11)
    return answer if answer is not None else NotKnown(Why.ABSENT)


def _on_x11() -> FrontProgram | None:
    with XServer() as server:
        active = server.numbers(server.root, "_NET_ACTIVE_WINDOW")[:1]
        # When a window of ours is in front already, the one under it is meant.
        stacked = server.numbers(server.root, "_NET_CLIENT_LIST_STACKING")[::-1]
        aside = {server.atom(name) for name in _NOT_WORK} - {0}
        for window in (*active, *stacked):
            process = (server.numbers(window, "_NET_WM_PID") or (0,))[0]
            if window == 0 or process == os.getpid() or aside & set(server.numbers(window, "_NET_WM_WINDOW_TYPE")):
                continue
            name = class_name(server.property(window, "WM_CLASS"))
            running = process_name(process)
            if name or running:
                return FrontProgram(name or running, running if name and running.lower() != name.lower() else "")
    return None


def class_name(value: bytes) -> str:
    """The class of WM_CLASS, which is `instance NUL class NUL`; the instance if there is no class."""
    parts = [part for part in value.decode("utf-8", "replace").split("\0") if part.strip()]
    return parts[-1].strip() if parts else ""


def process_name(pid: int, proc: Path = Path("/proc")) -> str:
    """The name that the kernel keeps of a process, "" when there is none; its command line is never read."""
    if pid <= 0:
        return ""
    try:
        return (proc / str(pid) / "comm").read_bytes().decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _on_macos() -> FrontProgram | NotKnown:
    front = run(("lsappinfo", "front"), LIMIT_S)
    serial = front.stdout.decode("utf-8", "replace").strip()
    if not re.fullmatch(r"ASN:0x[0-9a-f]+-0x[0-9a-f]+:?", serial):
        return NotKnown(Why.ABSENT) if serial else NotKnown.of(front)
    told = run(("lsappinfo", "info", "-only", "bundleid", "-only", "name", serial), LIMIT_S)
    name = name_in_lsappinfo(told.stdout)
    return FrontProgram(name) if name else NotKnown.of(told)


def name_in_lsappinfo(text: bytes) -> str:
    """The display name of lsappinfo's answer, else the bundle's identifier, "" for `[ NULL ]`."""
    values = dict(re.findall(r'"(\w+)"="([^"\r\n]*)"', text.decode("utf-8", "replace")))
    return str(values.get("LSDisplayName") or values.get("CFBundleIdentifier") or "")


def _on_windows() -> FrontProgram | NotKnown:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here
        from ctypes import wintypes  # noqa: PLC0415 - only here

        user32, kernel32 = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
        user32.GetForegroundWindow.restype = wintypes.HWND
        kernel32.OpenProcess.restype = wintypes.HANDLE
        pid = wintypes.DWORD()
        user32.GetWindowThreadProcessId(wintypes.HWND(user32.GetForegroundWindow()), ctypes.byref(pid))
        if not pid.value or pid.value == os.getpid():
            return NotKnown(Why.ABSENT)
        handle = wintypes.HANDLE(kernel32.OpenProcess(0x1000, False, pid))  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return NotKnown(Why.DENIED)
        size = wintypes.DWORD(32768)
        path = ctypes.create_unicode_buffer(size.value)
        told = kernel32.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(size))
        kernel32.CloseHandle(handle)
        return FrontProgram(path.value.rsplit("\\", 1)[-1]) if told and path.value else NotKnown(Why.DENIED)
    return NotKnown(Why.UNSUPPORTED)
