"""The program in the tray: everything shown anew, once; what a person opens; what is told; and how it ends."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from contract.about import About
from contract.ids import new_id
from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import ArticleSync
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Reason, RefusedError, refused
from desktop_client.screens.articles import ArticleRow
from desktop_client.screens.now import Now
from desktop_client.screens.tray import Entry
from desktop_client.settings import Preferences
from desktop_client.ui import words
from desktop_client.ui.background import Background
from desktop_client.ui.instance_parts import InstanceParts
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_window import MainWindow, Page
from desktop_client.ui.program import Program, ProgramWork
from desktop_client.ui.tray.announcing import Announcing
from tests.desktop_client.ui.help.small_library import shelve
from tests.desktop_client.ui.report.at_work import press
from tests.desktop_client.ui.tray.test_announcing import Desktop, news
from tests.small_backend import NOW, summary

ABOUT = About(version="1", company="Contoh", help_desk="tim IT")
IDLE = Now(person="Ari", computer="desk-7", about=ABOUT, company="Contoh", address="https://help.example")


def changed(now: Now, **values: Any) -> Now:
    return replace(now, **values)


def waiting(state: DeliveryState = DeliveryState.WAITING) -> Delivery:
    report = new_id()
    return Delivery(id=report, kind=DeliveryKind.REPORT, ticket=report, subject="Printer", state=state, since=datetime.now(UTC))


class Running:
    """A program, what it was shown, and what it asked for."""

    def __init__(self, instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> None:
        self.qtbot, self.instance = qtbot, instance
        self.now: Now | Exception = IDLE
        self.looks = 0
        self.gate = threading.Event()
        self.gate.set()
        self.calls: list[str] = []
        self.desktop = Desktop()
        parts = InstanceParts(
            theme,
            pool,
            disk,
            instance,
            send=lambda: None,
            wake=lambda: self.calls.append("wake"),
            unexpected=self.unexpected,
            articles=ArticleSync(instance),
        )
        self.program = Program(
            theme,
            pool,
            instance.preferences,
            ProgramWork(
                look=self.look,
                wake=lambda: self.calls.append("wake"),
                enrol=lambda *_arguments: pytest.fail("nobody enrols"),
                enrolled=lambda: self.calls.append("enrolled"),
                set_autostart=lambda on: self.calls.append(f"autostart {on}"),
                unexpected=self.unexpected,
                quit=lambda: self.calls.append("quit"),
            ),
            Announcing(self.desktop, lambda: True),
            reporting=parts.reporting,
            following=parts.following,
            checking=parts.checking,
            helping=parts.helping,
        )

    def look(self) -> Now:
        self.looks += 1
        assert self.gate.wait(30)
        if isinstance(self.now, Exception):
            raise self.now
        return self.now

    def unexpected(self, error: Exception) -> Reason:
        self.calls.append(f"unexpected {error}")
        return error.reason if isinstance(error, RefusedError) else Reason(Cause.UNEXPECTED, {"ref": "1"})

    def start(self, show: str = "") -> Program:
        self.program.start(show)
        self.qtbot.waitUntil(lambda: self.program._now is not None)
        return self.program

    def again(self, now: Now | Exception) -> None:
        """Something has changed."""
        self.now = now
        before = self.looks
        self.program.look()
        self.qtbot.waitUntil(lambda: self.looks > before and not self.program._looking)

    def change(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a setting's value
        """As the program of a process does it: kept, applied, told."""
        self.instance.preferences.change(key, value)
        words.use_language(self.instance.preferences.values().language)
        self.program.settings_changed(self.instance.preferences.values())


@pytest.fixture
def running(instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> Iterator[Running]:
    made = Running(instance, theme, pool, disk, qtbot)
    yield made
    made.gate.set()
    made.program.close()
    disk.finish(10)
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def visible(kind: str) -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible() and type(window).__name__ == kind]


def said(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def test_without_a_tray_the_panel_is_a_window(running: Running, qtbot: QtBot) -> None:
    running.start()
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    assert running.program.panel is not None
    assert running.program.panel.windowType() is Qt.WindowType.Window


def test_many_changes_at_once_are_looked_at_twice(running: Running, qtbot: QtBot) -> None:
    running.start()
    running.gate.clear()
    before = running.looks
    for _ in range(20):
        running.program.look()
    qtbot.waitUntil(lambda: running.looks == before + 1)
    running.gate.set()
    qtbot.waitUntil(lambda: running.looks == before + 2 and not running.program._looking)
    qtbot.wait(20)
    assert running.looks == before + 2


def test_a_look_that_fails_is_told_and_the_next_one_works(running: Running, qtbot: QtBot) -> None:
    running.start()
    running.again(refused(Cause.DISK_FULL, size_bytes=1))
    assert [window.title.text() for window in visible("Notice")] == ["The disk is full."]  # type: ignore[attr-defined]
    running.again(refused(Cause.DISK_FULL, size_bytes=1))
    running.again(changed(IDLE, person="Budi"))
    assert running.program._now is not None
    assert running.program._now.person == "Budi"


def test_what_went_wrong_with_the_outbox_is_told_once(running: Running, qtbot: QtBot) -> None:
    running.start()
    damaged = Reason(Cause.OUTBOX_DAMAGED, {"rescued": 3, "lost": 1, "folder": "/q"})
    running.again(changed(IDLE, told=(damaged,)))
    [notice] = visible("Notice")
    assert "/q" in said(notice)
    press(qtbot, notice, "close")
    running.again(changed(IDLE, told=(damaged,)))
    qtbot.wait(20)
    assert visible("Notice") == []


def test_where_the_token_is_kept_is_told_once_there_is_one(running: Running, qtbot: QtBot) -> None:
    told = (Reason(Cause.NO_KEYRING),)
    running.now = changed(IDLE, company="", address="", told=told)
    running.start()
    assert visible("Notice") == []
    running.again(changed(IDLE, told=told))
    assert len(visible("Notice")) == 1


def test_two_things_that_went_wrong_are_both_told(running: Running, qtbot: QtBot) -> None:
    damaged = Reason(Cause.OUTBOX_DAMAGED, {"rescued": 3, "lost": 1, "folder": "/q"})
    running.now = changed(IDLE, told=(damaged, Reason(Cause.NO_KEYRING)))
    running.start()
    [notice] = visible("Notice")
    first = said(notice)
    press(qtbot, notice, "close")
    qtbot.waitUntil(lambda: bool(visible("Notice")) and said(visible("Notice")[0]) != first)


def test_quitting_asks_only_while_something_waits(running: Running, qtbot: QtBot) -> None:
    running.start()
    running.program.ask_to_quit()
    assert running.calls == ["quit"]
    running.calls.clear()
    running.again(changed(IDLE, deliveries=(waiting(), waiting(DeliveryState.REFUSED))))
    running.program.ask_to_quit()
    [question] = visible("QuitQuestion")
    assert "2 reports still waiting." in said(question)
    press(qtbot, question, "stay")
    assert running.calls == []
    running.program.ask_to_quit()
    press(qtbot, visible("QuitQuestion")[0], "quit")
    assert running.calls == ["quit"]


def test_closing_the_window_that_stands_for_the_tray_is_quitting(running: Running, qtbot: QtBot) -> None:
    running.now = changed(IDLE, deliveries=(waiting(),))
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    visible("Panel")[0].close()
    qtbot.waitUntil(lambda: bool(visible("QuitQuestion")))
    press(qtbot, visible("QuitQuestion")[0], "stay")
    assert len(visible("Panel")) == 1
    assert running.calls == []


def test_the_end_asks_nothing_and_leaves_no_window(running: Running, qtbot: QtBot) -> None:
    running.now = changed(IDLE, deliveries=(waiting(),))
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    running.program.open_settings()
    running.program.close()
    qtbot.wait(20)
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == []
    assert running.calls == []


def test_a_click_on_a_notification_opens_the_newest_unread(running: Running, qtbot: QtBot) -> None:
    older, newer = (msgspec.structs.replace(summary(new_id()), updated=NOW.replace(hour=hour)) for hour in (8, 9))
    running.now = changed(IDLE, tickets=(TicketRow(ticket=older, unread=1), TicketRow(ticket=newer, unread=2)))
    running.start()
    running.program.open_newest_unread(older.id)
    [window] = visible("MainWindow")
    assert (window.page(), window.tickets.chosen()) == (Page.TICKETS, newer.id)  # type: ignore[attr-defined]
    read = changed(IDLE, tickets=(TicketRow(ticket=older), TicketRow(ticket=newer)))
    running.again(read)
    running.program.open_newest_unread(older.id)
    assert window.tickets.chosen() == older.id  # type: ignore[attr-defined]


def test_news_are_told_on_the_desktop_unless_the_window_is_in_front(running: Running, qtbot: QtBot) -> None:
    ticket = new_id()
    running.now = changed(IDLE, tickets=(TicketRow(ticket=summary(ticket), unread=1),))
    program = running.start()
    program.news((news(ticket, "Try again"),))
    assert [asked[0] for asked in running.desktop.asked] == ["show"]
    program.open_tickets()
    qtbot.waitUntil(visible("MainWindow")[0].isActiveWindow)
    program.news((news(ticket, "Better?"),))
    assert [asked[0] for asked in running.desktop.asked] == ["show"]
    running.again(IDLE)
    assert [asked[0] for asked in running.desktop.asked] == ["show", "close"]


def test_that_a_report_was_received_stays_on_the_desktop(running: Running, qtbot: QtBot) -> None:
    running.start().received(new_id(), "INC-000001", "Printer")
    running.again(IDLE)
    assert [asked[0] for asked in running.desktop.asked] == ["show"]


@pytest.mark.parametrize(("message", "kind"), [("panel", "Panel"), ("report", "ReportWindow")])
def test_another_process_rings(running: Running, qtbot: QtBot, message: str, kind: str) -> None:
    running.start().rung(message)
    qtbot.waitUntil(lambda: bool(visible(kind)))


def test_another_process_enrolled_or_sent(running: Running, qtbot: QtBot) -> None:
    program = running.start()
    program.rung("enrolled")
    qtbot.waitUntil(lambda: running.calls == ["enrolled"])
    program.rung("sent")
    assert running.calls == ["enrolled", "wake"]


def test_a_computer_that_isn_t_registered_is_asked_to_be(running: Running, qtbot: QtBot) -> None:
    running.now = changed(IDLE, company="", address="")
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("EnrolWindow")))


def test_one_that_its_company_registers_is_not_asked(running: Running, qtbot: QtBot) -> None:
    policy = {"backend_address": "https://help.example", "backend_code": "K7QM-4XPD"}
    running.program._preferences = Preferences(running.instance.profile.settings_file, policy)
    running.now = changed(IDLE, company="", address="")
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    assert visible("EnrolWindow") == []


def test_a_setting_is_kept_and_the_start_at_sign_in_follows(running: Running, qtbot: QtBot) -> None:
    running.start().open_settings()
    [window] = visible("MainWindow")
    settings = window.settings  # type: ignore[attr-defined]
    running.program._changing.change("start_at_sign_in", value=False)
    qtbot.waitUntil(lambda: running.calls == ["autostart False"])
    assert running.instance.preferences.values().start_at_sign_in is False
    running.program._changing.change("language", "klingon")
    qtbot.waitUntil(settings._refusal.isVisible)
    assert running.instance.preferences.values().language == "system"


def test_the_language_changes_at_once_in_every_open_window(running: Running, qtbot: QtBot) -> None:
    program = running.start()
    program.open_tickets()
    program.open_panel()
    program.report()
    qtbot.waitUntil(lambda: bool(visible("ReportWindow")))
    [report] = visible("ReportWindow")
    qtbot.keyClicks(report.words.subject, "Half a sent")  # type: ignore[attr-defined]
    topics = [report.words.category.itemText(number) for number in range(3)]  # type: ignore[attr-defined]
    before = {kind: said(visible(kind)[0]) for kind in ("ReportWindow", "MainWindow", "Panel")}
    running.change("language", "id")
    qtbot.waitUntil(lambda: report.windowTitle() == "Laporkan masalah")
    for kind, words_before in before.items():
        qtbot.waitUntil(lambda kind=kind, words_before=words_before: said(visible(kind)[0]) != words_before)
    assert report.words.subject.text() == "Half a sent"  # type: ignore[attr-defined]
    assert [report.words.category.itemText(number) for number in range(3)] != topics  # type: ignore[attr-defined]


def test_a_report_in_its_window_is_kept_at_the_end(running: Running, qtbot: QtBot, disk: Background) -> None:
    program = running.start("report")
    qtbot.waitUntil(lambda: bool(visible("ReportWindow")), timeout=20_000)
    qtbot.keyClicks(visible("ReportWindow")[0].words.details, "Not done y")  # type: ignore[attr-defined]
    program.close()
    assert disk.finish(10)
    assert [draft.details for draft in running.instance.drafts.all()] == ["Not done y"]


# finding help


def page_of(window: QWidget) -> Page:
    assert isinstance(window, MainWindow)
    return window.page()


def test_sigap_opens_at_home(running: Running, qtbot: QtBot) -> None:
    waits = waiting()
    running.now = changed(IDLE, deliveries=(waits,))
    program = running.start()
    program.open_home()
    [window] = visible("MainWindow")
    assert isinstance(window, MainWindow)
    assert page_of(window) is Page.HOME
    assert "Hello, Ari. What can we help with?" in said(window)
    assert QApplication.focusWidget().objectName() == "report"
    press(qtbot, window, f"ticket_{waits.id}")
    assert (window.page(), window.tickets.chosen()) == (Page.TICKETS, waits.id)
    window.open_at(Page.HOME)
    press(qtbot, window, "open_computer")
    assert window.page() is Page.COMPUTER


def test_home_tells_when_this_computer_was_checked(running: Running, qtbot: QtBot) -> None:
    running.start().open_home()
    [window] = visible("MainWindow")
    assert isinstance(window, MainWindow)
    assert "Not checked yet." in said(window.home)
    window.computer._actions.check()
    qtbot.waitUntil(lambda: "Last checked" in said(window.home), timeout=60_000)


def test_find_help_puts_the_keyboard_into_the_search(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start()
    running.program.tray._entries[Entry.FIND].trigger()
    [window] = visible("MainWindow")
    assert isinstance(window, MainWindow)
    assert window.page() is Page.HELP
    assert window.focusWidget() is window.help.search.field
    qtbot.keyClicks(window.focusWidget(), "vpn")
    qtbot.waitUntil(lambda: [row.id for row in window.help.search.results.rows() if isinstance(row, ArticleRow)] == ["vpn-en"])


def test_typing_in_the_panel_finds_and_enter_opens_all(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    panel = running.program.panel
    assert panel is not None
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel._report.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V)
    qtbot.keyClicks(QApplication.focusWidget(), "pn")
    qtbot.waitUntil(lambda: panel.findChild(QWidget, "answer_vpn-en") is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    [window] = visible("MainWindow")
    assert isinstance(window, MainWindow)
    assert (window.page(), window.help.search.field.text()) == (Page.HELP, "vpn")


def test_an_answer_in_the_panel_opens_the_article(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start("panel")
    qtbot.waitUntil(lambda: bool(visible("Panel")))
    panel = running.program.panel
    assert panel is not None
    qtbot.keyClicks(panel.finder.field, "mail")
    qtbot.waitUntil(lambda: panel.findChild(QWidget, "answer_mail") is not None)
    press(qtbot, panel, "answer_mail")
    qtbot.waitUntil(lambda: bool(visible("MainWindow")) and "Sign in again" in read_in(visible("MainWindow")[0]))


def read_in(window: QWidget) -> str:
    """The text of the article that is shown."""
    return "\n".join(text.toPlainText() for text in window.findChildren(QTextEdit) if text.isVisible())


def test_another_process_opens_an_article(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start().rung("article:vpn-en")
    qtbot.waitUntil(lambda: bool(visible("MainWindow")) and "Restart the VPN program" in read_in(visible("MainWindow")[0]))
    assert page_of(visible("MainWindow")[0]) is Page.HELP


def test_a_start_opens_an_article(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start("article:vpn")
    qtbot.waitUntil(lambda: bool(visible("MainWindow")) and "Restart the VPN program" in read_in(visible("MainWindow")[0]))


def test_an_article_that_is_not_here_is_said(running: Running, qtbot: QtBot) -> None:
    running.start().open_article("nothing")
    qtbot.waitUntil(lambda: bool(visible("Notice")))
    assert "No article nothing." in said(visible("Notice")[0])


def test_a_report_begins_with_the_words_that_found_nothing(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start().open_help("plotter")
    [window] = visible("MainWindow")
    qtbot.waitUntil(lambda: "Nothing found for “plotter”" in said(window))
    press(qtbot, window, "report_words")
    qtbot.waitUntil(lambda: bool(visible("ReportWindow")), timeout=20_000)
    assert visible("ReportWindow")[0].words.subject.text() == "plotter"  # type: ignore[attr-defined]


def test_what_helps_while_writing_opens_beside_the_report_and_closes_it_after_a_question(
    running: Running, qtbot: QtBot, disk: Background
) -> None:
    shelve(running.instance)
    running.start("report")
    qtbot.waitUntil(lambda: bool(visible("ReportWindow")), timeout=20_000)
    [report] = visible("ReportWindow")
    qtbot.keyClicks(report.words.subject, "vpn doesn't connect")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: report.findChild(QWidget, "answer_vpn-en") is not None)
    press(qtbot, report, "answer_vpn-en")
    qtbot.waitUntil(lambda: bool(visible("MainWindow")) and "Restart the VPN program" in read_in(visible("MainWindow")[0]))
    assert report.isVisible()
    press(qtbot, visible("MainWindow")[0], "helped")
    qtbot.waitUntil(lambda: bool(visible("SolvedQuestion")))
    assert report.isVisible()
    press(qtbot, visible("SolvedQuestion")[0], "close_report")
    qtbot.waitUntil(lambda: visible("ReportWindow") == [])
    assert disk.finish(10)
    assert running.instance.drafts.all() == ()
    assert running.calls == []


def test_whoever_keeps_writing_keeps_the_report(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start("report")
    qtbot.waitUntil(lambda: bool(visible("ReportWindow")), timeout=20_000)
    running.program.reporting().helped()
    press(qtbot, visible("SolvedQuestion")[0], "keep_writing")
    assert len(visible("ReportWindow")) == 1
    assert visible("SolvedQuestion") == []


def test_nothing_is_asked_where_no_report_is_open(running: Running) -> None:
    running.start().reporting().helped()
    assert visible("SolvedQuestion") == []


def test_an_article_that_a_message_names_opens(running: Running, qtbot: QtBot) -> None:
    shelve(running.instance)
    running.start().open_tickets()
    [window] = visible("MainWindow")
    assert isinstance(window, MainWindow)
    window.tickets.conversation._actions.open_article("vpn")
    qtbot.waitUntil(lambda: "Restart the VPN program" in read_in(window))
    assert window.page() is Page.HELP
