from server_stub.identity.ending import Ended, end_sessions
from server_stub.store import web_sessions
from server_stub.store.writer import Work
from tests.server_stub.identity.room import Room


def test_every_ended_session_has_an_entry_of_its_own(room: Room) -> None:
    account = room.technician()
    ids = [room.sign_in()[1] for _ in range(3)]
    now = room.clock()

    def run(work: Work) -> list[str]:
        return end_sessions(work, "budi", web_sessions.of_account(work.connection, account.id)[:2], now, Ended.BY_OWNER)

    ended = room.store.write(run)
    assert len(ended) == 2
    assert set(ended) < set(ids)
    assert [one.detail for one in room.audited("session-ended")] == [f'{{"session":"{one}","why":"by-owner"}}' for one in ended]
    assert [one.id for one in room.web_sessions.list(account.id)] == [one for one in ids if one not in ended]
    assert room.store.write(lambda work: end_sessions(work, "budi", (), now, Ended.IDLE)) == []
