"""Keeps the focus where it was while a part of a window is built anew: by the object's name, which outlives the object."""

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@contextlib.contextmanager
def kept_focus(window: QWidget) -> Iterator[None]:
    """While the body rebuilds parts of the window; a focus that was elsewhere, or on something that is gone, is left alone."""
    focused = QApplication.focusWidget()
    inside = focused is not None and (focused is window or window.isAncestorOf(focused))
    name = focused.objectName() if inside else ""
    by_keyboard = window.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    yield
    if not name:
        return
    again = next((w for w in window.findChildren(QWidget, name) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus), None)
    if again is not None and again is not QApplication.focusWidget():
        again.setFocus(Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)
