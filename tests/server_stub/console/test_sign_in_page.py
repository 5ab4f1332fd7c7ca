"""Signing in and out over real HTTP and in a real browser: what a stranger, an older cookie, a stale tab and the back button get."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from server_stub.console.cookies import PLAIN, SECURE
from server_stub.settings.rows import Settings
from server_stub.store.accounts import Role
from server_stub.store.tables import web_sessions
from tests.server_stub.console.conftest import NARROW, PASSWORD, Caller, Console, SignIn, Watched, scrolls_sideways, serious
from tests.server_stub.served import Answer, serving


def sign_in(console: Console, password: str = PASSWORD, cookie: str = "", **form: str) -> Answer:
    return Caller(console, cookie, "", "").post("/console/sign-in", {"login": "budi", "password": password, **form})


def secret_in(answer: Answer, name: str = PLAIN) -> str:
    found = re.match(rf"{name}=([^;]*);", answer.headers["set-cookie"])
    assert found is not None
    return found[1]


def test_a_session_is_a_cookie_that_scripts_and_other_sites_never_get(console: Console) -> None:
    answer = sign_in(console)
    assert (answer.status, answer.headers["location"]) == (303, "/console/")
    assert answer.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert Caller(console, secret_in(answer), "", "").get("/console/").status == 200


def test_over_https_the_cookie_is_for_this_host_and_https_alone(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(trusted_proxies=("127.0.0.1",))) as served:
        served.backend.accounts.add("budi", "Budi", Role.TECHNICIAN, password=PASSWORD)
        console, headers = Console(served), {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.2.3"}
        answer = console.nobody().post("/console/sign-in", {"login": "budi", "password": PASSWORD}, headers)
        assert answer.headers["set-cookie"].startswith(f"{SECURE}=")
        assert "; Secure; " in answer.headers["set-cookie"]
        secret = secret_in(answer, SECURE)
        assert console.nobody().get("/console/", {**headers, "Cookie": f"{SECURE}={secret}"}).status == 200
        # What a page of plain http could have planted under the other name counts for nothing.
        assert console.nobody().get("/console/", {**headers, "Cookie": f"{PLAIN}={secret}"}).status == 303
        assert [one.address for one in served.backend.web_sessions.list(served.backend.accounts.all()[0].id)] == ["10.1.2.3"]


def test_a_cookie_planted_before_is_never_the_session(console: Console) -> None:
    planted = "A" * 43
    answer = sign_in(console, cookie=planted)
    assert secret_in(answer) != planted
    assert Caller(console, planted, "", "").get("/console/").status == 303
    again = sign_in(console, cookie=secret_in(answer))
    assert secret_in(again) != secret_in(answer)
    assert Caller(console, secret_in(answer), "", "").get("/console/").status == 303, "the session before it has ended"


def test_a_wrong_password_says_the_same_as_an_unknown_name(console: Console) -> None:
    wrong = sign_in(console, "not the password at all")
    unknown = sign_in(console, login="nobody-here")
    assert (wrong.status, unknown.status) == (403, 403)
    for answer in (wrong, unknown):
        assert "This name and password don&#39;t belong together." in answer.body.decode()
        assert "set-cookie" not in answer.headers
        assert PASSWORD not in answer.body.decode()


def test_too_many_tries_are_told_with_the_wait(tmp_path: Path) -> None:
    with serving(tmp_path, Settings(sign_in_tries=2)) as served:
        console = Console(served)
        for _ in range(2):
            assert sign_in(console, "wrong wrong wrong").status == 403
        answer = sign_in(console, "wrong wrong wrong", language="id")
        assert answer.status == 429
        assert re.search(r"Terlalu banyak percobaan\. Anda bisa masuk lagi 1[45] menit lagi\.", answer.body.decode())


def test_the_way_on_leads_where_somebody_wanted_to_go_and_nowhere_else(console: Console) -> None:
    to_ticket = console.nobody().get("/console/tickets/INC-000001?a=b&c=%22")
    assert to_ticket.headers["location"] == "/console/sign-in?next=/console/tickets/INC-000001%3Fa%3Db%26c%3D%2522"
    assert sign_in(console, next="/console/?view=all").headers["location"] == "/console/?view=all"
    for elsewhere in ("https://evil.example/", "//evil.example", "/api/v1/about", "/console/\r\nX: y"):
        assert sign_in(console, next=elsewhere).headers["location"] == "/console/"
        form = console.nobody().get("/console/sign-in?next=https%3A%2F%2Fevil.example%2F")
        assert b"evil.example" not in form.body


def test_signing_out_ends_it_everywhere(console: Console) -> None:
    caller = console.sign_in("budi")
    answer = caller.post("/console/sign-out")
    assert (answer.status, answer.headers["location"]) == (303, "/console/sign-in?left=yes")
    assert answer.headers["set-cookie"] == f"{PLAIN}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    assert caller.get("/console/").status == 303


def test_what_was_written_in_a_session_that_has_ended_is_given_back(console: Console) -> None:
    caller = console.sign_in("budi")
    console.served.backend.web_sessions.end(caller.session_id)
    answer = caller.post("/console/tickets/INC-000001/say", {"text": "Hours of <b>work</b>", "kind": "public"})
    assert answer.status == 401
    assert "Hours of &lt;b&gt;work&lt;/b&gt;</textarea>" in answer.body.decode()
    foreign = caller.post("/console/tickets/INC-000001/say", {"text": "Somebody else's"}, {"Sec-Fetch-Site": "cross-site"})
    assert b"Somebody else" not in foreign.body


@pytest.mark.parametrize("part", ["created", "last_seen"])
def test_a_session_ends_by_itself(console: Console, part: str) -> None:
    caller = console.sign_in("budi")
    old = datetime.now(UTC) - timedelta(hours=13 if part == "created" else 1)
    change = update(web_sessions).where(web_sessions.c.id == caller.session_id).values({part: old})
    console.served.backend.store.write(lambda work: work.connection.execute(change) and None)
    assert caller.get("/console/").status == 303
    assert caller.get("/console/session", {"Accept": "*/*"}).status == 401


def test_a_page_that_only_asks_for_news_does_not_keep_a_session_alive(console: Console) -> None:
    caller = console.sign_in("budi")
    store = console.served.backend.store
    before = datetime.now(UTC) - timedelta(minutes=5)
    change = update(web_sessions).where(web_sessions.c.id == caller.session_id).values(last_seen=before)

    def last_seen() -> datetime:
        found = console.served.backend.web_sessions.list(account)
        return next(one.last_seen for one in found if one.id == caller.session_id)

    signed_in = console.served.backend.web_sessions.who(caller.secret, active=False)
    assert signed_in is not None
    account = signed_in.account.id
    store.write(lambda work: work.connection.execute(change) and None)
    for path in ("/console/queue/counts", "/console/session", "/console/queue/rows?numbers="):
        assert caller.get(path).status == 200
    assert last_seen() == before
    assert caller.get("/console/").status == 200
    store.write(lambda _work: None)  # whatever was noted meanwhile is on disk
    assert last_seen() > before


def test_the_page_notices_and_keeps_what_was_typed(console: Console, signed_in: SignIn, watching: Watched) -> None:
    page = signed_in("")
    page.goto("/console/?view=all")
    page.get_by_label("Name").fill("Budi")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Show the password").click()
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("type", "text")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/console/?view=all")
    expect(page.locator("#live")).to_have_text("Live")
    page.get_by_role("searchbox").fill("half a thought")
    (cookie,) = page.context.cookies()
    found = console.served.backend.web_sessions.who(str(cookie.get("value")))
    assert found is not None
    console.served.backend.web_sessions.end(found.session_id)
    strip = page.locator("#strips")
    expect(strip).to_contain_text("You were signed out. What you typed is still here.")
    with page.context.expect_page() as opened:
        strip.get_by_role("link", name="Sign in in a new tab").click()
    tab = opened.value
    tab.get_by_label("Name").fill("budi")
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/console/")
    tab.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(strip).to_be_empty()
    expect(page.locator("#live")).to_have_text("Live")
    expect(page.get_by_role("searchbox")).to_have_value("half a thought")
    watching.forgive("401 (Unauthorized)")
    watching.forgive("net::ERR_INCOMPLETE_CHUNKED_ENCODING")


def test_the_back_button_shows_nothing_after_signing_out(signed_in: SignIn) -> None:
    page = signed_in()
    page.goto("/console/sessions")
    page.locator(".rail .account").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in?left=yes")
    page.go_back()
    page.wait_for_url("**/console/sign-in**")
    expect(page.get_by_role("heading")).to_have_text("Sigap for technicians")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_in_reach_of_everybody(signed_in: SignIn, scheme: str, watching: Watched) -> None:
    page = signed_in("", color_scheme=scheme, viewport=NARROW, locale="id-ID")
    page.goto("/console/sign-in?left=yes")
    expect(page.get_by_label("Nama")).to_be_focused()
    assert serious(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("link", name="English").click()
    page.get_by_label("Name").fill("budi")
    page.get_by_label("Password", exact=True).fill("not this one, surely")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This name and password don't belong together.")
    expect(page.get_by_label("Name")).to_have_value("budi")
    assert serious(page) == []
    watching.forgive("403 (Forbidden)")
