import subprocess
import sys

import pytest

from development import check


def program(code: str) -> tuple[str, ...]:
    return ("-c", code)


def test_every_check_runs_though_the_first_finds_something(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    checks = (("first", program("print('a line to mend'); raise SystemExit(1)")), ("second", program("pass")))
    monkeypatch.setattr(check, "CHECKS", checks)
    assert check.main() == 1
    shown, told = capfd.readouterr()
    assert shown.startswith("a line to mend\nfirst: something to mend (")
    assert "second: clean (" in shown
    assert told.startswith("Not clean: first.")


def test_clean_is_0(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(check, "CHECKS", (("only", program("pass")),))
    assert check.main() == 0
    assert capfd.readouterr().err == ""


def test_what_is_checked_is_installed(capfd: pytest.CaptureFixture[str]) -> None:
    for _name, words in check.CHECKS:
        assert subprocess.run([sys.executable, *words[:2], "--version"], check=False).returncode == 0
    assert capfd.readouterr().err == ""
