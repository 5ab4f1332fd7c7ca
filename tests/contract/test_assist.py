import msgspec
import pytest

from contract.assist import BY_CLIENT, LIVE, NEXT, AssistSession, AssistState, End, PutAssistAnswer, PutAssistStep, ShownTechnician

SESSION = {
    "id": "s",
    "ticket": "t",
    "number": "INC-000001",
    "subject": "No sound",
    "technician": {"name": "Budi", "since": 2031},
    "state": "handed-over",
    "commitment": "",
    "end": "thunderstorm",
    "asked": "2026-11-24T08:00:00Z",
    "expires": "2026-11-24T08:05:00Z",
    "colour": "red",
}


def test_a_newer_backends_session_is_read_and_taken_as_over() -> None:
    read = msgspec.convert(SESSION, AssistSession)
    assert (read.state, read.end) == (AssistState.ENDED, End.UNKNOWN)
    assert read.technician == ShownTechnician(name="Budi")


def test_every_state_has_a_place_and_every_live_one_leads_to_an_end() -> None:
    assert set(NEXT) == set(AssistState)
    assert {AssistState.ASKED, AssistState.CONSENTED, AssistState.STARTING, AssistState.RUNNING} == LIVE
    for state in LIVE:
        reached = {state}
        while more := {after for one in reached for after in NEXT[one]} - reached:
            reached |= more
        assert reached - LIVE
    assert not any(AssistState.ASKED in after for after in NEXT.values()), "nothing is asked twice"


def test_a_client_reports_no_end_of_the_backends() -> None:
    assert not BY_CLIENT & {End.TECHNICIAN, End.WORDS_DIFFER, End.TICKET_CLOSED, End.DECLINED, End.EXPIRED, End.UNKNOWN}


@pytest.mark.parametrize(("kind", "value"), [(PutAssistStep, {"state": "running", "by": "me"}), (PutAssistAnswer, {"answer": "yes"})])
def test_a_request_is_read_strictly(kind: type[msgspec.Struct], value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, kind)
