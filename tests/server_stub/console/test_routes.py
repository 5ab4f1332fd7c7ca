"""Every address with everybody who may come to it: nobody, a technician, a lead. An address without a row here fails."""

import http.client
from dataclasses import dataclass

import pytest

from server_stub.console.pages import own_path
from server_stub.console.route import Route
from server_stub.console.routes import ROUTES
from server_stub.store.accounts import Role
from tests.server_stub.console.conftest import Caller, Console

HASH, ID = "0" * 16, "01890000-0000-7000-8000-000000000001"
PARTS = {
    "hash": HASH,
    "name": "console.css",
    "account": ID,
    "session": ID,
    "alarm": ID,
    "number": "INC-999999",
    "file": ID,
    "kind": "public",
    "language": "en",
}
"""What stands in the addresses: things that aren't there, so that nothing is changed by asking."""


@dataclass(frozen=True)
class Row:
    """`lets_in` is what the address answers to whom it lets in, asked for what isn't there, with an empty form."""

    nobody: bool
    technician: bool
    lead: bool
    lets_in: tuple[int, ...]


PUBLIC, ALL, LEADS = (True, True, True), (False, True, True), (False, False, True)
ROWS = {
    "static-file": Row(*PUBLIC, (404,)),
    "sign-in-page": Row(*PUBLIC, (200, 303)),
    "sign-in": Row(*PUBLIC, (403, 429)),
    "sign-out": Row(*ALL, (303,)),
    "keep-preferences": Row(*ALL, (422,)),
    "session": Row(*ALL, (200,)),
    "face": Row(*ALL, (404,)),
    "sessions": Row(*ALL, (200,)),
    "end-session": Row(*ALL, (404,)),
    "end-other-sessions": Row(*ALL, (303,)),
    "live-events": Row(*ALL, (200,)),
    "queue": Row(*ALL, (200,)),
    "queue-more": Row(*ALL, (200,)),
    "queue-rows": Row(*ALL, (200,)),
    "queue-counts": Row(*ALL, (200,)),
    "queue-handle": Row(*ALL, (422,)),
    "ticket": Row(*ALL, (404,)),
    "ticket-parts": Row(*ALL, (404,)),
    "ticket-take": Row(*ALL, (404,)),
    "ticket-release": Row(*ALL, (404,)),
    "ticket-resolve": Row(*ALL, (404,)),
    "ticket-reopen": Row(*ALL, (404,)),
    "ticket-read": Row(*ALL, (404,)),
    "ticket-presence": Row(*ALL, (400, 404, 422)),
    "ticket-say": Row(*ALL, (404, 422)),
    "ticket-drafts": Row(*ALL, (404,)),
    "ticket-draft": Row(*ALL, (400, 404, 422)),
    "ticket-file": Row(*ALL, (404,)),
    "ticket-draft-file": Row(*ALL, (404,)),
    "ticket-file-add": Row(*ALL, (400, 404, 422)),
    "ticket-file-remove": Row(*ALL, (404,)),
    "assist-before": Row(*ALL, (404,)),
    "assist-ask": Row(*ALL, (400, 404, 422)),
    "assist": Row(*ALL, (404,)),
    "assist-now": Row(*ALL, (404,)),
    "assist-said": Row(*ALL, (404,)),
    "assist-reveal": Row(*ALL, (400, 404, 422)),
    "assist-code": Row(*ALL, (400, 404, 422)),
    "assist-withdraw": Row(*ALL, (404,)),
    "assist-end": Row(*ALL, (404,)),
    "assist-words-differ": Row(*ALL, (404,)),
    "assist-words": Row(*ALL, (200,)),
    "alarms": Row(*LEADS, (200,)),
    "alarm-seen": Row(*LEADS, (404,)),
}

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert sorted(route.name for route in ROUTES) == sorted(ROWS)


def test_no_two_addresses_are_the_same() -> None:
    assert len({(route.method, route.path) for route in ROUTES}) == len(ROUTES)


def address(route: Route) -> str:
    path = f"/console{route.path}"
    for name, value in PARTS.items():
        path = path.replace(f"{{{name}}}", value)
    assert "{" not in path, f"{route.name}: what stands for a part of {path} is not known here"
    return path


KNOWN: dict[tuple[int, str], Caller] = {}


def somebody(console: Console, who: str) -> Caller:
    """Signed in once for all rows, and again where an address ended that."""
    if who == "nobody":
        return console.nobody()
    key = (console.served.port, who)
    if key not in KNOWN or console.served.backend.web_sessions.who(KNOWN[key].secret) is None:
        KNOWN[key] = console.sign_in({"technician": "budi", "lead": "dewi"}[who])
    return KNOWN[key]


def answered(caller: Caller, route: Route, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """Status and headers, of a stream too."""
    if route.name != "live-events":
        answer = caller.get(address(route), headers) if route.method == "GET" else caller.post(address(route), headers=headers)
        return answer.status, dict(answer.headers)
    connection = http.client.HTTPConnection("127.0.0.1", caller.console.served.port, timeout=10)
    connection.request("GET", address(route), headers={**caller.cookie, "Accept": "text/event-stream", **(headers or {})})
    reply = connection.getresponse()
    found = reply.status, {name.lower(): value for name, value in reply.getheaders()}
    connection.close()
    return found


@pytest.mark.parametrize("who", ["nobody", *(role.value for role in Role)])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_who_may_come_in(console: Console, route: Route, who: str) -> None:
    row = ROWS[route.name]
    caller = somebody(console, who)
    status, headers = answered(caller, route)
    if getattr(row, who):
        assert status in row.lets_in
    elif who != "nobody":
        assert status == 403
    elif route.method == "GET" and route.name != "live-events":
        assert (status, headers["location"].partition("?")[0]) == (303, "/console/sign-in")
    else:
        assert status == 401
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("route", [route for route in ROUTES if route.method == "POST"], ids=lambda route: route.name)
def test_nothing_is_done_for_another_page(console: Console, route: Route) -> None:
    caller = somebody(console, "lead")
    wrong = Caller(console, caller.secret, "another-session's-word", caller.session_id)
    none = Caller(console, caller.secret, "", caller.session_id)
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    ):
        assert caller.post(address(route), headers=headers).status == 403, headers
    if route.roles is not None:
        assert wrong.post(address(route)).status == 403
        assert none.post(address(route)).status == 403
        assert wrong.post(address(route), headers={"X-CSRF": "another-session's-word", "Content-Type": "application/json"}).status == 403
    assert [one.id for one in console.served.backend.web_sessions.list(account_of(console, caller))]


def account_of(console: Console, caller: Caller) -> str:
    found = console.served.backend.web_sessions.who(caller.secret)
    assert found is not None, "the session was ended by a request from elsewhere"
    return found.account.id


def test_a_browser_that_says_nothing_of_its_origin_changes_nothing(console: Console) -> None:
    caller = console.sign_in("budi")
    answer = console.served.call(
        "POST",
        "/console/sessions/end-others",
        f"csrf={caller.csrf}".encode(),
        {**caller.cookie, "Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status == 403


@pytest.mark.parametrize(
    "path", ["/console/nothing", "/console/tickets/INC-999999/nothing", "/console/static/x", "/console/queue/", "/console//"]
)
def test_unknown_addresses(console: Console, path: str) -> None:
    outside = console.nobody().get(path)
    assert (outside.status, outside.headers["location"].partition("?")[0]) == (303, "/console/sign-in")
    assert console.nobody().get(path, {"Accept": "*/*"}).status == 401
    inside = console.sign_in("budi").get(path)
    assert inside.status == 404
    assert inside.headers["x-request-id"] in inside.body.decode()
    assert b"There is nothing here." in inside.body


def test_a_method_that_an_address_does_not_know(console: Console) -> None:
    assert console.sign_in("budi").get("/console/sign-out").status == 405
    assert console.sign_in("budi").post("/console/sessions").status == 405


def test_the_beginnings_lead_to_the_page(console: Console) -> None:
    for path in ("/", "/console"):
        answer = console.nobody().get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/console/")
    assert console.served.call("GET", "/consolation").status == 404
    assert console.served.call("GET", "/health").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/",
        "//evil.example/console/",
        "/\\evil.example",
        "/console/\\evil",
        "/console/../api",
        "/console/%2e%2E/api",
        "javascript:alert(1)",
        "/consoleevil",
        "/api/v1/tickets",
        "/console/\r\nSet-Cookie: a=b",
        "/console/é",
        "",
    ],
)
def test_the_way_on_stays_in_the_page(path: str) -> None:
    assert own_path(path) == "/console/"


def test_the_way_on_within_the_page_is_kept() -> None:
    assert own_path("/console/?view=all&search=a%20b") == "/console/?view=all&search=a%20b"
