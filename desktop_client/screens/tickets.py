"""What *My tickets* shows: the list, with what waits first, and the conversation of one ticket as bubbles and lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from contract.tickets import REMOTE_HELP, Action, By, Message, State
from contract.uploads import Kind
from desktop_client.help_desk.conversation import Conversation, TicketRow
from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.reasons import Reason
from desktop_client.screens.assist_lines import AssistLine, Wish, assist_lines, wish_of

HEAD_AGAIN_S = 600
"""After so long the time is told again, though the same person speaks."""


class RowKind(StrEnum):
    """Where a row comes from: the outbox (waiting, being sent or refused) or the backend."""

    WAITING = "waiting"
    SENDING = "sending"
    REFUSED = "refused"
    TICKET = "ticket"


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A ticket in the list. A report that has not arrived has no number; `reason` and `next_try` are of what waits.

    `waiting_replies` counts the replies to a delivered ticket that have not arrived yet.
    """

    id: str
    kind: RowKind
    subject: str
    number: str = ""
    state: State = State.NEW
    technician: str = ""
    unread: int = 0
    updated: datetime
    waiting_replies: int = 0
    reason: Reason | None = None
    next_try: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class TicketLists:
    """The two lists. What waits or was refused comes first among the open ones."""

    open: tuple[ListRow, ...] = ()
    solved: tuple[ListRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class File:
    """An attachment by name."""

    name: str
    size_bytes: int
    picture: bool


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is in the outbox and not delivered, with its words, so that it can stand in the conversation before it has arrived."""

    delivery: Delivery
    text: str = ""
    action: Action | None = None
    files: tuple[File, ...] = ()
    wants: str = ""


class LineKind(StrEnum):
    """What a line between the bubbles tells."""

    SOLVED = "solved"
    REOPENED = "reopened"
    NEW = "new"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line between bubbles: somebody (`name`, "" for the person) did something at a time; or `count` new messages follow."""

    kind: LineKind
    name: str = ""
    at: datetime | None = None
    count: int = 0


@dataclass(frozen=True, kw_only=True)
class Bubble:
    """A message. `head`: name and time stand above it. `held` is set while it has not arrived, `received` on the newest that has.

    An `action` of a held one is what the click said, when there is no text. `wants_help`: it asks for remote help.
    """

    id: str
    mine: bool
    name: str
    text: str
    at: datetime
    head: bool = True
    files: tuple[File, ...] = ()
    held: Delivery | None = None
    action: Action | None = None
    received: bool = False
    wants_help: bool = False


class Answer(StrEnum):
    """What the person may do with a ticket besides writing."""

    WORKS_AGAIN = "works-again"
    STILL_BROKEN = "still-broken"
    REOPEN = "reopen"
    REMOTE_HELP = "remote-help"
    """Asked for beside what is written; whether it may be is `ConversationView.wish`."""


@dataclass(frozen=True, kw_only=True)
class ConversationView:
    """One ticket, whole. `report` is the delivery of a report that has not arrived: it can't be replied to, but edited or saved."""

    id: str
    subject: str
    number: str = ""
    state: State = State.NEW
    technician: str = ""
    created: datetime
    unread: int = 0
    entries: tuple["Entry", ...] = ()
    answers: tuple[Answer, ...] = ()
    report: Delivery | None = None
    wish: Wish = Wish.NONE


Entry = Bubble | Line | AssistLine
"""What stands in a conversation, from top to bottom."""


def ticket_lists(tickets: Iterable[TicketRow], deliveries: Iterable[Delivery]) -> TicketLists:
    """Both lists, for all known tickets and all that the outbox holds."""
    rows = tuple(tickets)
    held = [delivery for delivery in deliveries if delivery.state is not DeliveryState.DELIVERED]
    known = {row.ticket.id for row in rows}
    reports = [d for d in held if d.kind is DeliveryKind.REPORT and d.ticket not in known]
    reports.sort(key=lambda delivery: delivery.since, reverse=True)
    replies = {row.ticket.id: [d for d in held if d.ticket == row.ticket.id] for row in rows}
    arrived = [_ticket_row(row, replies[row.ticket.id]) for row in sorted(rows, key=lambda row: row.ticket.updated, reverse=True)]
    arrived.sort(key=lambda row: row.kind is RowKind.TICKET)
    return TicketLists(
        open=(
            *(_report_row(delivery) for delivery in reports),
            *(row for row in arrived if row.state is not State.RESOLVED or row.kind is not RowKind.TICKET),
        ),
        solved=tuple(row for row in arrived if row.state is State.RESOLVED and row.kind is RowKind.TICKET),
    )


def _kind(deliveries: list[Delivery]) -> RowKind:
    states = {delivery.state for delivery in deliveries}
    if DeliveryState.REFUSED in states:
        return RowKind.REFUSED
    if DeliveryState.SENDING in states:
        return RowKind.SENDING
    return RowKind.WAITING if states else RowKind.TICKET


def _report_row(delivery: Delivery) -> ListRow:
    return ListRow(
        id=delivery.ticket,
        kind=_kind([delivery]),
        subject=delivery.subject,
        number=delivery.number or "",
        updated=delivery.since,
        reason=delivery.reason,
        next_try=delivery.next_try,
    )


def _ticket_row(row: TicketRow, replies: list[Delivery]) -> ListRow:
    worst = next((d for d in replies if d.state is DeliveryState.REFUSED), replies[0] if replies else None)
    return ListRow(
        id=row.ticket.id,
        kind=_kind(replies),
        subject=row.ticket.subject,
        number=row.ticket.number,
        state=row.ticket.state,
        technician=row.ticket.technician,
        unread=row.unread,
        updated=row.ticket.updated,
        waiting_replies=len(replies),
        reason=worst.reason if worst else None,
        next_try=worst.next_try if worst else None,
    )


def conversation_view(conversation: Conversation, held: Iterable[Held] = (), *, remote_help: bool = False) -> ConversationView:
    """The conversation of a ticket that the backend has, with the replies that have not arrived yet at its end.

    `remote_help`: the backend takes a wish for it.
    """
    ticket = conversation.ticket
    waiting = [h for h in held if h.delivery.ticket == ticket.id and h.delivery.state is not DeliveryState.DELIVERED]
    arrived = {message.id for message in conversation.messages}
    waiting = [h for h in waiting if h.delivery.id not in arrived]
    waiting.sort(key=lambda h: h.delivery.since)
    entries = _with_assist(tuple(_entries(conversation)), assist_lines(conversation.assist)) + tuple(_held_bubble(h) for h in waiting)
    return ConversationView(
        id=ticket.id,
        subject=ticket.subject,
        number=ticket.number,
        state=ticket.state,
        technician=ticket.technician,
        created=ticket.created,
        unread=conversation.unread,
        entries=with_heads(entries),
        answers=_answers(conversation, waiting),
        wish=wish_of(conversation, waits=any(h.wants for h in waiting), understood=remote_help),
    )


def _with_assist(entries: tuple[Entry, ...], lines: tuple[AssistLine, ...]) -> tuple[Entry, ...]:
    """Each step of remote help before the first message that came after it."""
    result: list[Entry] = []
    left = list(lines)
    for number, entry in enumerate(entries):
        # The line above what is new stays with the message below it.
        bubble = next((one for one in entries[number : number + 2] if isinstance(one, Bubble)), None)
        at = entry.at if isinstance(entry, Line) and entry.at is not None else bubble.at if bubble is not None else None
        while left and at is not None and left[0].at < at:
            result.append(left.pop(0))
        result.append(entry)
    return (*result, *left)


def held_view(report: Held, replies: Iterable[Held] = ()) -> ConversationView:
    """The conversation of a report that has not arrived."""
    delivery = report.delivery
    later = [h for h in replies if h.delivery.ticket == delivery.ticket and h.delivery.id != delivery.id]
    later.sort(key=lambda h: h.delivery.since)
    return ConversationView(
        id=delivery.ticket,
        subject=delivery.subject,
        number=delivery.number or "",
        created=delivery.since,
        # What the report itself waits for is told above the conversation, once.
        entries=with_heads((replace(_held_bubble(report), held=None), *(_held_bubble(h) for h in later))),
        report=delivery,
    )


def with_heads(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The same entries, where a second message of the same person within the same minutes has no head of its own."""
    result: list[Entry] = []
    before: Bubble | None = None
    for entry in entries:
        if not isinstance(entry, Bubble):
            before = None
            result.append(entry)
            continue
        same = before is not None and (before.mine, before.name) == (entry.mine, entry.name)
        near = before is not None and abs((entry.at - before.at).total_seconds()) < HEAD_AGAIN_S
        result.append(replace(entry, head=not (same and near)))
        before = entry
    return tuple(result)


def _entries(conversation: Conversation) -> Iterator[Bubble | Line]:
    messages = conversation.messages
    first_new = _first_new(conversation)
    last_mine = next((m.id for m in reversed(messages) if m.by is By.EMPLOYEE and _has_words(m)), "")
    for message in messages:
        if message.id == first_new:
            yield Line(kind=LineKind.NEW, count=conversation.unread)
        mine = message.by is By.EMPLOYEE
        if _has_words(message):
            yield Bubble(
                id=message.id,
                mine=mine,
                name=message.name,
                text=message.text,
                at=message.created,
                files=tuple(File(name=a.name, size_bytes=a.size_bytes, picture=a.kind is Kind.SCREENSHOT) for a in message.attachments),
                received=message.id == last_mine,
                wants_help=message.wants == REMOTE_HELP,
            )
        if message.action is not None:
            kind = LineKind.SOLVED if message.action is Action.RESOLVE else LineKind.REOPENED
            yield Line(kind=kind, name="" if mine else message.name, at=message.created)


def _has_words(message: Message) -> bool:
    return bool(message.text.strip() or message.attachments or message.wants == REMOTE_HELP)


def _first_new(conversation: Conversation) -> str:
    """The id of the oldest unread message: the unread ones are the technicians' last."""
    theirs = [message.id for message in conversation.messages if message.by is By.TECHNICIAN]
    return theirs[-conversation.unread] if 0 < conversation.unread <= len(theirs) else ""


def _held_bubble(held: Held) -> Bubble:
    return Bubble(
        id=held.delivery.id,
        mine=True,
        name="",
        text=held.text,
        at=held.delivery.since,
        files=held.files,
        held=held.delivery,
        action=held.action,
        wants_help=held.wants == REMOTE_HELP,
    )


def _answers(conversation: Conversation, waiting: list[Held]) -> tuple[Answer, ...]:
    """What a click can say. While such an answer is on its way, it is not offered again."""
    if any(h.action is not None for h in waiting):
        return ()
    if conversation.ticket.state is not State.RESOLVED:
        return (Answer.WORKS_AGAIN,)
    last = next((m for m in reversed(conversation.messages) if m.action is not None), None)
    if last is not None and last.by is By.EMPLOYEE and last.action is Action.RESOLVE:
        return (Answer.REOPEN,)
    return (Answer.WORKS_AGAIN, Answer.STILL_BROKEN)
