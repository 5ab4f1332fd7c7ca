import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop_client.ui.background import Background


def test_work_is_done_elsewhere_and_its_result_arrives_in_qts_thread(qtbot: QtBot) -> None:
    background = Background()
    seen: list[tuple[str, threading.Thread]] = []
    background.run(lambda: threading.current_thread().name, lambda name: seen.append((name, threading.current_thread())))
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0][0].startswith("background-")
    assert seen[0][1] is threading.main_thread()
    background.close()


def test_a_failure_arrives_too(qtbot: QtBot) -> None:
    background = Background()
    failures: list[Exception] = []

    def work() -> None:
        raise OSError("no disk")

    background.run(work, failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], OSError)
    background.close()


@pytest.mark.expects_log
def test_a_failure_that_nobody_takes_is_logged(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    background = Background()

    def work() -> None:
        raise OSError("no disk")

    background.run(work)
    qtbot.waitUntil(lambda: "work in the background failed" in caplog.text)
    background.close()


def test_qts_thread_goes_on_while_all_workers_are_held_up(qtbot: QtBot) -> None:
    background = Background(workers=2)
    gate = threading.Event()
    done: list[int] = []
    for number in range(5):
        background.run(lambda number=number: gate.wait(30) and number, done.append)
    ticks: list[int] = []
    background.post(lambda: ticks.append(1))
    qtbot.waitUntil(lambda: ticks == [1])
    assert done == []
    gate.set()
    qtbot.waitUntil(lambda: sorted(done) == [0, 1, 2, 3, 4])
    background.close()


def test_nobody_is_told_of_work_that_was_forgotten(qtbot: QtBot) -> None:
    background = Background(workers=1)
    told: list[str] = []
    gate = threading.Event()
    running = background.run(lambda: gate.wait(30), lambda _result: told.append("first"))
    running.forget()
    gate.set()
    background.run(lambda: "second", told.append)
    qtbot.waitUntil(lambda: told == ["second"])
    background.close()


def test_nothing_crosses_after_closing(qtbot: QtBot) -> None:
    background = Background()
    told: list[int] = []
    background.post(lambda: told.append(1))
    background.close()
    qtbot.wait(20)
    assert told == []
