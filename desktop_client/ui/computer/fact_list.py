"""The facts of this computer as a list: groups with their icon, name and value, each to be copied alone."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop_client.screens.computer import FactGroup
from desktop_client.ui.look.icons import pixmap
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.text_block import TextBlock
from desktop_client.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NAME_WIDTH, INDENT, GAP, ICON = 148, 38, 12, 18
GROUP_ICONS = {
    "System": "device-laptop",
    "Processor": "cpu",
    "Memory": "activity",
    "Disk": "database",
    "Battery": "battery",
    "Display": "device-desktop",
    "Network": "wifi",
    "Connection": "world",
    "Clock": "clock",
    "Programs": "app-window",
    "Printing": "printer",
    "Recent errors": "alert-triangle",
}
OTHER_ICON = "info-circle"


@dataclass(frozen=True)
class Heading:
    """The head of a group."""

    key: str
    name: str


@dataclass(frozen=True)
class FactLine:
    """A fact, with the group it stands in."""

    group: str
    name: str
    value: str


class FactModel(QAbstractListModel):
    """Headings and facts in one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Heading | FactLine, ...] = ()

    def show(self, groups: tuple[FactGroup, ...]) -> None:
        """Other facts."""
        lines: list[Heading | FactLine] = []
        for group in groups:
            lines.append(Heading(group.key, group.name))
            lines.extend(FactLine(group.name, row.name, row.value) for row in group.rows)
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.name if isinstance(line, Heading) else f"{line.group}, {line.name}: {line.value}"
        return None


class FactDelegate(QStyledItemDelegate):
    """Paints a heading or a fact; names that are long stand above their value."""

    def __init__(self, view: "FactList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        line = index.data(ROW)
        if isinstance(line, Heading):
            return QSize(width, TextBlock(line.name, self._theme.font("label"), width).height() + self._theme.px(18 if index.row() else 10))
        name, value, beside = self._blocks(line, width)
        height = max(name.height(), value.height()) if beside else name.height() + value.height()
        return QSize(width, height + self._theme.px(6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        line = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if isinstance(line, Heading):
            block = TextBlock(line.name, theme.font("label"), box.width() - px(INDENT))
            top = box.bottom() - block.height() - px(3)
            icon = pixmap(GROUP_ICONS.get(line.key, OTHER_ICON), theme.colour("muted"), px(ICON), self._view.devicePixelRatioF())
            painter.drawPixmap(box.left() + px(GAP), top + (block.height() - px(ICON)) // 2, icon)
            block.draw(painter, box.left() + px(INDENT), top, theme.colour("text"))
            painter.restore()
            return
        self._ground(painter, option)
        name, value, beside = self._blocks(line, box.width())
        left, top = box.left() + px(INDENT), box.top() + px(3)
        name.draw(painter, left, top, theme.colour("muted"))
        if beside:
            value.draw(painter, left + px(NAME_WIDTH), top, theme.colour("text"))
        else:
            value.draw(painter, left, top + name.height(), theme.colour("text"))
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            spot = self.copy_spot(box)
            painter.drawPixmap(spot.topLeft(), pixmap("copy", theme.colour("muted"), spot.width(), self._view.devicePixelRatioF()))
        painter.restore()

    def copy_spot(self, row: QRect) -> QRect:
        """Where a row's copy mark is."""
        side = self._theme.px(16)
        return QRect(row.right() - self._theme.px(8) - side, row.top() + self._theme.px(3), side, side)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, px = self._theme, self._theme.px
        ground = option.rect.adjusted(px(INDENT - 6), 0, -px(2), 0)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(ground, px(4), px(4))
        keyboard = self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus() and keyboard:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(4), px(4))

    def _blocks(self, line: FactLine, width: int) -> tuple[TextBlock, TextBlock, bool]:
        """Name and value, and whether they stand beside each other."""
        px, font = self._theme.px, self._theme.font("text")
        inner = width - px(INDENT) - px(30)
        beside = inner >= px(NAME_WIDTH + 120)
        if beside:
            return TextBlock(line.name, font, px(NAME_WIDTH - 12)), TextBlock(line.value, font, inner - px(NAME_WIDTH)), True
        return TextBlock(line.name, self._theme.font("small"), inner), TextBlock(line.value, font, inner), False


class FactList(QListView):
    """The list. Ctrl+C, Enter, or a click on the mark at the right copies a fact."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = FactModel(self)
        self._delegate = FactDelegate(self, theme)
        self.setObjectName("fact_list")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)

    def show_groups(self, groups: tuple[FactGroup, ...]) -> None:
        """Other facts."""
        self._model.show(groups)

    def copy_row(self, index: Index) -> bool:
        """Copies a fact as "name: value"; False for a heading."""
        line = index.data(ROW) if index.isValid() else None
        if not isinstance(line, FactLine):
            return False
        QGuiApplication.clipboard().setText(f"{line.name}: {line.value}")
        QToolTip.showText(
            self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(40, 0)), translate("ComputerPage", "Copied")
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.copy_row(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._delegate.copy_spot(self.visualRect(index)).adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.copy_row(index)
            return
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
