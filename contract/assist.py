"""Remote help: a technician asks on a ticket, the employee consents, the company's own remote tool starts, both get a receipt.

A session belongs to one ticket and one person. It begins when a technician asks, and only the person's client can let it go on. Each step
is stored before it is answered, stands on the ticket's timeline, and reaches the person as a feed entry of kind "assist".

The two words (what they prove and what not: docs/security.md): the page first sends `commitment`, the SHA-256 of its P-256 public key;
the client then sends its own key; then the page reveals its key, and the client holds it against the commitment. Both sides derive the
words and a secret from the same exchange (`contract/assist_words.py`), so nobody in the middle can try keys until the words fit. Codes of
tools travel sealed under that secret, and are wiped when the session ends.

asked → declined | expired | withdrawn | consented → starting → running → ended
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from contract.wire import Part, Reply, Request, Utc

ASKED_S = 300
"""Seconds after which an unanswered request expires."""

LONGEST_S = 3600
"""Seconds after which a session whose tool can't be watched or closed ends at the latest."""

SIGN_EVERY_S = 5
"""Seconds between the signs of life (`alive`) that a client gives while a session is live."""

SILENT_S = 20
"""Seconds without a sign after which the backend ends a session, and seconds without an answer after which the client does."""

CONSENT_VERSION = 1
"""Of the text that the employee agrees to; a change of the text raises it, and the receipt names it."""


class AssistState(StrEnum):
    """Where a session stands; a state that a newer backend adds is taken as the end."""

    ASKED = "asked"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CONSENTED = "consented"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"

    @classmethod
    def _missing_(cls, _value: object) -> "AssistState":
        return cls.ENDED


NEXT: dict[AssistState, frozenset[AssistState]] = {
    AssistState.ASKED: frozenset({AssistState.DECLINED, AssistState.EXPIRED, AssistState.WITHDRAWN, AssistState.CONSENTED}),
    AssistState.CONSENTED: frozenset({AssistState.STARTING, AssistState.ENDED}),
    AssistState.STARTING: frozenset({AssistState.RUNNING, AssistState.ENDED}),
    AssistState.RUNNING: frozenset({AssistState.ENDED}),
    AssistState.DECLINED: frozenset(),
    AssistState.EXPIRED: frozenset(),
    AssistState.WITHDRAWN: frozenset(),
    AssistState.ENDED: frozenset(),
}
"""Which state may follow which."""

LIVE = frozenset(state for state, after in NEXT.items() if after)
"""In these a session is not over; a ticket has at most one such, and so has a computer."""


class End(StrEnum):
    """Why a session is over. Of the first five, the employee or the computer says it; of the others, the backend."""

    STOPPED = "stopped"
    """The employee pressed Stop, or said that the tool is closed."""
    TOOL_ENDED = "tool-ended"
    TOOL_FAILED = "tool-failed"
    """It didn't start, so nothing was shared."""
    CLIENT_ENDED = "client-ended"
    """Sigap was closed or restarted on the computer."""
    LOCKED = "locked"
    """The computer was locked, or another account came to its screen."""
    TIME_UP = "time-up"
    NOT_OUR_HELP_DESK = "not-our-help-desk"
    TECHNICIAN = "technician"
    """The technician ended it, or withdrew the request."""
    WORDS_DIFFER = "words-differ"
    TICKET_CLOSED = "ticket-closed"
    SILENT = "silent"
    """No sign of the computer, or on the computer none of the backend."""
    DECLINED = "declined"
    EXPIRED = "expired"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, _value: object) -> "End":
        return cls.UNKNOWN


BY_CLIENT = frozenset(
    {End.STOPPED, End.TOOL_ENDED, End.TOOL_FAILED, End.CLIENT_ENDED, End.LOCKED, End.TIME_UP, End.NOT_OUR_HELP_DESK, End.SILENT}
)
"""Ends that a client may report."""


class Ability(StrEnum):
    """What a tool lets the technician do."""

    VIEW = "view"
    CONTROL = "control"
    FILES = "files"
    CLIPBOARD = "clipboard"


class Answer(StrEnum):
    """The employee's one answer to a request."""

    CONSENT = "consent"
    DECLINE = "decline"
    NOT_OUR_HELP_DESK = "not-our-help-desk"


Commitment = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
"""SHA-256 of a public key's 65 bytes, in lower-case hex."""

PublicKey = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{87}$")]
"""A P-256 public key, uncompressed (SEC 1, section 2.3.3: 65 bytes), in base64url without padding."""

Sealed = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{39,800}$")]
"""AES-256-GCM: 12 bytes of nonce, then the sealed text with its tag, in base64url without padding; see `contract/assist_words.py`."""

ToolName = Annotated[str, msgspec.Meta(pattern="^[a-z0-9-]{1,40}$")]


class ShownTechnician(Part, frozen=True, kw_only=True):
    """Who asks, as the employee sees it. `picture` is the SHA-256 of the picture, "" without one."""

    name: str
    title: str = ""
    role: str = "technician"
    picture: str = ""


class AssistSession(Part, frozen=True, kw_only=True):
    """A session as both sides may see it; what is not known yet is "" or None.

    `client_key` is empty until the client sent it, `technician_key` until the page revealed it. `language` ("en", "id") names the list of
    the words. `code` is sealed for the reader: from the employee's side for the technician, from the technician's for the employee. `tool`
    is the tool's key (such as "anydesk"), `tool_name` what people call it. `audit` is the hash of the receipt's entry in the audit.
    """

    id: str
    ticket: str
    number: str
    subject: str
    technician: ShownTechnician
    state: AssistState
    wanted: tuple[Ability, ...] = (Ability.VIEW,)
    commitment: str
    client_key: str = ""
    technician_key: str = ""
    language: str = "en"
    tool: str = ""
    tool_name: str = ""
    can: tuple[Ability, ...] = ()
    consent_version: int = 0
    end: End | None = None
    code: str = ""
    asked: Utc
    expires: Utc
    consented: Utc | None = None
    started: Utc | None = None
    ended: Utc | None = None
    audit: str = ""


class AssistReply(Reply, frozen=True, kw_only=True):
    """The session as it is now."""

    session: AssistSession


class PutAssistKey(Request, frozen=True, kw_only=True):
    """The client's public key: once for a session, before the page reveals its own."""

    key: PublicKey


class PutAssistAnswer(Request, frozen=True, kw_only=True):
    """The employee's answer. With consent: the tool, what it can do, and the version of the text that was agreed to."""

    answer: Answer
    tool: ToolName | None = None
    tool_name: Annotated[str, msgspec.Meta(max_length=60)] = ""
    can: tuple[Ability, ...] = ()
    consent_version: int = 0


class PutAssistStep(Request, frozen=True, kw_only=True):
    """How far the tool is: starting, running, or ended with `end`. The same again is answered alike; a step back is refused."""

    state: AssistState
    end: End | None = None


class PutAssistCode(Request, frozen=True, kw_only=True):
    """The tool's code or id, sealed for the technician; a later one replaces it."""

    code: Sealed


class PutAssistAlive(Request, frozen=True, kw_only=True):
    """The computer is there. The answer tells how the session stands, so that a client without its feed learns it too."""
