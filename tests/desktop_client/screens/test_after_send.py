from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from contract.about import About
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.screens.after_send import Stage, after_send_view

NOW = datetime(2026, 3, 12, 10, 44, tzinfo=UTC)
OFFLINE = Reason(Cause.UNREACHABLE, cure=Cure.TIME)
ABOUT = About(version="1", company="PT Maju Bersama", help_desk="Helpdesk", telephone="1500")


def delivery(**more: object) -> Delivery:
    made = Delivery(id="a", kind=DeliveryKind.REPORT, ticket="a", subject="Printer", state=DeliveryState.WAITING, since=NOW)
    return msgspec.structs.replace(made, **more)


@pytest.mark.parametrize(
    ("more", "stage"),
    [
        ({}, Stage.SENDING),
        ({"state": DeliveryState.SENDING, "reason": OFFLINE}, Stage.SENDING),
        ({"reason": OFFLINE}, Stage.WAITING),
        ({"state": DeliveryState.REFUSED, "reason": Reason(Cause.REFUSED)}, Stage.REFUSED),
        ({"state": DeliveryState.DELIVERED, "number": "INC-000001"}, Stage.RECEIVED),
        ({"state": DeliveryState.WAITING, "number": "INC-000001", "files_left": 2, "reason": OFFLINE}, Stage.RECEIVED),
    ],
)
def test_how_far_it_is(more: dict[str, object], stage: Stage) -> None:
    assert after_send_view(delivery(**more), ABOUT).stage is stage


@pytest.mark.parametrize(("sent", "total", "percent"), [(0, 0, 0), (43, 100, 43), (100, 100, 100), (150, 100, 100)])
def test_percent_is_never_more_than_all(sent: int, total: int, percent: int) -> None:
    assert after_send_view(delivery(sent_bytes=sent, total_bytes=total), ABOUT).percent == percent


def test_what_the_person_needs_is_there() -> None:
    view = after_send_view(delivery(reason=OFFLINE, next_try=NOW + timedelta(minutes=2), files_left=1), ABOUT)
    assert (view.id, view.subject, view.saved, view.next_try, view.files_left) == ("a", "Printer", NOW, NOW + timedelta(minutes=2), 1)
    assert (view.help_desk, view.company, view.telephone) == ("Helpdesk", "PT Maju Bersama", "1500")
