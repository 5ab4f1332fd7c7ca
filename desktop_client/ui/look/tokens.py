"""The colours of Sigap by what they are for, light and dark, and the tints that follow from a company's own accent colour."""

from PySide6.QtGui import QColor

LIGHT = {
    "canvas": "#F5F6F8",
    "surface": "#FFFFFF",
    "hover": "#EDF0F3",
    "pressed": "#E2E6EB",
    "border": "#DCE1E7",
    "input": "#7A8595",
    "text": "#17202B",
    "muted": "#556070",
    "disabled": "#7F8A98",
    "accent": "#0B6E6E",
    "accent_hover": "#095F5F",
    "accent_pressed": "#074F4F",
    "on_accent": "#FFFFFF",
    "accent_soft": "#E2F1F0",
    "accent_text": "#0A5F5F",
    "danger": "#B3261E",
    "danger_soft": "#FCEBEA",
    "warning": "#855400",
    "warning_soft": "#FFF3D9",
    "success": "#17713B",
    "success_soft": "#E5F4EA",
    "scrim": "#17202B",
}
DARK = {
    "canvas": "#13171C",
    "surface": "#1B2128",
    "hover": "#252D36",
    "pressed": "#2E3843",
    "border": "#303A45",
    "input": "#75818F",
    "text": "#E8ECF1",
    "muted": "#A7B1BD",
    "disabled": "#66717E",
    "accent": "#4CC2BC",
    "accent_hover": "#62CFC9",
    "accent_pressed": "#3BB0AA",
    "on_accent": "#062B2A",
    "accent_soft": "#153433",
    "accent_text": "#7ADAD4",
    "danger": "#FF9A91",
    "danger_soft": "#3B1E1D",
    "warning": "#F4C65C",
    "warning_soft": "#392D12",
    "success": "#6FD79B",
    "success_soft": "#16321F",
    "scrim": "#000000",
}

TEXT_CONTRAST = 4.5
"""What text needs against its ground (WCAG 2.2, 1.4.3)."""
MARK_CONTRAST = 3.0
"""What borders of controls and marks need (WCAG 2.2, 1.4.11)."""
LIGHTEST = 0.98
STEP = 0.01


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """The colour laid over the ground with that opacity, 0 to 1."""
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )


def accent_is_usable(accent: str) -> bool:
    """Whether a company's colour can be seen on a light window: a colour that Qt reads, 3:1 against window and cards."""
    colour = QColor(accent)
    return (
        colour.isValid()
        and colour.alpha() == 255
        and all(contrast(colour, QColor(LIGHT[g])) >= MARK_CONTRAST for g in ("canvas", "surface"))
    )


def tokens(*, dark: bool, accent: str = "") -> dict[str, QColor]:
    """Every token's colour. An accent of "" or one that is too pale leaves Sigap's own."""
    found = {name: QColor(value) for name, value in (DARK if dark else LIGHT).items()}
    if accent and accent_is_usable(accent):
        found.update(_tints(QColor(accent), found, dark=dark))
    return found


def _tints(accent: QColor, base: dict[str, QColor], *, dark: bool) -> dict[str, QColor]:
    """The seven tokens that follow from an accent colour, each with the contrast that its use needs."""
    if dark:
        accent = _moved(accent, (base["canvas"], base["surface"]), TEXT_CONTRAST, lighter=True)
    on_accent = max((QColor("#FFFFFF"), QColor("#0B0F14")), key=lambda ink: contrast(ink, accent))
    away = QColor("#000000") if on_accent.lightnessF() > 0.5 else QColor("#FFFFFF")
    soft = mixed(accent, base["surface"], 0.18 if dark else 0.12)
    grounds = (base["canvas"], base["surface"], base["hover"], base["pressed"], soft)
    return {
        "accent": accent,
        "accent_hover": mixed(away, accent, 0.12),
        "accent_pressed": mixed(away, accent, 0.24),
        "on_accent": on_accent,
        "accent_soft": soft,
        "accent_text": _moved(accent, grounds, TEXT_CONTRAST, lighter=dark),
    }


def _moved(colour: QColor, grounds: tuple[QColor, ...], least: float, *, lighter: bool) -> QColor:
    """The nearest colour of the same hue that reaches the contrast on every ground, going lighter or darker."""
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    while any(contrast(colour, ground) < least for ground in grounds):
        lightness += STEP if lighter else -STEP
        if not 0 <= lightness <= LIGHTEST:
            return QColor("#FFFFFF" if lighter else "#000000")
        colour = QColor.fromHslF(max(hue, 0.0), saturation, lightness)
    return colour
