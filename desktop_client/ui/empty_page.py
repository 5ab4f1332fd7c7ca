"""A page with nothing on it yet: a mark, what it is, and one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.icons import pixmap
from desktop_client.ui.parts import Button, Text, box
from desktop_client.ui.theme import Theme

WORDS_WIDEST = 400


class Disc(QWidget):
    """An icon on a soft disc."""

    SIDE, ICON = 72, 32

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self.SIDE), self._theme.px(self.SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        side = self._theme.px(self.ICON)
        picture = pixmap(self._icon, self._theme.colour("accent_text"), side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class EmptyPage(QWidget):
    """Set its words with `say`."""

    def __init__(self, theme: Theme, icon: str, on_click: Callable[[], object] | None = None, button_icon: str = "") -> None:
        super().__init__()
        column = box(theme, self, margins=32, spacing=8)
        column.addStretch(2)
        column.addWidget(Disc(theme, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(8))
        self._title = Text(theme, tier="title", wrap=True)
        self._text = Text(theme, ink="muted", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row = box(theme, across=True)
            row.addStretch(1)
            label.setMaximumWidth(theme.px(WORDS_WIDEST))
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(theme.px(8))
        self.button = Button(theme, "", "primary", button_icon, on_click)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, text: str, button: str = "") -> None:
        """The words; without a button's words there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
