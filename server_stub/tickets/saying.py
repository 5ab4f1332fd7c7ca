"""What happens when a technician says something to the employee, at the page or by the command line: one transaction for both."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from contract.about import Limits
from contract.assist import End
from contract.problems import Code
from contract.tickets import Action, By, Message, State
from contract.uploads import AttachmentRef
from server_stub.refusals import RefusalError
from server_stub.store import assist, feed, notes, tables, tickets, timeline
from server_stub.store.writer import Work
from server_stub.wire_checks import check_characters


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: the name that the employee sees, and the account at the page, None for the command line."""

    name: str
    account: str | None = None


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A message that is to be said. `files` are rows of a draft's files."""

    id: str
    text: str
    action: Action | None = None
    files: Sequence[Row[Any]] = ()


def check_text(text: str, limits: Limits, *, may_be_empty: bool = False) -> None:
    """Raises a `RefusalError` with a sentence for a text that is empty, too long, or can't be kept as it is."""
    if not text.strip() and not may_be_empty:
        raise RefusalError(Code.INVALID, "The text is empty.", field="text")
    check_characters("text", text)
    if len(text) > limits.text_letters:
        told = f"The text has {len(text)} letters; at most {limits.text_letters} are taken."
        raise RefusalError(Code.INVALID, told, field="text", limit=limits.text_letters)


def say(work: Work, ticket: Row[Any], by: Speaker, words: Words, now: datetime) -> Row[Any]:
    """A message to the employee. The ticket as it is then: a new one is open, and one that nobody had is the speaker's.

    Raises `RefusalError` conflict for resolving what is resolved, and for reopening what is open.
    """
    state = state_after(ticket, words.action)
    if by.account is not None and ticket.assignee is None:
        assign(work, ticket, by, now)
    message = Message(id=words.id, by=By.TECHNICIAN, name=by.name, text=words.text, action=words.action, created=now)
    key = tickets.add_message(work.connection, ticket.key, message, written=now, content=None, account=by.account)
    refs, blobs = [ref(file) for file in words.files], [file.blob for file in words.files]
    attachments = tickets.attach(work.connection, ticket.key, key, refs, blobs)
    tickets.change(work.connection, ticket.key, state=state.value, technician=by.name, updated=now, said=now, unread=False)
    detail = {"message": message.id, "action": message.action, "account": by.account}
    timeline.add(work, ticket.key, now, timeline.TECHNICIAN, by.name, timeline.MESSAGE, **detail)
    after = again(work, ticket)
    feed.add(work, ticket.person, now, tickets.summary(after), msgspec.structs.replace(message, attachments=attachments))
    if words.action is Action.RESOLVE:
        assist.end_live(work, ticket.key, End.TICKET_CLOSED, now)
    return after


def state_after(ticket: Row[Any], action: Action | None) -> State:
    """What a technician's message makes of a ticket: words alone open a new one, and leave a resolved one as it is."""
    resolved = ticket.state == State.RESOLVED.value
    number = tickets.shown_number(ticket.number)
    if action is Action.RESOLVE:
        if resolved:
            raise RefusalError(Code.CONFLICT, f"{number} is resolved already.", number=number, field="state")
        return State.RESOLVED
    if action is Action.REOPEN and not resolved:
        raise RefusalError(Code.CONFLICT, f"{number} is not resolved.", number=number, field="state")
    return State.RESOLVED if resolved and action is None else State.OPEN


def assign(work: Work, ticket: Row[Any], by: Speaker, now: datetime) -> None:
    """The ticket is theirs."""
    tickets.change(work.connection, ticket.key, assignee=by.account)
    timeline.add(work, ticket.key, now, timeline.TECHNICIAN, by.name, timeline.TAKEN, account=by.account)


def again(work: Work, ticket: Row[Any]) -> Row[Any]:
    """A ticket's row as it is now."""
    (row,) = tickets.find(work.connection, tables.tickets.c.key == ticket.key)
    return row


def ref(file: Row[Any]) -> AttachmentRef:
    """A draft's file as a message takes it over."""
    held = notes.attachment(file)
    return AttachmentRef(upload=held.id, name=held.name, type=held.type, size_bytes=held.size_bytes, sha256=held.sha256, kind=held.kind)
