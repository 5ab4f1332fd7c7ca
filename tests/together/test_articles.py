"""Articles from the real backend to the real client: through a network that loses half, kills at random, retirement, and offline."""

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.articles import Article, ArticlesPage
from desktop_client.knowledge.feeding import follow, follows
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.library import Library
from desktop_client.knowledge.search import search
from tests.together.backend_process import CLIENT, ROOT, BackendProcess, ClientProfile
from tests.together.chaos_proxy import ChaosProxy, Fault
from tests.together.small_disk import fill, make_read_only, small_disk

CUT_OFF = ("unshare", "--net", "--map-root-user")
"""Before a program's words: it starts without any network."""

COUNT = 600
WORDS = ("printer", "paper", "network", "password", "screen", "sound", "mail", "drive", "camera", "battery", "keyboard", "folder")


def write_articles(folder: Path, count: int, seed: int) -> None:
    """Articles of about 8 kB: three pages of the sync."""
    chance = random.Random(seed)
    folder.mkdir()
    for number in range(count):
        body = "\n\n".join(" ".join(chance.choice(WORDS) for _ in range(60)) for _ in range(22))
        lang, title = "id" if number % 5 == 0 else "en", f"Number n{number}x about {chance.choice(WORDS)}"
        head = f"---\nid: a{number}\nlang: {lang}\ntitle: {title}\n---\n"
        (folder / f"{number}.md").write_text(f"{head}{body}\n", "utf-8")


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    folder = tmp_path_factory.mktemp("backend")
    write_articles(folder / "articles", COUNT, 8)
    with BackendProcess(folder / "data") as started:
        done = started.command("articles", "import", str(folder / "articles"))
        assert done.code == 0, done.err
        yield started


def sync(client: ClientProfile) -> int:
    return client.run("search", "anything", "--sync", "--json").code


def counted(client: ClientProfile) -> tuple[int, int, bool]:
    """Articles here, articles that can be found, and whether that is all of them."""
    library, index = Library(client.folder / "knowledge.db"), Index(client.folder / "search.db")
    try:
        return library.count(), index.count(), follows(library, index)
    finally:
        library.close()
        index.close()


def test_through_a_network_that_loses_and_cuts_everything_comes(tmp_path: Path, backend: BackendProcess) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    client = ClientProfile(tmp_path / "profile")
    faults = {Fault.LOSE_REQUEST: 0.05, Fault.LOSE_ANSWER: 0.1, Fault.HALF_ANSWER: 0.25}
    with ChaosProxy(backend.port, {}, seed) as proxy:
        client.enrol(backend, proxy.address)
        proxy.worsen(faults)
        here = 0
        for _ in range(60):
            done = sync(client)
            now, found, whole = counted(client)
            assert now >= here  # what was whole is never fetched or lost again
            assert found == now
            here = now
            if done == 0:
                break
        print(dict(proxy.happened))
    assert (here, whole) == (COUNT, True)


def test_killed_again_and_again_it_goes_on_and_ends_whole(tmp_path: Path, backend: BackendProcess) -> None:
    chance = random.Random(seed := random.randrange(2**32))
    print(f"seed {seed}")
    client = ClientProfile(tmp_path / "profile")
    client.enrol(backend)
    words = [*CLIENT, "--profile", str(client.folder), "search", "anything", "--sync", "--json"]
    for _ in range(6):
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait(20)
    assert sync(client) == 0
    assert counted(client) == (COUNT, COUNT, True)
    assert not list(client.folder.glob("*.damaged"))
    assert client.json("search", "n77x")["results"][0]["id"] == "a77"


def test_what_is_retired_disappears_and_offline_everything_else_stays(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 40, 9)
    client = ClientProfile(tmp_path / "profile")
    with BackendProcess(tmp_path / "data") as backend:
        assert backend.command("articles", "import", str(tmp_path / "articles")).code == 0
        client.enrol(backend)
        assert sync(client) == 0
        assert client.json("search", "n7x")["results"][0]["id"] == "a7"
        assert backend.command("articles", "retire", "a7").code == 0
        (tmp_path / "articles" / "7.md").unlink()
        (tmp_path / "articles" / "8.md").write_text("---\nid: a8\nlang: en\ntitle: Quartz\n---\nAnother text.\n", "utf-8")
        assert backend.command("articles", "import", str(tmp_path / "articles")).code == 0
        assert sync(client) == 0
        assert "a7" not in [result["id"] for result in client.json("search", "n7x")["results"]]
        assert client.run("article", "a7").code == 1
    assert counted(client) == (39, 39, True)
    # The backend is gone, and so is the cache of everything else.
    (client.folder / "cache.db").unlink()
    assert client.json("search", "quartz")["results"][0]["id"] == "a8"
    assert client.run("article", "a8").out == "# Quartz\n\nAnother text.\n"


def can_be_cut_off() -> bool:
    """Whether a program can be started here without any network."""
    return bool(shutil.which("unshare")) and subprocess.run([*CUT_OFF, "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_be_cut_off(), reason="needs a network namespace")
def test_without_any_network_search_and_reading_work(tmp_path: Path, backend: BackendProcess) -> None:
    client = ClientProfile(tmp_path / "profile")
    client.enrol(backend)
    assert sync(client) == 0
    for words, expected in ((("search", "n12x"), "a12 "), (("article", "a12"), "# Number n12x")):
        command = [*CUT_OFF, *CLIENT, "--profile", str(client.folder), *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(expected)


@pytest.mark.parametrize("way", ["full", "read-only"])
def test_on_a_disk_that_takes_no_more_reading_and_searching_go_on(tmp_path: Path, way: str) -> None:
    def page(start: int) -> ArticlesPage:
        told = tuple(Article(id=f"a{n}", lang="en", title=f"Number n{n}x", body="Printer. " * 50) for n in range(start, start + 200))
        return ArticlesPage(epoch="one", articles=told, last=start + 200, more=start == 0)

    with small_disk(tmp_path / "disk", "6m") as disk:
        library, index = Library(disk / "knowledge.db"), Index(disk / "search.db")
        library.apply(page(0))
        follow(library, index)
        if way == "full":
            fill(disk)
        else:
            library.close()
            index.close()
            make_read_only(disk)
            library, index = Library(disk / "knowledge.db"), Index(disk / "search.db")
        library.apply(page(200))
        follow(library, index)
        assert (library.count(), index.count(), follows(library, index)) == (400, 400, True)
        assert library.article("a7") is not None
        assert [result.id for result in search(index, "n300x").results] == ["a300"]
        library.close()
        index.close()
        kept = Library(disk / "knowledge.db")
        assert kept.article("a7") is not None
        kept.close()


def test_several_at_once_on_one_profile_all_end_whole(tmp_path: Path, backend: BackendProcess) -> None:
    client = ClientProfile(tmp_path / "profile")
    client.enrol(backend)
    words = [*CLIENT, "--profile", str(client.folder), "search", "n33x", "--sync", "--json"]
    several = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for process in several:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
        assert '"a33"' in out
    assert counted(client) == (COUNT, COUNT, True)
