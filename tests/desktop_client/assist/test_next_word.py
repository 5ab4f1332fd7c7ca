"""Whatever happened here and wherever the backend stands: what is said leads to one common end, and no session stays open."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.assist import LIVE, NEXT, AssistSession, AssistState, End, ShownTechnician
from contract.ids import new_id
from desktop_client.assist.kept_session import Consent, KeptSession
from desktop_client.assist.next_word import AT_ONCE, Word, next_word

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
AGREED = Consent(tool="anydesk", tool_name="AnyDesk", can=(), consent_version=1, closes=True)


def session(state: AssistState, client_key: str = "k") -> AssistSession:
    return AssistSession(
        id=new_id(),
        ticket=new_id(),
        number="INC-000001",
        subject="It is slow",
        technician=ShownTechnician(name="Budi"),
        state=state,
        commitment="0" * 64,
        client_key=client_key,
        asked=NOW,
        expires=NOW + timedelta(minutes=5),
    )


def kept(*, agreed: bool = False, launched: bool = False, running: bool = False, end: End | None = None) -> KeptSession:
    consent = AGREED if agreed else None
    return KeptSession(id="s", number="INC-000001", key="", consent=consent, launched=launched, running=running, end=end)


@pytest.mark.parametrize(
    ("state", "here", "code", "word"),
    [
        (AssistState.ASKED, kept(), False, Word.ASK),
        (AssistState.ASKED, kept(agreed=True), False, Word.CONSENT),
        (AssistState.ASKED, kept(end=End.DECLINED), False, Word.DECLINE),
        (AssistState.ASKED, kept(agreed=True, end=End.STOPPED), False, Word.DECLINE),
        (AssistState.ASKED, kept(end=End.NOT_OUR_HELP_DESK), False, Word.NOT_OUR_HELP_DESK),
        (AssistState.CONSENTED, kept(agreed=True), False, Word.ALIVE),
        (AssistState.CONSENTED, kept(agreed=True, launched=True), False, Word.STARTING),
        (AssistState.CONSENTED, kept(agreed=True, launched=True, running=True), True, Word.STARTING),
        (AssistState.STARTING, kept(agreed=True, launched=True), False, Word.ALIVE),
        (AssistState.STARTING, kept(agreed=True, launched=True, running=True), True, Word.RUNNING),
        (AssistState.RUNNING, kept(agreed=True, launched=True, running=True), True, Word.CODE),
        (AssistState.RUNNING, kept(agreed=True, launched=True, running=True), False, Word.ALIVE),
        (AssistState.RUNNING, kept(agreed=True, launched=True, running=True, end=End.TOOL_ENDED), True, Word.ENDED),
        (AssistState.ENDED, kept(agreed=True, launched=True, running=True), True, Word.NOTHING),
        (AssistState.WITHDRAWN, kept(agreed=True), False, Word.NOTHING),
    ],
)
def test_what_is_said_next(state: AssistState, here: KeptSession, code: bool, word: Word) -> None:  # noqa: FBT001 - a case
    assert next_word(session(state), here, code_waits=code) is word


def test_the_key_is_sent_before_anything_else() -> None:
    assert next_word(session(AssistState.ASKED, ""), kept(), code_waits=False) is Word.KEY


@given(
    state=st.sampled_from(sorted(LIVE)),
    agreed=st.booleans(),
    launched=st.booleans(),
    running=st.booleans(),
    end=st.sampled_from([End.STOPPED, End.DECLINED, End.NOT_OUR_HELP_DESK, End.TOOL_ENDED]),
)
def test_an_end_here_becomes_an_end_there_in_one_word(state: AssistState, agreed: bool, launched: bool, running: bool, end: End) -> None:  # noqa: FBT001 - drawn
    word = next_word(session(state), kept(agreed=agreed, launched=launched, running=running, end=end), code_waits=True)
    assert word in {Word.DECLINE, Word.NOT_OUR_HELP_DESK, Word.ENDED}
    assert word in AT_ONCE


@given(st.sampled_from(sorted(LIVE)), st.booleans())
def test_nothing_is_said_that_the_backend_must_refuse(state: AssistState, code: bool) -> None:  # noqa: FBT001 - drawn
    here = kept(agreed=True, launched=state is not AssistState.ASKED, running=state in {AssistState.STARTING, AssistState.RUNNING})
    word = next_word(session(state), here, code_waits=code)
    steps = {Word.CONSENT: AssistState.CONSENTED, Word.STARTING: AssistState.STARTING, Word.RUNNING: AssistState.RUNNING}
    assert word not in steps or steps[word] in NEXT[state]


def test_a_kept_session_shows_no_key() -> None:
    assert "geheim" not in repr(msgspec.structs.replace(kept(), key="geheim"))
