"""The person's tickets as this computer knows them, offline too."""

import msgspec

from contract.assist import AssistSession
from contract.tickets import Message, TicketSummary


class TicketRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket in the list, with the number of technicians' messages that the person has not seen."""

    ticket: TicketSummary
    unread: int = 0


class Conversation(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket with everything said, oldest first; the report's own words come first, as a message by the employee.

    `assist`: sessions of remote help as they stand, oldest first.
    """

    ticket: TicketSummary
    messages: tuple[Message, ...] = ()
    unread: int = 0
    assist: tuple[AssistSession, ...] = ()
