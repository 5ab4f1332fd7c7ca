"""What the panel beside the tray icon shows: a greeting, what waits, what was refused, and the newest open tickets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contract.tickets import State
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.reasons import Reason
from desktop_client.screens.desk import UNKNOWN, Desk

TICKETS_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class WaitingBox:
    """Deliveries that go out by themselves. Subject and reason are of the oldest; `next_try` is the earliest, None while one is sent."""

    count: int
    subject: str
    sending: bool
    reason: Reason | None
    next_try: datetime | None


@dataclass(frozen=True, kw_only=True)
class RefusedBox:
    """Deliveries that wait for the person. `ticket` and the rest are of the oldest."""

    count: int
    ticket: str
    subject: str
    reason: Reason | None


@dataclass(frozen=True, kw_only=True)
class PanelTicket:
    """A ticket in two lines."""

    id: str
    number: str
    subject: str
    state: State
    technician: str
    unread: int


@dataclass(frozen=True, kw_only=True)
class PanelView:
    """All that the panel shows. `known` says whether this computer has any ticket at all, `enrolled` whether it is registered."""

    name: str
    computer: str
    desk: Desk = UNKNOWN
    enrolled: bool = True
    waiting: WaitingBox | None = None
    refused: RefusedBox | None = None
    tickets: tuple[PanelTicket, ...] = ()
    known: bool = False


def panel_view(
    *,
    person: str,
    computer: str,
    enrolled: bool,
    deliveries: Iterable[Delivery],
    tickets: Iterable[TicketRow],
    desk: Desk = UNKNOWN,
) -> PanelView:
    """The panel for a person (display name or account) on a computer, with all that the outbox holds and all known tickets."""
    rows = tuple(tickets)
    held = sorted((d for d in deliveries if d.state is not DeliveryState.DELIVERED), key=lambda delivery: delivery.since)
    return PanelView(
        name=first_name(person),
        computer=computer,
        desk=desk,
        enrolled=enrolled,
        waiting=_waiting([d for d in held if d.state is not DeliveryState.REFUSED]),
        refused=_refused([d for d in held if d.state is DeliveryState.REFUSED]),
        tickets=_newest(rows),
        known=bool(rows) or bool(held),
    )


def first_name(person: str) -> str:
    """What a person is greeted with: the first word of the display name."""
    words = person.split()
    return words[0] if words else ""


def _waiting(held: list[Delivery]) -> WaitingBox | None:
    if not held:
        return None
    sending = any(delivery.state is DeliveryState.SENDING for delivery in held)
    tries = [delivery.next_try for delivery in held if delivery.next_try]
    return WaitingBox(
        count=len(held),
        subject=held[0].subject,
        sending=sending,
        reason=next((delivery.reason for delivery in held if delivery.reason), None),
        next_try=None if sending or not tries else min(tries),
    )


def _refused(held: list[Delivery]) -> RefusedBox | None:
    if not held:
        return None
    return RefusedBox(count=len(held), ticket=held[0].ticket, subject=held[0].subject, reason=held[0].reason)


def _newest(rows: tuple[TicketRow, ...]) -> tuple[PanelTicket, ...]:
    """Unread ones first, each group newest first; a solved one only as long as its last message is unread."""
    shown = [row for row in rows if row.unread or row.ticket.state is not State.RESOLVED]
    shown.sort(key=lambda row: (row.unread > 0, row.ticket.updated), reverse=True)
    return tuple(
        PanelTicket(
            id=row.ticket.id,
            number=row.ticket.number,
            subject=row.ticket.subject,
            state=row.ticket.state,
            technician=row.ticket.technician,
            unread=row.unread,
        )
        for row in shown[:TICKETS_SHOWN]
    )
