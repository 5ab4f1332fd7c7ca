"""What a session of remote help asks of the backend. Every function blocks and raises RefusedError; `session` is the way to the backend."""

import msgspec

from contract.assist import (
    Ability,
    Answer,
    AssistReply,
    AssistSession,
    AssistState,
    End,
    PutAssistAlive,
    PutAssistAnswer,
    PutAssistCode,
    PutAssistKey,
    PutAssistStep,
)
from contract.endpoints import (
    ASSIST_PICTURE,
    GET_ASSIST,
    PUT_ASSIST_ALIVE,
    PUT_ASSIST_ANSWER,
    PUT_ASSIST_CODE,
    PUT_ASSIST_KEY,
    PUT_ASSIST_STEP,
    Endpoint,
)
from desktop_client.backend.session import Session


def ask(session: Session, assist: str) -> AssistSession:
    """How it stands."""
    return session.call(GET_ASSIST, path={"session_id": assist}).read(AssistReply).session


def picture(session: Session, assist: str) -> bytes:
    """The technician's picture."""
    return session.call(ASSIST_PICTURE, path={"session_id": assist}).body


def put_key(session: Session, assist: str, key: str) -> AssistSession:
    """Sends the public key."""
    return _put(session, PUT_ASSIST_KEY, assist, PutAssistKey(key=key))


def decline(session: Session, assist: str, answer: Answer) -> AssistSession:
    """Declines, or says that this is not the help desk."""
    return _put(session, PUT_ASSIST_ANSWER, assist, PutAssistAnswer(answer=answer))


def consent(session: Session, assist: str, *, tool: str, tool_name: str, can: tuple[Ability, ...], consent_version: int) -> AssistSession:
    """Consents to one tool."""
    answer = PutAssistAnswer(answer=Answer.CONSENT, tool=tool, tool_name=tool_name, can=can, consent_version=consent_version)
    return _put(session, PUT_ASSIST_ANSWER, assist, answer)


def put_step(session: Session, assist: str, state: AssistState, end: End | None) -> AssistSession:
    """Says how far the tool is."""
    return _put(session, PUT_ASSIST_STEP, assist, PutAssistStep(state=state, end=end))


def put_code(session: Session, assist: str, sealed: str) -> AssistSession:
    """Sends a sealed code to the technician."""
    return _put(session, PUT_ASSIST_CODE, assist, PutAssistCode(code=sealed))


def alive(session: Session, assist: str) -> AssistSession:
    """A sign of life."""
    return _put(session, PUT_ASSIST_ALIVE, assist, PutAssistAlive())


def _put(session: Session, endpoint: Endpoint, assist: str, body: msgspec.Struct) -> AssistSession:
    return session.call(endpoint, path={"session_id": assist}, body=msgspec.json.encode(body)).read(AssistReply).session
