"""What the backend said about itself, offline too."""

from pathlib import Path

import pytest

from desktop_client.backend.session import Session
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.reasons import RefusedError
from tests.raw_server import RawServer, answer
from tests.small_backend import SmallBackend


def test_built_in_then_the_last_answer(tmp_path: Path) -> None:
    kept = AboutKept(tmp_path / "about.json")
    assert kept.about("https://help.example.com:8443").company == "help.example.com"
    assert kept.about().company == ""
    assert len(kept.about().categories) == 12
    with RawServer(SmallBackend()) as server, Session(server.address) as session:
        assert kept.refresh(session).company == "Contoh"
    assert AboutKept(tmp_path / "about.json").about("https://x").help_desk == "tim IT"
    with RawServer(answer(200, b"<html>", "text/html")) as server, Session(server.address) as session, pytest.raises(RefusedError):
        kept.refresh(session)
    assert kept.about().company == "Contoh"
    kept.forget()
    assert kept.about("https://x").company == "x"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff" * 100])
def test_a_damaged_one_is_as_none(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "about.json").write_bytes(damage)
    assert AboutKept(tmp_path / "about.json").about("https://x").company == "x"
