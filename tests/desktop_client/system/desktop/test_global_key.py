"""A key that works in every program: on a real X server, with real key presses; where there is none, it says so."""

import queue
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_client.system.desktop import global_key, windows_key
from desktop_client.system.desktop.global_key import GlobalKey
from desktop_client.system.desktop.x11_key import X11Key
from development.virtual_screen import VirtualScreen

Made = Callable[[], tuple[GlobalKey, "queue.Queue[str]"]]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    keys: list[GlobalKey] = []

    def make() -> tuple[GlobalKey, "queue.Queue[str]"]:
        pressed: queue.Queue[str] = queue.Queue()
        keys.append(GlobalKey(lambda: pressed.put("pressed")))
        return keys[-1], pressed

    yield make
    for key in keys:
        key.stop()


@pytest.mark.screen
def test_it_works_with_every_lock_and_with_nothing_else(screen: VirtualScreen, made: Made) -> None:
    key, pressed = made()
    assert key.start()
    for lock in ("", "Caps_Lock", "Num_Lock"):
        screen.xdotool("key", *([lock] if lock else []), "ctrl+alt+s", *([lock] if lock else []))
        assert pressed.get(timeout=5) == "pressed"
    screen.xdotool("key", "ctrl+s", "alt+s", "s", "ctrl+alt+shift+s", "ctrl+alt+d", "ctrl+alt+s")
    assert pressed.get(timeout=5) == "pressed"
    assert pressed.empty()


@pytest.mark.screen
def test_it_is_given_back_and_held_by_one_only(screen: VirtualScreen, made: Made) -> None:
    first, pressed = made()
    second, others = made()
    assert first.start()
    assert not second.start()
    first.stop()
    first.stop()
    assert second.start()
    screen.xdotool("key", "ctrl+alt+s")
    assert others.get(timeout=5) == "pressed"
    assert pressed.empty()
    assert second.start(), "again, it is the same one's"


@pytest.mark.screen
def test_it_follows_another_keyboard_layout(screen: VirtualScreen, made: Made) -> None:
    key, pressed = made()
    assert key.start("Ctrl+Alt+A")
    screen.run("setxkbmap", "fr")
    # On a French keyboard A lies where Q lies on an English one.
    screen.xdotool("key", "ctrl+alt+a")
    assert pressed.get(timeout=5) == "pressed"


@pytest.mark.screen
def test_when_the_server_goes_nothing_breaks(monkeypatch: pytest.MonkeyPatch, made: Made) -> None:
    key, pressed = made()
    with VirtualScreen() as gone:
        monkeypatch.setenv("DISPLAY", gone.display)
        assert key.start()
    key.stop()
    assert pressed.empty()


def test_there_is_none_without_a_server_nor_on_wayland(monkeypatch: pytest.MonkeyPatch, made: Made) -> None:
    key, _pressed = made()
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not key.start()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not key.start()
    monkeypatch.setattr(global_key.sys, "platform", "darwin")
    assert not key.start()


def test_why_it_cannot_be_held_is_told_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    with pytest.raises(OSError, match="no X server"):
        X11Key("Ctrl+Alt+S", lambda: None)


class Windows:
    """What user32 and kernel32 answer, as their documentation has it; one key is free."""

    def __init__(self) -> None:
        self.messages: queue.Queue[int] = queue.Queue()
        self.held: tuple[int, int] | None = None
        self.calls: list[str] = []

    def library(self, _name: str) -> Any:
        return SimpleNamespace(
            GetCurrentThreadId=lambda: 7,
            PeekMessageW=lambda *_values: 0,
            RegisterHotKey=self._register,
            UnregisterHotKey=lambda _window, _number: self._give_back(),
            PostThreadMessageW=lambda _thread, message, *_values: self.messages.put(message),
            GetMessageW=self._next,
        )

    def _register(self, _window: object, _number: int, modifiers: int, code: int) -> int:
        if self.held is not None:
            return 0
        self.held = (modifiers, code)
        return 1

    def _give_back(self) -> int:
        self.held = None
        return 1

    def _next(self, place: Any, *_values: object) -> int:
        message = self.messages.get(timeout=10)
        place._obj.message = message
        return 0 if message == windows_key.WM_QUIT else 1


def test_windows_calls_are_those_of_its_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()
    monkeypatch.setattr(windows_key, "_library", windows.library)
    pressed: queue.Queue[str] = queue.Queue()
    key = windows_key.hold_windows_key("Ctrl+Alt+S", lambda: pressed.put("pressed"))
    assert key is not None
    assert windows.held == (0x4000 | 0x0002 | 0x0001, 0x53)
    assert windows_key.hold_windows_key("Ctrl+Alt+S", lambda: None) is None
    for message in (0x0100, windows_key.WM_HOTKEY):
        windows.messages.put(message)
    assert pressed.get(timeout=5) == "pressed"
    key.let_go()
    assert windows.held is None
    assert pressed.empty()
