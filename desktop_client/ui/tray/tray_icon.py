"""The tray icon, drawn in whole pixels for every size that a panel asks for, in the five states and for light and dark panels.

Each size is drawn, none scaled. Around a badge a gap is cut out of the hand, so that state shows by shape and not by colour alone.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPainterPathStroker, QPixmap, QPolygonF

from desktop_client.screens.tray import IconState
from desktop_client.ui.look.mark import hand, hand_width

SIZES = (16, 22, 24, 32, 48, 64)
GRID = 16
DARK_PANELS = ("gnome", "unity", "pantheon")
"""Desktops whose panel is dark whatever the windows look like."""

INK = {False: "#1B222B", True: "#F1F4F7"}
BADGE = {
    IconState.UNREAD: {False: "#0B7B7B", True: "#4CC2BC"},
    IconState.WAITING: {False: "#9A6000", True: "#F4C65C"},
    IconState.OUTAGE: {False: "#B3261E", True: "#FF9A91"},
    IconState.VIEWED: {False: "#B3261E", True: "#FF8A80"},
}
"""Colours by whether the panel is dark."""
HOLE = {False: "#FFFFFF", True: "#1B222B"}
"""What is drawn upon a badge."""


def panel_is_dark(desktop: str, scheme: Qt.ColorScheme) -> bool:
    """Which ink the icon needs, from XDG_CURRENT_DESKTOP ("" elsewhere) and the appearance of the system."""
    names = desktop.casefold().split(":")
    if any(name in DARK_PANELS for name in names):
        return True
    return scheme == Qt.ColorScheme.Dark


def tray_icon(state: IconState, *, dark_panel: bool) -> QIcon:
    """The icon in every size; the idle one is a mask, so that macOS inks it by itself."""
    made = QIcon()
    ratios = sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})
    for px in SIZES:
        made.addPixmap(tray_pixmap(state, px, dark_panel=dark_panel))
        for ratio in ratios[1:]:
            sharp = QPixmap(tray_pixmap(state, round(px * ratio), dark_panel=dark_panel))
            sharp.setDevicePixelRatio(ratio)
            made.addPixmap(sharp)
    made.setIsMask(state is IconState.IDLE)
    return made


@lru_cache(maxsize=128)
def tray_pixmap(state: IconState, px: int, *, dark_panel: bool) -> QPixmap:
    """One picture of px × px pixels."""
    image = QPixmap(px, px)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state is IconState.VIEWED:
        _viewed(painter, px, dark_panel=dark_panel)
    else:
        middle = (px - hand_width(px)) // 2
        left = middle if state is IconState.IDLE else max(0, middle - round(2 * px / GRID))
        painter.setBrush(QColor(INK[dark_panel]))
        painter.drawPath(hand(px, left))
        if state is not IconState.IDLE:
            _badge(painter, state, px, dark_panel=dark_panel)
    painter.end()
    return image


def _badge(painter: QPainter, state: IconState, px: int, *, dark_panel: bool) -> None:
    shape = {IconState.UNREAD: _dot, IconState.WAITING: _arrow, IconState.OUTAGE: _triangle}[state](px)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawPath(_grown(shape, max(1.0, px / GRID)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor(BADGE[state][dark_panel]))
    painter.drawPath(shape)
    if state is IconState.OUTAGE:
        _exclamation(painter, px, dark_panel=dark_panel)


def _grown(shape: QPainterPath, by: float) -> QPainterPath:
    """The shape and all that is nearer to it than `by`."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * by)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    grown = stroker.createStroke(shape)
    grown.setFillRule(Qt.FillRule.WindingFill)
    return grown.united(shape)


def _dot(px: int) -> QPainterPath:
    """A disc in the upper right corner."""
    side = round(6.5 * px / GRID)
    path = QPainterPath()
    path.addEllipse(QRectF(px - side, round(0.5 * px / GRID), side, side))
    return path


def _arrow(px: int) -> QPainterPath:
    """An arrow up in the lower right corner: head and shaft in whole pixels."""
    half, shaft = round(4 * px / GRID), max(1, round(1.5 * px / GRID))
    tip, neck = px - round(8 * px / GRID), px - round(4 * px / GRID)
    middle = px - half
    return _polygon(
        (middle, tip),
        (middle + half, neck),
        (middle + shaft, neck),
        (middle + shaft, px),
        (middle - shaft, px),
        (middle - shaft, neck),
        (middle - half, neck),
    )


def _triangle(px: int) -> QPainterPath:
    """A triangle with soft corners in the lower right corner."""
    side, height, soft = _triangle_side(px), round(9 * px / GRID), px / GRID
    inner = _polygon((px - side / 2, px - height + 1.5 * soft), (px - 1.5 * soft, px - soft), (px - side + 1.5 * soft, px - soft))
    return _grown(inner, soft)


def _triangle_side(px: int) -> int:
    """An even width, so that the exclamation mark stands in its middle on whole pixels."""
    return 2 * round(5 * px / GRID)


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _exclamation(painter: QPainter, px: int, *, dark_panel: bool) -> None:
    wide = 2 * max(1, round(0.6 * px / GRID))
    long, gap = round(3 * px / GRID), max(1, round(0.8 * px / GRID))
    dot = max(1, round(1.3 * px / GRID))
    bottom = px - max(1, round(1.2 * px / GRID))
    x = px - _triangle_side(px) // 2 - wide // 2
    painter.setBrush(QColor(HOLE[dark_panel]))
    painter.drawRect(x, bottom - dot, wide, dot)
    painter.drawRect(x, bottom - dot - gap - long, wide, long)


def _viewed(painter: QPainter, px: int, *, dark_panel: bool) -> None:
    """A filled screen with an eye upon it."""
    unit = px / GRID
    top, height = round(1.5 * unit), round(13 * unit)
    painter.setBrush(QColor(BADGE[IconState.VIEWED][dark_panel]))
    painter.drawRoundedRect(QRectF(0, top, px, height), 3 * unit, 3 * unit)
    middle = QPointF(px / 2, top + height / 2)
    wide, high = 6 * unit, 3.6 * unit
    eye = QPainterPath(QPointF(middle.x() - wide, middle.y()))
    eye.quadTo(QPointF(middle.x(), middle.y() - 2 * high), QPointF(middle.x() + wide, middle.y()))
    eye.quadTo(QPointF(middle.x(), middle.y() + 2 * high), QPointF(middle.x() - wide, middle.y()))
    painter.setBrush(QColor(HOLE[dark_panel]))
    painter.drawPath(eye)
    painter.setBrush(QColor(BADGE[IconState.VIEWED][dark_panel]))
    painter.drawEllipse(middle, 2.1 * unit, 2.1 * unit)
