"""Reading, finding and counting: offline, in the person's language, and nothing of it tells what was typed."""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from contract.articles import Article, ArticleImage, ArticlesPage, PutOpinion
from desktop_client.flows.count_help import count_ignored, count_opened, count_search, count_solved
from desktop_client.flows.fetch_articles import today
from desktop_client.flows.find_help import find
from desktop_client.flows.read_article import article_image, give_opinion, read_article
from desktop_client.knowledge.feeding import follow
from tests.raw_server import RawServer
from tests.small_backend import SmallBackend
from tests.small_instance import SmallInstance

DATA = b"\x89PNG\r\n"
PICTURE = ArticleImage(name="a.png", type="image/png", size_bytes=len(DATA), sha256=hashlib.sha256(DATA).hexdigest())
ARTICLES = (
    Article(id="vpn-en", article="vpn", lang="en", title="VPN doesn't connect", body="Restart it.", related=("mail", "gone")),
    Article(id="vpn-id", article="vpn", lang="id", title="VPN tidak tersambung", body="Mulai ulang.", related=("mail",), version=3),
    Article(id="mail", lang="en", title="Mail", body="![](a.png)", images=(PICTURE,), related=("vpn",)),
    *(Article(id=f"other-{number}", lang="en", title=f"Other {number}", body="Something else.") for number in range(10)),
)


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[SmallInstance]:
    instance = SmallInstance(tmp_path, "http://127.0.0.1:1")
    instance.library.apply(ArticlesPage(epoch="one", articles=ARTICLES, last=1))
    follow(instance.library, instance.index)
    yield instance
    instance.close()


def test_read_by_id_or_by_key_in_the_persons_language(instance: SmallInstance) -> None:
    by_id = read_article(instance, "vpn-en", "id")
    by_key = read_article(instance, "vpn", "id")
    assert by_id is not None
    assert by_key is not None
    assert (by_id.article.id, by_key.article.id) == ("vpn-en", "vpn-id")
    assert dict(by_key.languages) == {"en": "vpn-en", "id": "vpn-id"}
    assert [head.id for head in by_key.related] == ["mail"]
    mail = read_article(instance, "mail", "id")
    assert mail is not None
    assert (dict(mail.languages), [head.id for head in mail.related]) == ({"en": "mail"}, ["vpn-id"])
    assert read_article(instance, "nothing", "en") is None


def test_found_in_the_persons_language(instance: SmallInstance) -> None:
    assert [result.id for result in find(instance, "vpn", 5, "id").results] == ["vpn-id"]
    found = find(instance, "vpn", 5, "en")
    assert ([result.id for result in found.results], found.complete, found.words) == (["vpn-en"], True, "vpn")


@pytest.mark.parametrize("words", ["", "   ", "the", "x" * 10_000, "💥🖨️", "プリンター", '"*(AND', "\0", "a\n" * 5000])
def test_anything_can_be_typed(instance: SmallInstance, words: str) -> None:
    assert find(instance, words, 5).words == words


def test_incomplete_while_articles_are_read_in(instance: SmallInstance) -> None:
    instance.library.apply(ArticlesPage(epoch="one", articles=(Article(id="new", lang="en", title="New", body=""),), last=2))
    assert not find(instance, "vpn").complete
    follow(instance.library, instance.index)
    assert find(instance, "vpn").complete


def test_an_opinion_waits_and_is_remembered(instance: SmallInstance) -> None:
    reading = read_article(instance, "vpn-id", "id")
    assert reading is not None
    assert not reading.answered
    give_opinion(instance, reading.article, helped=False, missing="  Tombol yang mana?\x1b[2J\n" + "x" * 3000)
    (waiting,) = instance.library.opinions.waiting()
    opinion = msgspec.json.decode(waiting.request, type=PutOpinion)
    assert (waiting.article, opinion.helped, opinion.version, len(opinion.missing)) == ("vpn-id", False, 3, 2000)
    assert opinion.missing.startswith("Tombol yang mana?[2J\n")
    again = read_article(instance, "vpn-id", "id")
    assert again is not None
    assert again.answered


def test_a_picture_is_fetched_when_it_is_looked_at_and_then_is_here(instance: SmallInstance) -> None:
    assert article_image(instance, "mail", "a.png") is None  # offline
    backend = SmallBackend()
    backend.images = {("mail", "a.png"): DATA}
    with RawServer(backend) as server:
        instance.address = server.address
        assert article_image(instance, "mail", "a.png") == DATA
        assert article_image(instance, "mail", "b.png") is None
        assert len(server.asked) == 1
    assert article_image(instance, "mail", "a.png") == DATA


def test_nothing_is_counted_without_consent(instance: SmallInstance) -> None:
    find(instance, "vpn", settled=True)
    count_search(instance, found_nothing=True)
    count_opened(instance, "vpn-en")
    assert instance.library.counts.waiting() == {}


def test_with_consent_uses_are_counted_by_day(instance: SmallInstance) -> None:
    instance.preferences.change("count_help", value=True)
    find(instance, "vpn")  # still typing
    find(instance, "vpn", settled=True)
    find(instance, "zzzzqqqq", settled=True)
    count_opened(instance, "vpn-en")
    count_ignored(instance, ("mail", "other-1"))
    count_solved(instance, "vpn-en")
    counts = instance.library.counts.waiting()[today()]
    assert (counts.searches, counts.found_nothing) == (2, 1)
    assert [(use.article, use.opened, use.solved, use.ignored) for use in counts.articles] == [
        ("vpn-en", 1, 1, 0),
        ("mail", 0, 0, 1),
        ("other-1", 0, 0, 1),
    ]


def test_what_was_typed_stands_nowhere(instance: SmallInstance, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    instance.preferences.change("count_help", value=True)
    secret = "kenaikangajirahasia"
    find(instance, f"{secret} vpn", settled=True)
    count_opened(instance, "vpn-en")
    instance.close()
    kept = [path for path in instance.profile.root.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]
    assert kept == []
    assert secret not in caplog.text
