"""The feed of open pages: in order, from where a page left off, and over with the session."""

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from tests.server_stub.console.conftest import Caller, Console
from tests.server_stub.served import Person


@contextmanager
def stream(caller: Caller, after: str = "", headers: dict[str, str] | None = None) -> Iterator[Iterator[tuple[str, Any, str]]]:
    """Events as (kind, value, id) as they come; ends where the stream ends."""
    with closing(http.client.HTTPConnection("127.0.0.1", caller.console.served.port, timeout=20)) as connection:
        path = f"/console/events?after={after}" if after else "/console/events"
        connection.request("GET", path, headers={**caller.cookie, "Accept": "text/event-stream", **(headers or {})})
        reply = connection.getresponse()
        assert (reply.status, reply.getheader("content-type")) == (200, "text/event-stream")

        def events() -> Iterator[tuple[str, Any, str]]:
            told: dict[str, str] = {}
            for line in reply:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    told[name] = value
                elif told:
                    if "event" in told:
                        yield told["event"], json.loads(told["data"]), told.get("id", "")
                    told = {}

        yield events()


@pytest.fixture(scope="module")
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


def test_what_happens_to_tickets_comes_in_order_and_goes_on_where_it_stopped(console: Console, rina: Person) -> None:
    caller = console.sign_in("budi")
    last = console.served.backend.queue.last()
    with stream(caller, str(last)) as events:
        rina.ticket(subject="First")
        kind, first, number = next(events)
        assert (kind, first["kind"], first["side"], first["actor"]) == ("change", "received", "employee", "Rina Wijaya")
        assert set(first) == {"number", "kind", "actor", "side", "at"}
    rina.ticket(subject="Second")
    with stream(caller, str(last), {"Last-Event-ID": number}) as events:
        assert next(events)[1]["number"] > first["number"]
    with stream(caller, str(last)) as events:
        _, told, number = next(events)
        assert (told["number"], number) == (first["number"], ""), "what comes together is told again together"
        assert int(next(events)[2]) == console.served.backend.queue.last()


def test_who_looks_is_told(console: Console) -> None:
    caller, backend = console.sign_in("budi"), console.served.backend
    dewi = next(one for one in backend.accounts.all() if one.login == "dewi")
    with stream(caller, str(backend.queue.last())) as events:
        wait_for_stream(console)
        backend.presence.looking(dewi, "another-session", "INC-000001", "public")
        kind, told, _ = next(events)
        assert (kind, told["number"], told["people"][0]["name"], told["people"][0]["writing"]) == (
            "presence",
            "INC-000001",
            "Dewi Lestari",
            "public",
        )
        backend.presence.gone("another-session")
        assert next(events)[:2] == ("presence", {"number": "INC-000001", "people": []})


def wait_for_stream(console: Console) -> None:
    until = time.monotonic() + 10
    while not console.served.backend.events.count():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_stream_ends_with_its_session_at_once(console: Console) -> None:
    caller, other = console.sign_in("budi"), console.sign_in("dewi")
    with (
        stream(caller, str(console.served.backend.queue.last())) as mine,
        stream(other, str(console.served.backend.queue.last())) as theirs,
    ):
        console.served.backend.web_sessions.end(caller.session_id)
        assert list(mine) == []
        console.served.person("Ana", "PC-1").ticket()
        assert next(theirs)[0] == "change"
    assert caller.get("/console/events", {"Accept": "text/event-stream"}).status == 401


@pytest.mark.parametrize("after", ["-1", "1e3", "x", "1" * 19, "%00"])
def test_what_is_no_number_is_refused(console: Console, after: str) -> None:
    answer = console.sign_in("budi").get(f"/console/events?after={after}", {"Accept": "text/event-stream"})
    assert answer.status == 422
    assert answer.json()["sentence"].startswith("Something in it doesn't fit.")
