"""The question when a draft is kept and the person wants to report: go on with it, or begin anew. Neither loses the other."""

from collections.abc import Callable
from datetime import datetime

from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.question import WIDTH, Question


class DraftQuestion(Question):
    """`go_on` opens the draft, `new_report` a new one; `dismissed` (Esc) opens none and keeps both."""

    def __init__(
        self,
        theme: Theme,
        go_on: Callable[[], object],
        new_report: Callable[[], object],
        dismissed: Callable[[], object] | None = None,
    ) -> None:
        self._changed: datetime | None = None
        self._subject = ""
        super().__init__(theme, go_on, new_report, dismissed)
        self.disc.show_icon("pencil", "accent")
        self.first.setObjectName("go_on")
        self.second.setObjectName("new_report")

    def show_draft(self, changed: datetime, subject: str) -> None:
        """Which draft it is: when it was last changed and what it says ("" before anything was written)."""
        self._changed, self._subject = changed, subject
        self.retranslate()
        self.fit(WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Report a problem"))
        self.first.setText(self.tr("&Go on"))
        self.second.setText(self.tr("&New report"))
        if self._changed is not None:
            self.title.setText(self.tr("A draft from {when} is kept.").format(when=words.when(self._changed)))
        self.text.setText(self._subject)
        self.text.setVisible(bool(self._subject))
