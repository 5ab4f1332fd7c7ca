"""The search of panel and Home: the first answers in place, chosen by arrows from the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.screens.articles import ArticleRow, QuickAnswers
from desktop_client.ui.gallery import settle
from desktop_client.ui.help import quick_find
from desktop_client.ui.help.quick_find import QuickFind, QuickFindActions
from desktop_client.ui.help.result_row import MarkedText, ResultRow
from desktop_client.ui.look.theme import Theme
from tests.desktop_client.ui.asked import Asked

ROWS = tuple(ArticleRow(id=name, title=f"About {name}", guide=name == "two") for name in ("one", "two", "three"))


class Shown:
    """The field with its answers."""

    def __init__(self, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.changes, self.aloud, self.qtbot = Asked(), 0, list[str](), qtbot
        monkeypatch.setattr(quick_find, "announce", lambda _widget, text: self.aloud.append(text))
        self.find = QuickFind(theme, self.asked.actions(QuickFindActions), self.changed)
        qtbot.addWidget(self.find)
        self.find.resize(328, 300)
        self.find.show()
        self.find.activateWindow()
        qtbot.waitUntil(self.find.isActiveWindow)
        self.find.field.setFocus()

    def changed(self) -> None:
        self.changes += 1

    def type(self, letters: str, rows: tuple[ArticleRow, ...] = ROWS, *, here: bool = True) -> None:
        self.qtbot.keyClicks(self.find.field, letters)
        self.find.show_answers(QuickAnswers(words=self.find.field.words(), rows=rows, count=9, here=here))
        settle()

    def rows(self) -> list[str]:
        return [row.row.id for row in self.find.answers.findChildren(ResultRow) if row.isVisible()]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shown:
    return Shown(theme, qtbot, monkeypatch)


def test_answers_stand_below_the_field(shown: Shown) -> None:
    shown.type("vpn")
    assert shown.rows() == ["one", "two", "three"]
    assert shown.find.searching()
    assert [words for words, _show in shown.asked.of("ask")] == ["v", "vp", "vpn"]
    assert shown.aloud == ["9 answers"]


def test_arrows_choose_and_enter_opens(shown: Shown) -> None:
    shown.type("vpn")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        shown.qtbot.keyClick(shown.find.field, key)
    assert shown.aloud[-1] == "About two, Guide"
    assert QApplication.focusWidget() is shown.find.field
    shown.qtbot.keyClick(shown.find.field, Qt.Key.Key_Return)
    assert shown.asked.of("open") == [("two",)]


def test_enter_without_a_choice_shows_all(shown: Shown) -> None:
    shown.type(" vpn ")
    shown.qtbot.keyClick(shown.find.field, Qt.Key.Key_Enter)
    shown.qtbot.mouseClick(shown.find.findChild(QPushButton, "all_answers"), Qt.MouseButton.LeftButton)
    assert shown.asked.of("open_all") == [("vpn",), ("vpn",)]


def test_a_click_opens(shown: Shown) -> None:
    shown.type("vpn")
    shown.qtbot.mouseClick(shown.find.findChild(ResultRow, "answer_three"), Qt.MouseButton.LeftButton)
    assert shown.asked.of("open") == [("three",)]


def test_escape_and_the_cross_take_the_words_and_the_answers_away(shown: Shown) -> None:
    shown.type("vpn")
    shown.qtbot.keyClick(shown.find.field, Qt.Key.Key_Escape)
    assert (shown.find.field.text(), shown.rows(), shown.find.searching()) == ("", [], False)
    shown.type("mail")
    shown.qtbot.mouseClick(shown.find.findChild(QPushButton, "clear"), Qt.MouseButton.LeftButton)
    assert (shown.find.field.text(), shown.rows()) == ("", [])


def test_late_answers_to_what_was_taken_away_are_dropped(shown: Shown) -> None:
    shown.qtbot.keyClicks(shown.find.field, "vpn")
    shown.qtbot.keyClick(shown.find.field, Qt.Key.Key_Escape)
    shown.find.show_answers(QuickAnswers(words="vpn", rows=ROWS))
    assert shown.rows() == []


@pytest.mark.parametrize(
    ("here", "said"), [(True, "Nothing found. Try other words, or report it."), (False, "No articles on this computer yet")]
)
def test_nothing_found_says_so(shown: Shown, here: bool, said: str) -> None:  # noqa: FBT001 - a parameter of the test
    shown.type("plotter", (), here=here)
    assert shown.find.findChild(QLabel, "nothing").text() == said
    assert shown.aloud == [said]


def test_long_titles_are_whole(shown: Shown) -> None:
    shown.type("vpn", (ArticleRow(id="a", title="Printer is not available on any floor: check and fix", title_marks=((0, 7),)),))
    text = shown.find.findChild(MarkedText)
    assert text.height() >= text.heightForWidth(text.width())
    assert text.height() > text.fontMetrics().height() * 1.5
