"""How far a guide has come: a mark for each step, medium for what is done, thick for now, thin for what may come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme

THICK, MEDIUM, THIN, GAP = 5, 4, 2, 4
MOST = 20


class StepMarks(QWidget):
    """The words beside it say the same; it is left out for screen readers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step, self._steps = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int, steps: int) -> None:
        """The step of now, from 1, of about as many."""
        self._step, self._steps = step, max(step, steps, 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(THICK))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(THICK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # More than twenty marks would be too short to be told apart: each then stands for several steps.
        steps = min(self._steps, MOST)
        now = self._step if self._steps <= MOST else max(1, round(self._step * MOST / self._steps))
        gap = theme.px(GAP)
        wide = (self.width() - gap * (steps - 1)) / steps
        for number in range(1, steps + 1):
            thick = theme.px(THICK if number == now else MEDIUM if number < now else THIN)
            box = QRectF((number - 1) * (wide + gap), (self.height() - thick) / 2, wide, thick)
            painter.setBrush(theme.colour("accent" if number <= now else "input"))
            painter.drawRoundedRect(box, thick / 2, thick / 2)
