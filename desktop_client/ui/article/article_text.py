"""The text of an article on the page: as high as it is, with warnings and things to type on grounds of their own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit

from desktop_client.screens.article import ArticleView
from desktop_client.ui.article.article_document import CODE, ArticleDocument, Panel
from desktop_client.ui.article.article_links import Target, target
from desktop_client.ui.article.article_look import ArticleLook
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button
from desktop_client.ui.parts.verdict_mark import paint_mark

SCROLLS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space}
CORNER = 8
COPY_SIDE = 28
MOST_COPIES = 60


class ArticleText(QTextBrowser):
    """Fill it with `show_article`. It never scrolls by itself: the page does, and gets the keys for it.

    `on_link` gets where a link leads, `on_size` the steps of a Ctrl+wheel, `on_seen` a rectangle of the text that has to be seen.
    """

    def __init__(
        self, theme: Theme, on_link: Callable[[Target], object], on_size: Callable[[int], object], on_seen: Callable[[QRect], object]
    ) -> None:
        super().__init__()
        self._theme, self._on_link, self._on_size, self._on_seen = theme, on_link, on_size, on_seen
        self._document: ArticleDocument | None = None
        self._look = ArticleLook(theme)
        self._copies: list[tuple[Panel, Button]] = []
        self.setProperty("bare", True)
        self.setObjectName("article_text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._clicked)

    # What is shown

    def show_article(self, view: ArticleView, look: ArticleLook) -> ArticleDocument:
        """Another article, or the same in another look."""
        before = self._document
        self._look = look
        document = ArticleDocument(view, look)
        document.setParent(self)
        self._document = document
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        document.documentLayout().documentSizeChanged.connect(self._take_height)
        self.setAccessibleDescription("")
        self._build_copies()
        self.lay_out()
        return document

    def lay_out(self) -> None:
        """Takes the height that the text needs at this width."""
        if self._document is not None:
            self._document.setTextWidth(self.viewport().width())
            self._take_height(self._document.size())

    def show_picture(self, number: int, image: QImage) -> None:
        """One of the article's own images, or a null one."""
        if self._document is not None:
            self._document.show_picture(number, image)
            self.lay_out()

    def place_of(self, position: int) -> QRect:
        """Where a position of the text is, in this widget."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor)

    def mark(self, found: list[QTextCursor], current: int) -> None:
        """Marks what was found; the current one more strongly."""
        marks = []
        for number, cursor in enumerate(found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            form = QTextCharFormat()
            chosen = number == current
            form.setBackground(self._theme.colour("accent" if chosen else "warning_soft"))
            form.setForeground(self._theme.colour("on_accent" if chosen else "text"))
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)

    # Copying

    def _build_copies(self) -> None:
        for _panel, old in self._copies:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._copies = []
        for panel in self._document.panels if self._document else ():
            if panel.kind == CODE and len(self._copies) < MOST_COPIES:
                button = Button(self._theme, kind="icon", icon_name="copy")
                button.setParent(self.viewport())
                button.setObjectName("copy_code")
                button.clicked.connect(lambda _checked=False, panel=panel, button=button: self._copy_code(panel, button))
                self._copies.append((panel, button))
        self.name_copies()

    def copy_buttons(self) -> tuple[Button, ...]:
        """The buttons that copy what is to be typed, from top to bottom."""
        return tuple(button for _panel, button in self._copies)

    def name_copies(self) -> None:
        """The words of the buttons that copy, in the language of now."""
        for panel, button in self._copies:
            button.setAccessibleName(self.tr("Copy: {text}").format(text=panel.text[:80]))
            button.setToolTip(self.tr("Copy"))

    def _copy_code(self, panel: Panel, button: Button) -> None:
        QGuiApplication.clipboard().setText(panel.text)
        for _panel, other in self._copies:
            other.set_icon("check" if other is button else "copy")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    # Where things are

    def _take_height(self, fit: QSizeF) -> None:
        height = max(1, round(fit.height() + 0.5))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self._place_copies()

    def _panel_box(self, panel: Panel) -> QRect:
        assert self._document is not None  # noqa: S101 - panels are a document's
        look, layout = self._look, self._document.documentLayout()
        first = layout.blockBoundingRect(self._document.findBlock(panel.first))
        last = layout.blockBoundingRect(self._document.findBlock(panel.last))
        left = panel.indent * look.indent
        top, bottom = first.top() - look.panel_padding, last.bottom() + look.panel_padding
        return QRect(left, round(top), self.viewport().width() - left, round(bottom - top))

    def _place_copies(self) -> None:
        side = self._theme.px(COPY_SIDE)
        for panel, button in self._copies:
            box = self._panel_box(panel)
            height = min(side, box.height() - 2)
            button.setFixedSize(side, height)
            high = box.height() <= 2 * side
            button.move(box.right() - side - 3, box.top() + ((box.height() - height) // 2 if high else 4))
            button.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Its height follows from the layout: only another width asks for a new one, which takes longest of all.
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._document is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for panel in self._document.panels:
                box = self._panel_box(panel)
                if box.intersects(event.rect()):
                    self._paint_panel(painter, panel, box)
            painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            self._paint_focus()

    def _paint_focus(self) -> None:
        """A ring around the link that the keyboard is on; Qt's own is a dotted line."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        first, last = self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd())
        rows = [(first.left(), last.left(), first)]
        if first.center().y() != last.center().y():
            rows = [(first.left(), self.viewport().width(), first), (0, last.left(), last)]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for left, right, line in rows:
            box = QRectF(left - 2, line.top() - 1, right - left + 4, self.fontMetrics().height() + 8)
            painter.drawRoundedRect(box, self._theme.px(4), self._theme.px(4))

    def _paint_panel(self, painter: QPainter, panel: Panel, box: QRect) -> None:
        theme, look = self._theme, self._look
        code = panel.kind == CODE
        framed = code or theme.high_contrast
        painter.setPen(QPen(theme.colour("border"), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("canvas" if code else "warning_soft"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(CORNER), theme.px(CORNER))
        if not code:
            assert self._document is not None  # noqa: S101 - a panel is a document's
            line = self.place_of(panel.first)
            side = look.panel_icon
            paint_mark(painter, theme, "warning", QRectF(box.left() + look.panel_side, line.center().y() - side / 2, side, side))

    # Keys, wheel, links

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if (event.key() in SCROLLS and plain) or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_F3}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_size(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        moved = super().focusNextPrevChild(forward)
        if self.hasFocus() and self.textCursor().hasSelection():
            self._on_seen(self.cursorRect())
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason} and self.textCursor().hasSelection():
            self._on_seen(self.cursorRect())

    def event(self, event: QEvent) -> bool:
        # Backspace and Alt+Left would be taken as "back" of a browser that has no history.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def _clicked(self, url: QUrl) -> None:
        led = target(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if led is not None:
            self._on_link(led)
