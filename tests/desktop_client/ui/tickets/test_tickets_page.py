"""My tickets by mouse and keyboard: choosing, reading, replying, answering, and what waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from contract.tickets import Action, By, State
from desktop_client.help_desk.conversation import Conversation
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.tickets import Answer, Held, TicketLists, conversation_view, held_view, ticket_lists
from desktop_client.ui.examples import main_window as examples
from desktop_client.ui.examples.panel import DESK
from desktop_client.ui.gallery import LOOKS, dress, settle
from desktop_client.ui.parts.message_text import MessageText
from desktop_client.ui.tickets.conversation import SHOWN
from desktop_client.ui.tickets.reply_box import ReplyBox, ReplyDraft, ReplyEdit, ReplyItem
from desktop_client.ui.tickets.ticket_list import ROW, TicketList
from desktop_client.ui.tickets.tickets_page import TicketsActions, TicketsPage
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.measured import clipped, outside, overlapping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Page:
    """The page with what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.calls: list[tuple[object, ...]] = []
        self.qtbot = qtbot
        names = ("report", "select", "mark_read", "send", "keep_draft", "try_now", "edit", "save_as_file", "open_article")
        self.page = TicketsPage(dress(app, LOOKS[0]), TicketsActions(**{name: self.take(name) for name in names}))
        qtbot.addWidget(self.page)
        self.page.resize(840, 680)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def take(self, name: str) -> Callable[..., None]:
        return lambda *values: self.calls.append((name, *values))

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def find(self, name: str) -> QWidget:
        found = [widget for widget in self.page.findChildren(QWidget, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible {name}"
        return found[0]

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def hidden(self, name: str) -> bool:
        return not any(widget.isVisible() for widget in self.page.findChildren(QWidget, name))

    def show_printer(self, *, unread: int = 0, state: State = State.OPEN, more: tuple[object, ...] = ()) -> None:
        self.page.show_lists(ticket_lists(examples.rows(solved=state is State.RESOLVED), []), DESK)
        self.page.open_ticket("t123")
        talk = Conversation(ticket=examples.printer(state), messages=(*examples.talk(), *more), unread=unread)  # type: ignore[arg-type]
        self.page.show_conversation(conversation_view(talk))


@pytest.fixture
def my(qtbot: QtBot) -> Iterator[Page]:
    use_language("en")
    yield Page(qtbot)
    use_language("en")


def rows_of(page: TicketsPage) -> list[str]:
    shown = page.findChild(TicketList, "ticket_list")
    return [shown.model().index(n, 0).data(ROW).id for n in range(shown.model().rowCount())]


# The list


def test_nothing_yet_offers_to_report(my: Page) -> None:
    my.page.show_lists(TicketLists(), DESK)
    my.click("report")
    assert my.asked("report") == [()]


def test_the_unread_one_is_chosen_at_first_and_shown_once_it_has_come(my: Page) -> None:
    my.page.show_lists(ticket_lists(examples.rows(), [examples.waiting()]), DESK)
    assert my.asked("select") == [("t123",)]
    assert my.hidden("conversation")
    my.page.show_conversation(conversation_view(Conversation(ticket=examples.printer(), messages=examples.talk())))
    assert my.find("conversation").isVisible()


def test_an_answer_for_a_ticket_that_is_no_longer_looked_at_is_left_out(my: Page) -> None:
    my.show_printer()
    my.page.open_ticket("t119")
    my.page.show_conversation(conversation_view(Conversation(ticket=examples.printer(), messages=examples.talk())))
    assert my.hidden("conversation")


def test_arrow_keys_move_and_ask_for_the_next_ticket(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    my.page.focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert my.asked("select")[-1] == ("t119",)
    assert my.page.chosen() == "t119"


def test_solved_ones_are_on_the_other_tab(my: Page) -> None:
    my.show_printer()
    assert rows_of(my.page) == ["t123", "t119", "t116"]
    my.click("segment_solved")
    assert rows_of(my.page) == ["t94"]
    assert my.page.chosen() == "t94"


def test_the_tab_follows_a_ticket_that_is_opened_from_elsewhere(my: Page) -> None:
    my.show_printer()
    my.page.open_ticket("t94")
    assert rows_of(my.page) == ["t94"]


def test_the_chosen_one_stays_chosen_when_the_list_changes(my: Page) -> None:
    my.show_printer()
    asked = len(my.asked("select"))
    my.page.show_lists(ticket_lists(examples.rows(solved=True), [examples.waiting()]), DESK)
    assert my.page.chosen() == "t123"
    assert rows_of(my.page) == ["t123", "t94"]
    assert len(my.asked("select")) == asked


def test_a_row_speaks_as_one_sentence(my: Page) -> None:
    my.show_printer()
    shown = my.page.findChild(TicketList, "ticket_list")
    said = shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Printer on floor 3 not available, Budi Santoso replied, INC-000123 · yesterday at 10:10, 2 unread"


def test_a_waiting_report_says_why_and_when_in_the_list(my: Page) -> None:
    my.page.show_lists(ticket_lists([], [examples.waiting()]), DESK)
    shown = my.page.findChild(TicketList, "ticket_list")
    assert shown.model().index(0, 0).data() == (
        "Projector in Melati has no picture, Waiting to send, Not connected to Nusantara Makmur yet · next try in 4 minutes"
    )


def test_narrow_shows_the_list_or_the_conversation(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    my.page.resize(480, 640)
    assert my.hidden("ticket_list")
    my.click("back")
    assert my.hidden("conversation")
    shown = my.page.findChild(TicketList, "ticket_list")
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.model().index(1, 0)).center())
    assert my.hidden("ticket_list")
    assert my.page.chosen() == "t119"


# Reading


def test_in_view_for_a_while_counts_as_read(my: Page, qtbot: QtBot) -> None:
    my.page.conversation._read.setInterval(40)
    my.show_printer(unread=2)
    assert my.asked("mark_read") == []
    qtbot.waitUntil(lambda: my.asked("mark_read") == [("t123",)])


def test_what_nobody_looks_at_stays_unread(my: Page, qtbot: QtBot) -> None:
    my.page.conversation._read.setInterval(40)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    my.show_printer(unread=2)
    qtbot.wait(200)
    assert my.asked("mark_read") == []
    my.page.activateWindow()
    qtbot.waitUntil(lambda: my.asked("mark_read") == [("t123",)])


def test_words_are_shown_as_they_were_written(my: Page) -> None:
    message = examples.talk()[0].__class__(
        id="m9", by=By.TECHNICIAN, name="<b>Rina</b>", text="<img src=x> &amp;\n1 < 2", created=examples.at(11, 0)
    )
    my.show_printer(more=(message,))
    shown = [text.text() for text in my.page.findChildren(MessageText)]
    assert "<img src=x> &amp;\n1 < 2" in shown
    assert any(label.text().startswith("<b>Rina</b>") for label in my.page.findChildren(QLabel))


def test_a_word_without_end_does_not_widen_the_bubble(my: Page) -> None:
    message = examples.talk()[0].__class__(id="m9", by=By.TECHNICIAN, name="Rina", text="x" * 900, created=examples.at(11, 0))
    my.show_printer(more=(message,))
    widest = max(text.width() for text in my.page.findChildren(MessageText))
    assert widest <= 380


def test_copies_the_number(my: Page) -> None:
    my.show_printer()
    my.click("copy_number")
    assert QGuiApplication.clipboard().text() == "INC-000123"


def test_a_long_conversation_begins_with_its_end(my: Page) -> None:
    many = tuple(examples._message(100 + n, By.EMPLOYEE, f"message {n}", examples.at(11, 0)) for n in range(150))
    my.show_printer(more=many)
    assert len(my.page.findChildren(MessageText)) == SHOWN
    assert my.page.findChildren(MessageText)[-1].text() == "message 149"
    my.click("earlier")
    settle()
    my.click("earlier")
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(my.page.findChildren(MessageText)) == 155
    assert my.hidden("earlier")


def test_words_are_selected_and_copied(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    words = my.page.findChildren(MessageText)[2]
    assert words.text() == "HP-LT3-Ruang-Keuangan, as always."
    qtbot.mouseDClick(words, Qt.MouseButton.LeftButton, pos=QPoint(words.width() - 12, 6))
    assert words.selected() == "always"
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "always"
    qtbot.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words.text()


# Replying


def test_ctrl_enter_sends_what_was_typed_and_the_box_is_empty_once_it_is_saved(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    edit = my.find("reply_text")
    assert not my.find("reply_send").isEnabled()
    edit.setFocus()
    qtbot.keyClicks(edit, "It prints again.")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert my.asked("send") == [("t123", ReplyDraft("It prints again."), None)]
    assert not my.find("reply_send").isEnabled()
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(my.asked("send")) == 1
    my.page.sent("t123")
    assert my.page.conversation.reply.draft() == ReplyDraft()


def test_a_reply_that_could_not_be_saved_stays_with_the_reason(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    qtbot.keyClicks(my.find("reply_text"), "Hello")
    my.click("reply_send")
    my.page.not_sent("t123", Reason(Cause.FILE_EMPTY, {"file": "log.txt"}))
    assert my.find("reply_refusal").text().startswith("log.txt is empty.")  # type: ignore[attr-defined]
    assert my.page.conversation.reply.draft().text == "Hello"
    assert my.find("reply_send").isEnabled()


def test_every_change_is_kept_and_comes_back_with_its_ticket(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    qtbot.keyClicks(my.find("reply_text"), "ab")
    assert my.asked("keep_draft") == [("t123", ReplyDraft("a")), ("t123", ReplyDraft("ab"))]
    other = examples.rows()[1].ticket
    my.page.open_ticket(other.id)
    my.page.show_conversation(conversation_view(Conversation(ticket=other)), ReplyDraft("for the other"))
    assert my.page.conversation.reply.draft().text == "for the other"
    my.page.open_ticket("t123")
    my.page.show_conversation(conversation_view(Conversation(ticket=examples.printer())), ReplyDraft("ab"))
    assert my.page.conversation.reply.draft().text == "ab"
    assert len(my.asked("keep_draft")) == 2


def test_news_do_not_take_what_is_being_written(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    qtbot.keyClicks(my.find("reply_text"), "half a sen")
    talk = Conversation(ticket=examples.printer(), messages=examples.talk(), unread=1)
    my.page.show_conversation(conversation_view(talk))
    assert my.page.conversation.reply.draft().text == "half a sen"


def dropped(box: QWidget, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(box, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(box, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_files_are_dropped_once_and_left_out_again(my: Page, tmp_path: Path) -> None:
    my.show_printer()
    box = my.page.findChild(ReplyBox, "reply_box")
    dropped(box, [tmp_path / "log.txt", tmp_path / "trace.zip"])
    dropped(box, [tmp_path / "log.txt"])
    QApplication.processEvents()
    assert [item.name for item in box.draft().items] == ["log.txt", "trace.zip"]
    assert my.find("reply_send").isEnabled()
    my.click("reply_remove_0")
    assert [item.path for item in box.draft().items] == [tmp_path / "trace.zip"]


def test_a_picture_is_pasted_by_button_and_by_key(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#B3261E"))
    QGuiApplication.clipboard().setImage(image)
    my.click("reply_paste")
    edit = my.page.findChild(ReplyEdit, "reply_text")
    edit.setFocus()
    edit.paste()
    items = my.page.conversation.reply.draft().items
    assert [item.name for item in items] == ["Picture 1.png", "Picture 2.png"]
    assert QImage.fromData(items[0].png()).pixelColor(5, 5) == QColor("#B3261E")


def test_text_is_pasted_as_text(my: Page) -> None:
    my.show_printer()
    QGuiApplication.clipboard().setText("0x00000709")
    my.page.findChild(ReplyEdit, "reply_text").paste()
    assert my.page.conversation.reply.draft() == ReplyDraft("0x00000709")


def test_no_picture_to_paste_is_said(my: Page) -> None:
    my.show_printer()
    QGuiApplication.clipboard().setText("words")
    my.click("reply_paste")
    assert any(
        label.text() == "There is no picture to paste. Copy one first." and label.isVisible() for label in my.page.findChildren(QLabel)
    )
    assert my.page.conversation.reply.draft() == ReplyDraft()


# Answering


def test_it_works_again_goes_with_what_was_written(my: Page, qtbot: QtBot) -> None:
    my.show_printer()
    qtbot.keyClicks(my.find("reply_text"), "Thanks")
    my.click("works_again")
    assert my.asked("send") == [("t123", ReplyDraft("Thanks"), Answer.WORKS_AGAIN)]


def solved_by_technician() -> object:
    return examples._message(9, By.TECHNICIAN, "", examples.at(11, 0), Action.RESOLVE)


def test_solved_asks_whether_it_works_now(my: Page) -> None:
    my.show_printer(state=State.RESOLVED, more=(solved_by_technician(),))
    assert my.hidden("reply_box")
    my.click("answer_works-again")
    assert my.asked("send") == [("t123", ReplyDraft(), Answer.WORKS_AGAIN)]


def test_still_broken_turns_into_the_reply_box_and_opens_it_again(my: Page, qtbot: QtBot) -> None:
    my.show_printer(state=State.RESOLVED, more=(solved_by_technician(),))
    my.click("answer_still-broken")
    assert QApplication.focusWidget().objectName() == "reply_text"
    my.click("not_now")
    assert my.hidden("reply_box")
    my.click("answer_still-broken")
    qtbot.keyClicks(my.find("reply_text"), "No")
    my.click("reply_send")
    assert my.asked("send") == [("t123", ReplyDraft("No"), Answer.STILL_BROKEN)]


def test_reopening_needs_no_words(my: Page) -> None:
    mine = examples._message(9, By.EMPLOYEE, "", examples.at(11, 0), Action.RESOLVE)
    my.show_printer(state=State.RESOLVED, more=(mine,))
    my.click("answer_reopen")
    my.click("reply_send")
    assert my.asked("send") == [("t123", ReplyDraft(), Answer.REOPEN)]


# What waits


def test_a_waiting_report_offers_to_try_edit_and_save(my: Page) -> None:
    delivery = examples.waiting()
    my.page.show_lists(ticket_lists([], [delivery]), DESK)
    my.page.show_conversation(held_view(Held(delivery=delivery, text="words")))
    assert my.hidden("reply_box")
    assert my.find("held_title").text() == "Not connected to Nusantara Makmur yet."  # type: ignore[attr-defined]
    assert my.find("held_text").text() == "Your report is saved on this computer. Next try in 4 minutes."  # type: ignore[attr-defined]
    for name in ("held_try_now", "held_edit", "held_save"):
        my.click(name)
    assert my.calls[-3:] == [("try_now", "w1"), ("edit", "w1"), ("save_as_file", "w1")]


def test_a_refused_report_says_why_and_offers_to_mend_it_first(my: Page) -> None:
    delivery = examples.waiting(DeliveryState.REFUSED)
    my.page.show_lists(ticket_lists([], [delivery]), DESK)
    my.page.show_conversation(held_view(Held(delivery=delivery, text="words")))
    assert my.find("held_title").text() == "The report is 620 MB, the limit 500 MB."  # type: ignore[attr-defined]
    assert my.find("state").text() == "Needs your attention"  # type: ignore[attr-defined]
    buttons = my.find("held_box").findChildren(QPushButton)
    assert [button.objectName() for button in buttons] == ["held_edit", "held_save", "held_try_now"]


def test_a_reply_that_waits_stands_in_its_conversation(my: Page) -> None:
    reply = Delivery(
        id="r1",
        kind=DeliveryKind.MESSAGE,
        ticket="t123",
        subject="",
        state=DeliveryState.WAITING,
        since=examples.at(12, 0),
        reason=examples.OFFLINE,
    )
    talk = Conversation(ticket=examples.printer(), messages=examples.talk())
    my.page.show_lists(ticket_lists(examples.rows(), [reply]), DESK)
    my.page.open_ticket("t123")
    my.page.show_conversation(conversation_view(talk, [Held(delivery=reply, text="On its way", action=None)]))
    assert [text.text() for text in my.page.findChildren(MessageText)][-1] == "On its way"
    my.click("held_edit")
    assert my.asked("edit") == [("r1",)]


def test_words_follow_the_language(my: Page) -> None:
    my.show_printer(unread=2)
    use_language("id")
    QApplication.processEvents()
    assert my.find("works_again").text() == "Sudah beres"  # type: ignore[attr-defined]
    assert my.find("reply_send").text() == "Kirim balasan"  # type: ignore[attr-defined]
    assert my.find("state").text() == "Sedang ditangani Budi Santoso"  # type: ignore[attr-defined]


def test_many_files_find_their_room(my: Page) -> None:
    my.show_printer()
    items = tuple(ReplyItem(f"file {number}.txt", path=Path(f"/tmp/{number}")) for number in range(12))  # noqa: S108 - never opened
    my.page.conversation.reply.show_draft(ReplyDraft("words", items))
    settle()
    box = my.page.findChild(ReplyBox, "reply_box")
    assert [*clipped(my.page), *outside(my.page), *overlapping(my.page)] == []
    assert len(box.draft().items) == 12
