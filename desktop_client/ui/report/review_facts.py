"""The details in Review: a tree of groups and facts, each with its box. What was hidden is a bar of one width: a length would tell."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from contract.diagnostics import Hidden
from desktop_client.screens.review import NOT_KNOWN, ReviewFact, ReviewGroup, ReviewMissing
from desktop_client.ui.computer.fact_words import amount, fact_name, hidden_words, not_known_words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.choices import paint_check

FACT = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
ROW, NAME, BOX = 28, 132, 16
GROUP_LEFT, FACT_LEFT = 4, 28
NAME_LEFT = FACT_LEFT + BOX + 8
BAR = 64


@dataclass(frozen=True)
class Shown:
    """What a row says: a name, and text with hidden parts."""

    name: str
    parts: tuple[str | Hidden, ...]

    def spoken(self) -> str:
        """The row as a sentence."""
        said = "".join(hidden_words(part) if isinstance(part, Hidden) else part for part in self.parts)
        return f"{self.name}: {said}"


def shown(fact: ReviewFact) -> Shown:
    """A fact in the person's language."""
    unit = f" {fact.unit}" if fact.unit else ""
    if isinstance(fact.value, tuple):
        parts = fact.value if not unit or any(isinstance(p, Hidden) for p in fact.value) else (*fact.value, unit)
    else:
        parts = (amount(fact.value) + unit,)
    return Shown(fact_name(fact.name), parts)


@dataclass(frozen=True)
class Token:
    """A word or a bar at its place in a row."""

    x: int
    line: int
    what: str | Hidden


def laid_out(parts: tuple[str | Hidden, ...], width: int, metrics: QFontMetrics, bar: int) -> list[Token]:
    """Words and bars from left to right, in lines of that width; a word that is longer than a line is cut by letters."""
    tokens: list[Token] = []
    x = line = 0
    for part in parts:
        for piece in [part] if isinstance(part, Hidden) else _pieces(part, width, metrics):
            wide = bar if isinstance(piece, Hidden) else metrics.horizontalAdvance(piece.rstrip())
            if x and x + wide > width:
                x, line = 0, line + 1
            tokens.append(Token(x, line, piece))
            x += bar + 2 if isinstance(piece, Hidden) else metrics.horizontalAdvance(piece)
    return tokens


def _pieces(text: str, width: int, metrics: QFontMetrics) -> list[str]:
    pieces: list[str] = []
    for word in text.replace("\n", " ").split(" "):
        rest = word
        while metrics.horizontalAdvance(rest) > width and len(rest) > 1:
            fits = max(1, next((n for n in range(len(rest), 0, -1) if metrics.horizontalAdvance(rest[:n]) <= width), 1))
            pieces.append(rest[:fits])
            rest = rest[fits:]
        pieces.append(f"{rest} ")
    if pieces:
        pieces[-1] = pieces[-1].removesuffix(" ")
    return pieces


class FactsDelegate(QStyledItemDelegate):
    """Draws a row: box, name, value; a click into the box or the space bar ticks."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        row = self._theme.px(ROW)
        said = index.data(FACT)
        if said is None:
            return QSize(0, row + self._theme.px(6))
        lines = self._lines(said)
        return QSize(0, row + (lines - 1) * self._line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = option.rect
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))
        said = index.data(FACT)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            paint_check(painter, theme, QRectF(self._box(whole, said)), Qt.CheckState(state))
        if said is None:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("text"))
            words = whole.adjusted(self._box(whole, None).right() - whole.left() + theme.px(8), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, index.data(Qt.ItemDataRole.DisplayRole))
        else:
            self._paint_fact(painter, whole, said, faint=state is not None and Qt.CheckState(state) is Qt.CheckState.Unchecked)
        painter.restore()

    def _paint_fact(self, painter: QPainter, whole: QRect, said: Shown, *, faint: bool) -> None:
        theme = self._theme
        painter.setFont(theme.font("text"))
        top = whole.top() + (theme.px(ROW) - self._line_height()) // 2
        height = self._line_height()
        name_left = whole.left() + theme.px(NAME_LEFT)
        painter.setPen(theme.colour("muted"))
        for token in self._name_tokens(said, painter.fontMetrics()):
            at = QRect(name_left + token.x, top + token.line * height, self._name_width(), height)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, str(token.what))
        left, width = name_left + self._name_width(), self._value_width()
        ink = theme.colour("muted" if faint else "text")
        tokens = laid_out(said.parts, width, painter.fontMetrics(), theme.px(BAR))
        for token in tokens:
            at = QRect(left + token.x, top + token.line * height, width, height)
            if isinstance(token.what, Hidden):
                painter.fillRect(QRect(at.left(), at.top() + theme.px(2), theme.px(BAR), height - theme.px(4)), theme.colour("muted"))
            else:
                painter.setPen(ink)
                painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, token.what)
        self._paint_kinds(painter, said, tokens, left, top)

    def _paint_kinds(self, painter: QPainter, said: Shown, tokens: list[Token], left: int, top: int) -> None:
        """What was hidden, in small words after the value, or in the line below if there is no room."""
        kinds = _kinds(said)
        if not kinds:
            return
        theme, height = self._theme, self._line_height()
        painter.setPen(theme.colour("muted"))
        last = tokens[-1]
        end = last.x + (theme.px(BAR) if isinstance(last.what, Hidden) else painter.fontMetrics().horizontalAdvance(last.what))
        painter.setFont(theme.font("small"))
        x, line = self._kinds_place(kinds, end, last.line)
        painter.drawText(QRect(left + x, top + line * height, self._value_width(), height), Qt.AlignmentFlag.AlignVCenter, kinds)

    def _kinds_place(self, kinds: str, end: int, line: int) -> tuple[int, int]:
        gap = self._theme.px(12)
        wide = QFontMetrics(self._theme.font("small")).horizontalAdvance(kinds)
        return (end + gap, line) if end + gap + wide <= self._value_width() else (0, line + 1)

    def _lines(self, said: Shown) -> int:
        metrics = QFontMetrics(self._theme.font("text"))
        tokens = laid_out(said.parts, self._value_width(), metrics, self._theme.px(BAR))
        names = self._name_tokens(said, metrics)
        lines = max([1, *(token.line + 1 for token in (*names, *tokens))])
        if not tokens:
            return lines
        last = tokens[-1]
        if kinds := _kinds(said):
            end = last.x + (self._theme.px(BAR) if isinstance(last.what, Hidden) else metrics.horizontalAdvance(last.what))
            lines = max(lines, self._kinds_place(kinds, end, last.line)[1] + 1)
        return lines

    def _name_tokens(self, said: Shown, metrics: QFontMetrics) -> list[Token]:
        return laid_out((said.name,), self._name_width() - self._theme.px(8), metrics, 0)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font("text")).height()

    def _name_width(self) -> int:
        room = self._view.viewport().width() - self._theme.px(NAME_LEFT)
        return min(self._theme.px(NAME + 8), room // 2)

    def _value_width(self) -> int:
        return max(self._theme.px(60), self._view.viewport().width() - self._theme.px(NAME_LEFT + 8) - self._name_width())

    def _box(self, whole: QRect, said: Shown | None) -> QRect:
        side = self._theme.px(BOX)
        height = self._theme.px(ROW) if said else whole.height()
        return QRect(whole.left() + self._theme.px(FACT_LEFT if said else GROUP_LEFT), whole.top() + (height - side) // 2, side, side)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and self._box(option.rect, index.data(FACT)).adjusted(-4, -4, 4, 4).contains(event.position().toPoint())
        )
        if not (pressed or clicked):
            return False
        other = Qt.CheckState.Unchecked if Qt.CheckState(state) is Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)


def _kinds(said: Shown) -> str:
    """The kinds of what was hidden, each once."""
    return "; ".join(dict.fromkeys(hidden_words(part) for part in said.parts if isinstance(part, Hidden)))


class FactsTree(QTreeView):
    """The tree. `leave_out` gets the key of a group or fact and whether it is included now."""

    def __init__(self, theme: Theme, leave_out: Callable[[str, bool], object]) -> None:
        super().__init__()
        self._theme, self._leave_out = theme, leave_out
        self._filling = False
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._ticked)
        self.setObjectName("facts")
        self.setModel(self._model)
        self.setItemDelegate(FactsDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_groups(self, groups: tuple[ReviewGroup, ...], not_known: tuple[ReviewMissing, ...], not_known_title: str) -> None:
        """Fills the tree, or only ticks anew where it shows these facts already."""
        self._filling = True
        rows = [(group.key, [fact.key for fact in group.facts]) for group in groups]
        rows += [(NOT_KNOWN, [missing.collector for missing in not_known])] if not_known else []
        if rows != self._rows() or not_known_title != self._unknown_title():
            self._rebuild(groups, not_known, not_known_title)
        for number, group in enumerate(groups):
            self._tick(number, [fact.included for fact in group.facts])
        if not_known:
            self._tick(len(groups), [missing.included for missing in not_known])
        self._filling = False
        self.viewport().update()

    def _tick(self, row: int, included: list[bool]) -> None:
        parent = self._model.item(row)
        for at, on in enumerate(included):
            parent.child(at).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        whole = Qt.CheckState.Checked if any(included) else Qt.CheckState.Unchecked
        parent.setCheckState(whole if sum(included) in {0, len(included)} else Qt.CheckState.PartiallyChecked)

    def _rows(self) -> list[tuple[str, list[str]]]:
        parents = [self._model.item(row) for row in range(self._model.rowCount())]
        return [(p.data(KEY), [p.child(row).data(KEY) for row in range(p.rowCount())]) for p in parents]

    def _unknown_title(self) -> str:
        parents = [self._model.item(row) for row in range(self._model.rowCount())]
        return next((p.text() for p in parents if p.data(KEY) == NOT_KNOWN), "")

    def _rebuild(self, groups: tuple[ReviewGroup, ...], not_known: tuple[ReviewMissing, ...], not_known_title: str) -> None:
        self._model.clear()
        for group in groups:
            parent = self._item(fact_name(group.key), group.key, None)
            for fact in group.facts:
                said = shown(fact)
                parent.appendRow(self._item(said.spoken(), fact.key, said))
            self._model.appendRow(parent)
        if not_known:
            parent = self._item(not_known_title, NOT_KNOWN, None)
            for missing in not_known:
                said = Shown(fact_name(missing.collector), (not_known_words(missing.reason),))
                parent.appendRow(self._item(said.spoken(), missing.collector, said))
            self._model.appendRow(parent)
        self.expandAll()

    @staticmethod
    def _item(spoken: str, key: str, said: Shown | None) -> QStandardItem:
        item = QStandardItem(spoken)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setData(key, KEY)
        item.setData(said, FACT)
        item.setEditable(False)
        item.setCheckable(True)
        return item

    def _ticked(self, item: QStandardItem) -> None:
        if not self._filling:
            self._leave_out(item.data(KEY), item.checkState() is Qt.CheckState.Checked)

    def forget_words(self) -> None:
        """The language has changed: the next `show_groups` writes every row anew."""
        self._model.clear()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
