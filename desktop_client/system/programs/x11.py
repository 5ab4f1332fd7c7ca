"""Questions to the X server through libxcb, which every Qt program on X brings: properties of windows, and messages to and from them;
nothing is drawn.

Xlib is not used: its errors end the whole program unless a handler is set for all of it, and Qt's and mss' are others' business.
"""

import ctypes
import os
import selectors
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

ANY_TYPE = 0
_MOST_WORDS = 4096
_CLIENT_MESSAGE = 33
_CW_EVENT_MASK = 1 << 11
_STRUCTURE_NOTIFY, _SUBSTRUCTURE_NOTIFY = 1 << 17, 1 << 19
"""Answers are to go to the root window by the second (EWMH, `_NET_WM_PING`); Qt sends them by the first."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _AtomReply(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint8 * 8), ("atom", ctypes.c_uint32))


class _PropertyReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("format", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("bytes_after", ctypes.c_uint32),
        ("value_len", ctypes.c_uint32),
        ("pad", ctypes.c_uint8 * 12),
    )


class _TreeReply(ctypes.Structure):
    _fields_ = (
        ("head", ctypes.c_uint8 * 8),
        ("root", ctypes.c_uint32),
        ("parent", ctypes.c_uint32),
        ("children_len", ctypes.c_uint16),
        ("pad", ctypes.c_uint8 * 14),
    )


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("format", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("data", ctypes.c_uint32 * 5),
    )


@dataclass(frozen=True)
class Message:
    """A message to a window: its type's atom and five numbers."""

    kind: int
    data: tuple[int, ...]


def on_wayland() -> bool:
    """Whether this session is Wayland's, where other programs' windows are nobody's business, XWayland or not."""
    return os.environ.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in os.environ


class XServer:
    """A connection of its own; use it in one thread, with `with`. Raises OSError when there is no X server."""

    def __init__(self, display: str | None = None) -> None:
        self._xcb: Any = _declared(ctypes.CDLL("libxcb.so.1"))
        self._free: Any = ctypes.CDLL(None).free
        self._free.argtypes = (ctypes.c_void_p,)
        preferred = ctypes.c_int(0)
        self._connection = self._xcb.xcb_connect(display.encode() if display else None, ctypes.byref(preferred))
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X server")
        screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        for _ in range(preferred.value):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        self.root = int(screens.data[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._xcb.xcb_disconnect(self._connection)

    def atom(self, name: str) -> int:
        """The number of a name, 0 if no program has ever used it."""
        cookie = self._xcb.xcb_intern_atom(self._connection, 1, len(name), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        if not reply:
            return 0
        number = int(reply.contents.atom)
        self._free(reply)
        return number

    def property(self, window: int, name: str) -> bytes:
        """The value of a window's property, at most 16 kB; b"" when the window or the property isn't there."""
        atom = self.atom(name)
        if not atom:
            return b""
        cookie = self._xcb.xcb_get_property(self._connection, 0, window, atom, ANY_TYPE, 0, _MOST_WORDS)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return b""
        told = reply.contents
        value = ctypes.string_at(ctypes.addressof(told) + ctypes.sizeof(_PropertyReply), told.value_len * told.format // 8)
        self._free(reply)
        return value

    def numbers(self, window: int, name: str) -> tuple[int, ...]:
        """The same for properties that are lists of 32-bit numbers."""
        value = self.property(window, name)
        return tuple(int.from_bytes(value[at : at + 4], sys.byteorder) for at in range(0, len(value) - 3, 4))

    def children(self, window: int) -> tuple[int, ...]:
        """The windows directly in a window; () when it isn't there."""
        reply = self._xcb.xcb_query_tree_reply(self._connection, self._xcb.xcb_query_tree(self._connection, window), None)
        if not reply:
            return ()
        at, count = ctypes.addressof(reply.contents) + ctypes.sizeof(_TreeReply), reply.contents.children_len
        windows = tuple((ctypes.c_uint32 * count).from_address(at))
        self._free(reply)
        return windows

    def send(self, window: int, message: Message) -> None:
        """Sends a message to the program whose window this is. One that is gone is no error."""
        event = _ClientMessage(_CLIENT_MESSAGE, 32, 0, window, message.kind, (ctypes.c_uint32 * 5)(*message.data))
        self._xcb.xcb_send_event(self._connection, 0, window, 0, ctypes.cast(ctypes.byref(event), ctypes.c_char_p))
        self._xcb.xcb_flush(self._connection)

    def listen_at_root(self) -> None:
        """From now on, `heard` gets what programs send to the root window, as answers to a window manager are."""
        mask = ctypes.c_uint32(_STRUCTURE_NOTIFY | _SUBSTRUCTURE_NOTIFY)
        self._xcb.xcb_change_window_attributes(self._connection, self.root, _CW_EVENT_MASK, ctypes.byref(mask))
        self._xcb.xcb_flush(self._connection)

    def heard(self, wait_s: float) -> Iterator[Message]:
        """The messages that come within `wait_s` seconds; ends early when the connection breaks."""
        handle = self._xcb.xcb_get_file_descriptor(self._connection)
        until = time.monotonic() + wait_s
        while True:
            event = self._xcb.xcb_poll_for_event(self._connection)
            if event:
                message = ctypes.cast(event, ctypes.POINTER(_ClientMessage)).contents
                told = Message(message.type, tuple(message.data)) if message.response_type & 0x7F == _CLIENT_MESSAGE else None
                self._free(event)
                if told is not None:
                    yield told
                continue
            left = until - time.monotonic()
            if left <= 0 or self._xcb.xcb_connection_has_error(self._connection):
                return
            with selectors.DefaultSelector() as waiting:
                waiting.register(handle, selectors.EVENT_READ)
                waiting.select(left)


def _declared(xcb: Any) -> Any:
    connection = ctypes.c_void_p
    xcb.xcb_connect.restype = connection
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))
    xcb.xcb_connection_has_error.argtypes = (connection,)
    xcb.xcb_disconnect.argtypes = (connection,)
    xcb.xcb_get_setup.restype = ctypes.c_void_p
    xcb.xcb_get_setup.argtypes = (connection,)
    xcb.xcb_setup_roots_iterator.restype = _Screens
    xcb.xcb_setup_roots_iterator.argtypes = (ctypes.c_void_p,)
    xcb.xcb_screen_next.argtypes = (ctypes.POINTER(_Screens),)
    xcb.xcb_intern_atom.restype = _Cookie
    xcb.xcb_intern_atom.argtypes = (connection, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p)
    xcb.xcb_intern_atom_reply.restype = ctypes.POINTER(_AtomReply)
    xcb.xcb_intern_atom_reply.argtypes = (connection, _Cookie, ctypes.c_void_p)
    xcb.xcb_get_property.restype = _Cookie
    xcb.xcb_get_property.argtypes = (connection, ctypes.c_uint8, *(ctypes.c_uint32,) * 5)
    xcb.xcb_query_tree.argtypes = (connection, ctypes.c_uint32)
    xcb.xcb_query_tree.restype = _Cookie
    xcb.xcb_query_tree_reply.restype = ctypes.POINTER(_TreeReply)
    xcb.xcb_query_tree_reply.argtypes = (connection, _Cookie, ctypes.c_void_p)
    xcb.xcb_send_event.argtypes = (connection, ctypes.c_uint8, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_char_p)
    xcb.xcb_send_event.restype = _Cookie
    xcb.xcb_change_window_attributes.argtypes = (connection, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p)
    xcb.xcb_change_window_attributes.restype = _Cookie
    xcb.xcb_flush.argtypes = (connection,)
    xcb.xcb_get_file_descriptor.argtypes = (connection,)
    xcb.xcb_poll_for_event.restype = ctypes.c_void_p
    xcb.xcb_poll_for_event.argtypes = (connection,)
    xcb.xcb_get_property_reply.restype = ctypes.POINTER(_PropertyReply)
    xcb.xcb_get_property_reply.argtypes = (connection, _Cookie, ctypes.c_void_p)
    return xcb
