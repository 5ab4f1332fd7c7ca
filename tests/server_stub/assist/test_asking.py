"""What technicians do, on a real store."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from contract.assist import ASKED_S, Ability, AssistState, End, PutAssistKey
from contract.ids import new_id
from contract.problems import Code
from contract.tickets import By
from server_stub.assist.asking import ASKS, ASKS_WITHIN, WHY_NOT
from server_stub.refusals import RefusalError
from tests.server_stub.assist.room import CONSENT, DECLINE, NOT_US, RUNNING, STARTING, Keys, Room, sealed


def refused(code: Code, field: str | None = None) -> "pytest.RaisesExc[RefusalError]":
    return pytest.raises(RefusalError, check=lambda error: error.code is code and (field is None or error.field == field))


def test_asking_reaches_the_employee_with_who_and_what(room: Room) -> None:
    ana, budi = room.person(), room.technician(title="Workplace support", picture_sha256="0" * 64)
    number = room.ticket(ana)
    assert room.assist.why_not(number) is None
    session = room.assist.ask(budi, number.lower(), room.keys.commitment, (Ability.VIEW, Ability.CONTROL))
    assert session.state is AssistState.ASKED
    assert session.expires - session.asked == timedelta(seconds=ASKED_S)
    assert session.wanted == (Ability.VIEW, Ability.CONTROL)
    (told,) = room.feed(ana)
    assert told == room.assist.own(ana, session.id) == room.assist.on_ticket(number)[0]
    shown = told.technician
    assert (shown.name, shown.title, shown.role, shown.picture) == ("Budi", "Workplace support", "technician", "0" * 64)
    assert (told.number, told.subject, told.language) == (number, "No sound", "en")
    assert budi.id not in repr(told)
    assert budi.login not in repr(told)
    assert room.timeline("assist") == [("technician", "assist", {"session": session.id, "state": "asked"})]


@pytest.mark.parametrize("wanted", [(), (Ability.VIEW, Ability.VIEW)])
def test_what_is_wanted_is_something_and_each_once(room: Room, wanted: tuple[Ability, ...]) -> None:
    number = room.ticket(room.person())
    with refused(Code.INVALID, "wanted"):
        room.assist.ask(room.technician(), number, room.keys.commitment, wanted)
    with refused(Code.INVALID, "commitment"):
        room.assist.ask(room.technician("other"), number, "0" * 63)
    assert room.assist.on_ticket(number) == ()


@pytest.mark.parametrize("number", ["INC-999999", "", "x", "1' or 1=1", "INC-000001\n2"])
def test_a_ticket_that_is_not_there(room: Room, number: str) -> None:
    room.ticket(room.person())
    budi = room.technician()
    for ask in (
        lambda: room.assist.ask(budi, number, room.keys.commitment),
        lambda: room.assist.why_not(number),
        lambda: room.assist.on_ticket(number),
    ):
        with refused(Code.NOT_FOUND):
            ask()


def test_one_session_a_ticket_and_one_a_person(room: Room) -> None:
    ana, budi, sari = room.person(), room.technician(), room.technician("sari")
    first, second, other = room.ticket(ana), room.ticket(ana), room.ticket(room.person("Cici"))
    session = room.assist.ask(budi, first, room.keys.commitment)
    assert (room.assist.why_not(first), room.assist.why_not(second), room.assist.why_not(other)) == ("live", "elsewhere", None)
    for number, why in ((first, "live"), (second, "elsewhere")):
        with refused(Code.CONFLICT, why):
            room.assist.ask(sari, number, room.keys.commitment)
    assert room.assist.ask(sari, other, room.keys.commitment).state is AssistState.ASKED
    room.assist.withdraw(budi, session.id)
    assert room.assist.ask(sari, second, room.keys.commitment).state is AssistState.ASKED


def test_of_twenty_who_ask_at_once_exactly_one_does(room: Room) -> None:
    ana = room.person()
    number = room.ticket(ana)
    technicians = [room.technician(f"t{place}") for place in range(20)]
    begin = threading.Barrier(20)
    won: list[str] = []
    lost: list[RefusalError] = []

    def ask(place: int) -> None:
        begin.wait()
        try:
            won.append(room.assist.ask(technicians[place], number, room.keys.commitment).id)
        except RefusalError as error:
            lost.append(error)

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert [(error.code, error.field) for error in lost] == [(Code.CONFLICT, "live")] * 19
    assert [told.id for told in room.feed(ana)] == [session.id for session in room.assist.on_ticket(number)] == won


@pytest.mark.parametrize("no", [DECLINE, NOT_US])
def test_after_a_no_the_employee_writes_first(room: Room, no: object) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    room.says(number)
    room.clock.go(1)
    room.assist.answer(ana, room.assist.ask(budi, number, room.keys.commitment).id, no)  # type: ignore[arg-type]
    assert room.assist.why_not(number) == "declined"
    with refused(Code.CONFLICT, "declined"):
        room.assist.ask(budi, number, room.keys.commitment)
    room.clock.go(7200)
    room.says(number, By.TECHNICIAN)
    assert room.assist.why_not(number) == "declined", "a technician's words are not the employee's"
    room.says(number)
    assert room.assist.why_not(number) is None
    room.clock.go(1)
    again = room.assist.ask(budi, number, room.keys.commitment)
    room.assist.withdraw(budi, again.id)
    assert room.assist.why_not(number) is None, "what was withdrawn may be asked again"


def test_not_our_help_desk_in_the_middle_counts_as_a_no(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    room.assist.answer(ana, room.running(ana, budi, number).id, NOT_US)
    room.clock.go(1)
    assert room.assist.why_not(number) == "declined"


def test_nobody_is_asked_again_and_again(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    for _ in range(ASKS):
        room.assist.withdraw(budi, room.assist.ask(budi, number, room.keys.commitment).id)
        room.clock.go(60)
    assert room.assist.why_not(number) == "often"
    with refused(Code.LIMIT_REACHED, "often") as error:
        room.assist.ask(budi, number, room.keys.commitment)
    wait = error.value.retry_after_s
    assert wait
    assert wait == ASKS_WITHIN.total_seconds() - 60 * ASKS + 1
    room.clock.go(wait)
    assert room.assist.ask(budi, number, room.keys.commitment).state is AssistState.ASKED


def test_another_ticket_is_no_way_to_ask_again_and_again(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    for _ in range(ASKS):
        room.assist.withdraw(budi, room.assist.ask(budi, room.ticket(ana), room.keys.commitment).id)
    assert room.assist.why_not(room.ticket(ana)) == "often"
    assert room.assist.why_not(room.ticket(room.person("Cici"))) is None


def test_a_resolved_ticket_or_a_person_without_a_computer_is_not_asked(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number, other = room.ticket(ana), room.ticket(room.person("Cici"))
    room.resolves(ana, number)
    assert room.assist.why_not(number) == "resolved"
    with refused(Code.CONFLICT, "resolved"):
        room.assist.ask(budi, number, room.keys.commitment)
    room.revoke("Cici")
    assert room.assist.why_not(other) == "unreachable"
    with refused(Code.CONFLICT, "unreachable"):
        room.assist.ask(budi, other, room.keys.commitment)
    assert {"resolved", "unreachable"} < set(WHY_NOT)


def test_the_key_is_revealed_after_the_computers_and_as_promised(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    with refused(Code.CONFLICT, "key"):
        room.assist.reveal(budi, session.id, room.keys.public)
    assert room.assist.own(ana, session.id).technician_key == ""
    room.assist.key(ana, session.id, PutAssistKey(key=room.client.public))
    assert room.assist.of_technician(budi, session.id).client_key == room.client.public
    with refused(Code.INVALID, "key"):
        room.assist.reveal(budi, session.id, Keys().public)
    with refused(Code.INVALID, "key"):
        room.assist.reveal(budi, session.id, "x" * 87)
    revealed = room.assist.reveal(budi, session.id, room.keys.public)
    assert revealed.technician_key == room.assist.own(ana, session.id).technician_key == room.keys.public
    before = room.timeline()
    assert room.assist.reveal(budi, session.id, room.keys.public) == revealed
    assert room.timeline() == before, "the same again tells nobody anything"
    with refused(Code.CONFLICT, "key"):
        room.assist.reveal(budi, session.id, Keys().public)
    room.assist.withdraw(budi, session.id)
    with refused(Code.ASSIST_OVER):
        room.assist.reveal(budi, session.id, room.keys.public)


def test_a_request_whose_time_is_over_shows_no_key_though_nobody_has_looked_yet(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    room.assist.key(ana, session.id, PutAssistKey(key=room.client.public))
    room.clock.go(ASKED_S)
    with refused(Code.ASSIST_OVER):
        room.assist.reveal(budi, session.id, room.keys.public)


def test_a_session_is_that_technicians_alone(room: Room) -> None:
    ana, budi, sari = room.person(), room.technician(), room.technician("sari")
    number = room.ticket(ana)
    session = room.running(ana, budi, number)
    doings: tuple[Callable[[str], object], ...] = (
        lambda name: room.assist.of_technician(sari, name),
        lambda name: room.assist.reveal(sari, name, room.keys.public),
        lambda name: room.assist.withdraw(sari, name),
        lambda name: room.assist.end(sari, name),
        lambda name: room.assist.words_differ(sari, name),
        lambda name: room.assist.send_code(sari, name, sealed()),
    )
    for name in (session.id, new_id(), "x", "", session.id.upper(), "' or 1=1"):
        for do in doings:
            with refused(Code.NOT_FOUND):
                do(name)
    assert room.assist.receipt(session.id) == room.assist.on_ticket(number)[0]
    with refused(Code.NOT_FOUND):
        room.assist.receipt(new_id())
    (seen,) = room.assist.on_ticket(number)
    assert (seen.client_key, seen.technician_key, seen.code) == ("", "", "")
    assert room.assist.of_technician(budi, session.id).state is AssistState.RUNNING


@pytest.mark.parametrize("reached", ["asked", "shown", "consented", "starting", "running"])
def test_the_technician_ends_it_wherever_it_stands(room: Room, reached: str) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.assist.ask(budi, number, room.keys.commitment) if reached == "asked" else room.shown(ana, budi, number)
    steps = ["consented", "starting", "running"]
    for step in steps[: steps.index(reached) + 1] if reached in steps else ():
        if step == "consented":
            room.assist.answer(ana, session.id, CONSENT)
        else:
            room.assist.step(ana, session.id, STARTING if step == "starting" else RUNNING)
    ended = room.assist.withdraw(budi, session.id)
    assert ended.state is (AssistState.ENDED if reached in steps else AssistState.WITHDRAWN)
    assert (ended.end, ended.ended) == (End.TECHNICIAN, room.clock())
    assert room.assist.end(budi, session.id) == ended, "the same again"
    assert room.feed(ana)[-1].end is End.TECHNICIAN
    assert room.assist.alarms() == ()
    room.says(number)
    room.assist.answer(ana, room.assist.ask(budi, number, room.keys.commitment).id, DECLINE)
    with refused(Code.ASSIST_OVER):
        room.assist.end(budi, room.assist.on_ticket(number)[0].id)


def test_words_that_differ_end_everything_and_alarm_once(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.assist.ask(budi, number, room.keys.commitment)
    with refused(Code.CONFLICT):
        room.assist.words_differ(budi, session.id)
    room.assist.key(ana, session.id, PutAssistKey(key=room.client.public))
    room.assist.reveal(budi, session.id, room.keys.public)
    ended = room.assist.words_differ(budi, session.id)
    assert (ended.state, ended.end) == (AssistState.WITHDRAWN, End.WORDS_DIFFER)
    assert room.assist.words_differ(budi, session.id) == ended
    (alarm,) = room.assist.alarms()
    assert (alarm.session, alarm.reason) == (session.id, End.WORDS_DIFFER)
    running = room.running(ana, budi, number)
    assert room.assist.words_differ(budi, running.id).state is AssistState.ENDED
    late = room.running(ana, budi, number)
    room.assist.end(budi, late.id)
    assert room.assist.words_differ(budi, late.id).end is End.TECHNICIAN, "it was over; the alarm is raised all the same"
    assert [one.session for one in room.assist.alarms()] == [session.id, running.id, late.id]


def test_a_code_for_the_employee_needs_consent_and_is_gone_with_the_session(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session, code, later = room.shown(ana, budi, room.ticket(ana)), sealed(), sealed()
    with refused(Code.CONFLICT, "code"):
        room.assist.send_code(budi, session.id, code)
    room.assist.answer(ana, session.id, CONSENT)
    with refused(Code.INVALID, "code"):
        room.assist.send_code(budi, session.id, "not sealed")
    told = len(room.feed(ana))
    assert room.assist.send_code(budi, session.id, code).code == "", "the technician's own is not shown to them"
    assert room.assist.alive(ana, session.id).code == room.assist.own(ana, session.id).code == code
    assert len(room.feed(ana)) == told + 1, "the client is told to look"
    room.assist.send_code(budi, session.id, code)
    assert len(room.feed(ana)) == told + 1
    room.assist.send_code(budi, session.id, later)
    assert room.assist.own(ana, session.id).code == later
    room.assist.end(budi, session.id)
    assert room.assist.own(ana, session.id).code == ""
    with refused(Code.ASSIST_OVER):
        room.assist.send_code(budi, session.id, code)
