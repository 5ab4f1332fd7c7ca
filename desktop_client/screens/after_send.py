"""What the window after *Send* shows: how far one report is, from saved to received."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from contract.about import About
from desktop_client.help_desk.delivery import Delivery, DeliveryState
from desktop_client.reasons import Reason


class Stage(StrEnum):
    """How far a report is. `WAITING` goes on by itself, `REFUSED` needs the person."""

    SENDING = "sending"
    WAITING = "waiting"
    RECEIVED = "received"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class AfterSendView:
    """All that the window shows. `percent` and the bytes are of what is being sent; `files_left` counts big files that still follow."""

    id: str
    stage: Stage
    subject: str
    number: str
    saved: datetime
    percent: int
    sent_bytes: int
    total_bytes: int
    reason: Reason | None
    next_try: datetime | None
    files_left: int
    help_desk: str
    company: str
    telephone: str


def after_send_view(delivery: Delivery, about: About) -> AfterSendView:
    """The window for one report. It counts as received from the moment its number is known, though big files may still follow."""
    stage = Stage.SENDING
    if delivery.number:
        stage = Stage.RECEIVED
    elif delivery.state is DeliveryState.REFUSED:
        stage = Stage.REFUSED
    elif delivery.state is DeliveryState.WAITING and delivery.reason is not None:
        stage = Stage.WAITING
    total = max(delivery.total_bytes, 1)
    return AfterSendView(
        id=delivery.id,
        stage=stage,
        subject=delivery.subject,
        number=delivery.number or "",
        saved=delivery.since,
        percent=min(100, delivery.sent_bytes * 100 // total),
        sent_bytes=delivery.sent_bytes,
        total_bytes=delivery.total_bytes,
        reason=delivery.reason,
        next_try=delivery.next_try,
        files_left=delivery.files_left,
        help_desk=about.help_desk,
        company=about.company,
        telephone=about.telephone,
    )
