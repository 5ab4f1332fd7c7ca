"""How sessions at the technician's page end: noted, and said in the audit."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from server_stub.store import audit, web_sessions
from server_stub.store.web_sessions import WebSession
from server_stub.store.writer import Work


class Ended(StrEnum):
    """Why a session ended, as the audit says it."""

    SIGNED_OUT = "signed-out"
    BY_OWNER = "by-owner"
    TOO_MANY = "too-many"
    IDLE = "idle"
    TOO_OLD = "too-old"
    DISABLED = "disabled"
    NEW_PASSWORD = "new-password"  # noqa: S105 - a reason


def end_sessions(work: Work, login: str, sessions: Iterable[WebSession], now: datetime, why: Ended) -> list[str]:
    """Ends sessions of an account; their ids. Their open streams are to be closed after the commit."""
    ids = [one.id for one in sessions]
    web_sessions.mark_ended(work, ids, now)
    for session_id in ids:
        audit.add(work, now, login, "session-ended", session=session_id, why=why.value)
    return ids
