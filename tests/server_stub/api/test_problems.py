"""Each refusal that an endpoint names in the contract happens for real, with its status, code and form; a refusal without a proof fails."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from contract.about import Limits
from contract.endpoints import (
    ARTICLES,
    CREATE_UPLOAD,
    DELETE_UPLOAD,
    ENDPOINTS,
    ENROL,
    FEED,
    HEAD_UPLOAD,
    PATCH_UPLOAD,
    PUT_ASSIST_ALIVE,
    PUT_ASSIST_ANSWER,
    PUT_ASSIST_CODE,
    PUT_ASSIST_KEY,
    PUT_ASSIST_STEP,
    PUT_HELP_USE,
    PUT_MESSAGE,
    PUT_OPINION,
    PUT_TICKET,
    UPLOAD_OPTIONS,
    Endpoint,
)
from contract.ids import new_id
from contract.problems import STATUS, Code
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from tests.server_stub.assist.remote_help import CONSENT, RemoteHelp
from tests.server_stub.assist.room import Keys, sealed
from tests.server_stub.knowledge.written import HELP_USE, OPINION, keep_article, put_help_use, put_opinion, today
from tests.server_stub.served import PIECE, WRITTEN, Answer, Person, Served, new_token, reference, serving

Proof = Callable[[Served, Person], Answer]
PROOFS: dict[tuple[str, Code], Proof] = {}
BEARER = tuple(endpoint for endpoint in ENDPOINTS if not endpoint.open_to_all)
TUS_ENDPOINTS = (CREATE_UPLOAD, HEAD_UPLOAD, PATCH_UPLOAD, DELETE_UPLOAD)
SETTINGS = Settings(
    reports_per_day=3, bytes_per_day=1_000_000, open_uploads=3, code_tries=4, limits=Limits(file_bytes=10**15, report_bytes=10**16)
)


def proves(code: Code, *endpoints: Endpoint) -> Callable[[Proof], Proof]:
    def keep(proof: Proof) -> Proof:
        for endpoint in endpoints:
            PROOFS[endpoint.name, code] = proof
        return proof

    return keep


def nowhere() -> dict[str, str]:
    """Parts of a path for things that don't exist."""
    ids = dict.fromkeys(("enrolment_id", "ticket_id", "message_id", "attachment_id", "upload_id", "opinion_id", "session_id"), new_id())
    return ids | {"article_id": "nothing", "image_name": "a/b.png", "day": today()}


def sent(person: Person, endpoint: Endpoint, ids: dict[str, str] | None = None) -> Answer:
    """A well-formed request to the endpoint, for things that don't exist unless their ids are given."""
    path = endpoint.path.format_map(nowhere() | (ids or {}))
    bodies = {
        PUT_TICKET.name: {"subject": "S", "written": WRITTEN},
        PUT_MESSAGE.name: {"text": "T", "written": WRITTEN},
        PUT_OPINION.name: OPINION,
        PUT_HELP_USE.name: HELP_USE,
        PUT_ASSIST_KEY.name: {"key": Keys().public},
        PUT_ASSIST_ANSWER.name: CONSENT,
        PUT_ASSIST_STEP.name: {"state": "starting"},
        PUT_ASSIST_CODE.name: {"code": sealed()},
        PUT_ASSIST_ALIVE.name: {},
    }
    headers = {"Tus-Resumable": "1.0.0"} if endpoint in TUS_ENDPOINTS else {}
    if endpoint is PATCH_UPLOAD:
        return person.call(endpoint.method, path, b"piece", {**headers, **PIECE, "Upload-Offset": "0"})
    return person.call(endpoint.method, path, bodies.get(endpoint.name), headers)


def everywhere(code: Code, endpoints: tuple[Endpoint, ...], proof: Callable[[Person, Endpoint], Answer]) -> None:
    for endpoint in endpoints:
        PROOFS[endpoint.name, code] = lambda _served, person, endpoint=endpoint: proof(person, endpoint)  # type: ignore[misc]


def unknown_token(person: Person, endpoint: Endpoint) -> Answer:
    person.token = new_token()
    return sent(person, endpoint)


def revoked(person: Person, endpoint: Endpoint) -> Answer:
    person.served.backend.people.revoke(person.enrolment)
    return sent(person, endpoint)


def gone(person: Person, endpoint: Endpoint) -> Answer:
    ref = person.upload(b"gone")
    sql(person.served, "UPDATE uploads SET expires = 1")
    return sent(person, endpoint, {"upload_id": ref["upload"]})


def other_tus(person: Person, endpoint: Endpoint) -> Answer:
    headers = {"Tus-Resumable": "0.2.2", **PIECE, "Upload-Offset": "0"}
    return person.call(endpoint.method, endpoint.path.format(upload_id=new_id()), b"", headers)


everywhere(Code.NOT_ENROLLED, BEARER, unknown_token)
everywhere(Code.REVOKED, BEARER, revoked)
everywhere(Code.TUS_VERSION, TUS_ENDPOINTS, other_tus)
everywhere(Code.NOT_FOUND, (HEAD_UPLOAD, PATCH_UPLOAD, DELETE_UPLOAD), sent)
everywhere(Code.UPLOAD_GONE, (HEAD_UPLOAD, PATCH_UPLOAD, DELETE_UPLOAD), gone)


ASSIST_ENDPOINTS = (PUT_ASSIST_KEY, PUT_ASSIST_ANSWER, PUT_ASSIST_STEP, PUT_ASSIST_CODE, PUT_ASSIST_ALIVE)
"""The last one writes nothing, and is answered after the end too."""
NOT_SO: dict[str, object] = {
    PUT_ASSIST_KEY.name: {"key": "A" * 87},
    PUT_ASSIST_ANSWER.name: {**CONSENT, "consent_version": 999},
    PUT_ASSIST_STEP.name: {"state": "paused", "end": "stopped"},
    PUT_ASSIST_CODE.name: {"code": "123 456 789"},
    PUT_ASSIST_ALIVE.name: {"how": "well"},
}
OTHER: dict[str, object] = {
    PUT_ASSIST_KEY.name: {"key": Keys().public},
    PUT_ASSIST_ANSWER.name: {**CONSENT, "tool": "teamviewer"},
    PUT_ASSIST_STEP.name: {"state": "starting"},
    PUT_ASSIST_CODE.name: {"code": sealed()},
    PUT_ASSIST_ALIVE.name: {},
}


def assist_not_so(person: Person, endpoint: Endpoint) -> Answer:
    remote = RemoteHelp(person)
    remote.shown()
    answer = remote.put(what(endpoint), NOT_SO[endpoint.name])
    assert remote.get().state.value == "asked"
    return answer


def assist_over(person: Person, endpoint: Endpoint) -> Answer:
    remote = RemoteHelp(person)
    remote.running()
    assert remote.end().status == 200
    return remote.put(what(endpoint))


def assist_conflict(person: Person, endpoint: Endpoint) -> Answer:
    """Other content than before; for codes and signs, from another computer of the same person."""
    remote = RemoteHelp(person)
    remote.running()
    other = person
    if endpoint in {PUT_ASSIST_CODE, PUT_ASSIST_ALIVE}:
        other = Person(person.served, new_id(), new_token(), person.name, "PC-2")
        assert other.enrol().status == 201
        sql(person.served, "UPDATE enrolments SET person = (SELECT person FROM enrolments WHERE id = :id)", id=person.enrolment)
    answer = remote.put(what(endpoint), OTHER[endpoint.name], other)
    assert remote.get().state.value == "running"
    return answer


def assist_too_large(person: Person, endpoint: Endpoint) -> Answer:
    remote = RemoteHelp(person)
    remote.ask()
    return remote.put(what(endpoint), {"code": "A" * 10_000})


def assist_full(person: Person, endpoint: Endpoint) -> Answer:
    remote = RemoteHelp(person)
    if endpoint is PUT_ASSIST_KEY:
        remote.ask()
    elif endpoint is PUT_ASSIST_ANSWER:
        remote.shown()
    else:
        remote.running()
    before = remote.get()
    with full_store(person.served):
        fill(person.served)
        answer = remote.put(what(endpoint), {"state": "ended", "end": "stopped"} if endpoint is PUT_ASSIST_STEP else None)
        assert remote.get() == before, "nothing half stored"
    assert remote.put("alive", {}).status == 200
    return answer


def what(endpoint: Endpoint) -> str:
    return endpoint.path.rpartition("/")[2]


def fill(served: Served) -> None:
    """Leaves no room on the pages that are there: every step adds to the timeline."""
    row = "INSERT INTO timeline (ticket, at, side, actor, kind, detail) VALUES (1, 1, '', '', '', '{}')"
    with contextlib.suppress(RefusalError):
        while True:
            sql(served, row)


everywhere(Code.INVALID, ASSIST_ENDPOINTS, assist_not_so)
everywhere(Code.ASSIST_OVER, ASSIST_ENDPOINTS[:-1], assist_over)
everywhere(Code.CONFLICT, ASSIST_ENDPOINTS, assist_conflict)
everywhere(Code.TOO_LARGE, ASSIST_ENDPOINTS, assist_too_large)
everywhere(Code.STORAGE_FULL, ASSIST_ENDPOINTS[:-1], assist_full)


@proves(Code.LIMIT_REACHED, PUT_ASSIST_CODE)
def _(_served: Served, person: Person) -> Answer:
    remote = RemoteHelp(person)
    remote.running()
    answers = [remote.put("code", {"code": sealed()}) for _ in range(31)]
    assert {answer.status for answer in answers[:30]} == {200}
    return answers[30]


def sql(served: Served, statement: str, **values: object) -> None:
    served.backend.store.write(lambda work: work.connection.execute(text(statement), values))


@contextlib.contextmanager
def full_store(served: Served) -> Iterator[None]:
    """The database may not grow any more, as when the disk is full."""
    pages = served.backend.store.read(lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar())
    sql(served, f"PRAGMA max_page_count = {pages}")
    yield
    sql(served, "PRAGMA max_page_count = 1000000")


@contextlib.contextmanager
def small_files(most: int) -> Iterator[None]:
    """No file of this process may grow beyond a size, as when a quota is used up."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@proves(Code.INVALID, ENROL)
def _(_served: Served, person: Person) -> Answer:
    return person.enrol(account="")


@proves(Code.CODE_WRONG, ENROL)
def _(served: Served, _person: Person) -> Answer:
    return Person(served, new_id(), new_token(), "Eve", "PC").enrol("2222-2222")


@proves(Code.CODE_USED, ENROL)
def _(served: Served, _person: Person) -> Answer:
    code = served.backend.people.make_code(False, None)
    assert Person(served, new_id(), new_token(), "Ana", "PC").enrol(code).status == 201
    return Person(served, new_id(), new_token(), "Eve", "PC").enrol(code)


@proves(Code.CODE_EXPIRED, ENROL)
def _(served: Served, _person: Person) -> Answer:
    code = served.backend.people.make_code(True, 1)
    sql(served, "UPDATE codes SET expires = :now WHERE expires IS NOT NULL", now=int(datetime.now(UTC).timestamp()) * 1_000_000)
    return Person(served, new_id(), new_token(), "Eve", "PC").enrol(code)


@proves(Code.TOO_MANY_TRIES, ENROL)
def _(served: Served, _person: Person) -> Answer:
    for _ in range(4):
        assert Person(served, new_id(), new_token(), "Eve", "PC").enrol("2222-2222").status == 403
    answer = Person(served, new_id(), new_token(), "Eve", "PC").enrol()
    assert 0 < int(answer.headers["retry-after"]) <= 900
    return answer


@proves(Code.CONFLICT, ENROL)
def _(_served: Served, person: Person) -> Answer:
    person.token = new_token()
    return person.enrol()


@proves(Code.REVOKED, ENROL)
def _(served: Served, person: Person) -> Answer:
    served.backend.people.revoke(person.enrolment)
    return person.enrol()


@proves(Code.TOO_LARGE, ENROL)
def _(_served: Served, person: Person) -> Answer:
    return person.enrol(display_name="x" * 20_000)


@proves(Code.STORAGE_FULL, ENROL)
def _(served: Served, _person: Person) -> Answer:
    with full_store(served):
        for _ in range(100):
            before = len(served.backend.people.computers())
            answer = Person(served, new_id(), new_token(), "Ana" * 80, "PC" * 100).enrol()
            if answer.status != 201:
                break
    assert len(served.backend.people.computers()) == before
    return answer


@proves(Code.INVALID, PUT_TICKET)
def _(_served: Served, person: Person) -> Answer:
    return person.put_ticket(new_id(), subject=" \n ")


@proves(Code.CONFLICT, PUT_TICKET)
def _(_served: Served, person: Person) -> Answer:
    return person.put_ticket(person.ticket(), subject="Another")


@proves(Code.UPLOAD_INCOMPLETE, PUT_TICKET)
def _(_served: Served, person: Person) -> Answer:
    return person.put_ticket(new_id(), attachments=[half_uploaded(person)])


@proves(Code.UPLOAD_INCOMPLETE, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    return person.put_message(person.ticket(), new_id(), attachments=[half_uploaded(person)])


def half_uploaded(person: Person) -> dict[str, object]:
    upload_id = new_id()
    assert person.create(upload_id, b"two halves").status == 201
    assert person.patch(upload_id, 0, b"two").status == 204
    return reference(upload_id, b"two halves")


@proves(Code.UPLOAD_GONE, PUT_TICKET)
def _(served: Served, person: Person) -> Answer:
    ref = person.upload(b"too late")
    sql(served, "UPDATE uploads SET expires = 1")
    return person.put_ticket(new_id(), attachments=[ref])


@proves(Code.UPLOAD_GONE, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    return person.put_message(person.ticket(), new_id(), attachments=[reference(new_id(), b"never came")])


@proves(Code.TOO_LARGE, PUT_TICKET)
def _(_served: Served, person: Person) -> Answer:
    return person.put_ticket(new_id(), details="x" * 4_000_000)


@proves(Code.TOO_LARGE, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    return person.put_message(person.ticket(), new_id(), text="x" * 1_000_000)


@proves(Code.LIMIT_REACHED, PUT_TICKET)
def _(served: Served, person: Person) -> Answer:
    for _ in range(3):
        ticket_id = person.ticket()
    answer = person.put_ticket(new_id())
    assert person.put_ticket(ticket_id).status == 200, "what is there already is still answered"
    assert served.person("Budi").put_ticket(new_id()).status == 201, "another person's limit is another"
    assert 0 < int(answer.headers["retry-after"]) <= 24 * 3600
    return answer


@proves(Code.LIMIT_REACHED, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    ticket_id = [person.ticket() for _ in range(3)][-1]
    return person.put_message(ticket_id, new_id())


@proves(Code.STORAGE_FULL, PUT_TICKET)
def _(served: Served, person: Person) -> Answer:
    ref = person.upload(b"kept")
    with full_store(served):
        answer = person.put_ticket(new_id(), details="x" * 50_000, attachments=[ref])
    assert served.backend.desk.list_tickets() == []
    assert person.put_ticket(new_id(), details="x" * 50_000, attachments=[ref]).json()["number"] == "INC-000001"
    return answer


@proves(Code.STORAGE_FULL, PUT_MESSAGE)
def _(served: Served, person: Person) -> Answer:
    ticket_id = person.ticket()
    with full_store(served):
        answer = person.put_message(ticket_id, new_id(), text="x" * 50_000)
    assert served.backend.desk.show("INC-000001").messages == ()
    return answer


@proves(Code.INVALID, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    return person.put_message(person.ticket(), new_id(), text=" ")


@proves(Code.CONFLICT, PUT_MESSAGE)
def _(_served: Served, person: Person) -> Answer:
    ticket_id, message_id = person.ticket(), new_id()
    person.put_message(ticket_id, message_id)
    return person.put_message(ticket_id, message_id, text="Other words")


@proves(Code.INVALID, FEED)
def _(_served: Served, person: Person) -> Answer:
    return person.call("GET", "/api/v1/feed?after=-1")


@proves(Code.INVALID, ARTICLES)
def _(_served: Served, person: Person) -> Answer:
    return person.call("GET", "/api/v1/articles?after=one")


@proves(Code.INVALID, PUT_OPINION)
def _(served: Served, person: Person) -> Answer:
    keep_article(served)
    return put_opinion(person, "printer", new_id(), helped="perhaps")


@proves(Code.CONFLICT, PUT_OPINION)
def _(served: Served, person: Person) -> Answer:
    keep_article(served)
    opinion_id = new_id()
    assert put_opinion(person, "printer", opinion_id).status == 201
    return put_opinion(person, "printer", opinion_id, helped=True)


@proves(Code.TOO_LARGE, PUT_OPINION)
def _(served: Served, person: Person) -> Answer:
    keep_article(served)
    return put_opinion(person, "printer", new_id(), missing="x" * 40_000)


@proves(Code.LIMIT_REACHED, PUT_OPINION)
def _(served: Served, person: Person) -> Answer:
    keep_article(served)
    for _ in range(3):
        opinion_id = new_id()
        assert put_opinion(person, "printer", opinion_id).status == 201
    answer = put_opinion(person, "printer", new_id())
    assert put_opinion(person, "printer", opinion_id).status == 200, "what is there already is still answered"
    assert put_opinion(served.person("Budi"), "printer", new_id()).status == 201, "another person's limit is another"
    assert 24 * 3600 - 60 < int(answer.headers["retry-after"]) <= 24 * 3600
    return answer


@proves(Code.STORAGE_FULL, PUT_OPINION)
def _(served: Served, person: Person) -> Answer:
    keep_article(served)
    with full_store(served):
        for _ in range(3):
            answer = put_opinion(person, "printer", new_id(), missing="x" * 2000)
            if answer.status != 201:
                break
    return answer


@proves(Code.INVALID, PUT_HELP_USE)
def _(_served: Served, person: Person) -> Answer:
    return put_help_use(person, "2026-02-30")


@proves(Code.TOO_LARGE, PUT_HELP_USE)
def _(_served: Served, person: Person) -> Answer:
    return put_help_use(person, today(), articles=[{"article": "x" * 600_000}])


@proves(Code.STORAGE_FULL, PUT_HELP_USE)
def _(served: Served, person: Person) -> Answer:
    with full_store(served):
        answer = put_help_use(person, today(), articles=[{"article": f"{place:0200d}", "opened": 1} for place in range(400)])
    kept = served.backend.store.read(lambda connection: connection.execute(text("SELECT * FROM help_use")).all())
    assert kept == [], "nothing half stored"
    return answer


@proves(Code.NOT_FOUND, CREATE_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    return person.call("POST", "/api/v1/uploads/nowhere/at/all")


@proves(Code.INVALID, CREATE_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    return person.create("not-an-id", b"x")


@proves(Code.CONFLICT, CREATE_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    upload_id = new_id()
    person.create(upload_id, b"one")
    return person.create(upload_id, b"another")


@proves(Code.TOO_LARGE, CREATE_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    return person.create(new_id(), b"", length=10**15 + 1)


@proves(Code.LIMIT_REACHED, CREATE_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    for _ in range(3):
        assert person.create(new_id(), b"x").status == 201
    return person.create(new_id(), b"x")


@proves(Code.STORAGE_FULL, CREATE_UPLOAD)
def _(served: Served, person: Person) -> Answer:
    sql(served, "UPDATE used SET bytes = 0")
    person.served.backend.desk.uploads._settings = dataclasses.replace(SETTINGS, bytes_per_day=10**16)
    return person.create(new_id(), b"", length=10**15)


@proves(Code.OFFSET_CONFLICT, PATCH_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    upload_id = new_id()
    person.create(upload_id, b"abc")
    return person.patch(upload_id, 1, b"bc")


@proves(Code.CHECKSUM_MISMATCH, PATCH_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    upload_id = new_id()
    person.create(upload_id, b"abc")
    return person.patch(upload_id, 0, b"xyz")


@proves(Code.UNSUPPORTED_MEDIA_TYPE, PATCH_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    upload_id = new_id()
    person.create(upload_id, b"abc")
    return person.patch(upload_id, 0, b"abc", {"Content-Type": "application/octet-stream"})


@proves(Code.TOO_LARGE, PATCH_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    upload_id = new_id()
    person.create(upload_id, b"abc")
    return person.patch(upload_id, 0, b"abcd")


@proves(Code.LIMIT_REACHED, PATCH_UPLOAD)
def _(_served: Served, person: Person) -> Answer:
    first, second = new_id(), new_id()
    for upload_id in (first, second):
        assert person.create(upload_id, b"x" * 600_000).status == 201
    assert person.patch(first, 0, b"x" * 600_000).status == 204
    return person.patch(second, 0, b"x" * 600_000)


@proves(Code.STORAGE_FULL, PATCH_UPLOAD)
def _(served: Served, person: Person) -> Answer:
    upload_id, data = new_id(), b"x" * 900_000
    assert person.create(upload_id, data).status == 201
    assert person.patch(upload_id, 0, data[:100_000]).status == 204
    with small_files(700_000):
        answer = person.patch(upload_id, 100_000, data[100_000:])
    assert person.tus("HEAD", upload_id).headers["upload-offset"] == "100000"
    (file,) = (path for path in served.backend.blobs.folder.glob("??/*"))
    assert file.stat().st_size == 100_000, "nothing half stored"
    assert person.patch(upload_id, 100_000, data[100_000:]).status == 204
    return answer


@pytest.fixture
def tight(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, SETTINGS) as one:
        yield one


def told(answer: Answer, code: Code) -> None:
    assert answer.status == STATUS[code], answer
    assert answer.headers["problem-code"] == code.value
    assert answer.headers["cache-control"] == "no-store"
    if answer.body:
        problem = answer.problem()
        assert (problem.code, problem.status, problem.request_id) == (code.value, answer.status, answer.headers["x-request-id"])
        if problem.retry_after_s is not None:
            assert answer.headers["retry-after"] == str(problem.retry_after_s)


NAMED = [(endpoint, code) for endpoint in ENDPOINTS for code in endpoint.problems]


@pytest.mark.parametrize(("endpoint", "code"), NAMED, ids=[f"{endpoint.name}-{code.value}" for endpoint, code in NAMED])
def test_each_endpoint_refuses_as_the_contract_names(tight: Served, endpoint: Endpoint, code: Code) -> None:
    assert (endpoint.name, code) in PROOFS, "the contract names a refusal that no test proves"
    answer = PROOFS[endpoint.name, code](tight, tight.person())
    told(answer, code)
    assert bool(answer.body) == (endpoint.method != "HEAD")


STATIC = {"about", UPLOAD_OPTIONS.name}
"""They read nothing, so they have nothing to fail at."""


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_each_endpoint_refuses_as_all_may(served: Served, endpoint: Endpoint) -> None:
    person = served.person()
    path = endpoint.path.format_map(nowhere())
    told(person.call(endpoint.method, f"{path}/further/away", None, {"Tus-Resumable": "1.0.0"}), Code.NOT_FOUND)
    told(person.call(endpoint.method, path, None, {"Host": "no host"}), Code.BAD_REQUEST)
    other = person.call("LINK", path)
    told(other, Code.METHOD_NOT_ALLOWED)
    assert endpoint.method in other.headers["allow"]
    served.backend.store.close()
    if endpoint.name not in STATIC:
        served.backend.people._known.clear()
        told(person.enrol() if endpoint is ENROL else sent(person, endpoint), Code.UNAVAILABLE)


@pytest.mark.parametrize("endpoint", [one for one in ENDPOINTS if one.name not in STATIC], ids=lambda endpoint: endpoint.name)
@pytest.mark.expects_log
def test_an_error_of_ours_is_told_without_a_word_of_it(served: Served, endpoint: Endpoint, caplog: pytest.LogCaptureFixture) -> None:
    person = served.person()
    person.extra["X-Request-Id"] = "found-again-in-the-log"
    for table in ("facts", "not_collected", "tried", "attachments", "messages", "tickets", "uploads", "feed", "used"):
        sql(served, f"DROP TABLE {table}")
    for table in ("opinions", "article_images", "article_versions", "articles", "help_use_articles", "help_use"):
        sql(served, f"DROP TABLE {table}")
    if endpoint is ENROL or endpoint.name == "health":
        for table in ("enrolments", "meta"):
            sql(served, f"DROP TABLE {table}")
    if endpoint is FEED:
        sql(served, "ALTER TABLE people RENAME TO persons")
    if endpoint is ENROL:
        answer = person.enrol()
    elif endpoint is CREATE_UPLOAD:
        answer = person.create(new_id(), b"x")
    else:
        answer = sent(person, endpoint)
    told(answer, Code.INTERNAL)
    assert b"no such" not in answer.body
    assert any(getattr(record, "request_id", "") == "found-again-in-the-log" and record.exc_info for record in caplog.records)
