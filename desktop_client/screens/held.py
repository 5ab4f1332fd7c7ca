"""What waits in the outbox, as a conversation shows it before it has arrived."""

import msgspec

from contract.tickets import PutTicket
from contract.uploads import Attachment, AttachmentRef, Kind
from desktop_client.flows.follow_tickets import WaitingMessage
from desktop_client.help_desk.delivery import DeliveryKind
from desktop_client.help_desk.outbox import Kept
from desktop_client.screens.tickets import File, Held


def held_reply(waiting: WaitingMessage) -> Held:
    """A reply that waits."""
    message = waiting.message
    return Held(
        delivery=waiting.delivery,
        text=message.text,
        action=message.action,
        wants=message.wants,
        files=tuple(_file(attachment) for attachment in message.attachments),
    )


def held_report(kept: Kept) -> Held | None:
    """A report that waits; None for anything else."""
    if kept.promise.kind is not DeliveryKind.REPORT:
        return None
    report = msgspec.json.decode(kept.promise.request, type=PutTicket)
    text = f"{report.subject}\n\n{report.details}" if report.details else report.subject
    return Held(delivery=kept.delivery, text=text, files=tuple(_file(ref) for ref in report.attachments))


def _file(attachment: Attachment | AttachmentRef) -> File:
    return File(name=attachment.name, size_bytes=attachment.size_bytes, picture=attachment.kind is Kind.SCREENSHOT)
