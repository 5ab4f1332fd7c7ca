"""An article while it is read: fetched from what is here, its pictures beside Qt's thread, the opinion kept, and the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage

from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.article import ArticleView
from desktop_client.ui.background import Background, Running
from desktop_client.ui.help.guides_here import GuidesHere
from desktop_client.ui.help.help_page import HelpPage
from desktop_client.ui.look.theme import Theme

if TYPE_CHECKING:
    from desktop_client.ui.article.article_page import ArticlePage

OUTSIDE = ("https", "http", "mailto")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An article that is here: how it is read, the ids of its languages, the `key` that these share, and whether it is a guide."""

    view: ArticleView
    languages: Mapping[str, str]
    key: str = ""
    guide: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadingWork:
    """Functions that block, called beside Qt's thread.

    `article` gets an id or a key, and whether Back leads to results; None: it isn't here. `picture` gives the bytes of an article's own
    image, b"" when there is none. `opinion` gets the article, whether it helped, and what was missing. `opened` counts that it was opened.
    `size` and `keep_size`: the text size in percent.
    """

    article: Callable[[str, bool], Opened | None]
    picture: Callable[[str, str], bytes]
    opinion: Callable[[str, bool, str], object]
    opened: Callable[[str], object]
    size: Callable[[], int]
    keep_size: Callable[[int], object]


class Asking(Protocol):
    """What reading asks of the rest of the program; `HelpingActions` has it."""

    report: Callable[[str], object]
    show_page: Callable[[], HelpPage]
    solved: Callable[[], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]


class Reading:
    """Belongs to Qt's thread. The reader is made with the first article; `guides` plays those that have steps, if set."""

    def __init__(self, theme: Theme, pool: Background, work: ReadingWork, then: Asking) -> None:
        self._theme, self._pool, self._work, self._then = theme, pool, work, then
        self._page: HelpPage | None = None
        self._reader: ArticlePage | None = None
        self._opened: Opened | None = None
        self._from_report = False
        self._asked: Running | None = None
        self.guides: GuidesHere | None = None

    def attach(self, page: HelpPage) -> None:
        """The page in which articles are shown."""
        self._page = page

    def close(self) -> None:
        """The program ends."""
        if self._asked is not None:
            self._asked.forget()
        if self.guides is not None:
            self.guides.close()

    def solved(self) -> None:
        """A guide that was opened from the report has helped."""
        if self._from_report:
            self._then.solved()

    def open(self, article: str, *, from_report: bool = False) -> None:
        """Brings Help articles to the front with this article; one that isn't here leaves the search, and says so."""
        page = self._then.show_page()
        self._from_report = from_report
        self._load(article, page)

    def _load(self, article: str, page: HelpPage) -> None:
        if self._asked is not None:
            self._asked.forget()
        from_results = bool(page.search.field.words())
        self._asked = self._pool.run(
            lambda: self._work.article(article, from_results), lambda opened: self._show(article, opened, page), self._failed
        )

    def _show(self, article: str, opened: Opened | None, page: HelpPage) -> None:
        self._asked = None
        if opened is None:
            page.show_search()
            page.focus()
            self._then.say(Reason(Cause.NO_SUCH_ARTICLE, {"article": article}))
            return
        self._opened = opened
        self._pool.run(lambda: self._work.opened(opened.view.id), None, self._then.unexpected)
        if opened.guide and self.guides is not None:
            self.guides.open(opened.key or opened.view.id, page)
            return
        reader = self._made(page)
        reader.show_view(opened.view)
        page.show_page(reader)
        page.focus()

    def _made(self, page: HelpPage) -> "ArticlePage":
        if self._reader is None:
            from desktop_client.ui.article.article_actions import ArticleActions  # noqa: PLC0415 - with the first article
            from desktop_client.ui.article.article_page import ArticlePage  # noqa: PLC0415 - the same

            actions = ArticleActions(
                back=self.back,
                open=lambda article: self._load(article, page),
                open_outside=_open_outside,
                other_language=self._other_language,
                opinion=self._opinion,
                report=self._report,
                keep_size=lambda percent: self._pool.run(lambda: self._work.keep_size(percent), None, self._then.unexpected),
                picture=self._picture,
            )
            self._reader = reader = ArticlePage(self._theme, actions)
            self._pool.run(self._work.size, reader.use_size, self._then.unexpected)
        return self._reader

    def back(self) -> None:
        """Back to the search, as it was left."""
        if self._page is not None:
            self._page.show_search()
            self._page.focus()

    def _other_language(self) -> None:
        opened = self._opened
        if opened is not None and self._page is not None and opened.view.other_language in opened.languages:
            self._load(opened.languages[opened.view.other_language], self._page)

    def _opinion(self, helped: bool, missing: str) -> None:  # noqa: FBT001 - the shape of the reader's action
        opened = self._opened
        if opened is None:
            return
        self._pool.run(lambda: self._work.opinion(opened.view.id, helped, missing), None, self._then.unexpected)
        if helped and self._from_report:
            self._then.solved()

    def _report(self) -> None:
        self._then.report(self._opened.view.title if self._opened else "")

    def _picture(self, name: str, widest: int, take: Callable[[QImage], object]) -> None:
        from desktop_client.ui.article.article_picture import decoded  # noqa: PLC0415 - with the first picture

        article = self._opened.view.id if self._opened else ""
        self._pool.run(lambda: decoded(self._work.picture(article, name), widest), take, self._then.unexpected)

    def _failed(self, error: Exception) -> None:
        self._then.say(error.reason if isinstance(error, RefusedError) else self._then.unexpected(error))


def _open_outside(address: str) -> None:
    """In the browser or the program for mail, and nothing else."""
    url = QUrl(address)
    if url.isValid() and url.scheme().lower() in OUTSIDE:
        QDesktopServices.openUrl(url)
