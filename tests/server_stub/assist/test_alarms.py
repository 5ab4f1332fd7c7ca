import pytest

from contract.assist import End
from contract.ids import new_id
from contract.problems import Code
from server_stub.store.accounts import Role
from tests.server_stub.assist.room import NOT_US, Room
from tests.server_stub.assist.test_asking import refused


def test_an_alarm_stays_until_a_lead_confirms_it(room: Room) -> None:
    budi, dewi, sari = room.technician(), room.technician("dewi", Role.LEAD), room.technician("sari", Role.LEAD)
    found = []
    for name in ("Ana", "Cici"):
        who = room.person(name, f"PC-{name}")
        session = room.assist.ask(budi, room.ticket(who), room.keys.commitment)
        room.clock.go(1)
        room.assist.answer(who, session.id, NOT_US)
        found.append((session.id, session.number, name, f"PC-{name}", room.clock()))
    alarms = room.assist.alarms()
    assert [(one.session, one.number, one.person, one.computer, one.raised) for one in alarms] == found
    assert {(one.subject, one.technician, one.reason) for one in alarms} == {("No sound", "Budi", End.NOT_OUR_HELP_DESK)}
    for account, alarm in ((budi, alarms[0].id), (dewi, new_id()), (dewi, "")):
        with refused(Code.NOT_FOUND):
            room.assist.confirm_alarm(account, alarm)
    room.assist.confirm_alarm(dewi, alarms[0].id)
    room.assist.confirm_alarm(sari, alarms[0].id)
    assert room.assist.alarms() == alarms[1:]
    assert [(side, detail["session"]) for side, _, detail in room.timeline("alarm-confirmed")] == [("technician", found[0][0])]
    assert [(row.what, row.actor) for row in room.audit("assist-alarm")] == [
        ("assist-alarm", "ana"),
        ("assist-alarm", "cici"),
        ("assist-alarm-confirmed", "dewi"),
    ]
    room.reopen()
    assert room.assist.alarms() == alarms[1:]


@pytest.mark.parametrize("times", [2, 3])
def test_one_session_alarms_once(room: Room, times: int) -> None:
    ana, budi, dewi = room.person(), room.technician(), room.technician("dewi", Role.LEAD)
    session = room.assist.ask(budi, room.ticket(ana), room.keys.commitment)
    for _ in range(times):
        room.assist.answer(ana, session.id, NOT_US)
    room.assist.confirm_alarm(dewi, room.assist.alarms()[0].id)
    room.assist.answer(ana, session.id, NOT_US)
    assert room.assist.alarms() == (), "what a lead has seen to stays so"
