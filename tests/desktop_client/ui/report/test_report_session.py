"""One report in its window: nothing that was typed or chosen is lost, whatever comes back late, and it is sent once."""

import errno
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from contract.diagnostics import NotCollected
from contract.guides import Tried
from contract.tickets import PutTicket
from contract.uploads import Kind
from desktop_client.flows.begin_report import Beginning
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.reasons import Cause, Reason, refused, unwritable
from desktop_client.screens.articles import ArticleRow
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.report_actions import SuggestionActions
from desktop_client.ui.report.report_session import LAST_CHANCE_MS, ReportSession
from desktop_client.ui.words import use_language
from tests.desktop_client.help_desk.test_outbox import NOW, refuse
from tests.desktop_client.ui.report.at_work import FOUND, AtWork, press, shown


@pytest.fixture
def at_work(instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> Iterator[AtWork]:
    made = AtWork(instance, theme, pool, disk, qtbot)
    yield made
    made.end()


def promised(at_work: AtWork) -> PutTicket:
    [delivery] = at_work.instance.outbox.waiting()
    kept = at_work.instance.outbox.kept(delivery.id)
    assert kept is not None
    return msgspec.json.decode(kept.promise.request, type=PutTicket)


def said(session: ReportSession) -> list[str]:
    return [label.text() for label in session.window.findChildren(QLabel) if label.isVisible() and label.text()]


def held_up(at_work: AtWork) -> tuple[threading.Event, Callable[..., Draft]]:
    """A way to add files that has copied everything and then waits: the slowest disk there is."""
    gate = threading.Event()

    def add_file(draft: Draft, file: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Draft:
        grown = at_work.instance.drafts.add_file(draft, file, at_work.instance.about().limits, progress, cancelled)
        assert gate.wait(30)
        return grown

    return gate, add_file


def test_words_typed_while_a_file_is_copied_and_details_arrive_are_kept(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    gate, add_file = held_up(at_work)
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    qtbot.keyClicks(session.window.words.subject, "The scanner ")
    session.window.save_now()
    session._additions.add_files((tmp_path / "notes.txt",))
    qtbot.keyClicks(session.window.words.subject, "is stuck")
    qtbot.keyClicks(session.window.words.details, "Since noon.")
    session.window.save_now()
    at_work.collectors.gate.set()
    qtbot.waitUntil(lambda: session.draft.diagnostics == FOUND)
    gate.set()
    qtbot.waitUntil(lambda: not session._additions.busy())
    [kept] = at_work.kept()
    assert (kept.subject, kept.details, kept.diagnostics) == ("The scanner is stuck", "Since noon.", FOUND)
    assert [(item.name, item.kind) for item in kept.items] == [("screen-1.png", Kind.SCREENSHOT), ("notes.txt", Kind.FILE)]
    assert session.window.words.subject.text() == "The scanner is stuck"


def test_what_was_chosen_meanwhile_stays_chosen(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    gate, add_file = held_up(at_work)
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    session._additions.add_files((tmp_path / "notes.txt",))
    press(qtbot, session.window, "leave_out")
    gate.set()
    at_work.collectors.gate.set()
    qtbot.waitUntil(lambda: len(session.draft.items) == 2 and session.draft.diagnostics is not None)
    assert [item.included for item in session.draft.items] == [False, True]


def test_send_waits_two_seconds_for_collectors_and_names_the_slow_ones(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "No sound")
    press(qtbot, session.window, "send")
    assert session._hurry.isActive()
    assert session._hurry.interval() == LAST_CHANCE_MS == 2000
    assert shown(session.window, "send") is not None
    assert not session.window.footer.send_button.isEnabled()
    qtbot.waitUntil(lambda: len(at_work.sent) == 1, timeout=20_000)
    report = promised(at_work)
    assert report.diagnostics is not None
    assert report.diagnostics.not_collected == (NotCollected(collector="Printers", reason="slow: no answer in 2 s"),)
    assert [fact.name for fact in report.diagnostics.facts] == ["free"]
    assert at_work.kept() == ()
    assert at_work.closed == [at_work.sent[0].id]


def test_collectors_that_answer_in_time_are_waited_for_no_longer(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "No sound")
    qtbot.keyClick(session.window.words.subject, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at_work.collectors.gate.set()
    qtbot.waitUntil(lambda: len(at_work.sent) == 1, timeout=20_000)
    assert promised(at_work).diagnostics == FOUND
    assert not session._hurry.isActive()


def test_without_details_it_is_sent_all_the_same(at_work: AtWork, qtbot: QtBot) -> None:
    def broken(_told: object, _stop: object) -> object:
        raise OSError("nothing can be read")

    session = at_work.session(work=replace(at_work.work, diagnose=broken))
    qtbot.keyClicks(session.window.words.subject, "No sound")
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    assert promised(at_work).diagnostics is None
    assert [str(error) for error in at_work.unexpected] == ["nothing can be read"]


def test_send_waits_for_a_file_that_is_being_added(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    gate, add_file = held_up(at_work)
    at_work.collectors.gate.set()
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    qtbot.keyClicks(session.window.words.subject, "See the file")
    session._additions.add_files((tmp_path / "notes.txt",))
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: session.draft.diagnostics is not None)
    assert at_work.sent == []
    gate.set()
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    assert [ref.name for ref in promised(at_work).attachments] == ["screen-1.png", "notes.txt"]


def test_a_file_that_can_t_be_added_stops_the_sending_and_is_named(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    at_work.collectors.gate.set()
    gate = threading.Event()

    def add_file(*_: object) -> Draft:
        assert gate.wait(30)
        raise refused(Cause.FILE_MISSING, file="gone.txt")

    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    qtbot.keyClicks(session.window.words.subject, "See the file")
    session._additions.add_files((tmp_path / "gone.txt",))
    press(qtbot, session.window, "send")
    gate.set()
    qtbot.waitUntil(lambda: any("gone.txt" in text for text in said(session)))
    assert at_work.sent == []
    assert session.window.footer.send_button.isEnabled()
    press(qtbot, session.window, "dismiss")
    assert not any("gone.txt" in text for text in said(session))
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)


def test_one_that_was_cancelled_is_not_sent_and_leaves_no_copy(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    gate, add_file = held_up(at_work)
    at_work.collectors.gate.set()
    (tmp_path / "secret.txt").write_text("not for anybody", "utf-8")
    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    qtbot.keyClicks(session.window.words.subject, "Without the file")
    session._additions.add_files((tmp_path / "secret.txt",))
    press(qtbot, session.window, "cancel_1")
    assert shown(session.window, "cancel_1") is None
    # The copy was done already: it was too late to stop it.
    press(qtbot, session.window, "send")
    gate.set()
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    assert [ref.name for ref in promised(at_work).attachments] == ["screen-1.png"]
    assert at_work.kept() == ()
    assert len(at_work.instance.outbox.waiting()) == 1
    assert not any(b"not for anybody" in file.read_bytes() for file in at_work.instance.profile.root.rglob("*") if file.is_file())


def test_one_that_was_cancelled_in_the_middle_is_forgotten(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    begun, gate = threading.Event(), threading.Event()

    def add_file(draft: Draft, file: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Draft:
        def told(done: int, of: int) -> None:
            progress(done, of)
            begun.set()
            assert gate.wait(30)

        return at_work.instance.drafts.add_file(draft, file, at_work.instance.about().limits, told, cancelled)

    (tmp_path / "big.bin").write_bytes(bytes(9_000_000))
    session = at_work.session(work=replace(at_work.work, add_file=add_file))
    session._additions.add_files((tmp_path / "big.bin",))
    assert begun.wait(30)
    press(qtbot, session.window, "cancel_1")
    gate.set()
    qtbot.waitUntil(lambda: not session._additions.busy())
    at_work.settled()
    assert [item.kind for item in session.draft.items] == [Kind.SCREENSHOT]
    assert session._file_problems == ()
    assert len(list((at_work.instance.drafts.folder / session.draft.id).iterdir())) == 2


def test_a_picture_is_added_and_removed_again(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    session._additions.add_picture(lambda: b"a picture")
    qtbot.waitUntil(lambda: len(session.draft.items) == 2)
    item = session.draft.items[1]
    assert (item.name, item.kind) == ("picture-1.png", Kind.FILE)
    press(qtbot, session.window, f"remove_{item.id}")
    [kept] = at_work.kept()
    assert [each.kind for each in kept.items] == [Kind.SCREENSHOT]
    assert not (at_work.instance.drafts.folder / kept.id / item.file).exists()


def test_the_log_is_attached_as_a_log(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    session.add_log(lambda: b"what happened")
    qtbot.waitUntil(lambda: len(session.draft.items) == 2)
    assert [(item.name, item.kind) for item in session.draft.items][1] == ("sigap.log", Kind.LOG)
    session.add_log(lambda: b"")
    qtbot.waitUntil(lambda: not session._additions.busy())
    assert len(session.draft.items) == 2


def test_closing_an_untouched_report_deletes_its_draft(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    assert at_work.kept() != ()
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    assert at_work.closed == [session.draft.id]
    assert at_work.kept() == ()
    assert list(at_work.instance.drafts.folder.iterdir()) == []


def test_closing_a_touched_one_keeps_it_to_the_last_letter(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.details, "Half a sent")
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: at_work.closed == [session.draft.id])
    [kept] = at_work.kept()
    assert (kept.details, len(kept.items)) == ("Half a sent", 1)


def test_deleting_asks_and_leaves_nothing(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "Never mind")
    session.window.save_now()
    press(qtbot, session.window, "delete_draft")
    press(qtbot, session.window, "delete_now")
    assert at_work.closed == [session.draft.id]
    at_work.collectors.gate.set()
    assert at_work.kept() == ()
    assert list(at_work.instance.drafts.folder.iterdir()) == []


def test_the_program_s_end_keeps_what_was_typed(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "Shutting d")
    session.end()
    assert at_work.closed == [session.draft.id]
    # Qt's loop doesn't run any more: the disk alone has to do it.
    assert at_work.disk.finish(10)
    assert [draft.subject for draft in at_work.instance.drafts.all()] == ["Shutting d"]


def test_the_program_s_end_while_the_screens_are_taken_keeps_what_was_typed(at_work: AtWork, qtbot: QtBot) -> None:
    gate = threading.Event()
    session = at_work.session(work=replace(at_work.work, capture=lambda draft, _spot: gate.wait(30) and draft))
    qtbot.keyClicks(session.window.words.subject, "Shutting d")
    press(qtbot, session.window, "take_again")
    session.end()
    assert at_work.disk.finish(10)
    gate.set()
    assert [draft.subject for draft in at_work.instance.drafts.all()] == ["Shutting d"]


def test_the_program_s_end_after_send_sends_without_the_slow_collectors(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "Last words")
    press(qtbot, session.window, "send")
    session.end()
    assert at_work.disk.finish(10)
    assert promised(at_work).subject == "Last words"
    assert at_work.instance.drafts.all() == ()


def test_a_window_that_is_closed_after_send_is_sent_all_the_same(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "On its way")
    press(qtbot, session.window, "send")
    session.window.close()
    assert not session.window.isVisible()
    assert at_work.closed == []
    at_work.collectors.gate.set()
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    assert at_work.closed == [at_work.sent[0].id]
    assert at_work.kept() == ()
    assert len(at_work.instance.outbox.waiting()) == 1


def full(*_: object) -> Draft:
    raise unwritable(OSError(errno.ENOSPC, "full"), Path("/"))


def test_a_full_disk_keeps_the_window_with_the_words(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.collectors.gate.set()
    session = at_work.session(work=replace(at_work.work, send=full))
    qtbot.keyClicks(session.window.words.subject, "Disk full")
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: session._problem is not None)
    assert session._problem == Reason(Cause.DISK_FULL, {"size_bytes": 100_000_000})
    assert session.window.isVisible()
    assert session.window.words.subject.text() == "Disk full"
    assert session.window.footer.send_button.isEnabled()
    assert session.window.banner.isVisible()
    assert at_work.sent == []
    session._work = at_work.work
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)


def test_a_window_that_was_closed_comes_back_when_sending_failed(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session(work=replace(at_work.work, send=full))
    qtbot.keyClicks(session.window.words.subject, "Disk full")
    press(qtbot, session.window, "send")
    session.window.close()
    at_work.collectors.gate.set()
    qtbot.waitUntil(session.window.isVisible)
    assert session.window.words.subject.text() == "Disk full"
    assert session.window.banner.isVisible()


def test_a_window_whose_words_could_not_be_kept_comes_back(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session(work=replace(at_work.work, save=full))
    qtbot.keyClicks(session.window.words.subject, "Only here")
    session.window.close()
    qtbot.waitUntil(session.window.isVisible)
    assert at_work.closed == []
    assert session.window.words.subject.text() == "Only here"
    session._work = at_work.work
    session.window.close()
    qtbot.waitUntil(lambda: len(at_work.closed) == 1)
    assert [draft.subject for draft in at_work.kept()] == ["Only here"]


def test_taking_again_replaces_the_pictures_and_nothing_else(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "Look again")
    session._additions.add_files((tmp_path / "notes.txt",))
    session.window.save_now()
    qtbot.waitUntil(lambda: len(session.draft.items) == 2)
    press(qtbot, session.window, "take_again")
    assert not session.window.isVisible()
    session.bring_forward()
    assert not session.window.isVisible()
    qtbot.waitUntil(session.window.isVisible)
    [kept] = at_work.kept()
    assert kept.subject == "Look again"
    assert [at_work.instance.drafts.path(kept, item).read_bytes() for item in kept.items] == [b"picture 2", b"mine"]


def test_screens_that_can_t_be_taken_again_leave_those_before(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session(work=replace(at_work.work, capture=full))
    press(qtbot, session.window, "take_again")
    qtbot.waitUntil(session.window.isVisible)
    assert session.window.banner.isVisible()
    assert len(session.draft.items) == 1


def test_removed_characters_are_shown_once_and_then_it_is_sent(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.collectors.gate.set()
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "No sound")
    session.window.words.details.insertPlainText("It says \x07beep")
    press(qtbot, session.window, "send")
    assert session.window.words.details.toPlainText() == "It says beep"
    assert session.window.banner.isVisible()
    assert at_work.sent == []
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    assert promised(at_work).details == "It says beep"


def test_a_refused_report_is_mended_under_the_same_id(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.collectors.gate.set()
    first = at_work.session()
    qtbot.keyClicks(first.window.words.subject, "Printer")
    press(qtbot, first.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    outbox, report = at_work.instance.outbox, at_work.sent[0].id
    refuse(outbox, report, Reason(Cause.REFUSED, {"field": "subject", "detail": "too vague", "ref": "1"}))
    again = at_work.session(at_work.work.edit(report))
    assert outbox.waiting() == ()
    assert again.draft.id == report
    assert again.window.banner.isVisible()
    assert any("too vague" in text for text in said(again))
    assert [item.kind for item in again.draft.items] == [Kind.SCREENSHOT]
    qtbot.keyClick(again.window.words.subject, Qt.Key.Key_End)
    qtbot.keyClicks(again.window.words.subject, " on floor 3")
    press(qtbot, again.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 2)
    [delivery] = outbox.waiting()
    assert (delivery.id, delivery.state) == (report, DeliveryState.WAITING)
    assert promised(at_work).subject == "Printer on floor 3"


def test_the_language_changes_at_once_and_nothing_is_lost(at_work: AtWork, qtbot: QtBot) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "Half a sent")
    english = session.window.words.category.itemText(1)
    use_language("id")
    session.refresh()
    qtbot.waitUntil(lambda: session.window.windowTitle() == "Laporkan masalah")
    assert session.window.words.subject.text() == "Half a sent"
    assert session.window.words.category.itemText(1) != english


def test_what_was_left_out_in_the_review_stays_out(at_work: AtWork, qtbot: QtBot) -> None:
    at_work.collectors.gate.set()
    session = at_work.session()
    qtbot.waitUntil(lambda: session.draft.diagnostics is not None)
    session._leave_out("Disk/free", included=False)
    qtbot.keyClicks(session.window.words.subject, "Without")
    press(qtbot, session.window, "send")
    qtbot.waitUntil(lambda: len(at_work.sent) == 1)
    diagnostics = promised(at_work).diagnostics
    assert diagnostics is None or diagnostics.facts == ()


def test_a_copy_can_be_saved_as_a_file(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    session = at_work.session()
    qtbot.keyClicks(session.window.words.subject, "By hand")
    session._save_as_file(tmp_path / "report.zip")
    at_work.settled()
    assert (tmp_path / "report.zip").stat().st_size > 0
    session._save_as_file(tmp_path / "nowhere" / "report.zip")
    qtbot.waitUntil(session.window.banner.isVisible)


def test_a_guide_that_was_walked_before_is_not_offered_once_more(at_work: AtWork) -> None:
    session = at_work.session()
    walked = Tried(guide="printer", step="look", kind="check", name="queue", result="ok", at=NOW)
    session.add(Beginning(tried=(walked,)))
    rows = (ArticleRow(id="printer.en", key="printer", title="The printer"), ArticleRow(id="paper", key="paper", title="Paper"))
    session._suggestions = SuggestionActions(
        suggest=lambda _subject, _details, show: show(rows), open=lambda _article: None, ignored=lambda _articles: None
    )
    shown: list[tuple[ArticleRow, ...]] = []
    session._suggest("It doesn't print", "", shown.append)
    assert [row.id for row in shown[0]] == ["paper"]
