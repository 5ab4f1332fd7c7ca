"""Every state and end of remote help has its own words, in both languages, whatever people are called."""

from datetime import UTC, datetime
from typing import Any

import pytest

from contract.assist import LIVE, Ability, AssistSession, AssistState, End, ShownTechnician
from server_stub.console.drawing import environment

NOW = datetime(2026, 11, 24, 10, 2, 11, tzinfo=UTC)
LANGUAGES = ("en", "id")
ENDING = '{% from "assist_sentences.html" import ending with context %}{{ ending(session, person) }}'
STATE = '{% from "assist_sentences.html" import state with context %}{{ state(session) }}'
RECEIPT = '{% from "assist_receipt.html" import receipt with context %}{{ receipt(session, person) }}'


def a_session(state: AssistState, end: End | None, **values: Any) -> AssistSession:
    told: dict[str, Any] = {
        "id": "s",
        "ticket": "t",
        "number": "INC-000431",
        "subject": "Labels",
        "commitment": "0" * 64,
        "asked": NOW,
        "expires": NOW,
    }
    told |= {
        "tool": "anydesk",
        "tool_name": "AnyDesk",
        "can": (Ability.VIEW, Ability.CONTROL),
        "technician": ShownTechnician(name="Budi Santoso"),
    }
    return AssistSession(**(told | values), state=state, end=end)


def said(language: str, template: str, session: AssistSession, person: str = "Rina Wijaya") -> str:
    return environment(language).from_string(template).render(session=session, person=person).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_has_a_sentence_of_its_own(language: str) -> None:
    ways: list[tuple[AssistState, End]] = [(AssistState.ENDED, end) for end in End if end not in {End.DECLINED, End.EXPIRED}]
    ways += [(AssistState.DECLINED, End.DECLINED), (AssistState.EXPIRED, End.EXPIRED), (AssistState.WITHDRAWN, End.TECHNICIAN)]
    sentences = [said(language, ENDING, a_session(*way)) for way in ways]
    assert len(set(sentences)) == len(ways)
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_word_of_its_own(language: str) -> None:
    assert len({said(language, STATE, a_session(state, None)) for state in AssistState}) == len(AssistState)


def test_an_alarm_is_told_by_whatever_state_it_ended() -> None:
    for state in (AssistState.DECLINED, AssistState.ENDED):
        assert "not the help desk" in said("en", ENDING, a_session(state, End.NOT_OUR_HELP_DESK))
    for state in (AssistState.WITHDRAWN, AssistState.ENDED):
        assert "words differ" in said("en", ENDING, a_session(state, End.WORDS_DIFFER))


@pytest.mark.parametrize("person", ["", " ", "<script>alert(1)</script> {x} %s", "\u202eanir", "{technician.__class__}"])
def test_hostile_names_are_only_letters(person: str) -> None:
    hostile = a_session(AssistState.ENDED, End.STOPPED, tool_name="<img src=x onerror=alert(1)>{0}", consented=NOW, ended=NOW)
    shown = said("en", RECEIPT, hostile, person)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "{0}" in shown


def test_a_receipt_says_who_when_what_how_and_where_it_is_kept() -> None:
    session = a_session(AssistState.ENDED, End.STOPPED, consented=NOW, started=NOW, ended=NOW, consent_version=1, audit="ab12" * 16)
    shown = said("en", RECEIPT, session)
    for part in ("Budi Santoso", "AnyDesk", "see the screen, use mouse and keyboard", "Rina ended it.", "version 1", ">ab12ab12ab12<"):
        assert part in shown
    assert shown.count(NOW.isoformat()) == 4


def test_a_live_session_is_not_said_to_be_over() -> None:
    for state in LIVE:
        assert "Over" not in said("en", RECEIPT, a_session(state, None))
