"""The player at work: a walk on its page, with real threads and real keys, from the first step to the report."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop_client.flows.begin_report import Beginning
from desktop_client.guides import walk as walks
from desktop_client.guides.check import Question
from desktop_client.guides.fix import Applied
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.runner import Asked
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.guides.walk import Walk
from desktop_client.guides.walking import Tools, Walking
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.ui.background import Background
from desktop_client.ui.guide.guide_words import SaidInWindows
from desktop_client.ui.guide.playing import Begun, PlayingWork
from desktop_client.ui.guide.walking_through import GuideProgram, WalkingThrough
from desktop_client.ui.look.theme import Theme
from tests.desktop_client.guides.plugins import ToyCheck, ToyFix
from tests.desktop_client.guides.toy_guides import GUIDES, PRINTER


class AtWork:
    """A stuck queue, and a player on its page."""

    def __init__(self, theme: Theme, pool: Background, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.queue: Seen = found("stuck")
        self.connected: Callable[[Question], Seen] = lambda _question: ok()
        self.fix = ToyFix("clear-queue", ("queue:stuck",), self.mend)
        self.kept = KeptWalks(folder)
        self.reports: list[Beginning] = []
        self.solved: list[str] = []
        self.said: list[Reason] = []
        self.acts: list[str] = []
        self.left = 0
        self.gone: str = ""
        self.shown = 0
        self.begun = 0
        self.title = "The printer"
        program = GuideProgram(report=self.reports.append, solved=self.solved.append, unexpected=self.unexpected, say=self.said.append)
        work = PlayingWork(
            begin=self.begin,
            end=self.kept.forget,
            report=lambda walk, title, lines, _many: Beginning(subject=title, details="\n".join(lines), tried=walk.tried),
            act=self.act,
            limit_s=lambda _name: 5.0,
            portal_page=lambda: "",
        )
        self.through = WalkingThrough(theme, pool, work, program, SaidInWindows())
        self.page = self.through.page
        self.page.resize(900, 700)

    def unexpected(self, error: Exception) -> Reason:
        raise error

    def act(self, name: str) -> bool:
        self.acts.append(name)
        return True

    def mend(self, question: object) -> Applied:  # noqa: ARG002 - the shape of a fix
        self.queue = ok()
        return Applied(done=True, undo={"job": "7"})

    def begin(self, key: str, again: bool) -> Begun:  # noqa: FBT001 - the shape of the work
        if key == self.gone:
            raise refused(Cause.NO_SUCH_ARTICLE, article=key)
        checks = (ToyCheck("connected", self.connected), ToyCheck("queue", lambda _question: self.queue))
        tools = Tools(guides=GUIDES, checks=checks, fixes=(self.fix,), asked=Asked(), kept=self.kept)
        kept: Walk | None = None if again else self.kept.get(key)
        walking = Walking(kept or walks.begin(key, PRINTER), tools)
        walking.begin()
        self.begun += 1
        title = self.title
        return Begun(walking, GUIDES, lambda _key: title)

    # the place

    def show_page(self, _page: object) -> None:
        self.shown += 1
        with self.qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def show_search(self) -> None:
        self.left += 1

    def focus(self) -> None:
        self.page.focus()

    # the person

    def open(self) -> None:
        self.through.open("printer", self)

    def button(self, name: str) -> QAbstractButton:
        def there() -> None:
            button = self.page.findChild(QAbstractButton, name)
            assert button is not None
            assert button.isEnabled()

        self.qtbot.waitUntil(lambda: _quietly(there), timeout=10_000)
        found_button = self.page.findChild(QAbstractButton, name)
        assert found_button is not None
        return found_button

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def reads(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in label.text() for label in self.page.findChildren(QLabel)), timeout=10_000)


def _quietly(there: Callable[[], None]) -> bool:
    try:
        there()
    except AssertionError:
        return False
    return True


@pytest.fixture
def at_work(theme: Theme, pool: Background, qtbot: QtBot, tmp_path: Path) -> AtWork:
    made = AtWork(theme, pool, qtbot, tmp_path / "walks")
    qtbot.addWidget(made.page)
    return made


def test_looked_at_fixed_proved_and_done_by_keyboard_alone(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.open()
    at_work.button("next")
    QTest.keyClick(at_work.page, Qt.Key.Key_Return)
    at_work.button("fix")
    QTest.keyClick(at_work.page, Qt.Key.Key_Return)
    at_work.reads("Fixed. Checked again")
    assert at_work.button("put_back")
    at_work.button("next")
    QTest.keyClick(at_work.page, Qt.Key.Key_Return)
    at_work.press("works")
    at_work.reads("Checked: it works again")
    at_work.press("done")
    assert (at_work.solved, at_work.left) == (["printer"], 1)
    qtbot.waitUntil(lambda: at_work.kept.all() == (), timeout=10_000)
    assert at_work.reports == []


def test_left_in_the_middle_it_goes_on_there(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.open()
    at_work.press("next")
    at_work.button("fix")
    QTest.keyClick(at_work.page, Qt.Key.Key_Escape)
    assert at_work.left == 1
    at_work.open()
    at_work.button("fix")
    at_work.reads("You are back where you were.")


def test_put_back(at_work: AtWork) -> None:
    at_work.open()
    at_work.press("next")
    at_work.press("fix")
    at_work.press("put_back")
    at_work.reads("It is as before")
    assert at_work.fix.undone == [{"job": "7"}]


def test_still_broken_opens_a_report_with_what_was_tried(at_work: AtWork) -> None:
    at_work.queue = ok()
    at_work.open()
    at_work.press("next")
    at_work.press("answer_unknown")
    at_work.press("report")
    at_work.qtbot.waitUntil(lambda: bool(at_work.reports), timeout=10_000)
    (report,) = at_work.reports
    assert report.subject == "The printer"
    assert [(one.kind, one.result) for one in report.tried] == [("check", "ok"), ("check", "ok"), ("answer", "unknown")]
    assert report.details.splitlines()[:2] == ["Tried before this report:", "Network connection: OK"]
    at_work.qtbot.waitUntil(lambda: at_work.kept.all() == (), timeout=10_000)


def test_a_check_that_takes_long_is_stopped_by_its_button_and_the_guide_goes_on(at_work: AtWork) -> None:
    released = threading.Event()

    def slow(question: Question) -> Seen:
        question.stopped.wait(10)
        released.wait(10)
        return ok()

    at_work.connected = slow
    at_work.open()
    at_work.press("stop")
    at_work.button("next")
    released.set()


def test_leaving_while_it_is_fetched_or_gone_leads_back(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.gone = "printer"
    at_work.open()
    qtbot.waitUntil(lambda: bool(at_work.said), timeout=10_000)
    assert at_work.said[0].cause is Cause.NO_SUCH_ARTICLE
    assert (at_work.left, at_work.shown) == (1, 0)
    assert isinstance(refused(Cause.NO_SUCH_ARTICLE), RefusedError)


def test_the_end_of_the_program_in_the_middle_of_a_check_keeps_the_place(at_work: AtWork, qtbot: QtBot) -> None:
    began, released = threading.Event(), threading.Event()

    def slow(_question: Question) -> Seen:
        began.set()
        released.wait(10)
        return ok()

    at_work.connected = slow
    at_work.open()
    qtbot.waitUntil(began.is_set, timeout=10_000)
    at_work.through.close()
    released.set()
    kept = at_work.kept.get("printer")
    assert kept
    assert (kept.place.step, kept.tried) == ("look", ())


def test_a_guide_that_was_left_and_fails_disturbs_no_other(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.gone = "gone"
    at_work.through.open("gone", at_work)
    at_work.open()
    qtbot.waitUntil(lambda: bool(at_work.said), timeout=10_000)
    at_work.press("next")
    at_work.button("fix")
    assert at_work.left == 0


def test_in_another_language_the_guide_is_read_anew_where_it_was(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.open()
    at_work.press("next")
    at_work.button("fix")
    begun = at_work.begun
    at_work.title = "Printernya"
    at_work.page.retranslate()
    qtbot.waitUntil(lambda: at_work.begun == begun + 1, timeout=10_000)
    at_work.reads("Printernya")
    at_work.button("fix")
    assert not any("You are back" in label.text() for label in at_work.page.findChildren(QLabel))
