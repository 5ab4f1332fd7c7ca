"""A large icon on a soft disc: what a window is about, at a glance."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme


class Disc(QWidget):
    """Tones: accent, success, warning, danger."""

    SIDE, ICON = 56, 28

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name, self._tone = theme, "check", "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Another icon and tone."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self.SIDE), self._theme.px(self.SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("text") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{self._tone}_soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = theme.px(self.ICON)
        at = self.rect().center()
        picture = pixmap(self._name, theme.colour(self._tone), side, self.devicePixelRatioF())
        painter.drawPixmap(at.x() - side // 2, at.y() - side // 2, picture)
