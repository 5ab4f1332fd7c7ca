"""Finding help, made of one instance's flows. Everything here blocks and runs beside Qt's thread.

The flows are loaded there too, with the first use: search engine and library are much for the first letter that somebody types.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import SyncProgress
from desktop_client.knowledge.result import Found, Result
from desktop_client.screens.article import article_view
from desktop_client.screens.articles import LibraryState, guide_minutes, topic_name
from desktop_client.screens.report import topics_of
from desktop_client.system.durable import replace_file
from desktop_client.ui.help.helping import HelpingWork, Shelf
from desktop_client.ui.help.reading import Opened, ReadingWork
from desktop_client.ui.words import language

if TYPE_CHECKING:
    from desktop_client.knowledge.heads import Head

BROWSED = 1000
"""Articles that are listed while nothing is typed; search finds all."""
SIZES = range(50, 401)


class Help:
    """Articles, searches, and what is counted of them where that is agreed to."""

    def __init__(self, instance: Instance, progress: Callable[[], SyncProgress], fetch: Callable[[], object]) -> None:
        """`progress` tells how far fetching is, `fetch` wakes it; both answer at once."""
        self._instance, self._progress, self._fetch = instance, progress, fetch
        self._minutes: dict[str, int] = {}
        self._minutes_of = ("", -1)

    def work(self) -> HelpingWork:
        """The functions, as the windows take them."""
        return HelpingWork(
            look=self.look,
            fetch=self._fetch,
            find=self.find,
            suggest=self.suggest,
            searched=self.searched,
            ignored=self.ignored,
            reading=ReadingWork(
                article=self.article,
                picture=self.picture,
                opinion=self.opinion,
                opened=self.opened,
                size=self.size,
                keep_size=lambda percent: replace_file(self._size_file(), str(percent).encode()),
            ),
        )

    def look(self) -> Shelf:
        """What is here, and how far fetching is."""
        library, progress = self._instance.library, self._progress()
        count, whole = library.count(), library.whole()
        heads = library.heads(language(), limit=BROWSED)
        fetching = progress.running and (not whole or progress.done < progress.total)
        return Shelf(
            library=LibraryState(
                articles=count,
                done=progress.done if fetching else 0,
                total=progress.total if fetching else 0,
                whole=whole,
            ),
            heads=tuple(as_result(head) for head in heads),
            minutes=self._guides(heads),
            topics=self._topics(),
            listed=BROWSED,
        )

    def find(self, words: str, most: int) -> Found:
        """What answers these words."""
        from desktop_client.flows import find_help  # noqa: PLC0415 - see this module's first lines

        return find_help.find(self._instance, words, most, language())

    def suggest(self, subject: str, details: str, program: str) -> tuple[Result, ...]:
        """What may help with a report that is being written, with that program in front."""
        from desktop_client.flows import suggest_articles  # noqa: PLC0415 - see this module's first lines

        return suggest_articles.suggest(self._instance, subject, details, program, language())

    def article(self, name: str, from_results: bool) -> Opened | None:  # noqa: FBT001 - the shape of the reader's work
        """An article by its id or key; None when it isn't here."""
        from desktop_client.flows import read_article  # noqa: PLC0415 - see this module's first lines

        found = read_article.read_article(self._instance, name, language())
        if found is None:
            return None
        related = (self._instance.library.article(head.id) for head in found.related)
        view = article_view(
            found.article,
            category=topic_name(found.article.category, self._topics()),
            languages=found.languages,
            related=[article for article in related if article is not None],
            from_results=from_results,
            answered=found.answered,
        )
        return Opened(view=view, languages=found.languages, key=found.article.article, guide=found.article.guide is not None)

    def opinion(self, article: str, helped: bool, missing: str) -> None:  # noqa: FBT001 - the shape of the reader's work
        """Keeps what the person thinks of the article as it is here, to be sent soon."""
        from desktop_client.flows import read_article  # noqa: PLC0415 - see this module's first lines

        found = self._instance.library.article(article)
        if found is not None:
            read_article.give_opinion(self._instance, found, helped=helped, missing=missing)
            self._fetch()

    def picture(self, article: str, name: str) -> bytes:
        """An article's own picture, fetched if need be; b"" when it can't be had."""
        from desktop_client.flows import read_article  # noqa: PLC0415 - see this module's first lines

        return read_article.article_image(self._instance, article, name) or b""

    def searched(self, found: bool) -> None:  # noqa: FBT001 - the shape of the part's work
        """Counts a search, where that is agreed to."""
        from desktop_client.flows import count_help  # noqa: PLC0415 - see this module's first lines

        count_help.count_search(self._instance, found_nothing=not found)

    def ignored(self, articles: tuple[str, ...]) -> None:
        """Counts suggestions that were passed over, where that is agreed to."""
        from desktop_client.flows import count_help  # noqa: PLC0415 - see this module's first lines

        count_help.count_ignored(self._instance, articles)

    def opened(self, article: str) -> None:
        """Counts that an article was opened, where that is agreed to."""
        from desktop_client.flows import count_help  # noqa: PLC0415 - see this module's first lines

        count_help.count_opened(self._instance, article)

    def size(self) -> int:
        """The text size in which the person reads, in percent."""
        try:
            size = int(self._size_file().read_text("ascii"))
        except (OSError, ValueError):
            return 100
        return size if size in SIZES else 100

    def _size_file(self) -> Path:
        return self._instance.profile.root / "reading-size"

    def _topics(self) -> dict[str, str]:
        return {topic.key: topic.name for topic in topics_of(self._instance.about(), language())}

    def _guides(self, heads: "tuple[Head, ...]") -> dict[str, int]:
        """How long each guide takes; counted anew only when something has changed."""
        library = self._instance.library
        state = (library.mark(), library.last_change())
        if state != self._minutes_of:
            self._minutes, self._minutes_of = {}, state
        for head in heads:
            if head.kind == "guide" and head.id not in self._minutes:
                for file in (library.languages(head.article) or {head.lang: head.id}).values():
                    article = library.article(file)
                    if article is not None and article.guide is not None:
                        self._minutes[file] = guide_minutes(article.guide)
        return dict(self._minutes)


def as_result(head: "Head") -> Result:
    """An article in a list, as it is browsed."""
    return Result(
        id=head.id, article=head.article, title=head.title, lang=head.lang, kind=head.kind, category=head.category, snippet=head.summary
    )
