"""A ring that fills with the time that something may take at most. It moves once a second, and is no animation."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme

SECOND_MS = 1000


class Ring(QWidget):
    """`started` by `time.monotonic`; `on_second` is told the whole seconds so far."""

    SIDE = 36

    def __init__(self, theme: Theme, started: float, limit_s: float, on_second: Callable[[int], object]) -> None:
        super().__init__()
        self._theme, self._started, self._limit_s, self._on_second = theme, started, max(limit_s, 0.001), on_second
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        timer = QTimer(self)
        timer.setInterval(SECOND_MS)
        timer.timeout.connect(self._tick)
        timer.start()

    def so_far_s(self) -> float:
        """Seconds since it began."""
        return max(0.0, time.monotonic() - self._started)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self.SIDE), self._theme.px(self.SIDE))

    def _tick(self) -> None:
        self._on_second(int(self.so_far_s()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = theme.px(3)
        box = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        painter.setPen(QPen(theme.colour("pressed"), thick))
        painter.drawEllipse(box)
        share = min(1.0, max(0.04, self.so_far_s() / self._limit_s))
        pen = QPen(theme.colour("accent"), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(-360 * 16 * share))
