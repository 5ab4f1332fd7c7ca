"""A field to search in, with a magnifying glass that grows with the text."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from desktop_client.ui.icons import pixmap
from desktop_client.ui.theme import Theme

ICON = 18


class SearchField(QLineEdit):
    """The field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._make_room()

    def _make_room(self) -> None:
        self.setTextMargins(self._theme.px(ICON + 8), 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(ICON)
        picture = pixmap("search", self._theme.colour("muted"), side, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self._theme.px(10), (self.height() - side) // 2, picture)
