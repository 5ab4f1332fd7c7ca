"""Takes windows of ours off the screen before it is captured, and says when they are gone."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

REPAINT_MS = 60
"""What the programs below need to draw themselves again, once the window system has taken ours away."""


def hide_for_capture(windows: Iterable[QWidget], done: Callable[[tuple[QWidget, ...]], object]) -> None:
    """Hides what is visible of the windows, and any menu; calls back with what was hidden, once the screen is free of it.

    It calls back from the event loop, after at most 60 ms, at once when nothing was on the screen.
    """
    popup = QApplication.activePopupWidget()
    covered = popup is not None
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    shown = tuple(window for window in windows if window.isVisible())
    for window in shown:
        window.hide()
    # Returns when the window system has done what was asked before it.
    QGuiApplication.sync()
    QTimer.singleShot(REPAINT_MS if shown or covered else 0, lambda: done(shown))
