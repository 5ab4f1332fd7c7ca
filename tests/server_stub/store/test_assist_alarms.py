from pathlib import Path

from contract.assist import End
from server_stub.store import assist_alarms, tables
from tests.server_stub.assist.room import Room


def test_one_alarm_a_session_and_one_who_confirms_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    budi, dewi, now = room.technician(), room.technician("dewi"), room.clock()
    room.assist.ask(budi, room.ticket(room.person()), room.keys.commitment)
    key = room.store.read(lambda connection: connection.exec_driver_sql("SELECT key FROM assist_sessions").scalar_one())
    raised = [
        room.store.write(lambda work, reason=reason: assist_alarms.add(work.connection, key, reason, now))  # type: ignore[misc]
        for reason in (End.WORDS_DIFFER, End.NOT_OUR_HELP_DESK)
    ]
    assert raised == [True, False]
    (row,) = room.store.read(assist_alarms.find)
    assert (row.reason, row.technician, row.person_name, row.confirmed) == ("words-differ", "Budi", "Ana", None)
    confirmed = [
        room.store.write(lambda work, by=by: assist_alarms.confirm(work.connection, row.id, by.id, now))  # type: ignore[misc]
        for by in (dewi, budi)
    ]
    assert confirmed == [True, False]
    (row,) = room.store.read(lambda connection: assist_alarms.find(connection, tables.alarms.c.confirmed.is_not(None)))
    assert row.confirmed_by == dewi.id
    room.store.close()
