from pathlib import Path

import pytest

from development import bench


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    (tmp_path / "benchmarks").mkdir()
    return tmp_path / "benchmarks"


def test_each_runs_and_a_failure_counts(programs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (programs / "one.py").write_text("print('1.0', flush=True)\n", "utf-8")
    assert bench.main([]) == 0
    (programs / "two.py").write_text("raise SystemExit(3)\n", "utf-8")
    assert bench.main([]) == 1
    shown, told = capfd.readouterr()
    assert shown == "== one\n1.0\n== one\n1.0\n== two\n"
    assert told == "Failed: two\n"


def test_a_name_picks_one(programs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (programs / f"{name}.py").write_text("pass\n", "utf-8")
    assert bench.main(["two"]) == 0
    assert capfd.readouterr().out == "== two\n"


def test_an_unknown_name_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["speed"]) == 2
    assert "has no speed. It has: nothing yet" in capfd.readouterr().err


def test_nothing_is_said_to_be_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert bench.main([]) == 0
    assert "nothing yet" in capfd.readouterr().out
