"""A ticket as technicians work on it in Chromium: writing, files, pictures, two at once, and other people's hostile words."""

import base64
import re
from typing import Literal

import pytest
from playwright.sync_api import FilePayload, Route, expect

from contract.ids import new_id
from tests.server_stub.console.conftest import NARROW, PASSWORD, Console, SignIn, Watched, scrolls_sideways, serious
from tests.server_stub.console.technician import Technician, number_of
from tests.server_stub.console.ticket_scene import draft_kept, drawn, eventually, opened, uploaded
from tests.server_stub.served import WRITTEN, Person

FACTS = [
    {"group": "Printers", "name": "Waiting jobs", "value": 7, "unit": ""},
    {"group": "Network", "name": "Gateway", "value": "10.20.4.1", "unit": ""},
    {"group": "Network", "name": "Wi-Fi signal", "value": -61, "unit": "dBm"},
]
CHECKED = {"facts": FACTS, "not_collected": [], "collected": WRITTEN, "took_s": 1.0}

CANARY = "window.hit=1"
HOSTILE = (
    f"\"'><img src=x onerror={CANARY}><script>{CANARY}</script>",
    f"<svg/onload={CANARY}><iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    f"[x](javascript:{CANARY}) <javascript:{CANARY}> [y](data:text/html,<script>{CANARY}</script>)",
    f"![x](http://evil.example/a.png) ![y](data:image/svg+xml,<svg onload={CANARY}>) <http://evil.example/>",
    f"</textarea></script></style><script>{CANARY}</script><link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example><form action=//evil.example>{{ 7 * 7 }}",
    "\u202eexe.gpj \u2066\u2067 Z" + "\u0300\u0301\u0302\u0353\u0489" * 60 + " " + "w" * 20_000,
)


@pytest.fixture
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


@pytest.fixture
def ticket(rina: Person) -> str:
    return rina.ticket(subject="Labels do not print", details="Since this morning.", diagnostics=CHECKED)


@pytest.fixture
def number(rina: Person, ticket: str) -> str:
    return number_of(rina, ticket)


@pytest.fixture(scope="module")
def dewi(console: Console) -> Technician:
    return Technician(console.sign_in("dewi"))


def test_what_is_typed_before_the_scripts_are_there_stays(signed_in: SignIn, number: str) -> None:
    page = signed_in()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/ticket_answer.js", hold)
    page.goto(f"/console/tickets/{number}", wait_until="commit")
    page.locator("#text-public").fill("Typed at once")
    page.wait_for_timeout(200)
    assert held
    with page.expect_response("**/draft"):
        held[0].continue_()
    page.wait_for_timeout(900)
    expect(page.locator("#text-public")).to_have_value("Typed at once")
    draft_kept(page, "public")


def test_reply_and_note_are_written_apart_and_only_one_leaves(signed_in: SignIn, rina: Person, ticket: str, number: str) -> None:
    page = opened(signed_in(), number)
    public, internal = page.locator("#text-public"), page.locator("#text-internal")
    page.keyboard.press("n")
    expect(internal).to_be_focused()
    expect(public).to_be_hidden()
    expect(page.locator("#answer-internal")).to_contain_text("Only technicians read this. Rina never does.")
    page.keyboard.type("Port 14 is **down**")
    draft_kept(page, "internal")
    page.click("#answer-internal a[data-kind=public]")
    expect(public).to_be_focused()
    expect(public).to_have_value("")
    page.keyboard.type("We are on it")
    draft_kept(page, "public")
    page.reload()
    expect(public).to_have_value("We are on it")
    expect(internal).to_have_value("Port 14 is **down**")
    before = rina.feed()["last"]
    public.press("Control+Enter")
    expect(page.locator("#entries .said.to")).to_contain_text("We are on it")
    expect(page.locator("#announce")).to_have_text("Sent to Rina.")
    expect(public).to_have_value("")
    expect(public).to_be_focused()
    expect(internal).to_have_value("Port 14 is **down**")
    page.locator("body").press("Escape")
    page.keyboard.press("n")
    internal.press("Control+Enter")
    expect(page.locator("#entries .said.note strong")).to_have_text("down")
    feed = rina.call("GET", f"/api/v1/feed?after={before}").body.decode()
    assert "We are on it" in feed
    assert "Port 14" not in feed
    rina.put_message(ticket, new_id(), text="Thank you, it prints")
    expect(page.locator("#entries .said.from").last).to_contain_text("Thank you, it prints")
    expect(page.locator("#announce")).to_have_text("Message from Rina Wijaya")
    assert page.locator("#entries .said.to").count() == 1
    page.click("#act-hold")
    expect(page.locator("#props")).to_contain_text("Nobody has it")
    page.click("#act-state")
    expect(page.locator("#act-state")).to_have_text("Reopen")
    expect(page.locator("[name=then]")).to_be_hidden()


def test_what_is_typed_when_the_page_is_left_is_there_again(signed_in: SignIn, number: str) -> None:
    page = opened(signed_in(), number)
    page.fill("#text-public", "Half a sen")
    page.goto("/console/")
    opened(page, number)
    expect(page.locator("#text-public")).to_have_value("Half a sen")
    page.locator("#text-public").press("End")
    page.locator("#text-public").press_sequentially("tence")
    page.reload()
    expect(page.locator("#text-public")).to_have_value("Half a sentence")


def test_files_by_button_paste_and_drop(signed_in: SignIn, rina: Person, number: str) -> None:
    page = opened(signed_in(), number)
    rows = page.locator("#answer-public .file")
    manual = FilePayload(name="<b>manual.pdf", mimeType="application/pdf", buffer=b"%PDF" * 90_000)
    page.set_input_files("#answer-public input[type=file]", manual)
    expect(rows.filter(has_text="<b>manual.pdf").locator("[formaction], button[type=submit]")).to_be_visible()
    page.evaluate(
        """async (data) => {
            const field = document.getElementById("text-public"), held = new DataTransfer();
            held.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], "image.png", { type: "image/png" }));
            field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: held, bubbles: true, cancelable: true }));
            const other = new DataTransfer();
            other.items.add(new File(["x"], "dropped.txt", { type: "text/plain" }));
            field.dispatchEvent(new DragEvent("drop", { dataTransfer: other, bubbles: true, cancelable: true }));
            const none = new DataTransfer();
            none.items.add(new File([], "empty.txt"));
            field.dispatchEvent(new DragEvent("drop", { dataTransfer: none, bubbles: true, cancelable: true }));
        }""",
        base64.b64encode(drawn(8, 8)).decode(),
    )
    expect(rows.filter(has_text="Pasted picture 1.png").locator("img")).to_be_visible()
    expect(rows.filter(has_text="empty.txt is empty")).to_have_class("file failed")
    dropped = rows.filter(has_text="dropped.txt")
    dropped.locator("button[type=submit]").click()
    expect(dropped).to_have_count(0)
    expect(page.locator("#answer-internal .file")).to_have_count(0)
    page.reload()
    expect(rows).to_have_count(2)
    before = rina.feed()["last"]
    page.locator("#text-public").press("Control+Enter")
    expect(page.locator("#entries .said.to [data-picture]")).to_have_count(1)
    expect(rows).to_have_count(0)
    (said,) = rina.feed(before)["entries"]
    assert [one["name"] for one in said["message"]["attachments"]] == ["<b>manual.pdf", "Pasted picture 1.png"]


def test_two_technicians_at_once_lose_nothing_and_see_each_other(signed_in: SignIn, rina: Person, number: str, watching: Watched) -> None:
    budi, dewi = opened(signed_in("budi"), number), opened(signed_in("dewi"), number)
    budi.locator("#text-public").press_sequentially("Budi moves the printer")
    expect(dewi.locator("#lookers")).to_have_text(re.compile("Budi Santoso is writing a reply"))
    dewi.fill("#text-public", "Dewi was faster")
    dewi.locator("#text-public").press("Control+Enter")
    clash = budi.locator("#answer-public .clash")
    expect(clash).to_contain_text("Dewi Lestari answered")
    expect(clash).to_contain_text("Your draft is kept.")
    expect(budi.locator("#entries .said.to")).to_contain_text("Dewi was faster")
    budi.locator("#text-public").press("Control+Enter")
    expect(clash.locator("[name=anyway]")).to_be_focused()
    expect(budi.locator("#text-public")).to_have_value("Budi moves the printer")
    watching.forgive("409 (Conflict)")
    budi.keyboard.press("Enter")
    expect(budi.locator("#entries .said.to")).to_have_count(2)
    expect(clash).to_be_hidden()
    expect(dewi.locator("#entries .said.to").last).to_contain_text("Budi moves the printer")
    eventually(lambda: "Budi moves the printer" in rina.call("GET", "/api/v1/feed").body.decode())
    dewi.fill("#text-public", "One more")
    dewi.fill("#text-public", "")
    budi.fill("#text-public", "Nobody is in the way now")
    budi.locator("#text-public").press("Control+Enter")
    expect(dewi.locator("#entries .said.to")).to_have_count(3)
    expect(dewi.locator("#answer-public .clash")).to_be_hidden()


def test_an_answer_that_got_lost_neither_doubles_nor_swallows(signed_in: SignIn, rina: Person, number: str, watching: Watched) -> None:
    page = opened(signed_in("budi"), number)
    field, said = page.locator("#text-public"), page.locator("#entries .said.to")

    def stored_but_unanswered(route: Route) -> None:
        route.fetch()
        route.abort()

    for text, seen in (("Once", 1), ("Once and more", 2)):
        page.route("**/say", stored_but_unanswered, times=1)
        field.fill("Once" if seen == 1 else "Twice")
        field.press("Control+Enter")
        expect(page.locator("#answer-public .refused")).to_contain_text("can't be reached")
        expect(said).to_have_count(2 * seen - 1 if seen == 1 else 2)
        field.fill(text)
        field.press("Control+Enter")
        expect(field).to_have_value("")
    expect(said).to_have_count(3)
    watching.forgive("ERR_FAILED")
    told = [entry["message"]["text"] for entry in rina.feed()["entries"] if entry.get("message")]
    assert told == ["Once", "Twice", "Once and more"]


def test_somebody_who_was_signed_out_keeps_the_text_and_goes_on(
    signed_in: SignIn, console: Console, number: str, watching: Watched
) -> None:
    page = opened(signed_in("budi"), number)
    page.fill("#text-public", "Not lost")
    draft_kept(page, "public")
    backend = console.served.backend
    for one in backend.web_sessions.list(Technician(console.sign_in("budi")).account.id):
        backend.web_sessions.end(one.id)
    expect(page.locator("#strips")).to_contain_text("You were signed out")
    page.locator("#text-public").press("Control+Enter")
    expect(page.locator("#answer-public .refused")).to_be_visible()
    expect(page.locator("#text-public")).to_have_value("Not lost")
    with page.context.expect_page() as other:
        page.click("#strips a")
    again = other.value
    again.fill("[name=login]", "budi")
    again.fill("[name=password]", PASSWORD)
    again.keyboard.press("Enter")
    again.wait_for_selector("#queue")
    again.close()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(page.locator("#strips")).not_to_contain_text("You were signed out")
    page.locator("#text-public").press("Control+Enter")
    expect(page.locator("#entries .said.to")).to_contain_text("Not lost")
    for part in ("401 (Unauthorized)", "403 (Forbidden)"):
        watching.forgive(part)


def test_pictures_are_stepped_through_and_zoomed_by_keys_and_wheel(signed_in: SignIn, rina: Person) -> None:
    files = [
        uploaded(rina, drawn(2_400, 60), "one.png"),
        uploaded(rina, drawn(40, 30), "two.png"),
        uploaded(rina, drawn(60, 60), "three.png"),
    ]
    page = opened(signed_in(), number_of(rina, rina.ticket(attachments=files)))
    viewer, scale = page.locator("#viewer"), page.locator("#viewer [data-part=scale]")
    page.locator("#entries [data-picture]").first.click()
    expect(viewer).to_be_visible()
    expect(page.locator("#viewer-place")).to_have_text("Picture 1 of 3")
    expect(scale).to_have_text("49%")
    page.keyboard.press("1")
    expect(scale).to_have_text("100%")
    page.mouse.move(900, 400)
    page.mouse.wheel(0, -100)
    expect(scale).to_have_text("125%")
    assert page.evaluate("document.querySelector('#viewer .stage').scrollLeft") > 0
    page.mouse.down()
    page.mouse.move(800, 400)
    page.mouse.up()
    page.keyboard.press("-")
    expect(scale).to_have_text("100%")
    page.keyboard.press("0")
    expect(scale).to_have_text("49%")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#viewer .about")).to_contain_text("two.png, 40 × 30")
    expect(scale).to_have_text("100%")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#viewer-place")).to_have_text("Picture 3 of 3")
    expect(page.locator("#viewer [data-do=next]")).to_be_disabled()
    assert serious(page) == []
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(page.locator("#entries [data-picture]").nth(2)).to_be_focused()


def test_hostile_words_names_and_files_are_only_shown(signed_in: SignIn, console: Console, dewi: Technician, watching: Watched) -> None:
    eve = console.served.person("Eve " + HOSTILE[0][:80], "PC " + HOSTILE[0][:60])
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' onload='{CANARY}'><script>{CANARY}</script></svg>".encode()
    polyglot = b"GIF89a\x01\0\x01\0\x80\0\0/*" + f"*/;{CANARY};<script>{CANARY}</script>".encode()
    files = [uploaded(eve, svg, "a.svg", "image/svg+xml"), uploaded(eve, svg, HOSTILE[0][:90] + ".html", "text/html")]
    files += [uploaded(eve, polyglot, "invoice\u202egnp.exe"), uploaded(eve, drawn(9, 9), "../../x.png")]
    fact = {"group": HOSTILE[0], "name": HOSTILE[0], "value": HOSTILE[0], "unit": "<b>"}
    tried = {"guide": "g", "step": "s", "title": HOSTILE[0], "kind": "check", "name": HOSTILE[0], "result": HOSTILE[0], "at": WRITTEN}
    ticket = eve.ticket(
        subject=HOSTILE[0],
        details="\n".join(HOSTILE),
        category=HOSTILE[0],
        telephone=HOSTILE[0],
        place=HOSTILE[0],
        attachments=files,
        diagnostics={**CHECKED, "facts": [fact, *FACTS], "not_collected": [{"collector": HOSTILE[0], "reason": HOSTILE[0]}]},
        tried=[{**tried, "evidence": [{"name": HOSTILE[0], "value": HOSTILE[0], "unit": HOSTILE[0]}]}],
    )
    number = number_of(eve, ticket)
    handling = console.served.backend.handling
    for text in HOSTILE:
        assert eve.put_message(ticket, new_id(), text=text).status == 201
        handling.reply(dewi.account, number, text, "", anyway=True)
        handling.note(dewi.account, number, text)
    page = signed_in("budi", locale="id-ID")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, number)
    expect(page.locator("#entries [data-picture]")).to_have_count(2)
    eve.put_message(ticket, new_id(), text="Live " + HOSTILE[0])
    expect(page.locator("#entries .said.from").last).to_contain_text("Live ")
    assert page.evaluate("document.querySelectorAll('#entries :is(script, iframe, form, style, link, meta, base)').length") == 0
    for link in page.locator("#entries .words a").all():
        assert re.match(r"https?://|mailto:", link.get_attribute("href") or "")
    page.fill("#text-public", HOSTILE[4])
    page.reload()
    expect(page.locator("#text-public")).to_have_value(HOSTILE[4])
    with page.expect_download() as saved:
        page.locator("#entries .files a").first.click()
    assert saved.value.suggested_filename == "a.svg"
    alone = page.context.new_page()
    alone.goto(page.locator("#entries [data-picture]").first.get_attribute("href") or "")
    assert alone.evaluate("[document.contentType, window.hit]") == ["image/gif", None]
    alone.close()
    watching.forgive("Applying inline style")  # Chromium's own frame around a picture
    assert page.evaluate("window.hit") is None
    assert not scrolls_sideways(page)
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert serious(page) == []


def test_facts_are_found_and_unfolded(signed_in: SignIn, number: str) -> None:
    page = opened(signed_in(), number)
    page.fill("#fact-search", "network 10.20")
    expect(page.locator("#fact-groups dd", has_text="10.20.4.1")).to_be_visible()
    expect(page.locator("#fact-groups dd", has_text="61")).to_be_hidden()
    expect(page.locator("#fact-groups summary", has_text="Printers")).to_be_hidden()
    page.fill("#fact-search", "zebra")
    expect(page.locator("#facts-none")).to_be_visible()
    page.fill("#fact-search", "")
    expect(page.locator("#fact-groups dd", has_text="7")).to_be_visible()
    expect(page.locator("#fact-groups dd", has_text="10.20.4.1")).to_be_hidden()


def test_the_way_leads_from_a_view_to_its_tickets_and_back(signed_in: SignIn, rina: Person) -> None:
    numbers = [number_of(rina, rina.ticket(subject=f"Projector {place}", urgency="wait")) for place in range(2)]
    page = signed_in()
    page.goto("/console/?view=unassigned&search=Projector")
    page.click("tr.ticket a >> nth=0")
    expect(page.locator(".place")).to_contain_text("1 of 2")
    expect(page.locator("#live")).to_have_text("Live")
    page.keyboard.press("j")
    expect(page.locator(".place")).to_contain_text("2 of 2")
    expect(page.locator("h1")).to_contain_text(numbers[1])
    expect(page.locator("#live")).to_have_text("Live")
    page.keyboard.press("u")
    expect(page.locator("tr.ticket")).to_have_count(2)
    assert page.url.endswith(f"/console/?view=unassigned&search=Projector#{numbers[1]}")
    expect(page.locator(f"#{numbers[1]}")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#text-internal")).to_be_focused()


def test_on_a_narrow_screen_the_side_is_behind_tabs(signed_in: SignIn, number: str) -> None:
    page = opened(signed_in(viewport=NARROW), number)
    assert not scrolls_sideways(page)
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator("#side")).to_be_hidden()
    assert serious(page) == []
    page.click(".ticket-tabs [data-shows=person]")
    expect(page.locator("#person")).to_be_visible()
    expect(page.locator("#text-public")).to_be_hidden()
    assert serious(page) == []
    page.keyboard.press("r")
    expect(page.locator("#text-public")).to_be_focused()
    expect(page.locator("#person")).to_be_hidden()


def test_without_scripts_a_ticket_is_answered_too(signed_in: SignIn, rina: Person, number: str) -> None:
    page = signed_in(java_script_enabled=False)
    page.goto(f"/console/tickets/{number}?kind=internal")
    page.fill("#text-internal", "Only for us")
    page.click("#answer-internal .button.primary")
    page.click("#answer-internal a[data-kind=public]")
    page.fill("#text-public", "For Rina")
    page.click("#answer-public .button.primary")
    expect(page.locator("#entries .said.note")).to_contain_text("Only for us")
    expect(page.locator("#entries .said.to")).to_contain_text("For Rina")
    feed = rina.call("GET", "/api/v1/feed").body.decode()
    assert "For Rina" in feed
    assert "Only for us" not in feed
