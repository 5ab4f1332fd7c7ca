"""Every size drawn in whole pixels, every state told from the others by shape, on light and dark panels."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop_client.screens.tray import IconState
from desktop_client.ui.look.tokens import MARK_CONTRAST, contrast
from desktop_client.ui.tray.tray_icon import BADGE, INK, SIZES, panel_is_dark, tray_icon, tray_pixmap

PANEL = {False: QColor("#ECEEF2"), True: QColor("#1E2127")}


def shape(state: IconState, px: int, *, dark: bool) -> list[list[bool]]:
    """Which pixels are drawn, whatever their colour."""
    image = tray_pixmap(state, px, dark_panel=dark).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return [[image.pixelColor(x, y).alpha() > 127 for x in range(px)] for y in range(px)]


@pytest.mark.parametrize("px", [16, 22, 24, 32, 64])
def test_states_differ_by_shape_alone(qapp: QApplication, px: int) -> None:
    for one, other in combinations(IconState, 2):
        first, second = shape(one, px, dark=False), shape(other, px, dark=False)
        differing = sum(a != b for left, right in zip(first, second, strict=True) for a, b in zip(left, right, strict=True))
        assert differing > px * px / 40, f"{one} and {other}"


@pytest.mark.parametrize("px", [16, 22, 24, 32, 64])
def test_a_gap_parts_the_badge_from_the_hand(qapp: QApplication, px: int) -> None:
    ink, badge = QColor(INK[False]), QColor(BADGE[IconState.WAITING][False])
    image = tray_pixmap(IconState.WAITING, px, dark_panel=False).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pure = {(x, y): image.pixelColor(x, y).name() for x in range(px) for y in range(px) if image.pixelColor(x, y).alpha() == 255}
    touching = [
        place
        for place, colour in pure.items()
        if colour == badge.name() and any(pure.get((place[0] + x, place[1] + y)) == ink.name() for x in (-1, 0, 1) for y in (-1, 0, 1))
    ]
    assert {ink.name(), badge.name()} <= set(pure.values())
    assert touching == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_ink_and_badges_stand_out_from_the_panel(dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    inks = [INK[dark], *(colours[dark] for colours in BADGE.values())]
    assert all(contrast(QColor(ink), PANEL[dark]) >= MARK_CONTRAST for ink in inks)


def test_idle_fingers_are_sharp(qapp: QApplication) -> None:
    image = tray_pixmap(IconState.IDLE, 16, dark_panel=False).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    row = [image.pixelColor(x, 5).alpha() for x in range(16)]
    assert set(row) <= {0, 255}
    assert "".join("#" if alpha else "." for alpha in row).strip(".") == "##.##.##.##"


def test_icon_holds_every_size_and_only_the_idle_one_is_a_mask(qapp: QApplication) -> None:
    for state in IconState:
        icon = tray_icon(state, dark_panel=False)
        assert {QSize(px, px) for px in SIZES} <= set(icon.availableSizes())
        assert icon.isMask() is (state is IconState.IDLE)


@pytest.mark.parametrize(
    ("desktop", "scheme", "dark"),
    [
        ("", Qt.ColorScheme.Light, False),
        ("", Qt.ColorScheme.Dark, True),
        ("KDE", Qt.ColorScheme.Light, False),
        ("ubuntu:GNOME", Qt.ColorScheme.Light, True),
        ("KDE", Qt.ColorScheme.Unknown, False),
    ],
)
def test_panel_is_dark(desktop: str, scheme: Qt.ColorScheme, dark: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert panel_is_dark(desktop, scheme) is dark
