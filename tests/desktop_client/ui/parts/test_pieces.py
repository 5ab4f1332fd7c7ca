"""The small pieces of panel and main window, each by itself."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from contract.tickets import Action, State
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.screens.desk import UNKNOWN
from desktop_client.screens.tickets import Answer, Bubble, File, Line, LineKind, RowKind
from desktop_client.ui.computer.phone_card import PhoneCard, digit_words
from desktop_client.ui.examples import main_window as examples
from desktop_client.ui.gallery import LOOKS, dress, settle
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.navigation import Navigation
from desktop_client.ui.parts.empty_page import EmptyPage
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Text
from desktop_client.ui.parts.text_block import TextBlock
from desktop_client.ui.parts.unmapped import hide_for_capture
from desktop_client.ui.parts.wrapping_row import WrappingRow
from desktop_client.ui.tickets.answer_card import AnswerCard
from desktop_client.ui.tickets.bubble import BubbleWidget, FileChip, StateLine
from desktop_client.ui.tickets.held_box import HeldActions, HeldBox
from desktop_client.ui.tickets.ticket_words import held_words, state_words, unread_words
from desktop_client.ui.words import use_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return dress(qapp, LOOKS[0])


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


# Text


def test_text_is_drawn_as_high_as_it_is_measured_and_breaks_a_word_without_end(theme: Theme) -> None:
    font = QFont(theme.font())
    one, many = TextBlock("words", font, 200), TextBlock("x" * 300, font, 100)
    assert many.height() > 5 * one.height()
    image = QImage(100, many.height() + 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    many.draw(painter, 0, 0, QColor("#000000"))
    painter.end()
    dark = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 128 for x in range(100))]
    assert many.height() - one.height() <= dark[-1] < many.height()


@pytest.mark.parametrize(
    ("state", "technician", "said"),
    [
        (State.NEW, "", "Received: waiting for a technician"),
        (State.OPEN, "", "Received: being worked on"),
        (State.OPEN, "Rina", "Being worked on by Rina"),
        (State.RESOLVED, "Rina", "Solved"),
    ],
)
def test_states_in_words(theme: Theme, state: State, technician: str, said: str) -> None:
    assert state_words(state, technician).text == said


def test_each_state_has_a_shape_of_its_own(theme: Theme) -> None:
    said = [
        state_words(State.NEW, ""),
        state_words(State.OPEN, "R"),
        state_words(State.RESOLVED, ""),
        unread_words("R"),
        held_words(RowKind.REFUSED),
    ]
    assert len({words.icon for words in [*said, held_words(RowKind.WAITING)]}) == 6


# Bubbles


def bubble(**parts: object) -> Bubble:
    return Bubble(**{"id": "m1", "mine": True, "name": "Ayu", "text": "words", "at": examples.at(9, 0), **parts})  # type: ignore[arg-type]


def test_a_bubble_is_never_wider_than_its_conversation(theme: Theme, qtbot: QtBot) -> None:
    files = tuple(File(name=f"{'long' * 30}{number}.txt", size_bytes=10, picture=False) for number in range(3))
    made = BubbleWidget(theme, bubble(text="y" * 500, files=files), UNKNOWN)
    qtbot.addWidget(made)
    made.fit(240)
    made.show()
    settle()
    assert made.sizeHint().width() <= 240
    chips = made.findChildren(FileChip)
    assert all(chip.toolTip().startswith("longlong") for chip in chips)
    assert all("…" in chip.findChild(QLabel).text() and chip.findChild(QLabel).text().endswith(".txt") for chip in chips)


def test_an_answer_on_its_way_says_what_was_clicked(theme: Theme, qtbot: QtBot) -> None:
    waiting = examples.waiting()
    made = BubbleWidget(theme, bubble(text="", action=Action.REOPEN, held=waiting), UNKNOWN)
    qtbot.addWidget(made)
    assert "Still broken" in made.accessibleName()
    assert texts(made)[-1] == "Waiting to send, next try in 4 minutes"


def test_lines_between_bubbles(theme: Theme, qtbot: QtBot) -> None:
    said = {
        Line(kind=LineKind.SOLVED, name="Rina"): "Rina solved this",
        Line(kind=LineKind.SOLVED): "You said: it works again",
        Line(kind=LineKind.REOPENED, name="Rina"): "Rina opened it again",
        Line(kind=LineKind.REOPENED): "You said: still broken",
    }
    for line, words in said.items():
        made = StateLine(theme, line)
        qtbot.addWidget(made)
        assert made.text() == words


# Boxes and cards


def test_what_is_being_sent_shows_how_far_it_is_and_nothing_to_do(theme: Theme, qtbot: QtBot) -> None:
    made = HeldBox(theme, HeldActions(try_now=lambda _id: None, edit=lambda _id: None, save_as_file=lambda _id: None))
    qtbot.addWidget(made)
    made.show_delivery(examples.waiting(DeliveryState.SENDING), UNKNOWN)
    settle()
    assert texts(made) == ["Saved on this computer. Sending: 44%"]
    assert made.findChildren(QPushButton) == []
    made.show_delivery(None, UNKNOWN)
    assert made.isHidden()


def test_answers_that_do_not_fit_are_not_offered(theme: Theme, qtbot: QtBot) -> None:
    given: list[Answer] = []
    card = AnswerCard(theme, given.append)
    qtbot.addWidget(card)
    card.show_answers((Answer.REOPEN,))
    card.show()
    shown = [button for button in card.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown] == ["Reopen"]
    qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert given == [Answer.REOPEN]


def test_an_empty_page_without_a_button_has_none(theme: Theme, qtbot: QtBot) -> None:
    page = EmptyPage(theme, "inbox")
    qtbot.addWidget(page)
    page.say("Nothing", "At all")
    page.show()
    assert texts(page) == ["Nothing", "At all"]
    assert not page.button.isVisible()


def test_digits_have_ten_words_in_each_language(theme: Theme, qtbot: QtBot) -> None:
    assert len(set(digit_words())) == 10
    card = PhoneCard(theme)
    qtbot.addWidget(card)
    card.show_names("A1", "")
    use_language("id")
    try:
        assert digit_words()[0] == "nol"
        QApplication.processEvents()
        card.spell(on=True)
        assert "Alfa satu" in texts(card)
    finally:
        use_language("en")


def test_navigation_speaks_of_what_is_new(theme: Theme, qtbot: QtBot) -> None:
    chosen: list[int] = []
    made = Navigation(theme, chosen.append)
    qtbot.addWidget(made)
    made.show()
    made.show_unread(3)
    entry = made.findChild(QPushButton, "go_tickets")
    assert entry.accessibleName() == "My tickets, 3 unread"
    qtbot.mouseClick(made.findChild(QPushButton, "go_settings"), Qt.MouseButton.LeftButton)
    assert chosen == [4]


def test_a_row_is_as_high_as_its_words_need(theme: Theme, qtbot: QtBot) -> None:
    row = WrappingRow(theme)
    row.content.addWidget(Text(theme, "many words that have to wrap into some lines " * 4, wrap=True), 1)
    qtbot.addWidget(row)
    row.resize(160, 20)
    row.show()
    settle()
    label = row.findChild(QLabel)
    assert label.height() >= label.heightForWidth(label.width())


# Focus


def column(*names: str) -> tuple[QWidget, QVBoxLayout]:
    window = QWidget()
    layout = QVBoxLayout(window)
    for name in names:
        button = QPushButton(name)
        button.setObjectName(name)
        layout.addWidget(button)
    return window, layout


def test_focus_finds_what_was_built_anew_and_leaves_what_is_gone(theme: Theme, qtbot: QtBot) -> None:
    window, layout = column("one", "two")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QPushButton, "two").setFocus()
    with kept_focus(window):
        old = window.findChild(QPushButton, "two")
        old.hide()
        old.setParent(None)
        again = QPushButton("two")
        again.setObjectName("two")
        layout.addWidget(again)
    assert QApplication.focusWidget() is again
    with kept_focus(window):
        again.setObjectName("three")
    assert QApplication.focusWidget() is again


def test_tab_follows_the_layout_and_not_the_time(theme: Theme, qtbot: QtBot) -> None:
    window, layout = column("one", "three")
    late = QPushButton("two")
    late.setObjectName("two")
    layout.insertWidget(1, late)
    qtbot.addWidget(window)
    order_tabs(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QPushButton, "one").setFocus()
    reached = []
    for _step in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    assert reached == ["two", "three"]


# Off the screen


def test_windows_and_menus_are_gone_before_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    first, second, hidden = QWidget(), QWidget(), QWidget()
    for window in (first, second, hidden):
        qtbot.addWidget(window)
    first.show()
    second.show()
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("entry")
    menu.popup(QPoint(10, 10))
    qtbot.waitUntil(menu.isVisible)
    told: list[tuple[QWidget, ...]] = []
    hide_for_capture((first, second, hidden), told.append)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(first, second)]
    assert not any(window.isVisible() for window in (first, second, hidden, menu))


def test_times_of_examples_are_past() -> None:
    assert examples.at(23, 59) - examples.at(0, 0) < timedelta(days=1)
