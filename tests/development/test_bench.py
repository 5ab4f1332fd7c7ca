import pytest

from development import bench


def test_the_word_after_bench_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[list[str]] = []
    monkeypatch.setitem(bench.BENCHMARKS, "search", lambda words: len(taken.append(list(words)) or words))
    assert bench.main(["search", "--articles", "x"]) == 2
    assert taken == [["--articles", "x"]]


@pytest.mark.parametrize("words", [[], ["nothing"]])
def test_one_that_is_not_there(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(words) == 2
    assert "search" in capsys.readouterr().err


def test_ctrl_c_ends_it_with_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(_words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(bench.BENCHMARKS, "search", stop)
    assert bench.main(["search"]) == 130
    assert "Stopped" in capsys.readouterr().err
