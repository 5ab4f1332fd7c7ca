"""The ground of a pop-up, and where it goes on the screen: rounded with a shadow where the desktop composes windows, else a plain frame."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from desktop_client.ui.look.theme import Theme

SHADOW = 16
CORNER = 12
EDGE = 8
"""Distance from the edges of the screen."""


def composited() -> bool:
    """Whether the desktop shines through what is transparent. On X11 that needs a program which may be missing: not relied on."""
    return QGuiApplication.platformName() != "xcb"


def shadow_margin(theme: Theme) -> int:
    """How much room the shadow takes on each side."""
    return theme.px(SHADOW) if composited() and not theme.high_contrast else 0


def prepare(window: QWidget) -> None:
    """Makes the window's ground transparent where that works; call it before the window is shown."""
    if composited():
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


def paint_ground(window: QWidget, theme: Theme, foot: QRect | None = None) -> None:
    """Shadow, ground and border of the pop-up, with the window's colour below the top of `foot`; for its paintEvent."""
    painter = QPainter(window)
    margin = shadow_margin(theme)
    if margin:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _shadow(painter, window.rect(), margin, theme)
    box = QRectF(window.rect().adjusted(margin, margin, -margin, -margin)).adjusted(0.5, 0.5, -0.5, -0.5)
    corner = theme.px(CORNER) if margin else 0
    shape = QPainterPath()
    shape.addRoundedRect(box, corner, corner)
    painter.fillPath(shape, theme.colour("surface"))
    if foot is not None:
        painter.setClipRect(QRect(0, foot.top(), window.width(), window.height()))
        painter.fillPath(shape, theme.colour("canvas"))
        painter.setClipping(False)
    painter.setPen(QPen(theme.colour("border" if margin else "input"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def _shadow(painter: QPainter, whole: QRect, margin: int, theme: Theme) -> None:
    """Rings of growing strength from the outside in; a little lower than the pop-up, as light from above makes it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(margin):
        colour = QColor(theme.colour("scrim"))
        colour.setAlphaF((0.05 if theme.dark else 0.022) * (step + 1) / margin)
        painter.setBrush(colour)
        ring = QRectF(whole).adjusted(step, step + 1, -step, -step + 1)
        corner = theme.px(CORNER) + margin - step
        painter.drawRoundedRect(ring, corner, corner)


def place_for(fit: QSize, icon: QRect) -> QPoint:
    """Where a pop-up of that size goes: beside the icon, or, when nobody knows where that is, in the corner where trays are.

    Always whole on one screen.
    """
    screen = QGuiApplication.screenAt(icon.center()) if icon.isValid() else QGuiApplication.screenAt(QCursor.pos())
    screen = screen or QGuiApplication.primaryScreen()
    whole, free = screen.geometry(), screen.availableGeometry().adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if icon.isValid():
        below = icon.center().y() < whole.center().y()
        spot = QPoint(icon.center().x() - fit.width() // 2, icon.bottom() + EDGE if below else icon.top() - EDGE - fit.height())
    else:
        panel_on_top = screen.availableGeometry().top() > whole.top()
        spot = QPoint(free.right() - fit.width(), free.top() if panel_on_top else free.bottom() - fit.height())
    return QPoint(
        max(free.left(), min(spot.x(), free.right() - fit.width() + 1)), max(free.top(), min(spot.y(), free.bottom() - fit.height() + 1))
    )
