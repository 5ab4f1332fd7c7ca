"""A widget with words: they are set in one place, and set again when the language changes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Worded(QWidget):
    """Set every text in `retranslate`; call it once when the widget is built."""

    def retranslate(self) -> None:
        """Sets every text in the language of now."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
