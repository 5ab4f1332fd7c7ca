"""The panel: what waits, what was refused, and which tickets are worth three rows."""

from datetime import UTC, datetime, timedelta

import pytest

from contract.tickets import State, TicketSummary
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.panel import PanelView, first_name, panel_view

NOW = datetime(2026, 11, 24, 10, 44, tzinfo=UTC)
OFFLINE = Reason(Cause.UNREACHABLE, {"host": "help.example"}, Cure.TIME)


def ticket(number: int, *, state: State = State.OPEN, unread: int = 0, minutes: int = 0) -> TicketRow:
    return TicketRow(
        ticket=TicketSummary(
            id=f"t{number}",
            number=f"INC-{number:06}",
            subject=f"Subject {number}",
            state=state,
            priority=3,
            created=NOW,
            updated=NOW + timedelta(minutes=minutes),
        ),
        unread=unread,
    )


def delivery(number: int, state: DeliveryState, *, minutes: int = 0, reason: Reason | None = None, next_in: int | None = None) -> Delivery:
    return Delivery(
        id=f"d{number}",
        kind=DeliveryKind.REPORT,
        ticket=f"t{number}",
        subject=f"Waiting {number}",
        state=state,
        since=NOW + timedelta(minutes=minutes),
        reason=reason,
        next_try=NOW + timedelta(minutes=next_in) if next_in is not None else None,
    )


def view(deliveries: tuple[Delivery, ...] = (), tickets: tuple[TicketRow, ...] = ()) -> PanelView:
    return panel_view(person="Ayu Lestari", computer="LT-FIN-0231", enrolled=True, deliveries=deliveries, tickets=tickets)


@pytest.mark.parametrize(("person", "name"), [("Ayu Lestari", "Ayu"), ("ayu", "ayu"), ("  ", ""), ("", "")])
def test_greets_by_the_first_name(person: str, name: str) -> None:
    assert first_name(person) == name


def test_three_tickets_unread_first_then_newest() -> None:
    tickets = (ticket(1, minutes=9), ticket(2, unread=1, minutes=1), ticket(3, minutes=5), ticket(4, unread=2, minutes=2))
    assert [t.id for t in view(tickets=tickets).tickets] == ["t4", "t2", "t1"]


def test_solved_ticket_stays_only_while_its_answer_is_unread() -> None:
    tickets = (ticket(1, state=State.RESOLVED), ticket(2, state=State.RESOLVED, unread=1))
    assert [t.id for t in view(tickets=tickets).tickets] == ["t2"]
    assert view(tickets=tickets[:1]).known


def test_nothing_known_at_all() -> None:
    empty = view()
    assert not empty.known
    assert (empty.waiting, empty.refused, empty.tickets) == (None, None, ())


def test_waiting_box_tells_the_oldest_its_reason_and_the_earliest_try() -> None:
    box = view(
        (
            delivery(2, DeliveryState.WAITING, minutes=5, reason=OFFLINE, next_in=30),
            delivery(1, DeliveryState.WAITING, minutes=1, reason=OFFLINE, next_in=40),
        )
    ).waiting
    assert box is not None
    assert (box.count, box.subject, box.reason, box.next_try) == (2, "Waiting 1", OFFLINE, NOW + timedelta(minutes=30))


def test_no_next_try_while_one_is_being_sent() -> None:
    box = view((delivery(1, DeliveryState.SENDING, next_in=1), delivery(2, DeliveryState.WAITING, minutes=1, next_in=2))).waiting
    assert box is not None
    assert box.sending
    assert box.next_try is None


def test_refused_ones_are_not_counted_as_waiting() -> None:
    refusal = Reason(Cause.REFUSED, {"detail": "too old"})
    seen = view((delivery(1, DeliveryState.REFUSED, reason=refusal), delivery(2, DeliveryState.DELIVERED)))
    assert seen.waiting is None
    assert seen.refused is not None
    assert (seen.refused.count, seen.refused.ticket, seen.refused.reason) == (1, "t1", refusal)
