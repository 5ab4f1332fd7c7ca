"""Articles on this computer: taken over page by page, read in the person's language, and never lost to damage for longer than a fetch."""

import os
import random
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from contract.articles import Article, ArticleImage, ArticleKind, ArticlesPage, PutHelpUse, PutOpinion
from contract.guides import EndOutcome, EndStep, Guide
from desktop_client.knowledge.library import Changed, Library
from tests.together.backend_process import ROOT

OPINION = PutOpinion(helped=False, missing="Which button?", version=3, written=datetime(2026, 11, 24, tzinfo=UTC))


def article(id_: str, lang: str = "en", **more: object) -> Article:
    return Article(**{"id": id_, "lang": lang, "title": id_.title(), "body": f"About {id_}.", **more})  # type: ignore[arg-type]


def page(*articles: Article, epoch: str = "one", last: int = 10, more: bool = False, gone: tuple[str, ...] = ()) -> ArticlesPage:
    return ArticlesPage(epoch=epoch, articles=articles, gone=gone, last=last, more=more, total=len(articles))


def part(id_: str) -> Article:
    end = EndStep(id="end", title="End", outcome=EndOutcome.SOLVED)
    return article(id_, guide=Guide(first="end", part=True, steps=(end,)))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "knowledge.db")
    library.begin("https://help.example", "siti")
    return library


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


def test_lists_hold_one_of_each_article_and_no_parts_of_guides(library: Library) -> None:
    library.apply(
        page(
            *(article("b", article="k", category="net"), article("b-id", "id", article="k", category="net", title="Zebra")),
            *(article("a", category="print"), article("c", "id", category="net"), part("net-part")),
        )
    )
    assert [head.id for head in library.heads("en")] == ["a", "b", "c"]
    assert [head.id for head in library.heads("id")] == ["c", "b-id", "a"]
    assert [head.id for head in library.heads("en", category="net", limit=1)] == ["b"]
    assert library.heads("en", kind=ArticleKind.GUIDE) == ()
    assert library.categories() == (("net", 2), ("print", 1))


def test_related_articles_by_id_or_key_in_a_circle_or_else_by_tags(library: Library) -> None:
    a = article("a", article="ka", related=("b", "kc", "a", "ka", "gone"), category="net")
    b = article("b", related=("a",), category="net", tags=("wifi", "slow"))
    c = article("c-id", "id", article="kc", related=("kc", "b"), category="net", tags=("wifi", "slow"))
    d = article("d", category="net", tags=("slow",), related=("nothing",))
    library.apply(page(a, article("a-id", "id", article="ka"), b, c, article("c-en", article="kc"), d, article("e", category="other")))
    assert [head.id for head in library.related(a, "en")] == ["b", "c-en"]
    assert [head.id for head in library.related(a, "id")] == ["b", "c-id"]
    assert [head.id for head in library.related(b, "id")] == ["a-id"]
    assert [head.id for head in library.related(d, "en")] == ["b"]
    assert library.related(article("x"), "en") == ()


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


def test_opinions_wait_until_they_are_sent_and_are_remembered(library: Library) -> None:
    id_ = library.opinions.keep("vpn", OPINION)
    (waiting,) = library.opinions.waiting()
    assert (waiting.id, waiting.article) == (id_, "vpn")
    library.opinions.done(id_)
    assert library.opinions.waiting() == ()
    assert [library.opinions.answered("vpn", version) for version in (3, 4)] == [True, False]


def test_counts_of_a_day_add_up_and_are_sent_until_they_are_known(library: Library) -> None:
    counts = library.counts
    counts.searched("2026-11-23", found_nothing=True)
    counts.searched("2026-11-24", found_nothing=False)
    counts.used("2026-11-24", "vpn", opened=1)
    counts.used("2026-11-24", "vpn", solved=1)
    counts.used("2026-11-24", "mouse", ignored=1)
    told = counts.waiting()
    assert list(told) == ["2026-11-23", "2026-11-24"]
    assert told["2026-11-23"] == PutHelpUse(searches=1, found_nothing=1)
    assert [(use.article, use.opened, use.solved, use.ignored) for use in told["2026-11-24"].articles] == [
        ("vpn", 1, 1, 0),
        ("mouse", 0, 0, 1),
    ]
    for day, sent in told.items():
        counts.told(day, sent, "2026-11-24")
    assert counts.waiting() == {}
    counts.searched("2026-11-24", found_nothing=False)
    assert counts.waiting()["2026-11-24"].searches == 2  # today's are kept: the same day again replaces
    counts.told("2026-11-24", told["2026-11-24"], "2026-11-24")
    assert counts.waiting()["2026-11-24"].searches == 2  # another search came while they were sent
    counts.forget()
    assert counts.waiting() == {}


def test_counts_stay_bounded(library: Library) -> None:
    for day in range(90):
        library.counts.searched(f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}", found_nothing=False)
    for number in range(520):
        library.counts.used("2026-12-01", f"a{number}", opened=1 + (number == 519))
    waiting = library.counts.waiting()
    assert len(waiting) == 60
    assert len(waiting["2026-12-01"].articles) == 500
    assert waiting["2026-12-01"].articles[0].article == "a519"


def test_pictures_are_kept_by_hash_and_those_that_cannot_be_are_left_out(library: Library, tmp_path: Path) -> None:
    import hashlib  # noqa: PLC0415 - only here

    data = b"\x89PNG" * 10
    digest = hashlib.sha256(data).hexdigest()
    good = ArticleImage(name="a.png", type="image/png", size_bytes=len(data), sha256=digest)
    again = ArticleImage(name="copy.png", type="image/png", size_bytes=len(data), sha256=digest)
    bad = (
        ArticleImage(name="b.png", type="image/png", size_bytes=10, sha256="../../../etc/passwd"),
        ArticleImage(name="..", type="image/png", size_bytes=10, sha256="0" * 64),
        ArticleImage(name="big.png", type="image/png", size_bytes=10**12, sha256="1" * 64),
        ArticleImage(name="none.png", type="image/png", size_bytes=0, sha256="2" * 64),
        ArticleImage(name="a/../../b.png", type="image/png", size_bytes=9, sha256="3" * 64),
    )
    library.apply(page(article("vpn", images=(good, again, *bad))))
    assert [missing.image.sha256 for missing in library.images.missing()] == [digest]
    assert library.images.bytes_of("vpn", "a.png") is None
    library.images.keep(good, data)
    assert library.images.missing() == ()
    assert library.images.bytes_of("vpn", "copy.png") == data
    assert library.images.bytes_of("vpn", "..") is None
    file = tmp_path / "articles" / digest
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    file.write_bytes(b"\x89PNK" * 10)
    assert library.images.bytes_of("vpn", "a.png") is None  # not what the article shows: fetched again
    assert len(library.images.missing()) == 1
    library.images.keep(good, data)
    library.apply(page(gone=("vpn",), last=11))
    library.images.sweep()
    assert list(file.parent.iterdir()) == []


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


def test_a_damaged_file_is_set_aside_told_and_gives_up_what_was_said(tmp_path: Path, library: Library) -> None:
    library.apply(page(*(article(f"a{number}", body="x" * 3000) for number in range(40))))
    id_ = library.opinions.keep("a1", OPINION)
    library.counts.searched("2026-11-24", found_nothing=True)
    told: list[str] = []
    library.made_anew = lambda: told.append("anew")
    connection = apsw.Connection(str(tmp_path / "knowledge.db"))
    connection.execute("UPDATE texts SET whole = x'00'")
    connection.close()
    assert library.article("a1") is None
    assert told == ["anew"]
    assert (library.count(), library.position()) == (0, ("", 0))
    assert [opinion.id for opinion in library.opinions.waiting()] == [id_]
    assert library.counts.waiting()["2026-11-24"].found_nothing == 1
    assert (tmp_path / "knowledge.db.damaged").exists()


def test_another_process_that_made_it_anew_is_followed(tmp_path: Path, library: Library) -> None:
    library.apply(page(article("vpn")))
    for ending in ("", "-wal", "-shm"):
        file = tmp_path / f"knowledge.db{ending}"
        file.rename(tmp_path / f"aside{ending}")
    other = Library(tmp_path / "knowledge.db")
    other.apply(page(article("mouse")))
    assert [head.id for head in library.heads("en")] == ["mouse"]


def test_a_folder_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "knowledge.db").mkdir()
    library = Library(tmp_path / "knowledge.db")
    library.apply(page(article("vpn")))
    assert library.article("vpn") is not None


def test_threads_read_while_pages_come(library: Library) -> None:
    wrong: list[object] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            count = library.count()
            if count % 50:
                wrong.append(count)
            library.heads("en", limit=5)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for start in range(0, 500, 50):
        library.apply(page(*(article(f"a{start + number}") for number in range(50)), last=start + 50, more=True))
    ended.set()
    for reader in readers:
        reader.join(20)
    assert wrong == []
    assert library.count() == 500


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
