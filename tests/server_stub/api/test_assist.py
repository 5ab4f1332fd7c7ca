"""Remote help over real HTTP, as an employee's client lives it."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from contract.about import About
from contract.assist import AssistSession, AssistState, End
from contract.ids import new_id
from server_stub.store.accounts import Role
from tests.server_stub.api.test_feed import streaming
from tests.server_stub.assist.remote_help import CONSENT, PICTURE, RemoteHelp, read
from tests.server_stub.assist.room import Keys, sealed
from tests.server_stub.served import Person, Served, serving


def states(person: Person) -> list[str]:
    """The steps that the feed tells, each once, in order."""
    told = [entry["assist"]["state"] for entry in person.feed()["entries"] if entry["kind"] == "assist"]
    return list(dict.fromkeys(told))


def until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not found():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_client_knows_beforehand(shared: Served) -> None:
    assert "remote-help" in About(**shared.call("GET", "/api/v1/about").json()).understands


def test_the_whole_way_over_http(ana: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    remote = RemoteHelp(ana)
    remote.shown()
    shown = remote.get()
    assert (shown.technician_key, shown.client_key) == (remote.page.public, remote.client.public)
    picture = ana.call("GET", f"/api/v1/assist/{remote.session}/picture")
    assert (picture.body, picture.headers["content-type"]) == (PICTURE, "application/octet-stream")
    assert read(remote.put("answer", CONSENT)).state is AssistState.CONSENTED
    assert read(remote.put("step", {"state": "starting"})).state is AssistState.STARTING
    assert read(remote.put("step", {"state": "running"})).started
    there, back = sealed(), sealed()
    assert remote.put("code", {"code": there}).status == 200
    assert ana.served.backend.assist.of_technician(remote.by, remote.session).code == there
    remote.backend.assist.send_code(remote.by, remote.session, back)
    assert read(remote.put("alive", {})).code == back
    over = read(remote.end())
    assert (over.state, over.end, over.code) == (AssistState.ENDED, End.STOPPED, "")
    assert states(ana) == ["asked", "consented", "starting", "running", "ended"]
    (receipt,) = ana.call("GET", f"/api/v1/tickets/{remote.ticket_id}").json()["assist"]
    assert (receipt["audit"], receipt["consent_version"], receipt["end"]) == (over.audit, 1, "stopped")
    assert len(over.audit) == 64
    logged = "".join(repr(vars(record)) for record in caplog.records)
    assert "/api/v1/assist/{session_id}/code" in logged
    everything = repr(ana.feed()) + repr(receipt) + logged
    hidden = [there, back, remote.page.public, remote.client.public, remote.by.login, remote.by.id]
    assert [secret for secret in hidden if secret in everything] == []


def test_the_stream_tells_each_step_as_it_happens(ana: Person) -> None:
    remote = RemoteHelp(ana)
    with streaming(ana) as stream:
        remote.running()
        remote.end()
        until(lambda: any(event.kind == "assist" and b'"ended"' in event.data for event in stream.events))
        assert b'"client_key":""' in next(event.data for event in stream.events if event.kind == "assist")
        assert stream.numbers() == sorted(number for number in stream.numbers() if number is not None)


@pytest.mark.parametrize(
    ("what", "body", "field"),
    [
        ("key", {"key": "A" * 86}, "key"),
        ("key", {"key": Keys().public, "more": 1}, "more"),
        ("key", {}, "key"),
        ("answer", {"answer": "perhaps"}, "answer"),
        ("answer", {**CONSENT, "tool": "any desk; calc"}, "tool"),
        ("answer", {**CONSENT, "tool": "--install"}, None),
        ("answer", {**CONSENT, "tool": "../../x"}, "tool"),
        ("answer", {**CONSENT, "can": ["everything"]}, "can[0]"),
        ("answer", {**CONSENT, "can": ["view"] * 50}, "can"),
        ("answer", {**CONSENT, "tool_name": "x" * 61}, "tool_name"),
        ("answer", {**CONSENT, "tool_name": "<b>\u0000"}, "tool_name"),
        ("answer", {**CONSENT, "consent_version": "1"}, "consent_version"),
        ("answer", {**CONSENT, "state": "running"}, "state"),
        ("step", {"state": "whatever", "end": "stopped"}, "state"),
        ("step", {"state": "ended", "end": "whatever"}, "end"),
        ("step", {"state": "ended", "end": "technician"}, "end"),
        ("step", {"state": "ended"}, "end"),
        ("step", {"state": "asked"}, "state"),
        ("code", {"code": "x' or '1'='1" * 5}, "code"),
        ("code", {"code": "A" * 40 + "\n"}, "code"),
        ("alive", {"state": "running"}, "state"),
    ],
)
def test_what_is_no_such_word_is_refused_with_its_field(ana: Person, what: str, body: object, field: str | None) -> None:
    remote = RemoteHelp(ana)
    remote.shown()
    before, told = remote.get(), ana.feed()
    if field is None:
        assert remote.put(what, body).status == 200, "a name like an option is only a name: the client starts nothing by it"
        return
    answer = remote.put(what, body)
    assert (answer.status, answer.problem().field) == (422, field), answer
    assert (remote.get(), ana.feed()) == (before, told)


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b'{"key":"x","key":"y"}', b"\xff", b"[" * 5000])
def test_what_is_no_json_is_refused(ana: Person, body: bytes) -> None:
    remote = RemoteHelp(ana)
    remote.ask()
    path = f"/api/v1/assist/{remote.session}/key"
    assert ana.call("PUT", path, body, {"Content-Type": "application/json"}).status in {400, 422}
    assert ana.call("PUT", path, body, {"Content-Type": "text/plain"}).status == 400


@pytest.mark.parametrize("name", ["x", "0", "%00", "..%2f..", "{guess}", "{upper}"])
def test_guessed_ids_are_not_there(ana: Person, name: str) -> None:
    remote = RemoteHelp(ana)
    remote.ask()
    session = name.format(guess=new_id(), upper=remote.session.upper())
    for what in ("key", "answer", "step", "code", "alive"):
        assert remote.put(what, session=session).status == 404
    assert ana.call("GET", f"/api/v1/assist/{session}").status == 404


def test_replayed_words_of_an_earlier_session_do_nothing(ana: Person) -> None:
    remote = RemoteHelp(ana)
    first = remote.running()
    remote.end()
    remote.shown()
    for what, body in (("answer", CONSENT), ("step", {"state": "running"}), ("key", None), ("code", None)):
        assert remote.put(what, body, session=first).problem().code == "assist-over"
    assert remote.put("step", {"state": "ended", "end": "stopped"}, session=first).status == 200, "the end itself may be said again"
    assert remote.get().state is AssistState.ASKED


def test_it_works_again_ends_it_too(ana: Person) -> None:
    remote = RemoteHelp(ana)
    remote.running()
    assert ana.put_message(remote.ticket_id, new_id(), text="", action="resolve").status == 201
    assert remote.get().end is End.TICKET_CLOSED
    assert read(remote.put("alive", {})).state is AssistState.ENDED


def test_an_alarm_reaches_the_leads(ana: Person) -> None:
    remote = RemoteHelp(ana)
    remote.ask()
    assert remote.put("answer", {"answer": "not-our-help-desk"}).status == 200
    (alarm,) = [one for one in remote.backend.assist.alarms() if one.session == remote.session]
    assert (alarm.number, alarm.person, alarm.computer) == (remote.number, "Ana", "PC-1")
    remote.backend.assist.confirm_alarm(remote.technician(Role.LEAD), alarm.id)
    assert [one for one in remote.backend.assist.alarms() if one.session == remote.session] == []


def test_the_backend_itself_ends_what_is_silent_and_lets_requests_expire(served: Served) -> None:
    ana, budi = served.person(), served.person("Budi", "PC-2")
    silent, unanswered = RemoteHelp(ana), RemoteHelp(budi)
    silent.running()
    unanswered.ask()
    served.backend.assist.tick(datetime.now(UTC) + timedelta(seconds=1000))  # what the thread does each second, later
    assert silent.get().end is End.SILENT
    assert unanswered.get().end is End.EXPIRED
    assert (states(ana)[-1], states(budi)[-1]) == ("ended", "expired")


def test_a_real_thread_looks_each_second(served: Served) -> None:
    remote = RemoteHelp(served.person())
    remote.ask()
    served.backend.store.write(lambda work: work.connection.exec_driver_sql("UPDATE assist_sessions SET expires = 1"))
    until(lambda: remote.get().state is AssistState.EXPIRED)


def test_a_stop_of_the_backend_in_the_middle_of_a_session(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("restarted")
    with serving(folder) as before:
        remote = RemoteHelp(before.person())
        remote.running()
        code = sealed()
        assert remote.put("code", {"code": code}).status == 200
    with serving(folder) as after:
        remote.person.served, remote.backend = after, after.backend
        found: AssistSession = read(remote.put("alive", {}))
        assert found.state is AssistState.RUNNING
        assert after.backend.assist.of_technician(remote.by, remote.session).code == code
        assert remote.end().status == 200
        assert states(remote.person) == ["asked", "consented", "starting", "running", "ended"]
