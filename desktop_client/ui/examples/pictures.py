"""Example screenshots, drawn here: a spreadsheet with an error upon it, so that no real screen gets into the repository."""

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPen


@cache
def folder() -> Path:
    """Where the example pictures lie, made at first use and left to the system's temporary folder."""
    place = Path(tempfile.mkdtemp(prefix="sigap-examples-"))
    for number, (width, height, title) in enumerate(((1920, 1080, "#1D5FA8"), (1920, 1080, "#2E7D32")), start=1):
        _screen(width, height, QColor(title)).save(str(place / f"screen-{number}.png"))
    return place


def _screen(width: int, height: int, title: QColor) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QLinearGradient(0, 0, width, height)
    ground.setColorAt(0, QColor("#2F4B78"))
    ground.setColorAt(1, QColor("#7DA6CC"))
    painter.fillRect(image.rect(), ground)
    _sheet(painter, QRectF(140, 90, 1240, 840), title)
    _error(painter, QRectF(600, 400, 730, 290))
    painter.fillRect(QRectF(0, height - 64, width, 64), QColor("#131A22"))
    painter.end()
    return image


def _sheet(painter: QPainter, box: QRectF, title: QColor) -> None:
    painter.fillRect(box, QColor("#FFFFFF"))
    painter.setPen(QPen(QColor("#D6DEE6"), 2))
    for row in range(1, 14):
        painter.drawLine(QPointF(box.left(), box.top() + row * 60), QPointF(box.right(), box.top() + row * 60))
    for column in range(1, 8):
        painter.drawLine(QPointF(box.left() + column * 170, box.top() + 60), QPointF(box.left() + column * 170, box.bottom()))
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 56), title)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(_font(24))
    painter.drawText(QRectF(box.left() + 20, box.top(), 800, 56), Qt.AlignmentFlag.AlignVCenter, "Laporan Penjualan Q3.xlsx")


def _error(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box.translated(8, 10), QColor(20, 30, 40, 90))
    painter.fillRect(box, QColor("#FFFFFF"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#C62828"))
    painter.drawEllipse(QRectF(box.left() + 40, box.top() + 50, 72, 72))
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(_font(44, bold=True))
    painter.drawText(QRectF(box.left() + 40, box.top() + 50, 72, 72), Qt.AlignmentFlag.AlignCenter, "!")
    painter.setPen(QColor("#17202B"))
    painter.setFont(_font(30, bold=True))
    painter.drawText(QPointF(box.left() + 145, box.top() + 85), "Printer not available")
    painter.setFont(_font(25))
    painter.drawText(QPointF(box.left() + 145, box.top() + 135), "HP-LT3-Ruang-Keuangan: error 0x00000709")
    painter.fillRect(QRectF(box.right() - 180, box.bottom() - 80, 140, 52), QColor("#1D5FA8"))


def _font(px: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(px)
    font.setBold(bold)
    return font
