"""Against a real bus with a notification service on it, which this test acts for."""

import threading
from collections.abc import Callable, Iterator

import pytest
from jeepney import DBusAddress, new_signal
from pytestqt.qtbot import QtBot

from desktop_client.system import notification_service
from desktop_client.system.desktop.notifications import Notifications
from tests.desktop.session_bus import NOTIFICATIONS, Desktop

Made = Callable[..., Notifications]


@pytest.fixture
def desktop(bus_address: str) -> Iterator[Desktop]:
    service = Desktop(bus_address)
    service.start(NOTIFICATIONS)
    yield service
    service.stop()


@pytest.fixture
def notifications(qtbot: QtBot) -> Iterator[Made]:
    made: list[Notifications] = []

    def make(
        on_click: Callable[[str], None] = lambda _key: None, on_refused: Callable[[str, str, str], None] | None = None
    ) -> Notifications:
        made.append(Notifications(on_click, on_refused))
        return made[-1]

    yield make
    for one in made:
        one.end()


def numbered(shown: Notifications, key: str) -> bool:
    """Whether the service's answer with the number has arrived."""
    assert shown._service
    return key in shown._service._state.numbers


def test_a_click_comes_back_with_its_key_in_qts_thread(desktop: Desktop, notifications: Made, qtbot: QtBot) -> None:
    clicked: list[tuple[str, str]] = []
    shown = notifications(lambda key: clicked.append((key, threading.current_thread().name)))
    qtbot.waitUntil(shown.available)
    shown.show("ticket-1", "Rina replied", "Try it now")
    shown.show("ticket-2", "Budi replied", "Second")
    first, second = desktop.notifications.get(timeout=5), desktop.notifications.get(timeout=5)
    assert (first.title, first.text, first.actions) == ("Rina replied", "Try it now", ("default", "Open"))
    assert first.id != second.id
    desktop.click(second)
    qtbot.waitUntil(lambda: bool(clicked))
    assert clicked == [("ticket-2", "MainThread")]


def test_the_same_key_takes_the_place_of_the_earlier(desktop: Desktop, notifications: Made, qtbot: QtBot) -> None:
    shown = notifications()
    shown.show("ticket-1", "One", "")
    first = desktop.notifications.get(timeout=5)
    qtbot.waitUntil(lambda: numbered(shown, "ticket-1"))
    shown.show("ticket-1", "Two", "")
    assert desktop.notifications.get(timeout=5).id == first.id


def test_what_waits_for_an_answer_stays(desktop: Desktop, notifications: Made) -> None:
    shown = notifications()
    shown.show("ticket-1", "Rina replied", "")
    shown.show_until_answered("assist:1", "Budi would like to see your screen", "")
    reply, question = desktop.notifications.get(timeout=5), desktop.notifications.get(timeout=5)
    assert (reply.urgency, reply.shown_ms) == (1, -1)
    # Critical, and with no end of its own (Desktop Notifications Specification 1.2).
    assert (question.urgency, question.shown_ms) == (2, 0)


def test_closing_takes_it_away(desktop: Desktop, notifications: Made, qtbot: QtBot) -> None:
    shown = notifications()
    shown.show("ticket-1", "One", "")
    first = desktop.notifications.get(timeout=5)
    qtbot.waitUntil(lambda: numbered(shown, "ticket-1"))
    shown.close("ticket-1")
    shown.close("never shown")
    qtbot.waitUntil(lambda: desktop.closed == [first.id])


def test_what_is_shown_while_the_service_is_still_looked_for_is_shown_then(desktop: Desktop, notifications: Made) -> None:
    notifications().show("ticket-1", "At once", "")
    assert desktop.notifications.get(timeout=5).title == "At once"


def test_marks_in_a_text_are_shown_and_not_obeyed(desktop: Desktop, notifications: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = desktop._answer

    def with_markup(message: object) -> object:
        from jeepney import HeaderFields, new_method_return  # noqa: PLC0415 - only here

        if message.header.fields[HeaderFields.member] == "GetCapabilities":  # type: ignore[attr-defined]
            return new_method_return(message, "as", (["body", "body-markup"],))
        return answer(message)  # type: ignore[arg-type]

    monkeypatch.setattr(desktop, "_answer", with_markup)
    notifications().show("k", "A & B", '<a href="x">1 < 2 & 3</a>\0\ud800')
    note = desktop.notifications.get(timeout=5)
    assert note.title == "A & B"
    assert note.text == '&lt;a href="x"&gt;1 &lt; 2 &amp; 3&lt;/a&gt;?'
    assert note.actions == ()


def test_without_a_service_the_text_comes_back(bus_address: str, notifications: Made, qtbot: QtBot) -> None:
    refused: list[tuple[str, str, str]] = []
    shown = notifications(on_refused=lambda *note: refused.append(note))
    shown.show("ticket-1", "Rina replied", "Try it now")
    qtbot.waitUntil(lambda: bool(refused))
    assert refused == [("ticket-1", "Rina replied", "Try it now")]
    assert not shown.available()


def test_without_a_bus_the_text_comes_back(notifications: Made, qtbot: QtBot) -> None:
    refused: list[tuple[str, str, str]] = []
    shown = notifications(on_refused=lambda *note: refused.append(note))
    shown.show("ticket-1", "Rina replied", "")
    qtbot.waitUntil(lambda: bool(refused))
    assert not shown.available()


def test_a_service_that_never_answers_is_not_waited_for(
    desktop: Desktop, notifications: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification_service, "ANSWER_S", 0.3)
    silent = threading.Event()
    answer = desktop._answer
    monkeypatch.setattr(desktop, "_answer", lambda message: (silent.wait(5), answer(message))[1])
    refused: list[str] = []
    shown = notifications(on_refused=lambda key, _title, _text: refused.append(key))
    shown.show("ticket-1", "Rina replied", "")
    qtbot.waitUntil(lambda: refused == ["ticket-1"])
    silent.set()


def test_a_service_that_comes_up_later_is_found(
    bus_address: str, notifications: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification_service, "LOOK_AGAIN_S", 0.05)
    shown = notifications()
    qtbot.wait(100)
    assert not shown.available()
    service = Desktop(bus_address)
    service.start(NOTIFICATIONS)
    qtbot.waitUntil(shown.available)
    service.stop()


def test_a_lost_bus_and_strange_signals_harm_nothing(desktop: Desktop, notifications: Made, qtbot: QtBot) -> None:
    clicked: list[str] = []
    shown = notifications(clicked.append)
    shown.show("ticket-1", "One", "")
    first = desktop.notifications.get(timeout=5)
    qtbot.waitUntil(lambda: numbered(shown, "ticket-1"))
    assert desktop._connection
    address = DBusAddress("/org/freedesktop/Notifications", interface=NOTIFICATIONS)
    desktop._connection.send(new_signal(address, "ActionInvoked", "us", (4711, "default")))
    desktop._connection.send(new_signal(address, "ActionInvoked", "", ()))
    desktop._connection.send(new_signal(address, "NotificationClosed", "uu", (first.id, 1)))
    desktop.click(first)
    qtbot.wait(200)
    assert clicked == []
    assert shown.available()


def test_after_the_end_nothing_is_called_back(desktop: Desktop, notifications: Made, qtbot: QtBot) -> None:
    clicked: list[str] = []
    shown = notifications(clicked.append)
    shown.show("ticket-1", "One", "")
    note = desktop.notifications.get(timeout=5)
    qtbot.waitUntil(lambda: numbered(shown, "ticket-1"))
    qtbot.waitUntil(lambda: numbered(shown, "ticket-1"))
    desktop.click(note)
    assert shown._service
    shown._service.stop()
    shown.end()
    qtbot.wait(100)
    assert clicked == []
