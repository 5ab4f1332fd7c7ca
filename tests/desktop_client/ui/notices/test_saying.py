"""Sentences about which no window is: each is said, none in the place of another, in the language of the moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from desktop_client.reasons import Cause, Reason
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.notice import Notice
from desktop_client.ui.notices.saying import Saying
from desktop_client.ui.words import use_language

DAMAGED = Reason(Cause.OUTBOX_DAMAGED, {"rescued": 3, "lost": 1, "folder": "/q"})
FULL = Reason(Cause.DISK_FULL, {"size_bytes": 1})


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def saying(theme: Theme, qtbot: QtBot, opened: list[str]) -> Iterator[Saying]:
    made = Saying(theme, lambda: opened.append("tickets"), lambda: None)
    yield made
    made.end()
    made._notice.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def notice(saying: Saying) -> Notice:
    return saying._notice


def test_one_after_the_other(qtbot: QtBot, saying: Saying, opened: list[str]) -> None:
    saying.say(DAMAGED)
    first = notice(saying).title.text()
    saying.say(FULL)
    saying.say(FULL)
    saying.say(DAMAGED)
    assert notice(saying).isVisible()
    assert notice(saying).title.text() == first
    qtbot.mouseClick(notice(saying).first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: notice(saying).isVisible() and notice(saying).title.text() != first)
    qtbot.mouseClick(notice(saying).second, Qt.MouseButton.LeftButton)
    assert opened == ["tickets"]
    qtbot.wait(20)
    assert not notice(saying).isVisible()


def test_what_is_told_at_every_look_is_said_once(qtbot: QtBot, saying: Saying) -> None:
    saying.say_once(DAMAGED)
    qtbot.keyClick(notice(saying), Qt.Key.Key_Escape)
    saying.say_once(DAMAGED)
    qtbot.wait(20)
    assert not notice(saying).isVisible()
    saying.say(DAMAGED)
    assert notice(saying).isVisible()


def test_it_follows_the_language(qtbot: QtBot, saying: Saying) -> None:
    saying.say(FULL)
    english = notice(saying).title.text()
    use_language("id")
    qtbot.waitUntil(lambda: notice(saying).title.text() not in {english, ""})


def test_the_program_s_end_says_no_more(qtbot: QtBot, saying: Saying) -> None:
    saying.say(DAMAGED)
    saying.say(FULL)
    saying.end()
    qtbot.wait(20)
    assert not notice(saying).isVisible()


def test_an_article_that_is_not_here_offers_no_way_to_tickets(qtbot: QtBot, saying: Saying) -> None:
    saying.say(Reason(Cause.NO_SUCH_ARTICLE, {"article": "nowhere"}))
    assert notice(saying).first.isVisible()
    assert not notice(saying).second.isVisible()
    qtbot.mouseClick(notice(saying).first, Qt.MouseButton.LeftButton)
    saying.say(DAMAGED)
    qtbot.waitUntil(lambda: notice(saying).isVisible() and notice(saying).second.isVisible())
