"""What can be wrong with how a window looks, found by measuring it: text cut off, things on top of each other, too little contrast."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from desktop_client.ui.look.focus_ring import FocusRing
from desktop_client.ui.look.tokens import TEXT_CONTRAST, contrast

SLACK = 1
"""Pixels by which rounding may be off."""
SCALED_AWAY = 0.02
"""A colour on so few pixels of a label is an edge, not its ink."""


def shown(window: QWidget) -> list[QWidget]:
    """Everything in the window that can be seen."""
    return [widget for widget in (window, *window.findChildren(QWidget)) if widget.isVisible() and not isinstance(widget, FocusRing)]


def named(widget: QWidget) -> str:
    """How a finding calls a widget."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or text!r} {text[:40]!r}"


def clipped(window: QWidget) -> Iterator[str]:
    """Labels, buttons, lists and fields whose words don't fit."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text():
            yield from _clipped_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            wanted = widget.sizeHint()
            if widget.width() < wanted.width() - SLACK or widget.height() < wanted.height() - SLACK:
                yield f"{named(widget)} is {widget.width()} × {widget.height()}, wants {wanted.width()} × {wanted.height()}"
        elif isinstance(widget, QComboBox):
            if widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.width() - widget.fontMetrics().height():
                yield f"{named(widget)} has no room for {widget.currentText()!r}"
        elif isinstance(widget, QLineEdit) and not widget.text():
            room = widget.contentsRect().width() - widget.textMargins().left()
            if widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > room:
                yield f"{named(widget)} has no room for {widget.placeholderText()!r}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    box = label.contentsRect()
    text = label.text().replace("&", "") if label.buddy() is not None else label.text()
    if label.wordWrap():
        tall = label.heightForWidth(label.width())
        if label.height() < tall - SLACK:
            yield f"{named(label)} is {label.height()} high, needs {tall}"
        # Qt begins a new line at a zero width space too.
        words = text.replace("\u200b", " ").split()
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    else:
        widest = max(label.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        if label.height() < label.fontMetrics().height() - SLACK:
            yield f"{named(label)} is {label.height()} high, a line needs {label.fontMetrics().height()}"
    if widest > box.width() + SLACK:
        yield f"{named(label)} is {box.width()} wide, needs {widest}"


def elided(window: QWidget) -> Iterator[str]:
    """Words cut short with dots, where nothing tells the whole."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and "…" in widget.text():
            parents = (widget, widget.parentWidget(), widget.parentWidget().parentWidget())
            told = any(parent is not None and parent.toolTip() for parent in parents)
            if not told and not widget.text().endswith("…"):
                yield named(widget)


def outside(window: QWidget) -> Iterator[str]:
    """Children that stick out of their parent, where it doesn't scroll."""
    for widget in shown(window):
        parent = widget.parentWidget()
        if widget is window or parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
            box = widget.geometry()
            yield f"{named(widget)} at {box.getRect()} leaves {named(parent)} of {parent.width()} × {parent.height()}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Siblings of one layout that lie on each other."""
    for widget in shown(window):
        if widget.layout() is None:
            continue
        siblings = [child for child in _laid_out(widget.layout()) if child.isVisible()]
        for number, one in enumerate(siblings):
            for other in siblings[number + 1 :]:
                both = one.geometry() & other.geometry()
                if both.width() > SLACK and both.height() > SLACK:
                    yield f"{named(one)} and {named(other)} in {named(widget)}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _laid_out(item.layout())


def faint(window: QWidget, picture: QImage) -> Iterator[str]:
    """Labels and buttons whose words stand out too little from what is drawn behind them. The picture is of the window, at its ratio."""
    pixels = picture.convertToFormat(QImage.Format.Format_RGB32)
    for widget in shown(window):
        words = isinstance(widget, QLabel | QPushButton) and bool(widget.text())
        if not words or not widget.isEnabled():
            continue
        box = QRect(widget.mapTo(window, widget.contentsRect().topLeft()), widget.contentsRect().size()) & window.rect()
        box &= _seen(widget, window)
        if box.width() < widget.fontMetrics().averageCharWidth() or box.height() < widget.fontMetrics().height():
            continue
        # Text that a border touches is measured inside it.
        ratio = ink_contrast(pixels.copy(box.adjusted(2, 2, -2, -2) if isinstance(widget, QPushButton) else box))
        if ratio is not None and ratio < TEXT_CONTRAST:
            yield f"{named(widget)} has {ratio:.1f}:1"


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of the window through which a widget in scroll areas is seen."""
    seen = window.rect()
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea) and not isinstance(parent, QScrollBar):
            seen &= QRect(parent.mapTo(window, parent.rect().topLeft()), parent.size())
        parent = parent.parentWidget()
    return seen


def ink_contrast(part: QImage) -> float | None:
    """The greatest contrast of a part of a picture against its commonest colour; None when there is one colour only."""
    part = part.convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(part.constBits()).cast("I"))
    ground = QColor.fromRgb(colours.most_common(1)[0][0])
    others = [colour for colour, _count in colours.most_common(400) if colour != ground.rgb()]
    return max((contrast(QColor.fromRgb(colour), ground) for colour in others), default=None)


def nameless(window: QWidget) -> Iterator[str]:
    """What the keyboard reaches and a screen reader has no word for."""
    for widget in shown(window):
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if not reached or isinstance(widget, QScrollBar):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            yield named(widget)
