"""A thin line that fills from left to right; a screen reader hears it as a progress bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from desktop_client.ui.look.theme import Theme


class ProgressLine(QProgressBar):
    """`thick` in pixels at 10 point text; round ends unless it runs along an edge. Without progress its place stays, empty."""

    def __init__(self, theme: Theme, thick: float = 4, *, rounded: bool = True) -> None:
        super().__init__()
        self._theme, self._thick, self._rounded = theme, thick, rounded
        self._shown = False
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int | None, total: int = 100) -> None:
        """How far it is; None takes the line away."""
        self._shown = done is not None
        self.setRange(0, max(total, 1))
        self.setValue(min(done or 0, max(total, 1)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(self._thick))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(self._thick))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        corner = whole.height() / 2 if self._rounded else 0
        painter.setBrush(self._theme.colour("hover" if self._rounded else "pressed"))
        painter.drawRoundedRect(whole, corner, corner)
        done = QRectF(whole)
        done.setWidth(whole.width() * self.value() / max(1, self.maximum()))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(done, corner, corner)
