import pytest
from sqlalchemy import text

from server_stub.identity.audit import MOST
from server_stub.refusals import ServerRefused
from server_stub.store import audit
from server_stub.store.writer import Work
from tests.server_stub.identity.room import Room


def test_everything_that_happens_to_accounts_is_in_one_whole_chain(room: Room) -> None:
    room.technician()
    secret, session = room.sign_in()
    with pytest.raises(Exception, match="wrong"):
        room.sign_in(password="wrong")
    room.web_sessions.end(session)
    room.sign_in()
    room.accounts.set_password("budi", "seekor burung 7")
    room.accounts.disable("budi")
    room.accounts.enable("budi")
    assert [(one.actor, one.what) for one in room.audited()] == [
        ("sigap-server", "user-added"),
        ("budi", "sign-in"),
        ("budi", "sign-in-failed"),
        ("budi", "session-ended"),
        ("budi", "sign-in"),
        ("sigap-server", "user-password"),
        ("budi", "session-ended"),
        ("sigap-server", "user-disabled"),
        ("sigap-server", "user-enabled"),
    ]
    told = room.audit.verify()
    assert (told.count, told.why) == (9, "")
    assert room.audit.verify(room.audited()[4].hash).noted == 5
    assert secret not in str(room.audited())


def test_entries_come_some_hundred_at_a_time(room: Room) -> None:
    now = room.clock()

    def many(work: Work) -> None:
        for _ in range(MOST + 1):
            audit.add(work, now, "budi", "sign-in")

    room.store.write(many)
    assert len(room.audit.entries(0, 100_000)) == MOST
    assert [one.number for one in room.audit.entries(MOST)] == [MOST + 1]


def test_one_that_can_not_be_read_is_a_sentence(room: Room) -> None:
    room.technician()

    def tamper(work: Work) -> None:
        work.connection.execute(text("DROP TRIGGER audit_no_update"))
        work.connection.execute(text("UPDATE audit SET actor = CAST(X'ff' AS TEXT)"))

    room.store.write(tamper)
    with pytest.raises(ServerRefused, match="audit verify"):
        room.audit.entries(0)
    assert room.audit.verify().broken == 1
