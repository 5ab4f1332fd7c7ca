"""Steps of remote help between the bubbles of a conversation, with the receipt at the end; and whether the person may ask for it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from contract.assist import LIVE, AssistSession, AssistState, End
from contract.tickets import REMOTE_HELP, By, State
from desktop_client.help_desk.conversation import Conversation
from desktop_client.screens.assist import BEFORE_CONSENT, ReceiptView, receipt_of


@dataclass(frozen=True, kw_only=True)
class AssistLine:
    """One step. `key` names its sentence; `receipt` is set on the last step of a session that consent was given to."""

    session: str
    key: str
    at: datetime
    name: str
    tool: str = ""
    receipt: ReceiptView | None = None


class Wish(StrEnum):
    """Whether the person may ask for remote help: not here, now, or they did and nobody has answered yet."""

    NONE = "none"
    OFFERED = "offered"
    ASKED = "asked"


def assist_lines(sessions: tuple[AssistSession, ...]) -> tuple[AssistLine, ...]:
    """Every step of every session, in order of time."""
    lines = [line for session in sessions for line in _steps(session)]
    return tuple(sorted(lines, key=lambda line: line.at))


def _steps(session: AssistSession) -> Iterator[AssistLine]:
    name, tool = session.technician.name, session.tool_name or session.tool

    def line(key: str, at: datetime, receipt: ReceiptView | None = None) -> AssistLine:
        return AssistLine(session=session.id, key=key, at=at, name=name, tool=tool, receipt=receipt)

    yield line("asked", session.asked)
    if session.consented is not None:
        yield line("allowed", session.consented)
    if session.state in LIVE:
        return
    ended = session.ended or (session.expires if session.state is AssistState.EXPIRED else session.consented or session.asked)
    if session.consented is None:
        yield line(_unanswered(session), ended)
    elif session.end is End.TOOL_FAILED:
        yield line("tool-failed", ended)
    else:
        yield line("receipt", ended, receipt_of(session))


def _unanswered(session: AssistSession) -> str:
    by_state = {AssistState.DECLINED: "declined", AssistState.EXPIRED: "expired", AssistState.WITHDRAWN: "withdrawn"}
    if session.end is End.NOT_OUR_HELP_DESK:
        return "not-ours"
    return BEFORE_CONSENT.get(session.end or End.UNKNOWN) or by_state.get(session.state, "over")


def wish_of(conversation: Conversation, *, waits: bool, understood: bool) -> Wish:
    """What a ticket offers. `waits`: such a wish has not arrived yet. `understood`: the backend takes one at all."""
    if not understood or conversation.ticket.state is State.RESOLVED or any(one.state in LIVE for one in conversation.assist):
        return Wish.NONE
    if waits:
        return Wish.ASKED
    answered = [one.created for one in conversation.messages if one.by is By.TECHNICIAN]
    answered += [one.asked for one in conversation.assist]
    wished = [one.created for one in conversation.messages if one.wants == REMOTE_HELP]
    return Wish.ASKED if wished and (not answered or max(wished) > max(answered)) else Wish.OFFERED
