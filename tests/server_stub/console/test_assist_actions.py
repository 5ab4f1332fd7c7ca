"""What a technician does in remote help, over real HTTP: by whoever may not, and with what was guessed, forged, replayed and stale."""

import pytest

from contract.assist import AssistState
from contract.ids import new_id
from server_stub.store.accounts import Role
from tests.server_stub.console.conftest import PASSWORD, Console
from tests.server_stub.console.employee import Employee, encoded, public
from tests.server_stub.console.technician import Technician, new_key, number_of
from tests.server_stub.served import Answer, Person

ACTIONS = ("withdraw", "end", "differ")


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


def test_the_same_request_again_is_the_same_session_and_anybody_else_s_is_refused(budi: Technician, ani: Technician, number: str) -> None:
    key = new_key()
    session = budi.asked(number, key)
    assert budi.asked(number, key) == session
    assert budi.ask(number, new_key()).status == 409
    refused = ani.ask(number, key)
    assert refused.status in {404, 409}
    assert session not in text(refused)


@pytest.mark.parametrize(
    "body",
    [
        {"commitment": "0" * 63},
        {"commitment": "G" * 64},
        {"commitment": "0" * 64 + "\n"},
        {"commitment": None},
        {},
        [],
        {"commitment": "0" * 64, "control": "yes"},
        {"commitment": "0" * 64, "account": "somebody"},
    ],
)
def test_what_is_no_request_asks_nobody(budi: Technician, number: str, body: object) -> None:
    assert budi.send(f"/tickets/{number}/assist", body).status == 422
    assert budi.served.backend.assist.on_ticket(number) == ()


def test_nobody_else_can_do_anything_with_a_session(budi: Technician, ani: Technician, dewi: Technician, rina: Person, number: str) -> None:
    employee = budi.running(rina, number)
    for other in (ani, dewi):
        assert [other.press(f"/assist/{employee.session}/{action}").status for action in ACTIONS] == [404] * 3
        assert other.reveal(employee.session, new_key()).status == 404
        assert other.send(f"/assist/{employee.session}/code", {"code": "A" * 60}).status == 404
    assert employee.now().state is AssistState.RUNNING


@pytest.mark.parametrize("guess", [new_id(), "0", "..", "%00", "INC-000001", "' or 1=1", "a" * 4000, "%2e%2e%2fapi"])
def test_a_guessed_session_is_nothing(budi: Technician, guess: str) -> None:
    path = f"/assist/{guess.replace(' ', '%20')}"
    assert budi.get(path).status == 404
    assert budi.get(f"{path}/now").status == 404
    assert budi.press(f"{path}/end").status == 404
    assert budi.reveal(guess.replace(" ", "%20"), new_key()).status == 404


def test_a_key_that_was_not_promised_is_refused_and_the_right_one_is_taken_again(budi: Technician, rina: Person, number: str) -> None:
    key = new_key()
    session = budi.asked(number, key)
    assert budi.reveal(session, key).status == 409, "the computer hasn't sent its own"
    employee = Employee(rina, session)
    employee.send_key()
    assert budi.reveal(session, new_key()).status == 422
    assert budi.send(f"/assist/{session}/reveal", {"key": encoded(b"\x04" + bytes(64))}).status == 422
    assert employee.now().technician_key == ""
    assert budi.reveal(session, key).status == 200
    assert budi.reveal(session, key).status == 200
    assert employee.now().technician_key == encoded(public(key))


@pytest.mark.parametrize("action", ACTIONS)
def test_without_the_sessions_word_or_from_another_page_nothing_happens(budi: Technician, rina: Person, number: str, action: str) -> None:
    employee = budi.running(rina, number)
    path = f"/assist/{employee.session}/{action}"
    for headers in (
        {"X-CSRF": ""},
        {"X-CSRF": "0" * 64},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
    ):
        assert budi.send(path, {}, headers).status == 403
    assert employee.now().state is AssistState.RUNNING


@pytest.mark.parametrize("action", ACTIONS)
def test_a_stale_tab_is_led_to_how_it_stands(budi: Technician, rina: Person, number: str, action: str) -> None:
    employee = budi.running(rina, number)
    employee.step("ended", "stopped")
    answer = budi.press(f"/assist/{employee.session}/{action}")
    assert (answer.status, answer.headers["location"]) == (303, f"/console/assist/{employee.session}")
    assert "Rina ended it." in text(budi.get(f"/assist/{employee.session}"))
    assert budi.reveal(employee.session, new_key()).status == 409


def test_a_code_for_the_employee_reaches_only_their_computer(budi: Technician, rina: Person, number: str) -> None:
    employee = budi.agreed(rina, number)
    sealed = {"code": "A" * 60}
    assert budi.send(f"/assist/{employee.session}/code", sealed).status == 409, "before consent"
    employee.run("quick-assist", "Quick Assist")
    assert budi.send(f"/assist/{employee.session}/code", sealed).status == 200
    assert budi.send(f"/assist/{employee.session}/code", {"code": "<script>"}).status == 422
    assert employee.now().code == "A" * 60
    page = text(budi.get(f"/assist/{employee.session}"))
    assert "Code that Quick Assist shows you" in page
    assert "A" * 60 not in page
