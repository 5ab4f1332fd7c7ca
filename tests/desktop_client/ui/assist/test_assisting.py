"""Remote help at work: which windows are there, when the key is held, and what the rest of the program hears."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from contract.assist import Ability, Answer, AssistSession, AssistState, End, ShownTechnician
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import CodeFrom, Tool
from desktop_client.assist.watching import FoundTool
from desktop_client.flows.begin_report import Beginning
from desktop_client.screens.desk import Desk
from desktop_client.ui.assist.assisting import AssistActions, Assisting
from desktop_client.ui.assist.bar import Bar
from desktop_client.ui.assist.border import Border
from desktop_client.ui.background import Background
from desktop_client.ui.gallery import taken_down
from desktop_client.ui.look.theme import Theme

AT = datetime.now(UTC)
TOOL = Tool(key="anydesk", name="AnyDesk", can=tuple(Ability), code_from=CodeFrom.EMPLOYEE, closes=True, where="anydesk-address")
STAYS = msgspec.structs.replace(TOOL, key="quick-assist", name="Quick Assist", closes=False)
SESSION = AssistSession(
    id="s1",
    ticket="t1",
    number="INC-000123",
    subject="Printer",
    technician=ShownTechnician(name="Budi Santoso"),
    state=AssistState.ASKED,
    commitment="0" * 64,
    asked=AT,
    expires=AT + timedelta(minutes=5),
)


def now(phase: Phase, **more: object) -> AssistNow:
    return msgspec.structs.replace(AssistNow(session=SESSION, phase=phase, words=("mangga", "sungai"), tools=(TOOL,)), **more)


RUNNING = now(Phase.RUNNING, tool=TOOL, since=AT)
CONSENTED = msgspec.structs.replace(SESSION, state=AssistState.ENDED, consented=AT, started=AT, ended=AT, end=End.STOPPED)
OVER = now(Phase.OVER, session=CONSENTED, tool=TOOL, end=End.STOPPED)


NAMES = ("ask_window", "code_window", "receipt_window", "warning_window", "assist_bar", "assist_border")


class Key:
    """A key that the test presses."""

    def __init__(self, works: bool) -> None:  # noqa: FBT001 - a value of the test
        self.works, self.held = works, ""

    def start(self, keys: str) -> bool:
        self.held = keys if self.works else ""
        return self.works

    def stop(self) -> None:
        self.held = ""


class Helped:
    """Assisting with what the program heard."""

    def __init__(self, theme: Theme, pool: Background, key: Key) -> None:
        self.heard: list[tuple[object, ...]] = []

        def hears(name: str) -> object:
            return lambda *values: self.heard.append((name, *values))

        names = [name for name in AssistActions.__dataclass_fields__ if name != "desk"]
        actions = AssistActions(**{name: hears(name) for name in names}, desk=lambda: Desk(help_desk="tim IT"))
        self.press = lambda: None

        def make(on_press: object) -> Key:
            self.press = on_press
            return key

        self.key = key
        self.all = Assisting(theme, pool, actions, make)

    def said(self, name: str) -> list[tuple[object, ...]]:
        return [values for one, *rest in self.heard if one == name for values in [tuple(rest)]]


def windows(kind: type[QWidget] | str) -> list[QWidget]:
    QApplication.processEvents()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [one for one in shown if (one.objectName() == kind if isinstance(kind, str) else isinstance(one, kind))]


def press(window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def end(helped: Helped) -> None:
    """Everything is gone, so that no later test has it in its way."""
    helped.all.close()
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.objectName() in NAMES:
            taken_down(window)


@pytest.fixture
def key() -> Key:
    return Key(works=True)


@pytest.fixture
def helped(qtbot: QtBot, theme: Theme, pool: Background, key: Key) -> Iterator[Helped]:
    made = Helped(theme, pool, key)
    yield made
    end(made)


def test_a_request_is_told_on_the_desktop_until_it_has_its_answer(helped: Helped) -> None:
    helped.all.show(now(Phase.ASKED))
    [ask] = windows("ask_window")
    assert helped.said("notify") == [("assist:s1", "Budi Santoso would like to see your screen", "INC-000123 · Printer")]
    helped.all.show(now(Phase.ASKED, picture=b"x"))
    assert len(helped.said("notify")) == 1
    press(ask, "decline")
    assert helped.said("answer") == [("s1", Answer.DECLINE, "")]
    helped.all.show(now(Phase.OVER, end=End.DECLINED))
    assert helped.said("notified") == [("assist:s1",)]
    assert windows("ask_window") == []
    assert windows("receipt_window")


def test_bar_and_border_stand_while_it_runs_and_the_key_stops(helped: Helped, key: Key, qtbot: QtBot) -> None:
    helped.all.show(now(Phase.STARTING, tool=TOOL))
    assert windows("ask_window") == []
    assert (len(windows(Bar)), len(windows(Border)), helped.said("viewed")) == (1, 0, [])
    helped.all.show(RUNNING)
    [bar] = windows(Bar)
    assert len(windows(Border)) == 1
    assert helped.said("viewed") == [("Budi Santoso",)]
    assert key.held == "Ctrl+Alt+S"
    stop = bar.findChild(QPushButton, "stop")
    assert stop is not None
    assert stop.text() == "Stop (Ctrl + Alt + S)"
    helped.press()
    qtbot.waitUntil(lambda: helped.said("stop") == [()])
    press(bar, "stop")
    assert len(helped.said("stop")) == 2
    helped.all.show(OVER)
    assert (windows(Bar), windows(Border), key.held) == ([], [], "")
    assert helped.said("viewed")[-1] == ("",)
    assert len(windows("receipt_window")) == 1


def test_without_a_key_the_bar_names_none(theme: Theme, pool: Background) -> None:
    helped = Helped(theme, pool, Key(works=False))
    helped.all.show(RUNNING)
    [bar] = windows(Bar)
    stop = bar.findChild(QPushButton, "stop")
    assert stop is not None
    assert stop.text() == "Stop"
    end(helped)


def test_a_bar_that_was_hidden_comes_back(helped: Helped) -> None:
    helped.all.show(RUNNING)
    [bar], [border] = windows(Bar), windows(Border)
    for window in (bar, border):
        window.hide()
    helped.all._ticked()
    assert windows(Bar) == [bar]
    assert windows(Border) == [border]


def test_the_code_comes_and_comes_back(helped: Helped) -> None:
    helped.all.show(now(Phase.STARTING, tool=TOOL, code_wanted=True))
    [code], [bar] = windows("code_window"), windows(Bar)
    code.close()
    press(bar, "bar_code")
    assert windows("code_window") == [code]
    press(code, "stop")
    assert helped.said("stop") == [()]
    helped.all.show(RUNNING)
    assert windows("code_window") == []


def test_a_tool_that_sigap_cannot_close_is_confirmed(helped: Helped) -> None:
    helped.all.show(now(Phase.CONFIRM_CLOSED, tool=STAYS))
    [bar] = windows(Bar)
    assert len(windows(Border)) == 1
    assert bar.windowTitle() == "Sigap can't close Quick Assist. Close it yourself, then confirm."
    press(bar, "it_is_closed")
    assert helped.said("closed") == [()]
    helped.all.show(now(Phase.OVER, session=CONSENTED, tool=STAYS, end=End.STOPPED))
    [end] = windows("receipt_window")
    press(end, "see_receipt")
    assert helped.said("open_ticket") == [("t1",)]
    assert helped.said("done") == [("s1",)]
    helped.all.show(now(Phase.OVER, session=CONSENTED, tool=STAYS, end=End.STOPPED))
    assert windows("receipt_window") == [], "it was read"


def test_a_receipt_stays_when_the_session_is_forgotten(helped: Helped) -> None:
    helped.all.show(OVER)
    helped.all.show(None)
    [end] = windows("receipt_window")
    press(end, "something_was_wrong")
    [(beginning,)] = helped.said("report")
    assert isinstance(beginning, Beginning)
    assert (beginning.category, beginning.subject) == ("security", "Something was wrong with the remote help for INC-000123")


def test_not_our_help_desk_ends_with_the_sentence_once_it_is_known(helped: Helped) -> None:
    helped.all.show(now(Phase.OVER, end=End.NOT_OUR_HELP_DESK))
    [end] = windows("receipt_window")
    title, text = (end.findChild(QWidget, name) for name in ("title", "text"))
    assert (title.text(), "as soon as" in text.text()) == ("Nothing is shared any more.", True)
    helped.all.show(now(Phase.OVER, end=End.NOT_OUR_HELP_DESK, alarmed=True))
    assert text.text() == "The people in charge know."


def test_a_warning_is_one_window_a_tool_and_closes_all_of_it(helped: Helped) -> None:
    found = FoundTool(key="anydesk", name="AnyDesk", pids=(1,), started=(1.0,))
    helped.all.warn(found)
    helped.all.warn(FoundTool(key="anydesk", name="AnyDesk", pids=(2,), started=(2.0,)))
    helped.all.warn(FoundTool(key="rustdesk", name="RustDesk", pids=(3,), started=(3.0,)))
    first, second = windows("warning_window")
    assert {first.windowTitle(), second.windowTitle()} == {"Sigap"}
    press(next(one for one in (first, second) if "AnyDesk" in one.findChild(QPushButton, "close_tool").text()), "close_tool")
    [(closed,)] = helped.said("close_tool")
    assert (closed.pids, closed.started) == ((1, 2), (1.0, 2.0))
    [left] = windows("warning_window")
    press(left, "report")
    [(beginning,)] = helped.said("report")
    assert (beginning.category, beginning.subject) == ("security", "RustDesk opened, and nobody from tim IT had asked for it")
    helped.all.warn(found)
    [again] = windows("warning_window")
    press(again, "opened_myself")
    assert helped.said("opened_myself") == [("anydesk",)]


def test_the_end_of_the_program_answers_nothing(helped: Helped) -> None:
    helped.all.show(now(Phase.ASKED))
    helped.all.warn(FoundTool(key="anydesk", name="AnyDesk", pids=(1,), started=(1.0,)))
    helped.all.close()
    assert helped.said("answer") == []
    assert (windows("ask_window"), windows("warning_window")) == ([], [])


def test_a_click_on_the_notification_brings_the_request(helped: Helped) -> None:
    helped.all.front()
    helped.all.show(now(Phase.ASKED))
    [ask] = windows("ask_window")
    ask.showMinimized()
    helped.all.front()
    assert not ask.isMinimized()
