"""`sigap-server articles` as real processes: beside a running backend and without one."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from server_stub.__main__ import main
from server_stub.commands.articles import STARTER
from tests.server_stub.commands.conftest import ROOT, Done, Running, run
from tests.server_stub.knowledge.written import article, png, put

Serve = Callable[..., Running]
STARTERS = len(list(STARTER.glob("*.md")))


@pytest.fixture(params=["alone", "beside"])
def at(request: pytest.FixtureRequest, tmp_path: Path, serve: Serve) -> Callable[..., Done]:
    """A word on data that begin empty."""
    data = tmp_path / "data"
    if request.param == "beside":
        serve(data)
    return lambda *words: run("articles", *words, "--data", str(data))


@pytest.fixture
def here(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """A word in this process: a refusal needs no other one."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(os, "umask", lambda _mode: 0)
    return lambda *words: Done(main(list(words)), *capfd.readouterr())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    put(folder, "a.md", article("a", "![x](x.png)", team="[desk, 3]"))
    put(folder, "x.png", png())
    put(folder, "deep/b.md", article("b", audience="technicians"))
    put(folder, "bad.md", "---\nid: a b\ntitle: Bad\nlang: en\n---\n")
    put(folder, "none.md", article("c", "![y](y.png)"))
    return folder


def test_import_list_retire_publish_export(at: Callable[..., Done], files: Path, tmp_path: Path) -> None:
    told = at("import", str(files), "--json").json()
    assert (told["imported"], told["unchanged"]) == (3, 0)
    assert [(one["file"], one["line"]) for one in told["refused"]] == [("bad.md", 2)]
    assert [one["file"] for one in told["warnings"]] == ["none.md"]
    listed = at("list", "--json").json()["articles"]
    assert [(one["id"], one["state"], one["audience"], one["helped"], one["not_helped"]) for one in listed] == [
        ("a", "published", "everyone", 0, 0),
        ("b", "published", "technicians", 0, 0),
        ("c", "published", "everyone", 0, 0),
    ]
    text = at("import", str(files)).out
    assert text.startswith("0 imported, 3 unchanged, 1 refused.\n")
    assert "bad.md, line 2: id may have letters" in text
    assert "Imported with a warning:\n  none.md: The picture y.png is left out." in text
    assert at("retire", "a").out == "a is retired.\n"
    assert "a is retired already" in at("retire", "a").sentence()
    assert at("publish", "a", "--json").json() == {"articles": ["a"], "state": "published"}
    assert "About b" in at("list").out
    target = tmp_path / "out.zip"
    assert at("export", str(target), "--json").json() == {"exported": 3, "path": str(target)}
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == ["a/a.md", "a/x.png", "b.md", "c.md"]
        assert b"team:" in packed.read("a/a.md")
    again = at("import", str(target), "--json").json()
    assert (again["imported"], again["unchanged"], again["refused"]) == (0, 3, [])


def test_what_comes_with_sigap_is_imported_whole(at: Callable[..., Done]) -> None:
    told = at("import", "--starter", "--json").json()
    assert told == {"imported": STARTERS, "unchanged": 0, "refused": [], "warnings": []}
    assert at("import", "--starter", "--json").json()["unchanged"] == STARTERS


def test_an_import_that_took_nothing_says_why_and_is_no_success(tmp_path: Path) -> None:
    put(tmp_path, "files/bad.md", "no front matter")
    done = run("articles", "import", str(tmp_path / "files"), "--json", "--data", str(tmp_path / "data"))
    assert done.code == 1
    assert done.err == "No article was imported: none of the files can be taken.\n"
    assert json.loads(done.out)["refused"][0]["file"] == "bad.md"
    (tmp_path / "files/bad.md").unlink()
    done = run("articles", "import", str(tmp_path / "files"), "--data", str(tmp_path / "data"))
    assert (done.code, done.err) == (1, "No article was imported: no Markdown file is there.\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["import"], 2, "required"),
        (["import", ""], 2, "the path is empty"),
        (["export", ""], 2, "the path is empty"),
        (["import", "absent"], 1, "absent isn't there"),
        (["import", "absent", "--starter"], 2, "not allowed with"),
        (["import", "/dev/null"], 1, "neither a folder nor a zip"),
        (["import", "LICENSE"], 1, "not a zip"),
        (["retire", "nothing"], 1, "no article nothing"),
        (["publish"], 2, "ID"),
        (["burn"], 2, "no word"),
        ([], 2, "WORD"),
        (["export", "/proc/nowhere/x"], 1, "can't be written"),
        (["export", "docs"], 1, "not empty"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(data: Path, here: Callable[..., Done], words: list[str], code: int, said: str) -> None:
    for more in ([], ["--json"]):
        assert said in here("articles", *words, *more, "--data", str(data)).sentence(code)


@pytest.mark.parametrize("word", [["list"], ["export", "x.zip"], ["retire", "a"], ["publish", "a"]])
def test_only_an_import_makes_data(tmp_path: Path, here: Callable[..., Done], word: list[str]) -> None:
    assert "isn't there" in here("articles", *word, "--data", str(tmp_path / "absent")).sentence()
    assert not (tmp_path / "absent").exists()


def test_an_import_that_was_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    data, files = tmp_path / "data", tmp_path / "files"
    for place in range(500):
        put(files, f"{place:03}.md", article(f"a{place:03}"))
    words = ("articles", "import", str(files), "--json", "--data", str(data))
    killed = run(*words, SIGAP_FAILPOINT="store-before-commit:4")
    assert (killed.code, killed.out) == (-9, "")
    begun = run("articles", "list", "--json", "--data", str(data)).json()["articles"]
    assert 0 < len(begun) < 500
    told = run(*words).json()
    assert (told["imported"], told["unchanged"]) == (500 - len(begun), len(begun))
    listed = run("articles", "list", "--json", "--data", str(data)).json()["articles"]
    assert sorted(one["change"] for one in listed) == list(range(1, 501)), "no number is skipped"
