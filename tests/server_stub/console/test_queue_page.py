"""The queue in a real browser: rows come by themselves, keys do what the sheet says, and nothing is out of reach."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from contract.tickets import State
from tests.server_stub.console.conftest import NARROW, Console, SignIn, Watched, scrolls_sideways, serious
from tests.server_stub.served import Person

LIVE = re.compile("^(Live|Langsung)$")


@pytest.fixture(scope="module")
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


def number_of(person: Person, ticket: str) -> str:
    found = person.call("GET", f"/api/v1/tickets/{ticket}").json()["number"]
    assert isinstance(found, str)
    return found


@pytest.fixture
def numbers(console: Console, rina: Person) -> Iterator[list[str]]:
    """Three tickets of different urgency, the most urgent last. They are resolved at the end, so that every test has its own."""
    told = (("Second screen", "me", "wait"), ("Labels", "me", "hard"), ("Everything stands", "company", "stopped"))
    made = [number_of(rina, rina.ticket(subject=one, details=f"{one} since today", impact=who, urgency=how)) for one, who, how in told]
    yield made
    backend = console.served.backend
    dewi = next(one for one in backend.accounts.all() if one.login == "dewi")
    for row in backend.queue.page("open", dewi.id).rows:
        backend.handling.resolve(dewi, row.number)


def opened(page: Page, path: str = "/console/") -> Page:
    page.goto(path)
    expect(page.locator("#live")).to_have_text(LIVE)
    return page


def subjects(page: Page) -> list[str]:
    """What the list shows, from the top."""
    return [text.removeprefix("Unread:").strip() for text in page.locator(".ticket .subject a").all_inner_texts()]


def state_of(console: Console, number: str) -> State:
    (row,) = console.served.backend.queue.rows([number], "")
    return row.state


def test_a_report_appears_by_itself_and_says_so(signed_in: SignIn, numbers: list[str], rina: Person) -> None:
    page = opened(signed_in())
    assert subjects(page) == ["Everything stands", "Labels", "Second screen"]
    rina.ticket(subject="It burns <b>now</b>", details="", impact="company", urgency="stopped")
    row = page.locator(".ticket", has_text="It burns <b>now</b>")
    expect(row.locator(".fresh")).to_have_text("just now")
    expect(page.locator("#announce")).to_have_text(re.compile("New ticket: .*It burns"))
    expect(page.locator('nav.views [data-count="open"]').first).to_have_text("4")
    # After what is as urgent and older, before what is less so; and its subject is letters.
    assert subjects(page)[:3] == ["Everything stands", "It burns <b>now</b>", "Labels"]
    assert row.locator("b").count() == 0


def test_new_rows_wait_while_somebody_works_in_the_list(signed_in: SignIn, numbers: list[str], rina: Person) -> None:
    page = opened(signed_in())
    page.locator(f"#{numbers[1]} input").check()
    for number in ("first", "second"):
        rina.ticket(subject=f"The {number} of two")
    held = page.locator("#held")
    expect(held).to_have_text("2 new tickets, show them")
    assert len(subjects(page)) == 3
    held.click()
    expect(page.locator(".ticket")).to_have_count(5)
    expect(held).to_be_hidden()
    expect(page.locator(f"#{numbers[1]} input")).to_be_checked()


def test_keys_move_choose_take_resolve_and_reopen(signed_in: SignIn, console: Console, numbers: list[str]) -> None:
    page = opened(signed_in())
    page.keyboard.press("j")
    expect(page.locator(f"#{numbers[2]}")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("t")
    row = page.locator(f"#{numbers[1]}")
    expect(row.locator(".owner")).to_contain_text("Budi")
    expect(row).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#chosen")).to_have_text("2 chosen")
    page.keyboard.press("e")
    expect(page.locator(f"#{numbers[0]}")).to_be_hidden()
    assert [state_of(console, number) for number in numbers] == [State.RESOLVED, State.RESOLVED, State.NEW]
    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page.locator("#live")).to_have_text(LIVE)
    opened(page, f"/console/?view=all#{numbers[1]}")
    page.locator(f"#{numbers[1]}").focus()
    page.keyboard.press("o")
    expect(page.locator(f"#{numbers[1]} .state")).to_have_text("Open")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/console/tickets/{numbers[1]}?view=*")


def test_letters_belong_to_fields_and_can_be_switched_off(signed_in: SignIn, console: Console, numbers: list[str]) -> None:
    page = opened(signed_in())
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("xtj?")
    expect(search).to_have_value("xtj?")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("next, previous")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.locator(".rail .account").click()
    page.get_by_label("Keys of a single letter").uncheck()
    page.get_by_role("button", name="Save").click()
    opened(page)
    page.locator(f"#{numbers[2]}").focus()
    page.keyboard.press("x")
    assert not page.locator(f"#{numbers[2]} input").is_checked()
    page.locator(".rail .account").click()
    page.get_by_label("Keys of a single letter").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#live")).to_have_text(LIVE)


def test_what_somebody_else_has_is_taken_in_a_second_step(signed_in: SignIn, console: Console, numbers: list[str]) -> None:
    dewi = next(one for one in console.served.backend.accounts.all() if one.login == "dewi")
    page = opened(signed_in())
    console.served.backend.handling.take(dewi, numbers[2])
    row = page.locator(f"#{numbers[2]}")
    expect(row.locator(".owner")).to_contain_text("Dewi")
    row.focus()
    page.keyboard.press("t")
    strip = page.locator("#strips", has_text=f"Dewi Lestari has {numbers[2]}.")
    expect(row.locator(".owner")).to_contain_text("Dewi")
    strip.get_by_role("button", name="Take over").click()
    expect(row.locator(".owner")).to_contain_text("Budi")


def test_search_finds_what_was_said_and_who(signed_in: SignIn, numbers: list[str], rina: Person) -> None:
    page = opened(signed_in())
    page.keyboard.press("/")
    page.keyboard.type("label rina")
    page.keyboard.press("Enter")
    page.wait_for_url("**search=label**")
    assert subjects(page) == ["Labels"]
    page.goto("/console/?search=nothingatall")
    expect(page.locator("#list")).to_contain_text("No ticket in Open tickets has “nothingatall”.")
    page.goto(f"/console/?search={numbers[0]}")
    assert subjects(page) == ["Second screen"]


def test_more_rows_come_under_those_that_are_there(signed_in: SignIn, numbers: list[str], rina: Person) -> None:
    for number in range(52):
        rina.ticket(subject=f"Many {number:02}")
    page = opened(signed_in())
    assert len(subjects(page)) == 50
    page.get_by_role("link", name="Show more").click()
    expect(page.locator(".ticket")).to_have_count(55)
    assert subjects(page)[-1] == "Second screen"
    assert len(set(page.locator(".ticket").evaluate_all("rows => rows.map(row => row.id)"))) == 55
    expect(page.get_by_role("link", name="Show more")).to_have_count(0)
    without = signed_in(java_script_enabled=False)
    without.goto("/console/")
    without.get_by_role("link", name="Show more").click()
    assert subjects(without)[-1] == "Second screen"
    without.get_by_role("checkbox").first.check()
    without.get_by_role("button", name="Take", exact=False).first.click()
    expect(without.locator(".ticket")).to_have_count(50)


def test_a_lost_feed_is_said_and_what_was_missed_comes_after(
    signed_in: SignIn, console: Console, numbers: list[str], rina: Person, watching: Watched
) -> None:
    page = opened(signed_in())
    page.context.set_offline(True)
    for listener in console.served.backend.events._of(None):
        listener.end()
    expect(page.locator("#live")).to_have_text(re.compile(r"Reconnecting\. Shown as of \d\d:\d\d\."))
    rina.ticket(subject="While nobody heard")
    page.context.set_offline(False)
    expect(page.locator("#live")).to_have_text(LIVE, timeout=15000)
    expect(page.locator(".ticket", has_text="While nobody heard")).to_be_visible()
    watching.forgive("net::ERR_INTERNET_DISCONNECTED")
    watching.forgive("net::ERR_INCOMPLETE_CHUNKED_ENCODING")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_out_of_reach(signed_in: SignIn, numbers: list[str], rina: Person, scheme: str) -> None:
    rina.ticket(subject="Averyverylongwordwithoutaspace" * 6, details="", place="Warehouse at the far end of the yard, second floor")
    page = opened(signed_in(color_scheme=scheme))
    assert serious(page) == []
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("?")
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.locator(".rail .account").click()
    assert serious(page) == []
    narrow = opened(signed_in(color_scheme=scheme, viewport=NARROW, locale="id-ID"))
    assert serious(narrow) == []
    assert not scrolls_sideways(narrow)
    narrow.locator(".picker summary").click()
    narrow.get_by_role("link", name="Tiket saya").click()
    expect(narrow.locator("#empty")).to_contain_text("Anda tidak punya tiket aktif")
    assert not scrolls_sideways(narrow)
