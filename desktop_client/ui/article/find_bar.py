"""Find in the page: what is looked for, which of how many is shown, and the way to the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import Button, Text, box
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import number

MOST_LETTERS = 200
MOST = 2000
"""Places that are marked; nobody steps through more."""


def found_in(document: QTextDocument, words: str) -> list[QTextCursor]:
    """Every place where the words stand, upper and lower case alike, in order."""
    found: list[QTextCursor] = []
    cursor = document.find(words) if words else QTextCursor()
    while not cursor.isNull() and len(found) < MOST:
        found.append(cursor)
        cursor = document.find(words, cursor)
    return found


class FindBar(Worded):
    """Hidden until it is opened. `on_words` gets what is looked for, `on_step` 1 or -1, `on_close` is told when it was closed."""

    def __init__(
        self, theme: Theme, on_words: Callable[[str], object], on_step: Callable[[int], object], on_close: Callable[[], object]
    ) -> None:
        super().__init__()
        self._theme, self._on_step, self._on_close = theme, on_step, on_close
        self.setObjectName("find_bar")
        whole = box(theme, self, spacing=0)
        ground = QFrame()
        ground.setProperty("role", "header")
        row = box(theme, ground, margins=(32, 8, 20, 8), spacing=6, across=True)
        self.field = IconField(theme, "search")
        self.field.setObjectName("find_words")
        self.field.setMaximumWidth(theme.px(320))
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(on_words)
        row.addWidget(self.field, 1)
        self._count = Text(theme, tier="small", ink="muted")
        self._count.setObjectName("find_count")
        row.addWidget(self._count)
        row.addStretch(1)
        self._before = Button(theme, kind="icon", icon_name="chevron-up", on_click=lambda: on_step(-1))
        self._next = Button(theme, kind="icon", icon_name="chevron-down", on_click=lambda: on_step(1))
        self._close = Button(theme, kind="icon", icon_name="x", on_click=self.close_bar)
        for button, name in ((self._before, "find_before"), (self._next, "find_next"), (self._close, "find_close")):
            button.setObjectName(name)
            row.addWidget(button)
        whole.addWidget(ground)
        self._shown = (0, 0)
        self.retranslate()
        self.hide()

    def open_bar(self) -> None:
        """Shows it with the keyboard in the field and the last words selected."""
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Takes it away."""
        self.hide()
        self._on_close()

    def show_count(self, current: int, total: int) -> None:
        """Which of how many is shown, from 1."""
        self._shown = (current, total)
        words = self.field.text()
        if not words:
            said = ""
        elif total == 0:
            said = self.tr("Not on this page")
        else:
            said = self.tr("{current} of {total}").format(current=number(current), total=number(total))
        self._count.setText(said)
        self.field.setAccessibleDescription(said)
        for button in (self._before, self._next):
            button.setEnabled(total > 0)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        for button, words in ((self._before, self.tr("Previous")), (self._next, self.tr("Next place")), (self._close, self.tr("Close"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.show_count(*self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
