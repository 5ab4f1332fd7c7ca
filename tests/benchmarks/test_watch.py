import pytest

from benchmarks import watch


def test_it_measures_both_and_ends_what_it_started(capsys: pytest.CaptureFixture[str]) -> None:
    assert watch.main(["--looks", "2", "--processes", "2"]) in {0, 1}
    told = capsys.readouterr().out
    assert "by psutil" in told
    assert "a second" in told
