"""Follow one's tickets: listen to the feed, keep what it says, and read conversations, offline too."""

import logging
from collections.abc import Callable

import msgspec

from contract.assist import AssistSession
from contract.endpoints import GET_TICKET
from contract.feed import FeedPage
from contract.tickets import By, Message, MessageStored, PutMessage, PutTicket, Ticket, TicketStored
from contract.uploads import Attachment
from desktop_client.backend.listener import Listener, read_pages
from desktop_client.backend.session import Session
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.help_desk.news import News
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.promise import Promise

log = logging.getLogger(__name__)


class WaitingMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A reply that has not arrived, with how far it is."""

    message: Message
    delivery: Delivery


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation with what still waits to go into it."""

    conversation: Conversation
    waiting: tuple[WaitingMessage, ...] = ()


def follow_tickets(
    *,
    cache: Cache,
    session_factory: Callable[[], Session | None],
    on_news: Callable[[tuple[News, ...]], None],
    on_state: Callable[[bool], None] = lambda _connected: None,
    on_articles: Callable[[], object] = lambda: None,
    on_assist: Callable[[AssistSession], object] = lambda _session: None,
) -> Listener:
    """A listener whose `run` belongs into a thread, where `on_news` hears of each change, with what is worth telling (perhaps nothing).

    `on_state` and `on_articles` as `Listener` explains them; `on_assist` hears how a session of remote help stands, each time it changed.
    """

    def take(page: FeedPage) -> None:
        told = cache.apply(page)
        for entry in page.entries:
            if entry.assist is not None:
                on_assist(entry.assist)
        if page.entries or told:
            on_news(told)

    return Listener(session_factory, cache.position, take, on_state, on_articles=on_articles)


def look_for_news(session: Session, cache: Cache) -> tuple[News, ...]:
    """Reads what is new once, for the command line. RefusedError; the cache keeps what it has."""
    told: list[News] = []
    read_pages(session, cache.position, lambda page: told.extend(cache.apply(page)))
    return tuple(told)


def note_delivered(promise: Promise, answer: bytes, *, cache: Cache) -> None:
    """What the sender delivered is in the tickets at once (its `delivered`)."""
    if promise.kind is DeliveryKind.REPORT:
        cache.keep_delivered(msgspec.json.decode(promise.request, type=PutTicket), msgspec.json.decode(answer, type=TicketStored))
    else:
        request = msgspec.json.decode(promise.request, type=PutMessage)
        cache.keep_reply(promise.ticket, request, msgspec.json.decode(answer, type=MessageStored))


def my_tickets(*, cache: Cache, outbox: Outbox) -> tuple[TicketRow, ...]:
    """All tickets that arrived, the last changed first, those of which the feed has not told yet too; offline as well."""
    rows = cache.tickets()
    known = {row.ticket.id for row in rows}
    missing = False
    for delivery, request, answer in outbox.delivered():
        if delivery.kind is DeliveryKind.REPORT and delivery.ticket not in known:
            try:
                cache.keep_delivered(msgspec.json.decode(request, type=PutTicket), msgspec.json.decode(answer, type=TicketStored))
                missing = True
            except (msgspec.DecodeError, UnicodeDecodeError):
                log.info("The answer to a delivered report can't be read")
    return cache.tickets() if missing else rows


def talk(ticket_id: str, *, cache: Cache, outbox: Outbox) -> Talk | None:
    """A ticket's conversation and the replies that wait, None when the ticket isn't known here."""
    conversation = cache.conversation(ticket_id)
    if conversation is None:
        return None
    return Talk(conversation=conversation, waiting=waiting_messages(ticket_id, outbox=outbox))


def waiting_messages(ticket_id: str, *, outbox: Outbox) -> tuple[WaitingMessage, ...]:
    """The replies to a ticket that have not arrived, oldest first."""
    found = []
    for delivery in outbox.waiting():
        if delivery.kind is DeliveryKind.MESSAGE and delivery.ticket == ticket_id and delivery.state is not DeliveryState.DELIVERED:
            kept = outbox.kept(delivery.id)
            if kept:
                request = msgspec.json.decode(kept.promise.request, type=PutMessage)
                found.append(WaitingMessage(message=_as_message(delivery, request), delivery=delivery))
    return tuple(found)


def fetch_words(ticket_id: str, session: Session, *, cache: Cache) -> bool:
    """Fetches the ticket whole when the report's own words aren't known here; True when that added something. RefusedError."""
    if not cache.needs_words(ticket_id):
        return False
    cache.keep_ticket(session.call(GET_TICKET, path={"ticket_id": ticket_id}).read(Ticket))
    return True


def _as_message(delivery: Delivery, request: PutMessage) -> Message:
    files = tuple(
        Attachment(id=ref.upload, name=ref.name, type=ref.type, size_bytes=ref.size_bytes, sha256=ref.sha256, kind=ref.kind)
        for ref in request.attachments
    )
    return Message(
        id=delivery.id,
        by=By.EMPLOYEE,
        name="",
        text=request.text,
        action=request.action,
        created=request.written,
        attachments=files,
        wants=request.wants or "",
    )
