"""The sender against a backend that is away, full, slow, forgetful or hostile: everything arrives once, in order, as soon as it can."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from contract.ids import new_id
from contract.tickets import PutMessage
from desktop_client.backend.session import Session
from desktop_client.help_desk.backoff import Backoff
from desktop_client.help_desk.delivery import DeliveryState
from desktop_client.help_desk.outbox import FollowUp, Outbox
from desktop_client.help_desk.sender import Sender
from desktop_client.reasons import Cause
from tests.desktop_client.help_desk.test_outbox import NOW, a_draft, a_file, promise, request, say
from tests.raw_server import Asked, RawServer, answer, problem
from tests.small_backend import SmallBackend

TOKEN = "sgd_" + "a" * 43


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox")
    yield outbox
    outbox.close()


def sender_to(address: str, outbox: Outbox, **options: object) -> Sender:
    lock = outbox.database.folder / "sender.lock"
    backoff = Backoff(chance=lambda: 0.0)
    return Sender(outbox, lambda: Session(address, lambda: TOKEN, read_s=5), lock, backoff=backoff, **options)  # type: ignore[arg-type]


class Running:
    """A sender in its thread."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender

    def __enter__(self) -> Sender:
        self._thread = threading.Thread(target=self.sender.run)
        self._thread.start()
        return self.sender

    def __exit__(self, *_: object) -> None:
        self.sender.close()
        self._thread.join(30)
        assert not self._thread.is_alive()


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_everything_arrives_in_order_and_once(outbox: Outbox, tmp_path: Path) -> None:
    file = a_file(tmp_path, 200_000)
    draft = a_draft()
    big = a_file(tmp_path, 100_000)
    follow = FollowUp(id=big.ref.upload, request=msgspec.json.encode(PutMessage(written=NOW, attachments=(big.ref,))), file=big)
    first = outbox.promise_report(draft, request(draft, file), [file], [follow]).id
    reply = say(outbox, first, "more")
    second = promise(outbox, "second")
    told: list[str] = []
    backend = SmallBackend()
    with RawServer(backend) as server:
        sender = sender_to(server.address, outbox, delivered=lambda promise, _answer: told.append(promise.id))
        with Running(sender):
            until(lambda: outbox.waiting() == ())
    assert backend.order == [first, reply, second, big.ref.upload]
    assert told == backend.order
    assert bytes(backend.uploads[file.ref.upload]) == file.source.read_bytes()
    assert backend.tickets[first] == request(draft, file)
    delivery = outbox.delivery(first)
    assert delivery is not None
    assert (delivery.state, delivery.number) == (DeliveryState.DELIVERED, "INC-000001")


def test_words_do_not_wait_for_a_big_file(outbox: Outbox, tmp_path: Path) -> None:
    big = a_file(tmp_path, 2_000_000)
    draft = a_draft()
    message = msgspec.json.encode(PutMessage(written=NOW, attachments=(big.ref,)))
    outbox.promise_report(draft, request(draft), follow=[FollowUp(id=big.ref.upload, request=message, file=big)])
    later: list[str] = []

    def promise_meanwhile(asked: Asked) -> bytes | None:
        if asked.method == "PATCH" and not later:
            later.append(promise(outbox, "urgent"))
        return None

    backend = SmallBackend(promise_meanwhile)
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(None, 30)
    assert backend.order == [draft.id, later[0], big.ref.upload]
    assert backend.received_bytes == 2_000_000
    assert outbox.waiting() == ()


def test_lost_answers_make_no_duplicates_and_send_no_file_twice(outbox: Outbox, tmp_path: Path) -> None:
    lost: dict[str, int] = {}

    def lose(asked: Asked) -> bool:
        lost[f"{asked.method} {asked.path}"] = lost.get(f"{asked.method} {asked.path}", 0) + 1
        return asked.method == "PUT" and lost[f"{asked.method} {asked.path}"] == 1

    file = a_file(tmp_path, 200_000)
    draft = a_draft()
    first = outbox.promise_report(draft, request(draft, file), [file]).id
    reply = say(outbox, first, "more")
    backend = SmallBackend()
    backend.lose_answers = lose
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(None, 30)
    assert outbox.waiting() == ()
    assert (list(backend.tickets), list(backend.messages)) == ([first], [reply])
    assert backend.received_bytes == 200_000
    assert sum(asked.method == "POST" for asked in server.asked) == 1


def test_uploads_that_the_backend_lost_are_sent_again(outbox: Outbox, tmp_path: Path) -> None:
    refused = []

    def restart(asked: Asked) -> bytes | None:
        if asked.method == "PUT" and not refused:
            refused.append(asked)
            backend.uploads.clear()
        return None

    file = a_file(tmp_path, 50_000)
    draft = a_draft()
    outbox.promise_report(draft, request(draft, file), [file])
    backend = SmallBackend(restart)
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(draft.id, 30)
    assert list(backend.tickets) == [draft.id]
    assert backend.received_bytes == 100_000


def test_a_refusal_waits_for_a_person_and_the_others_go_on(outbox: Outbox) -> None:
    bad, good = promise(outbox, "bad"), promise(outbox, "good")
    backend = SmallBackend(lambda asked: problem(422, "invalid", field="subject", detail="Too rude.") if bad in asked.path else None)
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(None, 30)
        assert [delivery.id for delivery in outbox.waiting()] == [bad]
        delivery = outbox.waiting()[0]
        assert delivery.state is DeliveryState.REFUSED
        assert delivery.reason is not None
        assert delivery.reason.data["field"] == "subject"
        assert list(backend.tickets) == [good]
        backend.fault = lambda _asked: None
        outbox.try_again(bad)
        sender_to(server.address, outbox).drain(bad, 30)
    assert list(backend.tickets) == [good, bad]


def test_a_report_that_makes_the_backend_fail_does_not_hold_up_the_others(outbox: Outbox) -> None:
    poison, good = promise(outbox, "poison"), promise(outbox, "good")
    backend = SmallBackend(lambda asked: problem(500, "internal") if poison in asked.path else None)
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(good, 30)
    assert list(backend.tickets) == [good]
    delivery = outbox.delivery(poison)
    assert delivery is not None
    assert delivery.state is DeliveryState.WAITING
    assert delivery.reason is not None
    assert delivery.reason.cause is Cause.SERVER_PROBLEM


def test_a_wait_of_its_own_that_ends_while_others_are_sent_is_not_forgotten(outbox: Outbox) -> None:
    first, second = promise(outbox, "first"), promise(outbox, "second")

    def slow(asked: Asked) -> bytes | None:
        if second in asked.path:
            time.sleep(0.6)
        return None

    with RawServer(SmallBackend(slow)) as server:
        sender = sender_to(server.address, outbox)
        sender._own_backoff[first] = Backoff(chance=lambda: 0.0)
        sender._own_backoff[first].failed(0.3)
        sender._own_backoff[first]._until = time.monotonic() + 0.3
        with Running(sender):
            until(lambda: outbox.waiting() == ())


def test_a_conflict_tells_the_number_that_exists(outbox: Outbox) -> None:
    one = promise(outbox)
    backend = SmallBackend()
    backend.tickets[one], backend.numbers[one] = b"{}", "INC-000042"
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(one, 30)
    reason = outbox.waiting()[0].reason
    assert reason is not None
    assert (reason.cause, reason.data["number"]) == (Cause.CONFLICT, "INC-000042")


def test_a_reply_to_a_ticket_that_is_not_there(outbox: Outbox) -> None:
    one = say(outbox, new_id(), "hello")
    with RawServer(SmallBackend()) as server:
        sender_to(server.address, outbox).drain(one, 30)
    reason = outbox.waiting()[0].reason
    assert reason is not None
    assert reason.cause is Cause.NO_SUCH_TICKET


def test_what_is_too_large_for_something_between_waits_for_a_person(outbox: Outbox) -> None:
    report, message = promise(outbox), say(outbox, new_id(), "hello")
    with RawServer(answer(413, b"<html>", "text/html")) as server:
        sender_to(server.address, outbox).drain(None, 30)
    found = {delivery.id: (delivery.state, delivery.reason and delivery.reason.cause) for delivery in outbox.waiting()}
    assert found == {
        report: (DeliveryState.REFUSED, Cause.REPORT_TOO_LARGE),
        message: (DeliveryState.REFUSED, Cause.TEXT_TOO_LONG),
    }


@pytest.mark.parametrize(
    ("answered", "cause"),
    [
        (answer(200, b"<html>", "text/html"), Cause.PORTAL),
        (answer(302, b"", "", Location="http://login.example/"), Cause.PORTAL),
        (answer(200, b'{"id": "x"}'), Cause.NOT_OURS),
        (answer(503), Cause.SERVER_PROBLEM),
        (problem(401, "revoked"), Cause.REVOKED),
        (problem(401, "not-enrolled"), Cause.NOT_ENROLLED),
        (problem(507, "storage-full"), Cause.SERVER_FULL),
        (answer(429, b"", "text/plain", Retry_After="60"), Cause.SERVER_BUSY),
    ],
)
def test_whatever_stands_in_the_way_all_of_it_waits_with_the_reason(outbox: Outbox, answered: bytes, cause: Cause) -> None:
    one, other = promise(outbox), promise(outbox)
    with RawServer(answered) as server:
        sender_to(server.address, outbox).drain(None, 0.5)
    for delivery in outbox.waiting():
        assert delivery.state is DeliveryState.WAITING
        assert delivery.reason is not None
        assert delivery.reason.cause is cause
        assert delivery.next_try is None  # nobody tries any more
    with RawServer(SmallBackend()) as server:
        sender_to(server.address, outbox).drain(None, 30)
    assert outbox.waiting() == ()
    for one_id in (one, other):
        found = outbox.delivery(one_id)
        assert found is not None
        assert found.reason is None


def test_an_answer_about_another_ticket_does_not_count(outbox: Outbox) -> None:
    promise(outbox)
    stored = {"id": new_id(), "number": "INC-000001", "state": "new", "priority": 3, "created": "2026-11-24T08:00:00Z"}
    with RawServer(answer(201, msgspec.json.encode(stored))) as server:
        sender_to(server.address, outbox).drain(None, 0.5)
    assert outbox.waiting()[0].state is DeliveryState.WAITING


def test_not_enrolled_waits_until_it_is(outbox: Outbox) -> None:
    one = promise(outbox)
    sessions: list[Session] = []
    with RawServer(SmallBackend()) as server:
        sender = Sender(outbox, lambda: sessions.pop() if sessions else None, outbox.database.folder / "sender.lock")
        with Running(sender):
            until(lambda: sender.reason is not None and sender.reason.cause is Cause.NOT_ENROLLED)
            assert outbox.waiting()[0].next_try is None
            sessions.append(Session(server.address, lambda: TOKEN))
            sender.wake()
            until(lambda: outbox.waiting() == ())
    found = outbox.delivery(one)
    assert found is not None
    assert found.number == "INC-000001"


def test_it_tries_later_by_itself_and_at_once_when_woken(outbox: Outbox) -> None:
    promise(outbox)
    away = True
    backend = SmallBackend(lambda _asked: answer(503) if away else None)
    with RawServer(backend) as server, Running(sender_to(server.address, outbox)) as sender:
        until(lambda: len(server.asked) >= 2)  # by itself, after a second
        until(lambda: outbox.waiting()[0].attempts >= 2 and outbox.waiting()[0].next_try is not None)
        away = False
        sender.wake()
        until(lambda: outbox.waiting() == ())


def test_retry_after_is_honoured_even_when_woken(outbox: Outbox) -> None:
    promise(outbox)
    times: list[float] = []

    def busy(_asked: Asked) -> bytes | None:
        times.append(time.monotonic())
        return problem(429, "limit-reached", retry_after_s=2) if len(times) == 1 else None

    with RawServer(SmallBackend(busy)) as server, Running(sender_to(server.address, outbox)) as sender:
        until(lambda: len(times) == 1)
        for _ in range(10):
            sender.wake()
            time.sleep(0.05)
        until(lambda: outbox.waiting() == ())
    assert times[1] - times[0] >= 1.9


def test_while_the_backend_is_away_health_is_asked_instead_of_sending_everything(outbox: Outbox) -> None:
    for number in range(20):
        promise(outbox, str(number))
    away = True
    backend = SmallBackend(lambda _asked: answer(503) if away else None)
    with RawServer(backend) as server:
        sender = sender_to(server.address, outbox, health_every_s=0.4)
        sender._backoff._failures = 9  # the next wait is a quarter of an hour
        with Running(sender):
            until(lambda: sum(asked.path == "/health" for asked in server.asked) >= 3)
            away = False
            until(lambda: outbox.waiting() == ())
    puts_while_away = [asked for asked in server.asked if asked.method == "PUT"][:-20]
    # The first is tried; the second failure in a row is the backend's own.
    assert len(puts_while_away) <= 2


def test_a_healthy_backend_that_takes_nothing_is_not_asked_again_and_again(outbox: Outbox) -> None:
    promise(outbox)
    backend = SmallBackend(lambda asked: None if asked.path == "/health" else answer(200, b"<html>", "text/html"))
    with RawServer(backend) as server:
        sender = sender_to(server.address, outbox, health_every_s=0.1)
        sender._backoff._failures = 9
        with Running(sender):
            until(lambda: sum(asked.method == "PUT" for asked in server.asked) == 2)
            time.sleep(0.8)
    assert [asked.path for asked in server.asked].count("/health") == 1
    assert sum(asked.method == "PUT" for asked in server.asked) == 2


def test_closing_in_the_middle_of_a_call_takes_no_time_and_blames_nobody(outbox: Outbox) -> None:
    promise(outbox)
    inside = threading.Event()

    def silence(_asked: Asked, line: object) -> None:
        inside.set()
        time.sleep(0)
        line.recv(1)  # type: ignore[attr-defined]

    with RawServer(silence) as server, Running(sender_to(server.address, outbox)) as sender:
        assert inside.wait(10)
        sender.close()
    delivery = outbox.waiting()[0]
    assert (delivery.state, delivery.attempts, delivery.reason) == (DeliveryState.WAITING, 0, None)


def test_draining_ends_with_its_seconds_and_says_slow(outbox: Outbox) -> None:
    one = promise(outbox)

    def silence(_asked: Asked, line: object) -> None:
        line.recv(1)  # type: ignore[attr-defined]

    with RawServer(silence) as server:
        started = time.monotonic()
        sender_to(server.address, outbox).drain(one, 0.7)
        assert time.monotonic() - started < 4
    delivery = outbox.waiting()[0]
    assert delivery.reason is not None
    assert delivery.reason.cause is Cause.SLOW


def test_draining_sends_the_oldest_first_and_stops_when_its_own_is_there(outbox: Outbox) -> None:
    first, own, later = promise(outbox), promise(outbox), promise(outbox)
    backend = SmallBackend()
    with RawServer(backend) as server:
        sender_to(server.address, outbox).drain(own, 30)
    assert backend.order == [first, own]
    assert [delivery.id for delivery in outbox.waiting()] == [later]


def test_one_sender_at_a_time_and_the_other_is_rung(outbox: Outbox, tmp_path: Path) -> None:
    backend = SmallBackend()
    with RawServer(backend) as server, Running(sender_to(server.address, outbox)) as tray:
        until(lambda: not backend.order)
        other = Outbox(tmp_path / "outbox")
        own = promise(other)
        rings: list[int] = []

        def ring() -> None:
            rings.append(1)
            tray.wake()

        sender_to(server.address, other, ring=ring).drain(own, 30)
        assert rings == [1]
        found = other.delivery(own)
        assert found is not None
        assert found.state is DeliveryState.DELIVERED
        other.close()
    assert backend.order == [own]


KILLED = """
import sys
from pathlib import Path
from tests.desktop_client.help_desk.test_sender import Outbox, sender_to
sender_to(sys.argv[2], Outbox(Path(sys.argv[1])), ).drain(None, 30)
"""


@pytest.mark.parametrize("point", ["send-started", "upload-created", "upload-chunk-sent", "upload-complete", "put-before", "put-answered"])
def test_killed_on_the_way_it_arrives_once_all_the_same(tmp_path: Path, point: str) -> None:
    outbox = Outbox(tmp_path / "outbox")
    file = a_file(tmp_path, 300_000)
    draft = a_draft()
    outbox.promise_report(draft, request(draft, file), [file])
    outbox.close()
    backend = SmallBackend()
    with RawServer(backend) as server:
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, str(tmp_path / "outbox"), server.address],
            env={**os.environ, "SIGAP_FAILPOINT": point},
            check=False,
            timeout=60,
        )
        assert killed.returncode == -9
        outbox = Outbox(tmp_path / "outbox")
        sender_to(server.address, outbox).drain(None, 30)
    assert outbox.waiting() == ()
    assert list(backend.tickets) == [draft.id]
    assert bytes(backend.uploads[file.ref.upload]) == file.source.read_bytes()
    assert backend.received_bytes == 300_000
    outbox.close()
