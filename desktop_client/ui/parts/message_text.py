"""What somebody wrote, always plain, to be selected and copied. Painted by one widget: a conversation holds hundreds of them."""

import math

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import translate


class MessageText(QWidget):
    """The words; as wide as they need, at most as wide as `fit` is told. A word without end is broken."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._document.setDefaultFont(theme.font("text"))
        self._document.setPlainText(text)
        self._cursor = QTextCursor(self._document)
        self._widest = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The words."""
        return self._document.toPlainText()

    def selected(self) -> str:
        """What is selected of them."""
        return self._cursor.selection().toPlainText()

    def fit(self, widest: int) -> None:
        """Takes the size that the words need within a width in pixels."""
        if widest == self._widest:
            return
        self._widest = widest
        self._document.setTextWidth(widest)
        width = min(widest, math.ceil(self._document.idealWidth()) + 1)
        self._document.setTextWidth(width)
        self.setFixedSize(width, math.ceil(self._document.size().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        if self._cursor.hasSelection():
            chosen = QAbstractTextDocumentLayout.Selection()
            chosen.cursor = self._cursor
            chosen.format.setBackground(self._theme.colour("accent"))
            chosen.format.setForeground(self._theme.colour("on_accent"))
            context.selections = [chosen]
        self._document.documentLayout().draw(painter, context)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._document.setDefaultFont(self._theme.font("text"))
            widest, self._widest = self._widest, 0
            if widest:
                self.fit(widest)

    def _put_cursor(self, at: QPointF, mode: QTextCursor.MoveMode) -> None:
        place = self._document.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        self._cursor.setPosition(max(0, place), mode)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._put_cursor(event.position(), QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._put_cursor(event.position(), QTextCursor.MoveMode.KeepAnchor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._put_cursor(event.position(), QTextCursor.MoveMode.MoveAnchor)
        self._cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._cursor.select(QTextCursor.SelectionType.Document)
            self.update()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(translate("Conversation", "Copy"), self._copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._cursor.clearSelection()
            self.update()

    def _copy(self) -> None:
        """The selection, or all of it."""
        QGuiApplication.clipboard().setText(self.selected() or self.text())
