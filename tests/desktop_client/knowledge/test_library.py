"""Articles on this computer: taken over page by page, read in the person's language, and never lost to damage for longer than a fetch."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_client.knowledge.library import Changed, Library
from tests.desktop_client.knowledge.told import OPINION, article, page
from tests.together.backend_process import ROOT


def test_a_page_is_taken_over_and_the_same_again_changes_nothing(library: Library) -> None:
    told = page(article("vpn", article="vpn-key", tags=("net",)), article("printer"))
    assert (library.position(), library.whole(), library.count()) == (("", 0), False, 0)
    assert library.apply(told) == Changed(put=("vpn", "printer"))
    assert library.apply(told) == Changed()
    assert (library.position(), library.whole(), library.count()) == (("one", 10), True, 2)
    assert library.article("vpn") == told.articles[0]
    assert library.article("mouse") is None


def test_withdrawn_articles_disappear_and_come_back(library: Library) -> None:
    library.apply(page(article("vpn"), article("printer")))
    assert library.apply(page(gone=("vpn", "never-here"), last=11)) == Changed(gone=("vpn",))
    assert (library.article("vpn"), library.count()) == (None, 1)
    assert library.apply(page(article("vpn"), last=12)) == Changed(put=("vpn",))


def test_another_epoch_begins_anew_and_drops_what_is_not_told_again(library: Library) -> None:
    library.apply(page(article("vpn"), article("printer"), article("mouse")))
    assert library.apply(page(article("other"), epoch="two")) == Changed()  # asked for by the numbers of before
    assert library.position() == ("two", 0)
    assert library.apply(page(article("vpn"), epoch="two", last=1, more=True)) == Changed()
    assert library.count() == 3  # until the new backend has told everything
    assert library.apply(page(article("printer", body="Changed."), epoch="two", last=2)) == Changed(put=("printer",), gone=("mouse",))
    assert library.count() == 2


def test_a_key_is_read_in_the_persons_language_else_in_english_else_in_any(library: Library) -> None:
    library.apply(page(article("vpn-en", article="vpn"), article("vpn-id", "id", article="vpn"), article("only-ja", "ja", article="jp")))
    library.apply(page(article("gb", "en-GB", article="mail"), article("mail-id", "id", article="mail"), last=11))

    def read(key: str, lang: str) -> str:
        found = library.by_key(key, lang)
        return found.id if found else ""

    assert [read("vpn", "id"), read("vpn", "en"), read("vpn", "de"), read("jp", "id")] == ["vpn-id", "vpn-en", "vpn-en", "only-ja"]
    assert [read("mail", "en"), read("none", "en"), read("", "en"), read("vpn-en", "en")] == ["gb", "", "", ""]
    assert library.languages("vpn") == {"en": "vpn-en", "id": "vpn-id"}
    assert library.languages("") == {}
    named = [library.named(name, "id") for name in ("vpn-en", "vpn", "nothing")]
    assert [found.id if found else None for found in named] == ["vpn-en", "vpn-id", None]


def test_who_follows_sees_every_change_once_in_order(library: Library) -> None:
    library.apply(page(*(article(f"a{number}") for number in range(600))))
    seen: list[str] = []
    after = 0
    while (changes := library.changes(after)).articles:
        seen += [one.id for one in changes.articles]
        after = changes.last
        assert changes.left == 600 - len(seen)
    assert seen == [f"a{number}" for number in range(600)]
    library.apply(page(article("a5", body="New."), gone=("a7",), last=11))
    later = library.changes(after)
    assert ([one.id for one in later.articles], later.gone, later.left, later.last) == (["a5"], ("a7",), 0, library.last_change())
    assert library.changes(later.last).last == later.last


def test_another_backend_forgets_everything_another_person_only_what_was_said(library: Library) -> None:
    library.apply(page(article("vpn")))
    library.opinions.keep("vpn", OPINION)
    library.counts.used("2026-11-24", "vpn", opened=1)
    mark = library.mark()
    assert library.begin("https://help.example", "siti") is False
    assert len(library.opinions.waiting()) == 1
    assert library.begin("https://help.example", "budi") is False
    assert (library.count(), library.opinions.waiting(), library.counts.waiting()) == (1, (), {})
    assert library.begin("https://other.example", "budi") is True
    assert (library.count(), library.position(), library.whole()) == (0, ("", 0), False)
    assert library.mark() != mark


@pytest.mark.parametrize("seed", range(24))
def test_no_damage_keeps_it_from_working(tmp_path: Path, library: Library, seed: int) -> None:
    rng = random.Random(seed)
    told = page(*(article(f"a{number}", category="net") for number in range(40)))
    library.apply(told)
    library.opinions.keep("a1", OPINION)
    library.close()
    file = tmp_path / "knowledge.db"
    data = bytearray(file.read_bytes())
    for _ in range(rng.choice([1, 50, 3000])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    file.write_bytes(data[: rng.randrange(len(data))] if seed % 4 == 0 else data)
    again = Library(file)
    again.heads("en")
    again.named("a3", "en")
    again.changes(0)
    again.apply(told)
    again.apply(page(epoch="two", last=0))
    again.apply(page(*told.articles, epoch="two"))
    assert again.count() == 40
    assert [head.id for head in again.heads("en", limit=2)] == ["a0", "a1"]
    again.close()


WRITER = """
import sys
from pathlib import Path
from contract.articles import Article, ArticlesPage
from desktop_client.knowledge.library import Library
library = Library(Path(sys.argv[1]))
print("open", flush=True)
start = 0
while True:
    told = tuple(Article(id=f"a{start + n}", lang="en", title="t", body="b" * 500) for n in range(50))
    library.apply(ArticlesPage(epoch="one", articles=told, last=start + 50, more=True, total=0))
    start += 50
"""


@pytest.mark.parametrize("seed", range(4))
def test_killed_in_the_middle_only_whole_pages_are_there(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "knowledge.db"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writing = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, env=environment)
    assert writing.stdout is not None
    writing.stdout.readline()
    with pytest.raises(subprocess.TimeoutExpired):
        writing.wait(random.Random(seed).uniform(0.02, 0.3))
    writing.kill()
    writing.wait(20)
    writing.stdout.close()
    library = Library(file)
    assert library.position()[1] == library.count()
    assert library.count() % 50 == 0
    assert not (tmp_path / "knowledge.db.damaged").exists()
    library.close()
