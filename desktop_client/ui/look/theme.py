"""How Sigap looks: tokens, text sizes and lengths for one appearance, put on the application as a palette and one style sheet.

Every length is given at 10 point text and grows with the text. Parts take their theme in the constructor and read it when they paint;
a change reaches them as Qt's own StyleChange event, so nothing has to be registered anywhere.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desktop_client.ui.look.style_sheet import style_sheet
from desktop_client.ui.look.tokens import tokens

TEXT_POINTS = 10.0
SCREEN_DPI = 96
TIERS: dict[str, tuple[float, QFont.Weight]] = {
    "title": (1.5, QFont.Weight.DemiBold),
    "heading": (1.15, QFont.Weight.DemiBold),
    "reading": (1.1, QFont.Weight.Normal),
    "label": (1.0, QFont.Weight.DemiBold),
    "text": (1.0, QFont.Weight.Normal),
    "small": (0.9, QFont.Weight.Normal),
    "small_label": (0.9, QFont.Weight.DemiBold),
}
"""Text sizes relative to the system's font, and their weight."""

HIGH_CONTRAST_ROLES = {
    "canvas": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "hover": QPalette.ColorRole.AlternateBase,
    "pressed": QPalette.ColorRole.AlternateBase,
    "accent": QPalette.ColorRole.Highlight,
    "accent_hover": QPalette.ColorRole.Highlight,
    "accent_pressed": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "accent_soft": QPalette.ColorRole.Base,
    "danger_soft": QPalette.ColorRole.Base,
    "warning_soft": QPalette.ColorRole.Base,
    "success_soft": QPalette.ColorRole.Base,
}
"""Which colour of the system's palette stands for a token in high contrast; every other token is its text colour."""


def system_text_size(app: QApplication) -> float:
    """The system's text size in points on a screen of 96 dpi: 10 unless the person or the screen asks for other."""
    font = app.font()
    if font.pointSizeF() <= 0:
        return font.pixelSize() * 72 / SCREEN_DPI
    screen = app.primaryScreen()
    return font.pointSizeF() * (screen.logicalDotsPerInchY() / SCREEN_DPI if screen else 1)


class Theme(QObject):
    """One appearance.

    `size` is the text size in points at 96 dpi, `accent` a company's colour or "", `family` a font's name or "" for the system's.
    """

    changed = Signal()

    def __init__(
        self, *, dark: bool = False, size: float = TEXT_POINTS, accent: str = "", high_contrast: bool = False, family: str = ""
    ) -> None:
        super().__init__()
        self.dark = dark
        self.size = size
        self.accent = accent
        self.high_contrast = high_contrast
        self.family = family
        self._tokens = tokens(dark=dark, accent=accent)

    def apply(self, app: QApplication) -> None:
        """Puts this appearance on the application; everything open changes at once."""
        self._tokens = tokens(dark=self.dark, accent=self.accent)
        if app.style().objectName().lower() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(self._base_font(app))
        if self.high_contrast:
            app.setStyleSheet("")
            app.setPalette(QPalette())
        else:
            app.setPalette(self._palette())
            app.setStyleSheet(style_sheet(self._tokens, self.px))
        self.changed.emit()

    def change(self, app: QApplication, *, dark: bool | None = None, accent: str | None = None, high_contrast: bool | None = None) -> None:
        """The same theme with something other; what isn't named stays."""
        self.dark = self.dark if dark is None else dark
        self.accent = self.accent if accent is None else accent
        self.high_contrast = self.high_contrast if high_contrast is None else high_contrast
        self.apply(app)

    def px(self, length: float) -> int:
        """A length in device independent pixels, given at 10 point text; 1 stays at least 1."""
        return max(1, round(length * self.size / TEXT_POINTS)) if length else 0

    def colour(self, token: str) -> QColor:
        """A token's colour; in high contrast the system's palette answers."""
        if not self.high_contrast:
            return self._tokens[token]
        palette = QApplication.palette()
        if token == "disabled":  # noqa: S105 - a colour, no secret
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return palette.color(HIGH_CONTRAST_ROLES.get(token, QPalette.ColorRole.WindowText))

    def font(self, tier: str = "text") -> QFont:
        """The application's font in one of the sizes of `TIERS`."""
        factor, weight = TIERS[tier]
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setWeight(weight)
        return font

    def _base_font(self, app: QApplication) -> QFont:
        font = QFont(app.font())
        if self.family:
            font.setFamily(self.family)
        screen = app.primaryScreen()
        font.setPointSizeF(self.size * SCREEN_DPI / (screen.logicalDotsPerInchY() if screen else SCREEN_DPI))
        # Inter draws 0x as 0×, which is wrong in an error code.
        font.setFeature(QFont.Tag("calt"), 0)
        return font

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        colours = {
            role.Window: "canvas",
            role.Base: "surface",
            role.AlternateBase: "hover",
            role.Button: "surface",
            role.Text: "text",
            role.WindowText: "text",
            role.ButtonText: "text",
            role.Highlight: "accent",
            role.HighlightedText: "on_accent",
            role.PlaceholderText: "muted",
            role.Link: "accent_text",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Light: "surface",
            role.Mid: "border",
            role.Dark: "input",
            role.Shadow: "scrim",
            role.Accent: "accent",
        }
        palette = QPalette()
        for where, token in colours.items():
            palette.setColor(where, self._tokens[token])
        for where in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self._tokens["disabled"])
        return palette


def repolish(widget: QWidget) -> None:
    """Makes the style sheet look again at a widget's own properties (role, tone, kind) after one has changed."""
    font = widget.font()
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.setFont(font)
    widget.update()
