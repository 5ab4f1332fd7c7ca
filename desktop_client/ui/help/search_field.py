"""The field in which one types a problem: Up and Down move through the answers below it, Enter opens, Esc takes the words away."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.icon_field import IconField
from desktop_client.ui.parts.parts import CONTROL, Button
from desktop_client.ui.words import translate

LONGEST = 1000
"""Letters that a search takes; what is pasted is cut there."""
PAGE = 5
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class SearchField(IconField):
    """`on_type` gets the words at every change by the person, `on_step` how far to move the choice, `on_enter` nothing."""

    def __init__(
        self,
        theme: Theme,
        *,
        on_type: Callable[[str], object],
        on_step: Callable[[int], object],
        on_enter: Callable[[], object],
        tall: int = CONTROL,
    ) -> None:
        super().__init__(theme, "search")
        self._on_type, self._on_step, self._on_enter, self._tall = on_type, on_step, on_enter, tall
        self.setObjectName("search")
        self.setMaxLength(LONGEST)
        self._clear = Button(theme, "", "icon", "x", self.clear_words)
        self._clear.setParent(self)
        self._clear.setObjectName("clear")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        side = theme.px(self.SIDE + self.GAP)
        self.setTextMargins(side, 0, theme.px(24), 0)
        self.textEdited.connect(on_type)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.say()

    def say(self) -> None:
        """Its words, in the language of now."""
        placeholder = translate("SearchField", "Type your problem or an error code")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear.setAccessibleName(translate("SearchField", "Clear search"))
        self._clear.setToolTip(translate("SearchField", "Clear search"))

    def words(self) -> str:
        """What is looked for, on one line: what is pasted may have several."""
        return " ".join(self.text().split())

    def put(self, words: str) -> None:
        """Other words, as if they had been typed."""
        if words != self.text():
            self.setText(words)
            self._on_type(self.text())

    def clear_words(self) -> None:
        """Takes the words away."""
        self.put("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, letters: str) -> None:
        """Goes on with letters that were typed elsewhere in the window."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert(letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in STEPS:
            self._on_step(STEPS[Qt.Key(event.key())])
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif plain and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_words()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(self._tall)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._theme.px(28)
        self._clear.setFixedSize(side, side)
        self._clear.move(self.width() - side - self._theme.px(6), (self.height() - side) // 2)


def typed_letters(event: QKeyEvent) -> str:
    """The letters of a key that was pressed where nothing is written, "" for every other key: they begin a search."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return text if not held and text and text.isprintable() and not text.isspace() else ""
