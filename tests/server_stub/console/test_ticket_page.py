"""The page of a ticket over HTTP: what it shows, what can be done from its head, and who looks."""

import pytest

from contract.ids import new_id
from server_stub.store.accounts import Role
from server_stub.tickets.queue import View
from tests.server_stub.console.conftest import PASSWORD, Console
from tests.server_stub.console.technician import Technician, number_of
from tests.server_stub.served import WRITTEN, Answer, Person, reference

HOSTILE = "\"'><img src=x onerror=window.hit=1><script>window.hit=1</script>{{ 7 * 7 }}"


@pytest.fixture(scope="module")
def budi(console: Console) -> Technician:
    return Technician(console.sign_in("budi"))


@pytest.fixture(scope="module")
def dewi(console: Console) -> Technician:
    return Technician(console.sign_in("dewi"))


@pytest.fixture(scope="module")
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


@pytest.fixture
def number(rina: Person) -> str:
    return number_of(rina, rina.ticket(subject="Labels do not print", details="Since this morning.", telephone="4417", place="Warehouse"))


def text(answer: Answer) -> str:
    assert answer.status == 200, answer
    return answer.body.decode()


def test_everything_that_came_with_a_report_is_on_its_page(budi: Technician, rina: Person) -> None:
    facts = [
        {"group": "Printers", "name": "Waiting jobs", "value": 7, "unit": ""},
        {"group": "Disk", "name": "C: free", "value": 3.5, "unit": "GB"},
        {"group": "Printers", "name": "Paused", "value": True, "unit": ""},
    ]
    diagnostics = {"facts": facts, "not_collected": [{"collector": "wifi", "reason": "slow"}], "collected": WRITTEN, "took_s": 1.5}
    evidence = [{"name": "jobs", "value": 7, "unit": ""}]
    looked = {"guide": "p", "step": "q", "title": "Print queue", "kind": "check", "name": "queue", "result": "found:stuck", "at": WRITTEN}
    ticket = rina.ticket(
        subject="Labels do not print",
        details="Since this morning, see https://wiki.example/x.",
        category="printing",
        impact="team",
        urgency="stopped",
        telephone="4417",
        place="Warehouse",
        diagnostics=diagnostics,
        tried=[{**looked, "evidence": evidence}],
    )
    page = text(budi.get(f"/tickets/{number_of(rina, ticket)}"))
    for said in (
        *("Labels do not print", "Since this morning, see", 'href="https://wiki.example/x"', "My whole team", "Work has stopped"),
        *("Printers and scanners", "4417", "Warehouse", "LT-0231", "rina wijaya (claimed)", "Waiting jobs", "3.5\u202fGB", "yes"),
        *("wifi", "no answer in time", "Print queue", "found: stuck", "jobs 7", "Nobody has it", "/assist", "Very urgent"),
    ):
        assert said in page, said


def test_words_of_other_people_are_only_words(budi: Technician, console: Console) -> None:
    eve = console.served.person("Eve " + HOSTILE[:60], "PC " + HOSTILE[:60])
    fact = {"group": HOSTILE, "name": HOSTILE, "value": HOSTILE, "unit": HOSTILE[:20]}
    checked = {"facts": [fact], "not_collected": [{"collector": HOSTILE, "reason": HOSTILE}], "collected": WRITTEN, "took_s": 1.0}
    words = dict.fromkeys(("subject", "details", "category", "telephone", "place"), HOSTILE)
    number = number_of(eve, eve.ticket(**words, diagnostics=checked))
    console.served.backend.handling.note(budi.account, number, HOSTILE)
    page = text(budi.get(f"/tickets/{number}"))
    assert "<script>window" not in page
    assert "<img src=x" not in page
    assert "{{ 7 * 7 }}" in page
    assert "invoice\ufffdgnp.exe" in text(budi.get(f"/tickets/{number_of(eve, eve.ticket(subject='invoice' + chr(0x202E) + 'gnp.exe'))}"))


def test_what_is_no_ticket_is_not_found(budi: Technician, console: Console) -> None:
    for path in ("INC-999999", "INC-x", "..%2f..", "0", "INC-000001%00", "9" * 40):
        for rest in ("", "/parts"):
            assert budi.get(f"/tickets/{path}{rest}").status == 404, path
    for deed in ("take", "release", "resolve", "reopen", "read"):
        assert budi.press(f"/tickets/INC-999999/{deed}").status == 404
    assert budi.send("/tickets/INC-999999/presence", {"writing": None}).status == 404
    assert console.nobody().get("/console/tickets/INC-000001").status == 303


def test_a_ticket_is_taken_given_back_and_taken_over_from_the_one_who_stood_there(
    budi: Technician, dewi: Technician, number: str, console: Console
) -> None:
    assert budi.press(f"/tickets/{number}/take").headers["location"] == f"/console/tickets/{number}"
    page = text(dewi.get(f"/tickets/{number}"))
    assert "Budi Santoso has it" in page
    assert dewi.press(f"/tickets/{number}/take").status == 409
    assert dewi.press(f"/tickets/{number}/release").status == 409
    assert dewi.caller.post(f"/console/tickets/{number}/take", {"holder": budi.account.id}).status == 303
    assert budi.caller.post(f"/console/tickets/{number}/take", {"holder": budi.account.id}).status == 409
    assert "You have it" in text(dewi.get(f"/tickets/{number}"))
    assert dewi.press(f"/tickets/{number}/release").status == 303
    assert console.served.backend.handling.whole(dewi.account, number).technician is None


def test_resolving_is_told_to_the_employee_and_can_be_taken_back(budi: Technician, rina: Person, number: str) -> None:
    before = rina.feed()["last"]
    assert budi.send(f"/tickets/{number}/resolve", {}).json() == {}
    assert budi.send(f"/tickets/{number}/resolve", {}).status == 409
    page = text(budi.get(f"/tickets/{number}"))
    assert f'action="/console/tickets/{number}/reopen"' in page
    assert "Budi Santoso</b> resolved it" in page
    assert budi.send(f"/tickets/{number}/reopen", {}).status == 200
    assert budi.send(f"/tickets/{number}/reopen", {}).status == 409
    assert [entry["message"]["action"] for entry in rina.feed(before)["entries"]] == ["resolve", "reopen"]


def test_only_our_own_page_may_change_anything(budi: Technician, number: str) -> None:
    sent = {"X-CSRF": ""}
    assert budi.send(f"/tickets/{number}/resolve", {}, sent).status == 403
    assert budi.send(f"/tickets/{number}/resolve", {}, {"Sec-Fetch-Site": "cross-site"}).status == 403
    assert budi.send(f"/tickets/{number}/presence", {"writing": None}, {"X-CSRF": "x" * 43}).status == 403
    assert budi.get(f"/tickets/{number}/resolve").status == 405
    assert "Budi Santoso</b> resolved it" not in text(budi.get(f"/tickets/{number}"))


def test_the_parts_of_a_page_are_the_same_until_something_happens(budi: Technician, rina: Person) -> None:
    ticket = rina.ticket(subject="Slow")
    number = number_of(rina, ticket)
    before = text(budi.get(f"/tickets/{number}/parts"))
    assert text(budi.get(f"/tickets/{number}/parts")) == before
    rina.put_message(ticket, new_id(), text="It is worse now")
    after = text(budi.get(f"/tickets/{number}/parts"))
    assert "It is worse now" in after
    assert "<html" not in after


def test_an_unread_ticket_is_read_when_somebody_says_so_and_not_by_being_asked_for(budi: Technician, number: str, console: Console) -> None:
    handling = console.served.backend.handling
    budi.get(f"/tickets/{number}")
    assert handling.whole(budi.account, number).unread
    assert budi.send(f"/tickets/{number}/read", {}).status == 200
    assert not handling.whole(budi.account, number).unread


def test_who_looks_is_told_to_the_others(budi: Technician, number: str, console: Console) -> None:
    presence = console.served.backend.presence
    assert budi.send(f"/tickets/{number}/presence", {"writing": "internal"}).status == 200
    assert [(one.name, one.writing) for one in presence.on(number)] == [("Budi Santoso", "internal")]
    assert budi.send(f"/tickets/{number}/presence", {"writing": "loudly"}).status == 422
    assert budi.send(f"/tickets/{number}/presence", {"writing": None, "as": "dewi"}).status == 422
    assert budi.send(f"/tickets/{number}/presence", {"gone": True}).status == 200
    assert presence.on(number) == ()


def test_neighbours_are_those_of_the_view_that_somebody_came_from(console: Console, rina: Person) -> None:
    console.served.backend.accounts.add("yusuf", "Yusuf", Role.TECHNICIAN, password=PASSWORD)
    yusuf = Technician(console.sign_in("yusuf"))
    mine = [number_of(rina, rina.ticket(subject=f"Scanner {place}")) for place in range(3)]
    for one in mine:
        console.served.backend.handling.take(yusuf.account, one)
    rows = [row.number for row in console.served.backend.queue.page(View.MINE, yusuf.account.id).rows]
    page = text(yusuf.get(f"/tickets/{rows[1]}?view=mine"))
    assert "2 of 3" in page
    assert f'href="/console/tickets/{rows[0]}?view=mine"' in page
    assert f'href="/console/tickets/{rows[2]}?view=mine"' in page
    assert f'href="/console/?view=mine#{rows[1]}"' in page
    found = text(yusuf.get(f"/tickets/{rows[1]}?view=mine&search=Scanner+1%22%3E"))
    assert "view=mine&amp;search=Scanner+1%22%3E" in found
    assert 'Scanner 1">' not in found
    assert 'href="/console/?view=open#' in text(yusuf.get(f"/tickets/{rows[1]}?view=nonsense"))


def test_remote_help_stands_in_the_conversation_until_its_receipt(budi: Technician, rina: Person) -> None:
    ticket = rina.ticket(subject="Show me")
    number = number_of(rina, ticket)
    assert rina.put_message(ticket, new_id(), text="Please look", wants="remote-help").status == 201
    assert "Asks for remote help" in text(budi.get(f"/tickets/{number}"))
    employee = budi.running(rina, number)
    page = text(budi.get(f"/tickets/{number}"))
    assert "asked to see the screen" in page
    assert "allowed remote help" in page
    assert 'class="receipt"' not in page
    employee.step("ended", "stopped")
    assert text(budi.get(f"/tickets/{number}")).count('class="receipt"') == 1


def test_a_picture_is_one_by_its_bytes(budi: Technician, rina: Person) -> None:
    data = b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.hit=1'></svg>"
    upload = new_id()
    assert rina.create(upload, data).status == 201
    assert rina.patch(upload, 0, data).status == 204
    number = number_of(rina, rina.ticket(attachments=[reference(upload, data, "picture.png")]))
    page = text(budi.get(f"/tickets/{number}"))
    assert "data-picture" not in page
    assert "picture.png" in page
