"""What is told on the desktop, and what is taken away again."""

import pytest
from PySide6.QtWidgets import QApplication

from contract.tickets import By, Message
from desktop_client.help_desk.news import News, NewsKind
from desktop_client.ui.tray.announcing import Announcing, first_line
from tests.small_backend import NOW, summary

ONE, OTHER = "00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"


class Desktop:
    """A service that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def show(self, key: str, title: str, text: str) -> None:
        self.asked.append(("show", key, title, text))

    def close(self, key: str) -> None:
        self.asked.append(("close", key))


def news(ticket: str, text: str, kind: NewsKind = NewsKind.REPLY) -> News:
    message = Message(id=ticket, by=By.TECHNICIAN, name="Rina", text=text, created=NOW)
    return News(kind=kind, ticket=summary(ticket), message=message)


@pytest.fixture
def desktop(qapp: QApplication) -> Desktop:
    return Desktop()


def test_of_each_ticket_the_last_is_told(desktop: Desktop) -> None:
    Announcing(desktop, lambda: True).news((news(ONE, "first"), news(OTHER, "else"), news(ONE, "\n second \nthird")))
    assert desktop.asked == [
        ("show", ONE, "Rina replied", "second\nINC-000001 · Printer"),
        ("show", OTHER, "Rina replied", "else\nINC-000001 · Printer"),
    ]


def test_what_was_read_is_taken_away_and_nothing_else(desktop: Desktop) -> None:
    announcing = Announcing(desktop, lambda: True)
    announcing.news((news(ONE, "a"), news(OTHER, "b")))
    desktop.asked.clear()
    announcing.seen(frozenset({ONE}))
    announcing.seen(frozenset({ONE}))
    assert desktop.asked == [("close", OTHER)]


def test_that_a_report_was_received_is_left_to_be_read(desktop: Desktop) -> None:
    announcing = Announcing(desktop, lambda: False)
    announcing.received(ONE, "INC-000001", "Printer")
    announcing.seen(frozenset())
    assert desktop.asked == [("show", ONE, "INC-000001 received.", "Printer")]


def test_who_wants_no_notifications_gets_none(desktop: Desktop) -> None:
    Announcing(desktop, lambda: False).news((news(ONE, "a"),))
    assert desktop.asked == []


def test_a_solved_ticket_asks_whether_it_works(desktop: Desktop) -> None:
    solved = news(ONE, "", NewsKind.RESOLVED)
    Announcing(desktop, lambda: True).news((solved,))
    assert desktop.asked == [("show", ONE, "INC-000001 solved. Does it work now?", "Printer")]


def test_a_long_reply_is_cut() -> None:
    assert len(first_line("a" * 500)) == 200
    assert first_line(" \n\n short\nmore") == "short"
