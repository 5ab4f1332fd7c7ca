"""A line to write in with an icon that says what belongs there."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme


class IconField(QLineEdit):
    """Qt's own icons in a field neither grow with the text nor follow the theme; this one is painted."""

    SIDE, LEFT, GAP = 16, 10, 8

    def __init__(self, theme: Theme, icon_name: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon_name
        self.setTextMargins(theme.px(self.SIDE + self.GAP), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(self.SIDE)
        left = theme.px(4 if theme.high_contrast else self.LEFT)
        colour = theme.colour("muted" if self.isEnabled() else "disabled")
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, pixmap(self._icon_name, colour, side, self.devicePixelRatioF()))
