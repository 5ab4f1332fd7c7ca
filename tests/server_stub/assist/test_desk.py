"""Remote help as the faces see it: many at once, and by the real clock."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from contract.assist import LIVE, AssistState, End, PutAssistKey
from contract.problems import Code
from server_stub.assist.desk import AssistDesk
from server_stub.refusals import RefusalError
from tests.server_stub.assist.room import CONSENT, DECLINE, NOT_US, RUNNING, STARTING, Room


def at_once(*doings: Callable[[], object]) -> list[object]:
    """Does all at the same time; what each answered, or the code with which it was refused."""
    begin = threading.Barrier(len(doings))
    answers: list[object] = [None] * len(doings)

    def run(place: int) -> None:
        begin.wait()
        try:
            answers[place] = doings[place]()
        except RefusalError as error:
            answers[place] = error.code

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(doings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("turn", range(5))
def test_consent_and_withdrawing_at_once_end_in_one_truth(room: Room, turn: int) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    doings: list[Callable[[], object]] = [
        lambda: room.assist.answer(ana, session.id, CONSENT),
        lambda: room.assist.withdraw(budi, session.id),
    ]
    at_once(*(doings if turn % 2 else reversed(doings)))
    found = room.assist.own(ana, session.id)
    steps = [detail["state"] for _, _, detail in room.timeline("assist")]
    assert found.end is End.TECHNICIAN, "whichever came first, the technician meant it to be over"
    assert steps in (["asked", "withdrawn"], ["asked", "consented", "ended"])
    assert [row.what for row in room.audit()] == [f"assist-{step}" for step in steps]


def test_the_same_words_from_many_threads_are_one_step(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.assist.ask(budi, number, room.keys.commitment)
    for do in (
        lambda: room.assist.key(ana, session.id, PutAssistKey(key=room.client.public)),
        lambda: room.assist.reveal(budi, session.id, room.keys.public),
        lambda: room.assist.answer(ana, session.id, CONSENT),
        lambda: room.assist.step(ana, session.id, STARTING),
        lambda: room.assist.step(ana, session.id, RUNNING),
        lambda: room.assist.answer(ana, session.id, NOT_US),
    ):
        answers = at_once(*[do] * 6)
        assert len({repr(answer) for answer in answers}) == 1
    assert [detail["state"] for _, _, detail in room.timeline("assist")] == ["asked", "consented", "starting", "running", "ended"]
    assert len(room.timeline("assist-signal")) == 2
    assert len(room.assist.alarms()) == 1


def test_a_no_and_a_yes_at_once_is_one_of_them(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    answers = at_once(lambda: room.assist.answer(ana, session.id, CONSENT), lambda: room.assist.answer(ana, session.id, DECLINE))
    found = room.assist.own(ana, session.id)
    refused = [answer for answer in answers if isinstance(answer, Code)]
    assert refused == [Code.CONFLICT if found.state is AssistState.CONSENTED else Code.ASSIST_OVER]


def test_by_the_real_clock(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    real = AssistDesk(room.store, room.blobs, room.settings)
    number = room.ticket(ana)
    session = real.ask(budi, number, room.keys.commitment)
    assert abs((datetime.now(UTC) - session.asked).total_seconds()) < 60
    assert real.last_sign(session.id) is None
    real.alive(ana, session.id)
    assert real.last_sign(session.id) is not None
    real.tick(datetime.now(UTC))
    assert real.of_technician(budi, session.id).state in LIVE
    real.withdraw(budi, session.id)
    real.tick(datetime.now(UTC))
    assert real.last_sign(session.id) is None, "what is over is forgotten"
