"""What Home shows of the tickets, and of this computer."""

from datetime import UTC, datetime

import msgspec

from contract.ids import new_id
from contract.tickets import State
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.screens.home import TICKETS_SHOWN, home_view
from tests.small_backend import summary

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def row(hour: int, unread: int = 0, state: State = State.OPEN) -> TicketRow:
    return TicketRow(
        ticket=msgspec.structs.replace(summary(new_id()), state=state, subject=f"at {hour}", updated=MOMENT.replace(hour=hour)),
        unread=unread,
    )


def test_what_has_not_arrived_comes_first_then_what_is_new() -> None:
    report = new_id()
    waiting = Delivery(
        id=report, kind=DeliveryKind.REPORT, ticket=report, subject="waits", state=DeliveryState.WAITING, since=MOMENT.replace(hour=1)
    )
    view = home_view(person="Ayu Lestari", computer="c", tickets=[row(8), row(7, unread=1), row(9), row(6)], deliveries=[waiting])
    assert [ticket.subject for ticket in view.tickets] == ["waits", "at 7", "at 9"]
    assert len(view.tickets) == TICKETS_SHOWN
    assert (view.name, view.open, view.known) == ("Ayu", 5, True)


def test_solved_ones_are_known_and_not_shown() -> None:
    view = home_view(person="", computer="c", tickets=[row(8, state=State.RESOLVED)], deliveries=[], checked=MOMENT)
    assert (view.tickets, view.open, view.known, view.checked, view.name) == ((), 0, True, MOMENT, "")


def test_nothing_was_ever_reported() -> None:
    assert not home_view(person="Ayu", computer="c", tickets=[], deliveries=[]).known
