"""The one way in which a session takes a step, on a real store."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row, insert
from sqlalchemy.exc import IntegrityError

from contract.assist import LIVE, NEXT, AssistState, End
from contract.ids import new_id
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store import assist, feed, tables
from server_stub.store.accounts import Account
from server_stub.store.engine import FILE_NAME
from server_stub.store.people import Who
from server_stub.store.writer import Work
from tests.server_stub.assist.room import Room

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DEWI = assist.Actor("technician", "Dewi", "dewi")


class Stage:
    """A room with one session that is asked, and a way to put it into any state."""

    def __init__(self, folder: Path) -> None:
        self.room = Room(folder)
        self.ana: Who = self.room.person()
        self.budi: Account = self.room.technician()
        self.number = self.room.ticket(self.ana)
        self.session = self.room.assist.ask(self.budi, self.number, self.room.keys.commitment).id

    def row(self) -> Row[Any]:
        return self.room.store.read(lambda connection: assist.find(connection, tables.assist_sessions.c.id == self.session))[0]

    def put(self, state: AssistState) -> None:
        """As if it had come there, whatever it was before."""
        row = self.row()
        live = (row.ticket, row.person) if state in LIVE else (None, None)
        held = {"state": state.value, "live_ticket": live[0], "live_person": live[1], "ended": None, "end": None, "audit": ""}
        self.room.store.write(lambda work: assist.change(work, row, **held))

    def row_in(self, work: Work) -> Row[Any]:
        return assist.find(work.connection, tables.assist_sessions.c.id == self.session)[0]

    def insert(self, columns: dict[str, Any]) -> None:
        self.room.store.write(lambda work: work.connection.execute(insert(tables.assist_sessions).values(columns)))

    def step(self, state: AssistState, **values: Any) -> Row[Any]:
        return self.room.store.write(lambda work: assist.step(work, self.row_in(work), state, DEWI, NOW, **values))


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    one = Stage(tmp_path)
    yield one
    one.room.store.close()


@pytest.mark.parametrize("before", list(AssistState))
def test_what_may_follow_follows_and_nothing_else(stage: Stage, before: AssistState) -> None:
    for after in AssistState:
        stage.put(before)
        told = len(stage.room.timeline("assist"))
        if after in NEXT[before]:
            row = stage.step(after)
            assert row.state == after.value
            assert (row.live_ticket is not None, row.ended is None, row.audit == "") == ((after in LIVE,) * 3)
            assert len(stage.room.timeline("assist")) == told + 1
            continue
        with pytest.raises(RefusalError) as refused:
            stage.step(after)
        assert refused.value.code is (Code.CONFLICT if before in LIVE else Code.ASSIST_OVER)
        assert stage.row().state == before.value
        assert len(stage.room.timeline("assist")) == told


def test_the_engine_itself_allows_one_live_session_a_ticket_and_one_a_person(stage: Stage) -> None:
    held = dict(stage.row()._mapping)
    columns = {name: held[name] for name in tables.assist_sessions.c.keys() if name != "key"}  # noqa: SIM118 - not a dict
    for twice in ("live_ticket", "live_person"):
        other = columns | {"id": new_id(), "live_ticket": 999, "live_person": new_id()} | {twice: columns[twice]}
        with pytest.raises(IntegrityError):
            stage.insert(other)
    free = columns | {"id": new_id(), "live_ticket": None, "live_person": None}
    for _ in range(2):
        free["id"] = new_id()
        stage.insert(free)


def test_a_step_that_can_not_be_told_is_not_taken(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (stage.row(), stage.room.timeline(), stage.room.audit(""), stage.room.feed(stage.ana))

    def fails(*_given: object, **_named: object) -> None:
        raise ValueError

    with monkeypatch.context() as patched:
        patched.setattr(feed, "add", fails)
        with pytest.raises(ValueError):
            stage.step(AssistState.CONSENTED)
    assert (stage.row(), stage.room.timeline(), stage.room.audit(""), stage.room.feed(stage.ana)) == before
    assert stage.step(AssistState.CONSENTED).state == "consented"


@pytest.mark.parametrize("before", [AssistState.ASKED, AssistState.RUNNING])
def test_how_a_session_is_over_fits_where_it_stood(stage: Stage, before: AssistState) -> None:
    fitting = {End.DECLINED: "declined", End.NOT_OUR_HELP_DESK: "declined", End.EXPIRED: "expired"}
    for end in End:
        stage.put(before)
        row = stage.room.store.write(lambda work, end=end: assist.finish(work, stage.row_in(work), end, DEWI, NOW))  # type: ignore[misc]
        assert row.state == (fitting.get(end, "withdrawn") if before is AssistState.ASKED else "ended")
        assert (row.end, row.ended) == (end.value, NOW)
    (alarm,) = stage.room.assist.alarms()
    assert alarm.reason is End.NOT_OUR_HELP_DESK, "the first of the two that are alarms"


def test_ending_what_is_not_live_changes_nothing(stage: Stage) -> None:
    key = stage.row().ticket
    stage.room.store.write(lambda work: assist.end_live(work, key, End.TICKET_CLOSED, NOW))
    before = stage.room.timeline()
    stage.room.store.write(lambda work: assist.end_live(work, key, End.TICKET_CLOSED, NOW))
    stage.room.store.write(lambda work: assist.end_of_enrolment(work, stage.ana.enrolment, NOW))
    assert stage.room.timeline() == before
    assert stage.room.store.read(assist.live) == []


def test_who_may_see_what(stage: Stage) -> None:
    stage.room.store.write(
        lambda work: assist.change(
            work, stage.row_in(work), client_key="C", technician_key="T", code_for_technician="to-budi", code_for_employee="to-ana"
        )
    )
    row = stage.row()
    shown = [
        (one.client_key, one.technician_key, one.code)
        for one in (assist.receipt(row), assist.for_employee(row, stage.ana.enrolment), assist.for_technician(row))
    ]
    assert shown == [("", "", ""), ("C", "T", "to-ana"), ("C", "T", "to-budi")]
    assert stage.room.store.read(lambda connection: assist.of_ticket(connection, row.ticket)) == (assist.receipt(row),)


def test_a_wiped_code_is_not_in_the_file_any_more(stage: Stage, tmp_path: Path) -> None:
    codes = [f"{letter}{letter}code" * 60 for letter in "abcdefgh"]
    for code in codes:
        stage.room.store.write(lambda work, code=code: assist.change(work, stage.row_in(work), code_for_technician=code))  # type: ignore[misc]
    stage.room.reopen()
    stage.step(AssistState.WITHDRAWN, end=End.TECHNICIAN)
    stage.room.store.close()
    data = (tmp_path / FILE_NAME).read_bytes()
    assert [code[:12] for code in codes if code[:12].encode() in data] == []
    stage.room.open()
