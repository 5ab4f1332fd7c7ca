"""What every handler has at hand: what the backend decides with, and threads for functions that block."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from server_stub.api.turns import Turns
from server_stub.events import Events
from server_stub.identity.people import People
from server_stub.knowledge.library import Library
from server_stub.settings.rows import Settings
from server_stub.tickets.desk import Desk

Result = TypeVar("Result")
THREADS = 16
"""As many as the store has connections that read. Writes of all of them go to disk together."""


@dataclass(frozen=True)
class Way:
    """From a request to the decision."""

    desk: Desk
    library: Library
    people: People
    events: Events
    settings: Settings
    turns: Turns = field(default_factory=Turns)
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, thread_name_prefix="api"))

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The result of a blocking function, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self.threads, function, *args)
