"""Finding help at work: what is shelved here, searches while one types, and what was opened, between the windows and those that know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QTimer

from desktop_client.knowledge.result import Found, Result
from desktop_client.reasons import Reason
from desktop_client.screens.articles import (
    QUICK_ANSWERS,
    ArticleRow,
    Filter,
    LibraryState,
    QuickAnswers,
    article_row,
    articles_view,
)
from desktop_client.ui.background import Background
from desktop_client.ui.help.help_page import HelpPage
from desktop_client.ui.help.quick_find import QuickFindActions
from desktop_client.ui.help.reading import Reading, ReadingWork
from desktop_client.ui.help.search_page import SearchActions
from desktop_client.ui.help.searching import Searching
from desktop_client.ui.look.theme import Theme

MOST = 50
"""Answers that the page lists."""
SETTLED_MS = 2000
"""Words that stand so long are a search that counts; letters on the way there are none."""
LOOK_AGAIN_MS = 500
"""While articles are being fetched, the shelf is looked at no more often."""


NOTHING_HERE = LibraryState()


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """What is here. `heads`: every article once, in the person's language where it is in it. `minutes`: how long guides take, by id.

    `topics`: names of categories in the person's language. `listed`: no more heads than this are told, 0 for no limit.
    """

    library: LibraryState = NOTHING_HERE
    heads: tuple[Result, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    listed: int = 0


@dataclass(frozen=True, kw_only=True)
class HelpingWork:
    """Functions that block, called beside Qt's thread, save `fetch`: it lets articles be fetched soon, and answers at once.

    `find` gets words and how many results at most; `suggest` subject and details of a report, and the program in
    front. `ignored` counts suggestions that were passed over, `searched` counts a search, by whether
    anything was found. `reading` is what the reader needs.
    """

    look: Callable[[], Shelf]
    fetch: Callable[[], object]
    find: Callable[[str, int], Found]
    suggest: Callable[[str, str, str], tuple[Result, ...]]
    searched: Callable[[bool], object]
    ignored: Callable[[tuple[str, ...]], object]
    reading: ReadingWork


@dataclass(frozen=True, kw_only=True)
class HelpingActions:
    """What finding help asks of the rest of the program, in Qt's thread.

    `report` begins a report with a subject. `show_page` brings Help articles to the front, in a window that is made if need be. `solved`
    is told that an article which was opened from the report helped. `unexpected` writes an error down and gives a reason.
    """

    report: Callable[[str], object]
    show_page: Callable[[], HelpPage]
    solved: Callable[[], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]


class Helping:
    """Give `actions` to the page, then the page to `attach`. `quick` serves a field with answers in place, wherever it is."""

    def __init__(self, theme: Theme, pool: Background, work: HelpingWork, actions: HelpingActions) -> None:
        self._pool, self._work, self._then = pool, work, actions
        self._page: HelpPage | None = None
        self._shelf = Shelf()
        self._filter = Filter.ALL
        self._words = ""
        self._found: Found | None = None
        self._looking = self._look_again = False
        self._page_search = Searching(pool, lambda words: work.find(words, MOST), self._answered, self._failed)
        self._quick_show: Callable[[QuickAnswers], object] | None = None
        self._quick_search = Searching(pool, lambda words: work.find(words, MOST), self._quickly_answered, self._failed)
        self._quick_asked = self._wanted = False
        self._suggest_show: Callable[[tuple[ArticleRow, ...]], object] | None = None
        self._suggest_words = ("", "", "")
        self._suggest_search = Searching(pool, self._suggest, self._suggested, self._failed)
        self._counted = ""
        self._settled = QTimer()
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._count)
        self._last: Found | None = None
        self._later = QTimer()
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_AGAIN_MS)
        self._later.timeout.connect(self._look_now)
        self.reading = Reading(theme, pool, work.reading, actions)
        self.actions = SearchActions(ask=self._ask, show=self._show, open=self.open, report=actions.report)

    def attach(self, page: HelpPage) -> None:
        """The page that is filled from now on."""
        self._page = page
        self.reading.attach(page)
        self._look_for_more()

    def close(self) -> None:
        """The program ends."""
        self._settled.stop()
        self._later.stop()
        for search in (self._page_search, self._quick_search, self._suggest_search):
            search.forget()
        self.reading.close()

    def look(self) -> None:
        """Articles came or went, or the language is another one: what is shown is read anew, at most twice a second."""
        if self._looking or self._later.isActive():
            self._look_again = True
        else:
            self._look_now()

    # what windows ask for

    def open(self, article: str, *, from_report: bool = False) -> None:
        """Opens an article or a guide in Help articles; an id that isn't here says so there."""
        self._count()
        self.reading.open(article, from_report=from_report)

    def look_for(self, words: str) -> None:
        """Opens Help articles with these words."""
        page = self._then.show_page()
        page.show_search()
        page.search.look_for(words)
        page.focus()

    def quick(self, open_page: Callable[[], object] = lambda: None) -> QuickFindActions:
        """For a field with answers in place; `open_page` is called before another window opens."""

        def opened(article: str) -> None:
            open_page()
            self.open(article)

        def all_of(words: str) -> None:
            open_page()
            self.look_for(words)

        return QuickFindActions(ask=self.ask_quickly, open=opened, open_all=all_of)

    def ask_quickly(self, words: str, show: Callable[[QuickAnswers], object]) -> None:
        """Looks for what is typed in the panel or on Home."""
        self._quick_show = show
        if words:
            self._quick_search.ask(words)
            if not self._quick_asked:
                self._quick_asked = True
                self._look_for_more()
        else:
            self._quick_asked = False
            self._quick_search.forget()
            self._settled.stop()

    def suggest(self, subject: str, details: str, program: str, show: Callable[[tuple[ArticleRow, ...]], object]) -> None:
        """Looks for what may help with a report that is being written; `program` is what was in front as it began, "" for unknown."""
        self._suggest_show = show
        self._suggest_words = (subject, details, program)
        self._suggest_search.ask(f"{subject}\n{details}")

    def ignored(self, articles: tuple[str, ...]) -> None:
        """A report was sent, and these suggestions had been shown and passed over."""
        if articles:
            self._pool.run(lambda: self._work.ignored(articles), None, self._then.unexpected)

    # inside

    def _look_for_more(self) -> None:
        """Somebody looks for help: what is here is read, and what isn't is fetched soon."""
        self._wanted = True
        self.look()

    def _look_now(self) -> None:
        self._looking, self._look_again = True, False
        self._pool.run(self._work.look, self._looked, self._not_looked)

    def _looked(self, shelf: Shelf) -> None:
        changed, self._shelf, self._looking = shelf != self._shelf, shelf, False
        wanted, self._wanted = self._wanted, False
        if wanted and not shelf.library.whole:
            self._work.fetch()
        if self._look_again:
            self._later.start()
        if changed or self._page is not None:
            self._render()
        if self._words and (changed or not self._answered_whole()):
            self._page_search.ask(self._words)

    def _answered_whole(self) -> bool:
        """Whether these words were looked for in all that is here: an index that is being made anew finds nothing, or only some."""
        found = self._found
        return bool(found is not None and found.words == self._words and found.complete and found.results)

    def _not_looked(self, error: Exception) -> None:
        self._looking = self._look_again = False
        self._failed(error)

    def _ask(self, words: str) -> None:
        self._words = words
        if words:
            self._page_search.ask(words)
        else:
            self._page_search.forget()
            self._settled.stop()
            self._found = None
            self._render()

    def _answered(self, words: str, found: Found) -> None:
        self._found = replace(found, words=words)
        self._render()
        self._begin_to_count(self._found)

    def _show(self, wanted: Filter) -> None:
        self._filter = wanted
        self._render()

    def _render(self) -> None:
        if self._page is None:
            return
        shelf = self._shelf
        view = articles_view(
            found=self._found if self._words else None,
            heads=shelf.heads,
            show=self._filter,
            library=shelf.library,
            topics=shelf.topics,
            minutes=shelf.minutes,
            listed=shelf.listed,
        )
        if self._words and view.words != self._words and not shelf.library.articles:
            view = replace(view, words=self._words)
        self._page.search.show_view(view)

    def _quickly_answered(self, words: str, found: Found) -> None:
        if self._quick_show is not None:
            rows = tuple(article_row(result, self._shelf.minutes) for result in found.results[:QUICK_ANSWERS])
            here = bool(found.results or self._shelf.library.articles)
            self._quick_show(QuickAnswers(words=words, rows=rows, count=len(found.results), here=here))
            self._begin_to_count(replace(found, words=words))

    def _suggest(self, _words: str) -> tuple[Result, ...]:
        return self._work.suggest(*self._suggest_words)

    def _suggested(self, _words: str, found: tuple[Result, ...]) -> None:
        if self._suggest_show is not None:
            self._suggest_show(tuple(article_row(result, self._shelf.minutes) for result in found))

    def _begin_to_count(self, found: Found) -> None:
        self._last = found
        self._settled.start()

    def _count(self) -> None:
        """Words that stood for a while, or from which an article was opened, were a search, once."""
        self._settled.stop()
        found, self._last = self._last, None
        if found is not None and found.words != self._counted:
            self._counted = found.words
            self._pool.run(lambda: self._work.searched(bool(found.results)), None, self._then.unexpected)

    def _failed(self, error: Exception) -> None:
        self._then.unexpected(error)
