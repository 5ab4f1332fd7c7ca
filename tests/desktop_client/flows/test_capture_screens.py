"""Screens taken into a draft, on real screens."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from contract.uploads import Kind
from desktop_client.flows.capture_screens import capture_screens
from desktop_client.help_desk.drafts import Drafts
from desktop_client.reasons import Cause
from development.virtual_screen import VirtualScreen


def png_size(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert zlib.crc32(data[12:29]) == struct.unpack(">I", data[29:33])[0]
    return struct.unpack(">II", data[16:24])


@pytest.mark.screen
def test_every_monitor_becomes_a_picture_with_the_pointer_s_first(two_screens: VirtualScreen, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    draft = capture_screens(drafts.new(), drafts, pointer=(1000, 10))
    assert [(item.screen, item.width, item.height) for item in draft.items] == [(1, 720, 800), (2, 960, 800)]
    for item in draft.items:
        assert png_size(drafts.path(draft, item).read_bytes()) == (item.width, item.height)
    assert draft.no_picture is None
    assert drafts.all() == (draft,)


@pytest.mark.screen
def test_taking_again_replaces_the_pictures_and_keeps_the_files(screen: VirtualScreen, tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    draft = drafts.add_bytes(drafts.new(), name="log.txt", type="text/plain", kind=Kind.FILE, data=b"lines")
    first = capture_screens(draft, drafts)
    again = capture_screens(first, drafts)
    assert [item.kind for item in again.items] == [Kind.FILE, Kind.SCREENSHOT]
    old = next(item for item in first.items if item.kind is Kind.SCREENSHOT)
    assert not drafts.path(again, old).exists()


@pytest.mark.parametrize("environment", [{}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_where_nothing_can_be_taken_the_draft_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setitem(os.environ, name, value)
    drafts = Drafts(tmp_path)
    draft = capture_screens(drafts.new(), drafts)
    assert draft.items == ()
    assert draft.no_picture
    assert draft.no_picture.cause is Cause.CAPTURE_IMPOSSIBLE
