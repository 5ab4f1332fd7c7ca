"""A red border around a whole screen that the mouse goes through: 4 pixels of red, and 1 of white inside, to show on any ground."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_client.ui.assist.bar import ON_TOP
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.popup import composited

RED, WHITE = "#B3261E", "#FFFFFF"
"""The same in every appearance: it lies on other people's windows."""
THICK, INSIDE = 4, 1


class Border(QWidget):
    """The border of one screen; give it the screen's geometry. Only `take_away` closes it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._going = False
        self.setObjectName("assist_border")
        self.setWindowFlags(ON_TOP | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        if composited():
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def take_away(self) -> None:
        """It is over."""
        self._going = True
        self.close()
        self.deleteLater()

    def _thickness(self) -> tuple[int, int]:
        return max(THICK, self._theme.px(THICK)), max(INSIDE, self._theme.px(INSIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not composited():
            # Without a compositor nothing shines through: the window itself has the shape of the border.
            whole = sum(self._thickness())
            self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(whole, whole, -whole, -whole)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        red, white = self._thickness()
        for ring, thick, colour in ((self.rect(), red, RED), (self.rect().adjusted(red, red, -red, -red), white, WHITE)):
            for strip in _strips(ring, thick):
                painter.fillRect(strip, QColor(colour))

    def closeEvent(self, event: QCloseEvent) -> None:
        # What comes from outside is refused; the end of the program, which asks every window, is not held up.
        event.setAccepted(self._going or not event.spontaneous())


def _strips(ring: QRect, thick: int) -> tuple[QRect, ...]:
    return (
        QRect(ring.left(), ring.top(), ring.width(), thick),
        QRect(ring.left(), ring.bottom() - thick + 1, ring.width(), thick),
        QRect(ring.left(), ring.top(), thick, ring.height()),
        QRect(ring.right() - thick + 1, ring.top(), thick, ring.height()),
    )
