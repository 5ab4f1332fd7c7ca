"""Everything that can be done with remote help, in any order, restarts of the backend among it: what must always hold, holds."""

import contextlib
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from contract.assist import BY_CLIENT, LIVE, NEXT, AssistState, End, PutAssistCode, PutAssistKey, PutAssistStep
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store import audit, tables
from server_stub.store.database import Store
from server_stub.store.engine import FILE_NAME
from tests.server_stub.assist.room import CONSENT, DECLINE, NOT_US, RUNNING, STARTING, Room, quiet, sealed

EXPECTED = {Code.NOT_FOUND, Code.ASSIST_OVER, Code.CONFLICT, Code.LIMIT_REACHED}
CLIENT_STEPS = [STARTING, RUNNING, *(PutAssistStep(state=AssistState.ENDED, end=end) for end in sorted(BY_CLIENT))]
THINGS = st.sampled_from(range(3))
TEMPLATE = tempfile.TemporaryDirectory(prefix="sigap-steps-")


def fresh() -> Path:
    file = Path(TEMPLATE.name) / FILE_NAME
    if not file.exists():
        Store(file.parent, quiet).close()
    return file


@contextlib.contextmanager
def suppress_fitting() -> Iterator[None]:
    """Lets pass what is refused for a reason that fits, and nothing else."""
    try:
        yield
    except RefusalError as error:
        if error.code not in EXPECTED:
            raise


class Steps(RuleBasedStateMachine):
    """Two people with three computers and three tickets, two technicians."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="sigap-steps-")
        shutil.copy(fresh(), self.folder.name)
        self.room = Room(Path(self.folder.name))
        ana, cici = self.room.person(), self.room.person("Cici")
        self.people = [ana, self.room.person("Ana", "PC-2", ana.person), cici]
        self.technicians = [self.room.technician(), self.room.technician("sari")]
        self.tickets = [self.room.ticket(ana), self.room.ticket(ana), self.room.ticket(cici)]
        self.sessions: list[str] = []
        self.codes: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.store.close()
            self.folder.cleanup()

    def tried(self, do: Any, *given: Any) -> None:
        """Either it is done, or it is refused for a reason that fits; never anything else."""
        with suppress_fitting():
            do(*given)

    def session(self, thing: int) -> str:
        return self.sessions[-1 - thing % len(self.sessions)] if self.sessions else "none"

    @rule(ticket=THINGS, by=st.sampled_from(range(2)))
    def ask(self, ticket: int, by: int) -> None:
        number = self.tickets[ticket]
        why = self.room.assist.why_not(number)
        if why is None:
            self.sessions.append(self.room.assist.ask(self.technicians[by], number, self.room.keys.commitment).id)
        else:
            with pytest.raises(RefusalError, check=lambda error: error.field == why):
                self.room.assist.ask(self.technicians[by], number, self.room.keys.commitment)

    @rule(thing=THINGS, who=THINGS, by=st.sampled_from(range(2)), rest=st.booleans())
    def all_the_way(self, thing: int, who: int, by: int, rest: bool) -> None:  # noqa: FBT001 - hypothesis draws it
        """What is likely to come one after the other; chance alone would seldom get so far."""
        session, person = self.session(thing), self.people[who]
        self.tried(self.room.assist.key, person, session, PutAssistKey(key=self.room.client.public))
        self.tried(self.room.assist.reveal, self.technicians[by], session, self.room.keys.public)
        self.tried(self.room.assist.answer, person, session, CONSENT)
        for step in (STARTING, RUNNING) if rest else ():
            self.tried(self.room.assist.step, person, session, step)

    @rule(thing=THINGS, who=THINGS)
    def key(self, thing: int, who: int) -> None:
        self.tried(self.room.assist.key, self.people[who], self.session(thing), PutAssistKey(key=self.room.client.public))

    @rule(thing=THINGS, by=st.sampled_from(range(2)))
    def reveal(self, thing: int, by: int) -> None:
        self.tried(self.room.assist.reveal, self.technicians[by], self.session(thing), self.room.keys.public)

    @rule(thing=THINGS, who=THINGS, answer=st.sampled_from([CONSENT, DECLINE, NOT_US]))
    def answer(self, thing: int, who: int, answer: Any) -> None:
        self.tried(self.room.assist.answer, self.people[who], self.session(thing), answer)

    @rule(
        thing=THINGS,
        who=THINGS,
        step=st.sampled_from(CLIENT_STEPS),
    )
    def step(self, thing: int, who: int, step: Any) -> None:
        self.tried(self.room.assist.step, self.people[who], self.session(thing), step)

    @rule(thing=THINGS, who=THINGS, by=st.sampled_from(range(2)))
    def codes_both_ways(self, thing: int, who: int, by: int) -> None:
        there, back = sealed(), sealed()
        self.codes |= {there, back}
        self.tried(self.room.assist.code, self.people[who], self.session(thing), PutAssistCode(code=there))
        self.tried(self.room.assist.send_code, self.technicians[by], self.session(thing), back)

    @rule(thing=THINGS, who=THINGS)
    def alive(self, thing: int, who: int) -> None:
        self.tried(self.room.assist.alive, self.people[who], self.session(thing))

    @rule(thing=THINGS, by=st.sampled_from(range(2)), differ=st.booleans())
    def end(self, thing: int, by: int, differ: bool) -> None:  # noqa: FBT001 - hypothesis draws it
        self.tried(self.room.assist.words_differ if differ else self.room.assist.withdraw, self.technicians[by], self.session(thing))

    @rule(seconds=st.sampled_from([1, 5, 21, 300, 1800]))
    def tick(self, seconds: int) -> None:
        self.room.assist.tick(self.room.clock.go(seconds))

    @rule(ticket=THINGS)
    def says(self, ticket: int) -> None:
        self.room.clock.go(1)
        self.room.says(self.tickets[ticket])

    @rule(ticket=THINGS)
    def resolve(self, ticket: int) -> None:
        who = self.people[ticket]
        self.room.resolves(who, self.tickets[ticket])
        assert [one for one in self.room.assist.on_ticket(self.tickets[ticket]) if one.state in LIVE] == []
        self.tickets[ticket] = self.room.ticket(who)

    @rule()
    def restart(self) -> None:
        self.room.reopen()

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "room"):
            return
        rows = self.room.store.read(lambda connection: connection.execute(select(tables.assist_sessions)).all())
        living = [row for row in rows if AssistState(row.state) in LIVE]
        assert len({row.ticket for row in living}) == len({row.person for row in living}) == len(living)
        steps = [(detail["session"], detail["state"]) for _, _, detail in self.room.timeline("assist")]
        audited = [(msgspec.json.decode(row.detail)["session"], row.what.removeprefix("assist-")) for row in self.room.audit()]
        assert [one for one in audited if one[1] != "alarm"] == steps
        told = [(one.id, one.state.value) for who in self.people[1:] for one in self.room.feed(who)]
        for row in rows:
            mine = [state for session, state in steps if session == row.id]
            assert [state for session, state in told if session == row.id and state] != []
            assert list(dict.fromkeys(state for session, state in told if session == row.id)) == mine
            assert mine[0] == "asked"
            assert all(AssistState(after) in NEXT[AssistState(before)] for before, after in itertools.pairwise(mine))
            assert mine[-1] == row.state
            if AssistState(row.state) not in LIVE:
                assert (row.code_for_technician, row.code_for_employee, row.live_ticket, row.live_person) == ("", "", None, None)
                assert row.end
                assert row.audit
                assert row.ended
        over = {row.id for row in rows if row.live_ticket is None}
        spread = repr((self.room.timeline(), audited, told)) + repr([row for row in rows if row.id in over])
        assert [code for code in self.codes if code in spread] == []
        alarms = [detail["session"] for _, _, detail in self.room.timeline("alarm")]
        assert len(set(alarms)) == len(alarms) == len(self.room.assist.alarms())
        ended_so = {row.id for row in rows if row.end in {End.NOT_OUR_HELP_DESK.value, End.WORDS_DIFFER.value}}
        assert ended_so <= set(alarms)
        verified = self.room.store.read(audit.verify)
        assert (verified.broken, verified.count) == (None, len(self.room.audit("")))
        assert {row.audit for row in rows if row.id in over} <= {row.hash for row in self.room.audit()}


TestSteps = Steps.TestCase
TestSteps.settings = settings(max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
