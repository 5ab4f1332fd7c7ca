"""The code, the receipt and the warning: what they say, and what their buttons do."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from contract.assist import End
from desktop_client.reasons import Cause, refused
from desktop_client.screens.assist import SentenceView, WarningView
from desktop_client.screens.desk import Desk
from desktop_client.sentences.assist import ABILITIES, ENDS, LIMITS, SENTENCES, STEPS, WHERE
from desktop_client.ui.assist.assist_words import end_words, limits, running_time, where
from desktop_client.ui.assist.broken_text import broken
from desktop_client.ui.assist.code_window import CodeActions, CodeWindow, grouped
from desktop_client.ui.assist.receipt_window import ReceiptActions, ReceiptWindow
from desktop_client.ui.assist.warning_window import WarningActions, WarningWindow
from desktop_client.ui.examples.assist import ANYDESK, QUICK_ASSIST, code, receipt
from desktop_client.ui.gallery import taken_down
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language

DESK = Desk(help_desk="tim IT")
Put = Callable[[QWidget], QWidget]


@pytest.fixture
def put(theme: Theme) -> Iterator[Put]:
    """Takes a window down again after the test."""
    shown: list[QWidget] = []

    def keep(window: QWidget) -> QWidget:
        shown.append(window)
        return window

    yield keep
    for window in shown:
        window.blockSignals(True)
        taken_down(window)


def texts(window: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


# The code


def made_code(theme: Theme, done: list[str]) -> CodeWindow:
    return CodeWindow(theme, CodeActions(code=done.append, stop=lambda: done.append("stop")))


def test_the_code_is_pasted_and_sent_once(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_code(theme, done)
    put(window)
    window.show_view(code(), DESK)
    assert "Paste the AnyDesk code." in texts(window)
    assert "You find it at the top of the AnyDesk window, under “This Desk”. Only Budi receives it." in texts(window)
    assert window.focusWidget() is window.field
    assert not window.send.isEnabled()
    QGuiApplication.clipboard().setText(" 123 456\n789 ")
    QTest.mouseClick(window.paste, Qt.MouseButton.LeftButton)
    assert window.field.text() == "123 456 789"
    for _press in range(2):
        QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert done == ["123 456 789"]


def test_a_code_that_is_not_taken_says_so_and_can_be_mended(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_code(theme, done)
    put(window)
    window.show_view(code(), DESK)
    window.field.setText("--install")
    QTest.mouseClick(window.send, Qt.MouseButton.LeftButton)
    window.show_view(code(refused=refused(Cause.TOOL_CODE_WRONG, tool="AnyDesk").reason), DESK)
    assert "This is not a code of AnyDesk. Copy it again from the window of AnyDesk." in texts(window)
    assert window.field.text() == "--install", "what was typed is never gone"
    window.field.setText("123456789")
    QTest.mouseClick(window.send, Qt.MouseButton.LeftButton)
    assert done == ["--install", "123456789"]
    assert "This is not a code" not in texts(window)


def test_stop_is_there_and_closing_only_puts_it_away(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_code(theme, done)
    put(window)
    window.show_view(code(), DESK)
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.show_view(code(), DESK)
    assert not window.isVisible(), "nothing new: it doesn't come by itself"
    window.bring()
    QTest.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    assert done == ["stop"]


def test_a_shown_code_is_large_and_copied_whole(theme: Theme, put: Put) -> None:
    window = made_code(theme, [])
    put(window)
    window.show_view(code(wanted=False, code="X4K9Q2", tool="Quick Assist"), DESK)
    assert "X4K 9Q2" in texts(window)
    QTest.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "X4K9Q2"
    window.forget()
    assert "X4K" not in texts(window)


def test_codes_are_grouped_only_where_that_changes_nothing() -> None:
    assert [grouped(one) for one in ("123456789", "1234567890", "s12-345-678", "")] == ["123 456 789", "123 456 789 0", "s12-345-678", ""]


# The end


def made_end(theme: Theme, done: list[str]) -> ReceiptWindow:
    actions = ReceiptActions(
        open_ticket=lambda ticket: done.append(f"ticket {ticket}"),
        wrong=lambda view: done.append(f"wrong {view.number}"),
        done=lambda session: done.append(f"read {session}"),
    )
    return ReceiptWindow(theme, actions)


def test_a_receipt_says_who_when_what_and_how_it_ended(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_end(theme, done)
    put(window)
    window.show_receipt(receipt(), DESK)
    said = texts(window)
    for words in (
        "Nobody sees your screen now",
        "Remote help by Budi ended after 14 minutes.",
        "Budi Santoso, Technician, IT Support Jakarta",
        "AnyDesk",
        "Use your mouse and keyboard",
        "You, with Stop",
        "Consent text 1",
        "This receipt is on INC-000123. You and Budi both have it.",
    ):
        assert words in said
    QTest.mouseClick(window.ticket, Qt.MouseButton.LeftButton)
    assert done == ["read 1", "ticket t"]


def test_a_receipt_claims_nothing_that_was_not_seen(theme: Theme, put: Put) -> None:
    window = made_end(theme, [])
    put(window)
    window.show_receipt(receipt(sure=False, tool="Quick Assist", end=End.TIME_UP), DESK)
    assert "Nobody sees your screen now" not in texts(window)
    assert "You said that Quick Assist is closed." in texts(window)


def test_something_was_wrong_is_a_report(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_end(theme, done)
    put(window)
    window.show_receipt(receipt(), DESK)
    QTest.mouseClick(window.wrong, Qt.MouseButton.LeftButton)
    assert done == ["read 1", "wrong INC-000123"]


@pytest.mark.parametrize("key", SENTENCES)
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_other_end_is_a_sentence(theme: Theme, put: Put, key: str, language: str) -> None:
    use_language(language)
    window = made_end(theme, [])
    put(window)
    window.show_sentence(SentenceView(session="1", ticket="t", number="INC-1", key=key, name="Budi Santoso", tool="AnyDesk"), DESK)
    said = texts(window)
    assert "{" not in said
    assert not window.wrong.isVisible()
    assert (SENTENCES[key].title.rpartition("}")[2].strip() in said) is (language == "en")


def test_a_sentence_about_what_one_has_just_done_goes_by_itself(theme: Theme, put: Put) -> None:
    done: list[str] = []
    window = made_end(theme, done)
    put(window)
    view = SentenceView(session="1", ticket="t", number="INC-1", key="declined", name="Budi", passing=True)
    window.show_sentence(view, DESK)
    assert window.isVisible()
    assert window._passes.isActive()
    window._passes.timeout.emit()
    assert not window.isVisible()
    assert done == ["read 1"]
    window.show_sentence(SentenceView(session="2", ticket="t", number="INC-1", key="expired", name="Budi"), DESK)
    assert not window._passes.isActive()


# The warning


@pytest.mark.parametrize(
    ("button", "said"),
    [("report", "report anydesk"), ("close_tool", "close anydesk"), ("opened_myself", "myself anydesk"), ("", "ignored anydesk")],
)
def test_a_warning_has_four_ways_out(theme: Theme, put: Put, button: str, said: str) -> None:
    done: list[str] = []
    window = WarningWindow(
        theme,
        WarningActions(
            report=lambda key: done.append(f"report {key}"),
            close_tool=lambda key: done.append(f"close {key}"),
            opened_myself=lambda key: done.append(f"myself {key}"),
            ignored=lambda key: done.append(f"ignored {key}"),
        ),
    )
    put(window)
    window.show_view(WarningView(key="anydesk", tool="AnyDesk"), DESK)
    assert "Nobody from tim IT asked for this" in texts(window)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    if button:
        QTest.mouseClick(window.findChild(QWidget, button), Qt.MouseButton.LeftButton)
    else:
        window.close()
    assert done == [said]
    assert not window.isVisible()


# Words


def test_every_key_of_the_tables_has_words_for_every_value() -> None:
    assert all(end_words(end, tool="T", name="N", desk="D") for end in End)
    assert set(ENDS) == set(End)
    assert len(ABILITIES) == 4
    assert all(WHERE.values())
    assert all(STEPS.values())
    assert where("nobody knows", "AnyDesk") == "in the window of AnyDesk"


def test_limits_are_said_once_each_and_unknown_ones_not_at_all(theme: Theme) -> None:
    said = limits(ANYDESK, "Budi", "tim IT")
    assert said[0] == "AnyDesk shows Budi your whole screen. Sigap can't limit what is shown or used there."
    assert len(said) == len(set(said)) == 1 + len(ANYDESK.limits)
    stays = limits(QUICK_ASSIST, "Budi", "tim IT")
    assert any("After 60 minutes" in text for text in stays)
    assert not any("{" in text for text in (*said, *stays))
    assert set(ANYDESK.limits) <= set(LIMITS)


def test_a_clock_runs_over_the_hour() -> None:
    assert [running_time(one) for one in (0, 402, 3599, 3600, 4002)] == ["00:00", "06:42", "59:59", "1:00:00", "1:06:42"]


def test_a_word_without_end_is_broken_and_others_are_not() -> None:
    assert broken("Budi Santoso") == "Budi Santoso"
    assert [len(part) for part in broken("W" * 30).split("\u200b")] == [12, 12, 6]


def test_a_receipt_that_changes_while_it_is_read_stays_whole(theme: Theme, put: Put, qtbot: QtBot) -> None:
    window = made_end(theme, [])
    put(window)
    window.show_receipt(receipt(audit=""), DESK)
    QApplication.processEvents()
    before = window.height()
    window.show_receipt(receipt(audit="0" * 64), DESK)
    told: list[bool] = []
    QTimer.singleShot(0, lambda: told.append(True))
    qtbot.waitUntil(lambda: bool(told))
    assert window.height() == before == min(window.needed(window.width()), window.room().height())
