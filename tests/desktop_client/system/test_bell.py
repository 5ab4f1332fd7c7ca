import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_client.system import bell
from desktop_client.system.folders import Profile, open_profile

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows has a named pipe instead")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return open_profile(tmp_path)


class Listener:
    """Whoever listens at the socket: answers each caller with the same bytes, or never."""

    def __init__(self, path: Path, answer: bytes | None) -> None:
        self.heard: list[bytes] = []
        self._answer = answer
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(line)
            said = line.recv(100)
            if not said:  # only looked whether somebody listens
                continue
            self.heard.append(said)
            if self._answer is not None:
                line.sendall(self._answer)
                line.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        # It may be taking its last caller just now.
        self._thread.join()
        self._socket.close()
        for line in self._open:
            line.close()


@pytest.fixture
def listening() -> Iterator[Callable[[Path, bytes | None], Listener]]:
    made: list[Listener] = []

    def listen(path: Path, answer: bytes | None) -> Listener:
        made.append(Listener(path, answer))
        return made[-1]

    yield listen
    for one in made:
        one.close()


Listen = Callable[[Path, bytes | None], Listener]


def test_who_listens_hears_the_word(profile: Profile, listening: Listen) -> None:
    listener = listening(bell.prepare_socket(profile), bell.HEARD)
    assert bell.ring(profile, "panel")
    assert listener.heard == [b"panel\n"]
    assert bell.answers(profile)


def test_nobody_there_is_nobody_heard(profile: Profile) -> None:
    assert not bell.ring(profile, "panel")
    assert not bell.answers(profile)
    assert not bell.ring(bell_of_nothing(profile), "panel")


def bell_of_nothing(profile: Profile) -> Profile:
    return Profile(profile.root / "never made", own=True)


@pytest.mark.parametrize("answer", [b"", b"what?\n", b"hear", None])
def test_a_wrong_answer_or_none_is_not_heard(profile: Profile, listening: Listen, answer: bytes | None) -> None:
    listening(bell.prepare_socket(profile), answer)
    assert not bell.ring(profile, "wake", patience_s=0.2)


def test_a_socket_that_nobody_listens_at_any_more_is_removed(profile: Profile, listening: Listen) -> None:
    path = bell.prepare_socket(profile)
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(path))
    left.close()
    assert path.exists()
    assert not bell.ring(profile, "panel")
    listening(bell.prepare_socket(profile), bell.HEARD)
    assert bell.ring(profile, "panel")


def test_only_the_agreed_words_are_rung(profile: Profile) -> None:
    with pytest.raises(ValueError, match="quit"):
        bell.ring(profile, "quit")


def test_a_long_path_gets_a_private_folder_that_the_profile_names(tmp_path: Path, listening: Listen) -> None:
    profile = open_profile(tmp_path / ("long" * 30))
    path = bell.prepare_socket(profile)
    assert len(os.fsencode(path)) <= bell.LONGEST_SOCKET_PATH
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert bell.prepare_socket(profile) == path
    listening(path, bell.HEARD)
    assert bell.ring(profile, "panel")
    bell.remove_socket(profile)
    assert not path.parent.exists()
    assert not bell.ring(profile, "panel")


def test_a_folder_of_somebody_else_is_not_rung_at(tmp_path: Path, listening: Listen) -> None:
    """A folder in /tmp that was emptied meanwhile, and made again by another account."""
    profile = open_profile(tmp_path / ("long" * 30))
    path = bell.prepare_socket(profile)
    listener = listening(path, bell.HEARD)
    path.parent.chmod(0o777)
    assert not bell.ring(profile, "panel")
    assert not bell.answers(profile)
    assert listener.heard == []
    fresh = bell.prepare_socket(profile)
    assert fresh != path
    bell.remove_socket(profile)
    path.unlink()
    path.parent.rmdir()


def test_where_others_may_write_the_socket_lies_elsewhere(profile: Profile) -> None:
    profile.root.chmod(0o777)
    path = bell.prepare_socket(profile)
    assert path.parent != profile.root
    bell.remove_socket(profile)


def test_a_tray_that_is_just_starting_is_waited_for(profile: Profile, listening: Listen) -> None:
    timer = threading.Timer(0.2, lambda: listening(bell.prepare_socket(profile), bell.HEARD))
    timer.start()
    assert bell.ring_starting(profile, "panel", 10)
    timer.join()
    assert not bell.ring_starting(bell_of_nothing(profile), "panel", 0.1)


def test_an_article_is_named_by_an_id_and_nothing_else() -> None:
    assert all(map(bell.known, (*bell.MESSAGES, "article:printer-jam", f"article:{'x' * 200}")))
    assert not any(
        map(bell.known, ("", "article:", "article:..", "article:a b", "article:a/b", f"article:{'x' * 201}", "article:a\n", "quit"))
    )
