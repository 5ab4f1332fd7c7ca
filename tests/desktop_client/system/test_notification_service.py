"""Against a real notification daemon, which takes nothing but the exact types of the specification."""

import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client.system.notification_service import Note, NotificationService, _address
from development.virtual_screen import VirtualScreen
from tests.together.backend_process import wait_until


@pytest.fixture
def dunst(bus_address: str, screen: VirtualScreen, tmp_path: Path) -> Iterator[None]:
    program = shutil.which("dunst")
    if not program:
        pytest.skip("no notification daemon is installed here")
    (tmp_path / "dunstrc").write_text("[global]\n")
    with subprocess.Popen([program, "-conf", tmp_path / "dunstrc"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as daemon:
        yield
        daemon.terminate()


@pytest.mark.screen
def test_a_real_daemon_shows_it_and_takes_it_away(dunst: None) -> None:
    refused: queue.SimpleQueue[Note] = queue.SimpleQueue()

    def look() -> bool:
        return service.available() or bool(service._todo.put(service._look))

    service = NotificationService(lambda _key: None, refused.put)
    try:
        wait_until(look, "the daemon")
        assert {"actions", "body"} <= service._state.capabilities
        service.show(Note("ticket-1", "Rina replied", "Try <b>it</b> now & tell me"))
        wait_until(lambda: service._state.numbers, "its number")
        service.show(Note("ticket-1", "Rina replied again", ""))
        service.withdraw("ticket-1")
        wait_until(lambda: not service._state.numbers, "the end of it")
        assert service.available()
        assert refused.empty()
    finally:
        service.stop()


def test_the_bus_is_where_the_environment_says_or_where_systemd_puts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/somewhere")
    assert _address() == "unix:path=/somewhere"
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    assert _address() == "unix:path=/run/user/1000/bus"


@pytest.mark.parametrize("address", ["", "nonsense", "unix:path=/nowhere", "tcp:host=127.0.0.1,port=1", "unix:abstract=nobody-there"])
def test_no_bus_hands_the_note_back(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    refused: queue.SimpleQueue[Note] = queue.SimpleQueue()
    service = NotificationService(lambda _key: None, refused.put)
    note = Note("ticket-1", "Rina replied", "")
    service.show(note)
    assert refused.get(timeout=10) == note
    assert not service.available()
    service.stop()


def test_looking_again_and_again_leaves_nothing_open(bus_address: str) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    service = NotificationService(lambda _key: None, lambda _note: None)
    before = 0
    for number in range(20):
        done = threading.Event()
        service._todo.put(service._look)
        service._todo.put(done.set)
        assert done.wait(5)
        before = before or open_files()
        if number == 10:  # the bus hangs up on us
            assert service._state.connection
            service._state.connection.interrupt()
    service.stop()
    wait_until(lambda: open_files() < before, "the files to be closed")


def test_stopping_is_quick_while_a_service_hangs(bus_address: str) -> None:
    """The name is taken by somebody who reads nothing."""
    from jeepney.bus_messages import message_bus  # type: ignore[import-untyped] # noqa: PLC0415 - only here
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped] # noqa: PLC0415 - only here

    mute = open_dbus_connection(bus=bus_address)
    mute.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
    refused: queue.SimpleQueue[Note] = queue.SimpleQueue()
    service = NotificationService(lambda _key: None, refused.put, answer_s=30)
    service.show(Note("ticket-1", "Rina replied", ""))
    wait_until(lambda: service._state.calls, "the question")
    service.stop()
    assert not service._thread.is_alive()
    assert refused.empty()
    mute.close()
