"""Help articles: the search page, and in its place the article or guide that was opened from it, until one goes back."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_client.screens.desk import Desk
from desktop_client.ui.help.search_page import SearchActions, SearchPage
from desktop_client.ui.look.theme import Theme


class HelpPage(QWidget):
    """`search` is filled through its own setters; a reader or player is shown with `show_page`."""

    def __init__(self, theme: Theme, actions: SearchActions) -> None:
        super().__init__()
        self.setObjectName("help_page")
        self._stack = QStackedLayout(self)
        self.search = SearchPage(theme, actions)
        self._stack.addWidget(self.search)

    def show_page(self, page: QWidget) -> None:
        """Shows an article or a guide; the search stays as it is behind it. The page takes the keyboard with its own `focus()`."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_search(self) -> None:
        """Back to the search, as it was left."""
        self._stack.setCurrentWidget(self.search)

    def searching(self) -> bool:
        """Whether the search is what is shown."""
        return self._stack.currentWidget() is self.search

    def focus(self) -> None:
        """The keyboard goes to the field, or to what is read."""
        page = self._stack.currentWidget()
        focus = getattr(page, "focus", None)
        if focus is not None:
            focus()

    def show_desk(self, desk: Desk) -> None:
        """Who helps."""
        self.search.show_desk(desk)
