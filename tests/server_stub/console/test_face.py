"""What stands between an address and its handler: who asks from where, what comes back when something is refused or breaks."""

from typing import Any

import pytest
from litestar import Request

from contract.problems import Code
from server_stub.console.asked import Asked, Form
from server_stub.console.face import find
from server_stub.console.headers import CSP
from server_stub.console.icons import symbol
from server_stub.console.refused import SENTENCES, sentence
from server_stub.console.route import EVERYONE, Route
from server_stub.console.same_origin import is_from_here
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from tests.server_stub.console.conftest import Console

HERE = "127.0.0.1:8470"


def request(**headers: str) -> Request[Any, Any, Any]:
    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": HERE, **headers}.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": sent, "query_string": b"a=1&a=2&b=%F0"})  # type: ignore[typeddict-item, arg-type]


@pytest.mark.parametrize(
    ("headers", "from_here"),
    [
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "same-origin", "origin": "null"}, True),
        ({"sec_fetch_site": "same-origin", "origin": f"http://{HERE}"}, True),
        ({"origin": f"https://{HERE}"}, True),
        ({"sec_fetch_site": "same-origin", "origin": "https://evil.example"}, False),
        ({"sec_fetch_site": "cross-site", "origin": f"http://{HERE}"}, False),
        ({"sec_fetch_site": "none"}, False),
        ({"origin": "null"}, False),
        ({"origin": f"http://{HERE}.evil.example"}, False),
        ({"origin": "http://127.0.0.1:1"}, False),
        ({"origin": ""}, False),
        ({}, False),
    ],
)
def test_where_a_request_comes_from(headers: dict[str, str], from_here: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_from_here(request(**headers)) is from_here


async def nothing(_asked: Asked, _way: Way) -> Any:
    raise AssertionError


def test_parts_of_an_address() -> None:
    route = Route("GET", "/a.b/{one}/{rest:path}", "x", nothing, EVERYONE)
    assert route.match("/a.b/1/2/3") == {"one": "1", "rest": "2/3"}
    assert route.match("/aXb/1/2") is None
    assert route.match("/a.b/1") is None
    assert find("GET", "/sessions")[0] is not None
    assert find("POST", "/sessions")[::2] == (None, True)
    assert find("GET", "/nothing")[::2] == (None, False)


def test_every_code_has_a_sentence_of_its_own_in_both_languages() -> None:
    for language in ("en", "id"):
        asked = Asked(request(), "", None, language, "system")
        said = {code: sentence(asked, RefusalError(code, retry_after_s=90)) for code in Code}
        assert len({said[code] for code in SENTENCES}) == len(SENTENCES)
        assert all(text.endswith(".") for text in said.values())
        assert "2" in said[Code.TOO_MANY_TRIES]


def test_what_is_asked_is_read_leniently_where_nothing_hangs_on_it() -> None:
    asked = Asked(request(), "", None, "en", "system", {"number": "inc-7"})
    assert (asked.query("a"), asked.query("b"), asked.query("c", "none")) == ("2", "�", "none")
    assert asked.number() == "INC-000007"
    asked.parts = {"number": "INC-1 OR 1=1"}
    with pytest.raises(RefusalError):
        asked.number()
    form = Form({"n": ["1", "2"]})
    assert (form.get("n"), form.all("n"), form.get("x"), form.all("x")) == ("2", ("1", "2"), "", ())


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff\xfe=1", "application/x-www-form-urlencoded", 400),
        (b"csrf=%FF", "application/x-www-form-urlencoded", 400),
        (b"a=1&" * 600, "application/x-www-form-urlencoded", 400),
        (b"a" * 1_000_001, "application/x-www-form-urlencoded", 413),
        (b"{", "application/json", 403),
        (b"--x\r\n", "multipart/form-data; boundary=x", 403),
        (b"", "", 403),
    ],
)
def test_bodies_that_are_no_form(console: Console, body: bytes, kind: str, status: int) -> None:
    caller = console.sign_in("budi")
    headers = {**caller.cookie, "Accept": "text/html", "Content-Type": kind, "Sec-Fetch-Site": "same-origin"}
    assert console.served.call("POST", "/console/account", body, headers).status == status


@pytest.mark.parametrize(
    "cookie", ["sigap=", "sigap=%00", "sigap=" + "A" * 43, "sigap=" + "A" * 4000, "sigap=é", ";;;", "sigap=a; sigap=b"]
)
def test_cookies_that_nobody_was_given(console: Console, cookie: str) -> None:
    answer = console.served.call("GET", "/console/", None, {"Accept": "text/html", "Cookie": cookie.encode("utf-8").decode("latin-1")})
    assert answer.status == 303


@pytest.mark.parametrize(
    "query",
    ["view=x", "view=open&after=x", "view=open&after=AAAA", f"after={'A' * 5000}", "search=%00%FF%F0", f"search={'x' * 5000}", "view=%00"],
)
def test_queries_that_no_page_made(console: Console, query: str) -> None:
    assert console.sign_in("budi").get(f"/console/?{query}").status in {200, 404, 422}


def test_more_values_than_any_page_asks_with_are_refused_without_a_trace(console: Console) -> None:
    for caller, path in ((console.nobody(), "sign-in"), (console.sign_in("budi"), "")):
        assert caller.get(f"/console/{path}?{'a=1&' * 600}").status == 400


@pytest.mark.parametrize("numbers", ["INC-1,x", ",".join(str(number) for number in range(1, 300)), "'", "INC-000001;--"])
def test_numbers_that_are_none(console: Console, numbers: str) -> None:
    assert console.sign_in("budi").get(f"/console/queue/rows?numbers={numbers}").status == 422


def test_one_that_cannot_be_done_does_not_keep_the_others(console: Console) -> None:
    rina = console.served.person("Rina", "LT-1")
    number = rina.call("GET", f"/api/v1/tickets/{rina.ticket()}").json()["number"]
    caller = console.sign_in("budi")
    body = f"csrf={caller.csrf}&action=take&number={number}&number=INC-999999".encode()
    headers = {**caller.cookie, "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    told = console.served.call("POST", "/console/queue/handle", body, headers).json()
    assert told["done"] == [number]
    assert told["refused"]["INC-999999"].startswith("There is nothing here.")
    assert caller.post("/console/queue/handle", {"action": "delete", "number": number}).status == 422
    assert caller.post("/console/queue/handle", {"action": "take"}).status == 422


@pytest.mark.expects_log
def test_an_error_of_ours_is_a_page_with_a_reference_and_no_more(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the secret inside")

    caller = console.sign_in("budi")
    monkeypatch.setattr(type(console.served.backend.queue), "last", broken)
    answer = caller.get("/console/")
    assert answer.status == 500
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-request-id"] in answer.body.decode()
    assert b"the secret inside" not in answer.body
    told = caller.get("/console/", {"Accept": "*/*"}).json()
    assert told["sentence"].startswith("Something went wrong in the backend.")


def test_a_role_that_is_not_enough_is_told(console: Console) -> None:
    answer = console.sign_in("budi").get("/console/alarms")
    assert answer.status == 403
    assert b"This needs the role of a lead." in answer.body


def test_a_drawing_of_the_library_becomes_a_symbol() -> None:
    assert symbol("x", '<!-- a --><svg width="24"\n><path d="M0 0"/></svg>').startswith('<symbol id="x" viewBox="0 0 24 24" fill="none"')
    assert 'fill="currentColor"' in symbol("x-filled", "<svg><path/></svg>")
