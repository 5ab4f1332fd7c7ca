"""A message that names help articles: each is a link that opens it, by mouse, or with Tab and Enter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor

from desktop_client.screens.article_links import ArticleLink, article_links
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.message_text import MessageText


class LinkedText(MessageText):
    """`open_article` gets an article's id or key."""

    def __init__(self, theme: Theme, text: str, open_article: Callable[[str], object]) -> None:
        super().__init__(theme, text)
        self._open = open_article
        self._links = article_links(self._document.toPlainText())
        self._at = -1
        self._pressed: ArticleLink | None = None
        self.setMouseTracking(True)
        if self._links:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            on_link = self._link_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._link_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        # Whoever has selected something on the way wanted that.
        if pressed is not None and pressed == self._link_at(event.position()) and not self.selected():
            self._open(pressed.article)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._at < len(self._links):
            self._open(self._links[self._at].article)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        step = self._at + (1 if forward else -1)
        if self.hasFocus() and 0 <= step < len(self._links):
            self._select(step)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._select(0 if event.reason() == Qt.FocusReason.TabFocusReason else len(self._links) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._at = -1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_links"):
            self._dress()

    def _select(self, number: int) -> None:
        """The link that Enter opens, shown as selected."""
        self._at = number
        if 0 <= number < len(self._links):
            link = self._links[number]
            self._cursor.setPosition(link.start)
            self._cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self.update()

    def _dress(self) -> None:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setForeground(QBrush(self._theme.colour("accent_text")))
        for link in self._links:
            cursor = QTextCursor(self._document)
            cursor.setPosition(link.start)
            cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
        self.update()

    def _link_at(self, place: QPointF) -> ArticleLink | None:
        position = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return next((link for link in self._links if link.start <= position < link.end), None)
