"""`sigap search`, `article` and `open`, against the real backend and without it."""

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from contract.articles import Article
from contract.guides import Answer, AskStep, Guide, GuideStep
from desktop_client.__main__ import main
from desktop_client.commands.article import as_text
from desktop_client.commands.article_language import article_language
from desktop_client.commands.command import ArgumentsError
from desktop_client.commands.open import message_of
from tests.together.backend_process import CLIENT, ROOT, BackendProcess, ClientProfile, Done

PRINTER = """---
id: printer-jam
article: jam
lang: en
title: Clear a paper jam
summary: The printer stops with paper in it.
related: [kertas-macet, wifi]
---
Open the tray \x1b[31m and pull the paper out.

- Close the tray.
"""
PRINTER_ID = """---
id: kertas-macet
article: jam
lang: id
title: Kertas macet di printer
---
Buka baki lalu tarik kertasnya.
"""
GUIDE = """---
id: wifi
lang: en
title: Wi-Fi is slow
---
Looks at the line.
"""


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    folder = tmp_path_factory.mktemp("backend")
    articles = folder / "articles"
    articles.mkdir()
    for name, text in (("jam.md", PRINTER), ("macet.md", PRINTER_ID), ("wifi.md", GUIDE)):
        (articles / name).write_text(text, "utf-8")
    with BackendProcess(folder / "data") as started:
        done = started.command("articles", "import", str(articles))
        assert done.code == 0, done.err
        yield started


@pytest.fixture(scope="module")
def synced(backend: BackendProcess, tmp_path_factory: pytest.TempPathFactory) -> ClientProfile:
    client = ClientProfile(tmp_path_factory.mktemp("client") / "profile")
    client.enrol(backend)
    client.json("search", "anything", "--sync")
    return client


@dataclass(frozen=True)
class Here:
    """The command line in this process, on one profile."""

    folder: Path
    written: pytest.CaptureFixture[str]

    def run(self, *words: str) -> Done:
        code = main([*words, "--profile", str(self.folder)])
        written = self.written.readouterr()
        return Done(code, written.out, written.err)


@pytest.fixture
def here(synced: ClientProfile, capsys: pytest.CaptureFixture[str]) -> Here:
    return Here(synced.folder, capsys)


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Here:
    return Here(tmp_path / "profile", capsys)


def test_sync_fetches_and_answers(enrolled: ClientProfile) -> None:
    told = enrolled.json("search", "paper", "jam", "--sync")
    assert list(told) == ["results"]
    (first, *_) = told["results"]
    assert list(first) == ["id", "title", "lang", "kind", "snippet"]
    assert (first["id"], first["title"], first["lang"], first["kind"]) == ("printer-jam", "Clear a paper jam", "en", "article")
    assert enrolled.json("search", "--limit", "1", "kertas macet")["results"][0]["id"] == "kertas-macet"
    assert enrolled.run("search", "paper", "jam").out.splitlines()[0] == "printer-jam Clear a paper jam"


@pytest.mark.parametrize(("lang", "first"), [("id_ID.UTF-8", "kertas-macet"), ("en_US.UTF-8", "printer-jam")])
def test_the_terminals_language_comes_first(here: Here, monkeypatch: pytest.MonkeyPatch, lang: str, first: str) -> None:
    monkeypatch.setenv("LANG", lang)
    assert here.run("search", "printer", "--json").json()["results"][0]["id"] == first


def test_nothing_found(here: Here) -> None:
    assert here.run("search", "zzzz", "qqqq") == Done(0, 'Nothing found for "zzzz qqqq".\n', "")
    assert here.run("search", "z" * 10_000).out == f'Nothing found for "{"z" * 60}…".\n'
    assert here.run("search", "zzzz", "--json").json() == {"results": []}


@pytest.mark.parametrize("limit", ["0", "-1", "101", "many", "1.5", "", "٣"])
def test_a_limit_that_is_none(empty: Here, limit: str) -> None:
    done = empty.run("search", "printer", f"--limit={limit}")
    assert done == Done(2, "", "--limit must be a number from 1 to 100. Nothing was done. See sigap --help.\n")


def test_without_words(empty: Here) -> None:
    assert empty.run("search").code == 2


def test_before_there_are_articles_it_says_what_to_do(empty: Here, backend: BackendProcess) -> None:
    done = empty.run("search", "printer", "--json")
    assert (done.code, done.json()) == (0, {"results": []})
    assert done.err == "No articles on this computer yet. Register it with: sigap enroll URL CODE\n"
    ClientProfile(empty.folder).enrol(backend)
    assert empty.run("search", "printer").err == "No articles on this computer yet. Fetch them with: sigap search WORDS --sync\n"


def test_sync_without_registration_fails_and_says_why(empty: Here) -> None:
    done = empty.run("search", "printer", "--sync", "--json")
    assert (done.code, done.json()) == (1, {"results": []})
    assert done.err.startswith("This computer isn't registered yet. Only what is here already was searched.\n")


def test_offline_everything_works_and_sync_says_why_it_cannot(tmp_path: Path, client: ClientProfile) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "jam.md").write_text(PRINTER, "utf-8")
    with BackendProcess(tmp_path / "data") as backend:
        assert backend.command("articles", "import", str(articles)).code == 0
        client.enrol(backend)
        client.json("search", "jam", "--sync")
    assert client.json("search", "jam")["results"][0]["id"] == "printer-jam"
    assert client.run("article", "printer-jam").code == 0
    done = client.run("search", "jam", "--sync", "--json")
    assert (done.code, [result["id"] for result in done.json()["results"]]) == (1, ["printer-jam"])
    assert "Only what is here already was searched." in done.err


def test_an_article_by_id_or_key(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    text = here.run("article", "printer-jam").out
    assert text == "# Clear a paper jam\n\nOpen the tray [31m and pull the paper out.\n\n- Close the tray.\n"
    monkeypatch.setenv("LANG", "id_ID.UTF-8")
    told = here.run("article", "jam", "--json").json()
    assert (told["id"], told["title"], told["languages"]) == (
        "kertas-macet",
        "Kertas macet di printer",
        {"en": "printer-jam", "id": "kertas-macet"},
    )
    assert here.run("article", "printer-jam", "--json").json()["related"] == ["wifi"]


def test_no_such_article(here: Here) -> None:
    for id_, shown in (("nothing", "nothing"), ("a\x1b[2Jb", "a[2Jb"), ("x" * 500, "x" * 60)):
        assert here.run("article", id_, "--json") == Done(1, "", f"No article {shown}.\n")


def test_what_is_searched_for_is_in_no_log(synced: ClientProfile, backend: BackendProcess) -> None:
    synced.json("search", "kenaikangajirahasia", "--sync")
    kept = [path for path in synced.folder.rglob("*") if path.is_file() and b"kenaikangajirahasia" in path.read_bytes()]
    assert kept == []
    assert "kenaikangajirahasia" not in backend.log.read_text()


def test_killed_while_it_fetches_the_next_one_goes_on(enrolled: ClientProfile) -> None:
    words = [*CLIENT, "--profile", str(enrolled.folder), "search", "jam", "--sync", "--json"]
    for wait_s in (0.3, 0.5, 0.7):
        process = subprocess.Popen(words, cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait_s)
        process.send_signal(signal.SIGKILL)
        process.wait(20)
    assert json.dumps(enrolled.json("search", "jam", "--sync")).count("printer-jam") == 1
    assert not (enrolled.folder / "knowledge.db.damaged").exists()


@pytest.mark.parametrize(
    "url", ["sigap://article/../x", "sigap://guide/x", "sigap:x", "sigap://article/", "sigap://article/a?b=c", "SIGAP://"]
)
def test_links_that_open_nothing(empty: Here, url: str) -> None:
    for words in (("open", url), (url,)):
        assert empty.run(*words) == Done(2, "", "This is no link that Sigap opens. Nothing was done. See sigap --help.\n")


def test_what_a_link_says() -> None:
    assert message_of("sigap://article/printer-jam") == "article:printer-jam"
    with pytest.raises(ArgumentsError):
        message_of("sigap://article/a b")


def test_a_link_rings_the_tray_that_runs(here: Here) -> None:
    heard: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(here.folder / "bell"))
        listening.listen()

        def serve() -> None:
            while not heard:
                line, _ = listening.accept()
                with line:
                    said = line.recv(300)
                    if said:  # else it is only looked whether somebody listens
                        heard.append(said)
                        line.sendall(b"heard\n")

        thread = threading.Thread(target=serve)
        thread.start()
        assert here.run("sigap://article/printer-jam").code == 0
        thread.join(20)
    (here.folder / "bell").unlink()
    assert heard == [b"article:printer-jam\n"]


def test_the_language_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    for told, expected in (("id_ID.UTF-8", "id"), ("en", "en"), ("C.UTF-8", ""), ("", ""), ("de_DE", "")):
        monkeypatch.setenv("LANG", told)
        assert article_language("system") == expected
    assert article_language("id") == "id"


def test_a_text_cannot_command_the_terminal() -> None:
    text = as_text(Article(id="x", lang="en", title="T\x1b]0;owned\x07itle", body="\x1b[2J\x9b31mred\r\nline\0"))
    assert text == "# T]0;owneditle\n\n[2J31mred\nline"


def test_a_guide_is_shown_with_its_steps_and_without_what_it_would_measure() -> None:
    steps = (
        AskStep(id="a", title="Is it on?", text="{printer} is silent. Look at it.", answers=(Answer(text="Yes", go="g"),), unknown="g"),
        GuideStep(id="g", title="The network", guide="network-part"),
    )
    text = as_text(Article(id="p", lang="en", title="Printer", body="Asks it.", guide=Guide(first="a", steps=steps)))
    assert text == (
        "# Printer\n\nAsks it.\n\n1. Is it on?\nLook at it.\n- Yes\n\n2. The network\n- sigap article network-part"
        "\n\nThis guide checks itself: sigap guide p --auto"
    )
