"""A page with nothing on it yet: a mark, what it is, and one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, Text, box

WORDS_WIDEST = 400


class LargeDisc(Disc):
    """The disc of a page that has nothing else on it."""

    SIDE, ICON = 72, 32


class EmptyPage(QWidget):
    """Set its words with `say`."""

    def __init__(self, theme: Theme, icon: str, on_click: Callable[[], object] | None = None, button_icon: str = "") -> None:
        super().__init__()
        column = box(theme, self, margins=32, spacing=8)
        column.addStretch(2)
        disc = LargeDisc(theme)
        disc.show_icon(icon, "accent")
        column.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
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
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, text: str, button: str = "") -> None:
        """The words; without a button's words there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
