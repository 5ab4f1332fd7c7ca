"""Take back what has not arrived: a report into a draft with the same id, a reply into the box that it was written in."""

import msgspec

from contract.tickets import Action, PutMessage
from contract.uploads import AttachmentRef
from desktop_client.help_desk.delivery import DeliveryKind, DeliveryState
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Kept, Outbox
from desktop_client.reasons import Cause, refused
from desktop_client.system.failpoints import passing


class WithdrawnReply(msgspec.Struct, frozen=True, kw_only=True):
    """A reply that will not go out; its files are named, and have to be added again."""

    ticket: str
    text: str
    action: Action | None
    files: tuple[AttachmentRef, ...]


def edit_waiting(delivery_id: str, *, outbox: Outbox, drafts: Drafts) -> Draft:
    """The waiting or refused report as a draft again, with its pictures and files, and why it was refused.

    Its id stays: had it arrived after all, sending it again answers with the ticket's number, and other text becomes a reply
    (`send_as_reply`). RefusedError: CONFLICT (it has arrived), NO_SUCH_TICKET (it isn't here), DISK_FULL, PROFILE_READ_ONLY.
    """
    kept = _waiting(delivery_id, DeliveryKind.REPORT, outbox)
    draft = kept.promise.draft
    if draft is None:
        raise refused(Cause.NO_SUCH_TICKET, ticket=kept.promise.subject)
    refusal = kept.delivery.reason if kept.delivery.state is DeliveryState.REFUSED else None
    restored = drafts.restore(msgspec.structs.replace(draft, refusal=refusal), kept.files)
    passing("take-back-draft-saved")
    if not outbox.take_back(delivery_id):
        # It arrived while the draft was written.
        drafts.delete(restored.id)
        _waiting(delivery_id, DeliveryKind.REPORT, outbox)
    return restored


def withdraw_reply(delivery_id: str, *, outbox: Outbox) -> WithdrawnReply:
    """Takes a waiting or refused reply back. RefusedError: CONFLICT (it has arrived), NO_SUCH_TICKET (it isn't here)."""
    kept = _waiting(delivery_id, DeliveryKind.MESSAGE, outbox)
    request = msgspec.json.decode(kept.promise.request, type=PutMessage)
    if not outbox.take_back(delivery_id):
        _waiting(delivery_id, DeliveryKind.MESSAGE, outbox)
    return WithdrawnReply(ticket=kept.promise.ticket, text=request.text, action=request.action, files=request.attachments)


def _waiting(delivery_id: str, kind: DeliveryKind, outbox: Outbox) -> Kept:
    kept = outbox.kept(delivery_id)
    if kept is None or kept.promise.kind is not kind:
        raise refused(Cause.NO_SUCH_TICKET, ticket=delivery_id[:60])
    if kept.delivery.number is not None:
        raise refused(Cause.CONFLICT, number=kept.delivery.number)
    return kept
