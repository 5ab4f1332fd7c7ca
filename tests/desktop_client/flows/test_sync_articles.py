"""Articles come by themselves: at once when there is cause, through cuts and strange answers, and only what changed the second time."""

import hashlib
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from contract.articles import Article, ArticleImage, PutOpinion
from desktop_client.backend.session import Session
from desktop_client.flows import fetch_articles as fetching
from desktop_client.flows.find_help import find
from desktop_client.flows.sync_articles import ArticleSync, SyncProgress, articles_lock, read_in, sync_now
from desktop_client.help_desk.backoff import Backoff
from desktop_client.knowledge import feeding
from desktop_client.reasons import Cause, RefusedError
from development.virtual_screen import wait_for
from tests.raw_server import Asked, RawServer, answer, problem
from tests.small_backend import SmallBackend
from tests.small_instance import SmallInstance

DATA = b"\x89PNG\r\n"
PICTURE = ArticleImage(name="a.png", type="image/png", size_bytes=len(DATA), sha256=hashlib.sha256(DATA).hexdigest())


def article(number: int, body: str = "Connect the printer.", **more: object) -> Article:
    return Article(**{"id": f"a{number}", "lang": "en", "title": f"Article {number}", "body": body, **more})  # type: ignore[arg-type]


@pytest.fixture
def backend() -> SmallBackend:
    backend = SmallBackend()
    backend.publish(*(article(number) for number in range(10)))
    return backend


@contextmanager
def syncing(instance: SmallInstance, first_s: float = 0.0) -> Iterator[ArticleSync]:
    sync = ArticleSync(instance, first_s=first_s, backoff=Backoff(chance=lambda: 0.0))
    thread = threading.Thread(target=sync.run)
    thread.start()
    try:
        yield sync
    finally:
        sync.close()
        thread.join(20)
        assert not thread.is_alive()
        instance.close()


def found(instance: SmallInstance, words: str) -> set[str]:
    return {result.id for result in find(instance, words, 50).results}


def findable(instance: SmallInstance) -> set[str]:
    return {card.id for card in instance.index.cards(range(1, 500)).values()}


def cause_of_sync(instance: SmallInstance) -> Cause | None:
    try:
        with instance.session() as session:  # type: ignore[union-attr]
            sync_now(instance, session)
    except RefusedError as error:
        return error.reason.cause
    return None


def asked_articles(server: RawServer) -> list[str]:
    return [one.path for one in server.asked if one.path.startswith("/api/v1/articles?")]


def test_all_come_and_can_be_found_and_then_only_changes(tmp_path: Path, backend: SmallBackend) -> None:
    told: list[SyncProgress] = []
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            sync.listen(told.append)
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "all articles")
            wait_for(lambda: not sync.progress().running or None, "the end")
            assert sync.progress() == SyncProgress(done=10, total=10)
            assert any(one.running and 0 < one.done < one.total == 10 for one in told)
            assert findable(instance) == {f"a{number}" for number in range(10)}
            before = len(asked_articles(server))
            backend.publish(article(3, "About a scanner."))
            backend.withdraw("a4")
            sync.wake()
            wait_for(lambda: found(instance, "scanner") or None, "the change")
            wait_for(lambda: "a4" not in findable(instance) or None, "the withdrawal")
            assert found(instance, "scanner") == {"a3"}
            assert asked_articles(server)[before:] == ["/api/v1/articles?after=10"]
            assert instance.library.article("a4") is None


def test_a_start_that_has_just_begun_is_left_alone_until_somebody_looks_for_help(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance, first_s=3600.0) as sync:
            sync.wake()
            assert instance._library is None
            assert server.asked == []
            sync.look_now()
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "all articles")


def test_changed_articles_are_asked_for_soon_also_when_it_is_heard_during_a_look(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        sync = ArticleSync(instance, first_s=0.0, spread_s=0.1)
        heard: list[int] = []

        def during(progress: SyncProgress) -> None:
            if not heard:
                heard.append(progress.done)
                sync.changed()

        sync.listen(during)
        thread = threading.Thread(target=sync.run)
        thread.start()
        wait_for(lambda: "/api/v1/articles?after=10" in asked_articles(server) or None, "the look after the first")
        backend.publish(article(50))
        sync.changed()
        wait_for(lambda: instance.library.article("a50"), "the new article")
        sync.close()
        thread.join(20)
        instance.close()


def test_cut_at_random_bytes_again_and_again_it_goes_on_where_it_was(tmp_path: Path, backend: SmallBackend) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    cuts = 0
    causes: list[Cause | None] = []

    def cutting(asked: Asked, line: socket.socket) -> None:
        nonlocal cuts
        if "articles?" in asked.path and chance.random() < 0.7:
            cuts += 1
            whole = backend._usual(asked)
            line.sendall(whole[: chance.randrange(len(whole))])
        else:
            backend(asked, line)

    with RawServer(cutting) as server:
        instance = SmallInstance(tmp_path, server.address)
        for _ in range(200):
            causes.append(cause_of_sync(instance))
            assert instance.library.count() in {0, 3, 6, 9, 10}  # whole pages only
            assert instance.library.count() == instance.index.count()
            if causes[-1] is None:
                break
        assert set(causes) <= {Cause.CONNECTION_BROKE, Cause.NOT_OURS, None}
        assert feeding.follows(instance.library, instance.index)
        assert findable(instance) == {f"a{number}" for number in range(10)}
        asked = [int(path.partition("=")[2]) for path in asked_articles(server)]
        assert asked == sorted(asked)  # nothing that was whole is asked for again
        assert len(asked) == cuts + 4
        instance.close()


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (answer(200, b"<html>Hotel Wi-Fi</html>", "text/html"), Cause.PORTAL),
        (answer(200, b"{}"), Cause.NOT_OURS),
        (answer(503), Cause.SERVER_PROBLEM),
        (problem(401, "revoked"), Cause.REVOKED),
        (problem(404, "not-found"), Cause.REFUSED),
    ],
)
def test_strange_answers_have_their_reason_and_cost_nothing_that_is_here(
    tmp_path: Path, backend: SmallBackend, body: bytes, cause: Cause
) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "all articles")
            wait_for(lambda: (not sync.progress().running and instance.library.whole()) or None, "the end")
            backend.fault = lambda asked: body if "articles" in asked.path else None
            sync.wake()
            wait_for(lambda: sync.progress().reason, "the reason")
            assert sync.progress().reason.cause is cause  # type: ignore[union-attr]
            assert len(findable(instance)) == 10
            backend.fault = lambda _asked: None
            sync.wake()
            wait_for(lambda: sync.progress().reason is None or None, "the backend")


def test_another_epoch_and_another_backend_begin_anew(tmp_path: Path, backend: SmallBackend) -> None:
    other = SmallBackend()
    other.publish(article(77))
    with RawServer(backend) as server, RawServer(other) as elsewhere:
        instance = SmallInstance(tmp_path, server.address)
        with instance.session() as session:  # type: ignore[union-attr]
            sync_now(instance, session)
            backend.epoch = "two"
            del backend.articles["a5"]
            sync_now(instance, session)
        assert findable(instance) == {f"a{number}" for number in range(10)} - {"a5"}
        instance.address = elsewhere.address
        with instance.session() as session:  # type: ignore[union-attr]
            sync_now(instance, session)
        assert findable(instance) == {"a77"}
        instance.close()


def test_a_half_built_index_is_finished_offline(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with instance.session() as session:  # type: ignore[union-attr]
            sync_now(instance, session)
        instance.index.remove(("a1", "a2"), f"{instance.library.mark()}:1")
    read_in(instance)
    assert len(findable(instance)) == 10
    instance.close()
    (tmp_path / "search.db").write_bytes(b"damaged")
    again = SmallInstance(tmp_path, instance.address)
    with syncing(again):
        wait_for(lambda: feeding.follows(again.library, again.index) or None, "the index")
        assert len(findable(again)) == 10


def test_a_damaged_library_is_fetched_again_by_itself(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            wait_for(lambda: (instance.library.whole() and not sync.progress().running) or None, "all articles")
            (tmp_path / "knowledge.db-wal").write_bytes(b"")
            (tmp_path / "knowledge.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
            wait_for(lambda: instance.library.count() == 10 or None, "all articles again")
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "the index")
            assert len(findable(instance)) == 10


def test_a_library_that_another_process_set_aside_is_fetched_again_by_itself(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            wait_for(lambda: (instance.library.whole() and not sync.progress().running) or None, "all articles")
            for ending in ("", "-wal", "-shm"):
                (tmp_path / f"knowledge.db{ending}").replace(tmp_path / f"knowledge.db.damaged{ending}")
            other = SmallInstance(tmp_path, server.address)
            assert other.library.count() == 0
            other.close()
            wait_for(lambda: instance.library.count() == 10 or None, "all articles again")
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "the index")


def test_an_index_that_is_damaged_while_it_runs_is_made_whole_and_told(tmp_path: Path, backend: SmallBackend) -> None:
    told: list[SyncProgress] = []
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            wait_for(lambda: feeding.follows(instance.library, instance.index) or None, "all articles")
            wait_for(lambda: (asked_articles(server) and not sync.progress().running) or None, "the end")
            sync.listen(told.append)
            (tmp_path / "search.db-wal").write_bytes(b"")
            (tmp_path / "search.db").write_bytes(b"SQLite format 3\0" + b"x" * 9000)
            # What SQLite still has in memory of such a file may look whole for one search more; then it is noticed.
            wait_for(lambda: found(instance, "printer") == {f"a{number}" for number in range(10)} or None, "the articles")
            wait_for(lambda: told or None, "the word of it")


def test_opinions_and_counts_go_out_once_the_backend_answers(tmp_path: Path, backend: SmallBackend) -> None:
    opinion = PutOpinion(helped=True, version=1, written=datetime(2026, 11, 24, tzinfo=UTC))
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        library = instance.library
        library.opinions.keep("a1", opinion)
        library.opinions.keep("withdrawn", opinion)
        library.opinions.keep("../feed", opinion)
        library.counts.used("2026-11-23", "a1", opened=2)
        with syncing(instance):
            wait_for(lambda: not library.opinions.waiting() or None, "the opinions")
            wait_for(lambda: not library.counts.waiting() or None, "the counts to be forgotten")
        assert [name for name, _ in backend.opinions.values()] == ["a1"]
        assert backend.help_use == {}  # nobody agreed to it


@pytest.mark.parametrize(("status", "code"), [(429, "limit-reached"), (507, "storage-full")])
def test_a_backend_that_takes_no_more_opinions_gives_articles_all_the_same(
    tmp_path: Path, backend: SmallBackend, status: int, code: str
) -> None:
    backend.publish(article(20, images=(PICTURE,)))
    backend.images = {("a20", "a.png"): DATA}
    backend.fault = lambda asked: problem(status, code) if asked.method == "PUT" else None
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        instance.preferences.change("count_help", value=True)
        opinion = PutOpinion(helped=True, version=1, written=datetime(2026, 11, 24, tzinfo=UTC))
        instance.library.opinions.keep("a1", opinion)
        instance.library.counts.used("2026-11-23", "a1", opened=2)
        with syncing(instance) as sync:
            wait_for(lambda: instance.library.images.bytes_of("a20", "a.png"), "the picture")
            assert sync.progress().reason is None
            assert len(instance.library.opinions.waiting()) == len(instance.library.counts.waiting()) == 1


def test_counts_go_out_with_consent(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        instance.preferences.change("count_help", value=True)
        instance.library.counts.used("2026-11-23", "a1", opened=2)
        instance.library.counts.searched("2026-11-23", found_nothing=True)
        with syncing(instance):
            wait_for(lambda: not instance.library.counts.waiting() or None, "the counts")
    sent = msgspec.json.decode(backend.help_use["2026-11-23"])
    assert sent == {
        "searches": 1,
        "found_nothing": 1,
        "articles": [{"article": "a1", "opened": 2, "solved": 0, "ignored": 0}],
    }


def test_pictures_come_after_the_words_and_wrong_ones_are_asked_for_once(tmp_path: Path, backend: SmallBackend) -> None:
    wrong = ArticleImage(name="wrong.png", type="image/png", size_bytes=4, sha256="0" * 64)
    backend.publish(article(20, images=(PICTURE, wrong)))
    backend.images = {("a20", "a.png"): DATA, ("a20", "wrong.png"): b"oops"}
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with syncing(instance) as sync:
            wait_for(lambda: instance.library.images.bytes_of("a20", "a.png"), "the picture")
            sync.wake()
            wait_for(lambda: len(asked_articles(server)) > 4 or None, "the next look")
            wait_for(lambda: not sync.progress().running or None, "its end")
        asked = [one.path for one in server.asked if "/images/" in one.path]
        assert sorted(asked) == ["/api/v1/articles/a20/images/a.png", "/api/v1/articles/a20/images/wrong.png"]


def test_one_process_at_a_time(tmp_path: Path, backend: SmallBackend) -> None:
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with articles_lock(instance) as alone:
            assert alone
            with articles_lock(instance) as second:
                assert not second
            with syncing(SmallInstance(tmp_path, server.address)):
                assert server.asked == []
            with instance.session() as session:  # type: ignore[union-attr]
                sync_now(instance, session, wait_s=0.2)  # the other never ends: both do it
        assert len(findable(instance)) == 10
        instance.close()


@pytest.mark.expects_log
def test_a_backend_without_end_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_ARTICLES", 20)
    backend = SmallBackend()
    backend.publish(*(article(number) for number in range(50)))
    with RawServer(backend) as server:
        instance = SmallInstance(tmp_path, server.address)
        with instance.session() as session:  # type: ignore[union-attr]
            sync_now(instance, session)
        assert 20 <= instance.library.count() < 25
        instance.close()


def test_a_backend_that_says_more_and_gives_none_is_left(tmp_path: Path) -> None:
    body = msgspec.json.encode({"epoch": "one", "articles": [], "gone": [], "last": 0, "more": True, "total": 5})
    with RawServer(answer(200, body)) as server:
        instance = SmallInstance(tmp_path, server.address)
        with Session(server.address, lambda: "sgd_" + "a" * 43) as session:
            sync_now(instance, session)
        # The second time it knows the epoch, and sees that nothing comes.
        assert [one.path for one in server.asked] == ["/api/v1/articles?after=0"] * 2
        instance.close()


def test_not_registered_it_waits(tmp_path: Path) -> None:
    instance = SmallInstance(tmp_path, None)
    with syncing(instance) as sync:
        wait_for(lambda: sync.progress().reason, "the reason")
        assert sync.progress().reason.cause is Cause.NOT_ENROLLED  # type: ignore[union-attr]
