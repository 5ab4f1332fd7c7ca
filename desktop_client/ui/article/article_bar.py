"""The bar above an article: back, find, text size, copy, print, and the other language."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, box, line
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import number

COPIED_MS = 2000


@dataclass(frozen=True, kw_only=True)
class BarActions:
    """What the buttons do. `size` gets the steps by which the text grows, 0 for as large as it was."""

    back: Callable[[], object]
    find: Callable[[], object]
    size: Callable[[int], object]
    copy: Callable[[], object]
    print: Callable[[], object]
    language: Callable[[], object]


class ArticleBar(Worded):
    """Where there is no room for words the language's button shows its icon only."""

    def __init__(self, theme: Theme, actions: BarActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._from_results, self._language, self._percent = True, "", 100
        whole = box(theme, self, spacing=0)
        ground = QFrame()
        ground.setProperty("role", "header")
        whole.addWidget(ground)
        self._row = box(theme, ground, margins=(22, 9, 22, 9), spacing=2, across=True)
        self.back = Button(theme, kind="quiet", icon_name="arrow-left", on_click=actions.back)
        self._find = Button(theme, kind="icon", icon_name="search", on_click=actions.find)
        self._size = Button(theme, kind="icon", icon_name="text-size", on_click=self._open_sizes)
        self._copy = Button(theme, kind="icon", icon_name="copy", on_click=self._copied)
        self._print = Button(theme, kind="icon", icon_name="printer", on_click=actions.print)
        self._other = Button(theme, kind="quiet", icon_name="language", on_click=actions.language)
        self._other_small = Button(theme, kind="icon", icon_name="language", on_click=actions.language)
        self._line = line(upright=True)
        names = (
            (self.back, "back"),
            (self._find, "find"),
            (self._size, "text_size"),
            (self._copy, "copy"),
            (self._print, "print"),
            (self._line, "line"),
            (self._other, "other_language"),
            (self._other_small, "other_language_small"),
        )
        for widget, name in names:
            widget.setObjectName(name)
            self._row.addWidget(widget)
            if widget is self.back:
                self._row.addStretch(1)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(COPIED_MS)
        self._again.timeout.connect(self.retranslate)
        self.retranslate()

    def show_state(self, *, from_results: bool, language: str, percent: int) -> None:
        """Where Back leads, the other language ("" for none), and the text size."""
        self._from_results, self._language, self._percent = from_results, language, percent
        self.retranslate()

    def retranslate(self) -> None:
        self.back.setText(self.tr("Results") if self._from_results else self.tr("Back"))
        other = self.tr("Read in Indonesian") if self._language == "id" else self.tr("Read in English")
        self._other.setText(other)
        self._copy.set_icon("copy")
        names = (
            (self._find, self.tr("Find on this page (Ctrl+F)")),
            (self._size, self.tr("Text size: {percent}%").format(percent=number(self._percent))),
            (self._copy, self.tr("Copy the article")),
            (self._print, self.tr("Print")),
            (self._other_small, other),
        )
        for button, words in names:
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._make_room()

    def _make_room(self) -> None:
        there = bool(self._language)
        shown = (self.back, self._find, self._size, self._copy, self._print)
        margins = self._row.contentsMargins()
        used = sum(button.sizeHint().width() for button in shown) + 7 * self._row.spacing() + margins.left() + margins.right()
        words = there and used + self._other.sizeHint().width() <= self.width()
        self._line.setVisible(there)
        self._other.setVisible(words)
        self._other_small.setVisible(there and not words)

    def minimumSizeHint(self) -> QSize:
        # What it needs when it is narrowest; the language's button then has no words.
        return QSize(self._theme.px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _copied(self) -> None:
        self._actions.copy()
        self._copy.set_icon("check")
        self._copy.setToolTip(self.tr("Copied"))
        self._copy.setAccessibleName(self.tr("Copied"))
        self._again.start()

    def _open_sizes(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("sizes")
        for words, keys, step in (
            (self.tr("Larger text"), "Ctrl++", 1),
            (self.tr("Smaller text"), "Ctrl+-", -1),
            (self.tr("As it was"), "Ctrl+0", 0),
        ):
            menu.addAction(f"{words}\t{keys}", lambda step=step: self._actions.size(step))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._size.mapToGlobal(QPoint(0, self._size.height() + 2)))
