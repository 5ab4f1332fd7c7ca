"""Reports and what becomes of them: tickets and their messages."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from contract.assist import AssistSession
from contract.diagnostics import Diagnostics
from contract.guides import Tried
from contract.uploads import Attachment, AttachmentRef
from contract.wire import Part, Reply, Request, Utc


class Impact(StrEnum):
    """Who is affected (ITIL)."""

    ME = "me"
    SOME = "some"
    TEAM = "team"
    COMPANY = "company"


class Urgency(StrEnum):
    """Whether the person can still work (ITIL)."""

    STOPPED = "stopped"
    HARD = "hard"
    WORKAROUND = "workaround"
    WAIT = "wait"


class State(StrEnum):
    """Where a ticket stands; a state that a newer backend adds is shown as open."""

    NEW = "new"
    OPEN = "open"
    RESOLVED = "resolved"

    @classmethod
    def _missing_(cls, _value: object) -> "State":
        return cls.OPEN


class Action(StrEnum):
    """What a message does besides saying something."""

    RESOLVE = "resolve"
    REOPEN = "reopen"


REMOTE_HELP = "remote-help"
"""What a message may ask for (`wants`): that a technician looks at the screen. The session itself begins when a technician asks."""


class By(StrEnum):
    """On which side of the desk a message was written."""

    EMPLOYEE = "employee"
    TECHNICIAN = "technician"

    @classmethod
    def _missing_(cls, _value: object) -> "By":
        return cls.TECHNICIAN


Line = Annotated[str, msgspec.Meta(max_length=500)]
Text = Annotated[str, msgspec.Meta(max_length=100_000)]
"""Outer bounds of any backend; what this one takes is in `about.Limits`."""


class PutTicket(Request, frozen=True, kw_only=True):
    """A report. The backend takes person and computer from the enrolment, and computes the priority.

    `tried` is what guides on this computer tried before; sent only where `about.understands` names "tried".
    """

    subject: Line
    details: Text = ""
    category: Line = ""
    impact: Impact = Impact.ME
    urgency: Urgency = Urgency.HARD
    telephone: Line = ""
    place: Line = ""
    written: Utc
    attachments: tuple[AttachmentRef, ...] = ()
    diagnostics: Diagnostics | None = None
    tried: Annotated[tuple[Tried, ...], msgspec.Meta(max_length=200)] | msgspec.UnsetType = msgspec.UNSET


class TicketStored(Reply, frozen=True, kw_only=True):
    """The answer to a report, flat, with `id` and `number` first."""

    id: str
    number: str
    state: State
    priority: int
    created: Utc


class PutMessage(Request, frozen=True, kw_only=True):
    """A reply by the employee; with an action and no text, "It works again" or "Still broken".

    `wants` needs no text either. It is sent only where `about.understands` names "remote-help", the one thing that can be wanted today.
    """

    text: Text = ""
    action: Action | None = None
    written: Utc
    attachments: tuple[AttachmentRef, ...] = ()
    wants: Literal["remote-help"] | msgspec.UnsetType = msgspec.UNSET


class MessageStored(Reply, frozen=True, kw_only=True):
    """The answer to a message."""

    id: str
    ticket: str
    number: str
    state: State
    created: Utc


class Message(Part, frozen=True, kw_only=True):
    """One entry of the conversation. `wants` is what it asks for, such as "remote-help"."""

    id: str
    by: By
    name: str
    text: str
    action: Action | None = None
    created: Utc
    attachments: tuple[Attachment, ...] = ()
    wants: str = ""


class TicketSummary(Part, frozen=True, kw_only=True):
    """A ticket as lists and the feed show it. `technician` is who answered last, "" before the first answer."""

    id: str
    number: str
    subject: str
    state: State
    priority: int
    technician: str = ""
    created: Utc
    updated: Utc


class Ticket(Reply, frozen=True, kw_only=True):
    """A ticket, whole."""

    id: str
    number: str
    subject: str
    details: str
    category: str
    impact: Impact
    urgency: Urgency
    priority: int
    state: State
    technician: str = ""
    person: str
    account: str
    computer: str
    telephone: str = ""
    place: str = ""
    written: Utc
    created: Utc
    updated: Utc
    attachments: tuple[Attachment, ...] = ()
    messages: tuple[Message, ...] = ()
    diagnostics: Diagnostics | None = None
    tried: tuple[Tried, ...] = ()
    assist: tuple[AssistSession, ...] = ()
