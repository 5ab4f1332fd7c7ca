from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from contract.tickets import Impact
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.report import Adding, Checking, ReportView, with_item
from desktop_client.ui.examples.report import example_draft, example_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import load_at_once
from desktop_client.ui.report import report_window
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.report_window import ReportWindow
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

Open = Callable[[ReportView], ReportWindow]
FRESH = {"said": False, "files": False, "facts": False}


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, asked: Asked) -> Open:
    def make(view: ReportView, width: int = 1000, height: int = 680) -> ReportWindow:
        window = ReportWindow(theme, asked.actions(ReportActions, load_picture=load_at_once))
        qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_view", None))
        window.show_view(view)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.open()
        return window

    return make


def text_of(window: QWidget, name: str) -> str:
    return window.findChild(QLabel, name).text()


def button(window: QWidget, name: str) -> QPushButton:
    return window.findChild(QPushButton, name)


def test_one_line_is_enough_to_send(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    send = button(window, "send")
    assert window.focusWidget().objectName() == "subject"
    assert not send.isEnabled()
    assert text_of(window, "status") == send.accessibleDescription() == "First write what's wrong"
    qtbot.keyClicks(window.focusWidget(), "Printer is on fire")
    assert send.isEnabled()
    assert send.accessibleDescription() == ""
    qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert [words.subject for (words,) in asked.of("send")] == ["Printer is on fire"]


def test_blanks_are_no_subject(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    qtbot.keyClicks(window.focusWidget(), "   ")
    assert not button(window, "send").isEnabled()


def test_ctrl_enter_sends_from_everywhere(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft()))
    qtbot.keyClick(window.words.subject, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.words.details.setFocus()
    qtbot.keyClick(window.words.details, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert len(asked.of("send")) == 2


def test_ctrl_enter_sends_nothing_without_a_subject(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    qtbot.keyClick(window.words.subject, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.of("send") == []


def test_words_are_kept_while_they_are_written(qtbot: QtBot, opened: Open, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_window, "SAVE_MS", 50)
    window = opened(example_view(example_draft(**FRESH)))
    qtbot.keyClicks(window.words.subject, "Slow")
    assert asked.of("save") == []
    qtbot.waitUntil(lambda: len(asked.of("save")) == 1)
    assert asked.of("save")[0][0].subject == "Slow"
    assert text_of(window, "status") == "Draft kept."
    qtbot.keyClicks(window.words.subject, " Wi-Fi")
    assert text_of(window, "status") != "Draft kept."
    qtbot.waitUntil(lambda: len(asked.of("save")) == 2)


def test_escape_closes_and_keeps_the_draft(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    qtbot.keyClicks(window.words.subject, "Slow")
    qtbot.keyClick(window.words.subject, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert asked.names() == ["save", "closed"]
    assert asked.of("save")[0][0].subject == "Slow"


def test_a_new_view_of_the_same_draft_leaves_what_is_written(qtbot: QtBot, opened: Open) -> None:
    view = example_view(example_draft(**FRESH))
    window = opened(view)
    qtbot.keyClicks(window.words.subject, "Half a sent")
    window.words.subject.setCursorPosition(2)
    window.show_view(replace(view, checking=Checking(done=3, total=13)))
    assert window.words.subject.text() == "Half a sent"
    assert window.words.subject.cursorPosition() == 2
    window.show_view(replace(view, draft="another", words=replace(view.words, subject="Other")))
    assert window.words.subject.text() == "Other"


def test_every_choice_is_in_the_words(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    qtbot.mouseClick(window.words.impact.button("company"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.words.urgency.button("stopped"), Qt.MouseButton.LeftButton)
    window.words.category.setFocus()
    qtbot.keyClicks(window.words.category, "Internet")
    qtbot.keyClicks(window.words.telephone, "0812")
    qtbot.keyClicks(window.words.place, "Floor 3")
    qtbot.keyClicks(window.words.details, "two")
    qtbot.keyClick(window.words.details, Qt.Key.Key_Return)
    qtbot.keyClicks(window.words.details, "lines")
    said = window.words.words()
    assert (said.impact, said.urgency, said.category) == ("company", "stopped", "network")
    assert (said.telephone, said.place, said.details) == ("0812", "Floor 3", "two\nlines")


def test_pictures_are_left_out_and_put_back(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    draft = example_draft()
    window = opened(example_view(draft))
    leave_out = button(window, "leave_out")
    assert leave_out.text() == "Leave out"
    qtbot.mouseClick(button(window, "thumbnail_2"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    assert asked.of("include") == [("picture-2", False)]
    window.show_view(example_view(with_item(draft, "picture-2", included=False)))
    assert leave_out.text() == "Put back"
    assert button(window, "thumbnail_2").isChecked()
    assert button(window, "thumbnail_2").accessibleName() == "Screen 2, Stays here"
    assert text_of(window, "sums").startswith("1 picture, 1 file, 15 details, ")
    qtbot.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    assert asked.of("include")[-1] == ("picture-2", True)


def test_pictures_are_taken_again(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft()))
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: asked.of("take_again") == [()])
    window.show_view(example_view(example_draft(), taking=True))
    assert not button(window, "take_again").isEnabled()


def test_without_a_picture_it_says_why_and_goes_on(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    draft = msgspec.structs.replace(example_draft(pictures=0), no_picture=Reason(Cause.CAPTURE_REFUSED))
    window = opened(example_view(draft))
    texts = [label.text() for label in window.pictures.findChildren(QLabel) if label.isVisible()]
    assert "No screenshot: permission was not given" in texts
    assert button(window, "send").isEnabled()
    qtbot.mouseClick(button(window, "take_first"), Qt.MouseButton.LeftButton)
    assert asked.of("take_again") == [()]


def test_progress_of_the_check_is_told(opened: Open) -> None:
    window = opened(example_view(example_draft(files=False, facts=False), checking=Checking(done=9, total=13)))
    assert text_of(window, "sums") == "Checking this computer: 9 of 13"
    assert window.footer.progress.value() == 9
    window.show_view(example_view(example_draft(files=False)))
    assert text_of(window, "sums").startswith("2 pictures, 15 details, ")


def test_only_words_are_said_to_be_only_words(opened: Open) -> None:
    window = opened(example_view(example_draft(pictures=0, files=False, facts=False)))
    assert text_of(window, "sums") == "only your text"


def test_files_come_by_paste_from_every_field(qtbot: QtBot, opened: Open, asked: Asked, tmp_path: Path) -> None:
    window = opened(example_view(example_draft()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.com/b")])
    QGuiApplication.clipboard().setMimeData(data)
    for field in (window.words.subject, window.words.details, window.words.place, button(window, "add_file")):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert asked.of("add_files") == [((tmp_path / "a.txt",),)] * 4
    assert window.words.details.toPlainText() == example_draft().details


def test_a_picture_comes_by_paste(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft()))
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window.words.subject, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    ((make_png,),) = asked.of("add_picture")
    assert QImage.fromData(make_png()).pixelColor(1, 1).name() == "#123456"


def test_text_stays_text(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    table = QMimeData()
    table.setText("a\tb")
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    table.setImageData(image)
    QGuiApplication.clipboard().setMimeData(table)
    window.words.details.setFocus()
    qtbot.keyClick(window.words.details, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.words.details.toPlainText() == "a\tb"
    assert asked.of("add_picture") == []


def test_files_come_by_drop(opened: Open, asked: Asked, tmp_path: Path) -> None:
    window = opened(example_view(example_draft()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    assert asked.of("add_files") == [((tmp_path / "a.txt",),)]


def test_files_come_by_button_without_holding_anything_up(qtbot: QtBot, opened: Open, asked: Asked, tmp_path: Path) -> None:
    window = opened(example_view(example_draft()))
    qtbot.mouseClick(button(window, "add_file"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(tmp_path / "a.txt")])
    dialog.reject()
    assert asked.of("add_files") == [((tmp_path / "a.txt",),)]


def test_a_file_is_removed_and_a_bad_one_is_explained_where_it_would_stand(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    problem = Reason(Cause.FILE_TOO_LARGE, {"file": "film.mp4", "size_bytes": 214_000_000, "limit_bytes": 100_000_000})
    window = opened(example_view(example_draft(), file_problems=(problem,), adding=(Adding(key="k", name="big.zip", percent=10),)))
    texts = [label.text() for label in window.files.findChildren(QLabel)]
    assert "film.mp4 is 214 MB, the limit 100 MB." in texts
    for name in ("remove_file-1", "cancel_k", "dismiss"):
        qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    assert asked.of("remove") == [("file-1",)]
    assert asked.of("cancel_adding") == [("k",)]
    assert asked.of("dismiss") == [(problem,)]
    assert button(window, "send").isEnabled()


def test_a_refusal_marks_its_field_until_it_is_changed(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    problem = Reason(Cause.REFUSED, {"field": "category", "detail": "the topic no longer exists"})
    draft = msgspec.structs.replace(example_draft(), category="gone", refusal=problem)
    window = opened(example_view(draft))
    assert text_of(window, "banner_title") == "Not accepted: the topic no longer exists."
    assert "saved on this computer" in text_of(window, "banner_text")
    category = window.words.category
    assert category.property("wrong") is True
    assert category.hasFocus()
    assert category.accessibleDescription() == "Choose another topic"
    assert not button(window, "send").isEnabled()
    qtbot.keyClicks(category, "Printers")
    assert category.property("wrong") is False
    assert button(window, "send").isEnabled()


def test_a_subject_that_is_too_long_is_told_while_writing(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_view(example_draft(**FRESH)))
    window.words.subject.setText("x" * 200)
    qtbot.keyClicks(window.words.subject, "y")
    assert window.words.subject.property("wrong") is True
    assert "200" in window.words.subject.accessibleDescription()
    assert not button(window, "send").isEnabled()
    qtbot.keyClick(window.words.subject, Qt.Key.Key_Backspace)
    assert button(window, "send").isEnabled()


def test_deleting_asks_first_and_escape_means_no(qtbot: QtBot, opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft()))
    qtbot.mouseClick(button(window, "delete_draft"), Qt.MouseButton.LeftButton)
    assert window.focusWidget().objectName() == "keep_draft"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert asked.calls == []
    qtbot.mouseClick(button(window, "delete_draft"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window, "delete_now"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert asked.names() == ["delete_draft", "closed"]


def test_while_it_is_saved_nothing_can_be_changed(opened: Open) -> None:
    window = opened(example_view(example_draft(), saving=43))
    assert not window.words.isEnabled()
    assert not button(window, "send").isEnabled()
    assert text_of(window, "status") == "Saving: 43%"
    window.show_view(example_view(example_draft()))
    assert button(window, "send").isEnabled()


def test_closing_after_sending_keeps_no_draft(opened: Open, asked: Asked) -> None:
    window = opened(example_view(example_draft()))
    window.finish()
    assert asked.names() == ["closed"]


def test_two_columns_from_66_em_on_else_words_first(opened: Open) -> None:
    window = opened(example_view(example_draft()))
    window.resize(1000, 680)
    assert window.pictures.mapTo(window, QPoint(0, 0)).x() < window.words.mapTo(window, QPoint(0, 0)).x()
    window.resize(700, 680)
    QApplication.processEvents()
    assert window.words.mapTo(window, QPoint(0, 0)).y() < window.pictures.mapTo(window, QPoint(0, 0)).y()
    assert window.footer.mapTo(window, QPoint(0, window.footer.height())).y() == window.height()


def test_tab_goes_through_the_words_first(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_view(example_draft()))
    seen = []
    for _step in range(24):
        seen.append(window.focusWidget().objectName() or type(window.focusWidget()).__name__)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    order = ["subject", "details", "category", "telephone", "place", "leave_out", "take_again", "add_file", "review", "close", "send"]
    assert [name for name in seen if name in order][: len(order)] == order


def test_the_language_changes_while_it_is_open(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_view(example_draft()))
    qtbot.keyClicks(window.words.place, "Lantai 3")
    use_language("id")
    qtbot.waitUntil(lambda: window.windowTitle() == "Laporkan masalah")
    assert button(window, "send").text() == "&Kirim"
    assert window.words.category.itemText(0) == "Belum yakin"
    assert window.words.impact.button("me").text() == "Hanya saya"
    assert text_of(window, "sums").startswith("2 gambar, 1 file, 15 data komputer, 1,4 MB")
    assert window.words.place.text() == "Lantai 3"


def test_every_field_and_button_has_a_name_for_a_screen_reader(opened: Open) -> None:
    window = opened(example_view(example_draft()))
    nameless = [
        widget
        for kind in (QPushButton, QLineEdit)
        for widget in window.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_report_can_be_saved_as_a_file(qtbot: QtBot, opened: Open, asked: Asked, tmp_path: Path) -> None:
    window = opened(example_view(example_draft(), problem=Reason(Cause.DISK_FULL, {"size_bytes": 3_000_000})))
    qtbot.mouseClick(button(window, "banner_button"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "report.zip"))
    dialog.reject()
    assert asked.of("save_as_file") == [(tmp_path / "report.zip",)]


def test_impact_of_the_draft_is_shown(opened: Open) -> None:
    window = opened(example_view(msgspec.structs.replace(example_draft(), impact=Impact.COMPANY)))
    assert window.words.impact.chosen() == "company"
