"""The two words, large: what somebody on the phone has to say first."""

from PySide6.QtCore import QEvent, Qt

from desktop_client.sentences.reasons import shown
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Text, box, frame
from desktop_client.ui.parts.worded import Worded

LARGER = 1.4
"""Than a title."""


class LargeText(Text):
    """Larger than a title."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tier="title", wrap=True)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _grow(self) -> None:
        font = self._theme.font("title")
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self.setFont(font)


class TwoWords(Worded):
    """A card with the question, the words, and what to do when they differ. Before there are words it says that they are being made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._made = "", ("", "")
        outer = box(theme, self)
        card, column = frame(theme, "card", margins=(16, 14, 16, 14), spacing=4)
        outer.addWidget(card)
        self._question = Text(theme, wrap=True)
        self._question.setObjectName("words_question")
        self._words = LargeText(theme)
        self._words.setObjectName("two_words")
        self._making = Text(theme, ink="muted", wrap=True)
        self._making.setObjectName("making_words")
        self._otherwise = Text(theme, tier="small", ink="muted", wrap=True)
        for label in (self._question, self._words, self._making, self._otherwise):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.retranslate()

    def show_words(self, name: str, words: tuple[str, str] | None) -> None:
        """The technician's first name, and the words; None while they are made."""
        self._name, self._made = name, words or ("", "")
        self.retranslate()

    def retranslate(self) -> None:
        there = all(self._made)
        self._question.setText(self.tr("Ask {name} for the two words on their screen. Are they the same?").format(name=shown(self._name)))
        self._words.setText("   ".join(self._made))
        self._making.setText(self.tr("Making two words…"))
        self._words.setVisible(there)
        self._making.setVisible(not there)
        self._otherwise.setText(self.tr("If not, or if nobody is on the phone with you: decline."))
