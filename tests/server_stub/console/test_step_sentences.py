"""Everything that can stand on a timeline has a sentence, and nobody's name is more than a name in it."""

import pytest

from contract.assist import AssistState
from server_stub.console.languages import catalogue
from server_stub.console.step_sentences import ASSIST, MESSAGES, OTHER, STEPS, sentence, step
from server_stub.store import assist_alarms, timeline
from server_stub.store.assist import STEP

KINDS = (timeline.MESSAGE, timeline.NOTE, timeline.TAKEN, timeline.RELEASED, timeline.READ, assist_alarms.RAISED, assist_alarms.CONFIRMED)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_entry_has_a_sentence(kind: str) -> None:
    assert step(kind, "technician", {}) is not OTHER


@pytest.mark.parametrize("state", list(AssistState))
def test_every_state_of_remote_help_has_a_sentence(state: AssistState) -> None:
    assert step(STEP, "employee", {"state": state.value}) is ASSIST[state.value]


def test_a_kind_that_is_not_known_is_named() -> None:
    assert sentence(step("merged<b>", "backend", {}), "", "merged<b>", str) == "<b>Sigap</b>: merged&lt;b&gt;"


@pytest.mark.parametrize("language", ["en", "id"])
def test_names_are_only_names(language: str) -> None:
    for one in (*STEPS.values(), *MESSAGES.values(), *ASSIST.values(), OTHER):
        said = sentence(one, "<script>{kind}{actor}\u202e", "k", catalogue(language).gettext)
        assert "<script>" not in said
        assert "{kind}{actor}\ufffd" in said or "{actor}" not in one.sentence


def test_messages_say_what_they_do() -> None:
    assert step("message", "employee", {"action": "reopen"}).sentence == "{actor} said that it is still broken"
    assert step("message", "technician", {"action": "resolve"}) is STEPS["resolved"]
    assert step("message", "employee", {"wants": "remote-help"}).sentence == "{actor} asked for remote help"
    assert step("message", "employee", {}) is STEPS["message"]
