"""The keyboard's way through a window of which parts are built anew: Tab goes as the eye does, and the focus stays where it was."""

import contextlib
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


@contextlib.contextmanager
def kept_focus(window: QWidget) -> Iterator[None]:
    """While the body rebuilds parts of the window. The focus is known again by the object's name, which outlives the object.

    A focus that was elsewhere, or on something that is gone, is left alone.
    """
    focused = QApplication.focusWidget()
    inside = focused is not None and (focused is window or window.isAncestorOf(focused))
    name = focused.objectName() if inside else ""
    by_keyboard = window.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    yield
    if not name:
        return
    again = next((w for w in window.findChildren(QWidget, name) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus), None)
    if again is not None and again is not QApplication.focusWidget():
        show_now(again)
        again.setFocus(Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)


def order_tabs(root: QWidget) -> None:
    """Tab through the root in the order of its layouts: what was added to a layout later is otherwise reached last."""
    for one, next_one in pairwise(_reached(root)):
        QWidget.setTabOrder(one, next_one)


def _reached(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _reached(widget.widget())
    elif widget.layout() is not None:
        yield from _in_layout(widget.layout())


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield from _reached(item.widget())
        elif item.layout() is not None:
            yield from _in_layout(item.layout())


def show_now(widget: QWidget) -> None:
    """A widget that was just added to a layout is shown with the next event; hidden, it can't take the focus."""
    while widget is not None and not widget.isVisible() and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.show()
        widget = widget.parentWidget()
