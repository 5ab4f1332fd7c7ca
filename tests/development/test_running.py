import urllib.error
import urllib.request
from pathlib import Path

import pytest

from development.running import SERVER, ProgramError, RunningBackend, call, call_json


def test_a_backend_answers_inside_and_is_gone_outside(tmp_path: Path) -> None:
    with RunningBackend(tmp_path / "data") as backend:
        assert backend.answers()
        assert backend.command("tickets") == {"tickets": []}
        assert len(backend.code()) > 5
    assert backend.process.returncode == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{backend.address}/health", timeout=2)  # noqa: S310 - our own address


def test_a_backend_that_ends_by_itself_is_an_error_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("nonsense", "utf-8")
    with pytest.raises(ProgramError, match=r"(?s)ended by itself.*settings\.toml"), RunningBackend(tmp_path / "data"):
        pass


def test_a_command_that_fails_is_an_error_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match=r"(?s)tickets ended with 1:\n.*nowhere isn't there"):
        call(*SERVER, "--data", str(tmp_path / "nowhere"), "tickets")


def test_an_answer_that_is_not_json_is_an_error() -> None:
    with pytest.raises(ProgramError, match="did not answer with JSON"):
        call_json(*SERVER, "--version")
