"""Find in the page at work: what was found is marked, and the next place comes into view."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor

from desktop_client.ui.article.article_text import ArticleText
from desktop_client.ui.article.find_bar import FindBar, found_in
from desktop_client.ui.look.theme import Theme


class Finding:
    """`show_place` brings a rectangle of the text into view; `closed` is told when the bar was closed."""

    def __init__(self, theme: Theme, text: ArticleText, show_place: Callable[[QRect], object], closed: Callable[[], object]) -> None:
        self._text, self._show_place, self._closed = text, show_place, closed
        self._found: list[QTextCursor] = []
        self._at = -1
        self.bar = FindBar(theme, self._look_for, self.next, self._close)

    def open(self) -> None:
        """Opens the bar; the last words are looked for at once."""
        self.bar.open_bar()
        self._look_for(self.bar.field.text())

    def next(self, step: int) -> None:
        """The next place, or for -1 the one before; where nothing is looked for yet the bar opens."""
        if self.bar.isHidden():
            self.open()
        else:
            self._step(step)

    def again(self) -> None:
        """The text is another one."""
        if not self.bar.isHidden():
            self._look_for(self.bar.field.text())

    def _look_for(self, words: str) -> None:
        self._found, self._at = found_in(self._text.document(), words), -1
        self._step(1)

    def _step(self, step: int) -> None:
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show_place(self._text.place_of(self._found[self._at].selectionStart()))
        self._text.mark(self._found, self._at)
        self.bar.show_count(self._at + 1, len(self._found))

    def _close(self) -> None:
        self._found, self._at = [], -1
        self._text.mark([], -1)
        self._closed()
