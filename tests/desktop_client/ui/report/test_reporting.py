"""From the click to the window that says it was received: one report at a time, and no draft loses another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from contract.uploads import Kind
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.outgoing import Outgoing
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.now import Now
from desktop_client.ui.background import Background
from desktop_client.ui.instance_work import Tickets
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.window import Window
from desktop_client.ui.report.report_session import ReportSession
from desktop_client.ui.report.reporting import Reporting, ReportingActions
from tests.desktop_client.help_desk.test_outbox import deliver, refuse, take
from tests.desktop_client.ui.report.at_work import AtWork, press


class Reports(AtWork):
    """Reporting on a real profile."""

    def __init__(self, instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> None:
        super().__init__(instance, theme, pool, disk, qtbot)
        self.collectors.gate.set()
        self.changes = 0
        self.said: list[Reason] = []
        tickets = Tickets(instance, lambda: None)
        self.reporting = Reporting(
            theme,
            pool,
            disk,
            self.work,
            ReportingActions(
                changed=self._changed,
                try_now=lambda _report: None,
                open_ticket=lambda _ticket: None,
                delivery=tickets.delivery,
                save_delivery=tickets.save_delivery,
                unexpected=self.tell,
                say=self.said.append,
            ),
        )

    def _changed(self) -> None:
        self.changes += 1

    def opened(self) -> ReportSession:
        """The report that is open, once it is."""
        self.qtbot.waitUntil(lambda: self.reporting._session is not None and self.reporting._session.window.isVisible(), timeout=20_000)
        assert self.reporting._session is not None
        self.reporting._session.window.activateWindow()
        return self.reporting._session

    def question(self) -> QWidget:
        """The question about a kept draft, once it is asked."""
        self.qtbot.waitUntil(lambda: bool(visible("DraftQuestion")), timeout=20_000)
        return visible("DraftQuestion")[0]

    def keep(self, subject: str) -> Draft:
        """A draft of before, with a picture."""
        draft = self.capture(self.instance.drafts.new(), None)
        draft = msgspec.structs.replace(draft, subject=subject)
        self.instance.drafts.save(draft)
        return draft

    def send(self, subject: str) -> str:
        """A report by mouse and keyboard; its id."""
        self.reporting.start()
        session = self.opened()
        self.qtbot.keyClicks(session.window.words.subject, subject)
        press(self.qtbot, session.window, "send")
        self.qtbot.waitUntil(lambda: session.draft.id in self.reporting._windows)
        return session.draft.id

    def nobody_answers(self, report: str) -> None:
        """It was tried once."""
        outbox = self.instance.outbox
        Outgoing(outbox.database).failed(take(outbox, report), Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME), None)
        self.reporting.show_now(self.now())

    def now(self) -> Now:
        return Now(person="Ari", computer="desk-7", about=self.instance.about(), deliveries=self.instance.outbox.waiting())


def visible(kind: str) -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and type(window).__name__ == kind]


@pytest.fixture
def reports(instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> Iterator[Reports]:
    made = Reports(instance, theme, pool, disk, qtbot)
    yield made
    made.reporting.close()
    made.end()
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_click_opens_one_report_and_the_next_brings_it_forward(reports: Reports) -> None:
    reports.reporting.start()
    reports.reporting.start()
    session = reports.opened()
    assert [item.kind for item in session.draft.items] == [Kind.SCREENSHOT]
    reports.reporting.start()
    reports.settled()
    assert reports.reporting._session is session
    assert reports.pictures == 1


def test_our_windows_step_aside_and_come_back(reports: Reports, theme: Theme, qtbot: QtBot) -> None:
    ours, tool = Window(theme), QWidget(None, Qt.WindowType.Tool)
    seen: list[bool] = []
    take = reports.capture

    def capture(draft: Draft, pointer: object) -> Draft:
        seen.append(ours.isVisible() or tool.isVisible())
        return take(draft, pointer)

    reports.capture = capture  # type: ignore[method-assign]
    for window in (ours, tool):
        window.show()
    reports.reporting.start()
    reports.opened()
    assert seen == [False]
    assert ours.isVisible()
    assert not tool.isVisible()


def test_go_on_keeps_the_words_and_takes_the_fresh_pictures_along(reports: Reports, qtbot: QtBot) -> None:
    kept = reports.keep("Half a sent")
    reports.reporting.start()
    press(qtbot, reports.question(), "go_on")
    session = reports.opened()
    assert (session.draft.id, session.draft.subject) == (kept.id, "Half a sent")
    assert [item.included for item in session.draft.items] == [True, False]
    assert [draft.id for draft in reports.kept()] == [kept.id]


def test_a_new_report_leaves_the_draft_alone(reports: Reports, qtbot: QtBot) -> None:
    kept = reports.keep("Half a sent")
    reports.reporting.start()
    press(qtbot, reports.question(), "new_report")
    session = reports.opened()
    assert session.draft.id != kept.id
    qtbot.keyClicks(session.window.words.subject, "Something else")
    session.window.close()
    qtbot.waitUntil(lambda: reports.reporting._session is None)
    assert {draft.subject for draft in reports.kept()} == {"Half a sent", "Something else"}


def test_escape_from_the_question_forgets_the_fresh_pictures_only(reports: Reports, qtbot: QtBot) -> None:
    kept = reports.keep("Half a sent")
    reports.reporting.start()
    question = reports.question()
    reports.reporting.start()
    assert visible("DraftQuestion") == [question]
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert reports.kept() == (kept,)
    assert [path.name for path in reports.instance.drafts.folder.iterdir()] == [kept.id]
    reports.reporting.start()
    reports.question()


def test_the_log_begins_a_report_joins_a_kept_one_and_an_open_one(reports: Reports, qtbot: QtBot) -> None:
    reports.keep("Half a sent")
    reports.reporting.start(log=lambda: b"what happened")
    press(qtbot, reports.question(), "go_on")
    session = reports.opened()
    assert [item.kind for item in session.draft.items if item.included] == [Kind.SCREENSHOT, Kind.LOG]
    reports.reporting.start(log=lambda: b"and more")
    qtbot.waitUntil(lambda: sum(item.kind is Kind.LOG for item in session.draft.items) == 2)


def test_a_disk_that_is_full_at_the_click_is_told(reports: Reports, qtbot: QtBot) -> None:
    def broken(*_: object) -> Draft:
        raise OSError("gone")

    reports.capture = broken  # type: ignore[method-assign]
    reports.reporting.start()
    qtbot.waitUntil(lambda: [reason.cause for reason in reports.said] == [Cause.UNEXPECTED])
    del reports.capture  # type: ignore[method-assign]
    reports.reporting.start()
    reports.opened()


def test_after_sending_a_small_window_tells_how_it_stands(reports: Reports, qtbot: QtBot) -> None:
    report = reports.send("No sound")
    [window] = visible("AfterSendWindow")
    assert reports.reporting.tells_of(report)
    assert reports.changes == 1
    deliver(reports.instance.outbox, report, "INC-000007", b"{}")
    reports.reporting.show_now(reports.now())
    qtbot.waitUntil(lambda: "INC-000007" in window._title.text() + window._text.text())  # type: ignore[attr-defined]
    press(qtbot, window, "copy")
    assert QApplication.clipboard().text() == "INC-000007"
    press(qtbot, window, "close")
    assert not reports.reporting.tells_of(report)


def test_two_reports_have_a_window_each(reports: Reports) -> None:
    first, second = reports.send("One"), reports.send("Two")
    assert len(visible("AfterSendWindow")) == 2
    assert reports.reporting.tells_of(first)
    assert reports.reporting.tells_of(second)


def test_a_waiting_report_is_edited_from_its_window(reports: Reports, qtbot: QtBot) -> None:
    report = reports.send("No sound")
    reports.nobody_answers(report)
    press(qtbot, visible("AfterSendWindow")[0], "edit")
    reports.reporting.edit(report)
    session = reports.opened()
    assert (session.draft.id, session.draft.subject) == (report, "No sound")
    assert reports.instance.outbox.waiting() == ()
    assert visible("AfterSendWindow") == []
    assert reports.said == []


def test_while_another_is_open_editing_shows_that_one_and_takes_nothing_back(reports: Reports, qtbot: QtBot) -> None:
    report = reports.send("No sound")
    reports.nobody_answers(report)
    reports.reporting.start()
    session = reports.opened()
    press(qtbot, visible("AfterSendWindow")[0], "edit")
    reports.settled()
    assert reports.reporting._session is session
    assert reports.reporting.tells_of(report)
    assert [delivery.id for delivery in reports.instance.outbox.waiting()] == [report]


def test_a_refused_report_is_mended(reports: Reports, qtbot: QtBot) -> None:
    report = reports.send("Printer")
    refuse(reports.instance.outbox, report, Reason(Cause.REFUSED, {"field": "subject", "detail": "too vague", "ref": "1"}))
    reports.reporting.show_now(reports.now())
    press(qtbot, visible("AfterSendWindow")[0], "edit")
    session = reports.opened()
    assert session.window.banner.isVisible()
    qtbot.keyClicks(session.window.words.subject, "Better: ")
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: reports.reporting.tells_of(report))


def test_one_that_has_arrived_meanwhile_can_t_be_edited(reports: Reports, qtbot: QtBot) -> None:
    report = reports.send("No sound")
    deliver(reports.instance.outbox, report, "INC-000007", b"{}")
    reports.reporting.edit(report)
    qtbot.waitUntil(lambda: [reason.cause for reason in reports.said] == [Cause.CONFLICT])
    reports.reporting.start()
    reports.opened()


def test_a_report_is_saved_as_a_file(reports: Reports, qtbot: QtBot, tmp_path: Path) -> None:
    report = reports.send("No sound")
    window = visible("AfterSendWindow")[0]
    save: Callable[[str, Path], object] = window._actions.save_as_file  # type: ignore[attr-defined]
    save(report, tmp_path / "report.zip")
    reports.settled()
    assert (tmp_path / "report.zip").stat().st_size > 0
