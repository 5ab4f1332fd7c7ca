"""What is said after Sigap had closed by itself: one sentence, and the offer to report it with the log."""

from collections.abc import Callable

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.question import WIDTH, Question


class UnexpectedWindow(Question):
    """`attach_log` opens a report with the log attached; closing it is no report."""

    def __init__(self, theme: Theme, attach_log: Callable[[], object], closed: Callable[[], object] = lambda: None) -> None:
        self._draft_kept = False
        super().__init__(theme, attach_log, closed, closed)
        self.disc.show_icon("alert-triangle", "warning")
        self.first.setObjectName("attach_log")
        self.second.setObjectName("close")

    def show_state(self, *, draft_kept: bool) -> None:
        """Whether there is a draft that could have been lost."""
        self._draft_kept = draft_kept
        self.retranslate()
        self.fit(WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Sigap"))
        self.title.setText(self.tr("Sigap closed by itself."))
        kept = self.tr("Your draft is kept.")
        self.text.setText(kept if self._draft_kept else self.tr("Nothing that waits to be sent was lost."))
        self.first.setText(self.tr("Attach the &log"))
        self.second.setText(self.tr("&Close"))
