"""Remote help in My tickets: the button beside the reply, what was asked for, and the steps and receipts between the messages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from contract.tickets import REMOTE_HELP, Action, By, Message
from desktop_client.help_desk.conversation import Conversation
from desktop_client.screens.desk import Desk
from desktop_client.screens.tickets import Answer, conversation_view, ticket_lists
from desktop_client.ui.examples import main_window as examples
from desktop_client.ui.examples.assist import receipt, sessions
from desktop_client.ui.examples.panel import DESK
from desktop_client.ui.gallery import settle
from desktop_client.ui.tickets.assist_piece import receipt_words
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.tickets.test_tickets_page import Page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Tickets(Page):
    """The page at the printer's ticket."""

    def show(self, *more: Message, understood: bool = True, steps: bool = False) -> None:
        self.page.show_lists(ticket_lists(examples.rows(), []), DESK)
        self.page.open_ticket("t123")
        talk = Conversation(ticket=examples.printer(), messages=(*examples.talk(), *more), assist=sessions() if steps else ())
        self.page.show_conversation(conversation_view(talk, remote_help=understood))
        settle()

    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def my(qtbot: QtBot) -> Iterator[Tickets]:
    use_language("en")
    yield Tickets(qtbot)
    use_language("en")


def wish(text: str = "Please look") -> Message:
    return Message(id="m9", by=By.EMPLOYEE, name="Ayu", text=text, created=examples.at(11, 0), wants=REMOTE_HELP)


def test_one_click_asks_with_what_is_written(my: Tickets) -> None:
    my.show()
    edit = my.find("reply_text")
    edit.setPlainText("It is quicker if you look")
    my.click("ask_for_remote_help")
    [(ticket, draft, answer)] = my.asked("send")
    assert (ticket, draft.text, answer) == ("t123", "It is quicker if you look", Answer.REMOTE_HELP)
    assert not my.find("ask_for_remote_help").isEnabled(), "while it is being saved"


def test_nothing_has_to_be_written(my: Tickets) -> None:
    my.show()
    my.click("ask_for_remote_help")
    assert my.asked("send")[0][1].text == ""


def test_it_is_not_there_where_the_backend_does_not_take_it(my: Tickets) -> None:
    my.show(understood=False)
    assert my.hidden("ask_for_remote_help")
    assert my.hidden("asked_for_remote_help")


def test_afterwards_it_says_so(my: Tickets) -> None:
    my.show(wish())
    assert my.hidden("ask_for_remote_help")
    assert "You asked for remote help" in my.texts()
    assert "Asks for remote help" in my.texts()
    my.show(wish(), Message(id="m10", by=By.TECHNICIAN, name="Budi", text="Coming", created=examples.at(11, 5)))
    assert not my.hidden("ask_for_remote_help")


def test_a_ticket_that_is_reopened_offers_it_with_the_next_message(my: Tickets) -> None:
    solved = Message(id="m9", by=By.TECHNICIAN, name="Budi", text="", action=Action.RESOLVE, created=examples.at(11, 0))
    my.show(solved)
    assert my.hidden("asked_for_remote_help")


def test_steps_and_receipt_stand_between_the_messages(my: Tickets) -> None:
    my.show(steps=True)
    said = "\n".join(my.texts())
    for words in (
        "Budi Santoso asked to see your screen · ",
        "You declined · ",
        "You allowed it, with AnyDesk · ",
        "Ended by: You, with Stop",
    ):
        assert words in said
    card = my.find("receipt_card")
    assert isinstance(card, QWidget)
    assert card.accessibleName().startswith("Remote help by Budi Santoso, 14 minutes")
    assert "Entry in the record: 3f2a9c0d71e4" in card.accessibleName()


def test_a_receipt_without_an_entry_names_none(my: Tickets) -> None:
    words = receipt_words(receipt(elapsed_s=None), Desk())
    assert words[0] == "Remote help by Budi Santoso"
    assert words[-1] == "Agreed to: consent text 1"
