"""Malformed and hostile requests: a clear refusal or stored as it is, never an error of ours, and in bounded time."""

import contextlib
import http.client
from collections.abc import Iterator

import msgspec
import pytest

from contract.ids import new_id
from tests.server_stub.served import Answer, Person, Served

GOOD = b'{"subject":"S","written":"2026-03-01T08:30:00Z"}'
JSON = {"Content-Type": "application/json"}


def put(person: Person, body: bytes, headers: dict[str, str] | None = None) -> Answer:
    return person.call("PUT", f"/api/v1/tickets/{new_id()}", body, JSON if headers is None else headers)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"hello",
        GOOD + b" x",
        GOOD + GOOD,
        b"\xef\xbb\xbf" + GOOD,
        GOOD.decode().encode("utf-16"),
        GOOD.decode().encode("utf-32"),
        GOOD.replace(b"S", b"\xff"),
        GOOD.replace(b"S", b"\xed\xa0\x80"),
        GOOD.replace(b"S", b"\\ud800"),
        GOOD.replace(b"S", b"\\ud800 and on"),
        GOOD.replace(b"S", b"\\udc00\\ud800"),
        GOOD.replace(b"S", b"a\x00b"),
        GOOD.replace(b"S", b"\\x"),
        b'{"subject":NaN}',
        b'{"subject":"S","written":Infinity}',
        GOOD.replace(b"{", b'{"details":' + b"[" * 100_000),
        b"[" * 1_000_000,
        b'{"diagnostics":' * 100_000,
    ],
    ids=range(20),
)
def test_what_is_not_json_is_a_bad_request(ana: Person, body: bytes) -> None:
    answer = put(ana, body)
    assert answer.status in {400, 422}, answer
    assert answer.problem().code in {"bad-request", "invalid"}


FACT = b'{"group":"g","name":"n","value":VALUE}'
WITH_FACT = GOOD[:-1] + b',"diagnostics":{"facts":[' + FACT + b'],"collected":"2026-03-01T08:30:00Z","took_s":1}}'


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"null", None),
        (b"[]", None),
        (b'"text"', None),
        (GOOD.replace(b'"S"', b"null"), "subject"),
        (GOOD.replace(b'"S"', b"5"), "subject"),
        (GOOD.replace(b'"S"', b'["S"]'), "subject"),
        (GOOD.replace(b'"S"', b'""'), "subject"),
        (GOOD.replace(b'"S"', b'" \\t\\n "'), "subject"),
        (GOOD.replace(b"S", b"x" * 1_000_000), "subject"),
        (GOOD.replace(b"S", b"a\\u0000b"), "subject"),
        (GOOD.replace(b"{", b'{"owner":"root",'), "owner"),
        (GOOD.replace(b"{", b'{"subject":"T",'), "subject"),
        (b'{"written":"2026-03-01T08:30:00Z"}', "subject"),
        (GOOD.replace(b"2026-03-01", b"2026-13-01"), "written"),
        (GOOD.replace(b"2026-03-01T08:30:00Z", b"yesterday"), "written"),
        (GOOD.replace(b"{", b'{"impact":"everybody",'), "impact"),
        (GOOD.replace(b"{", b'{"attachments":{},'), "attachments"),
        (GOOD.replace(b"{", b'{"attachments":[{"upload":"../x"}],'), "attachments[0].upload"),
        (WITH_FACT.replace(b"VALUE", b"1e400"), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b"9" * 400), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b"9223372036854775808"), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b"-99999999999999999999"), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b'1,"colour":2'), "diagnostics.facts[0].colour"),
        (WITH_FACT.replace(b'"took_s":1', b'"took_s":1,"more":{}').replace(b"VALUE", b"1"), "diagnostics.more"),
        (WITH_FACT.replace(b"VALUE", b'1,"value":2'), "value"),
        (WITH_FACT.replace(b"VALUE", b"null"), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b"[1]"), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b'"a\\u0000"'), "diagnostics.facts[0].value"),
        (WITH_FACT.replace(b"VALUE", b"1").replace(b'"took_s":1', b'"took_s":1e999'), "diagnostics.took_s"),
    ],
)
def test_a_wrong_value_is_refused_with_the_path_of_its_field(ana: Person, body: bytes, field: str | None) -> None:
    problem = put(ana, body).problem()
    assert (problem.status, problem.field) == (422, field), problem


def test_a_number_of_three_megabytes_costs_no_time(ana: Person) -> None:
    assert put(ana, WITH_FACT.replace(b"VALUE", b"9" * 3_000_000)).status in {400, 422}
    assert put(ana, WITH_FACT.replace(b"VALUE", b"0." + b"1" * 3_000_000)).status in {201, 400, 422}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "application/jsonx"},
        {**JSON, "Content-Encoding": "gzip"},
    ],
    ids=str,
)
def test_another_media_type_is_a_bad_request(ana: Person, headers: dict[str, str]) -> None:
    assert put(ana, GOOD, headers).problem().code == "bad-request"


NAUGHTY = [
    "undefined null NaN true 0 -1 1e100",
    "'; DROP TABLE tickets; --",
    '"><script>alert(1)</script>',
    "../../../etc/passwd",
    "=cmd|'/c calc'!A1",
    "\u202etxt.exe\u202c \u200b\u2060\ufeff",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "👩‍👩‍👧‍👦 🇮🇩 𝕳𝖊𝖑𝖑𝖔",
    'line\r\nHTTP/1.1 200 OK\r\n\r\n{"level":"info"}',
    "\x1b[31mred\x07\x7f\x85\u2028",
    "%s %n {0} ${jndi:ldap://x} {{7*7}}",
    "e\u0301 versus \u00e9",
    "\ufffe\uffff\U0010ffff",
]


@pytest.mark.parametrize("said", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_strings_are_kept_as_they_are(ana: Person, said: str) -> None:
    fact = {"group": said, "name": said, "value": said, "unit": said}
    words = dict.fromkeys(("subject", "details", "category", "telephone", "place"), said)
    checked = {"facts": [fact], "not_collected": [], "collected": "2026-03-01T01:30:00Z", "took_s": 1.0}
    ref = ana.upload(b"x", said)
    ticket_id = ana.ticket(**words, diagnostics=checked, attachments=[ref])
    got = ana.call("GET", f"/api/v1/tickets/{ticket_id}").json()
    assert {name: got[name] for name in words} == words
    assert got["diagnostics"]["facts"] == [fact]
    assert got["attachments"][0]["name"] == said
    file = ana.call("GET", f"/api/v1/tickets/{ticket_id}/attachments/{got['attachments'][0]['id']}")
    assert (file.status, file.body) == (200, b"x")
    assert ana.put_message(ticket_id, new_id(), text=said).status == 201


@pytest.mark.parametrize(
    "ticket_id",
    ["x", "0", "..%2f..%2fetc", "%00", "01A20CAC-ED37-704A-A5F9-3280C485445B", "01a20caced37704aa5f93280c485445b", "%c3%bc", "a" * 5000],
)
def test_an_id_that_is_none(ana: Person, ticket_id: str) -> None:
    path = f"/api/v1/tickets/{ticket_id}"
    put_answer = ana.call("PUT", path, GOOD, JSON)
    assert put_answer.status in {404, 422}, put_answer
    assert ana.call("GET", path).problem().code == "not-found"
    assert ana.call("GET", f"{path}/attachments/{ticket_id}").problem().code == "not-found"


def test_a_body_without_an_end_is_cut_off_at_the_limit(ana: Person) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(200):
            yield b" " * 65_536

    connection = http.client.HTTPConnection("127.0.0.1", ana.served.port, timeout=30)
    headers = {**JSON, "Authorization": f"Bearer {ana.token}", "Transfer-Encoding": "chunked"}
    connection.request("PUT", f"/api/v1/tickets/{new_id()}", endless(), headers, encode_chunked=True)
    reply = connection.getresponse()
    assert reply.status == 413
    assert msgspec.json.decode(reply.read())["code"] == "too-large"
    connection.close()


@pytest.mark.expects_log
def test_headers_are_bounded(ana: Person) -> None:
    with contextlib.suppress(ConnectionError):  # it may be cut off before all of it was sent
        assert ana.call("GET", "/api/v1/feed", None, {"X-Long": "x" * 2_000_000}).status == 400
    assert ana.call("GET", "/api/v1/feed").status == 200


def test_forwarded_addresses_are_not_believed(served: Served) -> None:
    ana = served.person()
    for n in range(ana.served.backend.settings.code_tries):
        ana.extra["X-Forwarded-For"] = f"10.1.2.{n}"
        assert Person(ana.served, new_id(), ana.token[:-1] + "A", "Eve", "PC", ana.extra).enrol("2222-2222").status == 403
    wrong = Person(ana.served, new_id(), ana.token[:-1] + "A", "Eve", "PC", {"X-Forwarded-For": "10.9.9.9"}).enrol("2222-2222")
    assert wrong.problem().code == "too-many-tries"


def test_a_request_id_is_taken_when_it_is_sane(ana: Person) -> None:
    assert ana.call("GET", "/health", None, {"X-Request-Id": "0190-abc_DEF.9"}).headers["x-request-id"] == "0190-abc_DEF.9"
    for wild in ("short", "x" * 65, "has space in it", '{"level":"info"}', "abcdefgh\tx"):
        given = ana.call("GET", "/health", None, {"X-Request-Id": wild}).headers["x-request-id"]
        assert given != wild
        assert len(given) == 36
