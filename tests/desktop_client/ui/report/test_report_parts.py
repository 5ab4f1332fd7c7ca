"""The columns of the report window by themselves; together they are tested in test_report_window.py."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.screens.report import FileView, ReportView, ReportWords
from desktop_client.ui.examples.report import example_draft, example_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.pasted import Pasted
from desktop_client.ui.parts.picture_loader import load_at_once
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.report_files import FileName, ReportFiles
from desktop_client.ui.report.report_pictures import ReportPictures
from desktop_client.ui.report.report_words import FieldError, ReportWordsColumn
from tests.desktop_client.ui.asked import Asked


@pytest.fixture
def view(theme: Theme) -> ReportView:
    return example_view(example_draft())


def test_filling_the_fields_is_no_change_by_the_person(qtbot: QtBot, theme: Theme, view: ReportView) -> None:
    changes: list[int] = []
    column = ReportWordsColumn(theme, Pasted(lambda _files: None, lambda _make: None), lambda: changes.append(1))
    qtbot.addWidget(column)
    column.show_topics(view.topics)
    column.show_words(view.words)
    assert column.words() == view.words
    assert changes == []
    qtbot.keyClicks(column.place, "3")
    assert changes == [1]


def test_a_topic_that_is_gone_stays_readable(qtbot: QtBot, theme: Theme, view: ReportView) -> None:
    column = ReportWordsColumn(theme, Pasted(lambda _files: None, lambda _make: None), lambda: None)
    qtbot.addWidget(column)
    column.show_topics(view.topics)
    column.show_words(ReportWords(category="fax"))
    assert column.category.currentText() == "fax"
    assert not column.topic_is_known(view)
    column.show_words(ReportWords())
    assert column.category.currentText() == "Not sure"
    assert column.topic_is_known(view)


def test_new_topics_leave_the_choice(qtbot: QtBot, theme: Theme, view: ReportView) -> None:
    column = ReportWordsColumn(theme, Pasted(lambda _files: None, lambda _make: None), lambda: None)
    qtbot.addWidget(column)
    column.show_topics(view.topics)
    column.show_words(ReportWords(category="email"))
    column.show_topics(view.topics[2:])
    assert column.words().category == "email"


def test_an_error_is_hidden_until_there_is_one(qtbot: QtBot, theme: Theme) -> None:
    error = FieldError(theme)
    qtbot.addWidget(error)
    assert error.isHidden()
    error.say("Choose another topic")
    assert not error.isHidden()


def test_the_large_picture_stays_when_the_view_is_renewed_and_goes_with_its_picture(qtbot: QtBot, theme: Theme, view: ReportView) -> None:
    asked = Asked()
    pictures = ReportPictures(theme, load_at_once, asked.remember("include"), asked.remember("again"))
    qtbot.addWidget(pictures)
    pictures.show_view(view)
    pictures._choose("picture-2")
    pictures.show_view(replace(view, checking=None))
    pictures.leave_out.click()
    assert asked.of("include") == [("picture-2", False)]
    pictures.show_view(replace(view, pictures=view.pictures[:1]))
    pictures.leave_out.click()
    assert asked.of("include")[-1] == ("picture-1", False)
    assert len([b for b in pictures.findChildren(QPushButton) if b.objectName().startswith("thumbnail")]) == 1


def test_a_hostile_file_name_is_only_text_and_keeps_its_end(qtbot: QtBot, theme: Theme) -> None:
    name = "<b>" + "x" * 300 + ".exe.txt"
    files = ReportFiles(theme, Asked().actions(ReportActions))
    qtbot.addWidget(files)
    files.resize(382, 200)
    files.show_view(replace(example_view(example_draft()), files=(FileView(id="f", name=name, size_bytes=1, included=True),)))
    files.show()
    label = files.findChild(FileName)
    assert label.toolTip() == label.accessibleName() == name
    assert label.textFormat().name == "PlainText"
    assert label.width() <= 382
    assert files.findChild(QPushButton, "remove_f").accessibleName() == f"Remove {name}"


def test_files_that_stay_here_say_so(qtbot: QtBot, theme: Theme) -> None:
    files = ReportFiles(theme, Asked().actions(ReportActions))
    qtbot.addWidget(files)
    files.show_view(replace(example_view(example_draft()), files=(FileView(id="f", name="a", size_bytes=1, included=False),)))
    assert "Stays here" in [label.text() for label in files.findChildren(QLabel)]
