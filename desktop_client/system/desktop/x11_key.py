"""A key held in every program on X11, through libxcb and a connection of its own (X11 protocol: GrabKey, GetKeyboardMapping).

Caps Lock, Num Lock and Scroll Lock are modifiers like any other, so the key is held with every combination of them. Xlib is not used: its
errors end the whole program unless one handler is set for all of it; libxcb gives them as answers.
"""

import ctypes
import itertools
import logging
import os
import selectors
import threading
from collections.abc import Callable, Iterator
from typing import Any

log = logging.getLogger(__name__)

KEY_PRESS, MAPPING_NOTIFY = 2, 34
ASYNC = 1
CAPS_LOCK = 1 << 1
MODIFIERS = {"Shift": 1 << 0, "Ctrl": 1 << 2}
MODIFIER_KEYS = {"Alt": (0xFFE9, 0xFFEA), "Super": (0xFFEB, 0xFFEC)}
"""Keysyms by which the modifier is found: which bit they have is the layout's own affair."""
USUAL = {"Alt": 1 << 3, "Super": 1 << 6}
NUM_LOCK, SCROLL_LOCK = 0xFF7F, 0xFF14
MIN_KEYCODE_AT = 34
"""Bytes into the server's answer to the connection (X11 protocol, connection set-up)."""
HEAD = 32
"""Bytes of a reply before what it lists."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Reply(ctypes.Structure):
    _fields_ = (("type", ctypes.c_uint8), ("each", ctypes.c_uint8), ("sequence", ctypes.c_uint16), ("length", ctypes.c_uint32))


def hold_x11_key(keys: str, on_press: Callable[[], None]) -> "X11Key | None":
    """The key, held from now on; None without an X server, or where another program holds it. `keys` as "Ctrl+Alt+S"."""
    try:
        return X11Key(keys, on_press)
    except OSError as error:
        log.info("No key that works in every program: %s", error)
        return None


class X11Key:
    """OSError where it can't be held. `on_press` is called in a thread of its own."""

    def __init__(self, keys: str, on_press: Callable[[], None]) -> None:
        *self._modifiers, self._letter = keys.split("+")
        self._on_press = on_press
        self._xcb = _declared(ctypes.CDLL("libxcb.so.1"))
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (ctypes.c_void_p,)
        preferred = ctypes.c_int(0)
        self._connection = self._xcb.xcb_connect(None, ctypes.byref(preferred))
        self._held: list[tuple[int, int]] = []
        there = not self._xcb.xcb_connection_has_error(self._connection)
        self._root = self._find_root(preferred.value) if there else 0
        if not there or not self._grab():
            self._xcb.xcb_disconnect(self._connection)
            raise OSError(f"{keys} is held by another program, or is not on this keyboard" if there else "no X server")
        self._wake_out, self._wake_in = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="global key", daemon=True)
        self._thread.start()

    def let_go(self) -> None:
        """Gives the key back and closes the connection. Not to be called by `on_press`."""
        os.write(self._wake_in, b"x")
        self._thread.join()
        os.close(self._wake_in)
        os.close(self._wake_out)

    # its own thread, after the start

    def _listen(self) -> None:
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._xcb.xcb_get_file_descriptor(self._connection), selectors.EVENT_READ)
            waiting.register(self._wake_out, selectors.EVENT_READ)
            while not self._xcb.xcb_connection_has_error(self._connection):
                for kind in self._events():
                    if kind == KEY_PRESS:
                        self._on_press()
                    elif kind == MAPPING_NOTIFY:
                        # Another layout: the letter may be elsewhere.
                        self._ungrab()
                        self._grab()
                if any(key.fd == self._wake_out for key, _mask in waiting.select()):
                    break
        self._ungrab()
        self._xcb.xcb_disconnect(self._connection)

    def _events(self) -> Iterator[int]:
        while event := self._xcb.xcb_poll_for_event(self._connection):
            kind = ctypes.cast(event, ctypes.POINTER(ctypes.c_uint8))[0] & 0x7F
            self._free(event)
            yield kind

    # the key

    def _grab(self) -> bool:
        """Holds the key with every combination of locks, or not at all."""
        symbols = self._symbols()
        letter = ord(self._letter.lower())
        codes = [code for code, listed in symbols.items() if listed[:1] == (letter,)]
        codes = codes or [code for code, listed in symbols.items() if letter in listed]
        if not codes:
            return False
        bits = self._bits(symbols)
        wanted = 0
        for name in self._modifiers:
            wanted |= MODIFIERS.get(name) or next((bits[one] for one in MODIFIER_KEYS[name] if one in bits), USUAL[name])
        locks = sorted({CAPS_LOCK, *(bits[one] for one in (NUM_LOCK, SCROLL_LOCK) if one in bits)})
        for count in range(len(locks) + 1):
            for some in itertools.combinations(locks, count):
                if not self._grab_one(codes[0], wanted | sum(some)):
                    self._ungrab()
                    return False
        return True

    def _grab_one(self, code: int, modifiers: int) -> bool:
        cookie = self._xcb.xcb_grab_key_checked(self._connection, 0, self._root, modifiers, code, ASYNC, ASYNC)
        error = self._xcb.xcb_request_check(self._connection, cookie)
        if error:
            self._free(error)
            return False
        self._held.append((code, modifiers))
        return True

    def _ungrab(self) -> None:
        for code, modifiers in self._held:
            self._xcb.xcb_ungrab_key(self._connection, code, self._root, modifiers)
        self._held.clear()
        self._xcb.xcb_flush(self._connection)

    # the keyboard as the server has it

    def _find_root(self, preferred: int) -> int:
        screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
        for _ in range(preferred):
            self._xcb.xcb_screen_next(ctypes.byref(screens))
        return int(screens.data[0])

    def _symbols(self) -> dict[int, tuple[int, ...]]:
        """The keysyms of each keycode, in the order of groups and levels."""
        setup = self._xcb.xcb_get_setup(self._connection)
        first, last = ctypes.string_at(setup + MIN_KEYCODE_AT, 2)
        cookie = self._xcb.xcb_get_keyboard_mapping(self._connection, first, last - first + 1)
        reply = self._xcb.xcb_get_keyboard_mapping_reply(self._connection, cookie, None)
        if not reply:
            return {}
        told, each = reply.contents, reply.contents.each
        listed = tuple((ctypes.c_uint32 * told.length).from_address(ctypes.addressof(told) + HEAD)) if each else ()
        self._free(reply)
        return {first + at // each: listed[at : at + each] for at in range(0, len(listed), each or 1)}

    def _bits(self, symbols: dict[int, tuple[int, ...]]) -> dict[int, int]:
        """The modifier's bit of each keysym that is one."""
        cookie = self._xcb.xcb_get_modifier_mapping(self._connection)
        reply = self._xcb.xcb_get_modifier_mapping_reply(self._connection, cookie, None)
        if not reply:
            return {}
        each = reply.contents.each
        codes = ctypes.string_at(ctypes.addressof(reply.contents) + HEAD, 8 * each)
        self._free(reply)
        found: dict[int, int] = {}
        for at, code in enumerate(codes):
            for symbol in symbols.get(code, ()) if code else ():
                found.setdefault(symbol, 1 << (at // each))
        return found


def _declared(xcb: Any) -> Any:
    connection, byte, word, number = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32
    xcb.xcb_connect.restype = connection
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))
    for name in ("xcb_connection_has_error", "xcb_disconnect", "xcb_get_setup", "xcb_flush", "xcb_get_file_descriptor"):
        getattr(xcb, name).argtypes = (connection,)
    xcb.xcb_get_setup.restype = connection
    xcb.xcb_setup_roots_iterator.restype = _Screens
    xcb.xcb_setup_roots_iterator.argtypes = (connection,)
    xcb.xcb_screen_next.argtypes = (ctypes.POINTER(_Screens),)
    xcb.xcb_get_keyboard_mapping.restype = _Cookie
    xcb.xcb_get_keyboard_mapping.argtypes = (connection, byte, byte)
    xcb.xcb_get_modifier_mapping.restype = _Cookie
    xcb.xcb_get_modifier_mapping.argtypes = (connection,)
    for name in ("xcb_get_keyboard_mapping_reply", "xcb_get_modifier_mapping_reply"):
        getattr(xcb, name).restype = ctypes.POINTER(_Reply)
        getattr(xcb, name).argtypes = (connection, _Cookie, connection)
    xcb.xcb_grab_key_checked.restype = _Cookie
    xcb.xcb_grab_key_checked.argtypes = (connection, byte, number, word, byte, byte, byte)
    xcb.xcb_ungrab_key.restype = _Cookie
    xcb.xcb_ungrab_key.argtypes = (connection, byte, number, word)
    xcb.xcb_request_check.restype = connection
    xcb.xcb_request_check.argtypes = (connection, _Cookie)
    xcb.xcb_poll_for_event.restype = connection
    xcb.xcb_poll_for_event.argtypes = (connection,)
    return xcb
