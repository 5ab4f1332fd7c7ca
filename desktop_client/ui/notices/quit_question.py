"""Asked before quitting, only while something waits to be sent."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.question import WIDTH, Question


class QuitQuestion(Question):
    """`ask` shows it; `on_quit` is called when the person wants to quit all the same. Esc and Enter stay."""

    def __init__(self, theme: Theme, on_quit: Callable[[], object]) -> None:
        self._waiting = 1
        super().__init__(theme, first=lambda: None, second=on_quit)
        self.setObjectName("quit_question")
        self.first.setObjectName("stay")
        self.second.setObjectName("quit")
        self.disc.show_icon("clock", "warning")

    def ask(self, waiting: int) -> None:
        """Asks; `waiting` is how many deliveries are still here."""
        self._waiting = waiting
        self.retranslate()
        self.fit(WIDTH)
        self.open()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.setWindowTitle("Sigap")
        self.title.setText(self.tr("%n report(s) still waiting.", "", self._waiting))
        self.text.setText(self.tr("They go out when Sigap next runs."))
        self.first.setText(self.tr("Stay"))
        self.second.setText(self.tr("Quit"))
