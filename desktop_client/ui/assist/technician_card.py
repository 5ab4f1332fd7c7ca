"""Who asks: a round picture, or the initials where there is none, with name, role and ticket beside it."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.screens.assist import Asker
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import who
from desktop_client.ui.assist.broken_text import BrokenText
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import box

LARGE, SMALL = 64, 32
MOST_PIXELS = 4096
"""A picture that claims to be larger on a side is not drawn: its file may be small and its pixels endless."""


class Portrait(QWidget):
    """A face on a disc. For screen readers it says nothing: the name stands beside it."""

    def __init__(self, theme: Theme, side: int = LARGE) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self._initials, self._bytes = "", b""
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_asker(self, asker: Asker) -> None:
        """Another person, or the same with a picture that has come."""
        self._initials = shown(asker.initials)
        if asker.picture != self._bytes:
            self._bytes, self._image = asker.picture, picture_of(asker.picture)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = theme.px(self._side)
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        round_shape = QPainterPath()
        round_shape.addEllipse(disc)
        painter.fillPath(round_shape, theme.colour("accent_soft"))
        if self._image.isNull():
            font = theme.font("label")
            font.setPointSizeF(font.pointSizeF() * self._side / LARGE * 1.5)
            painter.setFont(font)
            painter.setPen(theme.colour("accent_text"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)
        else:
            painter.setClipPath(round_shape)
            painter.drawImage(disc, self._image, _middle(self._image))
            painter.setClipping(False)
        if theme.high_contrast:
            painter.setPen(theme.colour("text"))
            painter.drawEllipse(disc)


def picture_of(data: bytes) -> QImage:
    """A picture from the backend, null where it is none."""
    image = QImage()
    if data and image.loadFromData(QByteArray(data)) and max(image.width(), image.height()) <= MOST_PIXELS:
        return image
    return QImage()


def _middle(image: QImage) -> QRectF:
    """The largest square of a picture; of a tall one the upper part, where a face is."""
    side = min(image.width(), image.height())
    return QRectF((image.width() - side) / 2, (image.height() - side) / 4, side, side)


class TechnicianCard(QWidget):
    """The picture with name, role and ticket."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = box(theme, self, spacing=16, across=True)
        self._portrait = Portrait(theme)
        row.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=2)
        words.addStretch(1)
        self._name = BrokenText(theme, tier="heading")
        self._name.setObjectName("asker_name")
        self._role = BrokenText(theme, ink="muted")
        self._ticket = BrokenText(theme, ink="muted")
        self._ticket.setObjectName("asker_ticket")
        for label in (self._name, self._role, self._ticket):
            words.addWidget(label)
        words.addStretch(1)
        row.addLayout(words, 1)

    def show_asker(self, asker: Asker, number: str, subject: str) -> None:
        """Who asks, and for which ticket."""
        self._portrait.show_asker(asker)
        self._name.setText(shown(asker.name))
        self._role.setText(who(asker))
        self._role.setVisible(bool(who(asker)))
        self._ticket.setText(f"{shown(number)} · {shown(subject)}")
