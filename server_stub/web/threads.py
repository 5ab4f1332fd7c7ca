"""Threads for functions that block, beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")
THREADS = 16
"""As many as the store has connections that read. Writes of all of them go to disk together."""
WAITING = 8
"""For what waits for somebody's line; further ones wait for their turn, and nobody else for them."""


class Threads:
    """One pool for both web faces."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="web")
        self._waiting = ThreadPoolExecutor(WAITING, thread_name_prefix="web-waiting")

    async def run(self, function: Callable[..., Result], *args: object) -> Result:
        """The result of a blocking function, off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, function, *args)

    async def run_waiting(self, function: Callable[..., Result], *args: object) -> Result:
        """The same for a function that may wait for somebody's line, such as for a file while it arrives."""
        return await asyncio.get_running_loop().run_in_executor(self._waiting, function, *args)

    def close(self) -> None:
        """Takes no more; what runs ends by itself."""
        self._pool.shutdown(wait=False)
        self._waiting.shutdown(wait=False)
