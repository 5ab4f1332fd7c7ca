"""What Home shows: a greeting, the open tickets that matter most, and this computer in one line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.screens.panel import first_name
from desktop_client.screens.tickets import ListRow, RowKind, ticket_lists

TICKETS_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """All that Home shows. `open` is how many tickets are open, `known` whether there was ever one; `checked` None before a check."""

    name: str = ""
    desk: Desk = field(default=UNKNOWN)
    tickets: tuple[ListRow, ...] = ()
    open: int = 0
    known: bool = False
    computer: str = ""
    checked: datetime | None = None


def home_view(
    *,
    person: str,
    computer: str,
    tickets: Iterable[TicketRow],
    deliveries: Iterable[Delivery],
    desk: Desk = UNKNOWN,
    checked: datetime | None = None,
) -> HomeView:
    """Home for a person (display name or account) on a computer that was last checked then.

    What has not arrived comes first, then tickets with something new.
    """
    lists = ticket_lists(list(tickets), list(deliveries))
    shown = sorted(lists.open, key=lambda row: (row.kind is RowKind.TICKET, not row.unread))
    return HomeView(
        name=first_name(person),
        desk=desk,
        tickets=tuple(shown[:TICKETS_SHOWN]),
        open=len(lists.open),
        known=bool(lists.open or lists.solved),
        computer=computer,
        checked=checked,
    )
