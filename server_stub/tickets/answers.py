"""What technicians say: replies and "resolved", in the help desk's name or their own."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Row

from contract.ids import is_id, new_id
from contract.tickets import Action, MessageStored, State
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.settings.rows import Settings
from server_stub.store import tables, tickets
from server_stub.store.database import Store
from server_stub.store.writer import Work
from server_stub.tickets.saying import Speaker, Words, check_text, say

NAME_LETTERS = 100


@dataclass(frozen=True)
class Answers:
    """Answers tickets. Every function raises `ServerRefused` with a sentence for the one who asked."""

    store: Store
    settings: Settings

    def reply(self, number: str, text: str, name: str) -> MessageStored:
        """A public reply; a new ticket is open after it, a resolved one stays resolved."""
        return self._say(number, text, name, None)

    def resolve(self, number: str, name: str) -> MessageStored:
        """Marks a ticket as resolved, which the employee reads as a message."""
        return self._say(number, "", name, Action.RESOLVE)

    def _say(self, number: str, text: str, name: str, action: Action | None) -> MessageStored:
        name = name.strip() or self.settings.desk_name
        if len(name) > NAME_LETTERS or not name.isprintable():
            raise ServerRefused(f"A name is one line of at most {NAME_LETTERS} letters.")
        words = Words(id=new_id(), text=text, action=action)

        def run(work: Work) -> MessageStored:
            ticket = the_ticket(work.connection, number)
            now = datetime.now(UTC)
            after = say(work, ticket, Speaker(name), words, now)
            shown = tickets.shown_number(after.number)
            return MessageStored(id=words.id, ticket=after.id, number=shown, state=State(after.state), created=now)

        try:
            check_text(text, self.settings.limits, may_be_empty=action is not None)
            return self.store.write(run)
        except RefusalError as error:
            raise ServerRefused(f"{error.detail} Nothing was sent.") from None


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
