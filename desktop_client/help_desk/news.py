"""What is worth telling the person: a technician wrote, or the ticket's state was changed by one."""

from enum import StrEnum

import msgspec

from contract.tickets import Action, By, Message, State, TicketSummary


class NewsKind(StrEnum):
    """What happened."""

    REPLY = "reply"
    RESOLVED = "resolved"


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to tell, with the ticket as it is now."""

    kind: NewsKind
    ticket: TicketSummary
    message: Message | None = None


def of_message(ticket: TicketSummary, message: Message) -> News | None:
    """What a message that was not known before tells; nothing, when the person wrote it."""
    if message.by is not By.TECHNICIAN:
        return None
    kind = NewsKind.RESOLVED if message.action is Action.RESOLVE else NewsKind.REPLY
    return News(kind=kind, ticket=ticket, message=message)


def of_state(before: TicketSummary | None, now: TicketSummary) -> News | None:
    """What a ticket's change without a message tells: that it is solved."""
    if before is None or before.state is State.RESOLVED or now.state is not State.RESOLVED:
        return None
    return News(kind=NewsKind.RESOLVED, ticket=now)
