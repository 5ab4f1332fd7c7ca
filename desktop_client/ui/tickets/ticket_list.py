"""The list of tickets: subject, state by icon and words, number and time; each row speaks as one sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.screens.tickets import ListRow, RowKind
from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.text_block import TextBlock
from desktop_client.ui.tickets.ticket_words import StateWords, held_words, state_words, unread_words
from desktop_client.ui.words import say, translate, when

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
MARGIN, GAP, ICON, SPACE = 12, 8, 18, 4
BATCH = 50
"""Rows that are laid out at once; the rest follows from the event loop."""


def row_state(row: ListRow) -> StateWords:
    """What a row's second line says."""
    if row.kind is not RowKind.TICKET:
        return held_words(row.kind)
    return unread_words(row.technician) if row.unread else state_words(row.state, row.technician)


def row_foot(row: ListRow, desk: Desk) -> str:
    """What a row's third line says: number and time, or why it waits and when it is tried again."""
    if row.kind is RowKind.TICKET:
        return f"{row.number} · {when(row.updated)}"
    parts = [row.number] if row.number else []
    if row.reason is not None and row.kind is not RowKind.SENDING:
        parts.append(say(row.reason, help_desk=desk.help_desk, company=desk.company).title)
    if row.next_try is not None and row.kind is RowKind.WAITING:
        parts.append(translate("TicketWords", "next try {when}").format(when=when(row.next_try)))
    return " · ".join(parts) or when(row.updated)


class TicketModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[ListRow, ...] = ()
        self.desk = UNKNOWN

    def show(self, rows: tuple[ListRow, ...], desk: Desk) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows, self.desk = rows, desk
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = [row.subject, row_state(row).text, row_foot(row, self.desk)]
            if row.unread:
                parts.append(translate("TicketWords", "%n unread", "", row.unread))
            return ", ".join(parts)
        return None


@dataclass(frozen=True)
class RowParts:
    """A row laid out in a width: three blocks of text, how high all is, and the count at the right ("" for none)."""

    subject: TextBlock
    state: TextBlock
    foot: TextBlock
    says: StateWords
    count: str
    count_width: int
    height: int


class TicketDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, view: "TicketList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._parts(index.data(ROW), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        parts = self._parts(index.data(ROW), option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = option.rect.adjusted(px(4), px(2), -px(4), -px(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, ground, chosen=chosen)
        left, top = option.rect.left() + px(4 + MARGIN), option.rect.top() + px(2 + MARGIN - 2)
        parts.subject.draw(painter, left, top, theme.colour("text"))
        if parts.count:
            self._count(painter, QRect(ground.right() - px(GAP) - parts.count_width, top, parts.count_width, px(18)), parts.count)
        top += parts.subject.height() + px(SPACE)
        ink = theme.colour(parts.says.ink)
        metrics_height = parts.state.height()
        side = px(ICON)
        painter.drawPixmap(
            left, top + (min(metrics_height, px(20)) - side) // 2, pixmap(parts.says.icon, ink, side, self._view.devicePixelRatioF())
        )
        parts.state.draw(painter, left + side + px(6), top, ink)
        top += metrics_height + px(SPACE)
        parts.foot.draw(painter, left, top, theme.colour("muted"))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, ground: QRect, *, chosen: bool) -> None:
        theme = self._theme
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(ground, theme.px(6), theme.px(6))
        if chosen:
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(ground.left() + theme.px(2), ground.center().y() - theme.px(12), theme.px(3), theme.px(24))
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        if bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.shows_focus():
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))

    def _count(self, painter: QPainter, box: QRect, count: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour("on_accent"))
        painter.setFont(self._theme.font("small_label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count)

    def _parts(self, row: ListRow, width: int) -> RowParts:
        theme, px = self._theme, self._theme.px
        inner = width - px(8 + 2 * MARGIN)
        says = row_state(row)
        count = str(row.unread) if row.unread else ""
        count_width = max(px(18), px(10) + len(count) * px(8)) if count else 0
        subject = TextBlock(row.subject, theme.font("label" if row.unread else "text"), inner - (count_width + px(GAP) if count else 0))
        strong = row.unread or row.kind is not RowKind.TICKET
        state = TextBlock(says.text, theme.font("label") if strong else _medium(theme), inner - px(ICON + 6))
        foot = TextBlock(row_foot(row, self._view.desk), theme.font("small"), inner)
        height = subject.height() + state.height() + foot.height() + 2 * px(SPACE) + 2 * px(MARGIN)
        return RowParts(subject, state, foot, says, count, count_width, height)


def _medium(theme: Theme) -> QFont:
    font = theme.font("text")
    font.setWeight(QFont.Weight.Medium)
    return font


class TicketList(QListView):
    """The list itself. `on_choose` gets a ticket's id when the person moves to it; `on_open` when they press Enter or double-click."""

    def __init__(self, theme: Theme, on_choose: Callable[[str], object], on_open: Callable[[str], object]) -> None:
        super().__init__()
        self._on_choose, self._on_open = on_choose, on_open
        self._model = TicketModel(self)
        self._quiet = False
        self.setObjectName("ticket_list")
        self.setModel(self._model)
        self.setItemDelegate(TicketDelegate(self, theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self._on_open(index.data(ROW).id))
        self.clicked.connect(lambda index: self._on_open(index.data(ROW).id))

    @property
    def desk(self) -> Desk:
        """Who helps, for the sentences."""
        return self._model.desk

    def show_rows(self, rows: tuple[ListRow, ...], desk: Desk, chosen: str) -> None:
        """Other rows; the chosen one stays chosen without telling anybody."""
        if (rows, desk) == (self._model.rows, self._model.desk):
            self.choose(chosen)
            return
        self._quiet = True
        place = self.verticalScrollBar().value()
        self._model.show(rows, desk)
        self._quiet = False
        self.choose(chosen)
        self.verticalScrollBar().setValue(place)

    def choose(self, ticket: str) -> bool:
        """Shows a ticket as chosen, without telling anybody; whether it is in the list."""
        self._quiet = True
        number = next((n for n, row in enumerate(self._model.rows) if row.id == ticket), None)
        if number is None:
            self.selectionModel().clear()
        else:
            self.selectionModel().setCurrentIndex(self._model.index(number), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        return number is not None

    def shows_focus(self) -> bool:
        """Whether the focus is here by keyboard."""
        return self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self._on_choose(current.data(ROW).id)
