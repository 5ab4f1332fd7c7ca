"""What technicians say: replies and "resolved", in the help desk's name or their own."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Row

from contract.ids import is_id, new_id
from contract.tickets import Action, By, Message, MessageStored, State
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.rows import Settings
from server_stub.store import feed, tables, tickets, timeline
from server_stub.store.database import Store
from server_stub.store.writer import Work
from server_stub.wire_checks import check_characters

NAME_LETTERS = 100


@dataclass(frozen=True)
class Answers:
    """Answers tickets. Every function raises `ServerRefused` with a sentence for the one who asked."""

    store: Store
    settings: Settings

    def reply(self, number: str, text: str, name: str) -> MessageStored:
        """A public reply; a new ticket is open after it, a resolved one stays resolved."""
        if not text.strip():
            raise ServerRefused("The reply is empty, so nothing was sent.")
        if len(text) > self.settings.limits.text_letters:
            raise ServerRefused(f"The reply has {len(text)} letters; at most {self.settings.limits.text_letters} are taken.")
        return self._say(number, text, name, None)

    def resolve(self, number: str, name: str) -> MessageStored:
        """Marks a ticket as resolved, which the employee reads as a message."""
        return self._say(number, "", name, Action.RESOLVE)

    def _say(self, number: str, text: str, name: str, action: Action | None) -> MessageStored:
        name = name.strip() or self.settings.desk_name
        if len(name) > NAME_LETTERS or not name.isprintable():
            raise ServerRefused(f"A name is one line of at most {NAME_LETTERS} letters.")
        try:
            check_characters("text", text)
        except RefusalError as error:
            raise ServerRefused(f"{error.detail} Nothing was sent.") from None

        def run(work: Work) -> MessageStored:
            ticket = the_ticket(work.connection, number)
            if action is Action.RESOLVE and ticket.state == State.RESOLVED.value:
                raise ServerRefused(f"{tickets.shown_number(ticket.number)} is resolved already.")
            state = State.RESOLVED if action else State(ticket.state)
            state = State.OPEN if state is State.NEW else state
            now = datetime.now(UTC)
            message = Message(id=new_id(), by=By.TECHNICIAN, name=name, text=text, action=action, created=now)
            tickets.add_message(work.connection, ticket.key, message, written=now, content=None)
            tickets.change(work.connection, ticket.key, state=state.value, technician=name, updated=now, said=now, unread=False)
            timeline.add(work, ticket.key, now, timeline.TECHNICIAN, name, "message", message=message.id, action=action)
            changed = the_ticket(work.connection, tickets.shown_number(ticket.number))
            feed.add(work, ticket.person, now, tickets.summary(changed), message)
            return MessageStored(id=message.id, ticket=ticket.id, number=tickets.shown_number(ticket.number), state=state, created=now)

        return self.store.write(run)


def the_ticket(connection: Connection, number_or_id: str) -> Row[tuple[object, ...]]:
    """The ticket that somebody means by its number, or by its id where only one person used it. Raises `ServerRefused`."""
    found = list(tickets.find(connection, condition(number_or_id)))
    if len(found) > 1:
        numbers = ", ".join(tickets.shown_number(row.number) for row in found)
        raise ServerRefused(f"Several tickets have the id {number_or_id}: {numbers}. Use the number.")
    if not found:
        raise ServerRefused(f"There is no ticket {number_or_id[:60]}.")
    return found[0]


def condition(number_or_id: str) -> ColumnElement[bool]:
    """What to look for."""
    if is_id(number_or_id):
        return tables.tickets.c.id == number_or_id
    number = tickets.read_number(number_or_id)
    if number is None:
        raise ServerRefused(f"{number_or_id[:60]!r} is not a ticket's number: they look like INC-000123.")
    return tables.tickets.c.number == number
