from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.unexpected import UnexpectedWindow
from desktop_client.ui.report.draft_question import DraftQuestion


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def question(qtbot: QtBot, theme: Theme, answers: list[str]) -> DraftQuestion:
    made = DraftQuestion(theme, lambda: answers.append("go on"), lambda: answers.append("new report"), lambda: answers.append("dismissed"))
    qtbot.addWidget(made)
    made.show_draft(datetime.now().astimezone() - timedelta(days=1), "Printer on floor 3")
    with qtbot.waitActive(made):
        made.open()
    return made


def test_it_tells_which_draft_it_is(question: DraftQuestion) -> None:
    texts = [label.text() for label in question.findChildren(QLabel) if label.isVisible()]
    assert texts[0].startswith("A draft from yesterday at ")
    assert texts[1] == "Printer on floor 3"


def test_each_button_answers_once(qtbot: QtBot, question: DraftQuestion, answers: list[str]) -> None:
    qtbot.mouseClick(question.first, Qt.MouseButton.LeftButton)
    assert not question.isVisible()
    question.open()
    qtbot.mouseClick(question.second, Qt.MouseButton.LeftButton)
    assert answers == ["go on", "new report"]


def test_enter_goes_on_and_escape_answers_nothing(qtbot: QtBot, question: DraftQuestion, answers: list[str]) -> None:
    qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Escape)
    assert answers == ["dismissed"]
    with qtbot.waitActive(question):
        question.open()
    qtbot.keyClick(question.first, Qt.Key.Key_Space)
    assert answers == ["dismissed", "go on"]


def test_a_run_that_ended_by_itself_is_told_in_one_sentence(qtbot: QtBot, theme: Theme, answers: list[str]) -> None:
    window = UnexpectedWindow(theme, lambda: answers.append("log"))
    qtbot.addWidget(window)
    window.show_state(draft_kept=True)
    window.show()
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Sigap closed by itself.", "Your draft is kept."]
    qtbot.mouseClick(window.first, Qt.MouseButton.LeftButton)
    assert answers == ["log"]
    window.show_state(draft_kept=False)
    assert "Your draft is kept." not in [label.text() for label in window.findChildren(QLabel)]
