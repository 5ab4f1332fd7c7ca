"""Remote help as a technician lives it in Chromium, with the employee's client played over the real HTTP API."""

import hashlib
import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from contract.assist_words import word_list
from contract.ids import new_id
from tests.server_stub.console.conftest import NARROW, WIDE, Console, SignIn, Watched, scrolls_sideways, serious
from tests.server_stub.console.employee import Employee, encoded, public
from tests.server_stub.console.technician import new_key, number_of
from tests.server_stub.served import Person

SESSION = re.compile(r".*/console/assist/[0-9a-f-]{36}$")


@pytest.fixture
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


@pytest.fixture
def number(rina: Person) -> str:
    return number_of(rina, rina.ticket(subject="Labels do not print", details="Since this morning.", telephone="4417"))


@pytest.fixture
def alarms(console: Console) -> Iterator[None]:
    """Those of this test are confirmed at its end, so that no other one sees them."""
    yield
    backend = console.served.backend
    dewi = backend.web_sessions.who(console.sign_in("dewi").secret)
    assert dewi is not None
    for alarm in backend.assist.alarms():
        backend.assist.confirm_alarm(dewi.account, alarm.id)


def ask(page: Page, number: str) -> str:
    """From the ticket's page of remote help to the session's; its id."""
    page.goto(f"/console/tickets/{number}/assist")
    page.click("#ask-button")
    page.wait_for_url(SESSION)
    return page.url.rpartition("/")[2]


def words_on(page: Page) -> tuple[str, str]:
    expect(page.locator('[data-slot="words"]')).to_be_visible()
    return page.inner_text('[data-word="0"]'), page.inner_text('[data-word="1"]')


def soon(told: Callable[[], object]) -> None:
    """Waits for what the page does by itself."""
    end = time.monotonic() + 10
    while not told():
        assert time.monotonic() < end
        time.sleep(0.05)


def agreed(page: Page, person: Person, number: str) -> Employee:
    employee = Employee(person, ask(page, number))
    employee.send_key()
    words_on(page)
    soon(lambda: employee.now().technician_key)
    return employee


def title(page: Page, words: str) -> None:
    expect(page.locator("#assist-title")).to_contain_text(words)


def kept(page: Page) -> int:
    """How many key pairs the browser holds."""
    return int(
        page.evaluate(
            """new Promise((done) => {
              const request = indexedDB.open("sigap-assist", 1);
              request.onsuccess = () => {
                const count = request.result.transaction("pairs").objectStore("pairs").count();
                count.onsuccess = () => { request.result.close(); done(count.result); };
              };
            })"""
        )
    )


@pytest.fixture
def words_in_indonesian(console: Console) -> Iterator[None]:
    settings = console.served.backend.settings
    object.__setattr__(settings, "words_language", "id")
    yield
    object.__setattr__(settings, "words_language", "en")


def test_from_asking_to_the_receipt(signed_in: SignIn, rina: Person, number: str, words_in_indonesian: None) -> None:
    page = signed_in()
    page.goto(f"/console/tickets/{number}/assist")
    page.check('[name="control"]')
    page.click("#ask-button")
    page.wait_for_url(SESSION)
    employee = Employee(rina, page.url.rpartition("/")[2])
    expect(page.locator('[data-slot="waiting"]')).to_be_visible()
    expect(page.locator("[data-left-s]")).to_have_text(re.compile(r"^[45]:\d\d left$"))
    expect(page.locator("#differ-open")).to_be_hidden()
    assert employee.now().wanted == ("view", "control")
    employee.send_key()
    words = words_on(page)
    soon(lambda: employee.now().technician_key)
    assert employee.words() == words
    assert set(words) <= set(word_list("id"))
    page.reload()
    assert words_on(page) == words
    page.go_back()
    expect(page.locator(".assist-why")).to_contain_text("under way on this ticket")
    page.click("text=Go to the session")
    assert words_on(page) == words

    employee.consent()
    title(page, "Rina Wijaya allowed it")
    employee.step("starting")
    employee.send_code("123456789")
    expect(page.locator("[data-code]")).to_have_text("123456789")
    expect(page.locator("[data-open]")).to_have_attribute("href", "anydesk:123456789")
    employee.step("running")
    title(page, "is running")
    expect(page.locator("[data-code]")).to_have_text("123456789")
    assert kept(page) == 1
    employee.step("ended", "stopped")
    title(page, "is over")
    expect(page.locator(".receipt")).to_contain_text("Rina ended it.")
    expect(page.locator("[data-code]")).to_have_count(0)
    soon(lambda: kept(page) == 0)


def test_a_code_that_is_not_the_tools_is_text_and_no_link(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    employee.run()
    for hostile in (
        "--install",
        "javascript:alert(1)",
        "123456789;calc",
        "<img src=//evil.example onerror=alert(1)>",
        "//evil.example",
        "1" * 300,
    ):
        employee.send_code(hostile)
        expect(page.locator("[data-code]")).to_have_text(hostile)
        expect(page.locator('[data-slot="odd"]')).to_be_visible()
        expect(page.locator("[data-open]")).to_be_hidden()
        assert page.locator("[data-open]").get_attribute("href") is None
    employee.send_code("12\u202e345\u00006789\n")
    expect(page.locator("[data-code]")).to_have_text("12\ufffd345\ufffd6789\ufffd")
    employee.person.call("PUT", f"/api/v1/assist/{employee.session}/code", {"code": "A" * 60})
    expect(page.locator('[data-slot="unreadable"]')).to_be_visible()
    employee.send_code("1234567890")
    expect(page.locator("[data-open]")).to_have_attribute("href", "anydesk:1234567890")


def test_a_tool_of_the_company_has_text_and_may_need_a_code_from_here(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    employee.run("gudang-vnc", "<b>Gudang VNC</b>")
    page.fill("#send-code input", "over here 42")
    employee.send_code("-8 letters; $(id)")
    expect(page.locator("[data-code]")).to_have_text("-8 letters; $(id)")
    expect(page.locator("[data-open]")).to_be_hidden()
    employee.send_code("another")
    expect(page.locator("[data-code]")).to_have_text("another")
    assert page.input_value("#send-code input") == "over here 42", "what is typed outlives what happens meanwhile"
    expect(page.locator("#send-code input")).to_be_focused()
    page.click("#send-code button")
    expect(page.locator('[data-slot="sent"]')).to_be_visible()
    assert employee.code() == "over here 42"
    page.reload()
    expect(page.locator("[data-code]")).to_have_text("another")
    expect(page.locator("#send-code")).to_be_hidden()
    # Error numbers such as 0x00000709 are read as they are.
    assert page.evaluate("getComputedStyle(document.body).fontFeatureSettings") == '"calt" 0'


def test_quick_assists_code_goes_from_here_sealed(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    employee.run("quick-assist", "Quick Assist")
    page.fill("#send-code input", "12345")
    page.click("#send-code button")
    expect(page.locator('[data-slot="made-odd"]')).to_be_visible()
    page.fill("#send-code input", "a1b 2c3")
    page.click("#send-code button")
    expect(page.locator('[data-slot="sent"]')).to_be_visible()
    assert employee.code() == "A1B2C3"


def test_words_that_differ_end_everything_and_alarm_every_lead_at_once(signed_in: SignIn, rina: Person, number: str, alarms: None) -> None:
    lead, other, page = signed_in("dewi"), signed_in("dewi"), signed_in("budi")
    lead.goto("/console/")
    other.goto("/console/sessions")
    expect(lead.locator(".alarm")).to_have_count(0)
    employee = agreed(page, rina, number)
    page.click("#differ-open")
    page.click("text=Say them again")
    assert employee.now().end is None
    page.click("#differ-open")
    page.click("#differ-sure")
    title(page, "is over")
    assert employee.now().end == "words-differ"
    for one in (lead, other):
        expect(one.locator(".alarm")).to_contain_text("Budi Santoso says that the two words differ from those of Rina Wijaya.")
    assert serious(lead) == []
    expect(page.locator(".alarm")).to_have_count(0)
    lead.click("[data-alarm]")
    for one in (lead, other):
        expect(one.locator(".alarm")).to_have_count(0)


class InBetween:
    """A backend that lies: it swaps every key and promise for its own, on the way to the page and back."""

    def __init__(self, page: Page) -> None:
        self.key = new_key()
        self.mine = {"key": encoded(public(self.key)), "promise": hashlib.sha256(public(self.key)).hexdigest()}
        self.page: dict[str, str] = {}
        page.route("**/console/tickets/*/assist", self.asking)
        page.route(re.compile(r".*/console/assist/[0-9a-f-]{36}(/now)?$"), self.telling)
        page.route("**/reveal", self.revealing)

    def asking(self, route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        self.page["promise"] = route.request.post_data_json["commitment"]
        route.continue_(post_data=(route.request.post_data or "").replace(self.page["promise"], self.mine["promise"]))

    def telling(self, route: Route) -> None:
        answer = route.fetch(max_redirects=0)
        body = answer.text().replace(self.mine["promise"], self.page["promise"]).replace(self.mine["key"], self.page.get("key", "-"))
        route.fulfill(response=answer, body=re.sub(r'("clientKey": *")[^"]+"', rf'\g<1>{self.mine["key"]}"', body))

    def revealing(self, route: Route) -> None:
        self.page["key"] = route.request.post_data_json["key"]
        route.continue_(post_data=(route.request.post_data or "").replace(self.page["key"], self.mine["key"]))


def test_somebody_in_between_makes_the_words_differ(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    InBetween(page)
    employee = agreed(page, rina, number)
    assert words_on(page) != employee.words()
    page.unroute_all(behavior="wait")


def test_a_backend_that_tries_other_keys_afterwards_gets_no_words(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    genuine, forged = encoded(public(employee.key)), encoded(public(new_key()))

    def lie(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(genuine, forged))

    page.route(re.compile(r".*/console/assist/[0-9a-f-]{36}(/now)?$"), lie)
    page.reload()
    expect(page.locator('[data-slot="changed"]')).to_be_visible()
    expect(page.locator('[data-slot="words"]')).to_be_hidden()
    expect(page.locator("#differ-open")).to_be_visible()
    page.unroute_all(behavior="wait")


def test_another_browser_a_second_tab_and_another_technician(console: Console, signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    second = page.context.new_page()
    second.goto(page.url)
    assert words_on(second) == words_on(page)
    elsewhere = signed_in("budi")
    elsewhere.goto(page.url)
    expect(elsewhere.locator('[data-slot="elsewhere"]')).to_be_visible()
    expect(elsewhere.locator('[data-slot="words"]')).to_be_hidden()
    other = signed_in("dewi")
    other.goto(page.url)
    expect(other.locator(".assist-why")).to_contain_text("Only Budi Santoso sees the words and the code.")
    assert other.locator("#assist button").count() == 0
    elsewhere.click("#withdraw")
    for one in (page, second, elsewhere, other):
        title(one, "is over")
        expect(one.locator(".receipt")).to_contain_text("Budi Santoso withdrew the request.")
    assert employee.now().state == "withdrawn"


def test_words_that_were_written_down_are_warned_of(signed_in: SignIn, rina: Person, console: Console) -> None:
    ticket = rina.ticket()
    page = signed_in()
    agreed(page, rina, number_of(rina, ticket))
    words = words_on(page)
    rina.put_message(ticket, new_id(), text=f"Is it {words[0].title()}, then {words[1]}?")
    expect(page.locator('[data-when="written"]')).to_be_visible()
    expect(page.locator("#said")).to_contain_text("Is it")


def test_without_https_the_page_says_what_to_do(signed_in: SignIn, number: str) -> None:
    page = signed_in()
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.goto(f"/console/tickets/{number}/assist")
    expect(page.locator("#insecure")).to_be_visible()
    expect(page.locator("#ask-button")).to_be_disabled()


def test_a_browser_that_keeps_nothing_says_what_to_do(signed_in: SignIn, number: str) -> None:
    page = signed_in()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto(f"/console/tickets/{number}/assist")
    expect(page.locator("#no-store")).to_be_visible()
    expect(page.locator("#ask-button")).to_be_disabled()


def test_signed_out_in_the_middle_and_back(console: Console, signed_in: SignIn, watching: Watched, rina: Person, number: str) -> None:
    page = signed_in()
    employee = agreed(page, rina, number)
    secret = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "sigap")
    found = console.served.backend.web_sessions.who(secret)
    assert found is not None
    console.served.backend.web_sessions.end(found.session_id)
    expect(page.locator("#strips")).to_contain_text("You were signed out.")
    page.context.add_cookies([{"name": "sigap", "value": console.sign_in("budi").secret, "url": console.address, "httpOnly": True}])
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#strips")).not_to_contain_text("You were signed out.")
    employee.consent()
    title(page, "allowed it")
    watching.forgive("401")


def test_hostile_names_subjects_and_tools_do_nothing(console: Console, signed_in: SignIn, alarms: None) -> None:
    evil = '<img src=//evil.example/x onerror="window.hit=1">\'"<script>window.hit=1</script>{{7*7}}'
    person = console.served.person(evil, "<svg onload=window.hit=1>")
    number = number_of(
        person, person.ticket(subject=evil, details=f"{evil} https://evil.example/ javascript:window.hit=1", telephone="<b>1")
    )
    page, lead = signed_in(), signed_in("dewi")
    employee = agreed(page, person, number)
    lead.goto("/console/")
    employee.consent("anydesk", "<script>window.hit=1</script>"[:60])
    title(page, "allowed it")
    employee.step("starting")
    employee.send_code("<script>window.hit=1</script>")
    expect(page.locator("[data-code]")).to_have_text("<script>window.hit=1</script>")
    employee.step("running")
    title(page, "is running")
    page.click("#differ-open")
    page.click("#differ-sure")
    title(page, "is over")
    expect(lead.locator(".alarm")).to_contain_text("<img src=//evil.example/x")
    page.goto(f"/console/tickets/{number}/assist")
    for one in (page, lead):
        assert one.evaluate("window.hit") is None
        assert not scrolls_sideways(one)


def test_every_state_can_be_used_by_everybody(signed_in: SignIn, rina: Person) -> None:
    number = number_of(rina, rina.ticket(subject="Labels do not print, the printer shows offline", telephone="4417"))
    page = signed_in()

    def usable() -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert serious(page) == [], scheme
        page.set_viewport_size(NARROW)
        assert not scrolls_sideways(page)
        page.set_viewport_size(WIDE)

    page.goto(f"/console/tickets/{number}/assist")
    usable()
    employee = agreed(page, rina, number)
    usable()
    page.click("#differ-open")
    assert serious(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#differ-open")).to_be_focused()
    employee.consent("quick-assist", "Quick Assist")
    title(page, "allowed it")
    usable()
    employee.step("starting")
    employee.step("running")
    title(page, "is running")
    usable()
    page.click("#end")
    title(page, "is over")
    usable()
