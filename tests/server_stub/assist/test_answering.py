"""What the employee's client does, on a real store."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest

from contract.assist import (
    ASKED_S,
    BY_CLIENT,
    Ability,
    Answer,
    AssistState,
    End,
    PutAssistAnswer,
    PutAssistCode,
    PutAssistKey,
    PutAssistStep,
)
from contract.ids import new_id
from contract.problems import Code
from server_stub.assist.living import CODES
from tests.server_stub.assist.room import CONSENT, DECLINE, NOT_US, RUNNING, STARTING, Keys, Room, sealed
from tests.server_stub.assist.test_asking import refused


def ended(end: End) -> PutAssistStep:
    return PutAssistStep(state=AssistState.ENDED, end=end)


def test_a_session_from_the_request_to_the_receipt(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.shown(ana, budi, number)
    room.clock.go(5)
    consented = room.assist.answer(ana, session.id, CONSENT)
    assert (consented.state, consented.consented) == (AssistState.CONSENTED, room.clock())
    assert (consented.tool, consented.tool_name, consented.can) == ("anydesk", "AnyDesk", (Ability.VIEW, Ability.CONTROL))
    room.assist.step(ana, session.id, STARTING)
    code = sealed()
    assert room.assist.code(ana, session.id, PutAssistCode(code=code)).code == ""
    assert room.assist.of_technician(budi, session.id).code == code
    room.clock.go(5)
    assert room.assist.step(ana, session.id, RUNNING).started == room.clock()
    room.clock.go(60)
    over = room.assist.step(ana, session.id, ended(End.STOPPED))
    assert (over.state, over.end, over.ended) == (AssistState.ENDED, End.STOPPED, room.clock())
    assert room.assist.of_technician(budi, session.id).code == ""
    states = ["asked", "consented", "starting", "running", "ended"]
    assert [detail["state"] for _, _, detail in room.timeline("assist")] == states
    assert list(dict.fromkeys(told.state.value for told in room.feed(ana))) == states
    assert [row.what for row in room.audit()] == [f"assist-{state}" for state in states]
    receipt = room.audit()[-1]
    assert room.assist.on_ticket(number)[0].audit == room.desk.show(number).assist[0].audit == over.audit == receipt.hash
    assert msgspec.json.decode(receipt.detail) == {
        "session": session.id,
        "technician": "Budi",
        "login": "budi",
        "person": "Ana",
        "account": "ana",
        "computer": "PC-1",
        "tool": "anydesk",
        "tool_name": "AnyDesk",
        "can": "view, control",
        "wanted": "view",
        "consent_version": 1,
        "end": "stopped",
        "asked": session.asked.isoformat(),
        "consented": consented.consented.isoformat() if consented.consented else "",
        "started": over.started.isoformat() if over.started else "",
        "ended": room.clock().isoformat(),
    }
    assert (receipt.actor, receipt.ticket) == ("ana", number)


def test_no_key_and_no_code_is_anywhere_but_in_the_session(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session, codes = room.running(ana, budi, room.ticket(ana)), [sealed(), sealed()]
    room.assist.code(ana, session.id, PutAssistCode(code=codes[0]))
    room.assist.send_code(budi, session.id, codes[1])
    secrets = [*codes, room.client.public, room.keys.public]
    told = repr((room.feed(ana), room.timeline(), [row.detail for row in room.audit()], room.desk.show(session.number)))
    assert [secret for secret in secrets if secret in told] == []
    room.assist.end(budi, session.id)
    rows = room.store.read(lambda connection: connection.exec_driver_sql("SELECT * FROM assist_sessions").all())
    assert [code for code in codes if code in repr(rows)] == []


def test_only_the_persons_own_sessions_are_there(room: Room) -> None:
    ana, budi, cici = room.person(), room.technician(), room.person("Cici")
    session = room.running(ana, budi, room.ticket(ana))
    doings: tuple[Callable[[str], object], ...] = (
        lambda name: room.assist.own(cici, name),
        lambda name: room.assist.picture(cici, name),
        lambda name: room.assist.key(cici, name, PutAssistKey(key=room.client.public)),
        lambda name: room.assist.answer(cici, name, NOT_US),
        lambda name: room.assist.step(cici, name, ended(End.STOPPED)),
        lambda name: room.assist.step(cici, name, ended(End.NOT_OUR_HELP_DESK)),
        lambda name: room.assist.code(cici, name, PutAssistCode(code=sealed())),
        lambda name: room.assist.alive(cici, name),
    )
    for name in (session.id, new_id(), "x", "", session.id.upper()):
        for do in doings:
            with refused(Code.NOT_FOUND):
                do(name)
    assert room.assist.own(ana, session.id).state is AssistState.RUNNING
    assert room.assist.alarms() == ()


def test_one_computer_sends_one_key(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    laptop = room.person("Ana", "PC-2", ana.person)
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    with refused(Code.INVALID, "key"):
        room.assist.key(ana, session.id, PutAssistKey(key="x" * 87))
    sent = room.assist.key(laptop, session.id, PutAssistKey(key=room.client.public))
    assert room.assist.key(laptop, session.id, PutAssistKey(key=room.client.public)) == sent
    for who, key in ((laptop, Keys().public), (ana, room.client.public), (ana, Keys().public)):
        with refused(Code.CONFLICT, "key"):
            room.assist.key(who, session.id, PutAssistKey(key=key))
    room.assist.reveal(budi, session.id, room.keys.public)
    with refused(Code.CONFLICT, "answer"):
        room.assist.answer(ana, session.id, CONSENT)
    assert room.assist.answer(laptop, session.id, CONSENT).state is AssistState.CONSENTED
    doings: tuple[Callable[[], object], ...] = (
        lambda: room.assist.step(ana, session.id, STARTING),
        lambda: room.assist.step(ana, session.id, ended(End.CLIENT_ENDED)),
        lambda: room.assist.code(ana, session.id, PutAssistCode(code=sealed())),
        lambda: room.assist.alive(ana, session.id),
    )
    for do in doings:
        with refused(Code.CONFLICT):
            do()
    seen = room.assist.own(ana, session.id)
    assert seen.state is AssistState.CONSENTED, "the other computer may look"
    assert (seen.client_key, seen.technician_key) == (room.client.public, ""), "and learns that it is not the one, and no more"
    assert room.assist.step(ana, session.id, ended(End.NOT_OUR_HELP_DESK)).end is End.NOT_OUR_HELP_DESK, "and may call for help"
    detail = msgspec.json.decode(room.audit("assist-ended")[0].detail)
    assert detail["computer"] == "PC-2", "the one that showed its screen"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"consent_version": 0}, "consent_version"),
        ({"consent_version": 2}, "consent_version"),
        ({"consent_version": -(2**70)}, "consent_version"),
        ({"tool": None}, "tool"),
        ({"tool": "anydesk\n"}, "tool"),
        ({"can": ()}, "can"),
        ({"can": (Ability.VIEW, Ability.VIEW)}, "can"),
        ({"tool_name": "Any\nDesk"}, "tool_name"),
        ({"tool_name": "Any\u202eksed"}, "tool_name"),
        ({"tool_name": "a\0b"}, "tool_name"),
    ],
)
def test_consent_is_to_something_known(room: Room, changes: dict[str, object], field: str) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    with refused(Code.INVALID, field):
        room.assist.answer(ana, session.id, msgspec.structs.replace(CONSENT, **changes))
    assert room.assist.own(ana, session.id).state is AssistState.ASKED


def test_consent_needs_the_words_and_time(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    with refused(Code.CONFLICT, "answer"):
        room.assist.answer(ana, session.id, CONSENT)
    room.assist.key(ana, session.id, PutAssistKey(key=room.client.public))
    with refused(Code.CONFLICT, "answer"):
        room.assist.answer(ana, session.id, CONSENT)
    room.assist.reveal(budi, session.id, room.keys.public)
    room.clock.go(ASKED_S)
    with refused(Code.ASSIST_OVER):
        room.assist.answer(ana, session.id, CONSENT)


def test_there_is_one_answer(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.shown(ana, budi, number)
    consented = room.assist.answer(ana, session.id, CONSENT)
    before = room.timeline()
    assert room.assist.answer(ana, session.id, CONSENT) == consented
    assert room.timeline() == before
    for other in (DECLINE, msgspec.structs.replace(CONSENT, tool="teamviewer")):
        with refused(Code.CONFLICT, "answer"):
            room.assist.answer(ana, session.id, other)
    room.assist.step(ana, session.id, STARTING)
    assert room.assist.answer(ana, session.id, CONSENT).state is AssistState.STARTING, "a late repetition hears how it stands"
    room.assist.step(ana, session.id, ended(End.TOOL_FAILED))
    with refused(Code.ASSIST_OVER):
        room.assist.answer(ana, session.id, CONSENT)
    with refused(Code.ASSIST_OVER):
        room.assist.answer(ana, session.id, DECLINE)


def test_declining_is_one_word_and_may_be_repeated(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    declined = room.assist.answer(ana, session.id, DECLINE)
    assert (declined.state, declined.end, declined.audit) == (AssistState.DECLINED, End.DECLINED, room.audit()[-1].hash)
    assert room.assist.answer(ana, session.id, DECLINE) == declined
    with refused(Code.ASSIST_OVER):
        room.assist.answer(ana, session.id, CONSENT)
    assert room.assist.alarms() == ()


@pytest.mark.parametrize("as_end", [False, True])
@pytest.mark.parametrize("reached", ["asked", "shown", "running", "withdrawn", "ended"])
def test_not_our_help_desk_ends_and_alarms_once_at_every_moment(room: Room, reached: str, as_end: bool) -> None:  # noqa: FBT001
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    if reached in {"running", "ended"}:
        session = room.running(ana, budi, number)
    elif reached == "shown":
        session = room.shown(ana, budi, number)
    else:
        session = room.assist.ask(budi, number, room.keys.commitment)
    if reached in {"withdrawn", "ended"}:
        room.assist.withdraw(budi, session.id)

    def say() -> object:
        if as_end:
            return room.assist.step(ana, session.id, ended(End.NOT_OUR_HELP_DESK))
        return room.assist.answer(ana, session.id, NOT_US)

    first = say()
    assert say() == first
    found = room.assist.own(ana, session.id)
    if reached in {"withdrawn", "ended"}:
        assert found.end is End.TECHNICIAN, "what has ended stays ended as it did"
    else:
        assert found.end is End.NOT_OUR_HELP_DESK
        assert found.state is (AssistState.ENDED if reached == "running" else AssistState.DECLINED)
    (alarm,) = room.assist.alarms()
    assert (alarm.session, alarm.reason, alarm.technician) == (session.id, End.NOT_OUR_HELP_DESK, "Budi")
    assert [row.what for row in room.audit("assist-alarm")] == ["assist-alarm"]
    assert len(room.timeline("alarm")) == 1


STEPS = [
    (PutAssistStep(state=AssistState.ASKED), Code.INVALID),
    (PutAssistStep(state=AssistState.CONSENTED), Code.INVALID),
    (PutAssistStep(state=AssistState.DECLINED, end=End.DECLINED), Code.INVALID),
    (PutAssistStep(state=AssistState.RUNNING, end=End.STOPPED), Code.INVALID),
    (PutAssistStep(state=AssistState.ENDED), Code.INVALID),
    *((ended(end), Code.INVALID) for end in End if end not in BY_CLIENT),
]


@pytest.mark.parametrize(("step", "code"), STEPS)
def test_what_a_client_can_not_say_of_a_step(room: Room, step: PutAssistStep, code: Code) -> None:
    ana, budi = room.person(), room.technician()
    session = room.running(ana, budi, room.ticket(ana))
    with refused(code):
        room.assist.step(ana, session.id, step)
    assert room.assist.own(ana, session.id).state is AssistState.RUNNING


def test_steps_go_forward_only_and_repeat_themselves(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    for early in (STARTING, RUNNING, ended(End.STOPPED)):
        with refused(Code.CONFLICT, "state"):
            room.assist.step(ana, session.id, early)
    room.assist.answer(ana, session.id, CONSENT)
    with refused(Code.CONFLICT, "state"):
        room.assist.step(ana, session.id, RUNNING)
    room.assist.step(ana, session.id, STARTING)
    running = room.assist.step(ana, session.id, RUNNING)
    room.clock.go(3)
    before = room.timeline()
    assert room.assist.step(ana, session.id, RUNNING) == running
    with refused(Code.CONFLICT, "state"):
        room.assist.step(ana, session.id, STARTING)
    assert room.timeline() == before
    over = room.assist.step(ana, session.id, ended(End.LOCKED))
    assert room.assist.step(ana, session.id, ended(End.LOCKED)) == over
    for late in (ended(End.STOPPED), RUNNING, STARTING):
        with refused(Code.ASSIST_OVER):
            room.assist.step(ana, session.id, late)


@pytest.mark.parametrize("end", sorted(BY_CLIENT))
def test_every_end_of_a_clients_is_on_the_receipt(room: Room, end: End) -> None:
    ana, budi = room.person(), room.technician()
    session = room.running(ana, budi, room.ticket(ana))
    assert room.assist.step(ana, session.id, ended(end)).end is end
    assert room.timeline("assist")[-1][2]["end"] == end.value


def test_a_code_for_the_technician_needs_consent_and_is_not_sent_without_end(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    with refused(Code.CONFLICT, "code"):
        room.assist.code(ana, session.id, PutAssistCode(code=sealed()))
    room.assist.answer(ana, session.id, CONSENT)
    with refused(Code.INVALID, "code"):
        room.assist.code(ana, session.id, PutAssistCode(code="A" * 38))
    for _ in range(CODES):
        last = PutAssistCode(code=sealed())
        room.assist.code(ana, session.id, last)
    room.assist.code(ana, session.id, last)
    with refused(Code.LIMIT_REACHED):
        room.assist.code(ana, session.id, PutAssistCode(code=sealed()))
    with refused(Code.LIMIT_REACHED):
        room.assist.send_code(budi, session.id, sealed())
    assert room.assist.of_technician(budi, session.id).code == last.code
    room.assist.end(budi, session.id)
    with refused(Code.ASSIST_OVER):
        room.assist.code(ana, session.id, last)


def test_a_sign_of_life_answers_how_it_stands_and_writes_nothing(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    before = room.timeline()
    assert room.assist.alive(ana, session.id) == room.assist.own(ana, session.id)
    assert room.timeline() == before
    room.assist.withdraw(budi, session.id)
    assert room.assist.alive(ana, session.id).state is AssistState.WITHDRAWN, "a client without its feed hears of the end"


def test_the_technicians_picture(room: Room) -> None:
    data = b"\x89PNG of Budi"
    pictured = room.technician(picture=room.blobs.keep(data), picture_sha256=hashlib.sha256(data).hexdigest())
    ana, cici = room.person(), room.person("Cici")
    session = room.assist.ask(pictured, room.ticket(ana), room.keys.commitment)
    file = room.assist.picture(ana, session.id)
    assert (file.path.read_bytes(), file.size_bytes, file.sha256) == (data, len(data), session.technician.picture)
    assert "budi" not in file.name.lower()
    plain = room.assist.ask(room.technician("sari"), room.ticket(cici), room.keys.commitment)
    with refused(Code.NOT_FOUND):
        room.assist.picture(cici, plain.id)
    file.path.unlink()
    with refused(Code.NOT_FOUND):
        room.assist.picture(ana, session.id)


def test_an_answer_is_recognised_by_what_it_says(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    room.assist.answer(ana, session.id, DECLINE)
    much = PutAssistAnswer(answer=Answer.DECLINE, consent_version=1, tool="anydesk")
    assert room.assist.answer(ana, session.id, much).state is AssistState.DECLINED, "what goes with a no means nothing"
    assert room.clock() - session.asked == timedelta(0)
