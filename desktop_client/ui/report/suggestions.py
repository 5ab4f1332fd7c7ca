"""What may help right away, under the subject of a report that is being written: at most three, and never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_client.screens.articles import SUGGESTIONS, ArticleRow
from desktop_client.ui.help.result_row import ResultRow
from desktop_client.ui.help.unmoved import Unmoved
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.announced import announce
from desktop_client.ui.parts.kept_focus import kept_focus
from desktop_client.ui.parts.parts import Button, Text, box, emptied, frame
from desktop_client.ui.parts.worded import Worded


class Suggestions(Worded):
    """Hidden while there is nothing. `on_open` gets an article's id; `place` is what moves when rows come or go."""

    def __init__(self, theme: Theme, on_open: Callable[[str], object], place: QWidget) -> None:
        super().__init__()
        self._theme, self._on_open = theme, on_open
        self._rows: tuple[ArticleRow, ...] = ()
        self._shown: dict[str, ArticleRow] = {}
        self._opened: set[str] = set()
        self._dismissed = False
        self._before: QWidget | None = None
        self.setObjectName("suggestions")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        ground, column = frame(theme, "tone", "accent", margins=(4, 4, 4, 4), spacing=0)
        outer.addWidget(ground)
        head = box(theme, margins=(8, 0, 0, 0), across=True)
        self._title = Text(theme, tier="label", ink="accent", wrap=True)
        head.addWidget(self._title, 1)
        self._dismiss = Button(theme, "", "icon", "x", self.dismiss)
        self._dismiss.setObjectName("dismiss_suggestions")
        head.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._list = box(theme, spacing=0)
        column.addLayout(self._list)
        self._unmoved = Unmoved(place)
        self.hide()
        self.retranslate()

    def follow(self, before: QWidget) -> None:
        """Tab comes here from this widget, and goes on to what came after it."""
        self._before = before
        self._order()

    def moves(self, place: QWidget) -> None:
        """What moves when rows come or go, where that is more than at first."""
        self._unmoved.forget()
        self._unmoved = Unmoved(place)

    def typed(self) -> None:
        """The person writes just now."""
        self._unmoved.typed()

    def show_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        """What may help with what is written by now."""
        rows = rows[:SUGGESTIONS]
        if self._dismissed:
            return
        if rows == self._rows:
            self._unmoved.forget()
            return
        self._unmoved.put(lambda: self._take(rows))

    def begin(self) -> None:
        """Another report."""
        self._unmoved.forget()
        self._shown, self._opened, self._dismissed = {}, set(), False
        self._take(())

    def dismiss(self) -> None:
        """The person wants none, for this report."""
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._dismissed = True
        self._unmoved.forget()
        if focused:
            self.focusNextChild()
        self.hide()

    def ignored(self) -> tuple[str, ...]:
        """The ids of those that were shown and not opened."""
        return tuple(article for article in self._shown if article not in self._opened)

    def focus_first(self) -> bool:
        """The keyboard goes to the first one; False when there is none."""
        rows = self._row_widgets()
        if rows and self.isVisible():
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(rows) and self.isVisible()

    def retranslate(self) -> None:
        self._title.setText(self.tr("This may help right away"))
        self._dismiss.setAccessibleName(self.tr("Hide suggestions"))
        self._dismiss.setToolTip(self.tr("Hide suggestions"))
        self._render()

    # inside

    def _take(self, rows: tuple[ArticleRow, ...]) -> None:
        before, self._rows = self._rows, rows
        self._shown |= {row.id: row for row in rows}
        self._render()
        if rows and not before:
            announce(self, self.tr("%n suggestion(s)", "", len(rows)))

    def _render(self) -> None:
        with kept_focus(self):
            column = emptied(self._list)
            for row in self._rows:
                column.addWidget(ResultRow(self._theme, row, lambda row=row: self._open(row.id), arrow=True))
            self._order()
        self.setVisible(bool(self._rows) and not self._dismissed)

    def _order(self) -> None:
        """Rows that were made a moment ago would otherwise be reached last."""
        one = self._before
        for other in (*self._row_widgets(), self._dismiss):
            if one is not None:
                QWidget.setTabOrder(one, other)
            one = other

    def _open(self, article: str) -> None:
        self._opened.add(article)
        self._on_open(article)

    def _row_widgets(self) -> list[ResultRow]:
        found = (self._list.itemAt(number).widget() for number in range(self._list.count()))
        return [widget for widget in found if isinstance(widget, ResultRow)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._row_widgets()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif step is None or at < 0:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(rows):
            rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif step < 0:
            self.focusPreviousChild()
