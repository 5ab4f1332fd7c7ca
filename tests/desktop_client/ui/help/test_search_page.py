"""Help articles by keyboard and mouse: the keyboard stays in the field, and nothing jumps under the pointer."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from contract.articles import ArticleKind
from desktop_client.knowledge.result import Found, Result
from desktop_client.screens.articles import ArticlesView, Filter, HeadingRow, LibraryState, Showing, articles_view
from desktop_client.screens.desk import Desk
from desktop_client.ui.gallery import settle
from desktop_client.ui.help import search_page
from desktop_client.ui.help.result_list import ResultList
from desktop_client.ui.help.search_page import SearchActions, SearchPage
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

HERE = LibraryState(articles=3, whole=True)


def result(article: str, kind: ArticleKind = ArticleKind.ARTICLE) -> Result:
    return Result(id=article, title=f"About {article}", lang="en", kind=kind, snippet=f"All of {article}", title_marks=((0, 5),))


RESULTS = (result("one"), result("two", ArticleKind.GUIDE), result("three"))


def view(words: str = "", results: tuple[Result, ...] = RESULTS, show: Filter = Filter.ALL, library: LibraryState = HERE) -> ArticlesView:
    return articles_view(found=Found(words=words, results=results) if words else None, heads=RESULTS, show=show, library=library, topics={})


class Shown:
    """A page in a window, with what it asked for and what it said aloud."""

    def __init__(self, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.qtbot, self.aloud = Asked(), qtbot, list[str]()
        monkeypatch.setattr(search_page, "announce", lambda _widget, text: self.aloud.append(text))
        self.page = SearchPage(theme, self.asked.actions(SearchActions))
        qtbot.addWidget(self.page)
        self.page.resize(800, 640)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.focus()

    def type(self, letters: str, results: tuple[Result, ...] | None = RESULTS) -> None:
        """Types into whatever has the keyboard, and answers as the program does."""
        self.qtbot.keyClicks(QApplication.focusWidget(), letters)
        if results is not None:
            self.page.show_view(view(self.page.field.words(), results))
            settle()

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)

    def said(self) -> str:
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def chosen(self) -> str:
        row = self.page.results.chosen()
        return row.id if row else ""


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    before = QCursor.pos()
    QCursor.setPos(0, 0)
    made = Shown(theme, qtbot, monkeypatch)
    made.page.move(200, 200)
    yield made
    QCursor.setPos(before)
    use_language("en")


def test_every_letter_asks_and_the_keyboard_stays_in_the_field(shown: Shown) -> None:
    shown.type("vpn")
    assert shown.asked.of("ask") == [("v",), ("vp",), ("vpn",)]
    assert "3 answers" in shown.said()
    assert QApplication.focusWidget() is shown.page.field


def test_arrows_move_the_choice_and_enter_opens_it(shown: Shown) -> None:
    shown.type("vpn")
    assert shown.chosen() == ""
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (shown.chosen(), QApplication.focusWidget()) == ("two", shown.page.field)
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert shown.asked.of("open") == [("two",)]
    shown.key(Qt.Key.Key_PageUp)
    assert shown.chosen() == "one"


def test_enter_without_a_choice_opens_the_best_answer(shown: Shown) -> None:
    shown.type("vpn")
    shown.key(Qt.Key.Key_Return)
    assert shown.asked.of("open") == [("one",)]


def test_enter_before_the_answers_are_there_waits_for_them(shown: Shown) -> None:
    shown.type("vp")
    shown.type("n", None)
    shown.key(Qt.Key.Key_Return)
    assert shown.asked.of("open") == []
    shown.page.show_view(view("vpn", RESULTS[1:]))
    assert shown.asked.of("open") == [("two",)]


def test_whoever_types_on_does_not_open_what_enter_waited_for(shown: Shown) -> None:
    shown.type("vpn", None)
    shown.key(Qt.Key.Key_Return)
    shown.type(" x")
    assert shown.asked.of("open") == []


def test_answers_to_older_words_are_dropped(shown: Shown) -> None:
    shown.type("vpn")
    shown.page.show_view(view("vp", RESULTS[:1]))
    assert len(shown.page.results.rows()) == 3


def test_a_click_opens_and_headings_are_no_answers(shown: Shown) -> None:
    shown.page.show_view(view())
    settle()
    found = shown.page.results
    assert [isinstance(row, HeadingRow) for row in found.rows()] == [True, False, True, False, False]
    for number in (0, 1):
        spot = found.visualRect(found.model().index(number, 0)).center()
        shown.qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert shown.asked.of("open") == [("two",)]
    # The keyboard passes headings over.
    assert shown.chosen() == "two"
    shown.key(Qt.Key.Key_Down)
    assert shown.chosen() == "one"


def test_nothing_typed_and_enter_opens_nothing_unless_it_was_chosen(shown: Shown) -> None:
    shown.page.show_view(view())
    shown.key(Qt.Key.Key_Return)
    assert shown.asked.of("open") == []
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert shown.asked.of("open") == [("two",)]


def test_answers_do_not_jump_under_the_pointer(shown: Shown) -> None:
    shown.type("vp")
    QCursor.setPos(shown.page.results.viewport().mapToGlobal(QPoint(100, 100)))
    shown.type("n", RESULTS[2:])
    assert [row.id for row in shown.page.results.rows() if not isinstance(row, HeadingRow)] == ["one", "two", "three"]
    shown.qtbot.waitUntil(lambda: len(shown.page.results.rows()) == 1)


def test_the_choice_stays_on_its_article(shown: Shown) -> None:
    shown.type("vp")
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    shown.type("n", (RESULTS[2], RESULTS[1]))
    assert shown.chosen() == "two"
    shown.type("x", RESULTS[:1])
    assert shown.chosen() == ""


def test_count_choice_and_nothing_are_said_aloud(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.type("vpn")
    assert shown.aloud[-1] == "3 answers"
    shown.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert shown.aloud[-1] == "About two, Guide, All of two"
    shown.type(" z", ())
    assert shown.aloud[-1] == "Nothing found for “vpn z”"


def test_nothing_found_offers_to_clear_and_to_report(shown: Shown) -> None:
    shown.type("plotter A0", ())
    assert "Nothing found for “plotter A0”" in shown.said()
    report = shown.page.findChild(QPushButton, "report_words")
    assert report.text() == "Report “plotter A0”"
    shown.qtbot.mouseClick(report, Qt.MouseButton.LeftButton)
    assert shown.asked.of("report") == [("plotter A0",)]
    shown.qtbot.mouseClick(shown.page.findChild(QPushButton, "clear_search"), Qt.MouseButton.LeftButton)
    assert (shown.page.field.text(), shown.asked.of("ask")[-1], QApplication.focusWidget()) == ("", ("",), shown.page.field)


def test_words_without_end_break_no_sentence_and_no_window(shown: Shown) -> None:
    shown.page.look_for("x" * 10_000)
    assert len(shown.page.field.text()) == 1000
    shown.page.show_view(view("x" * 1000, ()))
    settle()
    assert shown.page.width() == 800
    assert shown.page.findChild(QPushButton, "report_words").text() == "Report with these words"


def test_escape_takes_the_words_away_first(shown: Shown) -> None:
    shown.type("vpn")
    shown.key(Qt.Key.Key_Escape)
    assert shown.page.field.text() == ""
    assert shown.asked.of("ask")[-1] == ("",)


def test_the_foot_reports_with_the_words(shown: Shown) -> None:
    shown.page.show_view(view())
    settle()
    button = shown.page.findChild(QPushButton, "report_with_words")
    assert button.text() == "Report a problem"
    shown.type("vpn")
    assert button.text() == "Report a problem with these words"
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.asked.of("report") == [("vpn",)]


def test_letters_typed_anywhere_begin_a_search(shown: Shown) -> None:
    shown.page.show_view(view())
    settle()
    button = shown.page.findChild(QPushButton, "report_with_words")
    button.setFocus()
    shown.qtbot.keyClick(button, Qt.Key.Key_V)
    shown.type("pn", None)
    assert shown.page.field.text() == "vpn"
    assert shown.asked.of("ask") == [("v",), ("vp",), ("vpn",)]


@pytest.mark.parametrize(
    ("library", "title", "report"),
    [
        (LibraryState(total=2400, done=300), "Fetching articles: 300 of 2,400", False),
        (LibraryState(), "No articles on this computer yet", True),
        (LibraryState(whole=True), "No help articles yet", True),
    ],
)
def test_before_there_is_any_article_it_says_why(shown: Shown, library: LibraryState, title: str, report: bool) -> None:  # noqa: FBT001 - a parameter of the test
    shown.page.show_desk(Desk(help_desk="Helpdesk"))
    shown.page.show_view(view(library=library))
    settle()
    assert title in shown.said()
    assert shown.page.findChild(QPushButton, "report_words").isVisible() == report
    if library == LibraryState():
        assert "call Helpdesk" in shown.said()


def test_fetching_is_told_while_search_works(shown: Shown) -> None:
    shown.qtbot.keyClicks(shown.page.field, "vpn")
    shown.page.show_view(view("vpn", library=replace(HERE, done=1200, total=2400)))
    assert "Fetching articles: 1,200 of 2,400" in shown.said()
    assert "3 answers" in shown.said()


def test_one_kind_can_be_chosen_by_keyboard(shown: Shown) -> None:
    shown.type("vpn")
    shown.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "segment_all"
    shown.key(Qt.Key.Key_Right)
    shown.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert shown.asked.of("show")[-1] == (Filter.GUIDES,)
    shown.page.show_view(view("vpn", show=Filter.GUIDES))
    assert "1 answer" in shown.said()


def test_words_follow_the_language(shown: Shown) -> None:
    shown.type("vpn")
    use_language("id")
    settle()
    assert "3 jawaban" in shown.said()
    assert shown.page.field.placeholderText() == "Ketik masalah atau kode kesalahan"


@pytest.mark.parametrize("width", [340, 520, 800])
def test_rows_are_as_high_as_their_words_need(shown: Shown, width: int) -> None:
    long = tuple(
        replace(one, title="Printer is not available on any floor of the building " * 2, snippet="words that wrap " * 30) for one in RESULTS
    )
    shown.page.resize(width, 640)
    shown.type("vpn", long)
    settle()
    found: ResultList = shown.page.results
    assert found.horizontalScrollBar().maximum() == 0
    heights = [found.visualRect(found.model().index(number, 0)).height() for number in range(3)]
    assert min(heights) > 92
    assert shown.page._view.showing is Showing.ANSWERS
