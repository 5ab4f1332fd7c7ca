"""A page with nothing on it yet: a mark, what it is, and one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, Text, box

WORDS_WIDEST = 480


class LargeDisc(Disc):
    """The disc of a page that has nothing else on it."""

    SIDE, ICON = 72, 32


class EmptyPage(QWidget):
    """Set its words with `say`. `on_other` is another way out, on a button before the filled one."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        on_click: Callable[[], object] | None = None,
        button_icon: str = "",
        on_other: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        column = box(theme, self, margins=32, spacing=8)
        column.addStretch(2)
        self._disc = LargeDisc(theme)
        self._disc.show_icon(icon, "accent")
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(8))
        self._title = Text(theme, tier="title", wrap=True)
        self._text = Text(theme, ink="muted", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row = box(theme, across=True)
            row.addStretch(1)
            label.setMaximumWidth(theme.px(WORDS_WIDEST))
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(theme.px(8))
        self.button = Button(theme, "", "primary", button_icon, on_click)
        self.other = Button(theme, on_click=on_other)
        self._buttons = box(theme, spacing=12, across=True)
        for button in (self.other, self.button):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        holder = box(theme, across=True)
        holder.addStretch(1)
        holder.addLayout(self._buttons)
        holder.addStretch(1)
        column.addLayout(holder)
        column.addStretch(3)

    def say(self, title: str, text: str, button: str = "", other: str = "") -> None:
        """The words; without a button's words there is none."""
        self._title.setText(title)
        self._text.setText(text)
        for made, words in ((self.button, button), (self.other, other)):
            made.setText(words)
            made.setVisible(bool(words))
        self._arrange()

    def show_icon(self, icon: str) -> None:
        """Another mark."""
        self._disc.show_icon(icon, "accent")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons side by side, or below each other where that is too wide; the filled one is then first."""
        margins = self.layout().contentsMargins()
        wide = self.other.sizeHint().width() + self.button.sizeHint().width() + self._buttons.spacing()
        both = not self.other.isHidden() and wide > self.width() - margins.left() - margins.right()
        self._buttons.setDirection(QBoxLayout.Direction.BottomToTop if both else QBoxLayout.Direction.LeftToRight)
