"""Everything that the tray, the panel and the lists are made of, read in one go."""

from dataclasses import dataclass
from datetime import datetime

from contract.about import About
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Now:
    """What is known at one moment. `company` is "" while this computer isn't registered; `told` is what the person has to hear once."""

    person: str
    computer: str
    about: About
    company: str = ""
    address: str = ""
    deliveries: tuple[Delivery, ...] = ()
    tickets: tuple[TicketRow, ...] = ()
    told: tuple[Reason, ...] = ()

    @property
    def enrolled(self) -> bool:
        """Whether this computer is registered."""
        return bool(self.address)

    @property
    def unread(self) -> int:
        """Technicians' messages that the person has not seen."""
        return sum(row.unread for row in self.tickets)

    @property
    def refused(self) -> int:
        """Deliveries that wait for the person."""
        return sum(delivery.state is DeliveryState.REFUSED for delivery in self.deliveries)

    @property
    def waiting(self) -> int:
        """Deliveries that go out by themselves."""
        return len(self.deliveries) - self.refused

    @property
    def next_try(self) -> datetime | None:
        """When the next of them is tried."""
        return min((delivery.next_try for delivery in self.deliveries if delivery.next_try), default=None)

    def newest_unread(self) -> str:
        """The id of the ticket that changed last of those with something new, "" for none."""
        unread = [row.ticket for row in self.tickets if row.unread]
        return max(unread, key=lambda ticket: ticket.updated).id if unread else ""
