"""What went wrong where no window of ours is about it: one sentence after the other, none in the place of another."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from contract.about import About
from desktop_client.reasons import Cause, Reason
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.notice import Notice


class Saying:
    """Belongs to Qt's thread. `about` is what is known about the help desk."""

    def __init__(self, theme: Theme, open_tickets: Callable[[], object], about: Callable[[], About | None]) -> None:
        self._about = about
        self._notice = Notice(theme, open_tickets, self._closed)
        self._shown: Reason | None = None
        self._waiting: list[Reason] = []
        self._told: set[Cause] = set()
        self._ended = False

    def say(self, reason: Reason) -> None:
        """Says it, after what is still being said; what is said already isn't said twice."""
        if not self._ended and reason != self._shown and reason not in self._waiting:
            self._waiting.append(reason)
            self._next()

    def say_once(self, reason: Reason) -> None:
        """Says it if nothing of its kind was said since the start."""
        if reason.cause not in self._told:
            self._told.add(reason.cause)
            self.say(reason)

    def end(self) -> None:
        """The program ends."""
        self._ended = True
        self._notice.close()

    def _next(self) -> None:
        if self._shown is None and self._waiting and not self._ended:
            self._shown = self._waiting.pop(0)
            self._notice.say(self._words, about_tickets=self._shown.cause is not Cause.NO_SUCH_ARTICLE)

    def _words(self) -> tuple[str, str]:
        if self._shown is None:
            return "", ""
        about = self._about()
        said = words.say(self._shown, help_desk=about.help_desk if about else "", company=about.company if about else "")
        return f"{said.title}.", said.text

    def _closed(self) -> None:
        self._shown = None
        # A window that is just closing can't be opened.
        QTimer.singleShot(0, self._notice, self._next)
