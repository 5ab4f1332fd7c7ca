from datetime import timedelta

import msgspec

from contract.about import About
from contract.ids import new_id
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.screens.now import Now
from tests.small_backend import NOW, summary

NOTHING = Now(person="Ari", computer="desk-7", about=About(version="1", company="Contoh"))


def delivery(state: DeliveryState, minutes: int | None = None) -> Delivery:
    report = new_id()
    next_try = None if minutes is None else NOW + timedelta(minutes=minutes)
    return Delivery(id=report, kind=DeliveryKind.REPORT, ticket=report, subject="x", state=state, since=NOW, next_try=next_try)


def test_nothing_is_known_at_first() -> None:
    assert (NOTHING.enrolled, NOTHING.unread, NOTHING.refused, NOTHING.waiting) == (False, 0, 0, 0)
    assert NOTHING.next_try is None
    assert NOTHING.newest_unread() == ""


def test_what_waits_is_counted_apart_from_what_needs_the_person() -> None:
    held = (
        delivery(DeliveryState.WAITING, 9),
        delivery(DeliveryState.REFUSED),
        delivery(DeliveryState.SENDING),
        delivery(DeliveryState.WAITING, 5),
    )
    now = Now(person="", computer="", about=NOTHING.about, address="https://help.example", deliveries=held)
    assert (now.enrolled, now.refused, now.waiting) == (True, 1, 3)
    assert now.next_try == NOW + timedelta(minutes=5)


def test_the_newest_unread_is_the_one_that_changed_last() -> None:
    old, new, read = (msgspec.structs.replace(summary(new_id()), updated=NOW.replace(hour=hour)) for hour in (8, 9, 10))
    now = Now(
        person="",
        computer="",
        about=NOTHING.about,
        tickets=(TicketRow(ticket=old, unread=2), TicketRow(ticket=new, unread=1), TicketRow(ticket=read)),
    )
    assert now.unread == 3
    assert now.newest_unread() == new.id
