from pathlib import Path

import pytest

from development import check, test

FOUND = (("a check", ("-c", "raise SystemExit(1)")),)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A test file that passes and one that fails, outside of the project."""
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n", "utf-8")
    (tmp_path / "test_good.py").write_text("def test_it():\n    pass\n", "utf-8")
    (tmp_path / "test_bad.py").write_text("def test_it():\n    assert False\n", "utf-8")
    return tmp_path


def words(small: Path, name: str) -> list[str]:
    return ["-q", "-c", str(small / "pyproject.toml"), "-p", "no:cacheprovider", str(small / name)]


def test_words_go_to_pytest_alone_and_its_line_is_the_last(
    small: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "CHECKS", FOUND)
    assert test.main(words(small, "test_good.py")) == 0
    assert capfd.readouterr().out.strip().splitlines()[-1].startswith("1 passed in ")


def test_a_failing_test_fails(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert test.main(words(small, "test_bad.py")) == 1
    assert "1 failed" in capfd.readouterr().out


def test_without_words_both_run_and_both_count(small: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(check, "CHECKS", FOUND)
    monkeypatch.setattr(test, "ROOT", small)
    (small / "test_bad.py").unlink()
    assert test.main([]) == 1
    shown, told = capfd.readouterr()
    assert "1 passed in" in shown.strip().splitlines()[-1]
    assert "a check" in told
