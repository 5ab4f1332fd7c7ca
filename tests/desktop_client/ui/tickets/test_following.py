"""My tickets at work, on a real profile: replies survive the program, are sent once, and can be taken back without losing a word."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from contract.feed import FeedEntry, FeedPage
from contract.ids import new_id
from contract.tickets import Action, By, Message, PutMessage, State
from desktop_client.flows.follow_tickets import my_tickets
from desktop_client.flows.instance import Instance
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.now import Now
from desktop_client.ui.background import Background
from desktop_client.ui.instance_work import TAKEN_BACK, Tickets
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tickets.following import Following, FollowingActions
from desktop_client.ui.tickets.reply_box import ReplyDraft, ReplyItem
from desktop_client.ui.tickets.tickets_page import TicketsPage
from tests.desktop_client.help_desk.test_outbox import deliver
from tests.desktop_client.ui.report.at_work import press, shown
from tests.small_backend import NOW, summary

TICKET = "00000000-0000-7000-8000-000000000001"


def told(instance: Instance, state: State = State.OPEN) -> None:
    """The feed told of a ticket and a technician's words."""
    message = Message(id=new_id(), by=By.TECHNICIAN, name="Rina", text="Restart it.", created=NOW)
    ticket = summary(TICKET, state=state)
    instance.cache.begin("me")
    instance.cache.apply(
        FeedPage(epoch="one", entries=(FeedEntry(number=1, at=NOW, kind="message", ticket=ticket, message=message),), last=1)
    )


class AtWork:
    """The page with everything behind it."""

    def __init__(self, instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> None:
        self.instance, self.qtbot, self.disk = instance, qtbot, disk
        self.said: list[Reason] = []
        self.edited: list[str] = []
        self.unexpected: list[Exception] = []
        actions = FollowingActions(
            report=lambda: None,
            try_now=lambda _delivery: None,
            edit=self.edited.append,
            changed=self.show,
            unexpected=self.tell,
            say=self.said.append,
        )
        self.following = Following(pool, disk, Tickets(instance, lambda: None).work(), actions)
        self.page = TicketsPage(theme, self.following.actions)
        self.following.attach(self.page)
        self.page.resize(900, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.show()

    def tell(self, error: Exception) -> Reason:
        self.unexpected.append(error)
        return error.reason if isinstance(error, RefusedError) else Reason(Cause.UNEXPECTED, {"ref": "1"})

    def show(self) -> None:
        """As the program does when something has changed."""
        about = self.instance.about()
        tickets = my_tickets(cache=self.instance.cache, outbox=self.instance.outbox)
        now = Now(person="Ari", computer="desk-7", about=about, tickets=tickets, deliveries=self.instance.outbox.waiting())
        self.following.show_now(now)

    def box(self) -> QPlainTextEdit:
        """Where a reply is written, once the conversation is there."""
        self.qtbot.waitUntil(lambda: self.page.conversation.reply.isVisible() and self.page.conversation._view is not None)
        found = self.page.findChild(QPlainTextEdit, "reply_text")
        assert isinstance(found, QPlainTextEdit)
        return found

    def replies(self) -> list[PutMessage]:
        """The replies that wait."""
        found = []
        for delivery in self.instance.outbox.waiting():
            kept = self.instance.outbox.kept(delivery.id)
            assert kept is not None
            found.append(msgspec.json.decode(kept.promise.request, type=PutMessage))
        return found

    def end(self) -> None:
        self.following.keep_now()
        assert self.disk.finish(10)
        self.following._page = None
        self.page.close()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def at_work(instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> Iterator[AtWork]:
    told(instance)
    made = AtWork(instance, theme, pool, disk, qtbot)
    yield made
    made.end()


def test_what_was_being_written_is_there_after_a_restart(
    at_work: AtWork, instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot
) -> None:
    qtbot.keyClicks(at_work.box(), "It still does n")
    at_work.end()
    again = AtWork(instance, theme, pool, disk, qtbot)
    qtbot.waitUntil(lambda: again.box().toPlainText() == "It still does n")
    qtbot.keyClicks(again.box(), "!")
    again.following._keep_later.timeout.emit()
    again.end()
    assert instance.replies.get(TICKET).text in {"It still does n!", "!It still does n"}
    at_work.page = again.page = TicketsPage(theme, at_work.following.actions)


def test_a_reply_is_sent_and_the_box_is_empty_for_good(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    qtbot.keyClicks(at_work.box(), "Done, the same")
    at_work.page.conversation.reply.add_files([tmp_path / "notes.txt"])
    press(qtbot, at_work.page, "reply_send")
    qtbot.waitUntil(lambda: at_work.box().toPlainText() == "" and len(at_work.replies()) == 1)
    [reply] = at_work.replies()
    assert (reply.text, reply.action, [ref.name for ref in reply.attachments]) == ("Done, the same", None, ["notes.txt"])
    # Without waiting for the moment at which drafts are kept: a crash now shows no sent words as unsent.
    assert at_work.disk.finish(10)
    assert at_work.instance.replies.get(TICKET).text == ""


def test_one_that_can_t_be_kept_stays_in_the_box(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClicks(at_work.box(), "With a file")
    at_work.page.conversation.reply.add_files([tmp_path / "gone.txt"])
    press(qtbot, at_work.page, "reply_send")
    qtbot.waitUntil(at_work.page.conversation._refusal.isVisible)
    assert "gone.txt" in at_work.page.conversation._refusal.text()
    assert at_work.box().toPlainText() == "With a file"
    assert at_work.replies() == []
    button = shown(at_work.page, "reply_send")
    assert button is not None
    assert button.isEnabled()


def test_it_works_again_is_said_with_what_was_written(at_work: AtWork, qtbot: QtBot) -> None:
    qtbot.keyClicks(at_work.box(), "Thank you")
    press(qtbot, at_work.page, "works_again")
    qtbot.waitUntil(lambda: len(at_work.replies()) == 1)
    assert [(reply.text, reply.action) for reply in at_work.replies()] == [("Thank you", Action.RESOLVE)]


def test_remote_help_is_asked_for_with_what_was_written_and_then_waits(
    at_work: AtWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = msgspec.structs.replace(at_work.instance.about(), understands=("remote-help",))
    monkeypatch.setattr(at_work.instance, "about", lambda: about)
    at_work.show()
    qtbot.waitUntil(lambda: shown(at_work.page, "ask_for_remote_help") is not None)
    qtbot.keyClicks(at_work.box(), "Please look")
    press(qtbot, at_work.page, "ask_for_remote_help")
    qtbot.waitUntil(lambda: at_work.box().toPlainText() == "" and len(at_work.replies()) == 1)
    assert [(reply.text, reply.wants, reply.action) for reply in at_work.replies()] == [("Please look", "remote-help", None)]
    qtbot.waitUntil(lambda: shown(at_work.page, "ask_for_remote_help") is None)
    asked = at_work.page.findChild(QWidget, "asked_for_remote_help")
    assert isinstance(asked, QWidget)
    qtbot.waitUntil(asked.isVisible)


def test_a_waiting_reply_goes_back_above_what_is_being_written(at_work: AtWork, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClicks(at_work.box(), "First words")
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    at_work.page.conversation.reply._add([ReplyItem("Picture 1.png", picture=picture)])
    press(qtbot, at_work.page, "reply_send")
    qtbot.waitUntil(lambda: len(at_work.replies()) == 1 and at_work.box().toPlainText() == "")
    qtbot.keyClicks(at_work.box(), "Second words")
    [delivery] = at_work.instance.outbox.waiting()
    at_work.following.actions.edit(delivery.id)
    qtbot.waitUntil(lambda: at_work.box().toPlainText() == "First words\n\nSecond words")
    assert at_work.replies() == []
    # The pasted picture was nowhere else any more.
    [item] = at_work.page.conversation.reply.draft().items
    assert item.path is not None
    assert QImage(str(item.path)).size() == picture.size()
    at_work.following.keep_now()
    assert at_work.disk.finish(10)
    press(qtbot, at_work.page, "reply_send")
    qtbot.waitUntil(lambda: len(at_work.replies()) == 1)
    assert len(at_work.replies()[0].attachments) == 1
    qtbot.waitUntil(lambda: list(at_work.instance.profile.drafts_folder.iterdir()) == [])


def test_one_that_has_arrived_meanwhile_can_t_be_taken_back(at_work: AtWork, qtbot: QtBot) -> None:
    qtbot.keyClicks(at_work.box(), "First words")
    press(qtbot, at_work.page, "reply_send")
    qtbot.waitUntil(lambda: at_work.following._now is not None and len(at_work.following._now.deliveries) == 1)
    [delivery] = at_work.instance.outbox.waiting()
    deliver(at_work.instance.outbox, delivery.id, "INC-000001", b"{}")
    at_work.following.actions.edit(delivery.id)
    qtbot.waitUntil(lambda: [reason.cause for reason in at_work.said] == [Cause.CONFLICT])
    assert list(at_work.instance.profile.drafts_folder.glob(f"{TAKEN_BACK}*")) == []


def test_a_waiting_report_is_edited_in_its_window(at_work: AtWork) -> None:
    report = new_id()
    at_work.following.actions.edit(report)
    assert at_work.edited == [report]


def test_what_was_read_is_noted(at_work: AtWork, qtbot: QtBot) -> None:
    assert at_work.instance.cache.unread() == 1
    at_work.box()
    at_work.following.actions.mark_read(TICKET)
    qtbot.waitUntil(lambda: at_work.instance.cache.unread() == 0)


def test_a_kept_file_that_is_gone_by_now_is_left_out(at_work: AtWork, tmp_path: Path) -> None:
    there, gone = tmp_path / "there.txt", tmp_path / "gone.txt"
    for file in (there, gone):
        file.write_text("x", "utf-8")
    tickets = Tickets(at_work.instance, lambda: None)
    tickets.keep_written(TICKET, ReplyDraft("words", (ReplyItem(there.name, there), ReplyItem(gone.name, gone))))
    gone.unlink()
    assert tickets.written(TICKET) == ReplyDraft("words", (ReplyItem("there.txt", there),))
    tickets.keep_written(TICKET, ReplyDraft())
    # A file of the person's own is never deleted.
    assert there.exists()
