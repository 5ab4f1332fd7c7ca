"""What the outbox has promised to deliver, as the screens and the command line see it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from desktop_client.reasons import Reason


class DeliveryKind(StrEnum):
    """What is on its way."""

    REPORT = "report"
    MESSAGE = "message"


class DeliveryState(StrEnum):
    """How far it is. `REFUSED` waits for the person, everything else goes on by itself."""

    WAITING = "waiting"
    SENDING = "sending"
    REFUSED = "refused"
    DELIVERED = "delivered"


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One promise. `id` is the ticket's or message's own id, `ticket` the ticket's; `number` is known once the report has arrived.

    `files_left` counts big files of a report that follow as messages and have not arrived yet. `reason` and `next_try` are of the last try.
    """

    id: str
    kind: DeliveryKind
    ticket: str
    subject: str
    state: DeliveryState
    since: datetime
    attempts: int = 0
    reason: Reason | None = None
    next_try: datetime | None = None
    sent_bytes: int = 0
    total_bytes: int = 0
    number: str | None = None
    files_left: int = 0
