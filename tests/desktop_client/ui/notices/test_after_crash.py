"""The first start after a crash: it is told, and a report with the log is one click away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.notices.after_crash import AfterCrash


class Reports:
    """Stands for reporting: remembers with which log a report began."""

    def __init__(self) -> None:
        self.logs: list[bytes] = []

    def start(self, log: object) -> None:
        assert callable(log)
        self.logs.append(log())


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def crash(qtbot: QtBot, theme: Theme, reports: Reports) -> Iterator[AfterCrash]:
    made = AfterCrash(theme, lambda: reports, lambda: b"what happened")  # type: ignore[arg-type, return-value]
    yield made
    made.close()
    made._window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize(("kept", "sentence"), [(True, "Your draft is kept."), (False, "Nothing that waits to be sent was lost.")])
def test_it_says_what_is_safe(crash: AfterCrash, *, kept: bool, sentence: str) -> None:
    crash.show(draft_kept=kept)
    assert crash._window.isVisible()
    assert crash._window.text.text() == sentence


def test_the_log_goes_into_a_report(qtbot: QtBot, crash: AfterCrash, reports: Reports) -> None:
    crash.show(draft_kept=False)
    qtbot.mouseClick(crash._window.findChild(QPushButton, "attach_log"), Qt.MouseButton.LeftButton)
    assert reports.logs == [b"what happened"]
    assert not crash._window.isVisible()


def test_escape_is_no_report(qtbot: QtBot, crash: AfterCrash, reports: Reports) -> None:
    crash.show(draft_kept=True)
    qtbot.keyClick(crash._window, Qt.Key.Key_Escape)
    assert reports.logs == []
    assert not crash._window.isVisible()
