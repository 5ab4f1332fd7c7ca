from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.screens.report import ReportWords
from desktop_client.screens.review import ReviewItem
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.review_cards import FilesCard, WordsCard
from tests.desktop_client.ui.asked import Asked


def item(name: str, *, included: bool = True) -> ReviewItem:
    return ReviewItem(id=name, name=name, screen=0, file=Path(name), width=0, height=0, size_bytes=2_000_000, included=included)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, asked: Asked) -> FilesCard:
    made = FilesCard(theme, asked.remember("include"), asked.remember("open"))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("included", "state", "said"),
    [
        ((True, True), Qt.CheckState.Checked, "2, 4 MB"),
        ((True, False), Qt.CheckState.PartiallyChecked, "1 of 2, 2 MB"),
        ((False, False), Qt.CheckState.Unchecked, "Stays here"),
    ],
)
def test_the_box_of_a_section_tells_of_its_items(card: FilesCard, included: tuple[bool, bool], state: Qt.CheckState, said: str) -> None:
    card.show_items((item("a", included=included[0]), item("b", included=included[1])))
    assert (card.box.checkState(), card.sum.text()) == (state, said)


def test_the_box_of_a_section_asks_only_for_what_changes(qtbot: QtBot, card: FilesCard, asked: Asked) -> None:
    card.show_items((item("a"), item("b", included=False)))
    card.show()
    qtbot.mouseClick(card.box, Qt.MouseButton.LeftButton)
    assert asked.of("include") == [("b", True)]


def test_a_file_can_be_looked_at_before_it_goes(qtbot: QtBot, card: FilesCard, asked: Asked) -> None:
    card.show_items((item("a&b.txt"),))
    card.show()
    qtbot.mouseClick(card.findChild(QPushButton, "open_a&b.txt"), Qt.MouseButton.LeftButton)
    assert asked.of("open") == [("a&b.txt",)]


def test_nothing_is_no_card(card: FilesCard) -> None:
    card.show_items((item("a"),))
    assert not card.isHidden()
    card.show_items(())
    assert card.isHidden()


def test_how_one_can_be_reached_is_shown_as_it_leaves(qtbot: QtBot, theme: Theme) -> None:
    words = WordsCard(theme)
    qtbot.addWidget(words)
    words.show_words(ReportWords(subject="s", telephone="1500", place="Floor 3"), "")
    reach = words.findChild(QLabel, "review_reach")
    assert reach.text() == "Telephone: 1500 · Place: Floor 3"
    words.show_words(ReportWords(subject="s"), "Apps")
    assert reach.isHidden()
    assert words.findChild(QLabel, "review_line").text() == "Apps · only me · with difficulty"
