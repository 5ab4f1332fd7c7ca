"""The first start after Sigap had closed by itself: it is told, and a report with the log is one click away."""

from collections.abc import Callable

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.unexpected import UnexpectedWindow
from desktop_client.ui.report.reporting import Reporting


class AfterCrash:
    """Keeps the window while it is open."""

    def __init__(self, theme: Theme, reporting: Callable[[], Reporting], log: Callable[[], bytes]) -> None:
        """`log` reads the newest lines, redacted as they were written; it blocks, and is called beside Qt's thread."""
        self._window = UnexpectedWindow(theme, lambda: reporting().start(log=log), self._closed)
        self._open = True

    def show(self, *, draft_kept: bool) -> None:
        """Tells it; `draft_kept`: something that was being written is still there."""
        self._window.show_state(draft_kept=draft_kept)
        self._window.open()

    def close(self) -> None:
        """The program ends."""
        if self._open:
            self._window.close()

    def _closed(self) -> None:
        self._open = False
