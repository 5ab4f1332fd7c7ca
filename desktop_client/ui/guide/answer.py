"""An answer to a question: a large button whose words wrap."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import IconLabel, Text
from desktop_client.ui.parts.wrapping_row import WrappingRow


class AnswerButton(WrappingRow):
    """`chosen`: it was the answer before."""

    def __init__(self, theme: Theme, words: str, on_click: Callable[[], object], *, chosen: bool = False) -> None:
        super().__init__(theme, on_click, margins=(16, 13, 16, 13))
        self.setProperty("kind", "answer")
        label = Text(theme, words, tier="reading", wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.content.addWidget(label, 1)
        if chosen:
            self.content.addWidget(IconLabel(theme, "check", "accent", 18))
        self.setAccessibleName(words)
