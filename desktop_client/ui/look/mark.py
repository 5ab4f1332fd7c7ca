"""Sigap's mark: a raised hand whose palm is a speech bubble; alone for the tray, on a rounded square as the program's icon."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPainterPath, QPixmap, QPolygonF

GRID = 64
FINGER, GAP = 8, 4
TOPS = (14, 6, 3, 9)
"""Where the four fingers begin, from little finger to index, on a grid of 64; the palm is between `PALM_TOP` and `PALM_BOTTOM`."""
PALM_TOP, PALM_BOTTOM, TAIL = 29, 51, 63
TAIL_LEFT, TAIL_RIGHT = 6, 26
CORNER = 11
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def hand_width(px: int) -> int:
    """How wide the hand is on a canvas of px × px."""
    return 4 * _finger(px) + 3 * _gap(px)


def hand(px: int, left: int | None = None) -> QPainterPath:
    """The hand on a canvas of px × px, its fingers and gaps in whole pixels; `left` is where it begins (centred if None)."""
    unit = px / GRID
    finger, gap, width = _finger(px), _gap(px), hand_width(px)
    x = (px - width) // 2 if left is None else left
    top, bottom = round(PALM_TOP * unit), round(PALM_BOTTOM * unit)
    corner = min(CORNER * unit, (bottom - top) / 2)
    shapes = [_rounded(x, top, width, bottom - top, corner), _rounded(x, top, width, (bottom - top) // 2, 0)]
    for number, start in enumerate(TOPS):
        begin = round(start * unit)
        shapes.append(_rounded(x + number * (finger + gap), begin, finger, (top + bottom) // 2 - begin, finger / 2))
    tail_left, tail_right = x + round(TAIL_LEFT * unit), x + round(TAIL_RIGHT * unit)
    tail = QPainterPath()
    tail.addPolygon(
        QPolygonF(
            [
                QPointF(tail_left, bottom - corner),
                QPointF(tail_left, round(TAIL * unit)),
                QPointF(tail_right, bottom),
                QPointF(tail_right, bottom - corner),
            ]
        )
    )
    tail.closeSubpath()
    whole = QPainterPath()
    for shape in (*shapes, tail):
        whole = whole.united(shape)
    return whole


def _rounded(x: float, y: float, width: float, height: float, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), corner, corner)
    return path


def paint_app_mark(painter: QPainter, box: QRectF, accent: QColor | None = None) -> None:
    """The program's icon into a square box: the hand in white on a rounded square of the accent colour."""
    accent = accent or QColor("#0B6E6E")
    side = box.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QLinearGradient(box.topLeft(), box.bottomLeft())
    ground.setColorAt(0, accent.lighter(132))
    ground.setColorAt(1, accent.darker(125))
    inset = side * 0.03
    square = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(ground)
    painter.drawRoundedRect(square, side * 0.22, side * 0.22)
    inner = max(10, round(side * 0.64))
    painter.translate(round(box.x() + (side - inner) / 2), round(box.y() + (side - inner) / 2))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawPath(hand(inner))
    painter.restore()


def app_mark(px: int, ratio: float = 1.0, accent: QColor | None = None) -> QPixmap:
    """The program's icon as a picture of px × px device independent pixels."""
    image = QPixmap(round(px * ratio), round(px * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_app_mark(painter, QRectF(image.rect()), accent)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def app_icon(accent: QColor | None = None) -> QIcon:
    """The program's icon in every size that title bars, docks and switchers ask for, each drawn and none scaled."""
    made = QIcon()
    for px in ICON_SIZES:
        made.addPixmap(app_mark(px, accent=accent))
    return made


def _finger(px: int) -> int:
    return max(1, round(FINGER * px / GRID))


def _gap(px: int) -> int:
    return max(1, GAP * px // GRID)
