"""One at a time for each upload. Who comes later is believed: a client that tries again has given its earlier connection up, though the
backend may not know yet. So the earlier one is asked to stop, and keeps what it has.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from contract.problems import Code
from server_stub.refusals import RefusalError

PATIENCE_S = 10


@dataclass(frozen=True)
class Turn:
    """`stop` is set when somebody waits."""

    stop: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)


class Turns:
    """Who is at work on what. Belongs to one event loop."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], Turn] = {}

    @asynccontextmanager
    async def take(self, key: tuple[str, str]) -> AsyncIterator[Turn]:
        """A turn on `key`, once the earlier one is over. Raises `RefusalError` when that doesn't end."""
        while (other := self._held.get(key)) is not None:
            other.stop.set()
            try:
                await asyncio.wait_for(other.over.wait(), PATIENCE_S)
            except TimeoutError:
                raise RefusalError(Code.UNAVAILABLE, "This upload is being worked on.", retry_after_s=5) from None
        turn = self._held[key] = Turn()
        try:
            yield turn
        finally:
            del self._held[key]
            turn.over.set()
