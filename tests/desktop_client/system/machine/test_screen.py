"""A screen is there, or it is not."""

import pytest

from desktop_client.system.machine.screen import has_screen
from development.virtual_screen import VirtualScreen


def test_no_display_is_no_screen() -> None:
    assert has_screen({}) is False


@pytest.mark.parametrize("name", ["WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_wayland_and_qt_s_own_variable_are_left_to_qt(name: str) -> None:
    assert has_screen({name: "something"}) is True


@pytest.mark.screen
def test_a_display_that_answers_is_a_screen(bare_screen: VirtualScreen) -> None:
    assert has_screen({"DISPLAY": bare_screen.display}) is True


def test_a_display_where_nobody_listens_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert has_screen({"DISPLAY": ":4711"}) is False
