"""A session on this computer, with a real program as its tool: agreed, started, watched, closed, and found again after a restart."""

import hashlib
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from contract.assist import Ability, AssistSession, AssistState, End, ShownTechnician
from contract.ids import new_id
from desktop_client.assist.exchange import Exchange, _decode
from desktop_client.assist.kept_session import read_kept
from desktop_client.assist.next_word import Word
from desktop_client.assist.now import Phase
from desktop_client.assist.tool import CodeFrom, Installed, Tool
from desktop_client.flows.helped_session import HelpedSession
from desktop_client.reasons import Cause, RefusedError, refused

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Program:
    """A tool that is a process of this test."""

    def __init__(self, *, closes: bool) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        self.closes = closes

    def ended(self) -> bool:
        return self.closes and self.process.poll() is not None

    def close(self) -> bool:
        if self.closes:
            self.end()
        return self.closes

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


class Kind:
    """A provider of such programs."""

    key = "stand-in"

    def __init__(self, code_from: CodeFrom = CodeFrom.NONE, *, closes: bool = True, fails: Cause | None = None) -> None:
        self.code_from, self.closes, self.fails = code_from, closes, fails
        self.programs: list[Program] = []
        self.codes: list[str] = []
        self.told = "912345678"

    def tool(self) -> Tool:
        return Tool(key=self.key, name="Stand-in", can=(Ability.VIEW,), code_from=self.code_from, closes=self.closes)

    def find(self) -> Installed:
        if self.fails:
            raise refused(self.fails, tool="Stand-in")
        return Installed(program=Path(sys.executable))

    def start(self, _installed: Installed, *, ticket: str, code: str) -> Program:
        assert ticket == "INC-000001"
        self.codes.append(code)
        self.programs.append(Program(closes=self.closes))
        return self.programs[-1]

    def read_code(self, _installed: Installed, _stop: Callable[[], bool]) -> str:
        if not self.told:
            raise refused(Cause.TOOL_TELLS_NO_CODE, tool="Stand-in")
        return self.told

    def clean_code(self, typed: str) -> str:
        if not typed.isdigit():
            raise refused(Cause.TOOL_CODE_WRONG, tool="Stand-in")
        return typed


class Both:
    """The session with a technician's side that plays fair unless told otherwise."""

    def __init__(self, file: Path, kind: Kind) -> None:
        self.file, self.kind = file, kind
        self.technician = Exchange()
        commitment = hashlib.sha256(_decode(self.technician.public)).hexdigest()
        self.session = AssistSession(
            id=new_id(),
            ticket=new_id(),
            number="INC-000001",
            subject="It is slow",
            technician=ShownTechnician(name="Budi Santoso"),
            state=AssistState.ASKED,
            commitment=commitment,
            asked=NOW,
            expires=NOW + timedelta(minutes=5),
        )
        self.changes = 0
        self.helped = self.opened()

    def opened(self) -> HelpedSession:
        """As the program opens it, with what is on the disk."""
        made = HelpedSession(self.session, read_kept(self.file), self.file, (self.kind,), self.changed)
        made.look_for_tools()
        return made

    def changed(self) -> None:
        self.changes += 1

    def hear(self, **changed: object) -> None:
        self.session = msgspec.structs.replace(self.session, **changed)
        self.helped.heard(self.session)

    def agree(self) -> None:
        self.hear(client_key=self.helped.public_key())
        self.hear(technician_key=self.technician.public)

    def run(self) -> None:
        """Up to a running tool."""
        self.agree()
        self.helped.consent("stand-in")
        self.hear(state=AssistState.CONSENTED)
        assert self.helped.may_launch()
        self.helped.launch()
        self.hear(state=AssistState.STARTING)
        self.hear(state=AssistState.RUNNING)

    def end(self) -> None:
        for program in self.kind.programs:
            program.end()


@pytest.fixture
def both(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Both]:
    made = Both(tmp_path / "assist.json", getattr(request, "param", None) or Kind())
    yield made
    made.end()


def test_words_come_before_anything_can_be_agreed_to(both: Both) -> None:
    both.helped.consent("stand-in")
    assert both.helped.word() is Word.KEY
    assert both.helped.now().words is None
    both.agree()
    agreed = both.technician.agree(
        both.helped.public_key(),
        hashlib.sha256(_decode(both.helped.public_key())).hexdigest(),
        session=both.session.id,
        number="INC-000001",
        language="en",
    )
    shown = both.helped.now()
    assert shown.phase is Phase.ASKED
    assert shown.words is not None
    assert len(shown.words) == len(agreed.words) == 2
    both.helped.consent("another")
    assert both.helped.word() is Word.ASK
    both.helped.consent("stand-in")
    assert both.helped.word() is Word.CONSENT


def test_a_key_that_was_not_promised_ends_it_with_an_alarm(both: Both) -> None:
    both.hear(client_key=both.helped.public_key())
    both.hear(technician_key=Exchange().public)
    assert both.helped.now().words is None
    assert both.helped.word() is Word.NOT_OUR_HELP_DESK


def test_somebody_elses_key_in_our_place_ends_it_with_an_alarm(both: Both) -> None:
    both.hear(client_key=Exchange().public, technician_key=both.technician.public)
    assert both.helped.word() is Word.NOT_OUR_HELP_DESK


def test_another_computer_of_the_same_person_that_was_faster_has_it(both: Both) -> None:
    both.hear(client_key=Exchange().public)
    assert both.helped.is_elsewhere()
    assert both.helped.is_done()
    assert both.kind.programs == []


def test_that_it_was_not_the_help_desk_is_told_after_the_end_too(both: Both) -> None:
    both.agree()
    both.hear(state=AssistState.WITHDRAWN, end=End.TECHNICIAN)
    assert both.helped.is_done()
    both.helped.not_our_help_desk()
    assert not both.helped.is_done()
    assert both.helped.word() is Word.NOT_OUR_HELP_DESK
    assert not both.helped.now().alarmed
    both.helped.alarm_told()
    assert both.helped.is_done()
    assert both.helped.now().alarmed


def test_it_starts_once_runs_and_stop_closes_it(both: Both) -> None:
    both.run()
    assert not both.helped.may_launch()
    [program] = both.kind.programs
    assert both.helped.now().phase is Phase.RUNNING
    both.helped.watch(away=False)
    assert program.process.poll() is None
    both.helped.stop()
    assert program.process.poll() is not None
    assert both.helped.now().end is End.STOPPED
    assert both.helped.word() is Word.ENDED
    both.hear(state=AssistState.ENDED, end=End.STOPPED)
    assert both.helped.is_done()


def test_a_tool_that_ended_by_itself_is_noticed(both: Both) -> None:
    both.run()
    both.kind.programs[0].end()
    both.helped.watch(away=False)
    assert both.helped.kept.end is End.TOOL_ENDED
    both.helped.stop()
    assert both.helped.kept.end is End.TOOL_ENDED


def test_what_ends_because_of_stop_is_stopped(both: Both) -> None:
    both.run()
    [program] = both.kind.programs
    close = program.close

    def close_while_watched() -> bool:
        closed = close()
        both.helped.watch(away=False)
        return closed

    program.close = close_while_watched  # type: ignore[method-assign]
    both.helped.stop()
    assert both.helped.kept.end is End.STOPPED


def test_a_locked_computer_and_a_lost_backend_close_it(both: Both, tmp_path: Path) -> None:
    both.run()
    both.helped.silent(0.0)
    assert both.helped.now().offline
    assert both.kind.programs[0].process.poll() is None
    both.helped.watch(away=True)
    assert both.helped.kept.end is End.LOCKED
    other = Both(tmp_path / "other.json", Kind())
    try:
        other.run()
        other.helped.silent(20.0)
        assert other.helped.kept.end is End.SILENT
        assert other.kind.programs[0].process.poll() is not None
    finally:
        other.end()


@pytest.mark.parametrize("state", [AssistState.ENDED, AssistState.WITHDRAWN, AssistState.EXPIRED])
def test_what_the_backend_ended_is_closed_here(both: Both, state: AssistState) -> None:
    both.run()
    both.hear(state=state, end=End.TECHNICIAN)
    assert both.kind.programs[0].process.poll() is not None
    assert both.helped.now().phase is Phase.OVER
    assert both.helped.now().end is End.TECHNICIAN
    assert both.helped.is_done()


def test_an_older_state_changes_nothing(both: Both) -> None:
    both.run()
    old = msgspec.structs.replace(both.session, state=AssistState.ASKED, technician_key="")
    both.helped.heard(old)
    both.helped.heard(msgspec.structs.replace(both.session, id=new_id(), state=AssistState.ENDED))
    assert both.helped.now().phase is Phase.RUNNING


def test_consent_that_is_withdrawn_before_it_arrived_declines(both: Both) -> None:
    both.agree()
    both.helped.consent("stand-in")
    both.helped.stop()
    assert both.helped.word() is Word.DECLINE
    both.hear(state=AssistState.CONSENTED)
    assert not both.helped.may_launch()
    assert both.helped.word() is Word.ENDED
    assert both.kind.programs == []


@pytest.mark.parametrize("both", [Kind(fails=Cause.TOOL_MISSING), Kind(fails=Cause.TOOL_NOT_TRUSTED)], indirect=True)
def test_a_tool_that_does_not_start_is_told(both: Both) -> None:
    both.agree()
    both.helped.consent("stand-in")
    both.hear(state=AssistState.CONSENTED)
    assert both.helped.may_launch()
    both.helped.launch()
    assert both.helped.now().end is End.TOOL_FAILED
    assert both.helped.word() is Word.ENDED


@pytest.mark.parametrize("both", [Kind(closes=False)], indirect=True)
def test_where_it_cannot_be_closed_the_person_confirms(both: Both) -> None:
    both.run()
    both.helped.stop()
    assert both.helped.now().phase is Phase.CONFIRM_CLOSED
    assert both.helped.word() is Word.ALIVE
    both.helped.closed()
    assert both.helped.now().end is End.STOPPED
    assert both.helped.word() is Word.ENDED


@pytest.mark.parametrize("both", [Kind(closes=False)], indirect=True)
def test_where_it_cannot_be_closed_the_end_by_others_asks_the_person_too(both: Both) -> None:
    both.run()
    both.hear(state=AssistState.ENDED, end=End.TECHNICIAN)
    assert both.helped.now().phase is Phase.CONFIRM_CLOSED
    assert not both.helped.is_done()
    both.helped.closed()
    assert both.helped.now().phase is Phase.OVER
    assert both.helped.is_done()


@pytest.mark.parametrize("both", [Kind(closes=False)], indirect=True)
def test_what_the_person_has_to_close_is_asked_for_after_a_restart_too(both: Both) -> None:
    both.run()
    both.helped.client_ends()
    both.hear(state=AssistState.ENDED, end=End.CLIENT_ENDED)
    again = both.opened()
    again.heard(both.session)
    assert again.now().phase is Phase.CONFIRM_CLOSED
    assert not again.is_done()
    again.closed()
    assert again.is_done()


def test_a_session_that_the_backend_has_forgotten_is_over(both: Both) -> None:
    both.run()
    both.helped.unknown()
    assert both.kind.programs[0].process.poll() is not None
    assert both.helped.is_done()
    assert both.helped.now().end is End.UNKNOWN


@pytest.mark.parametrize("both", [Kind(CodeFrom.TOOL)], indirect=True)
def test_the_code_that_a_tool_tells_goes_sealed(both: Both) -> None:
    both.run()
    assert both.helped.word() is Word.CODE
    sealed = both.helped.sealed()
    assert "912345678" not in sealed
    both.helped.code_arrived("another")
    assert both.helped.word() is Word.CODE
    both.helped.code_arrived(sealed)
    assert both.helped.word() is Word.ALIVE


@pytest.mark.parametrize("both", [Kind(CodeFrom.TOOL), Kind(CodeFrom.EMPLOYEE)], indirect=True)
def test_a_code_that_only_the_person_sees_is_asked_for_and_checked(both: Both) -> None:
    both.kind.told = ""
    both.run()
    assert both.helped.now().code_wanted
    both.helped.give_code("--install; calc")
    assert both.helped.now().code_wanted
    refusal = both.helped.now().code_refused
    assert refusal is not None
    assert refusal.cause is Cause.TOOL_CODE_WRONG
    assert both.helped.word() is Word.ALIVE
    both.helped.give_code("123456789")
    assert not both.helped.now().code_wanted
    assert both.helped.word() is Word.CODE
    both.helped.stop()
    assert both.helped.sealed() == ""
    both.helped.give_code("123456789")
    assert both.helped.sealed() == ""


@pytest.mark.parametrize("both", [Kind(CodeFrom.TECHNICIAN)], indirect=True)
def test_the_technicians_code_is_waited_for(both: Both) -> None:
    both.agree()
    both.helped.consent("stand-in")
    both.hear(state=AssistState.CONSENTED)
    assert both.helped.may_launch()
    starting = threading.Thread(target=both.helped.launch)
    starting.start()
    both.hear(state=AssistState.STARTING)
    assert both.kind.programs == []
    both.helped.stop()
    starting.join(timeout=10)
    assert not starting.is_alive()
    assert both.kind.programs == []
    assert both.helped.kept.end is End.STOPPED


@pytest.mark.parametrize("stopped_in", ["asked", "agreed", "launched", "running"])
def test_a_restart_in_every_state(both: Both, stopped_in: str) -> None:
    both.agree()
    words = both.helped.now().words
    if stopped_in != "asked":
        both.helped.consent("stand-in")
        both.hear(state=AssistState.CONSENTED)
    if stopped_in in {"launched", "running"}:
        assert both.helped.may_launch()
    if stopped_in == "running":
        both.helped.launch()
        both.hear(state=AssistState.STARTING)
    both.end()  # as the warden does when Sigap is gone
    again = both.opened()
    again.heard(both.session)
    if stopped_in == "asked":
        assert again.now().words == words
        assert again.now().phase is Phase.ASKED
    else:
        assert again.word() is Word.ENDED
        assert again.kept.end is End.CLIENT_ENDED
        assert not again.may_launch()
    again.forget()
    assert read_kept(both.file) is None


def test_a_full_disk_stops_nobody_from_stopping(both: Both, caplog: pytest.LogCaptureFixture) -> None:
    both.run()
    both.file.unlink()
    both.file.mkdir()
    caplog.clear()
    both.helped.stop()
    assert both.kind.programs[0].process.poll() is not None
    assert both.helped.word() is Word.ENDED
    caplog.clear()


def test_ending_sigap_ends_the_tool(both: Both) -> None:
    both.run()
    both.helped.client_ends()
    assert both.kind.programs[0].process.poll() is not None
    assert both.helped.kept.end is End.CLIENT_ENDED


def test_a_refusal_says_what_it_is_about() -> None:
    with pytest.raises(RefusedError):
        Kind().clean_code("--install")


def test_a_tool_that_runs_is_not_taken_for_another_computers(both: Both) -> None:
    both.run()
    both.hear(client_key=Exchange().public, technician_key="")
    assert not both.helped.is_elsewhere()
    assert both.kind.programs[0].process.poll() is not None
    assert both.helped.kept.end is End.NOT_OUR_HELP_DESK


@pytest.mark.parametrize("field", ["commitment", "number", "id"])
def test_what_is_no_ascii_ends_it_with_an_alarm(tmp_path: Path, field: str) -> None:
    both = Both(tmp_path / "assist.json", Kind())
    both.session = msgspec.structs.replace(both.session, **{field: "١" * 64})
    both.helped = both.opened()
    both.agree()
    assert both.helped.now().words is None
    assert both.helped.word() is Word.NOT_OUR_HELP_DESK


def test_a_tool_that_turns_out_not_to_close_is_closed_by_the_person(both: Both) -> None:
    both.run()
    [program] = both.kind.programs
    program.closes = False  # opened by the person between the look for it and its start, or owned by an administrator
    both.helped.stop()
    shown = both.helped.now()
    assert shown.phase is Phase.CONFIRM_CLOSED
    assert shown.tool is not None
    assert not shown.tool.closes
    both.helped.closed()
    assert both.helped.now().phase is Phase.OVER
    assert both.helped.word() is Word.ENDED
