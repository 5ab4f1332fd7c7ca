"""A sentence that the person has to see, though no window of ours is about it."""

from collections.abc import Callable

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.question import WIDTH, Question


class Notice(Question):
    """`open_tickets` goes to My tickets; `closed` is told when the notice is gone, whichever way."""

    def __init__(self, theme: Theme, open_tickets: Callable[[], object], closed: Callable[[], object]) -> None:
        self._said = ("", "")

        def go() -> None:
            closed()
            open_tickets()

        super().__init__(theme, closed, go, closed)
        self.setObjectName("notice")
        self.disc.show_icon("alert-triangle", "warning")
        self.first.setObjectName("close")
        self.second.setObjectName("open_tickets")

    def say(self, title: str, text: str) -> None:
        """What it says; in front, with the keyboard on Close."""
        self._said = (title, text)
        self.retranslate()
        self.fit(WIDTH)
        self.open()

    def retranslate(self) -> None:
        title, text = self._said
        self.setWindowTitle("Sigap")
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.first.setText(self.tr("&Close"))
        self.second.setText(self.tr("&My tickets"))
