"""The mark of a verdict: told by shape, colour and the words beside it. A tick or a cross on a disc, a triangle, a crossed ring."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import paint_tick

SUCCESS, WARNING, DANGER, MUTED = "success", "warning", "danger", "muted"


class VerdictMark(QWidget):
    """Tones: success, warning, danger, muted (it could not be told). It is left out for screen readers, the words say it."""

    def __init__(self, theme: Theme, tone: str, px: int = 18) -> None:
        super().__init__()
        self._theme, self._tone, self._px = theme, tone, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._px), self._theme.px(self._px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(self._px)
        paint_mark(painter, self._theme, self._tone, QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side))


def paint_mark(painter: QPainter, theme: Theme, tone: str, box: QRectF) -> None:
    """Paints the mark into a square."""
    ink, side = theme.colour(tone), box.width()
    inner = "surface" if not theme.high_contrast else "canvas"
    pen = QPen(theme.colour(inner), side / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if tone == WARNING:
        painter.drawPath(_triangle(box))
        painter.setPen(pen)
        middle = box.center().x()
        painter.drawLine(QPointF(middle, box.top() + side * 0.40), QPointF(middle, box.top() + side * 0.60))
        painter.drawPoint(QPointF(middle, box.top() + side * 0.76))
    elif tone == MUTED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, side / 11))
        painter.drawEllipse(box.adjusted(side * 0.08, side * 0.08, -side * 0.08, -side * 0.08))
        painter.drawLine(box.topLeft() + QPointF(side * 0.24, side * 0.24), box.bottomRight() - QPointF(side * 0.24, side * 0.24))
    else:
        painter.drawEllipse(box)
        if tone == SUCCESS:
            shrunk = box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)
            paint_tick(painter, shrunk, pen)
        else:
            painter.setPen(pen)
            reach = side * 0.17
            painter.drawLine(box.center() - QPointF(reach, reach), box.center() + QPointF(reach, reach))
            painter.drawLine(box.center() - QPointF(reach, -reach), box.center() + QPointF(reach, -reach))


def _triangle(box: QRectF) -> QPainterPath:
    """A triangle with round corners: its outline, drawn with a thick round pen, added to itself."""
    side = box.width()
    round_by = side * 0.14
    corners = QPolygonF(
        [
            QPointF(box.center().x(), box.top() + side * 0.04 + round_by),
            QPointF(box.right() - round_by, box.bottom() - side * 0.06 - round_by / 2),
            QPointF(box.left() + round_by, box.bottom() - side * 0.06 - round_by / 2),
        ]
    )
    path = QPainterPath()
    path.addPolygon(corners)
    path.closeSubpath()
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * round_by)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path).united(path)
