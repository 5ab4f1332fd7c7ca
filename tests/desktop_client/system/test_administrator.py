"""Asking for an administrator's rights: refusals are answers."""

from pathlib import Path

import pytest

from desktop_client.system import administrator
from desktop_client.system.administrator import Became, as_administrator, became, can_ask
from desktop_client.system.commands import CommandResult, Commands, Outcome


def told(outcome: Outcome, code: int | None = None) -> CommandResult:
    return CommandResult(b"", b"", code, outcome)


@pytest.mark.parametrize(
    ("result", "end"),
    [
        (told(Outcome.OK, 0), Became.DONE),
        (told(Outcome.OK, 1), Became.FAILED),
        (told(Outcome.TIMEOUT), Became.TIME),
        (told(Outcome.STOPPED), Became.STOPPED),
        (told(Outcome.MISSING), Became.FAILED),
        (told(Outcome.FAILED), Became.FAILED),
    ],
)
def test_ends(result: CommandResult, end: Became) -> None:
    assert became(result) is end


def pkexec(folder: Path, text: str) -> Commands:
    program = folder / "pkexec"
    program.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    program.chmod(0o755)
    return Commands(f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize(("code", "end"), [(126, Became.RIGHTS), (127, Became.RIGHTS), (3, Became.FAILED), (0, Became.DONE)])
def test_a_refused_dialog_is_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, end: Became) -> None:
    monkeypatch.setattr(administrator, "is_administrator", lambda: False)
    assert as_administrator(pkexec(tmp_path, f"exit {code}").run, ("true",), 5) is end


def test_the_command_itself_runs_behind_the_dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(administrator, "is_administrator", lambda: False)
    made = tmp_path / "made"
    assert as_administrator(pkexec(tmp_path, 'exec "$@"').run, ("touch", str(made)), 5) is Became.DONE
    assert made.exists()


def test_without_the_dialog_there_are_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(administrator, "is_administrator", lambda: False)
    monkeypatch.setattr(administrator, "system_path", lambda: str(tmp_path))
    assert not can_ask()
    assert as_administrator(Commands(str(tmp_path)).run, ("true",), 5) is Became.RIGHTS


def test_an_administrator_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(administrator, "is_administrator", lambda: True)
    assert as_administrator(Commands().run, ("true",), 5) is Became.DONE
