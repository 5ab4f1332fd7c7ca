"""What a client gets that asks page by page while articles come, change and go: in the end it holds exactly what is published."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from contract.articles import Article, ArticlesPage
from server_stub.app import Backend, open_backend
from server_stub.knowledge import pages
from server_stub.refusals import ServerRefused
from server_stub.settings.rows import Settings
from tests.server_stub.knowledge.written import article, put, take_in


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    yield backend
    backend.close()


class Client:
    """Keeps what it is told, as a client does."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.epoch = ""
        self.last = 0
        self.held: dict[str, Article] = {}
        self.told_gone: list[str] = []

    def page(self) -> ArticlesPage:
        page = msgspec.json.decode(self.backend.library.page(self.last, zipped=False), type=ArticlesPage)
        if page.epoch != self.epoch and self.last:
            self.held.clear()
            self.last = 0
            return self.page()
        self.epoch = page.epoch
        self.held |= {one.id: one for one in page.articles}
        self.told_gone += page.gone
        for gone in page.gone:
            self.held.pop(gone, None)
        self.last = page.last
        return page

    def sync(self) -> int:
        count = 1
        while self.page().more:
            count += 1
        return count


def test_from_zero_comes_all_that_is_published_and_nothing_gone(backend: Backend, tmp_path: Path) -> None:
    put(tmp_path, "in/a.md", article("a"))
    put(tmp_path, "in/b.md", article("b", state="draft"))
    put(tmp_path, "in/c.md", article("c", audience="technicians"))
    put(tmp_path, "in/d.md", article("d", state="retired"))
    take_in(backend, tmp_path / "in")
    client = Client(backend)
    page = client.page()
    assert [one.id for one in page.articles] == ["a"]
    assert (page.gone, page.last, page.more, page.total) == ((), 4, False, 1)
    assert client.page() == ArticlesPage(epoch=page.epoch, last=4, total=1)


def test_gone_is_told_to_those_alone_who_may_have_it(backend: Backend, tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"in/{name}.md", article(name))
    put(tmp_path, "in/secret.md", article("secret", audience="technicians"))
    take_in(backend, tmp_path / "in")
    client = Client(backend)
    client.sync()
    backend.library.set_state("a", "retired")
    put(tmp_path, "in/b.md", article("b", audience="technicians"))
    put(tmp_path, "in/secret.md", article("secret", "New words.", audience="technicians"))
    take_in(backend, tmp_path / "in")
    client.sync()
    assert (set(client.held), client.told_gone) == ({"c"}, ["a", "b"])
    fresh = Client(backend)
    fresh.sync()
    assert (set(fresh.held), fresh.told_gone) == ({"c"}, [])
    backend.library.set_state("a", "published")
    client.sync()
    assert set(client.held) == {"a", "c"}


def test_pages_end_after_so_many_bytes_and_one_large_article_comes_whole(
    backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PAGE_BYTES", 2000)
    for place in range(12):
        put(tmp_path, f"in/{place:02}.md", article(f"a{place:02}", "x" * (5000 if place == 5 else 400)))
    take_in(backend, tmp_path / "in")
    client = Client(backend)
    first = client.page()
    assert first.more
    assert first.last == len(first.articles) < 12
    assert first.total == 12
    assert client.sync() > 3
    assert len(client.held) == 12
    assert max(len(backend.library.page(after, zipped=False)) for after in range(12)) < 7000


def test_many_that_are_gone_make_pages_too(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_ROWS", 3)
    for place in range(8):
        put(tmp_path, f"in/{place}.md", article(f"a{place}"))
    take_in(backend, tmp_path / "in")
    client = Client(backend)
    client.sync()
    for place in range(8):
        backend.library.set_state(f"a{place}", "retired")
    assert client.sync() == 3
    assert (client.held, len(client.told_gone)) == ({}, 8)


def test_changes_between_pages_leave_nothing_out(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE_BYTES", 1500)
    chance = random.Random(8)
    clients = [Client(backend) for _ in range(4)]
    for turn in range(60):
        name = f"a{chance.randrange(12)}"
        if chance.random() < 0.7:
            state, audience = chance.choice(["published", "draft", "retired"]), chance.choice(["everyone", "everyone", "technicians"])
            put(tmp_path, f"in/{name}.md", article(name, f"Turn {turn}. " + "x" * 300, state=state, audience=audience))
            take_in(backend, tmp_path / "in")
        else:
            try:
                backend.library.set_state(name, chance.choice(["published", "retired"]))
            except ServerRefused:
                continue
        chance.choice(clients).page()
    clients.append(Client(backend))
    shown = {one.id: one.version for one in backend.library.lines() if (one.state, one.audience) == ("published", "everyone")}
    assert 0 < len(shown) < 12
    for client in clients:
        client.sync()
        assert {one.id: one.version for one in client.held.values()} == shown


def test_a_number_that_was_never_given_means_other_data(backend: Backend, tmp_path: Path) -> None:
    put(tmp_path, "in/a.md", article("a"))
    take_in(backend, tmp_path / "in")
    client = Client(backend)
    client.sync()
    epoch, client.last = client.epoch, 99
    client.held = {"only-in-the-data-that-were-lost": client.held["a"]}
    client.sync()
    assert (set(client.held), client.epoch, client.last) == ({"a"}, epoch, 1)


def test_compressed_pages_are_remembered_until_something_changes(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "in/a.md", article("a"))
    take_in(backend, tmp_path / "in")
    made: list[int] = []

    def uncompressed(data: bytes, *_: object, **__: object) -> bytes:
        made.append(len(data))
        return data

    monkeypatch.setattr(gzip, "compress", uncompressed)
    first = backend.library.page(0, zipped=True)
    assert backend.library.page(0, zipped=True) == first == backend.library.page(0, zipped=False)
    assert len(made) == 1
    backend.library.set_state("a", "retired")
    assert msgspec.json.decode(backend.library.page(0, zipped=True), type=ArticlesPage).articles == ()
    assert len(made) == 2
    monkeypatch.setattr(pages, "CACHE_BYTES", 1)
    for after in (1, 2, 1, 2):
        backend.library.page(after, zipped=True)
    assert len(backend.library._pages._made) == 1
