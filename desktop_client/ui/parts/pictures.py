"""Screenshots on the screen: one large, and the small ones to choose from."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import LoadPicture

FAINT = 0.3


class Shot(QWidget):
    """A screenshot as wide as there is room, in its own proportions, but no higher than `highest` at 10 point text."""

    def __init__(self, theme: Theme, load: LoadPicture, widest: int = 364, highest: int = 280) -> None:
        super().__init__()
        self._theme, self._load, self._widest, self._highest = theme, load, widest, highest
        self._image = QImage()
        self._wanted: object = None
        self._shape = QSize(16, 9)
        self._included = True
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, file: object, shape: QSize, *, included: bool, name: str) -> None:
        """Another picture of that shape in pixels; faint when it is left out."""
        self.setAccessibleName(name)
        self._included = included
        if file != self._wanted:
            self._wanted, self._image = file, QImage()
            self._shape = shape if shape.isValid() and not shape.isEmpty() else QSize(16, 9)
            ratio = self.devicePixelRatioF()
            fit = QSize(round(self._theme.px(self._widest) * ratio), round(self._theme.px(self._highest) * ratio))
            self._load(file, fit, lambda image: self._arrived(file, image))
            self.updateGeometry()
        self.update()

    def _arrived(self, file: object, image: QImage) -> None:
        if file == self._wanted:
            self._image = image
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        width = min(width, self._theme.px(self._widest))
        return min(round(width * self._shape.height() / self._shape.width()), self._theme.px(self._highest))

    def sizeHint(self) -> QSize:
        width = self._theme.px(self._widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(45))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_picture(painter, self._theme, QRectF(self.rect()), self._image, self._shape, included=self._included)


class Thumbnail(QPushButton):
    """A small screenshot with its name below; checked when it is the one that is shown large."""

    WIDTH, HEIGHT, EDGE = 88, 50, 4

    def __init__(self, theme: Theme, load: LoadPicture, file: object, shape: QSize, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._shape = theme, shape
        self._image = QImage()
        self._included = True
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked: on_click())
        ratio = self.devicePixelRatioF()
        load(file, QSize(round(theme.px(self.WIDTH) * ratio), round(theme.px(self.HEIGHT) * ratio)), self._arrived)

    def show_state(self, name: str, spoken: str, *, included: bool) -> None:
        """Its name, what a screen reader says, and whether it goes along."""
        self._included = included
        self.setText(name)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def _arrived(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        theme, words = self._theme, self._theme.font("small")
        self.setFont(words)
        width = max(theme.px(self.WIDTH + 2 * self.EDGE), self.fontMetrics().horizontalAdvance(self.text()))
        return QSize(width, theme.px(self.HEIGHT + 2 * self.EDGE) + self.fontMetrics().height() + theme.px(2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.px(self.EDGE)
        box = QRectF((self.width() - theme.px(self.WIDTH)) / 2, edge, theme.px(self.WIDTH), theme.px(self.HEIGHT))
        paint_picture(painter, theme, box, self._image, self._shape, included=self._included)
        if not self._included:
            side = theme.px(20)
            at = QPointF(box.center().x() - side / 2, box.center().y() - side / 2)
            painter.drawPixmap(at, pixmap("eye-off", theme.colour("text"), side, self.devicePixelRatioF()))
        chosen = self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grow = edge - (1 if chosen else 1.5)
        painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), theme.px(6), theme.px(6))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        painter.setFont(theme.font("small"))
        words = self.rect().adjusted(0, round(box.bottom()) + edge, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())


def paint_picture(painter: QPainter, theme: Theme, box: QRectF, image: QImage, shape: QSize, *, included: bool) -> None:
    """A picture into a box, in its own proportions, with rounded corners; grey until it has been read."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = shape.scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2, size.width(), size.height())
    path = QPainterPath()
    path.addRoundedRect(place, theme.px(4), theme.px(4))
    painter.setClipPath(path)
    painter.fillRect(place, theme.colour("hover"))
    if not image.isNull():
        painter.setOpacity(1.0 if included else FAINT)
        painter.drawImage(place, image)
    painter.restore()
