"""Whether the screen is somebody else's: what the systems tell, and nothing where they don't."""

import struct

import pytest

from desktop_client.system.machine.session_lock import info_says_away, is_away, says_away


@pytest.mark.parametrize(
    ("told", "away"),
    [
        ("Active=yes\nLockedHint=no\n", False),
        ("Active=yes\nLockedHint=yes\n", True),
        ("Active=no\nLockedHint=no\n", True),
        ("", False),
        ("Active=notreally\n", False),
    ],
)
def test_logind(told: str, away: bool) -> None:  # noqa: FBT001 - a case
    assert says_away(told) is away


@pytest.mark.parametrize(
    ("state", "flags", "away"), [(0, 1, False), (0, 0, True), (4, 1, True), (0, 0xFFFFFFFF, False)], ids=["here", "locked", "left", "old"]
)
def test_windows(state: int, flags: int, away: bool) -> None:  # noqa: FBT001 - a case
    assert info_says_away(struct.pack("<IIIII", 1, 0, 2, state, flags)) is away
    assert info_says_away(b"\0" * 19) is False


def test_without_a_session_nobody_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for session in ("", "1; reboot", "99999"):
        monkeypatch.setenv("XDG_SESSION_ID", session)
        assert is_away() is False
