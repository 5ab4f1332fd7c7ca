import json
from pathlib import Path

import pytest

from benchmarks import search
from benchmarks.articles import more_articles, read_articles
from benchmarks.engines import Tantivy
from benchmarks.queries import quality, read_queries, recall, reciprocal_rank

ARTICLES = {
    "a.md": "---\nid: a\ntitle: Paper jam\nlang: en\ntags:\n- printer\n---\n\n# Paper jam\n\nOpen the tray.\n",
    "deep/b.md": "---\nid: b\ntitle: Slow Wi-Fi\nlang: en\nsummary: Weak signal\n---\nStay near the access point.\n\nWalls matter.\n",
    "c.md": "---\nid: c\ntitle: Layar hitam\nlang: id\n---\nCek kabel.\n",
    "broken.md": "---\nid: [\n---\n",
    "none.md": "No front matter.\n",
}
QUERIES = (
    {"query": "paper jam", "relevant": ["a"], "kind": "keyword", "lang": "en"},
    {"query": "wifi slwo", "relevant": ["b"], "also_ok": ["a"], "kind": "typo", "lang": "en"},
    {"query": "zzz", "relevant": ["a"], "kind": "keyword", "lang": "en"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        file = tmp_path / "kb" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, QUERIES)), "utf-8")
    return tmp_path


def test_articles_are_read_and_broken_ones_left_out(folder: Path) -> None:
    found = {article.id: article for article in read_articles(folder / "kb")}
    assert sorted(found) == ["a", "b", "c"]
    assert found["a"].tags == ("printer",)
    assert found["b"].summary == "Weak signal"
    assert found["c"].lang == "id"


def test_more_articles_are_the_same_each_time(folder: Path) -> None:
    real = read_articles(folder / "kb")
    first, second = list(more_articles(real, 50)), list(more_articles(real, 50))
    assert first == second
    assert first[:3] == real
    assert len({article.id for article in first}) == 50
    assert list(more_articles(real, 50, seed=9)) != first


def test_how_good_an_order_is(folder: Path) -> None:
    paper, wifi, _ = read_queries(folder / "queries.jsonl")
    assert recall(paper, ["x", "a"]) == 1
    assert recall(paper, ["1", "2", "3", "4", "5", "a"]) == 0
    assert recall(wifi, ["a"]) == 1
    assert reciprocal_rank(wifi, ["x", "y", "b"]) == pytest.approx(1 / 3)
    assert reciprocal_rank(paper, []) == 0
    told = quality([paper, wifi], lambda words, _: ["a"] if words == "paper jam" else [])
    assert (told["all"].recall_5, told["typo"].mrr_10, told["keyword"].count) == (0.5, 0, 1)


def test_the_command_prints_tables_and_says_whether_targets_are_reached(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--articles", str(folder / "kb"), "--queries", str(folder / "queries.jsonl"), "--large", "30", "--misses"]
    assert search.main(words) == 1  # one of three queries has no answer
    shown = capsys.readouterr().out
    assert "30 articles" in shown
    assert "keystroke p99, ms" in shown
    assert "zzz" in shown
    for name in ("sigap", "fts5", *(["tantivy"] if Tantivy.installed() else [])):
        assert name in shown


def test_bad_arguments(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert search.main(["--articles", str(folder / "empty"), "--queries", str(folder / "queries.jsonl")]) == 2
    assert "no articles" in capsys.readouterr().err
