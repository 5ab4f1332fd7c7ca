"""A session that ends takes its open pages along, over real HTTP."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from server_stub.events import Events, Listener
from tests.server_stub.console.conftest import Caller, Console


@contextmanager
def stream(caller: Caller) -> Iterator[http.client.HTTPResponse]:
    """An open stream of live news."""
    with closing(http.client.HTTPConnection("127.0.0.1", caller.console.served.port, timeout=20)) as connection:
        connection.request("GET", "/console/events", headers=caller.cookie)
        reply = connection.getresponse()
        assert reply.status == 200
        yield reply


ENDS: dict[str, Callable[[Console, Caller], object]] = {
    "signed out": lambda _console, caller: caller.post("/console/sign-out"),
    "ended from another browser": lambda console, caller: console.sign_in("budi").post(f"/console/sessions/{caller.session_id}/end"),
    "all others ended": lambda console, _: console.sign_in("budi").post("/console/sessions/end-others"),
    "new password": lambda console, _: console.served.backend.accounts.set_password("budi", "correct horse battery staple"),
}


@pytest.mark.parametrize("how", ENDS)
def test_an_open_page_closes_and_the_cookie_is_worth_nothing(console: Console, how: str) -> None:
    caller, dewi = console.sign_in("budi"), console.sign_in("dewi")
    with stream(caller) as mine, stream(dewi) as hers:
        assert mine.readline() == b"retry: 2000\n"
        ENDS[how](console, caller)
        assert mine.read() == b"\n", "it ended, and whole"
        assert hers.readline() == b"retry: 2000\n"
    assert caller.get("/console/").status == 303
    assert caller.get("/console/events").status in {303, 401}
    assert dewi.get("/console/").status == 200


def test_a_session_that_ends_while_its_stream_begins(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    caller = console.sign_in("budi")
    real = Events.subscribe

    def late(events: Events, person: str, enrolment: str) -> Listener:
        console.served.backend.web_sessions.end(enrolment)
        return real(events, person, enrolment)

    monkeypatch.setattr(Events, "subscribe", late)
    with stream(caller) as mine:
        assert mine.read() == b"retry: 2000\n\n"


def test_a_disabled_account_is_out_at_once(console: Console) -> None:
    caller = console.sign_in("budi")
    try:
        with stream(caller) as mine:
            console.served.backend.accounts.disable("budi")
            assert mine.read()
        assert caller.get("/console/").status == 303
    finally:
        console.served.backend.accounts.enable("budi")
