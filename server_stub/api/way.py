"""What every handler has at hand: what the backend decides with, and threads for functions that block."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from server_stub.assist.desk import AssistDesk
from server_stub.events import Events
from server_stub.identity.people import People
from server_stub.knowledge.library import Library
from server_stub.settings.rows import Settings
from server_stub.tickets.desk import Desk
from server_stub.web.threads import Threads
from server_stub.web.turns import Turns

Result = TypeVar("Result")


@dataclass(frozen=True)
class Way:
    """From a request to the decision."""

    desk: Desk
    library: Library
    people: People
    events: Events
    settings: Settings
    assist: AssistDesk
    threads: Threads
    turns: Turns = field(default_factory=Turns)

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The result of a blocking function, off the event loop."""
        return await self.threads.run(function, *args)
