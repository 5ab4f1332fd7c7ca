"""The newest words win, one search at a time, and Qt's thread waits for none."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop_client.ui.background import Background
from desktop_client.ui.help.searching import Searching


class Engine:
    """A search that takes as long as the test wants."""

    def __init__(self, pool: Background) -> None:
        self.asked: list[str] = []
        self.found: list[tuple[str, str]] = []
        self.errors: list[Exception] = []
        self.gate = threading.Event()
        self.gate.set()
        self.threads: set[int] = set()
        self.searching = Searching(pool, self.find, lambda words, result: self.found.append((words, result)), self.errors.append)

    def find(self, words: str) -> str:
        self.asked.append(words)
        self.threads.add(threading.get_ident())
        assert self.gate.wait(20)
        if words == "broken":
            raise ValueError(words)
        return words.upper()


@pytest.fixture
def engine(pool: Background) -> Engine:
    return Engine(pool)


def test_letters_that_come_fast_are_one_search(engine: Engine, qtbot: QtBot) -> None:
    for end in range(1, 8):
        engine.searching.ask("printer"[:end])
    qtbot.waitUntil(lambda: bool(engine.found))
    assert (engine.asked, engine.found) == (["printer"], [("printer", "PRINTER")])
    assert threading.get_ident() not in engine.threads


def test_only_the_newest_words_are_answered(engine: Engine, qtbot: QtBot) -> None:
    engine.gate.clear()
    engine.searching.ask("p")
    qtbot.waitUntil(lambda: engine.asked == ["p"])
    for words in ("pr", "pri", "prin"):
        engine.searching.ask(words)
        qtbot.wait(30)
    engine.gate.set()
    qtbot.waitUntil(lambda: bool(engine.found))
    assert (engine.asked, engine.found) == (["p", "prin"], [("prin", "PRIN")])


def test_what_is_forgotten_is_not_told(engine: Engine, qtbot: QtBot) -> None:
    engine.gate.clear()
    engine.searching.ask("p")
    qtbot.waitUntil(lambda: engine.asked == ["p"])
    engine.searching.forget()
    engine.gate.set()
    engine.searching.ask("x")
    qtbot.waitUntil(lambda: bool(engine.found))
    assert engine.found == [("x", "X")]


def test_a_search_that_fails_is_told_and_the_next_one_works(engine: Engine, qtbot: QtBot) -> None:
    engine.searching.ask("broken")
    qtbot.waitUntil(lambda: bool(engine.errors))
    engine.searching.ask("whole")
    qtbot.waitUntil(lambda: engine.found == [("whole", "WHOLE")])
