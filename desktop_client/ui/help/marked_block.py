"""Wrapped text with bold marks for painters: measured and drawn the same way; what has no room ends with dots, never inside a mark's paint.

A word that is too long for a line is broken. Marks are weight, ink and ground together, so that none of them is needed alone.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop_client.ui.look.theme import Theme

DOTS = "…"
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class MarkedBlock:
    """A text of a tier of the theme within a width, in at most `lines` lines (0: as many as it needs)."""

    theme: Theme
    text: str
    marks: Spans
    tier: str
    width: int
    lines: int = 0
    ink: str = "text"

    def height(self) -> int:
        """How high it is, in device independent pixels."""
        return round(self._laid_out[1])

    def last_line(self) -> tuple[int, int, int]:
        """Right end, top and height of the last line, from the block's own corner."""
        layout = self._laid_out[0]
        if not layout.lineCount():
            return 0, 0, 0
        line = layout.lineAt(layout.lineCount() - 1)
        return round(line.naturalTextWidth()), round(line.y()), round(line.height())

    def shown(self) -> str:
        """What is drawn: the text, or its beginning with dots."""
        return self._laid_out[0].text()

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draws it."""
        painter.setPen(self.theme.colour(self.ink))
        self._laid_out[0].draw(painter, QPointF(left, top))

    @cached_property
    def _laid_out(self) -> tuple[QTextLayout, float]:
        text = " ".join(self.text.split("\n"))
        layout, height, ends = self._lay_out(text)
        if self.lines and len(ends) > self.lines:
            # The dots may need the room of a letter or two, and more when a bold mark ends there.
            cut = ends[self.lines - 1]
            while cut > 0:
                layout, height, again = self._lay_out(text[:cut].rstrip() + DOTS)
                if len(again) <= self.lines:
                    break
                cut -= 1
        return layout, height

    def _lay_out(self, text: str) -> tuple[QTextLayout, float, list[int]]:
        layout = QTextLayout(text, self.theme.font(self.tier))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, min(end, len(text))) for start, end in self.marks if 0 <= start < min(end, len(text))])
        layout.beginLayout()
        height, ends = 0.0, []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width))
            line.setPosition(QPointF(0, height))
            height += line.height()
            ends.append(line.textStart() + line.textLength())
        layout.endLayout()
        return layout, height, ends

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        ranged = QTextLayout.FormatRange()
        ranged.start, ranged.length = start, end - start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        if not self.theme.high_contrast:
            look.setForeground(QBrush(self.theme.colour("accent_text")))
            look.setBackground(QBrush(self.theme.colour("accent_soft")))
        ranged.format = look
        return ranged
