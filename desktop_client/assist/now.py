"""How remote help stands on this computer, as one plain value for the windows."""

from datetime import datetime
from enum import StrEnum

import msgspec

from contract.assist import AssistSession, End
from desktop_client.assist.tool import Tool
from desktop_client.reasons import Reason


class Phase(StrEnum):
    """What the person sees."""

    ASKED = "asked"
    """Somebody asks; `words` come within a second."""
    STARTING = "starting"
    """Consent was given; the tool starts. A code may be asked for (`code_wanted`)."""
    RUNNING = "running"
    CONFIRM_CLOSED = "confirm-closed"
    """It is over for the backend, and Sigap can't close the tool: the person says that it is closed."""
    OVER = "over"
    """The receipt."""


class AssistNow(msgspec.Struct, frozen=True, kw_only=True):
    """One session, from the request to the receipt.

    `words` are None while they are being made. `tools` are those that the company allows, in its order. `code_wanted`: the person has to
    paste the tool's code; `code_refused` says why the last one wasn't taken. `code` is a code that the technician made, to be typed into
    the tool. `offline`: the backend doesn't answer right now. `since` is when the tool began, `closes_at` when it ends at the latest.
    """

    session: AssistSession
    phase: Phase
    words: tuple[str, str] | None = None
    picture: bytes = b""
    tools: tuple[Tool, ...] = ()
    tool: Tool | None = None
    code_wanted: bool = False
    code_refused: Reason | None = None
    code: str = ""
    offline: bool = False
    since: datetime | None = None
    closes_at: datetime | None = None
    end: End | None = None
    alarmed: bool = False
    """The people in charge know that this was not the help desk."""
