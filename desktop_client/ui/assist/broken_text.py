"""A label for what others wrote: a word without end is broken, so that it never makes a window wider than the screen."""

from PySide6.QtCore import QSize

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Text

LONGEST_WORD = 12
BREAK = "\u200b"
"""Zero width space: Qt's labels may begin a new line there."""


class BrokenText(Text):
    """As `Text` that wraps; for screen readers the words are as they were set."""

    def __init__(self, theme: Theme, text: str = "", tier: str = "text", ink: str = "") -> None:
        super().__init__(theme, tier=tier, ink=ink, wrap=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """The words, with places to break in those that are too long."""
        super().setText(broken(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height())


def broken(text: str) -> str:
    """The text with a place to break after every few letters of a word without end."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK.join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
