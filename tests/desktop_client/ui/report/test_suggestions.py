"""What may help while a report is written: at most three, reached by keyboard, taken away for good, and nothing jumps."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.screens.articles import ArticleRow
from desktop_client.ui.examples.report import example_draft, example_view
from desktop_client.ui.gallery import settle
from desktop_client.ui.help.result_row import ResultRow
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import load_at_once
from desktop_client.ui.report.report_actions import ReportActions, SuggestionActions
from desktop_client.ui.report.report_window import ReportWindow
from desktop_client.ui.report.solved_question import SolvedQuestion
from tests.desktop_client.ui.asked import Asked

ROWS = tuple(ArticleRow(id=name, title=f"About {name}") for name in ("one", "two", "three", "four"))


class Writing:
    """A report window, with what it asked for."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.asked, self.qtbot = Asked(), qtbot
        help_asked = self.asked.actions(SuggestionActions)
        self.window = ReportWindow(theme, self.asked.actions(ReportActions, load_picture=load_at_once, suggestions=help_asked))
        qtbot.addWidget(self.window, before_close_func=lambda window: setattr(window, "_view", None))
        self.window.show_view(example_view(example_draft(said=False)))
        self.window.move(100, 100)
        self.window.open()
        qtbot.waitUntil(self.window.isActiveWindow)
        settle()

    def suggest(self, rows: tuple[ArticleRow, ...] = ROWS) -> None:
        """What was found for the last that was asked."""
        self.asked.of("suggest")[-1][2](rows)
        settle()

    def rows(self) -> list[str]:
        return [row.row.id for row in self.window.findChildren(ResultRow) if row.isVisible()]

    def focus(self) -> str:
        return str(QApplication.focusWidget().objectName())

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def writing(theme: Theme, qtbot: QtBot) -> Iterator[Writing]:
    before = QCursor.pos()
    QCursor.setPos(0, 0)
    yield Writing(theme, qtbot)
    QCursor.setPos(before)


def test_subject_and_details_are_asked_with_and_three_at_most_are_shown(writing: Writing, qtbot: QtBot) -> None:
    assert writing.asked.of("suggest") == []
    qtbot.keyClicks(writing.window.words.subject, "vp")
    qtbot.keyClicks(writing.window.words.details, "n")
    assert [asked[:2] for asked in writing.asked.of("suggest")] == [("v", ""), ("vp", ""), ("vp", "n")]
    writing.suggest()
    assert writing.rows() == ["one", "two", "three"]
    writing.suggest(())
    assert writing.rows() == []


def test_a_kept_subject_is_asked_with_at_once(writing: Writing) -> None:
    kept = msgspec.structs.replace(example_draft(), id="another")
    writing.window.show_view(example_view(kept))
    assert [asked[:2] for asked in writing.asked.of("suggest")] == [(kept.subject, kept.details)]


def test_without_a_subject_nothing_is_suggested(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.window.words.subject, "v")
    writing.suggest()
    qtbot.keyClick(writing.window.words.subject, Qt.Key.Key_Backspace)
    settle()
    assert writing.rows() == []
    # What is found late for a subject that is gone stays away.
    writing.suggest()
    assert writing.rows() == []


def test_down_and_tab_reach_them_and_enter_opens(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest()
    writing.key(Qt.Key.Key_Down)
    assert writing.focus() == "answer_one"
    writing.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert writing.focus() == "answer_two"
    writing.key(Qt.Key.Key_Space)
    assert writing.asked.of("open") == [("two",)]
    writing.window.words.focus_field("subject")
    reached = []
    for _step in range(5):
        writing.key(Qt.Key.Key_Tab)
        reached.append(writing.focus())
    assert reached == ["answer_one", "answer_two", "answer_three", "dismiss_suggestions", "details"]
    writing.window.words.focus_field("subject")
    writing.key(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert writing.focus() == "subject"


def test_down_without_suggestions_stays(writing: Writing) -> None:
    writing.key(Qt.Key.Key_Down)
    assert writing.focus() == "subject"


def test_dismissed_they_stay_away_for_this_report(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest()
    writing.key(Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert writing.rows() == []
    assert writing.window.isVisible()
    assert writing.focus() == "details"
    qtbot.keyClicks(writing.window.words.subject, "x")
    writing.suggest(ROWS[1:])
    assert writing.rows() == []


def test_the_cross_dismisses_too(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest()
    qtbot.mouseClick(writing.window.findChild(QPushButton, "dismiss_suggestions"), Qt.MouseButton.LeftButton)
    assert writing.rows() == []


def test_the_keyboard_stays_while_others_come(writing: Writing, qtbot: QtBot) -> None:
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest()
    writing.key(Qt.Key.Key_Down)
    writing.suggest((ROWS[1], ROWS[0]))
    assert (writing.rows(), writing.focus()) == (["two", "one"], "answer_one")


def test_nothing_jumps_under_the_pointer_while_one_writes(writing: Writing, qtbot: QtBot) -> None:
    details = writing.window.words.details
    qtbot.keyClicks(writing.window.words.subject, "vp")
    QCursor.setPos(details.mapToGlobal(QPoint(40, 40)))
    before = details.geometry()
    qtbot.keyClicks(writing.window.words.subject, "n")
    writing.suggest()
    assert (writing.rows(), details.geometry()) == ([], before)
    qtbot.waitUntil(lambda: writing.rows() == ["one", "two", "three"])


def test_the_fields_below_keep_their_place_in_a_window_that_is_wide_enough(writing: Writing, qtbot: QtBot) -> None:
    writing.window.resize(1000, 680)
    settle()
    category = writing.window.words.category
    before = category.mapTo(writing.window, QPoint(0, 0)), writing.window.size()
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest()
    assert (category.mapTo(writing.window, QPoint(0, 0)), writing.window.size()) == before


def test_shown_and_not_opened_is_passed_over(writing: Writing, qtbot: QtBot) -> None:
    suggestions = writing.window.words.suggestions
    qtbot.keyClicks(writing.window.words.subject, "vpn")
    writing.suggest(ROWS[:2])
    writing.suggest(ROWS[1:3])
    qtbot.mouseClick(writing.window.findChild(QPushButton, "answer_two"), Qt.MouseButton.LeftButton)
    assert suggestions.ignored() == ("one", "three")
    suggestions.begin()
    assert suggestions.ignored() == ()


def test_the_question_after_it_helped(theme: Theme, qtbot: QtBot) -> None:
    answers: list[str] = []
    question = SolvedQuestion(theme, lambda: answers.append("close"), lambda: answers.append("keep"))
    qtbot.addWidget(question)
    for name in ("close_report", "keep_writing"):
        question.open()
        qtbot.mouseClick(question.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    question.open()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert answers == ["close", "keep"]
