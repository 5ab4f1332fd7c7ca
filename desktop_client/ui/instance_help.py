"""Finding help, made of one instance's flows. Everything here blocks and runs beside Qt's thread."""

from collections.abc import Callable
from pathlib import Path

from desktop_client.flows import count_help, find_help, read_article, suggest_articles
from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import SyncProgress
from desktop_client.knowledge.heads import Head
from desktop_client.knowledge.result import Found, Result
from desktop_client.screens.article import article_view
from desktop_client.screens.articles import LibraryState, guide_minutes, topic_name
from desktop_client.screens.report import topics_of
from desktop_client.system.durable import replace_file
from desktop_client.ui.help.helping import HelpingWork, Shelf
from desktop_client.ui.help.reading import Opened, ReadingWork
from desktop_client.ui.words import language

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
            searched=lambda found: count_help.count_search(self._instance, found_nothing=not found),
            ignored=lambda articles: count_help.count_ignored(self._instance, articles),
            reading=ReadingWork(
                article=self.article,
                picture=lambda article, name: read_article.article_image(self._instance, article, name) or b"",
                opinion=self.opinion,
                opened=lambda article: count_help.count_opened(self._instance, article),
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
        return find_help.find(self._instance, words, most, language())

    def suggest(self, subject: str, details: str, program: str) -> tuple[Result, ...]:
        """What may help with a report that is being written, with that program in front."""
        return suggest_articles.suggest(self._instance, subject, details, program, language())

    def article(self, name: str, from_results: bool) -> Opened | None:  # noqa: FBT001 - the shape of the reader's work
        """An article by its id or key; None when it isn't here."""
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
        found = self._instance.library.article(article)
        if found is not None:
            read_article.give_opinion(self._instance, found, helped=helped, missing=missing)
            self._fetch()

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

    def _guides(self, heads: tuple[Head, ...]) -> dict[str, int]:
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


def as_result(head: Head) -> Result:
    """An article in a list, as it is browsed."""
    return Result(
        id=head.id, article=head.article, title=head.title, lang=head.lang, kind=head.kind, category=head.category, snippet=head.summary
    )
