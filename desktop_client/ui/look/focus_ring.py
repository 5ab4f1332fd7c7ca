"""The focus ring: one overlay for a window, drawn outside the widget that has the focus, so that nothing ever moves.

It follows the keyboard only: after a click it is gone until the next Tab. Fields draw their own thicker border instead.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop_client.ui.look.theme import Theme

THICK = 2
DISTANCE = 2
OWN_BORDER = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest, QEvent.Type.ParentChange}


class FocusRing(QWidget):
    """The ring of one window; make it last, it stays on top."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._followed: list[QWidget] = []
        self._target: QWidget | None = None
        self._hole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):
            # The focus moves on while the window is being destroyed.
            return
        self._unfollow()
        mine = new is not None and new is not self._window and new.window() is self._window
        by_keyboard = self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if mine and by_keyboard and (self._theme.high_contrast or not isinstance(new, OWN_BORDER)):
            self._follow(new)
        self._place()

    def mark(self, target: QWidget) -> None:
        """The ring around what the window itself gave the keyboard to, as if Tab had led there."""
        self._unfollow()
        self._follow(target)
        self._place()

    def _follow(self, target: QWidget) -> None:
        # A proxy (a framed field) draws the ring for what is in it.
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        target.destroyed.connect(self._target_gone)

    def _target_gone(self) -> None:
        self._target = None
        self._followed = []
        self.hide()

    def _unfollow(self) -> None:
        if self._target is not None:
            self._target.destroyed.disconnect(self._target_gone)
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed = []
        self._target = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisibleTo(self._window):
            self.hide()
            return
        reach = THICK + DISTANCE
        hole = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        seen = hole.adjusted(-reach, -reach, reach, reach)
        ancestor = target.parentWidget()
        while ancestor is not None and ancestor is not self._window:
            if isinstance(ancestor.parentWidget(), QAbstractScrollArea):
                seen &= QRect(ancestor.mapTo(self._window, QPoint(0, 0)), ancestor.size())
            ancestor = ancestor.parentWidget()
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self._hole = hole.translated(-seen.topLeft())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), THICK))
        grow = DISTANCE + THICK / 2
        painter.drawRoundedRect(QRectF(self._hole).adjusted(-grow, -grow, grow, grow), self._theme.px(8), self._theme.px(8))
