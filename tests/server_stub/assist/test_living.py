"""Requests expire, silent computers end, nothing lasts longer than it may: by a clock that the test sets."""

from collections.abc import Callable
from typing import Any

import pytest

from contract.assist import ASKED_S, LONGEST_S, SIGN_EVERY_S, SILENT_S, AssistState, End, PutAssistKey
from contract.problems import Code
from server_stub.events import Events
from server_stub.identity.accounts import Accounts
from server_stub.refusals import RefusalError
from server_stub.store import assist
from server_stub.store.database import Store
from server_stub.store.writer import Work
from tests.server_stub.assist.room import CONSENT, RUNNING, STARTING, Room


def test_an_unanswered_request_expires_at_its_time(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.shown(ana, budi, number)
    room.assist.tick(room.clock.go(ASKED_S - 1))
    assert room.assist.own(ana, session.id).state is AssistState.ASKED, "however silent the computer is"
    room.assist.tick(room.clock.go(1))
    over = room.assist.own(ana, session.id)
    assert (over.state, over.end) == (AssistState.EXPIRED, End.EXPIRED)
    assert room.timeline("assist")[-1][:2] == ("backend", "assist")
    assert (room.feed(ana)[-1].state, room.audit()[-1].actor) == (AssistState.EXPIRED, "backend")
    assert room.assist.why_not(number) is None


@pytest.mark.parametrize("reached", [AssistState.CONSENTED, AssistState.STARTING, AssistState.RUNNING])
def test_a_computer_that_falls_silent_ends_its_session(room: Room, reached: AssistState) -> None:
    ana, budi = room.person(), room.technician()
    session = room.shown(ana, budi, room.ticket(ana))
    room.assist.answer(ana, session.id, CONSENT)
    for step in (STARTING, RUNNING):
        if reached is AssistState.RUNNING or (reached is step.state):
            room.assist.step(ana, session.id, step)
    for _ in range(20):
        room.assist.alive(ana, session.id)
        room.assist.tick(room.clock.go(SIGN_EVERY_S))
    assert room.assist.own(ana, session.id).state is reached, "looking is no sign of life, signs are"
    room.assist.tick(room.clock.go(SILENT_S - SIGN_EVERY_S))
    assert room.assist.own(ana, session.id).state is reached
    room.assist.tick(room.clock.go(1))
    over = room.assist.own(ana, session.id)
    assert (over.state, over.end) == (AssistState.ENDED, End.SILENT)


def test_after_a_start_of_the_backend_the_count_begins_anew(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.running(ana, budi, room.ticket(ana))
    room.clock.go(600)
    room.reopen()
    room.assist.tick(room.clock())
    room.assist.tick(room.clock.go(SILENT_S))
    assert room.assist.own(ana, session.id).state is AssistState.RUNNING
    room.assist.tick(room.clock.go(1))
    assert room.assist.own(ana, session.id).end is End.SILENT


def test_nothing_lasts_longer_than_it_may(room: Room) -> None:
    ana, cici, budi = room.person(), room.person("Cici"), room.technician()
    running, stuck = room.running(ana, budi, room.ticket(ana)), room.shown(cici, budi, room.ticket(cici))
    room.assist.answer(cici, stuck.id, CONSENT)

    def go(seconds: float) -> set[AssistState]:
        room.clock.go(seconds)
        room.assist.alive(ana, running.id)
        room.assist.alive(cici, stuck.id)
        room.assist.tick(room.clock())
        return {room.assist.own(ana, running.id).state, room.assist.own(cici, stuck.id).state}

    assert go(LONGEST_S + 59) == {AssistState.RUNNING, AssistState.CONSENTED}
    assert go(1) == {AssistState.ENDED}
    assert room.assist.own(ana, running.id).end is room.assist.own(cici, stuck.id).end is End.TIME_UP


def test_a_clock_that_was_set_back_ends_nothing(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.running(ana, budi, room.ticket(ana))
    room.assist.tick(room.clock.go(-3600))
    room.assist.tick(room.clock.go(SILENT_S))
    assert room.assist.own(ana, session.id).state is AssistState.RUNNING
    room.assist.tick(room.clock.go(1))
    assert room.assist.own(ana, session.id).end is End.SILENT


def test_while_nothing_lives_nothing_is_read(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    room.assist.withdraw(budi, room.assist.ask(budi, number, room.keys.commitment).id)
    room.assist.tick(room.clock())
    reads: list[object] = []
    read = Store.read

    def counted(store: Store, function: Any) -> Any:
        reads.append(function)
        return read(store, function)

    monkeypatch.setattr(Store, "read", counted)
    for _ in range(5):
        room.assist.tick(room.clock.go(1))
    assert reads == []
    session = room.assist.ask(budi, number, room.keys.commitment)
    room.assist.tick(room.clock.go(ASKED_S))
    assert reads
    assert room.assist.own(ana, session.id).state is AssistState.EXPIRED


@pytest.mark.parametrize("reached", ["asked", "key", "shown", "consented", "starting", "running"])
def test_a_restart_in_every_state_goes_on_where_it_was(room: Room, reached: str) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.assist.ask(budi, number, room.keys.commitment)
    moves: dict[str, Callable[[], object]] = {
        "key": lambda: room.assist.key(ana, session.id, PutAssistKey(key=room.client.public)),
        "shown": lambda: room.assist.reveal(budi, session.id, room.keys.public),
        "consented": lambda: room.assist.answer(ana, session.id, CONSENT),
        "starting": lambda: room.assist.step(ana, session.id, STARTING),
        "running": lambda: room.assist.step(ana, session.id, RUNNING),
    }
    done = 0 if reached == "asked" else list(moves).index(reached) + 1
    for move in list(moves.values())[:done]:
        move()
    before, told = room.assist.own(ana, session.id), room.feed(ana)
    room.reopen()
    room.assist.tick(room.clock.go(2))
    assert room.assist.own(ana, session.id) == before
    assert room.feed(ana) == told
    for move in list(moves.values())[done:]:
        move()
    assert room.assist.own(ana, session.id).state is AssistState.RUNNING


@pytest.mark.parametrize("who", ["employee", "technician"])
@pytest.mark.parametrize("reached", ["asked", "running"])
def test_a_resolved_ticket_has_no_live_session(room: Room, who: str, reached: str) -> None:
    ana, budi = room.person(), room.technician()
    number = room.ticket(ana)
    session = room.running(ana, budi, number) if reached == "running" else room.assist.ask(budi, number, room.keys.commitment)
    if who == "employee":
        room.resolves(ana, number)
    else:
        room.desk.resolve(number, "Budi")
    over = room.assist.own(ana, session.id)
    assert (over.state, over.end) == (AssistState.ENDED if reached == "running" else AssistState.WITHDRAWN, End.TICKET_CLOSED)
    assert room.desk.show(number).assist[0].audit == over.audit != ""


def test_a_computer_that_is_cut_off_has_no_live_session(room: Room) -> None:
    ana, budi = room.person(), room.technician()
    session = room.running(ana, budi, room.ticket(ana))
    room.revoke("Ana")
    over = room.assist.of_technician(budi, session.id)
    assert (over.state, over.end) == (AssistState.ENDED, End.SILENT)


def test_a_technician_who_may_not_work_here_any_more_sees_no_screen(room: Room) -> None:
    ana, cici, budi, sari = room.person(), room.person("Cici"), room.technician(), room.technician("sari")
    running, other = room.running(ana, budi, room.ticket(ana)), room.running(cici, sari, room.ticket(cici))
    Accounts(room.store, room.blobs, Events()).disable("budi")
    over = room.assist.own(ana, running.id)
    assert (over.state, over.end) == (AssistState.ENDED, End.TECHNICIAN)
    assert room.assist.own(cici, other.id).state is AssistState.RUNNING


def test_one_that_can_not_be_ended_now_is_ended_next_time(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, cici, budi = room.person(), room.person("Cici"), room.technician()
    session, other = (room.assist.ask(budi, room.ticket(who), room.keys.commitment) for who in (ana, cici))
    finish = assist.finish

    def fails_for_one(work: Work, row: Any, *given: Any) -> Any:
        if row.id == session.id:
            raise RefusalError(Code.STORAGE_FULL)
        return finish(work, row, *given)

    with monkeypatch.context() as patched:
        patched.setattr(assist, "finish", fails_for_one)
        with pytest.raises(RefusalError):
            room.assist.tick(room.clock.go(ASKED_S))
    assert room.assist.own(ana, session.id).state is AssistState.ASKED
    assert room.assist.own(cici, other.id).state is AssistState.EXPIRED, "one that fails keeps no other alive"
    room.assist.tick(room.clock())
    assert room.assist.own(ana, session.id).state is AssistState.EXPIRED
