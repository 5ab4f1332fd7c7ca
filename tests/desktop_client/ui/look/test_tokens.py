import pytest
from PySide6.QtGui import QColor

from desktop_client.ui.look.tokens import MARK_CONTRAST, TEXT_CONTRAST, accent_is_usable, contrast, tokens

GROUNDS = ("canvas", "surface", "hover")
COMPANIES = ("", "#0B6E6E", "#0F62FE", "#8A3FFC", "#C8102E", "#00539B", "#D95B00", "#1D1D1B")


def test_contrast_of_black_and_white_is_the_largest() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1.0)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", COMPANIES)
def test_every_text_can_be_read_on_every_ground_that_it_is_used_on(*, dark: bool, accent: str) -> None:
    colours = tokens(dark=dark, accent=accent)
    pairs = [(ink, ground) for ink in ("text", "muted", "accent_text") for ground in (*GROUNDS, "accent_soft")]
    pairs += [(tone, ground) for tone in ("danger", "warning", "success") for ground in ("canvas", "surface", f"{tone}_soft")]
    pairs += [("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")]
    faint = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in faint.items() if value < TEXT_CONTRAST} == {}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", COMPANIES)
def test_borders_of_controls_and_marks_can_be_seen(*, dark: bool, accent: str) -> None:
    colours = tokens(dark=dark, accent=accent)
    faint = [(ink, ground) for ink in ("input", "accent") for ground in GROUNDS if contrast(colours[ink], colours[ground]) < MARK_CONTRAST]
    assert faint == []


@pytest.mark.parametrize("accent", ["#FFE600", "#FFFFFF", "#9BE7FF", "no colour", "#800B6E6E"])
def test_a_colour_that_cannot_be_seen_is_refused_and_ours_stays(accent: str) -> None:
    assert not accent_is_usable(accent)
    assert tokens(dark=False, accent=accent)["accent"] == QColor("#0B6E6E")


def test_a_company_keeps_its_own_colour_in_light() -> None:
    assert tokens(dark=False, accent="#8A3FFC")["accent"] == QColor("#8A3FFC")
