"""Finding help with a real library: page, panel, report and counts."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contract.articles import Article
from desktop_client.flows.fetch_articles import today
from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import SyncProgress
from desktop_client.knowledge.feeding import follow
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.articles import ArticleRow, HeadingRow, QuickAnswers
from desktop_client.ui.background import Background
from desktop_client.ui.help.help_page import HelpPage
from desktop_client.ui.help.helping import Helping, HelpingActions
from desktop_client.ui.instance_help import Help
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.help.small_library import shelve


class Helped:
    """The part with its page, and what it asked of the program."""

    def __init__(self, instance: Instance, theme: Theme, pool: Background, qtbot: QtBot) -> None:
        self.instance, self.qtbot = instance, qtbot
        self.progress = SyncProgress()
        self.fetches = 0
        self.calls: list[tuple[str, Any]] = []
        self.said: list[Reason] = []
        work = Help(instance, lambda: self.progress, self.fetch).work()
        actions = HelpingActions(
            report=lambda subject: self.calls.append(("report", subject)),
            show_page=self.show_page,
            solved=lambda: self.calls.append(("solved", None)),
            unexpected=self.unexpected,
            say=self.said.append,
        )
        self.helping = Helping(theme, pool, work, actions)
        self.page = HelpPage(theme, self.helping.actions)
        qtbot.addWidget(self.page)
        self.page.resize(800, 600)
        self.page.show()
        self.helping.attach(self.page)
        self.settled()

    def fetch(self) -> None:
        self.fetches += 1

    def show_page(self) -> HelpPage:
        self.calls.append(("show", None))
        return self.page

    def unexpected(self, error: Exception) -> Reason:
        if isinstance(error, RefusedError):
            return error.reason
        raise error

    def settled(self) -> None:
        self.qtbot.waitUntil(lambda: not self.helping._looking)

    def rows(self) -> list[str]:
        rows = self.page.search.results.rows()
        return [f"# {row.name}" if isinstance(row, HeadingRow) else row.id for row in rows]

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.page.search.field, words)

    def counted(self) -> dict[str, Any]:
        return self.instance.library.counts.waiting()


@pytest.fixture
def helped(instance: Instance, theme: Theme, pool: Background, qtbot: QtBot) -> Iterator[Helped]:
    shelve(instance)
    made = Helped(instance, theme, pool, qtbot)
    yield made
    made.helping.close()
    use_language("en")


def test_the_page_begins_with_everything(helped: Helped) -> None:
    others = [f"other-{number}" for number in range(6)]
    assert helped.rows() == ["# ", "print-en", "# Internet and Wi-Fi", "vpn-en", "# ", "mail", *others]
    guide = helped.page.search.results.rows()[1]
    assert isinstance(guide, ArticleRow)
    assert (guide.guide, guide.minutes, guide.snippet) == (True, 1, "Mend it")
    # All of it is here: nothing is fetched for it.
    assert helped.fetches == 0


def test_what_is_typed_is_found_and_taken_away_everything_is_back(helped: Helped, qtbot: QtBot) -> None:
    before = helped.rows()
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])
    qtbot.keyClick(helped.page.search.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: helped.rows() == before)


def test_the_language_of_the_person_is_found_first_and_listed(helped: Helped, qtbot: QtBot) -> None:
    use_language("id")
    helped.helping.look()
    qtbot.waitUntil(lambda: "vpn-id" in helped.rows())
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-id"])


def test_what_comes_while_words_stand_there_is_found_too(helped: Helped, qtbot: QtBot) -> None:
    helped.type("plotter")
    qtbot.waitUntil(lambda: helped.page.search._view.words == "plotter")
    assert helped.rows()[0] != "plot"
    shelve(helped.instance, Article(id="plot", lang="en", title="Plotter", body="Paper."), last=2)
    helped.helping.look()
    qtbot.waitUntil(lambda: helped.rows() == ["plot"])


def test_answers_come_back_once_a_damaged_index_is_whole_again(helped: Helped, qtbot: QtBot) -> None:
    root = helped.instance.profile.root
    (root / "search.db-wal").write_bytes(b"")
    (root / "search.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.page.search._view.words == "vpn")
    assert "vpn-en" not in helped.rows()[:1]
    follow(helped.instance.library, helped.instance.index)
    helped.helping.look()
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])


def test_fetching_is_told(helped: Helped, qtbot: QtBot) -> None:
    helped.progress = SyncProgress(done=300, total=2400, running=True)
    helped.helping.look()
    qtbot.waitUntil(lambda: helped.page.search._view.total == 2400)
    helped.progress = SyncProgress(done=2400, total=2400)
    helped.helping.look()
    qtbot.waitUntil(lambda: helped.page.search._view.total == 0)


def test_an_empty_library_is_fetched_once_somebody_looks(instance: Instance, theme: Theme, pool: Background, qtbot: QtBot) -> None:
    made = Helped(instance, theme, pool, qtbot)
    assert made.fetches == 1
    # News of the fetching are no cause to fetch.
    for _ in range(3):
        made.helping.look()
        made.settled()
    assert made.fetches == 1
    made.helping.close()


def test_the_first_answers_in_place(helped: Helped, qtbot: QtBot) -> None:
    shown: list[QuickAnswers] = []
    helped.helping.ask_quickly("other matter", shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert (len(shown[0].rows), shown[0].count, shown[0].words, shown[0].here) == (4, 6, "other matter", True)
    helped.helping.ask_quickly("", shown.append)
    qtbot.wait(60)
    assert len(shown) == 1


def test_all_answers_open_on_the_page_with_the_words(helped: Helped, qtbot: QtBot) -> None:
    hidden: list[str] = []
    quick = helped.helping.quick(lambda: hidden.append("panel"))
    quick.open_all("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])
    assert (helped.page.search.field.text(), hidden) == ("vpn", ["panel"])


def test_suggestions_while_a_report_is_written(helped: Helped, qtbot: QtBot) -> None:
    shown: list[tuple[ArticleRow, ...]] = []
    helped.helping.suggest("vpn doesn't connect", "", "firefox", shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert [row.id for row in shown[0]] == ["vpn-en"]
    helped.helping.suggest("lunch at noon", "", "", shown.append)
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown[1] == ()


def test_reports_with_the_words(helped: Helped, qtbot: QtBot) -> None:
    helped.type("plotter A0")
    helped.page.search._report()
    assert helped.calls == [("report", "plotter A0")]


def test_nothing_is_counted_without_consent(helped: Helped, qtbot: QtBot) -> None:
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])
    helped.helping.open("vpn-en")
    helped.helping.ignored(("mail",))
    qtbot.waitUntil(lambda: not helped.page.searching())
    assert helped.counted() == {}


def test_a_search_counts_once_when_something_was_opened(helped: Helped, qtbot: QtBot) -> None:
    helped.instance.preferences.change("count_help", value=True)
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])
    helped.helping.open("vpn-en")
    helped.helping.ignored(("mail", "print-en"))

    def counts() -> tuple[int, int, dict[str, tuple[int, int]]]:
        day = helped.counted().get(today())
        if day is None:
            return 0, 0, {}
        return day.searches, day.found_nothing, {use.article: (use.opened, use.ignored) for use in day.articles}

    expected = (1, 0, {"vpn-en": (1, 0), "mail": (0, 1), "print-en": (0, 1)})
    qtbot.waitUntil(lambda: counts() == expected)
    helped.helping.open("vpn-en")
    qtbot.waitUntil(lambda: counts()[2]["vpn-en"] == (2, 0))
    assert counts()[0] == 1


def test_words_that_stand_are_a_search_and_letters_on_the_way_are_none(helped: Helped, qtbot: QtBot) -> None:
    helped.instance.preferences.change("count_help", value=True)
    helped.helping._settled.setInterval(150)
    for letter in "zzzz":
        helped.type(letter)
        qtbot.wait(60)
    qtbot.waitUntil(lambda: today() in helped.counted())
    day = helped.counted()[today()]
    assert (day.searches, day.found_nothing) == (1, 1)


def test_an_article_that_is_not_here_is_said_and_the_search_stays(helped: Helped, qtbot: QtBot) -> None:
    helped.helping.open("nothing-like-this")
    qtbot.waitUntil(lambda: bool(helped.said))
    assert helped.said == [Reason(Cause.NO_SUCH_ARTICLE, {"article": "nothing-like-this"})]
    assert helped.page.searching()
