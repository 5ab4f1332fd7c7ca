"""The list of answers: icon, title and snippet with bold marks, and what a guide does. The keyboard stays in the search field above it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_client.screens.articles import ArticleRow, HeadingRow
from desktop_client.ui.help.article_words import capsule_words, icon_of, kind_words, sentence
from desktop_client.ui.help.marked_block import MarkedBlock
from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LOWEST = 92
PADDING, ICON, WORDS, SPACE, GAP = 16, 18, 48, 6, 12
SNIPPET_LINES, TITLE_LINES = 3, 3
BATCH = 30
"""Rows that are laid out at once; the rest follows from the event loop."""
SIDE_FROM = 560
"""From this width on, what a row is stands at its right; below, the icon and the screen reader tell it."""


def heading_words(row: HeadingRow) -> str:
    """The words above a group."""
    if row.guides:
        return translate("ResultList", "Guides")
    return row.name or translate("ResultList", "Other articles")


class ResultModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[ArticleRow | HeadingRow, ...] = ()

    def show(self, rows: tuple[ArticleRow | HeadingRow, ...]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], HeadingRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return heading_words(row) if isinstance(row, HeadingRow) else sentence(row)
        return None


@dataclass(frozen=True)
class RowParts:
    """A row laid out in a width. `capsule` says where what a guide does stands, from the row's corner (None: nowhere)."""

    title: MarkedBlock
    snippet: MarkedBlock | None
    capsule: QRect | None
    capsule_text: str
    side: str
    top: int
    words_height: int
    height: int


class ResultDelegate(QStyledItemDelegate):
    """Paints rows."""

    def __init__(self, view: "ResultList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._laid_out: dict[tuple[ArticleRow, int], RowParts] = {}

    def forget(self) -> None:
        """Fonts, language or colours are others."""
        self._laid_out.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = index.data(ROW)
        if isinstance(row, HeadingRow):
            return QSize(width, self._heading(row, width).height() + self._theme.px(28))
        return QSize(width, self._parts(row, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._theme.px
        if isinstance(row, HeadingRow):
            block = self._heading(row, option.rect.width())
            block.draw(painter, option.rect.left() + px(PADDING), option.rect.bottom() - block.height() - px(4))
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        theme, px = self._theme, self._theme.px
        parts = self._parts(row, option.rect.width())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, chosen=chosen)
        left, top = option.rect.left(), option.rect.top() + parts.top
        side = px(ICON)
        ink = theme.colour("accent_text" if row.guide else "muted")
        painter.drawPixmap(left + px(PADDING), top + px(1), pixmap(icon_of(row), ink, side, self._view.devicePixelRatioF()))
        parts.title.draw(painter, left + px(WORDS), top)
        if parts.capsule is not None:
            self._capsule(painter, parts.capsule.translated(left, top), parts.capsule_text)
        if parts.snippet is not None:
            under = parts.words_height - parts.snippet.height()
            parts.snippet.draw(painter, left + px(WORDS), top + under)
        self._side(painter, option.rect, parts, chosen=chosen)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not hovered:
            return
        ground = option.rect.adjusted(1, px(2), -1, -px(2))
        painter.setPen(QPen(theme.colour("accent"), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface" if chosen else "hover"))
        painter.drawRoundedRect(ground, px(8), px(8))

    def _capsule(self, painter: QPainter, where: QRect, text: str) -> None:
        theme, px = self._theme, self._theme.px
        painter.setPen(theme.colour("text") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
        side, ink = px(12), theme.colour("accent_text")
        picture = pixmap("activity-heartbeat", ink, side, self._view.devicePixelRatioF())
        painter.drawPixmap(where.left() + px(8), where.center().y() - side // 2 + 1, picture)
        painter.setPen(ink)
        painter.setFont(theme.font("small_label"))
        painter.drawText(where.adjusted(px(8) + side + px(4), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _side(self, painter: QPainter, rect: QRect, parts: RowParts, *, chosen: bool) -> None:
        if not self._has_side(rect.width()):
            return
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        inner = rect.adjusted(0, parts.top, -px(PADDING), -px(14))
        if parts.side:
            painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, parts.side)
        if chosen:
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, self._enter())

    def _enter(self) -> str:
        return translate("ResultList", "Enter opens")

    def _has_side(self, width: int) -> bool:
        return width >= self._theme.px(SIDE_FROM)

    def _heading(self, row: HeadingRow, width: int) -> MarkedBlock:
        return MarkedBlock(self._theme, heading_words(row), (), "label", width - 2 * self._theme.px(PADDING), ink="muted")

    def _parts(self, row: ArticleRow, width: int) -> RowParts:
        if (row, width) not in self._laid_out:
            self._laid_out[row, width] = self._lay_out(row, width)
        return self._laid_out[row, width]

    def _lay_out(self, row: ArticleRow, width: int) -> RowParts:
        theme, px = self._theme, self._theme.px
        room = width - px(WORDS) - px(PADDING)
        side = "" if row.guide else kind_words(row)
        if self._has_side(width):
            small = self._metrics("small")
            room -= max(small.horizontalAdvance(self._enter()), small.horizontalAdvance(side)) + px(GAP)
        title = MarkedBlock(theme, row.title, row.title_marks, "label", room, TITLE_LINES)
        capsule, capsule_text, height = None, capsule_words(row), title.height()
        if capsule_text:
            capsule = self._place(title, capsule_text, room)
            height = max(height, capsule.bottom() + 1)
        snippet = None
        if row.snippet:
            snippet = MarkedBlock(theme, row.snippet, row.snippet_marks, "text", room, SNIPPET_LINES, "muted")
            height += px(SPACE) + snippet.height()
        whole = max(px(LOWEST), height + 2 * px(14))
        return RowParts(title, snippet, capsule, capsule_text, side, px(14), height, whole)

    def _place(self, title: MarkedBlock, text: str, room: int) -> QRect:
        """The capsule behind the title's end, or below it where there is no room."""
        px = self._theme.px
        metrics = self._metrics("small_label")
        tall = metrics.height() + px(4)
        wide = min(px(8 + 12 + 4 + 10) + metrics.horizontalAdvance(text), room)
        end, top, high = title.last_line()
        if end + px(GAP) + wide <= room:
            return QRect(px(WORDS) + end + px(GAP), top + (high - tall) // 2, wide, tall)
        return QRect(px(WORDS), title.height() + px(4), wide, tall)

    def _metrics(self, tier: str) -> QFontMetrics:
        return QFontMetrics(self._theme.font(tier))


class ResultList(QListView):
    """The list. `on_open` gets an article's id at a click; `on_choose` the row that the keyboard moved to."""

    def __init__(self, theme: Theme, on_open: Callable[[str], object], on_choose: Callable[[ArticleRow], object]) -> None:
        super().__init__()
        self._on_open, self._on_choose = on_open, on_choose
        self._model = ResultModel(self)
        self._delegate = ResultDelegate(self, theme)
        self.setObjectName("results")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: tuple[ArticleRow | HeadingRow, ...]) -> None:
        """Other rows; the chosen one stays chosen where it is still there."""
        if rows == self._model.rows:
            return
        chosen = self.chosen()
        self._delegate.forget()
        self._model.show(rows)
        self.scrollToTop()
        again = next((n for n, row in enumerate(rows) if isinstance(row, ArticleRow) and chosen and row.id == chosen.id), None)
        if again is not None:
            self._choose(again)

    def rows(self) -> tuple[ArticleRow | HeadingRow, ...]:
        """What is shown."""
        return self._model.rows

    def chosen(self) -> ArticleRow | None:
        """The row that Enter opens; None before the keyboard has chosen one."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, ArticleRow) else None

    def first(self) -> ArticleRow | None:
        """The best answer."""
        return next((row for row in self._model.rows if isinstance(row, ArticleRow)), None)

    def choose(self, article: str) -> None:
        """Shows an article as chosen."""
        number = next((n for n, row in enumerate(self._model.rows) if isinstance(row, ArticleRow) and row.id == article), None)
        if number is not None:
            self._choose(number)

    def step(self, by: int) -> None:
        """Moves the choice by so many answers, from above the first; headings are passed over."""
        answers = [number for number, row in enumerate(self._model.rows) if isinstance(row, ArticleRow)]
        if not answers:
            return
        now = answers.index(self.currentIndex().row()) if self.chosen() else -1
        number = answers[max(0, min(now + by, len(answers) - 1))]
        self._choose(number)
        self._on_choose(self._model.rows[number])

    def _choose(self, number: int) -> None:
        index = self._model.index(number)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, ArticleRow):
            self._on_open(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange} and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
            self.viewport().update()
