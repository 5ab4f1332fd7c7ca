"""Wrapped text for painters: measured and drawn the same way; a word that is too long for a line is broken, never cut off."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption


@dataclass(frozen=True)
class TextBlock:
    """A text in a font within a width, in device independent pixels."""

    text: str
    font: QFont
    width: int

    def height(self) -> int:
        """How high it is."""
        return round(self._laid_out()[1])

    def draw(self, painter: QPainter, left: int, top: int, colour: QColor) -> None:
        """Draws it."""
        layout, _height = self._laid_out()
        painter.setPen(colour)
        layout.draw(painter, QPointF(left, top))

    def _laid_out(self) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height
