"""What every window of Sigap has: the icon, the focus ring, words that follow the language, Esc, and a size that the screen holds."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.mark import app_icon
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.worded import Worded

SCREEN_MARGIN = 24
"""What title bar and borders may take, in device independent pixels."""


class Window(Worded):
    """A window of its own. It is hidden when closed, and kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setWindowIcon(app_icon())
        self.ring = FocusRing(self, theme)

    def open(self) -> None:
        """Shows the window, in front, with the keyboard."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def fit(self, width: int, height: int | None = None) -> None:
        """A size at 10 point text, cut to what the screen holds; without a height as high as its words need at that width."""
        room = self.room()
        wide = min(self.theme.px(width), room.width())
        tall = self.theme.px(height) if height is not None else self.needed(wide)
        self.resize(wide, min(tall, room.height()))

    def needed(self, width: int) -> int:
        """The height that its words need at that width, in pixels."""
        self.ensurePolished()
        polish_all(self)
        layout = self.layout()
        # Layouts remember heights from before a part of them appeared.
        for child in self.findChildren(QWidget):
            child.updateGeometry()
        for inner in self.findChildren(QLayout):
            inner.invalidate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def room(self) -> QSize:
        """How large a window can be on its screen."""
        screen = self.screen() or QApplication.primaryScreen()
        return screen.availableGeometry().size() - QSize(SCREEN_MARGIN, 2 * SCREEN_MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.close()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring.raise_()


def polish_all(widget: QWidget) -> None:
    """Gives a widget that was never shown its final fonts and sizes."""
    widget.ensurePolished()
    for child in widget.findChildren(QWidget):
        child.ensurePolished()
