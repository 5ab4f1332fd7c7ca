"""A sentence that the person has to see, though no window of ours is about it."""

from collections.abc import Callable

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.question import WIDTH, Question


class Notice(Question):
    """`open_tickets` goes to My tickets; `closed` is told when the notice is gone, whichever way."""

    def __init__(self, theme: Theme, open_tickets: Callable[[], object], closed: Callable[[], object]) -> None:
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")

        def go() -> None:
            closed()
            open_tickets()

        super().__init__(theme, closed, go, closed)
        self.setObjectName("notice")
        self.disc.show_icon("alert-triangle", "warning")
        self.first.setObjectName("close")
        self.second.setObjectName("open_tickets")

    def say(self, words: Callable[[], tuple[str, str]], *, about_tickets: bool = True) -> None:
        """`words` gives title and text in the language of the moment; in front, with the keyboard on Close.

        Only where it is about tickets, there is a way to them.
        """
        self._words = words
        self.second.setVisible(about_tickets)
        self.retranslate()
        self.fit(WIDTH)
        self.open()

    def retranslate(self) -> None:
        title, text = self._words()
        self.setWindowTitle("Sigap")
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.first.setText(self.tr("&Close"))
        self.second.setText(self.tr("&My tickets"))
