"""This computer at work: a check with its progress, that can be ended and run again."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from contract.diagnostics import Diagnostics
from desktop_client.flows.instance import Instance
from desktop_client.screens.computer import Progress
from desktop_client.ui.background import Background
from desktop_client.ui.computer.checking import Checking
from desktop_client.ui.computer.computer_page import ComputerPage
from desktop_client.ui.instance_work import check, names
from desktop_client.ui.look.theme import Theme
from tests.desktop_client.ui.report.at_work import FOUND, Collectors

Make = Callable[[Callable[..., Diagnostics]], Checking]


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def checking(qtbot: QtBot, theme: Theme, pool: Background, errors: list[Exception]) -> Iterator[Make]:
    made: list[Checking] = []
    pages: list[ComputerPage] = []

    def make(diagnose: Callable[..., Diagnostics]) -> Checking:
        made.append(Checking(pool, diagnose, lambda: ("desk-7", "192.0.2.7"), errors.append))
        pages.append(ComputerPage(theme, made[-1].actions))
        made[-1].attach(pages[-1])
        return made[-1]

    yield make
    for each in made:
        each.close()
    for page in pages:
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_name_and_address_are_there_without_a_check(qtbot: QtBot, checking: Make) -> None:
    at_work = checking(Collectors())
    qtbot.waitUntil(lambda: (at_work._view.computer, at_work._view.address) == ("desk-7", "192.0.2.7"))
    assert at_work._view.diagnostics is None


def test_one_check_at_a_time_with_progress(qtbot: QtBot, checking: Make) -> None:
    collectors = Collectors()
    at_work = checking(collectors)
    at_work.actions.check()
    at_work.actions.check()
    qtbot.waitUntil(lambda: at_work._view.checking == Progress(done=1, total=2))
    collectors.gate.set()
    qtbot.waitUntil(lambda: at_work._view.diagnostics == FOUND)
    assert at_work._view.checking is None
    assert collectors.asked == 1


def test_it_can_be_ended_and_run_again(qtbot: QtBot, checking: Make) -> None:
    collectors = Collectors()
    at_work = checking(collectors)
    at_work.actions.check()
    at_work.actions.cancel()
    qtbot.waitUntil(lambda: at_work._view.checking is None)
    assert at_work._view.diagnostics is not None
    assert [missing.collector for missing in at_work._view.diagnostics.not_collected] == ["Printers"]
    collectors.gate.set()
    at_work.actions.check()
    qtbot.waitUntil(lambda: at_work._view.diagnostics == FOUND)


def test_a_failure_ends_the_progress_and_keeps_what_was_known(qtbot: QtBot, checking: Make, errors: list[Exception]) -> None:
    collectors = Collectors()
    collectors.gate.set()
    fails = threading.Event()

    def diagnose(told: Callable[[int, int], None], stop: threading.Event) -> Diagnostics:
        if fails.is_set():
            raise OSError("broken")
        return collectors(told, stop)

    at_work = checking(diagnose)
    at_work.actions.check()
    qtbot.waitUntil(lambda: at_work._view.diagnostics == FOUND)
    fails.set()
    at_work.actions.check()
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert at_work._view.checking is None
    assert at_work._view.diagnostics == FOUND


def test_the_real_check_of_this_computer(qtbot: QtBot, checking: Make, instance: Instance) -> None:
    at_work = checking(lambda told, stop: check(instance, told, stop))
    at_work.actions.check()
    qtbot.waitUntil(lambda: at_work._view.diagnostics is not None, timeout=60_000)
    assert at_work._view.diagnostics is not None
    assert any(fact.group == "System" for fact in at_work._view.diagnostics.facts)
    assert names()[0]
