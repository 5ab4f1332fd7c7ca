"""What every window of Sigap has: the icon, the focus ring, words that follow the language, Esc, and a size that the screen holds."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.mark import app_icon
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.worded import Worded

SCREEN_MARGIN = 24
"""What title bar and borders may take, in device independent pixels."""
FRAME = 8
"""What a window manager may draw below a window."""


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
        if height is None and self.isVisible():
            # What is new in a window that stands counts for nothing before Qt has shown it, which is when its events have run.
            QTimer.singleShot(0, self, partial(self._fit, width, None))
        else:
            self._fit(width, height)

    def _fit(self, width: int, height: int | None) -> None:
        wide = min(self.theme.px(width), self.room().width())
        self.stretch(wide, self.theme.px(height) if height is not None else self.needed(wide))

    def stretch(self, width: int, height: int) -> None:
        """A size in pixels, cut to what the screen holds. A window that stands moves first, so that it ends on the screen."""
        tall = min(height, self.room().height())
        if self.isVisible():
            available = self.screen().availableGeometry()
            below = self.geometry().top() + tall + FRAME - available.bottom()
            if tall > self.height() and below > 0:
                self.move(self.x(), max(self.y() - below, available.top()))
        self.resize(width, tall)

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
