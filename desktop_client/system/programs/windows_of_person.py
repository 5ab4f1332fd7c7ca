"""The windows of this person's programs, and whether the programs answer when they are asked (X11: `_NET_WM_PING` of the EWMH).

A program that never announced that it answers isn't asked. Windows' titles are read only to say whose work would be lost, here.
"""

import os
import secrets
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.programs.front_program import class_name
from desktop_client.system.programs.x11 import Message, XServer, on_wayland

MOST_WINDOWS = 200


@dataclass(frozen=True)
class Window:
    """A window: its number, its program's process (0 where not told) and name. `asks`: it says that it answers when asked."""

    number: int
    pid: int
    program: str
    asks: bool


def shown_here() -> bool:
    """Whether this session's windows can be seen at all."""
    return sys.platform.startswith("linux") and not on_wayland() and "DISPLAY" in os.environ


def read_windows() -> tuple[Window, ...] | NotKnown:
    """The windows on this screen that belong to processes of this computer."""
    if not shown_here():
        return NotKnown(Why.UNSUPPORTED)
    try:
        with XServer() as server:
            return tuple(_windows(server))
    except OSError:
        return NotKnown(Why.ABSENT)


def _windows(server: XServer) -> Iterable[Window]:
    ping, here = server.atom("_NET_WM_PING"), {b"", b"localhost", _short(socket.gethostname().encode("utf-8", "replace"))}
    # Without a window manager nobody keeps a list, and a program's windows stand directly in the root.
    listed = server.numbers(server.root, "_NET_CLIENT_LIST") or server.children(server.root)
    for number in listed[:MOST_WINDOWS]:
        machine = server.property(number, "WM_CLIENT_MACHINE")
        pid = (server.numbers(number, "_NET_WM_PID") or (0,))[0]
        if _short(machine) not in here:
            continue
        asks = ping != 0 and ping in server.numbers(number, "WM_PROTOCOLS")
        yield Window(number, pid, class_name(server.property(number, "WM_CLASS")), asks)


def _short(machine: bytes) -> bytes:
    """A computer's name without its domain, which programs may or may not tell."""
    return machine.rstrip(b"\0").partition(b".")[0].lower()


def silent_windows(windows: Iterable[Window], wait_s: float) -> frozenset[int]:
    """Those of the windows that announced an answer and gave none within `wait_s` seconds. Raises OSError without an X server."""
    wanted = {window.number for window in windows if window.asks}
    if not wanted:
        return frozenset()
    with XServer() as server:
        protocols, ping = server.atom("WM_PROTOCOLS"), server.atom("_NET_WM_PING")
        if not protocols or not ping:
            return frozenset()
        # The time stands for who asked: a window manager's own questions must not be taken for ours.
        ours = secrets.randbits(31) | 1
        server.listen_at_root()
        for number in wanted:
            server.send(number, Message(protocols, (ping, ours, number, 0, 0)))
        for message in server.heard(wait_s):
            if message.kind == protocols and message.data[:2] == (ping, ours):
                wanted.discard(message.data[2])
            if not wanted:
                break
    return frozenset(wanted)


def ask_to_close(windows: Iterable[int]) -> bool:
    """Asks programs to close these windows, as their own button does. False where there is no screen to ask at."""
    try:
        with XServer() as server:
            protocols, delete = server.atom("WM_PROTOCOLS"), server.atom("WM_DELETE_WINDOW")
            for number in windows:
                if delete in server.numbers(number, "WM_PROTOCOLS"):
                    server.send(number, Message(protocols, (delete, 0, 0, 0, 0)))
            # The server has everything once it has answered a question behind it.
            server.atom("WM_PROTOCOLS")
    except OSError:
        return False
    return True


def titles_of(pid: int) -> tuple[str, ...]:
    """What the windows of a process are titled, for the person at this computer only."""
    if not shown_here():
        return ()
    try:
        with XServer() as server:
            numbers = [window.number for window in _windows(server) if window.pid == pid]
            titles = (server.property(number, "_NET_WM_NAME") or server.property(number, "WM_NAME") for number in numbers)
            return tuple(dict.fromkeys(text for title in titles if (text := title.decode("utf-8", "replace").strip("\0 "))))
    except OSError:
        return ()
