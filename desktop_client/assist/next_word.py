"""What the backend has to hear next, from where it stands and from what happened here. Saying the same twice is harmless to both."""

from enum import StrEnum

from contract.assist import LIVE, AssistSession, AssistState, End
from desktop_client.assist.kept_session import KeptSession


class Word(StrEnum):
    """One call."""

    KEY = "key"
    CONSENT = "consent"
    DECLINE = "decline"
    NOT_OUR_HELP_DESK = "not-our-help-desk"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"
    CODE = "code"
    ALIVE = "alive"
    ASK = "ask"
    NOTHING = "nothing"


AT_ONCE = frozenset(Word) - {Word.ALIVE, Word.ASK, Word.NOTHING}
"""These don't wait for the next sign of life."""


def next_word(session: AssistSession, kept: KeptSession, *, code_waits: bool) -> Word:  # noqa: PLR0911 - one line a case, in their order
    """The next call. `code_waits`: a sealed code has not arrived yet."""
    if session.state not in LIVE:
        return Word.NOTHING
    if session.state is AssistState.ASKED:
        if kept.end is End.NOT_OUR_HELP_DESK:
            return Word.NOT_OUR_HELP_DESK
        if kept.end is not None:
            return Word.DECLINE
        if not session.client_key:
            return Word.KEY
        return Word.CONSENT if kept.consent is not None else Word.ASK
    if kept.end is not None:
        return Word.ENDED
    if session.state is AssistState.CONSENTED and kept.launched:
        return Word.STARTING
    if session.state is AssistState.STARTING and kept.running:
        return Word.RUNNING
    if code_waits and session.state in {AssistState.STARTING, AssistState.RUNNING}:
        return Word.CODE
    return Word.ALIVE
