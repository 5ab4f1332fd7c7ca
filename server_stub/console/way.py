"""What every page has at hand: what the backend decides with, and threads for functions that block."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from server_stub.assist.desk import AssistDesk
from server_stub.events import Events
from server_stub.identity.accounts import Accounts
from server_stub.identity.web_sessions import WebSessions
from server_stub.settings.rows import Settings
from server_stub.tickets.desk import Desk
from server_stub.tickets.handling import Handling
from server_stub.tickets.presence import Presence
from server_stub.tickets.queue import Queue
from server_stub.web.threads import Threads

Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Way:
    """From a request to the decision."""

    desk: Desk
    queue: Queue
    handling: Handling
    assist: AssistDesk
    accounts: Accounts
    web_sessions: WebSessions
    events: Events
    settings: Settings
    presence: Presence
    threads: Threads

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The result of a blocking function, off the event loop."""
        return await self.threads.run(function, *args)
