"""Real processes on one profile: who is first, what the bell carries, and what a kill leaves behind."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from desktop_client.system import bell
from desktop_client.system.desktop.one_instance import CALLERS, OneInstance
from desktop_client.system.folders import Profile, open_profile

TRAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_client.system.desktop.one_instance import OneInstance
from desktop_client.system.folders import open_profile
app = QCoreApplication([])
instance = OneInstance(open_profile(Path(sys.argv[1])))
print(instance.first(), flush=True)
instance.on_ring(lambda message: print(message, flush=True))
print("listening", flush=True)
app.exec()
"""
RING = """
import sys
from pathlib import Path
from desktop_client.system.folders import profile_at
from desktop_client.system.bell import ring
print(ring(profile_at(Path(sys.argv[1])), sys.argv[2]))
"""

Made = Callable[[], OneInstance]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path / "profile")


@pytest.fixture
def instances(profile: Profile, qtbot: QtBot) -> Iterator[Made]:
    made: list[OneInstance] = []

    def make() -> OneInstance:
        made.append(OneInstance(profile))
        return made[-1]

    yield make
    for one in made:
        one.close()


def ring_from_outside(profile: Profile, message: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", RING, profile.root, message], stdout=subprocess.PIPE)


def test_the_second_is_not_first_and_the_first_hears_it(profile: Profile, instances: Made, qtbot: QtBot) -> None:
    heard: list[tuple[str, bool]] = []
    first = instances()
    assert first.first()
    first.on_ring(lambda message: heard.append((message, QThread.currentThread().isMainThread())))
    assert not instances().first()
    messages = (*bell.MESSAGES, "article:printer-jam", f"article:{'x' * 200}")
    for message in messages:
        with ring_from_outside(profile, message) as ringing:
            qtbot.waitUntil(lambda: ringing.poll() is not None, timeout=20_000)
            assert ringing.stdout
            assert ringing.stdout.read() == b"True\n"
    qtbot.waitUntil(lambda: len(heard) == len(messages))
    assert heard == [(message, True) for message in messages]


def test_after_closing_another_is_first_and_nothing_is_left(profile: Profile, instances: Made) -> None:
    first, second = instances(), instances()
    assert first.first()
    first.on_ring(lambda _message: None)
    first.close()
    first.close()
    assert second.first()
    assert not (profile.root / "bell").exists()


def test_only_the_first_has_a_bell(instances: Made) -> None:
    with pytest.raises(RuntimeError):
        instances().on_ring(lambda _message: None)


def test_a_killed_tray_leaves_lock_and_bell_to_the_next(profile: Profile, instances: Made, qtbot: QtBot) -> None:
    with subprocess.Popen([sys.executable, "-c", TRAY, profile.root], stdout=subprocess.PIPE) as tray:
        assert tray.stdout
        assert [tray.stdout.readline(), tray.stdout.readline()] == [b"True\n", b"listening\n"]
        late = instances()
        assert not late.first()
        assert late.ring("panel")
        assert tray.stdout.readline() == b"panel\n"
        tray.kill()
    assert (profile.root / "bell").exists()
    assert not bell.ring(profile, "panel")
    heard: list[str] = []
    assert late.first()
    late.on_ring(heard.append)
    with ring_from_outside(profile, "report"):
        qtbot.waitUntil(lambda: heard == ["report"], timeout=20_000)


def test_one_that_hangs_is_not_waited_for_long(profile: Profile, instances: Made) -> None:
    """The first never comes back to its events here: it is this very thread."""
    first = instances()
    assert first.first()
    first.on_ring(lambda _message: None)
    assert not bell.ring(profile, "panel", patience_s=0.2)


def test_nonsense_and_silence_on_the_line_harm_nothing(profile: Profile, instances: Made, qtbot: QtBot) -> None:
    heard: list[str] = []
    first = instances()
    assert first.first()
    first.on_ring(heard.append)
    lines = []
    for said in [b"", b"quit\n", b"\xff\xfe\n", b"x" * 10_000, *[b"pan"] * (CALLERS + 3)]:
        line = socket.socket(socket.AF_UNIX)
        line.connect(str(bell.socket_path(profile)))
        line.setblocking(False)
        line.send(said)
        lines.append(line)
        qtbot.wait(5)
    gone = socket.socket(socket.AF_UNIX)
    gone.connect(str(bell.socket_path(profile)))
    gone.send(b"wake\n")
    gone.close()
    qtbot.waitUntil(lambda: heard == ["wake"])
    lines[-1].send(b"el\n")
    qtbot.waitUntil(lambda: heard == ["wake", "panel"])
    for line in lines:
        line.close()
    qtbot.wait(20)
    assert heard == ["wake", "panel"]


@pytest.mark.expects_log
def test_without_a_place_to_listen_at_only_the_bell_is_missing(profile: Profile, instances: Made, caplog: pytest.LogCaptureFixture) -> None:
    (profile.root / "bell").mkdir()
    first = instances()
    assert first.first()
    first.on_ring(lambda _message: None)
    assert "No bell" in caplog.text
