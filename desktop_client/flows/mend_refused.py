"""What a person can do with something that the backend refused: change it, try it as it is, send it as a reply, or let it go."""

from datetime import UTC, datetime

import msgspec

from contract.ids import new_id
from contract.tickets import PutMessage, PutTicket
from contract.uploads import AttachmentRef
from desktop_client.flows.edit_waiting import edit_waiting
from desktop_client.help_desk.delivery import Delivery, DeliveryKind
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import FollowUp, Outbox, PromisedFile
from desktop_client.reasons import Cause, refused


def mend_refused(delivery_id: str, *, outbox: Outbox, drafts: Drafts) -> Draft:
    """The refused report as a draft, with the refusal in it; sending the draft sends it under the same id."""
    return edit_waiting(delivery_id, outbox=outbox, drafts=drafts)


def try_again(delivery_id: str, *, outbox: Outbox) -> Delivery:
    """Lets it wait for another try as it is (wake the sender then). RefusedError: NO_SUCH_TICKET."""
    outbox.try_again(delivery_id)
    found = outbox.delivery(delivery_id)
    if found is None:
        raise refused(Cause.NO_SUCH_TICKET, ticket=delivery_id[:60])
    return found


def send_as_reply(delivery_id: str, *, outbox: Outbox) -> Delivery:
    """A report that had arrived with other text (CONFLICT): the new text, with what was added since, becomes a reply to that ticket.

    Files keep their content and get new ids, because the ticket owns the old ones. RefusedError: NO_SUCH_TICKET.
    """
    kept = outbox.kept(delivery_id)
    if kept is None or kept.promise.kind is not DeliveryKind.REPORT:
        raise refused(Cause.NO_SUCH_TICKET, ticket=delivery_id[:60])
    report = msgspec.json.decode(kept.promise.request, type=PutTicket)
    text = f"{report.subject}\n\n{report.details}" if report.details else report.subject
    now = datetime.now(UTC)
    own = [ref for ref in report.attachments if ref.upload in kept.files]
    big = [ref for ref in _all_refs(kept.promise.draft) if ref.upload in kept.files and ref not in own]
    renamed = {ref.upload: msgspec.structs.replace(ref, upload=new_id()) for ref in (*own, *big)}
    request = PutMessage(text=text, written=now, attachments=tuple(renamed[ref.upload] for ref in own))
    files = {upload: PromisedFile(ref=ref, source=kept.files[upload]) for upload, ref in renamed.items()}
    delivery = outbox.promise_message(
        new_id(),
        kept.promise.ticket,
        kept.promise.subject,
        msgspec.json.encode(request),
        [files[ref.upload] for ref in own],
        [
            FollowUp(
                id=renamed[ref.upload].upload,
                request=msgspec.json.encode(PutMessage(written=now, attachments=(renamed[ref.upload],))),
                file=files[ref.upload],
            )
            for ref in big
        ],
    )
    outbox.take_back(delivery_id)
    return delivery


def let_go(delivery_id: str, *, outbox: Outbox) -> bool:
    """Forgets something that has not arrived, for good; asking the person first is the window's business. False when it isn't here."""
    return outbox.take_back(delivery_id)


def _all_refs(draft: Draft | None) -> list[AttachmentRef]:
    return [
        AttachmentRef(upload=item.id, name=item.name, type=item.type, size_bytes=item.size_bytes, sha256=item.sha256, kind=item.kind)
        for item in (draft.items if draft else ())
    ]
