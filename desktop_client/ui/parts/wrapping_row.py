"""A row as one button whose words may wrap: it is as high as its words need at the width that it gets."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import RowButton


class WrappingRow(RowButton):
    """As `RowButton`, for content with labels that wrap."""

    def __init__(
        self, theme: Theme, on_click: Callable[[], object] | None = None, margins: tuple[int, int, int, int] = (8, 8, 8, 8)
    ) -> None:
        super().__init__(theme, on_click, margins)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.content.totalHeightForWidth(width) if self.content.hasHeightForWidth() else self.content.sizeHint().height()

    def sizeHint(self) -> QSize:
        hint = self.content.sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width() or hint.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.content.minimumSize().width(), self.heightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        done = QPushButton.event(self, event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            # The style sheet would otherwise hold the row at the height of a button.
            self.setMinimumHeight(self.heightForWidth(self.width()))
            self.updateGeometry()
        return done
