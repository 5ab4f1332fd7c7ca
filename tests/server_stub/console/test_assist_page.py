"""The pages of remote help over real HTTP: what they say in each state, to whoever asked and to everybody else."""

import re
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.assist import ASKED_S, LIVE, AssistState
from contract.assist_words import word_list
from contract.ids import new_id
from server_stub.console import assist_page
from server_stub.store.accounts import Role
from tests.server_stub.console.conftest import PASSWORD, Console
from tests.server_stub.console.employee import Employee
from tests.server_stub.console.technician import Technician, new_key, number_of
from tests.server_stub.served import Answer, Person


@pytest.fixture(scope="module")
def budi(console: Console) -> Technician:
    return Technician(console.sign_in("budi"))


@pytest.fixture(scope="module")
def ani(console: Console) -> Technician:
    console.served.backend.accounts.add("ani", "Ani Putri", Role.TECHNICIAN, password=PASSWORD)
    return Technician(console.sign_in("ani"))


@pytest.fixture(scope="module")
def dewi(console: Console) -> Technician:
    return Technician(console.sign_in("dewi"))


@pytest.fixture
def rina(console: Console) -> Person:
    return console.served.person("Rina Wijaya", "LT-0231")


@pytest.fixture
def number(rina: Person) -> str:
    return number_of(rina, rina.ticket(subject="Labels do not print", details="Since this morning.", telephone="4417"))


def text(answer: Answer) -> str:
    return answer.body.decode()


def told(answer: Answer) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="assist-told">(.*?)</script>', text(answer), re.DOTALL)
    assert found is not None
    value: dict[str, object] = msgspec.json.decode(found[1])
    return value


def test_before_asking_the_page_says_what_will_happen(budi: Technician, number: str) -> None:
    page = text(budi.get(f"/tickets/{number}/assist"))
    for part in ("See the screen of Rina Wijaya", "LT-0231 shows your name", "decline with one click", "Ask Rina", "Telephone: 4417"):
        assert part in page


def test_why_it_cannot_be_asked_is_a_sentence(budi: Technician, ani: Technician, rina: Person, console: Console) -> None:
    first, second = rina.ticket(), rina.ticket()
    one, two = number_of(rina, first), number_of(rina, second)
    employee = budi.agreed(rina, one)
    live = text(ani.get(f"/tickets/{one}/assist"))
    assert "under way on this ticket" in live
    assert f"/console/assist/{employee.session}" in live
    assert "under way with Rina on another ticket" in text(ani.get(f"/tickets/{two}/assist"))
    employee.answer("decline")
    assert "You can ask again after Rina has written" in text(ani.get(f"/tickets/{one}/assist"))
    console.served.backend.handling.resolve(ani.account, two)
    assert "Reopen it first" in text(ani.get(f"/tickets/{two}/assist"))
    for page in (one, two):
        assert 'id="ask-button"' not in text(ani.get(f"/tickets/{page}/assist"))


def test_what_was_asked_for_is_what_both_sides_see(budi: Technician, rina: Person, number: str) -> None:
    session = budi.ask(number, new_key(), control=True).json()["session"]
    assert Employee(rina, session).now().wanted == ("view", "control")
    assert "Asked for: see the screen, use mouse and keyboard." in text(budi.get(f"/assist/{session}"))


def test_only_who_asked_gets_keys_and_code_and_something_to_press(
    budi: Technician, ani: Technician, dewi: Technician, rina: Person, number: str
) -> None:
    employee = budi.running(rina, number)
    mine = budi.get(f"/assist/{employee.session}")
    assert told(mine)["code"]
    for other in (ani, dewi):
        for path in (f"/assist/{employee.session}", f"/assist/{employee.session}/now"):
            seen = other.get(path)
            assert set(told(seen)) == {"id", "number", "state", "live", "mine", "version"}
            assert "Only Budi Santoso sees the words and the code." in text(seen)
            for secret in (told(mine)["code"], told(mine)["clientKey"], told(mine)["technicianKey"], told(mine)["commitment"]):
                assert str(secret) not in text(seen)
            assert f'action="/console/assist/{employee.session}' not in text(seen)


def test_somebody_who_is_not_signed_in_is_led_there_or_told(console: Console, budi: Technician, number: str) -> None:
    session = budi.asked(number, new_key())
    page = console.served.call("GET", f"/console/assist/{session}", None, {"Accept": "text/html"})
    assert (page.status, page.headers["location"]) == (303, f"/console/sign-in?next=/console/assist/{session}")
    assert console.served.call("GET", f"/console/assist/{session}/now").status == 401
    assert console.served.call("POST", f"/console/assist/{session}/end", b"", {"Sec-Fetch-Site": "same-origin"}).status in {401, 403}


def test_at_the_end_the_code_is_gone_and_the_receipt_is_there(budi: Technician, rina: Person, number: str) -> None:
    employee = budi.running(rina, number)
    code = str(told(budi.get(f"/assist/{employee.session}"))["code"])
    assert budi.press(f"/assist/{employee.session}/end").status == 303
    page = budi.get(f"/assist/{employee.session}")
    assert told(page)["code"] == ""
    assert code not in text(page)
    (session,) = budi.served.backend.assist.on_ticket(number)
    for part in ("Budi Santoso ended it.", "AnyDesk", "version 1", session.audit[:12], "Ask again"):
        assert part in text(page)
    assert session.state not in LIVE


def test_a_computer_that_gives_no_sign_is_said_to(budi: Technician, rina: Person, number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    employee = budi.running(rina, number)
    assert "No sign of the computer" not in text(budi.get(f"/assist/{employee.session}"))
    monkeypatch.setattr(assist_page, "LOST", timedelta(0))
    assert "No sign of the computer since <time" in text(budi.get(f"/assist/{employee.session}"))


def test_the_lists_of_words_are_the_contracts(budi: Technician) -> None:
    for language in ("en", "id"):
        assert text(budi.get(f"/assist-words/{language}")).split("\n") == list(word_list(language))
    for other in ("de", "..%2fassist", "EN"):
        assert budi.get(f"/assist-words/{other}").status == 404


def test_hostile_words_are_letters_in_every_page(budi: Technician, dewi: Technician, console: Console) -> None:
    evil = "<img src=//evil.example onerror=alert(1)>\"'{{7*7}}</script>"
    person = console.served.person(evil, evil[:60])
    number = number_of(person, person.ticket(subject=evil, details=evil, telephone=evil[:40]))
    before = text(budi.get(f"/tickets/{number}/assist"))
    employee = budi.agreed(person, number)
    employee.consent("anydesk", evil[:60])
    pages = [before, text(budi.get(f"/assist/{employee.session}")), text(budi.get(f"/assist/{employee.session}/said"))]
    assert budi.press(f"/assist/{employee.session}/differ").status == 303
    pages += [text(budi.get(f"/assist/{employee.session}")), text(dewi.get("/alarms"))]
    for page in pages:
        assert "<img src" not in page
        assert "&lt;img src=//evil.example" in page
        assert "{{7*7}}" in page


def test_a_request_that_nobody_answered_says_so(budi: Technician, rina: Person, number: str) -> None:
    session = budi.asked(number, new_key())
    budi.served.backend.assist.tick(datetime.now(UTC) + timedelta(seconds=ASKED_S + 1))
    page = text(budi.get(f"/assist/{session}"))
    assert "Rina didn't answer in time." in page
    assert "Ask again" in page
    assert Employee(rina, session).now().state is AssistState.EXPIRED


def test_the_employees_own_wish_is_said_until_somebody_asks(budi: Technician, rina: Person) -> None:
    ticket = rina.ticket()
    number = number_of(rina, ticket)
    assert "asks for remote help" not in text(budi.get(f"/tickets/{number}/assist"))
    assert rina.put_message(ticket, new_id(), text="Please look", wants="remote-help").status == 201
    assert "Rina asks for remote help" in text(budi.get(f"/tickets/{number}/assist"))
    budi.asked(number, new_key())
    assert "asks for remote help" not in text(budi.get(f"/tickets/{number}/assist"))
